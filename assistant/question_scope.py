"""Which documents a question is asked of: as the person limits it, and as its words say.

A symbol in the question is a limit, like one set by an option. Words of a title are a preference:
what they name is looked in first, and if the answer is not there, everywhere else. In a library
of one document nothing is read into the words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from assistant.conversation import ReadQuestion
from assistant.document_names import DocumentNames, Name, Strengths
from assistant.named_items import NamedItem, read_items
from assistant.pointed import ASKING
from assistant.scope import Scope, Shelf, unit_test
from assistant.types import ScopeBy
from corpus.display import first_few
from corpus.reference_tokens import Token
from corpus.reference_tokens import tokenize as reference_tokens
from corpus.symbols import read_symbols
from corpus.types import Document
from embeddings.lexical_index import tokenize
from embeddings.library import Library

CLEARLY = 0.75
"""Share of the strongest document's strength from which another is named too."""

FAINT = 0.1
"""Strength up to which words are not said to name a document."""

MOST_SPARED = 2
"""Names without which a question is read too; each takes another pass of the encoder."""

MOST_NAMED = 5
"""Documents that words may name and still be said to name them."""

MOST_SHOWN = 3
"""Documents that a note names; others it counts."""

_LONGEST_TITLE = 90

_SPOKEN_OF = re.compile(
    r"\b(?:refer\w*\s+to|mention\w*|cit(?:es?|ed|ing)|about|concerning|regarding|on|supersed\w+"
    r"|replac\w+)\s+(?:the\s+)?(?:document\s+|report\s+|resolution\s+)?\Z",
    re.IGNORECASE,
)
_LEADING_UP = re.compile(
    r"(?:\b(?:in|of|from|under|per|see|according\s+to|the|document|report|resolution)\s+)+\Z",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(r"\A[\s,:;–—-]+")


@dataclass(frozen=True, slots=True)
class AskedOf:
    """A question and the documents it is asked of.

    Attributes:
        read: The question as it is searched, without the symbols that are limits.
        symbols: Documents to look in, in catalogue order; None for all.
        limited: Whether `symbols` is what a person or the question asked for, not just all
            that is not superseded.
        strengths: How strongly the words name each document, 0 to 1; None if they name none.
        spared: The question without words that name documents, and the places of these.
        named: Documents that the question names, by symbol or clearly by words.
        units: Rows of the units to look in, shape (n_units,); None for all of the documents.
        items: What documents have on the agenda items that it names.
        by: What said which documents.
        note: How it was read, in a sentence; empty if there is nothing to say.
    """

    read: ReadQuestion
    symbols: tuple[str, ...] | None = None
    limited: bool = False
    strengths: Strengths | None = None
    spared: tuple[tuple[str, tuple[int, ...]], ...] = ()
    named: tuple[str, ...] = ()
    units: npt.NDArray[np.bool_] | None = None
    items: tuple[NamedItem, ...] = ()
    by: ScopeBy = ""
    note: str = ""

    def without_words(self) -> AskedOf:
        """Return it as if its words named no document."""
        note = "Looked everywhere: what words of the question name does not answer it."
        kept = replace(self, strengths=None, spared=(), named=())
        return kept if self.limited else replace(kept, by="nothing", note=note)

    @property
    def words(self) -> str:
        """The question's own words, without those that name agenda items which are known."""
        rests = [item.rest for item in self.items if tokenize(item.rest)]
        return rests[0] if rests else self.read.text

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The documents asked of, or else those that are looked in first; empty for all."""
        return self.symbols if self.limited and self.symbols else self.named


class ScopeReader:
    """Reads which documents a question is asked of.

    Args:
        library: Opened library.
        shelf: Its documents by symbol and alias.
    """

    def __init__(self, library: Library, shelf: Shelf) -> None:
        self._shelf = shelf
        self._library = library
        self._symbols = [document.symbol for document in shelf.documents]
        self._names = DocumentNames(library) if len(self._symbols) > 1 else None

    def read(self, read: ReadQuestion, scope: Scope) -> AskedOf:
        """Return what a question is asked of, within the limits that the person set.

        Raises:
            UnknownDocumentError: A limit names a document that the library does not have.
            ScopeError: No document meets the limits.
        """
        asked = self._documents(read, scope)
        named = asked.looked_in or (self._symbols if len(self._symbols) == 1 else ())
        if len(named) > MOST_NAMED:
            return asked
        items = read_items(asked.read.text, named, self._library.catalogue)
        return replace(asked, items=tuple(items))

    def _documents(self, read: ReadQuestion, scope: Scope) -> AskedOf:
        chosen = self._shelf.select(scope)
        symbols = None if len(chosen) == len(self._symbols) else chosen
        note = self._limits_note(scope, chosen) if scope.limits else ""
        by: ScopeBy = "limits" if note else ""
        units = self._units(scope)
        asked = AskedOf(read, symbols, scope.limits, units=units, by=by, note=note)
        if self._names is None or len(chosen) < 2 and scope.limits:
            return asked
        within = set(chosen) if scope.limits else set(self._symbols)
        by_symbol = self._by_symbol(read, within)
        if by_symbol is not None:
            return replace(by_symbol, units=units)
        return self._by_words(asked, set(chosen), self._names)

    def _units(self, scope: Scope) -> npt.NDArray[np.bool_] | None:
        test = unit_test(scope)
        if test is None:
            return None
        units = self._library.units
        return np.fromiter((test(place.unit) for place in units), np.bool_, len(units))

    def _by_symbol(self, read: ReadQuestion, within: Collection[str]) -> AskedOf | None:
        """Limit a question to the documents whose symbols stand in it, None without any."""
        text, background = self._symbols_in(read.text), self._symbols_in(read.background)
        # What a follow-up names itself goes before what was spoken of.
        spans = text or background
        found = {symbol for _, symbols in spans for symbol in symbols}
        named = tuple(s for s in self._symbols if s in found and s in within)
        if not named:
            return None
        own = _without(read.text, [token for token, _ in text])
        before = _without(read.background, [token for token, _ in background])
        # "And in A/HRC/27/4?" asks what was asked before; a bare symbol is searched as it is.
        searched = ReadQuestion(own or before or read.text, before if own else "")
        note = f"Looked in {_listed(named)}, which the question names."
        return AskedOf(searched, named, limited=True, named=named, by="symbol", note=note)

    def _symbols_in(self, text: str) -> list[tuple[Token, tuple[str, ...]]]:
        """Return the symbols in a text that name documents to look in, and these documents."""
        found = []
        for token in reference_tokens(text, quotes=False):
            if token.kind != "symbol":
                continue
            documents = [self._shelf.find(token.text)] + [
                self._shelf.find(symbol) for symbol in read_symbols(token.text)
            ]
            symbols = tuple(dict.fromkeys(d.symbol for d in documents if d is not None))
            if symbols and not _is_spoken_of(text, token):
                found.append((token, symbols))
        return found

    def _by_words(self, asked: AskedOf, within: Collection[str], names: DocumentNames) -> AskedOf:
        """Say how strongly the words of a question name each document."""
        inside = np.array([symbol in within for symbol in self._symbols])
        for text in (asked.read.text, asked.read.background):
            named = names.read(text) if text else None
            if named is None:
                continue
            strengths = np.where(inside, named.strengths, 0).astype(np.float32)
            if not strengths.any():
                continue
            clear = self._clear(strengths)
            note = " ".join(filter(None, (asked.note, self._words_note(clear))))
            by: ScopeBy = "words" if clear and not asked.note else asked.by
            spared = _spared(text, named.names, inside) if text == asked.read.text else ()
            return replace(asked, strengths=strengths, spared=spared, named=clear, by=by, note=note)
        return asked

    def _clear(self, strengths: Strengths) -> tuple[str, ...]:
        """Return the documents that words name clearly better than all others, if they are few."""
        highest = float(strengths.max())
        rows = np.flatnonzero(strengths >= max(CLEARLY * highest, FAINT))
        return tuple(self._symbols[row] for row in rows) if len(rows) <= MOST_NAMED else ()

    def _words_note(self, symbols: Sequence[str]) -> str:
        if not symbols:
            return ""
        titled = []
        for symbol in symbols:
            titled.append(with_title(self._shelf.document(symbol)))
        if len(titled) == 1:
            return f"Looked first in {titled[0]}: words of the question name it."
        return f"Looked first in {_listed(titled)}: words of the question name them."

    def _limits_note(self, scope: Scope, chosen: Sequence[str]) -> str:
        if len(chosen) <= MOST_SHOWN:
            within = scope.within_documents
            if within.limits:
                return f"Looked in {_listed(chosen)}: {within}."
            return f"Looked in {_listed(chosen)}."
        return f"Looked in {len(chosen)} documents of the library: {scope}."


def _is_spoken_of(text: str, token: Token) -> bool:
    """Tell whether a symbol is what something is said about: "who refers to A/80/66?"."""
    if not _SPOKEN_OF.search(text[: token.start]):
        return False
    rest = f"{text[: token.start]} {text[token.end :]}"
    return any(term not in ASKING for term in tokenize(rest))


def _without(text: str, tokens: Sequence[Token]) -> str:
    """Return a text without some symbols and what leads up to them; empty if little is left."""
    kept, at = "", 0
    for token in tokens:
        kept += _LEADING_UP.sub("", text[at : token.start])
        at = token.end
    rest = _LEFT_OVER.sub("", " ".join((kept + text[at:]).split()))
    return rest if tokenize(rest) else ""


def _spared(
    text: str, names: Sequence[Name], inside: npt.NDArray[np.bool_]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return a question without each of its strongest names, and the documents so named."""
    found = []
    taken: set[int] = set()
    for name in names[:MOST_SPARED]:
        rest = " ".join((text[: name.start] + text[name.end :]).split())
        places = tuple(at for at in name.strengths if inside[at] and at not in taken)
        taken.update(places)
        if places and tokenize(rest):
            found.append((rest, places))
    return tuple(found)


def with_title(document: Document) -> str:
    """Return a document's symbol and its title, as a note names it."""
    return f"{document.symbol} ({_short(document.metadata.title)})"


def _short(title: str) -> str:
    """Return a title, of a long one its two ends: what tells it from others is in either."""
    if len(title) <= _LONGEST_TITLE:
        return title
    half = _LONGEST_TITLE // 2
    start, end = title[:half].rsplit(" ", 1)[0], title[-half:].split(" ", 1)[-1]
    return f"{start} … {end}"


def _listed(items: Sequence[str]) -> str:
    if len(items) > MOST_SHOWN:
        return first_few(items, MOST_SHOWN)
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))
