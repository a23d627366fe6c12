"""Which documents of the library, and what in them, a question is asked of, as a person limits it.

Most limits are of a document's metadata; a section and a kind of text are of its units. Values of
one limit add up, limits narrow each other: `--body A --body B --since 2024` is what A or B issued
from 2024 on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpus.catalogue import Catalogue
from corpus.display import first_few
from corpus.errors import PinciteError, UnknownDocumentError
from corpus.symbols import symbol_key
from corpus.types import NUMBERED, Document, Unit, UnitKind

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_WORD = re.compile(r"[^\W_]+")
_MOST_LISTED = 10

OPTIONS: Mapping[str, str] = {
    "documents": "--document",
    "bodies": "--body",
    "since": "--since",
    "until": "--until",
    "languages": "--language",
    "kinds": "--kind",
    "sections": "--section",
    "texts": "--text",
}
"""Limits by field, and the option that sets each."""

TEXTS: Mapping[str, frozenset[UnitKind]] = {
    "paragraphs": NUMBERED,
    "rows": frozenset({"row"}),
    "unnumbered": frozenset({"text"}),
}
"""Kinds of text to look in: what is numbered or lettered, rows of tables, and the rest."""

UnitTest = Callable[[Unit], bool]


class ScopeError(PinciteError):
    """A limit that no document of the library meets, or that cannot be read."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents to look in; an empty field sets no limit.

    Attributes:
        documents: Symbols, or other symbols that documents carry.
        bodies: Bodies that issued them, with their own bodies; words of a name do.
        since: First day, month or year of issue, ISO: ``2024``, ``2024-05``, ``2024-05-31``.
            A document without a date meets no limit on it.
        until: The last one, included.
        languages: ISO 639-1 codes.
        kinds: Kinds of document: ``report``, ``resolution``.
        sections: Headings, with what stands under the headings inside them; words of one do.
        texts: Keys of `TEXTS`.
        all_revisions: Look in superseded documents too; one that is named is looked in anyway.
    """

    documents: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    languages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    all_revisions: bool = False
    sections: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def within_documents(self) -> Scope:
        """The limits on what is in a document, without those on the documents."""
        return Scope(sections=self.sections, texts=self.texts)

    @property
    def limits(self) -> bool:
        """Whether it leaves out more than what is superseded."""
        return any(getattr(self, name) for name in OPTIONS)

    def with_document(self, symbol: str | None) -> Scope:
        """Return the scope with one document more; itself for None."""
        if symbol is None:
            return self
        return replace(self, documents=(*self.documents, symbol))

    def __str__(self) -> str:
        """Return the limits as options: ``--body "Security Council" --since 2024``."""
        shown = []
        for name, option in OPTIONS.items():
            value = getattr(self, name)
            for one in (value,) if isinstance(value, str) else value:
                if one:
                    shown.append(f'{option} "{one}"' if " " in one else f"{option} {one}")
        return " ".join(shown)


class Shelf:
    """The documents of a catalogue, found by symbol, alias and metadata.

    Args:
        catalogue: Of the library.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.documents = catalogue.documents
        self._catalogue = catalogue
        self._by_key: dict[str, Document] = {}
        for document in self.documents:
            for alias in document.metadata.aliases:
                self._by_key.setdefault(symbol_key(alias), document)
        # A symbol of its own goes before another document's alias.
        self._by_key |= {symbol_key(document.symbol): document for document in self.documents}
        self._superseded = {
            document.symbol: newer.symbol
            for document in self.documents
            if document.superseded_by and (newer := self.find(document.superseded_by))
        }

    def find(self, symbol: str) -> Document | None:
        """Return the document of a symbol or alias, None if there is none.

        Case, blanks and separators do not matter.
        """
        return self._by_key.get(symbol_key(symbol))

    def document(self, symbol: str) -> Document:
        """Return the document of a symbol or alias.

        Raises:
            UnknownDocumentError: There is none; the message lists those there are.
        """
        return self.find(symbol) or self._catalogue.document(symbol)

    def select(self, scope: Scope) -> tuple[str, ...]:
        """Return the symbols of the documents in a scope, in catalogue order; at least one.

        A superseded document is left out if a newer one in the scope takes its place, unless
        it is named.

        Raises:
            UnknownDocumentError: A symbol is not in the library; the message lists those there are.
            ScopeError: A limit is met by no document, or cannot be read; or no document meets
                all of them.
        """
        named = self._named(scope.documents)
        in_unit = unit_test(scope)
        tests = [*self._metadata_tests(scope), *self._date_tests(scope)]
        if named:
            tests.append(lambda document: document.symbol in named)
        fitting = [document for document in self.documents if all(test(document) for test in tests)]
        if in_unit is not None:
            before = fitting
            fitting = [one for one in before if any(in_unit(unit) for unit in one.units)]
            if before and not fitting:
                raise ScopeError(_nothing_within(before, scope))
        if self.documents and not fitting:
            raise ScopeError(f"No document of the library fits {scope}. See: pincite library")
        if scope.all_revisions:
            return tuple(document.symbol for document in fitting)
        there = {document.symbol for document in fitting}
        return tuple(
            document.symbol
            for document in fitting
            if document.symbol in named or self._superseded.get(document.symbol) not in there
        )

    def _named(self, symbols: Sequence[str]) -> frozenset[str]:
        unknown = [symbol for symbol in symbols if self.find(symbol) is None]
        if len(unknown) > 1:
            known = _listed(document.symbol for document in self.documents)
            raise UnknownDocumentError(
                f"No documents {', '.join(map(repr, unknown))} in the library. It holds: {known}. "
                "Add a document: pincite index FILE"
            )
        return frozenset(self.document(symbol).symbol for symbol in symbols)

    def _metadata_tests(self, scope: Scope) -> list[Callable[[Document], bool]]:
        tests = []
        limits = (("body", scope.bodies), ("language", scope.languages), ("kind", scope.kinds))
        for noun, wanted in limits:
            if not wanted:
                continue
            there = dict.fromkeys(getattr(d.metadata, noun) for d in self.documents)
            meant: set[str] = set()
            for value in wanted:
                found = {text for text in there if text and _says(text, value)}
                if not found:
                    listed = _listed(text for text in there if text)
                    raise ScopeError(
                        f"No document of {noun} {value!r} in the library. There are: {listed}"
                    )
                # A body takes its own bodies in; of kinds, "note" is not "note verbale" too.
                same = {text for text in found if _words(text) == _words(value)}
                meant |= found if noun == "body" or not same else same
            tests.append(_one_of(noun, frozenset(meant)))
        return tests

    def _date_tests(self, scope: Scope) -> list[Callable[[Document], bool]]:
        for name in ("since", "until"):
            value = getattr(scope, name)
            if value and not _DATE.fullmatch(value):
                raise ScopeError(
                    f"{OPTIONS[name]} {value!r} is no year or date. Write 2024, 2024-05 or "
                    "2024-05-31."
                )
        since, until = scope.since, scope.until
        if since and until and until < since[: len(until)]:
            raise ScopeError(f"--since {since} is after --until {until}. Turn them round.")
        tests: list[Callable[[Document], bool]] = []
        # Of a month or year the first day is meant for --since, the last one for --until.
        if since:
            tests.append(lambda d: bool(d.metadata.date) and _from(d.metadata.date, since))
        if until:
            tests.append(lambda d: bool(d.metadata.date) and d.metadata.date[: len(until)] <= until)
        if tests and not any(all(test(d) for test in tests) for d in self.documents):
            dates = sorted(d.metadata.date for d in self.documents if d.metadata.date)
            limits = " ".join(f"--{n} {v}" for n, v in (("since", since), ("until", until)) if v)
            raise ScopeError(
                f"No document of the library fits {limits}. "
                f"Its dates: from {dates[0]} to {dates[-1]}."
                if dates
                else f"No document of the library fits {limits}. Its dates: none, none is known."
            )
        return tests


def unit_test(scope: Scope) -> UnitTest | None:
    """Return what tells whether a unit is within a scope's limits; None if it sets none on units.

    Raises:
        ScopeError: A kind of text is none.
    """
    if unknown := [text for text in scope.texts if text not in TEXTS]:
        raise ScopeError(f"{unknown[0]!r} is no kind of text. There are: {', '.join(TEXTS)}")
    if not scope.within_documents.limits:
        return None
    kinds = frozenset().union(*(TEXTS[text] for text in scope.texts))

    @cache
    def wanted(heading: str) -> bool:
        return any(_says(heading, value) for value in scope.sections)

    def test(unit: Unit) -> bool:
        if kinds and unit.kind not in kinds:
            return False
        return not scope.sections or any(map(wanted, unit.heading_path))

    return test


def _nothing_within(documents: Sequence[Document], scope: Scope) -> str:
    """Return that no unit of some documents is within a scope, with the sections there are."""
    named, limits = _listed(d.symbol for d in documents), scope.within_documents
    units = (unit for document in documents for unit in document.units)
    top = dict.fromkeys(heading for unit in units for heading in unit.heading_path[:1])
    if not scope.sections or not top:
        return f"Nothing in {named} fits {limits}."
    shown = "; ".join([*top][:_MOST_LISTED])
    if len(top) > _MOST_LISTED:
        shown += " and more"
    return f"Nothing in {named} fits {limits}. Sections: {shown}"


def _from(date: str, since: str) -> bool:
    # "2024" fits "2024-05" too: a date that is known by its year may be any day of it.
    shared = min(len(date), len(since))
    return date[:shared] >= since[:shared]


def _one_of(field: str, meant: frozenset[str]) -> Callable[[Document], bool]:
    return lambda document: getattr(document.metadata, field) in meant


def _says(text: str, value: str) -> bool:
    """Tell whether a name holds the words of a value one behind the other."""
    words, wanted = _words(text), _words(value)
    return bool(wanted) and any(
        words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _listed(values: Iterable[str]) -> str:
    return first_few(sorted(set(values)), _MOST_LISTED) or "none"
