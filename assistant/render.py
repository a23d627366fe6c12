"""Answers, hits and units -> text for the terminal.

Every text of a document or a person is drawn literally: no markup is read in it and control
characters cannot reach the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from assistant.explanation import for_and_against
from assistant.types import Answer, Explanation, Hit, Sureness, UnitReasons
from corpus.display import cite, display_many
from corpus.links import Link, Links, display_sources, display_targets
from corpus.outward import Crossing, Crossings
from corpus.types import Located, Unit

if TYPE_CHECKING:
    from rich.console import Console

STEP = 4
"""Columns by which a unit stands further in than the unit it stands in."""

EXCERPT = 90
"""Characters of a unit that is named without being quoted."""

HEADINGS = " › "
"""Between the headings over a unit."""

SIGNAL_NAMES = {
    "context": "meaning with headings",
    "sentence": "meaning of its best sentence",
    "lexical_context": "words in common, with headings",
    "coverage": "nearly all words found",
    "document": "its document is named",
    "beyond_title": "says more than its document's title",
    "agenda_item": "stands on the agenda item that is named",
    "read": "read beside the question",
}
"""What the signals are called on the screen."""

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd") | {0x0A: " ", 0x09: " "}

Ancestors = Callable[[str, str], Sequence[Unit]]
"""From symbol and label to the units a unit stands in, outermost first."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph on the screen.

    Attributes:
        text: Its words.
        style: A rich style, empty for plain.
        indent: Columns it stands in.
    """

    text: str
    style: str = ""
    indent: int = 0


LinksOf = Callable[[str], Links]
"""From a document's symbol to its cross-references."""

BLANK = Line("")


def clean(text: str) -> str:
    """Return the text without control characters, which could drive the terminal."""
    return text.translate(_CONTROLS)


def write_lines(console: Console, lines: Iterable[Line]) -> None:
    """Write paragraphs: wrapped on a terminal, otherwise each on one line, so that grep works."""
    for line in lines:
        text = Text(clean(line.text), style=line.style)
        width = max(20, console.width - line.indent)
        rows = text.wrap(console, width) if console.is_terminal else [text]
        for row in rows:
            row.rstrip()
            shown = Text(" " * line.indent).append_text(row) if row.plain else row
            console.print(shown, no_wrap=True, crop=False, overflow="ignore")


def answer_lines(answer: Answer, *, brief: bool = False) -> Iterator[Line]:
    """Yield an answer: its text, then where it is found, unless a brief one is wanted."""
    for paragraph in answer.text.split("\n"):
        yield Line(paragraph)
    if brief:
        return
    if answer.read_as != answer.question:
        yield BLANK
        yield Line(f"Read as: {answer.read_as}", "dim")
    if answer.scope_note:
        yield BLANK
        yield Line(answer.scope_note, "dim")
    if answer.citations:
        yield BLANK
        yield Line("Cited", "bold")
        yield from _places((c.reference, c.unit, "") for c in answer.citations)
    if answer.nearest:
        yield BLANK
        yield Line("Nearest", "bold")
        yield from _places(
            (cite(h.document, h.label), h.unit, first_words(h.unit.text)) for h in answer.nearest
        )
    yield BLANK
    took = answer.timings_ms.get("total")
    spent = f" · {took:.0f} ms" if took is not None else ""
    yield Line(f"Confidence {answer.confidence:.2f}{spent}", "dim")


def explanation_lines(explanation: Explanation, scope_note: str = "") -> Iterator[Line]:
    """Yield why an answer is what it is: a small table a unit, and a sentence on how sure.

    Args:
        explanation: Of the answer.
        scope_note: Which documents it was asked of, in a sentence; empty for all.
    """
    yield BLANK
    yield Line("Why", "bold")
    if scope_note:
        yield Line(scope_note)
    if explanation.named:
        yield Line(
            "The question names its paragraphs, or the item whose outcome they are: "
            "they were looked up, not searched for."
        )
        return
    for reasons in explanation.units:
        yield from _reasons(reasons)
        yield BLANK
    if explanation.sureness is not None:
        yield Line(_sureness(explanation.sureness))


def _reasons(reasons: UnitReasons) -> Iterator[Line]:
    yield Line(f"{reasons.rank}. {cite(reasons.document, reasons.label)}   {reasons.score:.3f}")
    for words, where in (
        (reasons.own_words, "The question's words in it"),
        (reasons.context_words, "Only in its headings or lead-in"),
    ):
        if words:
            yield Line(f"{where}: {', '.join(f'‘{word}’' for word in words)}", indent=STEP)
    if reasons.models:
        cosines = ", ".join(f"{name} {cosine:.3f}" for name, cosine in reasons.models)
        yield Line(f"Cosine of its best passage: {cosines}", indent=STEP)
    than = "over the next" if reasons.rank == 1 else "to the first"
    width = max(map(len, SIGNAL_NAMES.values()))
    yield Line(f"{'':{width}}  value  weight   adds  {than}", "dim", STEP)
    for part in reasons.signals:
        if part.weight:
            yield Line(
                f"{SIGNAL_NAMES.get(part.name, part.name):{width}}  {part.value:5.3f}  "
                f"{part.weight:6.3f}  {part.contribution:5.3f}  {part.lead:+{len(than)}.3f}",
                "dim",
                STEP,
            )


def _sureness(sureness: Sureness) -> str:
    said, against = for_and_against(sureness)
    sentence = (
        f"{sureness.words.capitalize()} that the library answers this: confidence "
        f"{sureness.probability:.2f}, and it answers from {sureness.threshold:.2f} on."
    )
    if said:
        sentence += f" For it: {'; '.join(said)}."
    if against:
        sentence += f" Against it: {'; '.join(against)}."
    return sentence


def search_lines(hits: Sequence[Hit]) -> Iterator[Line]:
    """Yield ranked units with their words, best first."""
    margin = len(str(len(hits))) + 2
    for hit in hits:
        rank = f"{hit.rank}.".rjust(margin - 1)
        yield Line(f"{rank} {cite(hit.document, hit.label)}   {hit.score:.3f}", "bold")
        if hit.unit.heading_path:
            yield Line(HEADINGS.join(hit.unit.heading_path), "dim", margin)
        yield Line(_numbered(hit.unit), indent=margin)


def show_lines(units: Sequence[Located], ancestors: Ancestors) -> Iterator[Line]:
    """Yield units with reference, headings and lead-ins; units inside a shown one stand under it.

    Args:
        units: In reading order, a parent before its sub-units.
        ancestors: Gives the units that a unit stands in.
    """
    depth: dict[tuple[str, str | None], int] = {}
    headings: tuple[str, tuple[str, ...]] | None = None
    lead_in = ""
    for found in units:
        document, unit = found.document, found.unit
        above = depth.get((document, unit.parent))
        if above is not None:
            depth[document, unit.label] = above + 1
            yield Line(_numbered(unit), indent=STEP * (above + 1))
            continue
        if depth:
            yield BLANK
        yield Line(cite(document, unit.label), "bold")
        if headings != (document, unit.heading_path) and unit.heading_path:
            yield Line(HEADINGS.join(unit.heading_path), "dim")
        headings = (document, unit.heading_path)
        over = ancestors(document, unit.label)
        if not over and unit.lead_in and unit.lead_in != lead_in:
            yield Line(unit.lead_in, "dim")
        lead_in = unit.lead_in
        for level, ancestor in enumerate(over):
            yield Line(_numbered(ancestor), "dim", STEP * level)
        depth[document, unit.label] = len(over)
        yield Line(_numbered(unit), indent=STEP * len(over))


def link_lines(
    units: Sequence[Located], links_of: LinksOf, crossings: Crossings | None = None
) -> Iterator[Line]:
    """Yield what units refer to and what refers to them, a line each; nothing if there is none.

    Args:
        units: In reading order.
        links_of: Gives the cross-references of the document of a symbol.
        crossings: The references between documents; None leaves them out.
    """
    shown = {(found.document, found.unit.label) for found in units}
    outer = [u for u in units if (u.document, u.unit.parent) not in shown]
    for document in dict.fromkeys(found.document for found in outer):
        links = links_of(document)
        labels = [found.unit.label for found in outer if found.document == document]
        refers: dict[Link, None] = dict.fromkeys(one for k in labels for one in links.of(k))
        referred: dict[Link, None] = dict.fromkeys(one for k in labels for one in links.to(k))
        there = [display_targets(refers)] if refers else []
        here = [display_sources(referred)] if referred else []
        if crossings is not None:
            leaving = (one for label in labels for one in crossings.of(document, label))
            there += dict.fromkeys(one.reference for one in leaving)
            here += _arriving(one for label in labels for one in crossings.to(document, label))
        if there or here:
            yield BLANK
        if there:
            yield Line(f"Refers to: {'; '.join(there)}", "dim")
        if here:
            yield Line(f"Referred to by: {'; '.join(here)}", "dim")


def _arriving(crossings: Iterable[Crossing]) -> list[str]:
    """Return one reference for each document that refers to a unit."""
    sources: dict[str, list[str]] = {}
    for one in crossings:
        sources.setdefault(one.document, []).append(one.source)
    return [f"{symbol}, {display_many(labels)}" for symbol, labels in sources.items()]


def first_words(text: str) -> str:
    """Return how a text begins, cut at a word."""
    if len(text) <= EXCERPT:
        return text
    return text[:EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _places(places: Iterable[tuple[str, Unit, str]]) -> Iterator[Line]:
    """Yield references, each run of them under the headings it shares, with words if given."""
    over: tuple[str, ...] = ()
    for reference, unit, words in places:
        if unit.heading_path != over:
            over = unit.heading_path
            yield Line(HEADINGS.join(over), "dim", 2)
        page = f", p. {unit.page}" if unit.page is not None else ""
        yield Line(f"{reference}{page}", indent=STEP)
        if words:
            yield Line(words, "dim", 2 * STEP)


def _numbered(unit: Unit) -> str:
    return f"{unit.marker} {unit.text}".strip()
