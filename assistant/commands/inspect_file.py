"""`pincite inspect`: how a file was read, before anything is built on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.options import AsJson
from assistant.commands.streams import console, write_json

EXAMPLES = """[bold]Examples[/bold]
pincite inspect report.pdf
pincite inspect report.txt --json
"""


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document's file.")],
    as_json: AsJson = False,
) -> None:
    """Show how a file is read: its units, and what a person should check.

    Lists every citable unit with its length, gaps and repeats in the numbering, each marker
    that could be read in more than one way with the decision and its reason, what was set
    aside, references to parts of the document that are not there, and the share of the file's
    characters that was accounted for. Needs no index.
    """
    from corpus.documents import examine, make_document
    from corpus.links import Links, find_links

    found = examine(file)
    links = Links((), ())
    if found.parse.units:
        links = find_links(make_document(found.metadata, [(found.rendition, found.parse)]))
    if as_json:
        from assistant.json_format import parse_json

        write_json(parse_json(found, links))
        return
    from assistant.inspect_report import print_parse

    print_parse(console(), found, links)
