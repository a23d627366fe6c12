from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.readers import read_source, source_from_text

TEXT = "1. Le Président a déclaré la séance ouverte à l’heure prévue.\n\n2. Il a été décidé.\n"


def write(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "cp1252", "CRLF", "CR"],
)
def test_any_usual_encoding_and_line_end_gives_the_same_text(tmp_path: Path, data: bytes) -> None:
    assert read_source(write(tmp_path, data)).text == TEXT


def test_inline_markup_is_taken_out_and_named() -> None:
    source = source_from_text("the *modi operandi* of\n<i>No.</i>\t**A\nB** 2 * 3 * 4 and a* b")
    assert source.text == "the modi operandi of\nNo.\tA\nB 2 * 3 * 4 and a* b"
    assert [(m.kind, m.text, m.line) for m in source.markup] == [
        ("markup", "*modi operandi*", 1),
        ("markup", "<i>", 2),
        ("markup", "</i>", 2),
        ("markup", "**A", 2),
    ]


def test_offsets_of_lines_point_into_the_text() -> None:
    source = source_from_text("  one\n\n\f two \n")
    for line in source.lines:
        assert source.text[line.start : line.end] == line.text
    assert [(line.text, line.page) for line in source.lines] == [
        ("one", 1), ("", 1), ("two", 2), ("", 2),
    ]  # fmt: skip


def test_accents_are_composed() -> None:
    assert source_from_text("e\u0301").text == "é"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "holds no text"),
        (b" \n\n ", "holds no text"),
        (b"%PDF-1.7 ...", "a damaged PDF"),
        (b"PK\x03\x04....", "a.txt"),
        (b"abc\x00def", "not a document that can be read"),
        (b"\xff\xfea", "is not: byte"),
    ],
)
def test_what_is_not_text_is_refused_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message) as caught:
        read_source(write(tmp_path, data))
    assert "\n" not in str(caught.value)
    assert "a.txt" in str(caught.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="No such file"):
        read_source(tmp_path / "none.txt")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        read_source(tmp_path)
