"""Foreign text (of documents, titles, questions) made safe to write into other formats.

In Markdown, BibTeX and RIS it stays text: it opens no link, ends no field and begins no command.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Control characters, line separators, the two bidi controls that can make text read as other
text, halves of surrogate pairs, and what Unicode says is no character."""

_INLINE = re.compile(
    r"[\\`*_\[\]<>~$&]|(?<=http):(?=//)|(?<=https):(?=//)|(?<=www)\.", re.IGNORECASE
)
"""What means something inside a line of CommonMark 0.31, and what GitHub makes links and formulas
of."""

_BLOCK = re.compile(r"(?P<indent>\s*)(?:(?P<mark>[#+=:|-])|(?P<number>[0-9]{1,9})(?P<dot>[.)]))")
"""What begins a heading, a list, a table or a rule at the start of a line."""

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts braces that a backslash precedes, too.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{character: f"\\{character}" for character in "$&#_%"},
    }
)


def visible(text: str) -> str:
    """Return the text with its control characters made visible.

    A control character becomes the replacement character, a bidi override becomes its name in
    brackets (``[U+202E]``); tabs, newlines and other line separators become spaces. Other bidi
    marks stay: scripts that run from right to left need them, and the caller isolates the text.
    """
    return _UNSEEN.sub(lambda found: _visible_character(found.group()), text)


def _visible_character(character: str) -> str:
    if character in "\t\n\r\f\v\x85\u2028\u2029":
        return " "
    return f"[U+{ord(character):04X}]" if character in "\u202d\u202e" else "\ufffd"


def as_markdown(text: str) -> str:
    """Return the text for a line of Markdown of its own or a part of one."""
    escaped = _INLINE.sub(lambda found: f"\\{found.group()}", visible(text))
    return _BLOCK.sub(_stopped, escaped, count=1) if _BLOCK.match(escaped) else escaped


def _stopped(found: re.Match[str]) -> str:
    if found["mark"]:
        return f"{found['indent']}\\{found['mark']}"
    return f"{found['indent']}{found['number']}\\{found['dot']}"


def as_bibtex(text: str) -> str:
    """Return the text for a field of BibTeX between braces, to be set by LaTeX."""
    return " ".join(visible(text).split()).translate(_BIBTEX)


def as_ris(text: str) -> str:
    """Return the text for one line of RIS, which ends where the line ends."""
    return " ".join(visible(text).split())
