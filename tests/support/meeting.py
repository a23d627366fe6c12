"""A report of a meeting on water and boats, whose outcome stands before its deliberations."""

from __future__ import annotations

from corpus.types import Document
from tests.support.small_library import garden

_REPORT = """\
Report on the meeting

I. Recommendations

1. States should count their wells.

2. States should mend their pumps, by:

(a) Buying parts;

(b) Training people.

3. Boats should be painted.

II. Deliberations

A. Water

4. The Board considered agenda item 2, on water.

5. Wells were said to be deep.

6. Statements were made by Chad and Mali.

7. The recommendations adopted under this agenda item are contained in paragraphs 1 and 2 above.

B. Boats

8. The Board considered agenda item 3, on boats. As noted in paragraph 6 above, two States spoke.

9. The recommendation adopted under this agenda item is set out in paragraph 3 above.

III. Organization

A. Agenda

10. The Board adopted the following agenda:

1. Opening.

2. Water.

3. Boats.

11. The meeting was opened by the Chair.

B. Proceedings

12. In the morning the Board heard a film on agenda items 2 and 3.

13. The meeting was closed at noon.
"""


def meeting() -> Document:
    """Return the report, which has two items on its agenda beside the opening."""
    return garden("A/80/5", _REPORT)
