"""Documents that have to do with each other: renditions, revisions, corrigenda, equal symbols.

A symbol is a document's key, but files do not keep to that: one document comes as Word file and
as PDF, one symbol covers an issue and its reissue, and files without a symbol go by their names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from corpus.renditions import (
    is_named_by_file,
    likeness,
    merge,
    renew,
    say_the_same,
    seal,
    typographic_key,
)
from corpus.symbols import is_symbol, read_revision, symbol_key
from corpus.types import Document, Problem

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
    while len(together) < len(held):  # what was merged may be like a third
        held, together = together, _bring_together(together)
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
    return symbol_key(symbol) if _is_symbol(symbol) else _plain(symbol)


def _is_symbol(symbol: str) -> bool:
    """Tell a document's symbol, in any case, from the name of a file."""
    return is_symbol(symbol) or is_symbol(symbol.upper())


def _own_symbol(document: Document) -> str:
    """Return the symbol without the brackets that an earlier call put behind it."""
    tag = _in_language("", document)
    symbol, current = document.symbol, document.superseded_by.removesuffix(tag)
    bare, bracket, _ = symbol.rpartition(" (")
    bare = bare.removesuffix(tag)
    if bracket and current and not _is_symbol(symbol):
        revised, revising = (_key(read_revision(s).base) for s in (bare, current))
        symbol = bare if revised == revising else symbol
    return symbol.removesuffix(tag) or symbol


def _renew(documents: Sequence[Document], library: Sequence[Document]) -> list[_Held]:
    """Put documents that were read anew in the place of their old selves."""
    held = [_Held(document, _own_symbol(document)) for document in library]
    by_file: dict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(held):
        for rendition in entry.document.renditions:
            by_file[rendition.sha256].append(at)
            by_file[rendition.file].append(at)
    renewed: set[int] = set()
    added: list[_Held] = []
    for new in documents:
        first = new.renditions[0]
        places = dict.fromkeys(by_file[first.sha256] + by_file[first.file])
        old = [p for p in places if p not in renewed and _is_renewed(held[p], new)]
        if not old:
            added.append(_Held(new, _own_symbol(new)))
            continue
        renewed.add(old[0])
        held[old[0]] = _take_place(held[old[0]], new)
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
    return _is_symbol(new.symbol) or likeness(old.document.units, new.units).related


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
        names = {PurePath(rendition.file).stem for rendition in entry.document.renditions}
        language = entry.document.metadata.language
        keys = [(_key(name), language) for name in (*symbols, *sorted(names))]
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
    """Tell whether two files are renditions of one document.

    Where a symbol does not say so, the words must: forms and contracts differ in few of them.
    """
    first, second = one.document, other.document
    if first.metadata.language != second.metadata.language:
        return False
    named = _is_symbol(one.own) + _is_symbol(other.own)
    same_name = _key(one.own) == _key(other.own)
    if named == 2 and not same_name and not _share_an_alias(first, second):
        return False
    if say_the_same(first.units, second.units):
        return True
    if _dates_differ(first, second):
        return False
    found = likeness(first.units, second.units)
    other_format = first.renditions[0].format != second.renditions[0].format
    if named == 2 or other_format and (same_name or _share_a_file_name(first, second)):
        return found.alike
    return found.equal >= (0.9 if same_name else 0.95) and (same_name or other_format and named > 0)


def _share_a_file_name(one: Document, other: Document) -> bool:
    ours, theirs = ({PurePath(r.file).stem.casefold() for r in d.renditions} for d in (one, other))
    return bool(ours & theirs)


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
        longest = sorted(document.units, key=lambda u: (u.kind == "row", -len(u.text)))[:_SAMPLE]
        return [(unit.label, typographic_key(unit.text[:120])[:60]) for unit in longest]


def _name(held: Sequence[_Held]) -> list[_Held]:
    """Give each document a symbol of its own, and each version the symbol of the current one."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(held):
        groups[_key(entry.own)].append(at)
    taken = {_plain(entry.document.symbol) for entry in held}
    given: set[str] = set()
    versions: list[tuple[str, str, list[int]]] = []
    for places in groups.values():
        for count, series in enumerate(_series(held, places)):
            name = _name_of_series([held[at] for at in series], count, taken)
            if _plain(name) in given:
                name = _free(name, "2", taken)
            given.add(_plain(name))
            own = held[series[-1]].own
            in_language = name == _in_language(own, held[series[-1]].document)
            versions.append((name, own if in_language else name, series))
    named = list(held)
    for name, own, (*older, current) in versions:
        named[current] = _Held(_with_symbol(held[current].document, name), own)
        for at in older:
            document = held[at].document
            if _plain(document.symbol) in given:
                document = _with_symbol(document, _free(name, _tag(document), taken))
            given.add(_plain(document.symbol))
            named[at] = _Held(document, own)
    return named


def _series(held: Sequence[_Held], places: Sequence[int]) -> list[list[int]]:
    """Part documents of one symbol into versions of one document each, the oldest first."""
    found: list[list[int]] = []
    for at in places:
        document = held[at].document
        for series in found:
            other = held[series[-1]].document
            if other.metadata.language == document.metadata.language and (
                _is_symbol(held[at].own) or likeness(other.units, document.units).related
            ):
                series.append(at)
                break
        else:
            found.append([at])
    return [sorted(series, key=lambda at: _age(held[at], at)) for series in found]


def _age(entry: _Held, at: int) -> tuple[int, str, int]:
    """Sort what is older first: by revision, by date, and by when it came."""
    return read_revision(entry.own).number, entry.document.metadata.date, at


def _name_of_series(series: Sequence[_Held], count: int, taken: set[str]) -> str:
    """Return the symbol for the current version of the first, second … series of one symbol."""
    current = series[-1]
    tagged = _in_language(current.own, current.document)
    if any(entry.document.symbol == tagged for entry in series):
        return tagged
    if not count:
        return current.own
    tag = current.document.metadata.language if _is_symbol(current.own) else "2"
    return _free(current.own, tag, taken)


def _in_language(symbol: str, document: Document) -> str:
    return f"{symbol} ({document.metadata.language})"


def _tag(document: Document) -> str:
    """Return what tells an older version; a bare year would look like part of the symbol."""
    date = document.metadata.date
    return date if len(date) > len("2025") else "earlier"


def _free(symbol: str, tag: str, taken: set[str]) -> str:
    """Return the symbol with a tag in brackets, numbered if another document has that."""
    found, count = f"{symbol} ({tag})", 2
    while _plain(found) in taken:
        found = f"{symbol} ({count if tag == '2' else f'{tag} {count}'})"
        count += 1
    taken.add(_plain(found))
    return found


def _plain(symbol: str) -> str:
    """Return a symbol as a library looks it up."""
    return "".join(symbol.split()).casefold()


def _successors(named: Sequence[_Held]) -> list[str]:
    """Return for each document the symbol of the current version, empty if it is that itself."""
    families: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for at, entry in enumerate(named):
        revision = read_revision(entry.own)
        language = entry.document.metadata.language
        families[_key(revision.base), revision.corrigendum, language].append(at)
    successors = [""] * len(named)
    for places in families.values():
        *older, current = sorted(places, key=lambda at: _age(named[at], at))
        for at in older:
            successors[at] = named[current].document.symbol
    return successors


def _corrections(named: Sequence[_Held]) -> list[tuple[Problem, ...]]:
    """Return for each document the flags that name its corrigenda."""
    found: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for entry in named:
        revision = read_revision(entry.own)
        if revision.corrigendum:
            symbol = entry.document.symbol
            flag = Problem("corrigendum", "", f"{symbol} corrects this document: read both.")
            found[_key(revision.base), entry.document.metadata.language].append(flag)
    return [tuple(found.get(entry.key, ())) for entry in named]


def _mark(entry: _Held, successor: str, corrections: tuple[Problem, ...]) -> Document:
    document = entry.document
    others = tuple(flag for flag in document.flags if flag.kind != "corrigendum")
    flags = others + corrections
    if (document.superseded_by, document.flags) == (successor, flags):
        return document
    return seal(replace(document, superseded_by=successor, flags=flags))
