"""Steps -> outline: where each chunk goes in the tree, and under which label.

An outline is built while walking through the readings that were chosen. It knows which annex,
headings, paragraph and lists are open, gives each unit its label, and notes what is wrong with
the numbering.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.source import Line
from corpus.structure.chunks import Chunk
from corpus.structure.markers import is_caption, part_name
from corpus.structure.reading import NUMBERED, Role, Step
from corpus.structure.wrapping import join_lines
from corpus.types import Problem, UnitKind

_LONGEST_NAME = 80
"""Characters of a heading that labels take on."""

_ENDINGS = " .,:;"
"""What a label leaves out at the end of a name."""


@dataclass(slots=True)
class Element:
    """A heading or unit while it is being put together.

    Attributes:
        lines: Its lines of the source.
        marker: As printed.
        skip: Characters of the first line that are its marker.
        label: Empty for a heading.
        kind: Of a unit.
        level: Of a heading, from 1.
        parent: The unit it stands in.
        path: Headings over it, outermost first.
        above: Words that lead in without being a unit, such as column headings.
    """

    lines: list[Line]
    marker: str = ""
    skip: int = 0
    label: str = ""
    kind: UnitKind = "paragraph"
    level: int = 0
    parent: Element | None = None
    path: tuple[str, ...] = ()
    above: str = ""

    def words(self, vocabulary: frozenset[str]) -> str:
        """Return its text without the marker, wrapped lines joined."""
        first, *rest = (line.text for line in self.lines)
        return join_lines([first[self.skip :], *rest], vocabulary)


@dataclass(slots=True)
class Outline:
    """What is open, and what has been placed so far.

    Attributes:
        numbered: Whether the document numbers paragraphs at all.
        headings: Style and text of the open headings, outermost first.
        division: The annex or the part, as labels name it; empty in a document without.
        part: The part, where a document has several with numbers of their own; else empty.
        outer: Title of the annex that annexes of an annex stand in.
        divisions: Names of all annexes so far.
        division_numbered: Whether its paragraphs are numbered.
        series: What labels of paragraphs begin with; empty in the main part.
        seen_number: Whether a numbered paragraph has come in this division.
        table_header: Column headings of the table that is open.
        caption: What names the table that is open, e.g. "Table 3 Resources by year".
        current: What running text goes on with: the last unit or heading that is no table's.
        last_role: What was placed last.
        open: The paragraph and the list items that are open, outermost first.
        elements: All that has been placed.
        problems: Gaps, repeats and the like.
        labels: All labels given.
        counts: How many unnumbered texts each prefix has.
        repeats: For labels given before, the number that the next one of the name may get.
        heading: The last heading, title included.
        naming: The heading that labels take their name from: the last one, or the one right above
            it if it only says what others said before, as "The Executive Board" over each decision.
        names: Words of all headings so far.
    """

    numbered: bool
    headings: list[tuple[str, str]] = field(default_factory=list)
    division: str = ""
    part: str = ""
    outer: str = ""
    divisions: set[str] = field(default_factory=set)
    division_numbered: bool = False
    series: str = ""
    seen_number: bool = False
    table_header: str = ""
    caption: str = ""
    current: Element | None = None
    last_role: Role | None = None
    open: list[Element] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    repeats: dict[str, int] = field(default_factory=dict)
    heading: Element | None = None
    naming: Element | None = None
    names: set[str] = field(default_factory=set)

    def path(self) -> tuple[str, ...]:
        """Return the open headings, outermost first."""
        return tuple(text for _, text in self.headings)

    @property
    def under_heading(self) -> bool:
        """Whether nothing has come since the last heading."""
        return bool(self.elements) and self.elements[-1] is self.heading

    def unique(self, label: str, *, report: bool = True) -> str:
        """Return the label, with ``#2`` and so on if the document uses it again.

        Args:
            label: As it would be.
            report: Note a repeated one as a problem; rows of tables may well share a name.
        """
        if label not in self.labels:
            self.labels.add(label)
            return label
        n = self.repeats.get(label, 2)
        while f"{label}#{n}" in self.labels:
            n += 1
        self.repeats[label] = n + 1
        if report:
            self.problems.append(
                Problem("duplicate", f"{label}#{n}", f"{label} occurs again; it is kept as #{n}.")
            )
        self.labels.add(f"{label}#{n}")
        return f"{label}#{n}"

    def open_heading(self, heading: Element) -> None:
        """Place a heading; what follows stands under it."""
        words = heading.words(frozenset())
        under_another = self.under_heading
        # "(Thousands of dollars)" says what is counted below the title, not what it is.
        aside = words.startswith("(") and words.endswith(")")
        if not (under_another and (aside or words in self.names)):
            self.naming = heading
        self.names.add(words)
        self.current = self.heading = heading
        self.elements.append(heading)

    def set_apart(self, series: str) -> None:
        """Name the texts that lead to a series of paragraphs otherwise than its paragraphs."""
        start = max((at for at, one in enumerate(self.elements) if one is self.heading), default=0)
        for element in self.elements[start:]:
            if element.label.startswith(f"{series}:"):
                self.labels.discard(element.label)
                place = element.label.removeprefix(series)
                element.label = self.unique(f"{series} intro{place}")

    def next_text_label(self, prefix: str) -> str:
        """Return the label of the next unnumbered text of a kind, e.g. ``intro:2``."""
        self.counts[prefix] = self.counts.get(prefix, 0) + 1
        return self.unique(f"{prefix}:{self.counts[prefix]}")


def place(outline: Outline, step: Step, numbered_division: bool) -> Element | None:
    """Put one chunk where its reading says; return the unit it became, if any."""
    role, chunk = step.chosen.role, step.chunk
    lines = list(chunk.lines)
    goes_on, outline.last_role = outline.last_role == role, role
    if role == "more" and outline.current is not None:
        outline.current.lines += lines
        return outline.current if outline.current.label else None
    if role == "division":
        _open_division(outline, chunk, numbered_division)
        return None
    if role == "heading":
        _add_heading(outline, step)
        return None
    if role == "caption":
        _caption_table(outline, [line.text for line in lines], goes_on=goes_on)
        return None
    if role == "table header":
        outline.table_header = join_lines(
            [*([outline.table_header] if outline.table_header else []), *(ln.text for ln in lines)]
        )
        return None
    element = Element(lines, path=outline.path())
    if chunk.marker is not None and (role in NUMBERED or role == "item"):
        element.marker = chunk.marker.text.strip()
        element.skip = chunk.marker.length
    if role in NUMBERED:
        _label_paragraph(outline, step, element)
    elif role == "item":
        _label_item(outline, step, element)
    elif role == "row":
        above = (outline.caption, outline.table_header)
        element.kind, element.above = "row", " ".join(words for words in above if words)
        key = join_lines([chunk.key])
        element.label = outline.unique(
            f"{_row_prefix(outline)}:{key.rstrip(_ENDINGS) or key}", report=not outline.caption
        )
        if lines[0].role != "row":
            outline.open = []
            outline.current = element
        outline.elements.append(element)
        return element
    elif role == "aside":
        element.kind, element.above = "text", outline.caption
        element.label = outline.next_text_label(
            _row_prefix(outline) if outline.caption else _text_prefix(outline)
        )
        outline.elements.append(element)
        return element
    else:
        element.kind = "text"
        element.label = outline.next_text_label(_text_prefix(outline))
        outline.open = [element]
    outline.elements.append(element)
    outline.current = element
    return element


def _caption_table(outline: Outline, words: Sequence[str], *, goes_on: bool) -> None:
    """Open a table under its caption.

    Rows are named by the heading right above a caption that only says what others said before,
    as "General Assembly resolutions" over the list of each programme.
    """
    caption = join_lines([outline.caption, *words] if goes_on else words)
    again = outline.under_heading and caption in outline.names and not is_caption(caption)
    outline.names.add(caption)
    outline.caption = "" if again else caption
    outline.table_header = caption if again else ""


def _open_division(outline: Outline, chunk: Chunk, numbered: bool) -> None:
    title = join_lines(line.text for line in chunk.lines)
    name = title.rstrip(".: ")
    if part := part_name(name):
        outline.division = outline.part = part
        outline.headings = [("part", name)]
        outline.outer = ""
    else:
        _open_annex(outline, name)
    outline.division_numbered = numbered
    outline.series = outline.division
    outline.seen_number = False
    outline.table_header = ""
    outline.open = []
    outline.caption = ""
    outline.open_heading(Element(list(chunk.lines), level=len(outline.headings)))


def _open_annex(outline: Outline, name: str) -> None:
    own = _division_name(name)
    above = outline.headings[:1] if outline.part else []
    # A name that comes again is that of an annex to the annex before it, or to another part.
    if " " in own and own in outline.divisions and own != _division_name(outline.outer):
        outline.division = f"{_division_name(outline.outer)} {own}"
        outline.headings = [*above, ("division", outline.outer), ("annex", name)]
    else:
        outline.division, outline.outer = own, name
        outline.headings = [*above, ("division", name)]
    if outline.part:
        outline.division = f"{outline.part} {outline.division}"
    outline.divisions.add(own)


def _division_name(title: str) -> str:
    """Return what labels call an annex: ``annex II``."""
    word, _, number = title.partition(" ")
    return f"{word.lower()} {number.strip()}".strip()


def _add_heading(outline: Outline, step: Step) -> None:
    chunk = step.chunk
    style = step.chosen.state.headings[-1].style if chunk.marker else "plain"
    styles = [s for s, _ in outline.headings]
    if style in styles:
        del outline.headings[styles.index(style) :]
    elif style != "plain":
        while outline.headings and outline.headings[-1][0] == "plain":
            outline.headings.pop()
    text = join_lines(line.text for line in chunk.lines)
    outline.headings.append((style, text))
    outline.table_header = ""
    outline.open = []
    skip = chunk.marker.length if chunk.marker else 0
    marker = chunk.marker.text if chunk.marker else ""
    outline.caption = ""
    outline.open_heading(
        Element(list(chunk.lines), marker=marker, skip=skip, level=len(outline.headings))
    )


def _heading_name(outline: Outline) -> str:
    """Return the words of the heading that names what stands under it, without its marker."""
    if outline.naming is None:
        return ""
    return _shortened(outline.naming.words(frozenset())) or outline.naming.marker


def _shortened(words: str) -> str:
    """Return words that name something in a label, not more of them than one reads."""
    if len(words) <= _LONGEST_NAME:
        return words.rstrip(_ENDINGS)
    return words[:_LONGEST_NAME].rpartition(" ")[0] + " …"


def _row_prefix(outline: Outline) -> str:
    if outline.caption:
        prefix = f"{outline.division} " if outline.division else ""
        named = re.match(r"\w+\s+[\w.]*\w", outline.caption)
        if named and is_caption(outline.caption[: named.end()]):
            return f"{prefix}{named.group()[0].lower()}{named.group()[1:]}"
        return f"{prefix}{_shortened(outline.caption)}"
    return outline.division or _heading_name(outline) or "table"


def _text_prefix(outline: Outline) -> str:
    if outline.division:
        if not outline.division_numbered:
            return outline.division
        return _heading_name(outline) if outline.seen_number else f"{outline.division} intro"
    if not outline.numbered:
        return "p"
    return (_heading_name(outline) or "p") if outline.seen_number else "intro"


def _label_paragraph(outline: Outline, step: Step, element: Element) -> None:
    chosen = step.chosen
    number = _printed_number(step)
    if chosen.role == "restart":
        outline.series = _heading_name(outline) or "again"
        outline.set_apart(outline.series)
    elif chosen.role == "resume":
        outline.series = outline.division
    label = f"{outline.series}:{number}" if outline.series else number
    element.label = outline.unique(label)
    if not outline.seen_number and (chosen.state.paragraph or (1,))[-1] != 1:
        outline.problems.append(
            Problem("start", element.label, f"The numbering begins at {number}, not at 1.")
        )
    if chosen.missing:
        outline.problems.append(_gap(element.label, chosen.missing))
    outline.seen_number = True
    outline.open = [element]
    # A dotted number stands in the paragraph whose number it carries on.
    above = label.rpartition(".")[0]
    if above:
        element.parent = next((e for e in reversed(outline.elements) if e.label == above), None)


def _printed_number(step: Step) -> str:
    """Return a paragraph's number as printed, without what only sets it off from the text."""
    marker, state = step.chunk.marker, step.chosen.state
    if marker is not None and any(m.style in {"1.1", "A.1"} for m in marker.meanings):
        return re.sub(r"[§¶\s]", "", marker.text).rstrip(".")
    return ".".join(map(str, state.paragraph or ())) + state.suffix


def _gap(label: str, missing: int) -> Problem:
    if missing == 1:
        return Problem("gap", label, f"1 number is missing before {label}.")
    return Problem("gap", label, f"{missing} numbers are missing before {label}.")


def _label_item(outline: Outline, step: Step, element: Element) -> None:
    items = step.chosen.state.items
    depth = len(items)
    if not outline.open:  # what it would belong to has not been read
        element.kind, element.label = "text", outline.next_text_label(_text_prefix(outline))
        outline.open = [element]
        return
    del outline.open[depth:]
    parent = outline.open[-1]
    body = re.sub(r"[().\s]", "", element.marker)
    element.parent = parent
    element.kind = "item" if body.isdigit() else "subparagraph"
    element.label = outline.unique(f"{parent.label}({body.lower()})")
    outline.open.append(element)
    if step.chosen.missing:
        outline.problems.append(_gap(element.label, step.chosen.missing))
