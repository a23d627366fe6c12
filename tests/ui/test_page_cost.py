"""What each visitor would pay for, if it came back: looked for by what is done, not by seconds."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from ui.server import APP

ASK = """
import sys
from streamlit.testing.v1 import AppTest

page = AppTest.from_file(sys.argv[1], default_timeout=60).run()
page.chat_input[0].set_value("Does the immigration status of a victim prevent compensation?").run()
assert not page.exception
assert any(str(button.key).startswith("reference-") for button in page.button)
sys.stdout.write(" ".join(sorted({"pandas", "pyarrow", "torch"} & set(sys.modules))))
"""


def test_an_answer_is_drawn_without_loading_what_draws_tables(shipped_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(APP)],
        env={**os.environ, "PINCITE_HOME": str(shipped_home), "PINCITE_KEEP_CHATS": "0"},
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


def test_no_run_of_a_page_sweeps_all_objects_of_the_process() -> None:
    settings = (APP.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert tomllib.loads(settings)["runner"]["postScriptGC"] is False
