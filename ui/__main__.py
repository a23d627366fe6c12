"""``python -m ui``: serves the browser chat until it is told to stop."""

from __future__ import annotations

import argparse
import socket
import sys
import threading
import time
from collections.abc import Callable

from ui.server import address, reason_not_served, streamlit_arguments

_GRACE = 10.0
"""Seconds after which nobody seems to have a browser ready."""


def main(arguments: list[str] | None = None) -> int:
    """Serve the page; return the exit status.

    Ctrl-C and SIGTERM end it with status 0. A port that cannot be used is told in one line on
    stderr, with status 1.
    """
    parser = argparse.ArgumentParser(prog="python -m ui", description="Pincite's browser chat.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8501, help="port to listen on (%(default)s)")
    chosen = parser.parse_args(arguments)
    reason = reason_not_served(chosen.host, chosen.port)
    if reason:
        sys.stderr.write(reason + "\n")
        return 1
    # Imported here, for two threads that import the same get in each other's way.
    from streamlit.web.cli import main as streamlit

    import ui.drawing  # noqa: F401
    from ui.resources import warm_up

    ending = threading.Event()
    threads = (
        threading.Thread(target=_greet, args=(chosen.host, chosen.port, ending), daemon=True),
        threading.Thread(target=_warm_up_later, args=(warm_up, ending), daemon=True),
    )
    for thread in threads:
        thread.start()
    streamlit(streamlit_arguments(chosen.host, chosen.port), standalone_mode=False)
    # Native code that is still loading a model would abort the process on its way out.
    ending.set()
    for thread in threads:
        thread.join()
    return 0


def _greet(host: str, port: int, ending: threading.Event) -> None:
    """Print the address once something answers there."""
    while not ending.is_set():
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            break
    if ending.is_set():
        return
    sys.stdout.write(f"Pincite is at {address(host, port)} (Ctrl-C ends it)\n")
    sys.stdout.flush()


def _warm_up_later(warm_up: Callable[[], None], ending: threading.Event) -> None:
    """Open the models if nobody comes at once.

    Reading a tokenizer's vocabulary keeps all else of the process waiting, for most of a second.
    A first visitor's page opens the models itself, when the question box has been drawn.
    """
    if not ending.wait(_GRACE):
        warm_up()


if __name__ == "__main__":
    sys.exit(main())
