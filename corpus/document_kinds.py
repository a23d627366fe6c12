"""What kind of document it is, by its symbol and by the words of its title."""

from __future__ import annotations

import re

_BY_SERIES = {
    "RES": "resolution",
    "DEC": "decision",
    "PRST": "statement",
    "NGO": "statement",
    "PV": "meeting record",
    "SR": "meeting record",
    "SGB": "bulletin",
    "CO": "concluding observations",
    "GC": "general comment",
}
"""Parts of a symbol that say what a document is, as the United Nations use them."""

_AT_START = (
    ("draft resolution", r"(?:.{0,80}: )?draft resolution"),
    ("draft decision", r"(?:.{0,80}: )?draft decision"),
    ("draft report", r"draft (?:annual )?report"),
    ("note verbale", r"notes? verbales?"),
    ("letter", r"(?:identical )?letters? (?:dated|from)|lettres? (?:datée|identique)|carta"),
    ("note", r"(?:technical |explanatory )?note (?:by|of|from|transmi)|note du|nota d"),
    ("resolution", r"résolution|resolution|resolución|резолюция"),
    ("decision", r"decision|décision|decisión"),
    ("agenda", r"(?:annotated |revised )*(?:provisional )?(?:annotated )?agenda|ordre du jour"),
    (
        "statement",
        r"(?:presidential |written |annual |summary )?statement (?:by|submitted|of the pres)",
    ),
    ("summary record", r"(?:provisional )?summary record"),
    ("concluding observations", r"concluding observations|заключительные замечания"),
    ("general comment", r"general (?:comment|recommendation)"),
    ("working paper", r"(?:conference room |working |background |issues )paper"),
    ("judgment", r"(?:judge?ment|arrêt|urteil)"),
    ("report", r"(?:.{0,80}\b)?(?:report|rapport|informe|доклад)s? (?:of|by|on|du|de|del)\b"),
)
_ANYWHERE = (
    ("judgment", r"judge?ment|\bv\.? [A-Z]"),
    ("advisory opinion", r"advisory opinion"),
    ("agenda", r"provisional agenda"),
    ("report", r"\breports?\b|\brapport\b|\binforme\b|\bдоклад\b|报告|تقرير"),
    ("directive", r"\bdirective\b"),
    ("regulation", r"\b(?:regulations?|rulebook|rules)\b"),
    ("treaty", r"\b(?:treaty|convention|covenant|protocol|charter)\b"),
    ("agreement", r"\b(?:agreement|contract|memorandum of understanding)\b"),
    ("law", r"\b(?:act|law|code|statute|constitution)\b"),
    ("budget", r"\bbudget\b"),
)
_OF_A_TEXT = frozenset({"treaty", "law", "regulation", "directive", "agreement", "judgment"})
"""Words that mostly name what a document is about, unless it has no United Nations symbol."""


def names_its_kind(text: str) -> bool:
    """Tell whether words say what a document is and who issued it: ``Report of the …``."""
    return any(re.match(shape, text, re.IGNORECASE) for _, shape in _AT_START)


def find_kind(symbol: str, title: str) -> str:
    """Return ``report``, ``resolution``, ``letter`` and the like; empty if nothing tells.

    Args:
        symbol: Of the document; empty or a file's stem if it has none.
        title: Its parts joined by colons, as ``Situation in Abyei: Report of the …``.
    """
    parts = symbol.split("/")
    for part in parts[1:]:
        name = part.split(".")[0].upper()
        if name in _BY_SERIES:
            return _BY_SERIES[name]
    pieces = [piece.strip() for piece in title.split(": ")]
    # Who issues it stands last: "World social situation: Note by the Secretariat".
    for kind, shape in _AT_START:
        if any(re.match(shape, piece, re.IGNORECASE) for piece in (title, *pieces)):
            return kind
    for kind, shape in _ANYWHERE:
        if kind in _OF_A_TEXT and len(parts) > 1:
            continue
        if re.search(shape, title, re.IGNORECASE if kind != "judgment" else 0):
            return kind
    return ""
