"""A conversation -> Markdown, in which foreign text stays text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.citation_styles import Cited, LinkOf, as_footnote, as_reference, markdown_link
from assistant.escaping import as_markdown
from assistant.transcript import HEADINGS, Referencing, Source, Transcript, Turn, on_one_line
from assistant.transcript_words import Words
from corpus.display import display_places

_Refer = Callable[[Cited], str]
"""From what is cited to what stands behind its quote."""


def write_markdown(transcript: Transcript, references: Referencing, link_of: LinkOf) -> str:
    """Return the conversation as Markdown; footnotes are those of GitHub and Pandoc, ``[^1]``.

    Args:
        transcript: The conversation.
        references: Where the references stand.
        link_of: Gives the address that opens a paragraph.
    """
    notes: list[str] = []

    def refer(cited: Cited) -> str:
        if references == "footnotes":
            notes.append(as_footnote([cited]))
            return f"[^{len(notes)}]"
        address = link_of(cited.metadata.symbol, cited.unit)
        return f" ({markdown_link(as_reference([cited]), address)})"

    blocks = [f"# {_line(transcript.title)}", _line(transcript.head)]
    for turn in transcript.turns:
        blocks += _turn_blocks(turn, transcript.words, refer)
    blocks += [f"## {_line(transcript.words.annex)}"] if transcript.sources else []
    for source in transcript.sources:
        blocks += _source_blocks(source, link_of)
    blocks += [f"[^{number}]: {_line(note)}" for number, note in enumerate(notes, start=1)]
    return "\n\n".join(blocks) + "\n"


def _turn_blocks(turn: Turn, words: Words, refer: _Refer) -> Iterator[str]:
    yield f"## {_line(turn.question)}"
    yield from (f"*{_line(note)}*" for note in turn.notes)
    if turn.statement:
        yield _line(turn.statement)
    for group in turn.groups:
        if group.lead_in:
            yield _line(group.lead_in)
        yield from (f"> “{_line(one.quote)}”{refer(one)}" for one in group.cited)
    if turn.nearest:
        yield _line(words.nearest)
        yield "\n".join(f"- “{_line(one.quote)}”{refer(one)}" for one in turn.nearest)


def _source_blocks(source: Source, link_of: LinkOf) -> Iterator[str]:
    yield f"### {_line(source.name)}"
    yield from (f"*{_line(caution)}*" for caution in source.cautions)
    for unit in source.units:
        reference = markdown_link(display_places([unit]), link_of(source.metadata.symbol, unit))
        under = f" — {_line(HEADINGS.join(unit.heading_path))}" if unit.heading_path else ""
        yield f"**{reference}**{under}"
        if unit.lead_in:
            yield _line(unit.lead_in)
        yield f"> {_line(f'{unit.marker} {unit.text}')}"
        if unit.notes:
            yield "\n".join(f"- {_line(note)}" for note in unit.notes)


def _line(text: str) -> str:
    return as_markdown(on_one_line(text))
