"""References as people write them -> labels; their inverse is in `corpus.display`.

The grammar is in `corpus.reference_grammar` and `corpus.reference_numbers`, what it does in running
text in `corpus.reference_scan`; `corpus.resolve` finds the units.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from corpus import reference_words as words
from corpus.errors import ReferenceSyntaxError
from corpus.labels import Part, number_key, split_label, step_values
from corpus.reference_grammar import ReferenceReader
from corpus.reference_scan import scan, scan_annex
from corpus.reference_tokens import Token, tokenize

_FORMS = "Forms that work: 51(j)(iii); paras. 6–13; annex I, para. 5"
_LONGEST_SHOWN = 60
_LONGEST_SYMBOL = 120
_PAGES = re.compile(
    r"(?<=\S )\(pp?\. [0-9]{1,6}(?:(?:–|, | and )[0-9]{1,6}){0,50}\)(?=\s*(?:;|\Z))"
)
_LABEL_WITH_DIVISION = re.compile(r"(?=.*[^\W\d_])\S(?:.*\S)?:\S.*", re.DOTALL)

_Read = tuple[str | None, tuple[Part, ...]]


@dataclass(frozen=True, slots=True)
class Reference:
    """What a person refers to.

    Attributes:
        document: Symbol of the document as written, None if none is named.
        parts: Labels, ranges and whole annexes, in the order written; at least one.
        start: Offset of its first character in the text it was found in.
        end: Offset behind its last character.
        text: Its words: ``source[start:end] == text``.
    """

    document: str | None
    parts: tuple[Part, ...]
    start: int
    end: int
    text: str


def parse_reference(text: str) -> Reference:
    """Return the reference that a text is, as a whole.

    Takes display forms (`corpus.display`), canonical labels, and what people type: ``51(j)``,
    ``¶ 51``, ``paragraph 51, subparagraph (j)``, ``paras 6 to 9``, ``50 (a) and (c)``, ``annex I``,
    each with the document's symbol in front or, behind, ``of SYMBOL``. Case and kinds of white
    space and dash do not matter, nor does a page in brackets behind a place.

    Raises:
        ReferenceSyntaxError: It is none; or a range runs backwards or joins different levels.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end:
        raise ReferenceSyntaxError(f"The reference is empty. {_FORMS}")
    if any(unicodedata.category(c) == "Cc" and not c.isspace() for c in text):
        raise ReferenceSyntaxError(f"Cannot read {_shown(text)}: control characters. {_FORMS}")
    tokens = _without_pages(tokenize(text, quotes=True), text)
    read = _read(tokens, text, any_cell=True)
    if read is None and tokens[-1].text == ".":
        read = _read(tokens[:-1], text, any_cell=True)
    read = read or _read_behind_title(tokens, text) or _read_label(tokens, text)
    if read is None:
        raise ReferenceSyntaxError(f"Cannot read {_shown(text)} as a reference. {_FORMS}")
    document, parts = read
    return Reference(
        document, tuple(_checked(part, text) for part in parts), start, end, text[start:end]
    )


def find_references(question: str) -> tuple[Reference, ...]:
    """Return the references to numbered paragraphs in running text, in order.

    A number counts with ``para.``, ``§`` or the like before it, or with a sub-label (``51(j)``);
    alone only if it is the whole question. ``the annex`` counts if it is what is asked for.
    References to other instruments (``paragraph 6 of the Protocol``) do not count. Whether
    the paragraphs exist is for `corpus.resolve` to say, and so is a range that runs backwards.
    """
    tokens = tokenize(question, quotes=False)
    first, last = 0, len(tokens)
    while first < last and tokens[first].text in "¿¡":
        first += 1
    while last > first and tokens[last - 1].text in "?!.…":
        last -= 1
    inner = tokens[first:last]
    read = _read(inner, question, any_cell=False) if inner else None
    if read is not None:
        start, end = inner[0].start, inner[-1].end
        return (Reference(*read, start, end, question[start:end]),)
    found = scan(tokens, question)
    annex = None if found else scan_annex(tokens, question)
    return tuple(
        Reference(s.document, s.parts, s.start, s.end, question[s.start : s.end])
        for s in (found or ([annex] if annex else []))
    )


def _without_pages(tokens: list[Token], text: str) -> list[Token]:
    """Return the tokens but those of pages in brackets, ``(pp. 2 and 3)`` (`corpus.display`)."""
    spans = [(found.start(), found.end()) for found in _PAGES.finditer(text)]
    kept = [t for t in tokens if not any(start <= t.start < end for start, end in spans)]
    return kept or tokens


def _read(tokens: list[Token], text: str, *, any_cell: bool) -> _Read | None:
    """Read tokens that are a reference and nothing else; None if they are not."""
    document: str | None = None
    parts: list[Part] = []
    start = 0
    while start < len(tokens):
        stop = next((i for i in range(start, len(tokens)) if tokens[i].text == ";"), len(tokens))
        reader = ReferenceReader(
            tokens, text, start=start, stop=stop, whole=True, any_cell=any_cell
        )
        front = reader.front()
        if front and reader.is_mark("(", -1) and tokens[stop - 1].text == ")":
            reader.stop -= 1
        segment = reader.segment()
        owner = reader.owner(annex=True) if segment else None
        if segment is None or reader.at < reader.stop or (owner and owner.whose == "foreign"):
            return None
        for symbol in (front, owner.symbol if owner else None):
            if symbol and document not in (None, symbol):
                return None
            document = document or symbol
        parts += segment
        start = stop + 1
    return (document, tuple(parts)) if parts else None


def _read_label(tokens: list[Token], text: str) -> _Read | None:
    """Read a canonical label below a heading or of a row, ``Draft decision:3``, as it stands."""
    document = None
    label = text.strip()
    if len(tokens) > 2 and tokens[0].kind == "symbol" and tokens[1].text in {",", ":"}:
        document, label = tokens[0].value, text[tokens[2].start :].strip()
    if _LABEL_WITH_DIVISION.fullmatch(label) is None:
        return None
    return document, (Part(label),)


def _read_behind_title(tokens: list[Token], text: str) -> _Read | None:
    """Read a reference behind a symbol of another make than UN symbols: ``Handbook, para. 5``."""
    reader = ReferenceReader(tokens, text, whole=True)
    opening = words.UNNUMBERED | words.ANNEX | words.PREAMBLE | words.PREAMBULAR
    opening |= frozenset({"introductory"})
    for at in range(1, len(tokens) - 1):
        reader.at = at + 1
        if tokens[at].text != "," or not (
            reader.is_paragraph_word() or reader.is_word(opening) or reader.peek().kind == "quoted"
        ):
            continue
        title = " ".join(text[: tokens[at].start].split())
        reader.at = 0
        own = reader.is_paragraph_word() or reader.is_word(opening | words.SUBPARAGRAPH)
        if own or not title[0].isalpha() or len(title) > _LONGEST_SYMBOL:
            return None
        read = _read(tokens[at + 1 :], text, any_cell=True)
        return (title, read[1]) if read and read[0] is None else None
    return None


def _checked(part: Part, text: str) -> Part:
    """Return the part, a range of one as a single label.

    Raises:
        ReferenceSyntaxError: The range runs backwards or joins different levels.
    """
    if part.last is None:
        return part
    first, last = split_label(part.first), split_label(part.last)
    if first == last:
        return replace(part, last=None)
    shown = f"{part.first}–{part.last}"
    if first.steps[:-1] != last.steps[:-1]:
        raise ReferenceSyntaxError(
            f"Cannot read {_shown(text)}: the ends of {shown} are not at one level. {_FORMS}"
        )
    if _runs_backwards(first.steps, last.steps):
        raise ReferenceSyntaxError(f"Cannot read {_shown(text)}: {shown} runs backwards. {_FORMS}")
    return part


def _runs_backwards(first: tuple[str, ...], last: tuple[str, ...]) -> bool:
    if len(first) == 1:
        return number_key(first[0]) > number_key(last[0])
    one, other = step_values(first[-1]), step_values(last[-1])
    shared = one.keys() & other.keys()
    return bool(shared) and all(one[k] > other[k] for k in shared)


def _shown(text: str) -> str:
    short = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return repr(short)
