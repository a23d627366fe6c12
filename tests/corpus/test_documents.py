from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.documents import examine, load_document, load_documents, shipped_report_path
from corpus.errors import MetadataError, UnreadableFileError

FIRST = "Report on bees\n\n1. Bees were seen in the valley.\n\n2. They were “busy”.\n"
OTHER = "Report on bees\n\n1. Nobody came to the hill.\n\n2. It rained for many days.\n"
WRAPPED = 'Report on bees\n\n1. Bees were seen in the\nvalley.\n\n2. They were "busy".\n'


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_renditions_that_say_the_same_are_one_document(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    write(tmp_path, "b.txt", WRAPPED)
    (document,) = load_documents([tmp_path])
    assert document.symbol == "a"
    assert [r.file for r in document.renditions] == ["a.txt", "b.txt"]


def test_the_symbol_in_a_running_header_beats_the_file_name(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    header = "V.20-12345 2\n\n A/C.1/2020/5\n\n"
    write(tmp_path, "b.txt", WRAPPED.replace("2. They", f"{header}2. They"))
    (document,) = load_documents([tmp_path])
    assert document.symbol == "A/C.1/2020/5"
    assert document.metadata.title == "Report on bees"


def test_both_files_of_the_report_come_as_one_even_without_a_sidecar(tmp_path: Path) -> None:
    for file in shipped_report_path().parent.glob("*.txt"):
        write(tmp_path, file.name, file.read_text(encoding="utf-8"))
    (document,) = load_documents([tmp_path])
    assert document.symbol == "CTOC/COP/WG.4/2011/8"
    assert len(document.units) == 146


def test_a_rendition_that_differs_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    write(tmp_path, "b.txt", WRAPPED.replace("busy", "idle") + "\n3. More was seen.\n")
    sidecar = {"symbol": "A/1", "title": "Bees", "renditions": ["a.txt", "b.txt"]}
    document = load_document(write(tmp_path, "meta.json", json.dumps(sidecar)))
    assert [(p.kind, p.label) for p in document.problems] == [
        ("difference", "3"),
        ("difference", "2"),
    ]


def test_a_file_brings_its_sidecar(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", FIRST)
    write(tmp_path, "other.json", "[1, 2]")
    sidecar = {"symbol": "A/1", "title": "Bees", "date": "2020-01-02", "renditions": ["a.txt"]}
    write(tmp_path, "meta.json", json.dumps(sidecar))
    assert load_document(path).metadata.date == "2020-01-02"


def test_a_faulty_sidecar_names_all_faults(tmp_path: Path) -> None:
    path = write(tmp_path, "meta.json", '{"symbol": 3, "colour": "red"}')
    with pytest.raises(MetadataError) as caught:
        load_document(path)
    for fault in ("'colour'", "'symbol' must be text", "'title' is missing", "'renditions'"):
        assert fault in str(caught.value)


def test_two_documents_of_one_symbol_are_both_kept(tmp_path: Path) -> None:
    texts = {"x": FIRST, "y": OTHER}
    for folder, text in texts.items():
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, "a.txt", text)
    first, second = load_documents([tmp_path])
    assert (first.symbol, second.symbol) == ("a", "a (2)")
    assert (first.superseded_by, second.superseded_by) == ("", "")


def test_a_newer_text_of_one_symbol_supersedes_the_older(tmp_path: Path) -> None:
    for name, text, date in (("x", FIRST, "2025-01-02"), ("y", OTHER, "2025-03-04")):
        write(tmp_path, f"{name}.txt", text)
        sidecar = {"symbol": "A/1", "title": "Bees", "date": date, "renditions": [f"{name}.txt"]}
        write(tmp_path, f"{name}.json", json.dumps(sidecar))
    first, second = load_documents([tmp_path])
    assert (first.symbol, first.superseded_by) == ("A/1 (2025-01-02)", "A/1")
    assert (second.symbol, second.superseded_by) == ("A/1", "")


def test_a_document_without_anything_to_cite_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        UnreadableFileError, match=r"a\.txt has nothing to cite: .* pincite inspect"
    ):
        load_document(write(tmp_path, "a.txt", "A title\n"))
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UnreadableFileError, match="No document in the folder"):
        load_documents([empty])


def test_an_error_page_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Sorry.\n\nThe page that you asked for was not found here.\n")
    with pytest.raises(UnreadableFileError, match="is an error or login page"):
        load_document(path)


def test_a_file_that_cannot_be_cited_can_be_examined(tmp_path: Path) -> None:
    found = examine(write(tmp_path, "a.txt", "A title\n"))
    assert found.metadata.symbol == "a"
    assert found.parse.units == ()
    assert "nothing to cite" in found.refusal


def test_a_flag_comes_with_the_document(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "1. Bees.\n\n5. They were not there at all today.\n")
    assert {"gap"} <= {flag.kind for flag in load_document(path).flags}


def test_the_content_hash_changes_with_the_words_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", FIRST)
    before = load_document(path).content_hash
    write(tmp_path, "a.txt", FIRST + "\n\n")
    assert load_document(path).content_hash == before
    write(tmp_path, "a.txt", FIRST.replace("valley", "hills"))
    assert load_document(path).content_hash != before
