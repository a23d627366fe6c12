from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.candidates import Candidate, Part, collect, read_part
from corpus.errors import UnreadableFileError
from corpus.intake import Outcome, read_documents
from corpus.limits import Limits

ROOT = Path(__file__).parents[2]
BEES = """Report on bees

1. Bees were seen in the valley during the whole of the summer, as the keepers of bees reported.

2. They were busy on most days, and nobody was stung by them, which was noted with appreciation.
"""
WASPS = BEES.replace("Bees", "Wasps").replace("busy", "idle").replace("bees", "wasps")
SLOW = "\n\n".join(
    f"({chr(97 + n % 26)}) Point {n} of the list, on {n} lines;" for n in range(60000)
)
"""Takes the structure parser a minute at the least."""


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def packed(members: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def names(candidates: Iterable[Candidate], folder: Path) -> list[str]:
    return [candidate.name.replace(f"{folder}{os.sep}", "") for candidate in candidates]


def read(*paths: Path, known: Mapping[str, str] | None = None) -> list[Outcome]:
    return list(read_documents(collect(paths), known, workers=1))


# What is collected


def test_a_folder_gives_its_documents_in_order_and_no_others(tmp_path: Path) -> None:
    for name in ("b.txt", "a.PDF", "c/d.docx", "c/e/f.html", "old.doc", "g.md"):
        write(tmp_path / name, BEES)
    others = (".hidden.txt", ".git/x.txt", "~$a.docx", "photo.jpg", "data.json", "__MACOSX/x.txt")
    for name in others:
        write(tmp_path / name, "{}")
    expected = ["a.PDF", "b.txt", "g.md", "old.doc", "c/d.docx", "c/e/f.html"]
    assert names(collect([tmp_path]), tmp_path) == expected


def test_a_pdf_is_known_without_its_ending(tmp_path: Path) -> None:
    write(tmp_path / "A_80_6", b"%PDF-1.7 ...")
    write(tmp_path / "A.80.7", b"something else")
    assert names(collect([tmp_path]), tmp_path) == ["A_80_6"]


def test_links_in_a_circle_and_twice_named_files_come_once(tmp_path: Path) -> None:
    file = write(tmp_path / "x" / "a.txt", BEES)
    (tmp_path / "x" / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "y").symlink_to(tmp_path / "x", target_is_directory=True)
    (tmp_path / "x" / "same.txt").symlink_to(file)
    (tmp_path / "x" / "gone.txt").symlink_to(tmp_path / "nothing")
    assert names(collect([tmp_path, file, tmp_path / "x"]), tmp_path) == ["x/a.txt"]


def test_patterns_are_matched_here_if_no_shell_did(tmp_path: Path) -> None:
    for name in ("r/a.txt", "r/b.txt", "r/deep/er/c.txt", "r/d.md", "r/~$e.txt", "r/f.jpg"):
        write(tmp_path / name, BEES)
    assert names(collect([tmp_path / "r/*.txt"]), tmp_path) == ["r/a.txt", "r/b.txt"]
    everywhere = ["r/a.txt", "r/b.txt", "r/deep/er/c.txt"]
    assert names(collect([tmp_path / "r/**/*.txt"]), tmp_path) == everywhere
    anything = ["r/a.txt", "r/b.txt", "r/d.md", "r/deep/er/c.txt"]
    assert sorted(names(collect([tmp_path / "r/*"]), tmp_path)) == anything
    odd = write(tmp_path / "[1].txt", BEES)
    assert names(collect([odd]), tmp_path) == ["[1].txt"]


def test_all_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    write(empty / "photo.jpg", "x")
    good = write(tmp_path / "a.txt", BEES)
    wrong = [tmp_path / "none.txt", tmp_path / "*.pdf", empty, Path("x\0y"), Path("z" * 999)]
    with pytest.raises(UnreadableFileError) as caught:
        collect([*wrong[:2], good, *wrong[2:]])
    for part in ("none.txt: No such file", "Nothing matches: ", "No document in the folder ",
                 "x\ufffdy: no file can have that name", "zzz: File name too long"):  # fmt: skip
        assert part in str(caught.value)
    assert "a.txt" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("permissions do not bind the superuser")
    write(tmp_path / "a.txt", BEES)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    assert [c.refusal for c in collect([tmp_path])] == [
        "",
        f"{closed} cannot be opened: Permission denied. Check its permissions.",
    ]


def test_an_archive_gives_its_documents(tmp_path: Path) -> None:
    inner = packed({"c.txt": BEES})
    path = write(
        tmp_path / "a.zip",
        packed(
            {"x/b.txt": BEES, "photo.jpg": "", "../d.txt": BEES, "i.zip": inner, "../e.jpg": ""}
        ),
    )
    assert names(collect([path]), tmp_path) == [
        "a.zip: x/b.txt",
        "a.zip: ../d.txt",
        "a.zip: i.zip: c.txt",
    ]
    outcomes = read(path)
    assert [o.status for o in outcomes] == ["read", "refused", "read"]
    assert outcomes[0].symbol == "b"
    assert "leads out of its archive" in outcomes[1].reasons[0]


def test_an_archive_without_documents_or_damaged_is_refused(tmp_path: Path) -> None:
    empty = write(tmp_path / "empty.zip", packed({"photo.jpg": "x"}))
    damaged = write(tmp_path / "damaged.zip", b"PK\x03\x04" + b"x" * 99)
    first, second = read(empty, damaged)
    assert first.reasons == (
        f"{empty} holds no document. Pack PDF, DOCX, HTML or text files in it.",
    )
    assert "cannot be unpacked" in second.reasons[0]


def test_a_metadata_file_brings_renditions_together(tmp_path: Path) -> None:
    sidecar = {
        "symbol": "A/1",
        "title": "Bees",
        "aliases": ["S/1"],
        "renditions": ["b.txt", "a.txt"],
    }
    for folder in ("f", "g"):
        write(tmp_path / folder / "a.txt", BEES)
        write(tmp_path / folder / "b.txt", BEES.replace(" in the", "\nin the"))
        write(tmp_path / folder / "m.json", json.dumps(sidecar))
    (found,) = collect([tmp_path / "f"])
    assert [part.file for part in found.parts] == ["b.txt", "a.txt"]
    for named in ("f/a.txt", "f/b.txt", "f/m.json", "f/*.txt"):
        assert collect([tmp_path / named]) == [found]
    assert len(collect([tmp_path])) == 2
    (outcome,) = read_documents([found], workers=1)
    assert outcome.document is not None
    assert outcome.document.metadata.aliases == ("S/1",)
    assert [r.file for r in outcome.document.renditions] == ["b.txt", "a.txt"]


def test_a_metadata_file_counts_in_an_archive_too(tmp_path: Path) -> None:
    sidecar = {"symbol": "A/1", "title": "Bees", "renditions": ["a.txt", "b.txt"]}
    files = {"x/a.txt": BEES, "x/b.txt": BEES, "x/m.json": json.dumps(sidecar), "c.txt": WASPS}
    inner = packed({"a.txt": BEES, "b.txt": BEES, "m.json": json.dumps(sidecar)})
    path = write(tmp_path / "a.zip", packed({**files, "i.zip": inner}))
    outcomes = read(path)
    assert [(o.name.partition(": ")[2], o.symbol) for o in outcomes] == [
        ("x/m.json", "A/1"),
        ("c.txt", "c"),
        ("i.zip: m.json", "A/1"),
    ]


def test_a_faulty_metadata_file_is_refused_and_its_files_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BEES)
    write(tmp_path / "m.json", '{"renditions": ["../a.txt", "a.txt"], "symbol": "A"}')
    refused, good = read(tmp_path)
    assert "'title' is missing; 'renditions' must name files beside it" in refused.reasons[0]
    assert (good.status, good.symbol) == ("read", "a")


def test_json_that_is_something_else_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BEES)
    write(tmp_path / "b.json", "[" * 100_000)
    write(tmp_path / "c.json", b"\xff\xfe")
    assert [o.status for o in read(tmp_path)] == ["read"]


# What is read


def test_outcomes_come_in_order_with_what_was_read(tmp_path: Path) -> None:
    good = write(tmp_path / "a.txt", BEES)
    untitled = write(tmp_path / "b.txt", "A title\n")
    nothing = write(tmp_path / "c.txt", " \n")
    binary = write(tmp_path / "d.txt", b"\x00\x01\x02")
    outcomes = read(good, untitled, nothing, binary)
    assert [o.status for o in outcomes] == ["read", "refused", "refused", "refused"]
    assert [o.name for o in outcomes] == [str(p) for p in (good, untitled, nothing, binary)]
    assert outcomes[0].document is not None
    assert outcomes[0].symbol == outcomes[0].document.symbol == "a"
    assert outcomes[0].sha256 == outcomes[0].document.renditions[0].sha256
    assert "has nothing to cite" in outcomes[1].reasons[0]
    assert outcomes[2].reasons == (f"{nothing} holds no text. Choose another file.",)
    assert all("\n" not in reason for o in outcomes for reason in o.reasons)


def test_a_known_hash_is_not_parsed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BEES)
    other = write(tmp_path / "b.txt", WASPS)
    known = {hashlib.sha256(BEES.encode()).hexdigest(): "A/1"}
    first, second = read(path, other, known=known)
    assert (first.status, first.symbol, first.document) == ("unchanged", "A/1", None)
    assert first.sha256 in known
    assert second.status == "read"


def test_a_changed_metadata_file_makes_the_document_new(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BEES)
    sidecar = {"symbol": "A/1", "title": "Bees", "renditions": ["a.txt"]}
    path = write(tmp_path / "m.json", json.dumps(sidecar))
    (first,) = read(path)
    known = {first.sha256: "A/1"}
    assert read(path, known=known)[0].status == "unchanged"
    write(path, json.dumps({**sidecar, "title": "On bees"}))
    assert read(path, known=known)[0].status == "read"


def test_a_file_that_takes_too_long_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    slow = write(tmp_path / "a.txt", SLOW)
    good = write(tmp_path / "b.txt", BEES)
    limits = Limits(seconds=8)
    first, second = read_documents(collect([slow, good]), workers=1, limits=limits)
    assert first.reasons == (f"{slow} took longer than 8 seconds and was stopped. Split it.",)
    assert second.status == "read"


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(2_000_000_000)  # a hole: takes no space on the disk
    began = time.monotonic()
    (outcome,) = read(path)
    assert outcome.reasons == (
        f"{path} has 2,000,000,000 bytes; the most is 200,000,000. Split it.",
    )
    assert time.monotonic() - began < 20


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"x" * 40_000_000)
    stop = threading.Event()

    def keep_writing() -> None:
        with path.open("ab", buffering=0) as stream:
            while not stop.is_set():
                stream.write(b"y")

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        with pytest.raises(UnreadableFileError, match="changed while it was read"):
            read_part(Part("a.txt", "a.txt", path))
    finally:
        stop.set()
        writer.join()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    assert read(pipe)[0].reasons == (f"{pipe} is not a file. Name a file.",)
    with pytest.raises(UnreadableFileError, match="No document in the folder"):
        collect([tmp_path])


def test_an_archive_unpacks_to_no_more_than_it_may(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", packed({f"{n}.txt": BEES + " " * 10_000 for n in range(20)}))
    limits = Limits(unpacked=50_000)
    outcomes = list(read_documents(collect([path]), workers=1, limits=limits))
    # Five members are over it; those that were under way by then are read all the same.
    assert {o.status for o in outcomes[:5]} == {"read"}
    assert {o.status for o in outcomes[12:]} == {"refused"}
    assert "unpacks to more than 50,000 bytes. Split the archive." in outcomes[-1].reasons[0]


@pytest.mark.parametrize(
    "name", ["new\nline.txt", "\x1b[31mred.txt", "\u202etxt.exe.txt", "a b;$(x).txt"]
)
def test_any_name_can_be_shown_in_one_line(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, "no unit\n")
    (outcome,) = read(path)
    for text in (outcome.name, *outcome.reasons):
        assert text.isprintable()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_that_is_no_text_can_be_stored(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.txt"))
    write(path, BEES)
    (outcome,) = read(path)
    assert outcome.document is not None
    assert outcome.document.renditions[0].file == "b\ufffd.txt"
    outcome.document.symbol.encode()
    outcome.name.encode()


def test_outcomes_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    good = collect([write(tmp_path / "a.txt", BEES)])[0]
    gone = replace(good, parts=(Part("gone", "gone", tmp_path / "gone"),))
    outcomes = read_documents([good, gone] * 50, workers=1)
    assert next(outcomes).status == "read"
    assert next(outcomes).reasons == (
        "Cannot read gone: No such file or directory. Check the path.",
    )
    outcomes.close()


PROGRAM = """
import sys
from pathlib import Path
from corpus.intake import collect, read_documents
candidates = collect([Path(sys.argv[1])])
for outcome in read_documents(candidates, workers=2):
    print(outcome.status, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
def test_ctrl_c_ends_it_at_once_without_a_word_of_the_workers(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BEES)
    write(tmp_path / "b.txt", SLOW)
    write(tmp_path / "c.txt", SLOW)
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "read\n"
    time.sleep(0.3)
    began = time.monotonic()
    os.killpg(program.pid, signal.SIGINT)
    _, errors = program.communicate(timeout=20)
    assert time.monotonic() - began < 15
    assert errors.count("Traceback") == 1  # this program's own, which it does not catch
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert "worker" not in errors.replace("workers=2", "")


def test_documents_read_from_standard_input_programs(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BEES)
    done = subprocess.run(
        [sys.executable, "-", str(path)],
        input=PROGRAM,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("read\n", "")
