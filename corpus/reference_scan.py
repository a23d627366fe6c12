"""References in running text, and what looks like one but belongs to another instrument.

``para. 25`` and ``51(j)`` are ours; ``article 6, paragraph 6, of the Protocol``, ``resolution
64/293, para. 44`` and ``paragraph 3 of article 32`` are not. Grammar decides: the noun before,
and the noun phrase behind ``of``.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import reference_words as words
from corpus.labels import Part
from corpus.reference_grammar import ReferenceReader, make_parts
from corpus.reference_tokens import Token

_LONGEST_HEADING = 200
_LONGEST_NAME = 14  # words of an instrument's name behind "Convention"


@dataclass(frozen=True, slots=True)
class Scanned:
    """A reference found in a text.

    Attributes:
        document: Symbol that stands with it, None without one.
        parts: What it refers to.
        start: Offset of its first character.
        end: Offset behind its last one.
    """

    document: str | None
    parts: tuple[Part, ...]
    start: int
    end: int


def scan(tokens: list[Token], text: str) -> list[Scanned]:
    """Return the references in running text, in order."""
    reader = ReferenceReader(tokens, text)
    found: list[Scanned] = []
    while reader.at < len(tokens):
        here = reader.at
        if skip_foreign(reader):
            continue
        scanned = _reference(reader)
        if scanned is not None:
            while found and found[-1].end > scanned.start:
                found.pop()  # it stands inside the heading: "“See para. 5”, para. 2"
            found.append(scanned)
        # "annex 5 (a)": the number is the annex's
        if reader.at == here and reader.annex_name() is None:
            reader.at += 1
    return found


def scan_annex(tokens: list[Token], text: str) -> Scanned | None:
    """Return the annex if it is, as a whole, what is asked for: ``what is in the annex?``."""
    reader = ReferenceReader(tokens, text)
    while _asks(reader.peek()) and not reader.is_word(words.ANNEX):
        reader.at += 1
    start = reader.at
    document = reader.front()
    reader.take_word(words.ARTICLES)
    name = reader.annex_name()
    if name is None:
        return None
    end = reader.peek(-1).end
    owner = reader.owner(annex=True)
    if owner is not None and owner.whose == "foreign":
        return None
    if owner is not None and owner.symbol and document is None:
        document, end = owner.symbol, reader.peek(-1).end
    if not all(_asks(token) for token in tokens[reader.at :]):
        return None
    part = Part(name, whole_annex=True)
    return Scanned(document, (part,), tokens[start].start, end)


def _asks(token: Token) -> bool:
    """Tell whether the token may stand beside the thing asked for."""
    return token.kind == "punctuation" or (token.kind == "word" and token.value in words.ASKING)


def _reference(reader: ReferenceReader) -> Scanned | None:
    """Take a reference of ours; None if none begins here or it proves to be another's."""
    taken = take_reference(reader, bare=True)
    if taken is None:
        return None
    document, end = taken.document, taken.end
    owner = reader.owner(annex=":" in taken.parts[0].first)
    if owner is not None and owner.whose == "foreign":
        return None
    if owner is not None and owner.symbol and document is None:
        document, end = owner.symbol, reader.peek(-1).end
    return Scanned(document, taken.parts, taken.start, end)


def take_reference(reader: ReferenceReader, *, bare: bool) -> Scanned | None:
    """Take a reference up to where its owner may follow; None, and nothing taken, if none begins.

    Args:
        reader: Stands where the reference may begin.
        bare: A number that its sub-label gives away counts too.
    """
    mark = reader.at
    start = reader.peek().start
    document = reader.front()
    separated = document is None or reader.is_mark(",:", -1)
    parts = reader.segment() or (_bare(reader) if bare and separated else None)
    if parts is None:
        reader.at = mark
        return None
    heading = _quoted_heading(reader, mark)
    if heading is not None:
        behind, reader.at = reader.at, mark
        division = reader.introduced(heading[1])
        spans = reader.paragraphs(bare=False)
        if spans is not None:
            start, parts = heading[0], make_parts(division, spans)
        else:
            reader.at = behind  # "“Summary”, annex I": two things
    return Scanned(document, parts, start, reader.peek(-1).end)


def _bare(reader: ReferenceReader) -> tuple[Part, ...] | None:
    """Take a number that its sub-label gives away: ``51(j)``; ``51 e`` where one asks for it."""
    mark = reader.at
    token, before = reader.peek(), reader.peek(-1)
    if token.kind != "number" or len(token.value.partition(".")[0]) > 3:
        return None
    if token.glued and not (before.kind == "punctuation" and before.value in "([{“\"'‘¿:,"):
        return None
    acronym = before.kind == "word" and len(before.text) > 1 and before.text.isupper()
    if acronym and not reader.shouted:
        return None  # "GDPR 6 (1)"
    asked = mark == 0 or reader.is_word(words.LEAD, -1)
    if reader.peek(1).kind != "sub" and not (asked and reader.stands_alone(1)):
        return None
    first = reader.number(named=asked)
    if first is None or len(first) == 1:
        reader.at = mark
        return None
    return make_parts("", reader.more([(first, None)], many=False, numbers=True))


def _quoted_heading(reader: ReferenceReader, mark: int) -> tuple[int, str] | None:
    """Return start and words of a heading as we display it: ``“Summary”, para. 2``."""
    if mark < 2 or not (
        reader.tokens[mark - 1].value == "," and reader.tokens[mark - 2].text == "”"
    ):
        return None
    close = reader.tokens[mark - 2].start
    start = reader.text.rfind("“", max(0, close - _LONGEST_HEADING), close)
    inside = reader.text[start + 1 : close]
    return (start, inside) if start >= 0 and inside else None


def skip_foreign(reader: ReferenceReader) -> bool:
    """Go past a provision or an instrument and the paragraphs that belong to it."""
    mark = reader.at
    provision = reader.is_word(words.PROVISIONS)
    instrument = reader.is_word(words.INSTRUMENTS)
    container = reader.is_word(words.CONTAINERS)
    if not (provision or instrument or container):
        return False
    if container and reader.paragraphs(bare=False) is not None:
        reader.at = mark  # "item (2) of paragraph 55"
        return False
    name = reader.peek().text
    reader.at += 1
    if provision or container:
        reader.take_mark(".")
    numbered = _skip_numbers(reader)
    if instrument and name[0].isupper() and not numbered and not reader.shouted:
        _skip_name(reader)
    if instrument or (provision and numbered):
        while _skip_paragraphs(reader):
            continue
    return True


def _skip_numbers(reader: ReferenceReader) -> bool:
    """Go past ``6``, ``6 and 7 (a)``, ``64/293 A``, ``CTOC/COP/…``; tell if there were any."""
    kinds = {"number", "slashed", "sub", "symbol"}
    taken = False
    while True:
        mark = reader.at
        if taken:
            reader.take_mark(",")
            if not reader.take_word(words.AND | words.TO) and reader.peek().kind == "dash":
                reader.at += 1
        token = reader.peek()
        letter = token.kind == "word" and token.text.isupper() and len(token.text) <= 5
        if token.kind not in kinds and not (letter and mark == reader.at):
            reader.at = mark
            return taken
        reader.at += 1
        taken = True


def _skip_name(reader: ReferenceReader) -> None:
    """Go past the rest of a name: ``Convention on the Rights of the Child``."""
    mark = last = reader.at
    for ahead in range(_LONGEST_NAME):
        token = reader.peek(ahead)
        if token.kind != "word" or not (token.text[0].isupper() or reader.is_word(_JOINTS, ahead)):
            break
        if token.text[0].isupper():
            last = mark + ahead + 1
    reader.at = last


_JOINTS = words.CONNECTORS | words.ARTICLES


def _skip_paragraphs(reader: ReferenceReader) -> bool:
    """Go past ``, paragraph 6`` unless it says that it is ours (``of the report``)."""
    mark = reader.at
    if reader.take_mark("'’") and reader.peek().value == "s":
        reader.at += 1
    reader.take_mark(",(")
    if reader.paragraphs(bare=False) is None:
        reader.at = mark
        return False
    behind = reader.at
    owner = reader.owner()
    if owner is not None and owner.whose in {"ours", "document"}:
        reader.at = mark
        return False
    reader.at = behind
    return True
