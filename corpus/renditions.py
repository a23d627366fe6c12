"""Renditions of one document brought together: whose words are shown, whose pages, what differs."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus.errors import UnreadableFileError
from corpus.symbols import is_symbol
from corpus.types import Document, Metadata, Parse, Problem, Rendition, Unit

_QUOTES = str.maketrans("‘’‚‛“”„«»–—‐‑", '\'\'\'\'"""""----')
_RANK = {"docx": 0, "html": 1, "pdf": 2, "text": 3}
"""Formats by how much of a document's structure they state rather than show."""
_NUMBERING_FAULTS = frozenset({"gap", "duplicate", "start", "empty"})
_MOST_NAMED = 20
_TELLING = 12
"""Characters from which on words that occur once in a document tell a place in it."""
_START = 120
"""Characters that tell whether two paragraphs are the same; ends differ where tables follow."""


def typographic_key(text: str) -> str:
    """Return a text without white space and with plain quotes and hyphens, for comparison."""
    return "".join(text.translate(_QUOTES).split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two parses are; shares from 0 to 1.

    Attributes:
        labels: Labels that both have, of the larger number of labels.
        words: Of the shared labels, those under which both say the same up to small faults.
        starts: Units of one that begin like a unit of the other, whatever their labels.
        equal: Units with one label and, up to typography, the same words from start to end.
        numbered: Whether numbered units were compared.
    """

    labels: float
    words: float
    starts: float
    equal: float
    numbered: bool

    @property
    def alike(self) -> bool:
        """Whether they are renditions of one text, for all that readers see differently."""
        if self.labels >= 0.8 and self.words >= 0.9:
            return True
        return not self.numbered and self.starts >= 0.9

    @property
    def related(self) -> bool:
        """Whether one may be an earlier wording of the other."""
        return self.labels * self.words >= 0.5 or self.starts >= 0.5


def likeness(ours: Sequence[Unit], theirs: Sequence[Unit]) -> Likeness:
    """Compare two parses by their numbered units, or by all where few are numbered.

    Rows and unnumbered texts are found in one format and not in another.
    """
    one, two = _decisive(ours), _decisive(theirs)
    numbered = bool(one and two)
    if not numbered:
        one, two = {u.label: u.text for u in ours}, {u.label: u.text for u in theirs}
    shared = one.keys() & two.keys()
    most = max(len(one), len(two), 1)
    same = sum(_same_words(one[label], two[label]) for label in shared)
    starts = {_start(text) for text in one.values()} & {_start(text) for text in two.values()}
    equal = _with_words(one) & _with_words(two)
    return Likeness(
        labels=len(shared) / most,
        words=same / len(shared) if shared else 0.0,
        starts=len(starts) / most,
        equal=len(equal) / most,
        numbered=numbered,
    )


def say_the_same(ours: Sequence[Unit], theirs: Sequence[Unit]) -> bool:
    """Tell whether all labels and, up to typography, all words are equal."""
    return [(u.label, typographic_key(u.text)) for u in ours] == [
        (u.label, typographic_key(u.text)) for u in theirs
    ]


def compare_renditions(primary: Parse, other: Parse, name: str) -> tuple[Problem, ...]:
    """Return where another rendition differs in labels, or in text beyond typography.

    At most 20 differences are named; another entry says how many more there are.
    """
    return _compare(primary.units, other.units, name)


def make_document(
    metadata: Metadata,
    read: Sequence[tuple[Rendition, Parse]],
    flags: Sequence[Problem] = (),
) -> Document:
    """Bring the renditions of one document together; the first is the one shown and cited.

    Where it has no pages, a unit takes the page on which another rendition has the same words
    under the same label.

    Raises:
        UnreadableFileError: The first has nothing to cite.
    """
    (_, primary), *others = read
    problems = list(primary.problems)
    units = primary.units
    for rendition, other in others:
        problems += compare_renditions(primary, other, rendition.file)
        units = take_pages(units, other.units)
    if not units:
        raise UnreadableFileError(
            f"{read[0][0].file} has nothing to cite: no paragraph was found in it. "
            f"See how it was read: pincite inspect {read[0][0].file}"
        )
    return seal(
        Document(
            metadata=metadata,
            renditions=tuple(rendition for rendition, _ in read),
            text=primary.text,
            headings=primary.headings,
            units=units,
            problems=tuple(problems),
            content_hash="",
            flags=tuple(flags),
        )
    )


def seal(document: Document) -> Document:
    """Return the document with the hash that its content has now."""
    content: list[object] = [
        dataclasses.asdict(document.metadata),
        document.text,
        [dataclasses.asdict(u) for u in document.units],
        [dataclasses.asdict(h) for h in document.headings],
    ]
    if document.flags or document.superseded_by:
        content += [[dataclasses.asdict(f) for f in document.flags], document.superseded_by]
    written = json.dumps(content, sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(written.encode()).hexdigest()
    return dataclasses.replace(document, content_hash=digest)


def take_pages(units: Sequence[Unit], paged: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return units with the pages on which others have the same words.

    Others are asked under the same label first, then for words that both have once; rows go by
    other labels in other formats. What stands between two units of one page is on that page.
    """
    if all(unit.page is not None for unit in units):
        return tuple(units)
    others = {unit.label: unit for unit in paged if unit.page is not None}
    ours, theirs = _by_words(units), _by_words(tuple(others.values()))
    pages: list[int | None] = []
    for unit in units:
        twin = others.get(unit.label)
        if twin is None or not _same_words(unit.text, twin.text):
            key = typographic_key(unit.text)
            twin = theirs.get(key) if key in ours else None
        pages.append(unit.page if unit.page is not None or twin is None else twin.page)
    return tuple(
        unit if unit.page == page else dataclasses.replace(unit, page=page)
        for unit, page in zip(units, _between(pages), strict=True)
    )


def merge(first: Document, second: Document) -> Document:
    """Make one document of two files of it.

    The words are the better one's: of the richer format where labels agree, else of the one with
    fewer faults in its numbering; pages and what is not known come from the other.
    """
    shown, other = (second, first) if _is_better(second, first) else (first, second)
    named = other.renditions[0].file
    problems = [p for p in shown.problems if not _is_about(p, named)]
    if {r.sha256 for r in other.renditions} - {shown.renditions[0].sha256}:
        problems += _compare(shown.units, other.units, named)
    return seal(
        dataclasses.replace(
            shown,
            metadata=_merge_metadata(shown, other),
            renditions=_merge_renditions(shown, other),
            units=take_pages(shown.units, other.units),
            problems=tuple(problems),
        )
    )


def renew(old: Document, new: Document) -> Document:
    """Return a document read anew: the new words, and from the old one what they lack."""
    files = {r.file for r in new.renditions} | {r.sha256 for r in new.renditions}
    others = tuple(r for r in old.renditions if not {r.file, r.sha256} & files)
    return seal(
        dataclasses.replace(
            new,
            renditions=new.renditions + others,
            units=take_pages(new.units, old.units) if others else new.units,
            superseded_by=old.superseded_by,
        )
    )


def is_named_by_file(document: Document) -> bool:
    """Tell whether a document has no symbol of its own, so that a file's name stands in."""
    return not is_symbol(document.symbol)


def _decisive(units: Sequence[Unit]) -> dict[str, str]:
    numbered = {u.label: u.text for u in units if u.kind not in {"row", "text"}}
    return numbered if len(numbered) >= 3 else {}


def _with_words(texts: Mapping[str, str]) -> set[tuple[str, str]]:
    return {(label, typographic_key(text)) for label, text in texts.items()}


def _by_words(units: Sequence[Unit]) -> dict[str, Unit]:
    """Return units by their words, of those long enough to be told, and there once."""
    keys = [typographic_key(unit.text) for unit in units]
    counts = Counter(keys)
    return {
        key: unit
        for key, unit in zip(keys, units, strict=True)
        if counts[key] == 1 and len(key) >= _TELLING
    }


def _between(pages: Sequence[int | None]) -> list[int | None]:
    """Return pages in reading order, those between two of one page filled in."""
    following: list[int | None] = []
    known: int | None = None
    for page in reversed(pages):
        known = page if page is not None else known
        following.append(known)
    filled: list[int | None] = []
    known = None
    for page, after in zip(pages, reversed(following), strict=True):
        known = page if page is not None else known
        filled.append(known if page is not None or known == after else None)
    return filled


def _start(text: str) -> str:
    return typographic_key(text[: 2 * _START])[:60]


def _same_words(one: str, other: str) -> bool:
    """Tell whether two texts say the same, up to typography and small faults of reading."""
    ours, theirs = (typographic_key(text[: 3 * _START])[:_START] for text in (one, other))
    if ours == theirs:
        return True
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return matcher.real_quick_ratio() >= 0.85 <= matcher.quick_ratio() and matcher.ratio() >= 0.85


def _compare(ours: Sequence[Unit], theirs: Sequence[Unit], name: str) -> tuple[Problem, ...]:
    """Return differences, those in rows last: how tables are seen depends on the format."""
    one = {unit.label: typographic_key(unit.text) for unit in ours}
    two = {unit.label: typographic_key(unit.text) for unit in theirs}
    rows = {unit.label for unit in (*ours, *theirs) if unit.kind == "row"}
    found = [(label, f"{name} has no {label}.") for label in one if label not in two]
    found += [(label, f"Only {name} has {label}.") for label in two if label not in one]
    found += [
        (label, f"{name} words {label} differently.")
        for label in one
        if label in two and one[label] != two[label]
    ]
    found.sort(key=lambda difference: difference[0] in rows)
    problems = [Problem("difference", label, detail) for label, detail in found[:_MOST_NAMED]]
    if (more := len(found) - _MOST_NAMED) > 0:
        problems.append(Problem("difference", "", f"{name} differs in {more} more units."))
    return tuple(problems)


def _is_about(problem: Problem, file: str) -> bool:
    return problem.kind == "difference" and problem.detail.startswith((f"{file} ", f"Only {file} "))


def _is_better(one: Document, other: Document) -> bool:
    def rank(document: Document) -> int:
        return _RANK.get(document.renditions[0].format, len(_RANK))

    def faults(document: Document) -> int:
        return sum(problem.kind in _NUMBERING_FAULTS for problem in document.problems)

    by_format = (rank(one), faults(one)) < (rank(other), faults(other))
    by_faults = (faults(one), rank(one)) < (faults(other), rank(other))
    labels_agree = likeness(one.units, other.units).labels >= 0.95
    return by_format if labels_agree else by_faults


def _merge_metadata(shown: Document, other: Document) -> Metadata:
    ours, theirs = shown.metadata, other.metadata
    filled = {
        field.name: getattr(theirs, field.name)
        for field in dataclasses.fields(Metadata)
        if not getattr(ours, field.name) and getattr(theirs, field.name)
    }
    if is_named_by_file(shown) and not is_named_by_file(other):
        filled["symbol"] = theirs.symbol
        if ours.title == ours.symbol:  # of the file's name, too
            filled["title"] = theirs.title
    symbol = filled.get("symbol", ours.symbol)
    others = (*ours.aliases, *theirs.aliases, ours.symbol, theirs.symbol)
    aliases = tuple(dict.fromkeys(s for s in others if s != symbol and is_symbol(s)))
    return dataclasses.replace(ours, **{**filled, "aliases": aliases})


def _merge_renditions(shown: Document, other: Document) -> tuple[Rendition, ...]:
    return shown.renditions + tuple(r for r in other.renditions if r not in shown.renditions)
