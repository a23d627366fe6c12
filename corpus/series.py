"""The bodies behind the series symbols of United Nations documents.

A document symbol begins with its series: ``E/CN.6/2025/3`` belongs to the Commission on the Status
of Women, which reports to the Economic and Social Council. The table, ``series.json``, is taken
from the United Nations' own lists: "United Nations Document Series Symbols, 1946-1996"
(ST/LIB/SER.B/5/Rev.5) and the research guide "UN Documentation: Document Symbols" of the Dag
Hammarskjöld Library (https://research.un.org/en/docs/symbols). Series that are not listed have
their body from the document's masthead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib import resources

BODIES: Mapping[str, str] = json.loads(
    (resources.files("corpus") / "series.json").read_text(encoding="utf-8")
)
"""First parts of a symbol -> the body whose series it is, in the masthead's words."""

_SESSION = re.compile(r"\(\d+\)$")


def find_bodies(symbol: str) -> tuple[str, ...]:
    """Return the bodies in whose series a symbol stands, the widest first; empty if unknown.

    ``E/CN.6/2025/3`` gives the Economic and Social Council and the Commission on the Status of
    Women. The session in ``COP(8)`` does not tell series apart.
    """
    parts = [_SESSION.sub("", part) for part in symbol.split("/")]
    chain = ("/".join(parts[:length]) for length in range(1, len(parts)))
    return tuple(BODIES[series] for series in chain if series in BODIES)


def is_known_series(symbol: str) -> bool:
    """Tell whether a symbol begins with a listed series."""
    return bool(find_bodies(symbol))
