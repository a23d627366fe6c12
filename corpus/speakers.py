"""Units that say who spoke at a meeting, as reports of the United Nations write it."""

from __future__ import annotations

import re

_SPOKEN = r"(?:statements?|presentations?|remarks|interventions?)"
_TELLS = re.compile(
    rf"\b{_SPOKEN}\b[^.;]{{0,60}}\b(?:was|were)(?: also)? (?:made|delivered|given|heard)\b"
    rf"|\b(?:made|delivered|gave) (?:(?:an?|the following) )?(?:\w+ )?{_SPOKEN}\b"
    rf"|\bheard (?:an? )?{_SPOKEN}\b"
    r"|\b(?:was|were) (?:opened|(?:co-)?chaired|led|introduced) by\b"
    r"|\b(?:moderated|facilitated) by\b"
    r"|\b(?:representatives?|observers?) (?:of|for)\b[^.;]*\b(?:introduced|presented|made|posed)\b"
    r"|\btook the floor\b|\bspoke\b",
    re.IGNORECASE,
)


def tells_who_spoke(text: str) -> bool:
    """Tell whether words say who spoke: "Statements were made by the representatives of …"."""
    return _TELLS.search(text) is not None
