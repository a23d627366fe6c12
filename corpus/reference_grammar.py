"""The grammar of a reference over tokens: annexes, headings, and whose the paragraphs are.

reference  = [symbol] segment {";" segment}
segment    = annex [paragraphs | cell] | heading paragraphs | paragraphs ["of" annex] [owner]
annex      = ("annex" | "appendix" | …) [designation] | "part" designation
owner      = ("of" | "in") (symbol | "the report" | "it" | another instrument)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus import reference_words as words
from corpus.labels import Label, Part, is_annex, step_values
from corpus.reference_numbers import NumberReader, Span
from corpus.reference_tokens import Token
from corpus.structure.markers import PART_NUMBERS

_INTRO = frozenset({"intro"})
_INTRODUCTORY = frozenset({"introductory"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose the paragraphs are.

    Attributes:
        whose: ``ours`` (``of the report``, ``of it``), ``document`` (``of A/80/66``), ``foreign``
            (``of the Protocol``), ``unsaid`` (``in Vienna``).
        symbol: Of the document.
    """

    whose: Literal["ours", "document", "foreign", "unsaid"]
    symbol: str | None = None


class ReferenceReader(NumberReader):
    """Reads segments of a reference.

    Args:
        tokens: Of the whole text.
        text: What they were made of.
        start: First token to read.
        stop: Token to stop before.
        whole: The tokens are a reference and nothing else.
        any_cell: The first cell of a table row may be any words, not only a symbol.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        text: str,
        *,
        start: int = 0,
        stop: int | None = None,
        whole: bool = False,
        any_cell: bool = False,
    ) -> None:
        super().__init__(tokens, text, start=start, stop=stop, whole=whole)
        self.any_cell = any_cell

    def segment(self) -> tuple[Part, ...] | None:
        """Take one segment; None, and nothing taken, if none begins here."""
        mark = self.at
        if self.whole:
            self.take_word(words.ARTICLES)
            self.take_mark("'’")
        parts = self._in_annex() or self._in_heading() or self._in_body()
        if parts is None:
            self.at = mark
        return parts

    def _in_body(self) -> tuple[Part, ...] | None:
        spans = self.paragraphs(bare=self.whole)
        if spans is None:
            return None
        return make_parts(self._behind() or "", spans)

    def _behind(self) -> str | None:
        """Take ``of the annex``, ``, annex I`` or ``of the preamble``."""
        mark = self.at
        self.take_mark(",")
        of = self.take_word(words.OF | words.IN)
        if of:
            self.take_word(words.DETERMINERS | words.DEICTIC)
            self.take_mark("'’")
            if self.take_word(words.PREAMBLE):
                return "intro"
        annex = self.annex_name()
        # "In para. 25, annexes are mentioned": a comma alone needs a designation
        if annex is None or not (of or " " in annex):
            self.at = mark
            return None
        return annex

    def annex_name(self) -> str | None:
        """Take ``annex``, ``appendix 2``, ``part two``; return it as labels have it."""
        if self.is_word(words.PART):
            return self._part_name()
        if not self.is_word(words.ANNEX):
            return None
        name = self.peek().value
        self.at += 1
        token = self.peek()
        designated = f"{name} {token.text}"
        if is_annex(designated) and (token.kind == "number" or self._designates(token)):
            self.at += 1
            return designated
        return name

    def _part_name(self) -> str | None:
        token = self.peek(1)
        number = token.value if token.value in PART_NUMBERS else token.text
        name = f"part {number}"
        if not is_annex(name) or (len(number) == 1 and number.islower()):
            return None
        self.at += 2
        return name

    def _designates(self, token: Token) -> bool:
        """Tell a designation from a word: not so in ``annex a list``, ``ANNEX A LIST``."""
        if self.whole or (token.text.isupper() and not self.shouted):
            return True
        follows = self.peek(1).kind in {"end", "punctuation"} or self.is_paragraph_word(1)
        return "roman" in step_values(token.text) and follows

    def _in_annex(self) -> tuple[Part, ...] | None:
        mark = self.at
        annex = self.annex_name()
        if annex is None:
            return None
        colon, separated = self._take_separator()
        if self._take_introductory():
            annex = f"{annex} intro"
            colon, separated = self._take_separator()
        after = self.at
        spans = self.paragraphs(bare=self.whole or colon)
        if spans is not None and (not self.whole or self.closes()):
            return make_parts(annex, spans)
        self.at = after
        cells = self._cells(separated=separated)
        if cells is not None:
            return tuple(Part(Label(annex, cell=cell).text) for cell in cells)
        if self.whole and not separated and self.closes():
            return (Part(annex, whole_annex=True),)
        self.at = mark
        return None

    def _take_separator(self) -> tuple[bool, bool]:
        """Take a comma or colon; tell whether it joins a canonical label, and if there was one."""
        colon = self.is_mark(":") and self.peek().glued and self.peek(1).glued
        return colon, self.take_mark(",:")

    def introduced(self, heading: str) -> str:
        """Return the division of a heading, or of its introductory text if that is named next."""
        if not self._take_introductory():
            return heading
        self.take_mark(",:")
        return f"{heading} intro"

    def _take_introductory(self) -> bool:
        if self.is_word(_INTRODUCTORY) and self.is_word(words.DOCUMENTS, 1):
            self.at += 2
            return True
        if self.take_word(words.PREAMBLE):
            return True
        if self.is_word(words.PREAMBULAR) and self.is_paragraph_word(1):
            self.at += 1
            return True
        return self.is_mark(":", 1) and self.take_word(_INTRO)

    def _cells(self, *, separated: bool) -> list[str] | None:
        """Take the first cells of table rows: symbols, one quotation, or any words."""
        mark = self.at
        cells = []
        if self.peek().kind == "quoted" and separated:
            cells = [self.peek().value]
            self.at += 1
        while self.peek().kind == "symbol":
            cells.append(self.peek().text)
            self.at += 1
            here = self.at
            self.take_mark(",")
            self.take_word(words.AND)
            if self.at == here or self.peek().kind != "symbol":
                self.at = here
                break
        if cells and (not self.whole or self.closes()):
            return cells
        self.at = mark
        if not (self.any_cell and separated and mark < self.stop):
            return None
        start, end = self.peek().start, self.tokens[self.stop - 1].end
        self.at = self.stop
        return [" ".join(self.text[start:end].split())]

    def _in_heading(self) -> tuple[Part, ...] | None:
        mark = self.at
        quoted = self.peek().kind == "quoted"
        heading, bare = self._heading()
        if heading is None:
            return None
        after = self.at
        spans = self.paragraphs(bare=bare)
        if spans is not None and (not self.whole or self.closes()):
            return make_parts(heading, spans)
        self.at = after
        if quoted and self.closes():
            return (Part(heading),)
        cells = self._cells(separated=True) if quoted and self.is_mark(",", -1) else None
        if cells is not None:
            return tuple(Part(Label(heading, cell=cell).text) for cell in cells)
        self.at = mark
        return None

    def _heading(self) -> tuple[str | None, bool]:
        """Take what names a heading; tell too whether a number may follow without ``para.``."""
        token = self.peek()
        if token.kind == "quoted":
            self.at += 1
            self.take_mark(",")
            return self.introduced(token.value), False
        if token.text in {"intro", "p"} and self.is_mark(":", 1) and self.peek(2).glued:
            self.at += 2
            return token.text, True
        if self._take_introductory():
            self.take_mark(",")
            return "intro", False
        if self.is_word(words.UNNUMBERED) and self.is_paragraph_word(1):
            self.at += 1
            return "p", False
        return None, False

    def front(self) -> str | None:
        """Take a document's symbol that stands before a reference."""
        mark = self.at
        self.take_word(words.ARTICLES | words.DEICTIC)
        if not self.take_word(words.DOCUMENTS):
            self.at = mark
        if self.peek().kind != "symbol":
            self.at = mark
            return None
        symbol = self.peek().value
        self.at += 1
        if self.is_mark("'’") and self.peek(1).value == "s":
            self.at += 2
        self.take_mark(",:(")
        mark = self.at
        if self.take_word(words.CONTAINERS):  # "A/80/5 (Vol. II), chap. II, para. 5"
            self.take_mark(".")
            self.at += 1
            if not (self.take_mark(",") and self.is_paragraph_word()):
                self.at = mark
        return symbol

    def closes(self) -> bool:
        """Tell whether nothing follows but, perhaps, whose it is."""
        mark = self.at
        self.owner(annex=True)
        closed = self.at >= self.stop
        self.at = mark
        return closed

    def owner(self, *, annex: bool = False) -> Owner | None:
        """Take ``of the report``, ``of CTOC/…``, ``of the Protocol``; None if none follows.

        A document noun or a pronoun is ours; a symbol names a document; the noun of an instrument
        or a provision, or a capitalised name, is another text's.

        Args:
            annex: Said of an annex, which also takes ``to``.
        """
        mark = self.at
        comma = self.take_mark(",")
        of = self.take_word(words.OF)
        if not (of or self.take_word(words.IN) or (annex and self.take_word(words.ANNEX_TO))):
            self.at = mark
            return None
        self.take_mark("'’")
        if self.is_word(words.PRONOUNS) and self.peek(1).kind != "word":
            self.at += 1
            return Owner("ours")
        deictic = False
        while self.is_word(words.DETERMINERS | words.DEICTIC):
            deictic = deictic or self.is_word(words.DEICTIC)
            self.at += 1
            self.take_mark("'’")
        found, named = self._noun_phrase()
        if found is not None:
            return Owner("ours") if deictic and found.whose == "foreign" else found
        if deictic:
            return Owner("ours")
        foreign = named and of and not comma and not self.shouted
        return Owner("foreign" if foreign or self.whole else "unsaid")

    def _noun_phrase(self) -> tuple[Owner | None, bool]:
        """Take words up to one that decides; tell too whether a name was among them."""
        named = container = False
        for _ in range(10):
            token = self.peek()
            if token.kind == "symbol" or self.is_word(words.DOCUMENTS):
                return self._document(), named
            if self.is_word(words.INSTRUMENTS | words.PROVISIONS):
                self.at += 1
                return Owner("foreign"), named
            if self.is_word(words.CONTAINERS):
                container = True
            elif container and self.is_word(words.OF):
                container = False  # "of chapter III of the Convention"
                while self.is_word(words.DETERMINERS, 1):
                    self.at += 1
            elif token.kind == "word" and not self.is_word(words.CONNECTORS | words.TAIL):
                named = named or (token.text[0].isupper() and not container)
            elif token.kind not in {"number", "slashed"} and not self.is_mark("'’"):
                break
            self.at += 1
        return None, named

    def _document(self) -> Owner:
        if self.take_word(words.DOCUMENTS) and self.peek().kind != "symbol":
            if self.whole and self.is_word(words.OF | words.CONNECTORS):
                self.at = self.stop  # "of the report of the Working Group on …"
            return Owner("ours")
        self.at += 1
        return Owner("document", self.peek(-1).value)


def make_parts(division: str, spans: Sequence[Span]) -> tuple[Part, ...]:
    """Return the parts of a reference for paragraphs of one division."""
    return tuple(
        Part(Label(division, first).text, Label(division, last).text if last else None)
        for first, last in spans
    )
