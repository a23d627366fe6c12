"""`pincite index`: builds the library, or refreshes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import AsJson, Quiet
from assistant.commands.stopping import INTERRUPTED, stop_on_ctrl_c
from assistant.commands.streams import console, note, progress_bar, write_json

if TYPE_CHECKING:
    from assistant.settings import Settings
    from embeddings.indexing import IndexReport

EXAMPLES = """[bold]Examples[/bold]
pincite index                    a first library: the report that ships with Pincite
                                 later: all that the library holds, brought up to date
pincite index report.pdf         add a document, or take in its new wording
pincite index reports/           every document in a folder and those below
pincite index "2025/*.docx"      what a pattern matches
pincite index mail.zip           what an archive holds
pincite index reports/ --json    what was read, flagged and refused, as one object

Ctrl-C stops it: what is complete is in the library, the same command goes on.
Exit status: 0 if any of the files is in the library now, or was before; 1 if none is;
130 after Ctrl-C. A script that wants every file looks into "refused" of --json.
"""


def index(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders, patterns and ZIPs. Without any, what the library holds is "
            "brought up to date; a library that holds nothing is given the shipped report.",
        ),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Build the library that questions are answered from, or refresh it.

    Documents indexed before stay. Only files that are new or have changed are read and embedded.
    A file that cannot be read is named with the reason and stops nothing. Until the last moment
    the old library is in use, so that a command that fails or is stopped loses nothing.
    """
    from assistant.settings import Settings

    settings = Settings()
    try:
        report = _run(paths or (), settings, quiet=quiet)
    except KeyboardInterrupt:
        note(
            "Stopped. The library is as it was; what was read and embedded is kept. "
            "Go on: run the same command again."
        )
        raise typer.Exit(INTERRUPTED) from None
    _show(report, settings.home, as_json=as_json, quiet=quiet)
    if report.stopped:
        waiting = report.files.unread + (len(report.build.waiting) if report.build else 0)
        note(f"Stopped. Documents still to be done: {waiting}. Go on: run the same command again.")
        raise typer.Exit(INTERRUPTED)
    if report.build is None:
        raise _nothing_read(report)


def build(paths: Sequence[Path], settings: Settings, *, quiet: bool = False) -> IndexReport:
    """Build or refresh the library with bars for who watches, for a command that goes on with it.

    Args:
        paths: As for `embeddings.indexing.index_files`.
        settings: Where the library lies and which model it uses.
        quiet: Show no bar.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    report = _run(paths, settings, quiet=quiet)
    if report.stopped:
        raise KeyboardInterrupt
    return report


def _run(paths: Sequence[Path], settings: Settings, *, quiet: bool) -> IndexReport:
    """Index files; Ctrl-C stops it gently from the moment that anything is embedded."""
    from assistant.factory import prepare_reading
    from embeddings.embedding import EMBED_STAGE
    from embeddings.indexing import READ_STAGE, index_files
    from embeddings.writing import SWITCH_STAGE, WRITE_STAGE

    rates = {READ_STAGE: "files", EMBED_STAGE: "units"}
    with stop_on_ctrl_c() as stopping, progress_bar(quiet=quiet, rates=rates) as advance:

        def progress(stage: str, done: int, total: int) -> None:
            stopping.gently = stage in {EMBED_STAGE, WRITE_STAGE, SWITCH_STAGE}
            advance(stage, done, total)

        report = index_files(
            settings.home,
            paths,
            settings.fixed_model,
            progress,
            threads=settings.threads,
            stop=stopping,
        )
        if report.build is not None and not report.stopped:
            prepare_reading(settings, advance)
        return report


def _show(report: IndexReport, home: Path, *, as_json: bool, quiet: bool) -> None:
    if as_json:
        from assistant.library_json import index_json

        write_json(index_json(report, home))
    elif not quiet and report.build is not None:
        from assistant.library_report import index_lines

        out = console()
        for line in index_lines(report, home):
            out.print(line, soft_wrap=True)


def _nothing_read(report: IndexReport) -> Exception:
    """Return the stated error for files of which none could be read: one file's own, or all."""
    from corpus.errors import UnreadableFileError

    refused = report.files.refused
    if len(refused) > 1:
        for file in refused:
            note("; ".join(file.reasons))
        return UnreadableFileError(
            f"None of the {len(refused)} files can be read; the library is as it was. "
            f"See how one is read: pincite inspect {refused[0].name}"
        )
    return UnreadableFileError("; ".join(refused[0].reasons))
