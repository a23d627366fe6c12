"""What a document's own words point at: its paragraphs, annexes, agenda items and documents.

`corpus.reference_scan` reads references as a question has them; running text of a document is
stricter, because it mostly speaks of other texts. What belongs to another text is left out:

- by what follows: ``of the Protocol``, ``of his report``, ``of which``;
- by what stands before: ``A/79/345, para. 5``, ``ibid., para. 5``, ``sect. XV, para. 5``;
- where neither tells, by another text that is named in the same breath.

``above``, ``below`` and ``of the present report`` say that it is our own. Words in quotation marks
are somebody else's. `corpus.links` finds the units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from corpus import reference_words as words
from corpus.labels import Part
from corpus.reference_grammar import ReferenceReader
from corpus.reference_numbers import Span
from corpus.reference_scan import skip_foreign, take_reference
from corpus.reference_tokens import Token, tokenize
from corpus.sentences import split_sentences
from corpus.symbols import symbol_key

MentionKind = Literal["paragraph", "agenda item", "document", "annex"]
Said = Literal["", "above", "below", "ours"]

_WORTH_READING = re.compile(r"par[aá]?|[§¶/]|annex|anexo|append|attach|enclos|schedul|item", re.I)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_LEADING = frozenset({"alia", "example", "instance", "e.g"})  # "see, inter alia, paras. 3"
_POINTING = words.SEE | words.IN | words.ARTICLES
_SAME = words.DEICTIC | frozenset({"same", "that"})
_UNDER = frozenset({"under"})
_PROVISIONAL = frozenset({"provisional", "draft", "preliminary"})
_LISTED_ELSEWHERE = re.compile(r"\bsessions? of (?:the|its)\b", re.I)
_NOT_PLAIN = frozenset({"symbol", "slashed", "number", "sub"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that point at something in the document they stand in.

    Attributes:
        kind: What they point at.
        start: Offset of the first character.
        end: Offset behind the last one.
        parts: Of a paragraph or annex reference, as written; empty for ``the preceding paragraph``.
        items: Numbers of agenda items; empty for ``this agenda item``.
        symbol: Of a document.
        said: What the words say of the place: ``above``, ``below``, ``ours`` (``of this report``).
        plain: An item without ``agenda`` beside it: ``under item 3``.
    """

    kind: MentionKind
    start: int
    end: int
    parts: tuple[Part, ...] = ()
    items: tuple[Span, ...] = ()
    symbol: str = ""
    said: Said = ""
    plain: bool = False


def find_mentions(text: str, symbol: str, lead_in: str = "") -> tuple[Mention, ...]:
    """Return what a unit's words point at in its own document, in order.

    Args:
        text: The unit's own words.
        symbol: Of the document, which may name itself.
        lead_in: Words that the unit carries on; another text named there counts as named here.
    """
    if _WORTH_READING.search(text) is None:
        return ()
    tokens = tokenize(text, quotes=False)
    reader = _Reader(tokens, text, symbol, lead_in)
    found = [*_documents(tokens, symbol), *reader.mentions()]
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    ours = (m for m in found if not any(s < m.start < e for s, e in quoted))
    return tuple(sorted(ours, key=lambda mention: (mention.start, mention.end)))


def find_items(text: str, symbol: str) -> Iterator[Mention]:
    """Yield where words name an agenda item or another document.

    Args:
        text: As a person writes it.
        symbol: Of the document that is spoken of; it does not name itself.
    """
    for mention in find_mentions(text, symbol):
        if mention.kind == "document" or mention.items:
            yield mention


def _documents(tokens: Sequence[Token], own: str) -> Iterator[Mention]:
    """Yield the symbols of other documents, each as a whole."""
    for token, behind in zip(tokens, [*tokens[1:], None], strict=True):
        cut_short = behind is not None and behind.glued and behind.text in {"/", "-"}
        if token.kind == "symbol" and not _alike(token.value, own) and not cut_short:
            yield Mention("document", token.start, token.end, symbol=token.value)


def _alike(one: str, other: str) -> bool:
    """Compare symbols; one that a file was named after has other marks between its pieces."""
    return symbol_key(one) == symbol_key(other)


class _Reader:
    """Goes through a unit's words once, and remembers where another text was spoken of."""

    def __init__(self, tokens: list[Token], text: str, symbol: str, lead_in: str) -> None:
        self._read = ReferenceReader(tokens, text)
        self._read.spanish = True  # "para 60": only "para. 60" counts
        self._symbol = symbol
        self._foreign_end = -1  # token behind the last words that belong to another text
        self._foreign_lead_in = self._names_another(tokenize(lead_in, quotes=False))

    @cached_property
    def _sentences(self) -> tuple[tuple[int, int], ...]:
        return split_sentences(self._read.text)

    def mentions(self) -> Iterator[Mention]:
        """Yield paragraphs, annexes and agenda items."""
        read = self._read
        while read.at < len(read.tokens):
            here = read.at
            mention = self._item() or self._preceding()
            if mention is None and skip_foreign(read):
                self._foreign_end = read.at
                continue
            mention = mention or self._paragraphs() or self._annex()
            if mention is not None:
                yield mention
            read.at = max(read.at, here + 1)

    # ---- paragraphs and annexes

    def _paragraphs(self) -> Mention | None:
        read, here = self._read, self._read.at
        taken = take_reference(read, bare=False)
        if taken is None:
            return None
        said = self._said(here, read.at)
        if taken.document is not None:
            said = "ours" if _alike(taken.document, self._symbol) else None
        if said is None:
            self._foreign_end = read.at
            return None
        return Mention("paragraph", taken.start, taken.end, parts=taken.parts, said=said)

    def _annex(self) -> Mention | None:
        """Take ``annex I``, ``the annex``."""
        read, here = self._read, self._read.at
        name = read.annex_name()
        if name is None:
            return None
        end = read.peek(-1).end
        before = read.peek(here - read.at - 1)
        bare = " " not in name
        # "to annex", "its annex", "all annex 2 States"
        pointed = before.text == "(" or (before.kind == "word" and before.value in _POINTING)
        follows = read.peek()
        named = follows.kind == "word" and not read.is_word(
            words.TAIL | words.CONNECTORS | words.ANNEX_TO | words.ABOVE | words.BELOW
        )
        said = self._said(here, read.at, annex=True)
        if said is None or (said != "ours" and ((bare and not pointed) or named)):
            self._foreign_end = read.at
            return None
        return Mention(
            "annex", read.tokens[here].start, end, parts=(Part(name, whole_annex=True),), said=said
        )

    def _preceding(self) -> Mention | None:
        """Take ``the preceding paragraph``, one only."""
        read = self._read
        if not (
            read.is_word(words.ARTICLES, -1)
            and read.is_word(words.PRECEDING)
            and read.is_word(words.PARAGRAPH, 1)
        ):
            return None
        start, end = read.peek().start, read.peek(1).end
        read.at += 2
        if read.peek().kind == "number" or self._owner(annex=False) is None:
            return None
        return Mention("paragraph", start, end)

    def _said(self, first: int, behind: int, *, annex: bool = False) -> Said | None:
        """Return what the words say of a reference's place, None if it is another text's."""
        read = self._read
        read.at = behind
        said = self._owner(annex=annex)
        if said == "":
            read.at = behind
            foreign = self._shared_owner() or self._introduced_by_another(first)
            said = None if foreign else ""
        read.at = behind
        return said

    def _owner(self, *, annex: bool) -> Said | None:
        """Read whose it is from what follows; None for another text's, empty if it is not said."""
        read = self._read
        for said, vocabulary in (("above", words.ABOVE), ("below", words.BELOW)):
            if read.take_word(vocabulary):
                return "above" if said == "above" else "below"
        mark = read.at
        read.take_mark(",")
        if read.is_word(words.THEREOF):
            return None
        of = read.take_word(words.OF) or (annex and read.take_word(words.ANNEX_TO))
        inside = not of and read.take_word(words.IN)
        if not (of or inside):
            read.at = mark
            return ""
        read.take_word(words.ARTICLES)
        if read.take_word(words.DEICTIC) and read.is_word(words.DOCUMENTS):
            return "ours"
        if of:
            return None
        read.at = mark
        owner = read.owner()
        return "" if owner is None or owner.whose == "unsaid" else None

    def _shared_owner(self) -> bool:
        """Tell whether it shares another text's owner: ``para. 5 and the annex of the Pact``."""
        read = self._read
        while True:
            mark = read.at
            comma = read.take_mark(",")
            if not (read.take_word(words.AND) or comma):
                return False
            read.take_word(words.IN)
            read.take_word(words.ARTICLES)
            if take_reference(read, bare=False) is None and read.annex_name() is None:
                read.at = mark
                return False
            behind = read.at
            if self._owner(annex=True) is None:
                return True
            read.at = behind

    def _introduced_by_another(self, first: int) -> bool:
        """Tell whether what stands before makes it, or may make it, another text's."""
        tokens = self._read.tokens
        before = [token for token in tokens[max(0, first - 3) : first] if token.text != "."]
        if any(token.value in words.IBIDEM for token in before):
            return True
        at = first - 1
        while at >= 0 and tokens[at].value in words.ARTICLES:
            at -= 1
        last = tokens[at] if at >= 0 else None
        if last is None:
            return True  # "Paragraph 5 requests": of what was spoken of before
        if last.text == "," and not (at and tokens[at - 1].value in _LEADING):
            return True
        if last.kind in _NOT_PLAIN or last.text in {")", "’", "'"}:
            return True
        if self._joined_to_another(at):
            return True
        opening = max((i for i in range(at + 1) if tokens[i].text == "("), default=-1)
        if opening >= 0 and all(tokens[i].text != ")" for i in range(opening, at + 1)):
            see = tokens[opening + 1].value in words.SEE
            if self._names_another(tokens[opening + 1 : at + 1]) or self._is_name(opening - 1, see):
                return True
            if see:
                return False
        if last.value in words.SEE:
            return False
        return self._speaks_of_another(first)

    def _joined_to_another(self, at: int) -> bool:
        """Tell whether only ``; see also``, ``and`` or the like parts it from another's."""
        tokens = self._read.tokens
        joints = words.AND | words.SEE | words.IN
        while at >= 0 and (tokens[at].value in joints or tokens[at].text in {",", ";"}):
            at -= 1
        return at + 1 <= self._foreign_end

    def _is_name(self, at: int, see: bool) -> bool:
        """Tell whether words end in another text's name or mark: ``the Pact (para. 5)``.

        Before ``(see para. 5)`` a name may be a place; only an instrument's or a document's counts.
        """
        tokens = self._read.tokens
        if at < 0:
            return False
        if tokens[at].kind in _NOT_PLAIN or tokens[at].text == ")":
            return True
        if not see:
            return tokens[at].text[:1].isupper()
        joints = words.CONNECTORS | words.ARTICLES
        while at >= 0 and tokens[at].kind == "word":
            if tokens[at].value in words.INSTRUMENTS | words.PROVISIONS | words.DOCUMENTS:
                return not (at and tokens[at - 1].value in words.DEICTIC)
            if not (tokens[at].text[0].isupper() or tokens[at].value in joints):
                break
            at -= 1
        return False

    def _speaks_of_another(self, first: int) -> bool:
        """Tell whether another text is named before it in the unit, or anywhere in its sentence."""
        tokens = self._read.tokens
        start, end = self._sentence(tokens[first].start)
        opening = next(i for i, token in enumerate(tokens) if token.start >= start)
        if all(token.value in words.IN | words.ARTICLES for token in tokens[opening:first]):
            return True  # "In paragraph 3, it requested": of what was spoken of before
        sentence = [t for t in tokens if start <= t.start < end]
        earlier = self._names_another([t for t in tokens if t.start < start])
        return earlier or self._foreign_lead_in or self._names_another(sentence, loosely=True)

    def _sentence(self, place: int) -> tuple[int, int]:
        return next(((s, e) for s, e in self._sentences if s <= place < e), (0, place + 1))

    def _names_another(self, tokens: Sequence[Token], *, loosely: bool = False) -> bool:
        """Tell whether words name another text.

        Args:
            tokens: The words.
            loosely: A document or instrument counts without its number too: ``his report``.
        """
        for at, token in enumerate(tokens):
            if token.kind == "slashed":
                return True
            if token.kind == "symbol" and not _alike(token.value, self._symbol):
                return True
            nouns = words.DOCUMENTS | words.INSTRUMENTS | words.PROVISIONS
            if loosely and token.kind == "word" and token.value in nouns:
                return not (at and tokens[at - 1].value in words.DEICTIC)
        return False

    # ---- agenda items

    def _item(self) -> Mention | None:
        """Take ``agenda items 2 and 3 (a)``, ``item 2 of its agenda``, ``this agenda item``."""
        read, here = self._read, self._read.at
        same = self._same_item()
        if same is not None:
            return same
        agenda = read.take_word(words.AGENDA)
        many = read.peek().value.endswith("s")
        if not read.take_word(words.ITEM):
            read.at = here
            return None
        first = read.number(named=False)
        if first is None:
            read.at = here
            return None
        items = read.more([(first, None)], many=many, numbers=True)
        start, end, behind = read.tokens[here].start, read.peek(-1).end, read.at
        named = self._of_agenda()
        if named is None or self._elsewhere(here):
            read.at = behind
            return None
        end = read.peek(-1).end if named else end
        return Mention("agenda item", start, end, items=tuple(items), plain=not (agenda or named))

    def _same_item(self) -> Mention | None:
        read, here = self._read, self._read.at
        if not read.take_word(_SAME):
            return None
        agenda = read.take_word(words.AGENDA)
        under = read.is_word(_UNDER, here - read.at - 1) or read.is_word(_UNDER, here - read.at - 2)
        if not (read.take_word(words.ITEM) and (agenda or under)) or read.peek().kind == "number":
            read.at = here
            return None
        return Mention("agenda item", read.tokens[here].start, read.peek(-1).end)

    def _of_agenda(self) -> bool | None:
        """Take ``of its agenda``; None if the items are of something else.

        A provisional agenda need not be the one that was adopted.
        """
        read, mark = self._read, self._read.at
        read.take_mark(",")
        if not read.take_word(words.OF):
            read.at = mark
            return False
        for _ in range(3):
            if read.take_word(words.AGENDA):
                other = read.is_word(words.OF | words.ANNEX_TO | frozenset({"for"}))
                return None if other else True
            plain = read.peek().kind == "word" and read.peek().text.islower()
            if not plain or read.peek().value in _PROVISIONAL:
                return None
            read.at += 1
        return None

    def _elsewhere(self, first: int) -> bool:
        """Tell whether the items are on another body's agenda."""
        before = self._read.tokens[first - 1] if first else None
        if before is not None and (before.text in {"’", "'"} or before.value == "s"):
            return True
        text = self._read.text
        start, end = self._sentence(self._read.tokens[first].start)
        return _LISTED_ELSEWHERE.search(text[start:end]) is not None
