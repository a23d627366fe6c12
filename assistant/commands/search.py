"""`pincite search`: ranked units for a query, or a TREC run for a file of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import (
    AllRevisions,
    AsJson,
    Batch,
    Bodies,
    Documents,
    Kinds,
    Languages,
    Quiet,
    Sections,
    Since,
    Texts,
    Until,
    make_scope,
    readable,
)
from assistant.commands.streams import console, note, track, write_json

if TYPE_CHECKING:
    from assistant.scope import Scope

SHOWN = 10
"""Units shown for one query unless -k says otherwise."""

IN_RUN = 100
"""Units a query in a run unless -k says otherwise: what the field's measures look at."""

EXAMPLES = """[bold]Examples[/bold]
pincite search "compensation of victims"
pincite search "organ removal" -k 3 --json
pincite search "famine" --body "Security Council" --since 2024
pincite search --batch questions.jsonl --run out.trec

A line of out.trec names a unit SYMBOL#LABEL, with _ for white space:
q1 Q0 CTOC/COP/WG.4/2011/8#51(j)(iii) 1 0.83 pincite
"""


def search(
    query: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY",
            callback=readable,
            help="What to look for; meaning counts, not only spelling.",
        ),
    ] = None,
    top_k: Annotated[
        int | None,
        typer.Option(
            "-k",
            min=1,
            show_default=False,
            help=f"Most units to return; {SHOWN} by default, {IN_RUN} in a run.",
        ),
    ] = None,
    as_json: AsJson = False,
    document: Documents = None,
    body: Bodies = None,
    since: Since = "",
    until: Until = "",
    language: Languages = None,
    kind: Kinds = None,
    section: Sections = None,
    text: Texts = None,
    all_revisions: AllRevisions = False,
    batch: Batch = None,
    run: Annotated[
        Path | None,
        typer.Option(
            "--run",
            metavar="OUT.trec",
            help="Where the TREC run of --batch goes; - is standard output.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Rank the paragraphs of the library by how well they fit a query.

    Unlike ask, it never abstains and never quotes: it returns whole units, best first.
    """
    scope = make_scope(document, body, since, until, language, kind, all_revisions, section, text)
    if batch is None:
        if query is None:
            raise typer.BadParameter("give a query, or --batch FILE", param_hint="QUERY")
        if run is not None:
            raise typer.BadParameter("it goes with --batch FILE", param_hint="--run")
        _search_one(query, top_k or SHOWN, scope, as_json=as_json)
        return
    if query is not None:
        raise typer.BadParameter("give a query or --batch, not both", param_hint="QUERY")
    if run is None:
        raise typer.BadParameter("--batch needs --run OUT.trec", param_hint="--run")
    if as_json:
        raise typer.BadParameter("a batch writes a TREC run, not JSON", param_hint="--json")
    _search_batch(batch, run, top_k or IN_RUN, scope, quiet=quiet)


def _search_one(query: str, top_k: int, scope: Scope, *, as_json: bool) -> None:
    from assistant.factory import open_assistant
    from assistant.settings import Settings

    hits = open_assistant(Settings()).search(query, top_k, scope=scope)
    if as_json:
        from assistant.json_format import search_json

        write_json(search_json(query, hits))
        return
    from assistant.render import search_lines, write_lines

    write_lines(console(), search_lines(hits))


def _search_batch(batch: Path, run: Path, top_k: int, scope: Scope, *, quiet: bool) -> None:
    from assistant.batch import check_writable, open_whole, read_batch, search_batch
    from assistant.factory import open_assistant
    from assistant.settings import Settings
    from assistant.trec import run_lines
    from corpus.errors import PinciteError

    lines = read_batch(batch, scope=scope, for_run=True)
    check_writable(run)
    assistant = open_assistant(Settings())
    assistant.shelf.select(scope)
    failures: list[str] = []
    with open_whole(run) as stream:
        results = search_batch(assistant, lines, top_k)
        for line, found in track(results, len(lines), "Searching", quiet=quiet):
            if isinstance(found, PinciteError):
                failures.append(line.id)
                continue
            stream.writelines(f"{row}\n" for row in run_lines(line.id, found))
    if failures and not quiet:
        note(f"{len(failures)} of {len(lines)} questions have no line: {', '.join(failures)}")
