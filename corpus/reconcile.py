"""Documents that have to do with each other: renditions, revisions, corrigenda, equal symbols.

A symbol is a document's key, but files do not keep to that: one document comes as Word file and
as PDF, one symbol covers an issue and its reissue, and files without a symbol go by their names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from corpus.renditions import is_named_by_file, likeness, merge, renew, seal, typographic_key
from corpus.symbols import is_symbol, read_revision, symbol_key
from corpus.types import Document, Problem

_CORRECTS = " corrects this document: read both."
_SAMPLE = 12
"""Units of a document that others are searched for."""


def reconcile(
    documents: Sequence[Document], library: Sequence[Document] = ()
) -> tuple[Document, ...]:
    """Return documents with one symbol each, in order of first appearance, the library's first.

    - A document of the library that was read anew, because its file changed or is read in
      another way now, gives its place to what was read.
    - Two renditions of one document become one (`corpus.renditions.merge`): they have the same
      symbol, or one has none but the file's name, and most labels and words are alike.
    - ``/Rev.n`` is current; what it revises stays, marked with the current one's symbol.
    - Of different texts with one symbol, the one with the later date is current; where a date is
      missing or they are equal, the one that came later, since a person who adds a file means it
      to count. The dates of files are not asked: they tell when a file was fetched. The older
      one stays, marked, under the symbol with its date, or ``earlier``, in brackets.
    - The same symbol in another language, and unlike texts whose files happen to have one name,
      are no versions: the later gets the language or a number in brackets and no mark.
    - A corrigendum is a document; what it corrects gets a flag that says so.

    Doing so again changes nothing.

    Args:
        documents: New ones, as they were read, or all.
        library: What an earlier call returned, to which new ones are added.
    """
    held = _renew(documents, library)
    together = _bring_together(held)
    named = _name(together)
    return tuple(map(_mark, named, _successors(named), _corrections(named)))


@dataclass(frozen=True, slots=True)
class _Held:
    """A document, and the symbol that it would have if it were alone.

    Attributes:
        document: With the symbol that it has now.
        own: Symbol without what was put in brackets to tell it from a newer version.
    """

    document: Document
    own: str

    @property
    def key(self) -> tuple[str, str]:
        """What documents of one symbol and language share."""
        return _key(self.own), self.document.metadata.language


def _key(symbol: str) -> str:
    """Return what spellings of one symbol share; names of files are taken as they are."""
    return symbol_key(symbol) if is_symbol(symbol) else "".join(symbol.split()).casefold()


def _own_symbol(document: Document) -> str:
    """Return the symbol without the brackets that mark an earlier version."""
    bare, bracket, _ = document.symbol.rpartition(" (")
    current = document.superseded_by
    if bracket and current and _key(read_revision(bare).base) == _key(read_revision(current).base):
        return bare
    return document.symbol


def _renew(documents: Sequence[Document], library: Sequence[Document]) -> list[_Held]:
    """Put documents that were read anew in the place of their old selves."""
    held = [_Held(document, _own_symbol(document)) for document in library]
    by_file: dict[str, list[int]] = defaultdict(list)
    for at, old in enumerate(held):
        for rendition in old.document.renditions:
            by_file[rendition.sha256].append(at)
            by_file[rendition.file].append(at)
    renewed: set[int] = set()
    added: list[_Held] = []
    for new in documents:
        first = new.renditions[0]
        places = dict.fromkeys(by_file[first.sha256] + by_file[first.file])
        at = next((p for p in places if p not in renewed and _is_renewed(held[p], new)), None)
        if at is None:
            added.append(_Held(new, _own_symbol(new)))
            continue
        renewed.add(at)
        held[at] = _take_place(held[at], new)
    return held + added


def _is_renewed(old: _Held, new: Document) -> bool:
    """Tell whether a new document is an old one read again, its file perhaps changed."""
    first, shown = new.renditions[0], old.document.renditions[0]
    if first.sha256 == shown.sha256:
        return True
    if first.file != shown.file or first.format != shown.format:
        return False
    if _key(new.symbol) != _key(old.own) and not old.own.startswith(f"{new.symbol} ("):
        return False
    if _dates_differ(old.document, new):
        return False
    return is_symbol(new.symbol) or likeness(old.document.units, new.units).related


def _take_place(old: _Held, new: Document) -> _Held:
    """Keep the symbol that the library gave in place of an ambiguous one."""
    symbol = old.document.symbol
    kept = symbol if symbol.startswith(f"{new.symbol} (") else new.symbol
    document = renew(old.document, _with_symbol(new, kept))
    return _Held(document, _own_symbol(document))


def _with_symbol(document: Document, symbol: str) -> Document:
    if document.symbol == symbol:
        return document
    return seal(replace(document, metadata=replace(document.metadata, symbol=symbol)))


def _dates_differ(one: Document, other: Document) -> bool:
    dates = {one.metadata.date, other.metadata.date}
    return len(dates) == 2 and "" not in dates


def _bring_together(held: Sequence[_Held]) -> list[_Held]:
    """Merge renditions of one document."""
    kept: list[_Held] = []
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_words = _WordIndex(held)
    for entry in held:
        symbols = (entry.own, *entry.document.metadata.aliases)
        keys = [(_key(symbol), entry.document.metadata.language) for symbol in symbols]
        places = [at for key in keys for at in by_key[key]] + by_words.like(entry.document)
        at = next((p for p in dict.fromkeys(places) if _are_one(kept[p], entry)), None)
        if at is None:
            at = len(kept)
            kept.append(entry)
        else:
            document = merge(kept[at].document, entry.document)
            kept[at] = _Held(document, _own_symbol(document))
        for key in keys:
            by_key[key].append(at)
        by_words.add(entry.document, at)
    return kept


def _are_one(one: _Held, other: _Held) -> bool:
    """Tell whether two files are renditions of one document."""
    first, second = one.document, other.document
    if first.metadata.language != second.metadata.language:
        return False
    named = is_symbol(one.own) and is_symbol(other.own)
    if named and _key(one.own) != _key(other.own) and not _share_an_alias(first, second):
        return False
    if [u.text for u in first.units] == [u.text for u in second.units]:
        return True
    return not _dates_differ(first, second) and likeness(first.units, second.units).alike


def _share_an_alias(one: Document, other: Document) -> bool:
    ours, theirs = (
        {_key(symbol) for symbol in (d.symbol, *d.metadata.aliases)} for d in (one, other)
    )
    return bool(ours & theirs)


class _WordIndex:
    """Finds documents that have words of one without a symbol, or the other way round."""

    def __init__(self, held: Iterable[_Held]) -> None:
        self._wanted = any(is_named_by_file(entry.document) for entry in held)
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, document: Document, at: int) -> None:
        """Have a document found by its words."""
        if self._wanted:
            for sample in self._samples(document):
                self._places[sample].append(at)

    def like(self, document: Document) -> list[int]:
        """Return documents that share half the samples, those that share most first."""
        if not self._wanted:
            return []
        samples = self._samples(document)
        counts = Counter(at for sample in samples for at in self._places[sample])
        return [at for at, count in counts.most_common(5) if 2 * count >= len(samples)]

    def _samples(self, document: Document) -> list[tuple[str, str]]:
        longest = sorted(document.units, key=lambda unit: -len(unit.text))[:_SAMPLE]
        return [(unit.label, typographic_key(unit.text[:120])[:60]) for unit in longest]


def _name(held: Sequence[_Held]) -> list[_Held]:
    """Give each document a symbol of its own."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(held):
        groups[_key(entry.own)].append(at)
    symbols = [entry.document.symbol for entry in held]
    own = [entry.own for entry in held]
    taken = {_plain(symbol) for symbol in symbols}
    for places in groups.values():
        versions = _versions(held, places)
        for count, series in enumerate(versions):
            current = series[-1]
            if count:  # no version of the first, so it needs another name for good
                language = held[current].document.metadata.language
                first = held[versions[0][-1]].document.metadata.language
                own[current] = _free(
                    held[current].own, language if language != first else "2", taken
                )
            for at in series:
                own[at] = own[current]
            symbols[current] = own[current]
            for at in series[:-1]:
                if symbols[at] == own[at]:
                    symbols[at] = _free(own[at], _tag(held[at].document, own[at]), taken)
    return [
        _Held(_with_symbol(entry.document, symbol), name)
        for entry, symbol, name in zip(held, symbols, own, strict=True)
    ]
