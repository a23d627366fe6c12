"""How the page is served: Streamlit's flags, the address, and whether the port is free."""

from __future__ import annotations

import socket
from pathlib import Path

APP = Path(__file__).with_name("app.py")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def streamlit_arguments(host: str, port: int) -> list[str]:
    """Return the arguments after ``streamlit`` that serve the page.

    Looks and manners are in ``.streamlit/config.toml`` beside the page, which Streamlit reads
    wherever it is started from. What we promise (no telemetry, this machine only) is also said
    here, because a flag wins over any other configuration on the machine.
    """
    flags = {
        "server.address": host,
        "server.port": str(port),
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
        "logger.hideWelcomeMessage": "true",
    }
    # A page elsewhere that points its own name at this machine is turned away.
    names = LOOPBACK if host in LOOPBACK else ()
    return [
        "run",
        str(APP),
        *(f"--{name}={value}" for name, value in flags.items()),
        *(f"--server.allowedHosts={name}" for name in names),
    ]


def address(host: str, port: int) -> str:
    """Return the address to type into a browser."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def reason_not_served(host: str, port: int) -> str:
    """Return why nothing can listen there, in one line; empty if it can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        # As servers do: a port whose last connection is still closing down is free.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            other = port + 1 if port < 65535 else port - 1
            return (
                f"Cannot serve on {address(host, port)}: {error.strerror or error}. "
                f"Choose another port: pincite chat --port {other}"
            )
    return ""
