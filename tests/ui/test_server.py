from __future__ import annotations

import signal
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from ui.server import APP, address, reason_not_served, streamlit_arguments

if TYPE_CHECKING:
    from tests.ui.conftest import Serving


def test_the_page_is_served_to_this_machine_without_telemetry() -> None:
    arguments = streamlit_arguments("127.0.0.1", 8501)
    assert arguments[:2] == ["run", str(APP)]
    assert "--server.address=127.0.0.1" in arguments
    assert "--server.port=8501" in arguments
    assert "--browser.gatherUsageStats=false" in arguments
    assert "--server.allowedHosts=127.0.0.1" in arguments


def test_another_address_may_be_called_by_its_own_names() -> None:
    # Which names lead to it, we cannot know.
    arguments = streamlit_arguments("0.0.0.0", 8501)
    assert not any("allowedHosts" in argument for argument in arguments)


def test_the_configuration_beside_the_page_keeps_it_quiet_without_our_flags() -> None:
    file = APP.parent / ".streamlit" / "config.toml"
    settings = tomllib.loads(file.read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["toolbarMode"] == "minimal"
    assert settings["client"]["showErrorLinks"] is False
    assert "http" not in file.read_text(encoding="utf-8"), "no font or theme from elsewhere"


@pytest.mark.parametrize(
    ("host", "shown"),
    [("127.0.0.1", "http://127.0.0.1:8501"), ("::1", "http://[::1]:8501")],
)
def test_the_address_to_type(host: str, shown: str) -> None:
    assert address(host, 8501) == shown


def test_a_port_in_use_is_told_with_another_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        reason = reason_not_served("127.0.0.1", port)
        done = subprocess.run(
            [sys.executable, "-P", "-m", "ui", "--port", str(port)],
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert f"http://127.0.0.1:{port}" in reason
    assert reason.endswith(f"pincite chat --port {port + 1}")
    assert (done.returncode, done.stderr, done.stdout) == (1, reason + "\n", "")


def test_the_last_port_has_a_neighbour_too() -> None:
    assert reason_not_served("192.0.2.1", 65535).endswith("pincite chat --port 65534")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_stop(
    number: signal.Signals, serving: Serving, tmp_path: Path
) -> None:
    with serving(tmp_path / "home", tmp_path) as (process, where):
        assert where.startswith("http://127.0.0.1:")
        with urlopen(where, timeout=30) as page:
            assert page.status == 200
        process.send_signal(number)
        assert process.wait(timeout=30) == 0
        assert process.stdout is not None
        assert "Traceback" not in process.stdout.read()
