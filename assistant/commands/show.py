"""`pincite show`: the exact text behind a reference."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.commands.options import AsJson, Document, readable
from assistant.commands.streams import console, write_json

EXAMPLES = """[bold]Examples[/bold]
pincite show 25
pincite show "para. 51 (j) (iii)"
pincite show "paras. 6-13"
pincite show "paras. 6, 9 and 51 (a)" --json
pincite show annex
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
    document: Document = None,
) -> None:
    """Print the exact text of a reference, with the lead-ins and headings it stands under.

    A paragraph is followed by its sub-paragraphs; at the end stand the paragraphs that these
    refer to and those that refer to them. A reference that does not exist is an
    error that says which exist; nothing is ever guessed.
    """
    from assistant.factory import open_assistant
    from assistant.settings import Settings

    assistant = open_assistant(Settings())
    units = assistant.show(reference, document=document)
    if as_json:
        from assistant.json_format import show_json

        write_json(show_json(units, assistant.catalogue.links))
        return
    from assistant.render import link_lines, show_lines, write_lines

    write_lines(console(), show_lines(units, assistant.catalogue.ancestors))
    write_lines(console(), link_lines(units, assistant.catalogue.links))
