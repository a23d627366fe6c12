"""Kills a build at every file operation and every report of progress; nothing may be lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.errors import IndexMissingError
from corpus.types import Document
from embeddings.build import build_library
from embeddings.library import open_library
from embeddings.models import DEFAULT_MODEL

if TYPE_CHECKING:
    from .conftest import FakeEncoder

MakeDocument = Callable[..., Document]

SCRIPT = """
import os, runpy, signal, sys
from pathlib import Path

conftest, home, text, last = sys.argv[1:]
given = runpy.run_path(conftest)
from embeddings.build import build_library

left = int(last)

def count_down(*step):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

# The events under which Python reports that it is about to touch a file.
FILE_EVENTS = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree"}

def audit(event, arguments):
    if event in FILE_EVENTS and str(arguments[0]).startswith(home):
        count_down()

encoder = given["FakeEncoder"]()
document = given["document"](units={"1": text, "2": "A dog ran."})
import bm25s, faiss, filelock, Stemmer  # so that only the build's own files are counted
sys.addaudithook(audit)
build_library(Path(home), [document], "fake", count_down, encoder=encoder)
"""


def run_build(home: Path, text: str, kill_at: int) -> bool:
    """Build in another process; return whether it was killed at its n-th step."""
    conftest = Path(__file__).with_name("conftest.py")
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(conftest), str(home), text, str(kill_at)],
        capture_output=True,
        text=True,
    )
    assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
    return ended.returncode != 0


def text_of(home: Path, encoder: FakeEncoder) -> str:
    """Open the library, ask it for a unit, and return that unit's text."""
    library = open_library(home, "fake", encoder=encoder)
    (hits,) = library.vectors.search(encoder.encode_queries(["A dog ran."]), 1)
    assert library.passages[hits[0].row].label == "2"
    assert library.lexical_own.search("dog")[0].row == 1
    return library.catalogue.unit("A/1", "1").text


@pytest.mark.slow
def test_a_killed_refresh_leaves_the_old_library_or_the_new_one(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    def build(text: str) -> None:
        made = make_document(units={"1": text, "2": "A dog ran."})
        build_library(tmp_path, [made], "fake", lambda *step: None, encoder=fake)

    build("First.")
    build("Old.")
    found = []
    step = 1
    while run_build(tmp_path, "New.", step):
        found.append(text_of(tmp_path, fake))
        # The next build works, and puts things back for the next kill.
        build("Other.")
        build("Old.")
        assert text_of(tmp_path, fake) == "Old."
        assert len(list((tmp_path / "generations").iterdir())) == 2
        step += 1
    assert text_of(tmp_path, fake) == "New."
    # Killed before the switch it is the old one, after it the new one, and both were seen.
    switch = found.index("New.")
    assert found == ["Old."] * switch + ["New."] * (len(found) - switch)
    assert switch > 15


def test_a_killed_first_build_leaves_no_index_and_the_next_build_works(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    missing = 0
    step = 1
    while run_build(home := tmp_path / str(step), "New.", step):
        try:
            assert text_of(home, fake) == "New."
        except IndexMissingError:
            missing += 1
        made = make_document(units={"1": "Next.", "2": "A dog ran."})
        build_library(home, [made], "fake", lambda *step: None, encoder=fake)
        assert text_of(home, fake) == "Next."
        step += 4
    assert missing > 3


EXPORT_SCRIPT = """
import os, signal, sys
from pathlib import Path
from embeddings.build import build_library

def audit(event, arguments):
    # The finished export is about to be moved to its place.
    if event == "os.rename" and str(arguments[0]).startswith(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(audit)
build_library(Path(sys.argv[1]), [], "all-MiniLM-L6-v2", lambda *step: None)
"""


@pytest.mark.slow
def test_a_killed_export_leaves_nothing_in_the_way(
    tmp_path: Path, make_document: MakeDocument
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", EXPORT_SCRIPT, str(tmp_path)], capture_output=True, text=True
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    with pytest.raises(IndexMissingError):
        open_library(tmp_path, DEFAULT_MODEL)
    (leftover,) = (tmp_path / "models").iterdir()
    build_library(tmp_path, [make_document()], DEFAULT_MODEL, lambda *step: None)
    assert not leftover.exists()
    library = open_library(tmp_path, DEFAULT_MODEL)
    assert library.encoder.encode_queries(["A dog?"]).shape == (1, 384)
