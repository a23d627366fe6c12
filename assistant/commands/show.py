"""`pincite show`: the exact text behind a reference."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.commands.options import (
    AllRevisions,
    AsJson,
    Bodies,
    Documents,
    Kinds,
    Languages,
    Since,
    Until,
    make_scope,
    readable,
)
from assistant.commands.streams import console, note, write_json

EXAMPLES = """[bold]Examples[/bold]
pincite show 25
pincite show "para. 51 (j) (iii)"
pincite show "paras. 6-13"
pincite show "paras. 6, 9 and 51 (a)" --json
pincite show annex
pincite show "A/80/66, para. 21 (b)"    of one document of many
pincite show "para. 3" --body "Security Council" --since 2024
"""


def show(
    reference: Annotated[
        str,
        typer.Argument(
            metavar="REFERENCE",
            callback=readable,
            help="A reference or a range, as you would type it.",
        ),
    ],
    as_json: AsJson = False,
    document: Documents = None,
    body: Bodies = None,
    since: Since = "",
    until: Until = "",
    language: Languages = None,
    kind: Kinds = None,
    all_revisions: AllRevisions = False,
) -> None:
    """Print the exact text of a reference, with the lead-ins and headings it stands under.

    A paragraph is followed by its sub-paragraphs; at the end stand the paragraphs that these
    refer to and those that refer to them, in other documents of the library too. A reference
    that does not exist is an error that says which exist; nothing is ever guessed. What several
    documents have is printed of each, of ten at most; a symbol in front says of which.
    """
    from assistant.factory import open_assistant
    from assistant.settings import Settings
    from corpus.outward import Crossings

    scope = make_scope(document, body, since, until, language, kind, all_revisions)
    assistant = open_assistant(Settings())
    shown = assistant.look_up(reference, scope=scope)
    if as_json:
        from assistant.json_format import show_json

        links = assistant.catalogue.links
        write_json(show_json(shown.units, links, shown.also_in, Crossings(assistant.catalogue)))
        return
    from assistant.render import link_lines, show_lines, write_lines

    write_lines(console(), show_lines(shown.units, assistant.catalogue.ancestors))
    crossings = Crossings(assistant.catalogue)
    write_lines(console(), link_lines(shown.units, assistant.catalogue.links, crossings))
    if shown.also_in:
        first = shown.also_in[0]
        note(
            f"{len(shown.also_in)} more documents have {reference}, such as {first}. "
            f'Name one: pincite show "{first}, {reference}"'
        )
