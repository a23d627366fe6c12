from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import embeddings.indexing
from corpus.documents import shipped_report_path, shipped_symbol
from corpus.errors import (
    IndexBusyError,
    IndexDamagedError,
    IndexMismatchError,
    IndexMissingError,
    UnreadableFileError,
)
from embeddings.encoders import export_folder, models_folder
from embeddings.generations import (
    DOCUMENTS_FILE,
    PASSAGES_FILE,
    VECTORS_FILE,
    building,
    current_generation,
)
from embeddings.indexing import FileReport, IndexReport, index_files
from embeddings.journal import journals_folder
from embeddings.library import open_library
from embeddings.listing import list_holdings
from embeddings.originals import find, originals_folder
from embeddings.removal import remove_documents

if TYPE_CHECKING:
    from .conftest import FakeEncoder

MakeEncoder = Callable[..., "FakeEncoder"]
TESTS = Path(__file__).parents[1]


def write(folder: Path, name: str, about: str, paragraphs: int = 3) -> Path:
    """Write a report of which each paragraph has two passages: its words, and under the heading."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    numbers = range(1, paragraphs + 1)
    text = "\n\n".join(f"{n}. The {about} was seen on day {n}." for n in numbers)
    path.write_text(f"Report on the {about}\n\nI. Days\n\n{text}\n", encoding="utf-8")
    return path


def index(home: Path, encoder: FakeEncoder, *paths: Path, **options: Any) -> IndexReport:
    return index_files(home, paths, "fake", lambda *step: None, encoder=encoder, **options)


def symbols(home: Path) -> list[str]:
    return [holding.symbol for holding in list_holdings(home)]


def leftovers(home: Path) -> list[str]:
    return [path.name for path in journals_folder(home).glob("*")]


def names(reports: list[Any]) -> list[str]:
    return [Path(report.name).name for report in reports]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    for name in ("cat", "dog", "fox"):
        write(made, f"{name}.txt", name)
    return made


def taken(report: IndexReport) -> list[FileReport]:
    """Return the files that were read; texts as short as these are flagged for it."""
    return sorted((*report.files.read, *report.files.flagged), key=lambda file: file.name)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_a_folder_becomes_a_library(home: Path, folder: Path, fake: FakeEncoder) -> None:
    steps: list[tuple[str, int, int]] = []
    report = index_files(
        home, [folder], "fake", lambda *step: steps.append(step), encoder=fake, workers=1
    )
    assert names(taken(report)) == ["cat.txt", "dog.txt", "fox.txt"]
    assert report.build is not None
    assert report.build.added == ("cat", "dog", "fox")
    assert not report.stopped
    assert steps[:4] == [("reading files", done, 3) for done in range(4)]
    assert len(open_library(home, "fake", encoder=fake).catalogue) == 9
    assert leftovers(home) == []


def test_what_is_unchanged_is_neither_read_nor_embedded_again(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    index(home, fake, folder)
    before, fake.encoded = current_generation(home), []
    report = index(home, fake, folder)
    assert names(report.files.unchanged) == ["cat.txt", "dog.txt", "fox.txt"]
    assert [file.symbol for file in report.files.unchanged] == ["cat", "dog", "fox"]
    assert (fake.encoded, current_generation(home)) == ([], before)
    # A name tells nothing: the bytes do.
    (folder / "cat.txt").rename(folder / "a-cat.txt")
    assert names(index(home, fake, folder).files.unchanged) == ["a-cat.txt", "dog.txt", "fox.txt"]


def test_a_new_wording_takes_the_place_of_the_old_one(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    index(home, fake, folder)
    text = (folder / "dog.txt").read_text()
    (folder / "dog.txt").write_text(text.replace("day 2", "night 2"))
    fake.encoded = []
    report = index(home, fake, folder)
    assert (names(taken(report)), len(report.files.unchanged)) == (["dog.txt"], 2)
    assert report.build is not None
    assert (report.build.updated, report.build.unchanged) == (("dog",), ("cat", "fox"))
    # Paragraph 2 by itself and under its heading; the rest is carried over.
    assert len(fake.encoded) == 2
    catalogue = open_library(home, "fake", encoder=fake).catalogue
    assert catalogue.unit("dog", "2").text == "The dog was seen on night 2."
    # The wording that is gone is read again if it comes back.
    (folder / "dog.txt").write_text(text)
    assert names(taken(index(home, fake, folder))) == ["dog.txt"]


def test_another_version_of_the_parser_reads_again_and_embeds_only_what_is_new(
    home: Path, folder: Path, fake: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(home, fake, folder)
    fake.encoded = []
    monkeypatch.setattr(embeddings.indexing, "PARSER_VERSION", 1000)
    assert len(taken(index(home, fake, folder))) == 3
    assert fake.encoded == []
    assert len(index(home, fake, folder).files.unchanged) == 3


def test_another_model_embeds_again_without_reading(
    home: Path, folder: Path, fake: FakeEncoder, make_encoder: MakeEncoder
) -> None:
    index(home, fake, folder)
    other = make_encoder(weights="e")
    report = index(home, other, folder / "cat.txt")
    assert len(report.files.unchanged) == 1
    assert report.build is not None
    assert report.build.embedded == report.build.passages == len(other.encoded) > 0


def test_exports_of_a_models_older_weights_go_when_the_library_no_longer_needs_them(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    older = export_folder(home, "fake", "a" * 64)
    others = [export_folder(home, name, "a" * 64) for name in ("other", "fake-2")]
    current = export_folder(home, "fake", fake.weights_sha256)
    for export in (older, current, *others):
        export.mkdir(parents=True)
    assert index(home, fake, folder, stop=lambda: True).stopped
    assert older.exists()
    index(home, fake, folder)
    assert sorted(models_folder(home).iterdir()) == sorted([current, *others])


def test_a_library_opens_with_whatever_it_was_made_with_unless_models_are_asked_for(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    assert index(home, fake, folder).model == "fake"
    assert open_library(home, encoder=fake).manifest.model == "fake"
    report = index_files(home, [folder], None, lambda *step: None, encoder=fake)
    assert report.model == "fake"
    with pytest.raises(IndexMismatchError, match="'other'"):
        open_library(home, "other", encoder=fake)


def test_a_new_library_takes_the_best_models_and_keeps_them(
    home: Path, folder: Path, fake: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for best in ("best of today", "best of tomorrow"):
        monkeypatch.setattr(embeddings.indexing, "best_installed", lambda best=best: best)
        report = index_files(home, [folder], None, lambda *step: None, encoder=fake)
        assert report.model == "best of today"


def test_without_paths_what_the_library_holds_is_brought_up_to_date_and_nothing_added(
    home: Path, folder: Path, fake: FakeEncoder, make_encoder: MakeEncoder
) -> None:
    index(home, fake, folder)
    before = current_generation(home)
    report = index(home, fake)
    assert report.build is not None
    assert report.build.unchanged == ("cat", "dog", "fox")
    assert (report.files.taken, current_generation(home)) == (0, before)
    for missing in (VECTORS_FILE, PASSAGES_FILE):
        (current_generation(home) / missing).unlink()
        index(home, fake)
        assert len(open_library(home, encoder=fake).catalogue) == 9
    other = make_encoder(weights="e")
    report = index(home, other)
    assert report.build is not None
    assert report.build.embedded == report.build.passages
    assert symbols(home) == ["cat", "dog", "fox"]


def test_without_paths_the_shipped_report_comes_where_it_is_or_where_there_is_nothing(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    assert names(index(home, fake).files.read) == [shipped_report_path().name]
    index(home, fake, folder)
    report = index(home, fake)
    assert names(report.files.unchanged) == [shipped_report_path().name]
    assert symbols(home) == [shipped_symbol(), "cat", "dog", "fox"]
    remove_documents(home, symbols(home), lambda *step: None)
    index(home, fake)
    assert symbols(home) == [shipped_symbol()]


def test_without_paths_documents_that_are_lost_are_not_replaced_by_another(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    index(home, fake, folder)
    before = current_generation(home)
    (before / DOCUMENTS_FILE).write_bytes(b"{")
    with pytest.raises(IndexDamagedError, match="cannot be read any more. Index their files"):
        index(home, fake)
    assert current_generation(home) == before
    report = index(home, fake, folder / "cat.txt")
    assert report.build is not None
    assert report.build.lost == ("dog", "fox")


def test_a_metadata_file_that_changes_has_its_document_read_again(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    def state(title: str) -> None:
        stated = {"symbol": "A/1", "title": title, "renditions": ["cat.txt"]}
        (folder / "cat.json").write_text(json.dumps(stated))

    state("Cats")
    index(home, fake, folder)
    assert len(index(home, fake, folder).files.unchanged) == 3
    state("All cats")
    assert len(index(home, fake, folder).files.unchanged) == 2
    assert [h.title for h in list_holdings(home) if h.symbol == "A/1"] == ["All cats"]


def test_broken_files_are_told_with_their_reasons_and_stop_nothing(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n\x00\x01")
    (folder / "empty.txt").write_bytes(b"")
    report = index(home, fake, folder)
    assert names(report.files.refused) == ["broken.pdf", "empty.txt"]
    assert "holds no text" in report.files.refused[1].reasons[0]
    assert symbols(home) == ["cat", "dog", "fox"]
    assert report.files.taken == 3


def test_if_nothing_can_be_read_nothing_is_changed_or_made(
    home: Path, folder: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    report = index(home, fake, empty)
    assert (report.files.taken, report.build) == (0, None)
    with pytest.raises(IndexMissingError):
        current_generation(home)
    index(home, fake, folder)
    before = current_generation(home)
    assert index(home, fake, empty).build is None
    assert current_generation(home) == before


def test_a_path_that_does_not_exist_is_told_before_any_work(
    home: Path, folder: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    with pytest.raises(UnreadableFileError, match="none"):
        index(home, fake, folder, tmp_path / "none")
    assert not home.exists()


def test_a_second_run_beside_it_is_turned_away(home: Path, folder: Path, fake: FakeEncoder) -> None:
    with building(home), pytest.raises(IndexBusyError):
        index(home, fake, folder)


def test_a_removed_document_comes_back_when_its_file_is_indexed_again(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    index(home, fake, folder)
    remove_documents(home, ["dog"], lambda *step: None)
    assert symbols(home) == ["cat", "fox"]
    report = index(home, fake, folder)
    assert (names(taken(report)), len(report.files.unchanged)) == (["dog.txt"], 2)
    assert symbols(home) == ["cat", "fox", "dog"]


# PDFs are kept.


def pdf_path() -> Path:
    folder = TESTS.parents[1] / "shared" / "data" / "un-reports-2025" / "pdf"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data")
    return folder / "A_51_595.en.pdf"


def test_a_pdf_is_kept_as_long_as_a_document_refers_to_it(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    data = pdf_path().read_bytes()
    file = folder / "a report.pdf"
    file.write_bytes(data)
    index(home, fake, folder)
    digest = sha256(data).hexdigest()
    kept = find(home, digest)
    assert kept == originals_folder(home) / f"{digest}.pdf"
    assert kept.read_bytes() == data
    assert len(list(originals_folder(home).iterdir())) == 1
    # One that is lost is stored again, though the document is unchanged.
    kept.unlink()
    index(home, fake, folder)
    assert kept.read_bytes() == data
    # It stays for readers of the generation before, until the next build begins.
    (holding,) = [h for h in list_holdings(home) if h.files[0].format == "pdf"]
    remove_documents(home, [holding.symbol], lambda *step: None)
    assert kept.exists()
    (originals_folder(home) / ".x.pdf.1").write_bytes(b"of a killed write")
    index(home, fake, folder / "cat.txt")
    assert list(originals_folder(home).iterdir()) == []


@pytest.mark.parametrize("name", ["", "../CURRENT", "0" * 63, "G" * 64, "0" * 64])
def test_only_a_hash_of_a_kept_file_finds_it(home: Path, name: str) -> None:
    assert find(home, name) is None


# Work that ends before all is done.


def stop_after(chunks: int) -> Callable[[], bool]:
    """Return what says stop when that many chunks of 64 passages have been embedded."""
    asked = iter(range(10_000))
    return lambda: next(asked) >= chunks


def test_a_stopped_run_puts_into_use_what_is_complete_and_the_next_one_goes_on(
    home: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    # 150 paragraphs are 300 passages: each document is embedded by itself, in 5 chunks.
    folder = tmp_path / "long"
    for name in ("ant", "bee", "fly"):
        write(folder, f"{name}.txt", name, 150)
    stop, chunks = False, 0
    encode = fake.encode_passages

    def encode_and_stop(texts: list[str]) -> Any:
        nonlocal stop, chunks
        chunks += 1
        stop = chunks == 8  # in the middle of the second document
        return encode(texts)

    fake.encode_passages = encode_and_stop  # type: ignore[method-assign, assignment]
    report = index(home, fake, folder, stop=lambda: stop)
    assert report.stopped
    assert report.build is not None
    assert (report.build.added, report.build.waiting) == (("ant",), ("bee", "fly"))
    assert (report.build.passages, report.build.embedded) == (300, 300)
    assert symbols(home) == ["ant"]
    assert len(fake.encoded) == 8 * 64 - (5 * 64 - 300)
    first, fake.encoded = list(fake.encoded), []
    report = index(home, fake, folder)
    assert report.build is not None
    assert (names(report.files.unchanged), names(report.files.read)) == (
        ["ant.txt"],
        ["bee.txt", "fly.txt"],
    )
    # The other 300 are in the library already.
    assert report.build.resumed == len(first) - 300
    assert not set(fake.encoded) & set(first)
    assert len(fake.encoded) + len(first) == 900
    assert symbols(home) == ["ant", "bee", "fly"]
    assert leftovers(home) == []


def test_a_run_that_is_stopped_at_once_changes_nothing(
    home: Path, folder: Path, fake: FakeEncoder
) -> None:
    index(home, fake, folder / "cat.txt")
    before = current_generation(home)
    report = index(home, fake, folder, stop=lambda: True)
    assert report.stopped
    assert current_generation(home) == before
    assert symbols(home) == ["cat"]


def test_a_stop_while_the_model_changes_keeps_the_old_library_whole(
    home: Path, folder: Path, fake: FakeEncoder, make_encoder: MakeEncoder
) -> None:
    index(home, fake, folder)
    asked = iter([False, True])
    other = make_encoder(weights="e")
    report = index(home, other, folder, stop=lambda: next(asked, True))
    assert report.stopped
    assert len(open_library(home, "fake", encoder=fake).catalogue) == 9


def test_other_work_in_between_does_not_lose_what_waits(
    home: Path, folder: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    long = write(tmp_path / "long", "ant.txt", "ant", 150)
    asked = iter([False] * 4)
    index(home, fake, long, stop=lambda: next(asked, True))
    assert symbols_or_none(home) is None
    assert len(fake.encoded) > 100
    index(home, fake, folder)
    first, fake.encoded = list(fake.encoded), []
    index(home, fake, long)
    assert not set(fake.encoded) & set(first)
    assert leftovers(home) == []


def symbols_or_none(home: Path) -> list[str] | None:
    try:
        return symbols(home)
    except IndexMissingError:
        return None


KILLED = """
import os, runpy, signal, sys
from pathlib import Path

conftest, home, folder, last = sys.argv[1:]
given = runpy.run_path(conftest)
import embeddings.indexing

left = int(last)

class Encoder(given["FakeEncoder"]):
    def encode_passages(self, texts):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().encode_passages(texts)

embeddings.indexing.index_files(
    Path(home), [Path(folder)], "fake", lambda *step: None, encoder=Encoder()
)
"""


def run_killed(home: Path, folder: Path, chunks: int) -> None:
    """Index in another process that is killed when it has embedded so many chunks."""
    conftest = Path(__file__).with_name("conftest.py")
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(conftest), str(home), str(folder), str(chunks)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr


def test_a_run_killed_while_it_embeds_is_gone_on_with(
    home: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    folder = tmp_path / "long"
    for name in ("ant", "bee"):
        write(folder, f"{name}.txt", name, 150)
    run_killed(home, folder, 3)
    run_killed(home, folder, 1)
    assert symbols_or_none(home) is None
    report = index(home, fake, folder)
    assert report.build is not None
    # 3 chunks of 64 and another are there; the files need not be read again either.
    assert report.build.resumed == 4 * 64
    assert len(fake.encoded) == 2 * 300 - 4 * 64
    assert names(report.files.read) == ["ant.txt", "bee.txt"]
    library = open_library(home, "fake", encoder=fake)
    expected = fake.encode_queries([passage.text for passage in library.passages])
    np.testing.assert_array_equal(library.vectors.vectors, expected)
    assert leftovers(home) == []


def test_a_kill_leaves_the_old_library_and_damage_to_what_it_left_does_no_harm(
    home: Path, folder: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    index(home, fake, folder)
    long = tmp_path / "long"
    write(long, "ant.txt", "ant", 150)
    run_killed(home, long, 3)
    assert len(open_library(home, "fake", encoder=fake).catalogue) == 9
    files = sorted(journals_folder(home).iterdir())
    whole = {path: path.read_bytes() for path in files}
    assert len(whole) == 2  # vectors and documents
    for path in files:
        for damaged in (b"", b"x" * 1000, whole[path][: len(whole[path]) // 2]):
            for each, content in whole.items():
                each.write_bytes(content)
            path.write_bytes(damaged)
            again = tmp_path / "again"
            copy_tree(home, again)
            fake.encoded = []
            index(again, fake, long)
            assert symbols(again) == ["cat", "dog", "fox", "ant"]
            library = open_library(again, "fake", encoder=fake)
            expected = fake.encode_queries([passage.text for passage in library.passages])
            np.testing.assert_array_equal(library.vectors.vectors, expected)


def copy_tree(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


KILLED_ANYWHERE = """
import os, runpy, signal, sys
from pathlib import Path

conftest, home, folder, last = sys.argv[1:]
given = runpy.run_path(conftest)
import bm25s, faiss, filelock, Stemmer
from embeddings.indexing import index_files

left = int(last)

def count_down(*step):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

FILE_EVENTS = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.truncate"}

def audit(event, arguments):
    if event in FILE_EVENTS and str(arguments[0]).startswith(home):
        count_down()

sys.addaudithook(audit)
index_files(
    Path(home), [Path(folder)], "fake", count_down, encoder=given["FakeEncoder"](), workers=1
)
"""


@pytest.mark.slow
def test_a_run_killed_anywhere_leaves_the_old_library_or_the_new_one(
    home: Path, folder: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    index(home, fake, folder)
    more = tmp_path / "more"
    write(more, "ant.txt", "ant")
    (more / "broken.pdf").write_bytes(b"%PDF-1.7\n\x00")
    conftest = Path(__file__).with_name("conftest.py")
    seen: list[int] = []
    for step in range(1, 200, 4):
        tried = tmp_path / "tried"
        copy_tree(home, tried)
        ended = subprocess.run(
            [sys.executable, "-c", KILLED_ANYWHERE, conftest, tried, more, str(step)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
        seen.append(len(open_library(tried, "fake", encoder=fake).catalogue.documents))
        index(tried, fake, more)
        assert symbols(tried) == ["cat", "dog", "fox", "ant"]
        assert leftovers(tried) == []
        if ended.returncode == 0:
            break
    assert seen == sorted(seen)
    assert set(seen) == {3, 4}
    assert seen.index(4) > 5
