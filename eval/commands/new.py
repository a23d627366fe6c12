"""``python -m eval new``: a question set to fill in, from a library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.streams import note
from eval.errors import QuestionSetError

EXAMPLES = """[bold]Examples[/bold]
  python -m eval new mine.jsonl --home ~/.local/share/pincite --questions 60
  python -m eval check mine.jsonl --home ~/.local/share/pincite
"""


def new(
    output: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Where the set goes.")],
    questions: Annotated[
        int, typer.Option("--questions", "-n", min=1, help="How many units to write about.")
    ] = 40,
    home: Annotated[
        Path | None,
        typer.Option(
            "--home",
            metavar="FOLDER",
            help="Data folder of the library; the shipped report alone by default.",
        ),
    ] = None,
) -> None:
    """Begin a question set: a line for each of some units, spread evenly over the library.

    Write each question as somebody would ask who has not read the unit, cut the quote to the
    words that answer, and write a short answer. `check` says what is still missing.
    """
    from eval.library import open_catalogue
    from eval.skeleton import choose_units, skeleton

    if output.exists():
        raise QuestionSetError(output, ["it exists already; name another file"])
    catalogue = open_catalogue(home)
    lines = skeleton(choose_units(catalogue, questions), with_document=len(catalogue.documents) > 1)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise QuestionSetError(output, [error.strerror or str(error)]) from None
    note(f"{len(lines)} lines in {output}. Fill them in, then: python -m eval check {output}")
