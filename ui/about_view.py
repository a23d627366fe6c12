"""What the page about the library shows, in words, made from its counts. Knows no Streamlit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.version import PARSER_VERSION
from ui.about_counts import DocumentCount, LibraryCounts, Share, by_care, model_name
from ui.language import listed, say
from ui.retelling import retold
from ui.wording import document_kind, language_name

PAGE = "about.py"
"""The page that shows it."""

MOST_AT_ONCE = 1_500
"""Units whose cross-references are found while the page is drawn: half a second's work."""

Fact = tuple[str, str]
"""What something is called, and its value."""


@dataclass(frozen=True, slots=True)
class ShareTable:
    """The documents of a library by something that they have in common.

    Attributes:
        title: What that is.
        columns: Names of the three columns.
        rows: Name, documents and units, each as it is shown.
    """

    title: str
    columns: tuple[str, str, str]
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class CareRow:
    """A document in the table of what to look at before citing.

    Attributes:
        symbol: Its key.
        title: Full title; empty where it is the symbol again.
        notes: Why it must be cited with care, a sentence each.
        faults: Faults in its numbering, and differences between its files.
        unresolved: Cross-references that name nothing; None while they are not counted.
    """

    symbol: str
    title: str
    notes: tuple[str, ...]
    faults: int
    unresolved: int | None


def figures(counts: LibraryCounts) -> tuple[Fact, ...]:
    """Return the size of the library."""
    return (
        (say("documents"), _number(len(counts.documents))),
        (say("about-pages"), _number(counts.pages)),
        (say("about-units"), _number(counts.units)),
        (say("about-tokens"), _number(counts.tokens)),
    )


def figure_notes(counts: LibraryCounts) -> tuple[str, ...]:
    """Return what the figures leave open."""
    unpaged = say("about-unpaged", number=counts.unpaged) if counts.unpaged else ""
    return tuple(note for note in (unpaged, say("about-tokens-note")) if note)


def share_tables(counts: LibraryCounts) -> tuple[ShareTable, ...]:
    """Return who issued the documents, when, in which languages, and of which kinds they are."""
    return (
        _table(say("library-issued-by"), counts.bodies),
        _table(say("about-years"), counts.years),
        _table(say("filter-languages"), counts.languages, language_name),
        _table(say("kinds"), counts.kinds, document_kind),
    )


def _table(title: str, shares: Iterable[Share], named: Callable[[str], str] = str) -> ShareTable:
    rows = tuple(
        (
            named(one.name) if one.name else say("about-unknown"),
            _number(one.documents),
            _number(one.units),
        )
        for one in shares
    )
    return ShareTable(title, (title, say("documents"), say("about-units")), rows)


def care_words(counts: LibraryCounts, unresolved: Mapping[str, int] | None) -> tuple[str, ...]:
    """Return what there is to look at before citing, in sentences.

    Args:
        counts: Of the library.
        unresolved: Cross-references that name nothing, by symbol; None if not counted.
    """
    flagged = sum(bool(one.flags) for one in counts.documents)
    faulty = sum(bool(one.faults) for one in counts.documents)
    told = [say("about-flagged", number=flagged), _faults(counts, faulty)]
    if unresolved is not None:
        total = sum(unresolved.values())
        told.append(say("about-unresolved", number=total, documents=len(unresolved)))
    return tuple(told)


def _faults(counts: LibraryCounts, documents: int) -> str:
    total = sum(number for _, number in counts.faults)
    told = say("about-faults", number=total, documents=documents)
    if not total:
        return told
    kinds = [say("about-fault-kind", kind=kind, number=number) for kind, number in counts.faults]
    return f"{told} {say('about-fault-kinds', kinds='; '.join(kinds))}"


def care_rows(
    documents: Iterable[DocumentCount], unresolved: Mapping[str, int] | None
) -> tuple[CareRow, ...]:
    """Return all documents, those first that are to be cited with most care."""
    return tuple(
        CareRow(
            symbol=one.symbol,
            title="" if one.title == one.symbol else one.title,
            notes=_notes(one),
            faults=one.faults,
            unresolved=None if unresolved is None else unresolved.get(one.symbol, 0),
        )
        for one in by_care(documents, unresolved or {})
    )


def _notes(document: DocumentCount) -> tuple[str, ...]:
    newer = document.superseded_by
    flags = map(retold, document.flags)
    return (*flags, *([say("superseded-by", symbol=newer)] if newer else []))


def made_facts(counts: LibraryCounts) -> tuple[Fact, ...]:
    """Return when, with what and by what the index was made."""
    facts = (
        (say("about-index-made"), _time(counts.created)),
        (say("about-models"), _models(counts)),
        (say("about-reranker"), counts.reranker),
        (say("about-parser"), _parsers(counts.parsers)),
        (say("about-made-by"), f"Pincite {counts.made_by}" if counts.made_by else ""),
    )
    return tuple((name, value) for name, value in facts if value)


def made_note(counts: LibraryCounts) -> str:
    """Return what mends that documents were read by an earlier parser; empty if none was."""
    old = sum(number for version, number in counts.parsers if version < PARSER_VERSION)
    return say("about-parser-old", number=old) if old else ""


def _time(created: str) -> str:
    """Return an ISO time in UTC to the minute, as it stands if it is another."""
    day, _, time = created.partition("T")
    return f"{day}, {time[:5]} UTC" if time.endswith(("+00:00", "Z")) else created


def _models(counts: LibraryCounts) -> str:
    return listed(
        [
            model_name(part)
            if part.weight == 1
            else say("about-model-weight", name=model_name(part), weight=part.weight)
            for part in counts.models
        ]
    )


def _parsers(parsers: Sequence[tuple[int, int]]) -> str:
    if len(parsers) == 1:
        return say("about-parser-version", version=str(parsers[0][0]))
    told = [
        say("about-parser-of", version=str(version), number=number) for version, number in parsers
    ]
    return "; ".join(told)


def aside_words(counts: LibraryCounts) -> tuple[str, ...]:
    """Return what is in the documents or the library and is not searched."""
    superseded = sum(bool(one.superseded_by) for one in counts.documents)
    told = [
        say("about-furniture"),
        say("about-furniture-shown", number=counts.kept, documents=len(counts.documents)),
    ]
    if superseded:
        told.append(say("about-superseded", number=superseded))
    return tuple(told)


def _number(number: int) -> str:
    return say("about-number", number=number)
