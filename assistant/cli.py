"""The command line: `pincite` and `python -m assistant`.

This is the outermost edge: only here does a `PinciteError` become text. Exit status 0 is done,
1 a stated error in one line on standard error, 2 wrong usage; anything else is a bug and traces.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from assistant.commands import ask, chat, index, inspect_file, library, remove, search, show
from assistant.commands.streams import leave_closed_pipe, note, use_utf8
from corpus.errors import PinciteError

STATED_ERROR = 1
"""Exit status after a `PinciteError`."""

EXAMPLES = """[bold]To begin[/bold]
pincite index                           build the shipped report's library
pincite ask "Who chaired the meeting?"  an answer with its paragraph
pincite show "para. 51 (j) (iii)"       the exact words of a reference
pincite chat                            the same in the browser

The library lies in the folder PINCITE_HOME, by default yours for data.
"""


class Edge(TyperGroup):
    """The commands, with stated errors turned into one line and closed pipes into silence."""

    def invoke(self, ctx: Any) -> None:  # noqa: ANN401 (Typer keeps its class private)
        """Run the command that was named."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except PinciteError as error:
            note(f"Error: {' '.join(str(error).split())}")
            raise typer.Exit(STATED_ERROR) from None
        except BrokenPipeError:
            leave_closed_pipe()


app = typer.Typer(
    name="pincite",
    cls=Edge,
    help="Answers questions about official documents and cites the exact paragraph.",
    epilog=EXAMPLES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _folded(docstring: str | None) -> str:
    """Return a docstring without line breaks: Typer keeps them from the second paragraph on."""
    paragraphs = (docstring or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


for name, run_command, examples in (
    ("index", index.index, index.EXAMPLES),
    ("remove", remove.remove, remove.EXAMPLES),
    ("ask", ask.ask, ask.EXAMPLES),
    ("search", search.search, search.EXAMPLES),
    ("show", show.show, show.EXAMPLES),
    ("inspect", inspect_file.inspect, inspect_file.EXAMPLES),
    ("chat", chat.chat, chat.EXAMPLES),
):
    app.command(name, help=_folded(run_command.__doc__), epilog=examples)(run_command)
app.add_typer(
    library.library,
    name="library",
    help=_folded(library.list_documents.__doc__),
    epilog=library.EXAMPLES,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"pincite {version('pincite')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and end."
        ),
    ] = False,
) -> None:
    _tell_misspelt([name for name in os.environ if name.upper().startswith("PINCITE_")])


def _tell_misspelt(names: Sequence[str]) -> None:
    if not names:
        return
    # Only now: what checks settings takes a tenth of a second to import.
    from assistant.settings import misspelt

    for name, meant in misspelt(names).items():
        note(f"{name} is no setting and is ignored. Did you mean {meant}?")


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        arguments: What follows the program's name; the process's own by default.
    """
    use_utf8()
    try:
        app(args=arguments, prog_name="pincite")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
