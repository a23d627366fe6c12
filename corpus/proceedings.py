"""Units that say who spoke at a meeting, and when it sat, as United Nations reports write it."""

from __future__ import annotations

import re

_SPOKEN = r"(?:statements?|presentations?|remarks|interventions?)"
_WHO_SPOKE = re.compile(
    rf"\b{_SPOKEN}\b[^.;]{{0,60}}\b(?:was|were)(?: also)? (?:made|delivered|given|heard)\b"
    rf"|\b(?:made|delivered|gave) (?:(?:an?|the following) )?(?:\w+ )?{_SPOKEN}\b"
    rf"|\bheard (?:an? )?{_SPOKEN}\b"
    r"|\b(?:was|were) (?:opened|(?:co-)?chaired|led|introduced) by\b"
    r"|\b(?:moderated|facilitated) by\b"
    # A list of countries may be long; without a bound the search would be quadratic.
    r"|\b(?:representatives?|observers?) (?:of|for)\b[^.;]{0,2000}"
    r"\b(?:introduced|presented|made|posed)\b"
    r"|\btook the floor\b|\bspoke\b",
    re.IGNORECASE,
)

_WHEN_IT_SAT = re.compile(
    r"\b(?:at|during) (?:its|the|their) [^.;]{0,60}\b(?:meetings?|sittings?)\b", re.IGNORECASE
)


def tells_who_spoke(text: str) -> bool:
    """Tell whether words say who spoke: "Statements were made by the representatives of …"."""
    return _WHO_SPOKE.search(text) is not None


def tells_when_it_sat(text: str) -> bool:
    """Tell whether words say at which meeting something was done: "At its 2nd meeting, …"."""
    return _WHEN_IT_SAT.search(text) is not None
