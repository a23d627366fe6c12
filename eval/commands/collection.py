"""``python -m eval run --collection``: a public collection, asked of Pincite and the baselines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.streams import console, note, progress_bar, write_json

Collection = Annotated[
    str | None,
    typer.Option(
        "--collection",
        metavar="NAME",
        show_default=False,
        help="Ask a public collection instead of a set: obliqa, squad, xquad, contract-nli, "
        "attributionbench, un-reports, upr-reports, upr-reports-tune, mixed-folder or "
        "mixed-folder-tune. See docs/collections.md.",
    ),
]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="FOLDER",
        show_default=False,
        help="Where the collection's files lie, as they are published.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=1,
        show_default=False,
        help="Ask only N of the collection's queries, drawn by a fixed seed.",
    ),
]


def run_collection(
    name: str,
    data: Path | None,
    limit: int | None,
    systems: Sequence[str],
    output: Path | None,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Ask a collection's queries, print its table and write results.json, tables.md and runs.

    Args:
        name: Of the collection.
        data: Its folder.
        limit: Most queries asked; None for all.
        systems: Names; empty for all that can be asked.
        output: Where the results go; None for ``eval-results/NAME``.
        as_json: Print the record instead of the table.
        quiet: Without a progress bar and notes.

    Raises:
        PinciteError: The data are not there, or the library cannot be built.
    """
    from eval.collections.library import open_collection_library, sample
    from eval.collections.registry import COLLECTIONS
    from eval.collections.report import grids, write_collection
    from eval.collections.run import evaluate_collection
    from eval.collections.support import SYSTEMS
    from eval.library import OWN_SYSTEMS
    from eval.results import make_folder
    from eval.table import draw

    if name not in COLLECTIONS:
        hint = f"no collection {name!r}; there are {', '.join(COLLECTIONS)}"
        raise typer.BadParameter(hint, param_hint="--collection")
    if data is None:
        raise typer.BadParameter(f"name the folder that holds {name}'s files", param_hint="--data")
    collection = COLLECTIONS[name](data)
    known = SYSTEMS if collection.task == "support" else OWN_SYSTEMS
    if unknown := set(systems) - set(known):
        hint = f"{', '.join(sorted(unknown))} cannot be asked {name}; these can: {', '.join(known)}"
        raise typer.BadParameter(hint, param_hint="--system")
    folder = output or Path("eval-results") / name
    make_folder(folder)
    if limit is not None:
        collection = sample(collection, limit)
    with progress_bar(quiet=quiet) as advance:
        library, settings = open_collection_library(collection, advance)
        results = evaluate_collection(collection, library, settings, systems or known, advance)
    record = write_collection(collection, results, folder, limit)
    if as_json:
        write_json(record)
        return
    shown = console()
    for grid in grids(collection, results):
        shown.print(draw(grid))
    if not quiet:
        note(f"Written to {folder}")
