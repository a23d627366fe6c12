"""``python -m eval parse-gold``: gold files of documents that nobody has read with this parser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.options import Quiet
from assistant.commands.streams import note, progress_bar

EXAMPLES = """[bold]Examples[/bold]
  git clone https://github.com/rochelleterman/uprs
  git clone https://github.com/littlehifive/ai-un-report
  python -m eval parse-gold --reviews uprs --mixed ai-un-report/data --without ../shared/data \\
      --output unseen
  python -m eval parse --data unseen --set review --set mixed
"""


def parse_gold(
    output: Annotated[
        Path, typer.Option("--output", metavar="FOLDER", help="Where gold and copies go.")
    ],
    reviews: Annotated[
        Path | None,
        typer.Option(
            "--reviews",
            metavar="FOLDER",
            show_default=False,
            help="A checkout of github.com/rochelleterman/uprs, or one laid out like it.",
        ),
    ] = None,
    mixed: Annotated[
        Path | None,
        typer.Option(
            "--mixed", metavar="FOLDER", show_default=False, help="PDFs, in folders or not."
        ),
    ] = None,
    without: Annotated[
        Path | None,
        typer.Option(
            "--without",
            metavar="FOLDER",
            show_default=False,
            help="Leave out files that are in this folder, too.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Make gold files for `parse` from other documents, so that it can be measured on unseen ones.

    How they are made, and what they cannot tell: docs/parsing.md.
    """
    from eval.parsing.derive import derive_mixed, derive_reviews, hash_files
    from eval.results import make_folder

    if reviews is None and mixed is None:
        raise typer.BadParameter("name a folder", param_hint="--reviews or --mixed")
    make_folder(output)
    known = hash_files(without) if without is not None else frozenset()
    for name, folder, derive in (
        ("Review reports", reviews, derive_reviews),
        ("Mixed download", mixed, derive_mixed),
    ):
        if folder is None:
            continue
        with progress_bar(quiet=quiet) as advance:
            made = derive(folder, output, known, advance)
        if not quiet:
            note(f"{name}: {made.rows:,} rows of {made.files:,} files, {made.left_out:,} left out")
