"""Source -> `Parse`: the tree of units with labels, headings, lead-ins and offsets.

Furniture and tables are set aside first, the rest is cut into chunks, `corpus.reading` says what
each chunk is, and this module gives labels and puts the normalised text together. It works on any
reader's lines and knows no document's wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.chunks import Chunk, make_chunks
from corpus.furniture import find_furniture
from corpus.reading import NUMBERED, Step, read_chunks
from corpus.source import Line, Source
from corpus.tables import find_tables
from corpus.tokens import count_tokens
from corpus.types import Decision, Furniture, Heading, Parse, Problem, Unit, UnitKind


@dataclass(slots=True)
class _Element:
    """A heading or unit while it is being put together."""

    lines: list[Line]
    marker: str = ""
    skip: int = 0  # characters of the first line that are its marker
    label: str = ""  # empty for a heading
    kind: UnitKind = "paragraph"
    level: int = 0
    parent: _Element | None = None
    path: tuple[str, ...] = ()
    above: str = ""  # words that lead in without being a unit, such as column headings

    def words(self, vocabulary: frozenset[str]) -> str:
        first, *rest = (line.text for line in self.lines)
        return join_lines([first[self.skip :], *rest], vocabulary)


@dataclass(slots=True)
class _Builder:
    """Gives labels while walking through the steps."""

    numbered: bool
    headings: list[tuple[str, str]] = field(default_factory=list)  # (style, text)
    division: str = ""
    division_numbered: bool = False
    series: str = ""
    seen_number: bool = False
    table_header: str = ""
    open: list[_Element] = field(default_factory=list)  # paragraph, item, item …
    elements: list[_Element] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)

    def path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def unique(self, label: str) -> str:
        """Return the label, with ``#2`` and so on if the document uses it again."""
        if label not in self.labels:
            self.labels.add(label)
            return label
        n = 2
        while f"{label}#{n}" in self.labels:
            n += 1
        self.problems.append(
            Problem("duplicate", f"{label}#{n}", f"{label} occurs again; it is kept as #{n}.")
        )
        self.labels.add(f"{label}#{n}")
        return f"{label}#{n}"

    def next_text_label(self, prefix: str) -> str:
        self.counts[prefix] = self.counts.get(prefix, 0) + 1
        return self.unique(f"{prefix}:{self.counts[prefix]}")


def join_lines(lines: Iterable[str], vocabulary: frozenset[str] = frozenset()) -> str:
    """Join wrapped lines to running text with single spaces.

    A hyphen at a line end stays if the document has the word without it nowhere else.
    """
    text = ""
    for line in lines:
        folded = " ".join(line.split())
        if not folded:
            continue
        if text.endswith("\u00ad"):
            text = text[:-1] + folded
        elif re.search(r"\w-\Z", text) and folded[:1].islower():
            head, tail = re.findall(r"\w+(?=-\Z)", text)[0], re.match(r"\w+", folded)
            whole = (head + (tail.group() if tail else "")).lower()
            text = (text[:-1] if whole in vocabulary else text) + folded
        else:
            text = f"{text} {folded}" if text else folded
    return text.replace("\u00ad", "")


def parse(source: Source) -> Parse:
    """Read the structure of a source; every non-blank character gets exactly one place."""
    lines = source.lines
    furniture = dict(find_furniture(lines))
    tables = find_tables(lines, furniture)
    steps = read_chunks(list(make_chunks(lines, furniture, tables)))
    front = _front_matter(steps)
    builder = _Builder(numbered=any(s.chosen.role in NUMBERED for s in steps))
    dropped = [Furniture(kind, lines[i].text, lines[i].number) for i, kind in furniture.items()]
    decisions: list[Decision] = []
    title: _Element | None = None
    numbered_divisions = _numbered_divisions(steps)
    for at, step in enumerate(steps):
        chunk = step.chunk
        if at in front:
            if front[at] == "title":
                title = _Element(list(chunk.lines), level=1)
                builder.elements.append(title)
            else:
                dropped += [Furniture("masthead", ln.text, ln.number) for ln in chunk.lines]
            continue
        if step.chosen.role == "table header":
            dropped += [Furniture("table header", ln.text, ln.number) for ln in chunk.lines]
        element = _place(builder, step, at in numbered_divisions)
        decision = _decision(step, element)
        if decision:
            decisions.append(decision)
    return _assemble(source, builder, title, decisions, dropped)


def _front_matter(steps: Sequence[Step]) -> dict[int, str]:
    """Tell which steps before the first unit are the title and the masthead around it.

    The last heading before a numbered text is its title; a text without numbers begins with it.
    """
    leading = 0
    for step in steps:
        if step.chosen.role != "heading" or step.chunk.marker is not None:
            break
        leading += 1
    if not leading:
        return {}
    if not any(step.chosen.role in NUMBERED for step in steps):
        return {0: "title"}
    return {at: "title" if at == leading - 1 else "masthead" for at in range(leading)}


def _numbered_divisions(steps: Sequence[Step]) -> set[int]:
    """Return positions of annex titles below which paragraphs are numbered."""
    found: set[int] = set()
    current: int | None = None
    for at, step in enumerate(steps):
        if step.chosen.role == "division":
            current = at
        elif step.chosen.role in NUMBERED and current is not None:
            found.add(current)
    return found


def _place(builder: _Builder, step: Step, numbered_division: bool) -> _Element | None:
    """Put one chunk where its reading says; return the unit it became, if any."""
    role, chunk = step.chosen.role, step.chunk
    lines = list(chunk.lines)
    if role == "more" and builder.elements:
        builder.elements[-1].lines += lines
        return builder.elements[-1] if builder.elements[-1].label else None
    if role == "division":
        _open_division(builder, chunk, numbered_division)
        return None
    if role == "heading":
        _add_heading(builder, step)
        return None
    if role == "table header":
        builder.table_header = join_lines(
            [*([builder.table_header] if builder.table_header else []), *(ln.text for ln in lines)]
        )
        return None
    element = _Element(lines, path=builder.path())
    if chunk.marker is not None and (role in NUMBERED or role == "item"):
        element.marker = chunk.marker.text.strip()
        element.skip = chunk.marker.length
    if role in NUMBERED:
        _label_paragraph(builder, step, element)
    elif role == "item":
        _label_item(builder, step, element)
    elif role == "row":
        element.kind, element.above = "row", builder.table_header
        element.label = builder.unique(f"{_row_prefix(builder)}:{join_lines([chunk.key])}")
        builder.open = []
    else:
        element.kind = "text"
        element.label = builder.next_text_label(_text_prefix(builder))
        builder.open = [element]
    builder.elements.append(element)
    return element


def _open_division(builder: _Builder, chunk: Chunk, numbered: bool) -> None:
    title = join_lines(line.text for line in chunk.lines)
    name = title.rstrip(".: ")
    word, _, number = name.partition(" ")
    builder.division = f"{word.lower()} {number.strip()}".strip()
    builder.division_numbered = numbered
    builder.series = builder.division
    builder.headings = [("division", name)]
    builder.seen_number = False
    builder.table_header = ""
    builder.open = []
    builder.elements.append(_Element(list(chunk.lines), level=1))


def _add_heading(builder: _Builder, step: Step) -> None:
    chunk = step.chunk
    style = step.chosen.state.headings[-1].style if chunk.marker else "plain"
    styles = [s for s, _ in builder.headings]
    if style in styles:
        del builder.headings[styles.index(style) :]
    elif style != "plain":
        while builder.headings and builder.headings[-1][0] == "plain":
            builder.headings.pop()
    text = join_lines(line.text for line in chunk.lines)
    builder.headings.append((style, text))
    builder.table_header = ""
    builder.open = []
    skip = chunk.marker.length if chunk.marker else 0
    marker = chunk.marker.text if chunk.marker else ""
    builder.elements.append(
        _Element(list(chunk.lines), marker=marker, skip=skip, level=len(builder.headings))
    )


def _heading_name(builder: _Builder) -> str:
    """The nearest heading's words without its marker, for labels."""
    for element in reversed(builder.elements):
        if not element.label and element.level:
            words = element.words(frozenset())
            return words.rstrip(" .:") or element.marker
    return ""


def _row_prefix(builder: _Builder) -> str:
    return builder.division or _heading_name(builder) or "table"


def _text_prefix(builder: _Builder) -> str:
    if builder.division:
        if not builder.division_numbered:
            return builder.division
        return _heading_name(builder) if builder.seen_number else f"{builder.division} intro"
    if not builder.numbered:
        return "p"
    return (_heading_name(builder) or "p") if builder.seen_number else "intro"


def _label_paragraph(builder: _Builder, step: Step, element: _Element) -> None:
    chosen = step.chosen
    number = ".".join(map(str, chosen.state.paragraph or ())) + chosen.state.suffix
    if chosen.role == "restart":
        builder.series = _heading_name(builder) or "again"
    elif chosen.role == "resume":
        builder.series = builder.division
    label = f"{builder.series}:{number}" if builder.series else number
    element.label = builder.unique(label)
    if not builder.seen_number and (chosen.state.paragraph or (1,))[-1] != 1:
        builder.problems.append(
            Problem("start", element.label, f"The numbering begins at {number}, not at 1.")
        )
    if chosen.missing:
        builder.problems.append(_gap(element.label, chosen.missing))
    builder.seen_number = True
    builder.open = [element]
    # A dotted number stands in the paragraph whose number it carries on.
    above = label.rpartition(".")[0]
    if above:
        element.parent = next((e for e in reversed(builder.elements) if e.label == above), None)


def _gap(label: str, missing: int) -> Problem:
    numbers = "number is" if missing == 1 else "numbers are"
    return Problem("gap", label, f"{missing} {numbers} missing before {label}.")


def _label_item(builder: _Builder, step: Step, element: _Element) -> None:
    items = step.chosen.state.items
    depth = len(items)
    del builder.open[depth:]
    parent = builder.open[-1]
    body = re.sub(r"[().\s]", "", element.marker)
    element.parent = parent
    element.kind = "item" if body.isdigit() else "subparagraph"
    element.label = builder.unique(f"{parent.label}({body.lower()})")
    builder.open.append(element)
    if step.chosen.missing:
        builder.problems.append(_gap(element.label, step.chosen.missing))


def _decision(step: Step, element: _Element | None) -> Decision | None:
    marker, role = step.chunk.marker, step.chosen.role
    if marker is None:
        return _flush_decision(step, element)
    swallowed = role == "more" and step.chunk.blanks_before > 0
    others = tuple(
        dict.fromkeys(f"{o.role}: {o.reason}" for o in step.others if o.fits or swallowed)
    )
    if not others:
        return None
    label = f" {element.label}" if element else ""
    return Decision(
        line=step.chunk.lines[0].number,
        marker=marker.text.strip(),
        reading=(f"more of{label}" if role == "more" else f"{role}{label}"),
        reason=step.chosen.reason,
        alternatives=others,
    )


def _flush_decision(step: Step, element: _Element | None) -> Decision | None:
    """Text behind a list may belong to the list's last item or to the paragraph around it."""
    after_item = step.chosen.role == "more" and step.chosen.state.last == "item"
    if element is None or not after_item or not step.chunk.follows_full_stop:
        return None
    return Decision(
        line=step.chunk.lines[0].number,
        marker="",
        reading=f"more of {element.label}",
        reason="text without a marker runs on in the unit before it",
        alternatives=("text of the paragraph around the list",),
    )


def _assemble(
    source: Source,
    builder: _Builder,
    title: _Element | None,
    decisions: Sequence[Decision],
    dropped: Sequence[Furniture],
) -> Parse:
    vocabulary = frozenset(re.findall(r"\w+", source.text.lower()))
    pieces: list[str] = []
    length = 0
    headings: list[Heading] = []
    units: list[Unit] = []
    texts: dict[int, str] = {}
    for element in builder.elements:
        words = element.words(vocabulary)
        texts[id(element)] = words
        marker = f"{element.marker} " if element.marker else ""
        start = length + len(marker)
        if element.label:
            units.append(_unit(element, words, start, texts))
        else:
            headings.append(Heading(marker + words, element.level, length, start + len(words)))
        pieces.append(marker + words + "\n\n")
        length += len(pieces[-1])
    problems = builder.problems + [
        Problem("empty", u.label, "The unit has a marker but no words.")
        for u in units
        if not u.text
    ]
    shown = sorted((*dropped, *source.markup), key=lambda f: f.line)
    return Parse(
        title=texts[id(title)] if title else "",
        text="".join(pieces),
        headings=tuple(headings),
        units=tuple(units),
        problems=tuple(problems),
        decisions=tuple(decisions),
        furniture=tuple(shown),
        coverage=_coverage(source, builder.elements, dropped),
    )


def _unit(element: _Element, words: str, start: int, texts: dict[int, str]) -> Unit:
    above: list[str] = [element.above] if element.above else []
    parent = element.parent
    ancestors: list[_Element] = []
    while parent is not None:
        ancestors.append(parent)
        parent = parent.parent
    above += [f"{a.marker} {texts[id(a)]}".strip() for a in reversed(ancestors)]
    return Unit(
        label=element.label,
        kind=element.kind,
        marker=element.marker,
        text=words,
        lead_in=" ".join(above),
        heading_path=element.path,
        page=element.lines[0].page,
        start=start,
        end=start + len(words),
        parent=element.parent.label if element.parent else None,
        tokens=count_tokens(words),
    )


def _coverage(source: Source, elements: Sequence[_Element], dropped: Sequence[Furniture]) -> float:
    """Return the share of non-blank characters that were given exactly one place."""
    places = bytearray(len(source.text))
    by_number = {line.number: line for line in source.lines}
    owned = [line for element in elements for line in element.lines]
    owned += [by_number[piece.line] for piece in dropped]
    for line in owned:
        for i in range(line.start, line.end):
            places[i] = min(places[i] + 1, 2)
    total = placed = 0
    for character, place in zip(source.text, places, strict=True):
        if not character.isspace():
            total += 1
            placed += place == 1
    return placed / total if total else 1.0
