"""``python -m ui``: serves the browser chat until it is told to stop."""

from __future__ import annotations

import argparse
import signal
import socket
import sys
import threading
import time

from ui.server import address, reason_not_served, streamlit_arguments

_PATIENCE = 3.0
"""Seconds; the library of a report is open within one."""


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
    warming = threading.Thread(target=warm_up, daemon=True)
    greeting = threading.Thread(target=_greet, args=(chosen.host, chosen.port, ending), daemon=True)
    # As Ctrl-C, until the server has handlers of its own.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    warming.start()
    try:
        # Reading a tokenizer's vocabulary keeps the whole process waiting, so nobody is let in
        # before; but a large library takes long to open, and its page says so.
        warming.join(_PATIENCE)
        greeting.start()
        streamlit(streamlit_arguments(chosen.host, chosen.port), standalone_mode=False)
    except KeyboardInterrupt:
        pass
    # Native code that is still loading a model would abort the process on its way out.
    ending.set()
    for thread in (warming, greeting):
        if thread.ident is not None:
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


if __name__ == "__main__":
    sys.exit(main())
