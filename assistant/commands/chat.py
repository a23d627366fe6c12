"""`pincite chat`: the browser app."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from assistant.commands.streams import note

EXAMPLES = """[bold]Examples[/bold]
pincite chat
pincite chat --port 8600
"""


def chat(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to serve on.")] = 8501,
    host: Annotated[
        str,
        typer.Option(
            "--host", help="Address to serve on; only this machine can reach the default."
        ),
    ] = "127.0.0.1",
) -> None:
    """Serve the chat for your browser until Ctrl-C.

    If nothing has been indexed yet, the report that ships with Pincite is indexed first. A
    library that an earlier Pincite made, or that is damaged, is brought up to date.
    The page sends nothing anywhere.
    """
    from assistant.commands.index import build
    from assistant.factory import open_assistant
    from assistant.settings import Settings
    from corpus.errors import (
        IndexDamagedError,
        IndexMismatchError,
        IndexMissingError,
        LibraryEmptyError,
    )

    settings = Settings()
    try:
        open_assistant(settings)
    except LibraryEmptyError as error:
        note(str(error))  # the page has a place to add some
    except IndexMissingError:
        note("Nothing is indexed yet: indexing the report that ships with Pincite.")
        build((), settings)
    except (IndexDamagedError, IndexMismatchError) as error:
        if settings.fixed_model is not None:  # It may ask for other models than the library's.
            raise
        note(f"{error}\nDoing so now.")
        build((), settings)
    sys.stdout.flush()
    # The server takes this process's place, so that Ctrl-C and a supervisor's signals reach it.
    # -P: a folder named ui where the person happens to be is not ours.
    command = (sys.executable, "-P", "-m", "ui", "--host", host, "--port", str(port))
    os.execv(sys.executable, command)
