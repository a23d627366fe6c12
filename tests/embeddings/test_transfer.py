from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from corpus.documents import make_document
from corpus.errors import (
    IndexDamagedError,
    IndexMismatchError,
    IndexMissingError,
    PinciteError,
)
from corpus.readers import source_from_text
from corpus.structure.parse import parse
from corpus.types import Document, Metadata, Rendition
from embeddings.archive import ArchiveError
from embeddings.build import BuildReport, build_library
from embeddings.generations import current_generation
from embeddings.library import open_library
from embeddings.listing import list_holdings
from embeddings.manifest import FORMAT_VERSION
from embeddings.originals import find, keep
from embeddings.transfer import export_library, import_library

if TYPE_CHECKING:
    from .conftest import FakeEncoder

MakeEncoder = Callable[..., "FakeEncoder"]

PDF = b"%PDF-1.7 of the first"
PDF_HASH = sha256(PDF).hexdigest()
FIRST = "Report on cats\n\n1. The cat sat.\n\n2. It slept, and:\n\n(a) purred;\n\n(b) woke.\n"
SECOND = "Report on dogs\n\n1. A dog ran. It barked.\n"


def document(symbol: str, text: str, file: str = "a.txt", file_hash: str = "") -> Document:
    reading = parse(source_from_text(text))
    held = Rendition(file, file_hash or sha256(text.encode()).hexdigest())
    return make_document(Metadata(symbol, reading.title), [(held, reading)])


A1 = replace(document("A/1", FIRST), renditions=(Rendition("a.pdf", PDF_HASH, "pdf", 3),))
B2 = document("B/2", SECOND)


def build(home: Path, encoder: FakeEncoder, *documents: Document) -> None:
    build_library(home, documents, "fake", lambda *step: None, encoder=encoder)


def take(home: Path, file: Path, encoder: FakeEncoder, **options: Any) -> BuildReport:
    name = options.pop("model", encoder.name)
    return import_library(home, file, name, lambda *step: None, encoder=encoder, **options)


def symbols(home: Path) -> list[str]:
    return [holding.symbol for holding in list_holdings(home)]


@pytest.fixture
def home(tmp_path: Path, fake: FakeEncoder) -> Path:
    """A library of A/1, whose PDF is kept, and B/2."""
    made = tmp_path / "home"
    build(made, fake, A1, B2)
    keep(made, PDF_HASH, PDF)
    fake.encoded = []
    return made


@pytest.fixture
def exported(home: Path, tmp_path: Path) -> Path:
    file = tmp_path / "mine.pincite"
    export_library(home, file, lambda *step: None)
    return file


def test_a_library_comes_back_as_it_was_and_nothing_is_embedded(
    home: Path, exported: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    other = tmp_path / "other"
    report = take(other, exported, fake)
    assert (report.added, report.embedded, fake.encoded) == (("A/1", "B/2"), 0, [])
    ours, theirs = (open_library(folder, "fake", encoder=fake) for folder in (home, other))
    assert theirs.catalogue.documents == ours.catalogue.documents
    assert theirs.passages == ours.passages
    np.testing.assert_array_equal(theirs.vectors.vectors, ours.vectors.vectors)
    assert list_holdings(other) == list_holdings(home)
    original = find(other, PDF_HASH)
    assert original is not None
    assert original.read_bytes() == PDF


def test_its_documents_join_those_that_are_there(
    exported: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    other = tmp_path / "other"
    build(other, fake, document("C/3", "1. Snow came.\n"))
    fake.encoded = []
    report = take(other, exported, fake)
    assert (report.added, report.unchanged, fake.encoded) == (("A/1", "B/2"), ("C/3",), [])
    assert symbols(other) == ["C/3", "A/1", "B/2"]
    # Once more changes nothing.
    before = current_generation(other)
    take(other, exported, fake)
    assert current_generation(other) == before


def test_only_with_replace_do_others_go(exported: Path, tmp_path: Path, fake: FakeEncoder) -> None:
    other = tmp_path / "other"
    build(other, fake, document("C/3", "1. Snow came.\n"))
    report = take(other, exported, fake, replace=True)
    assert report.removed == ("C/3",)
    assert symbols(other) == ["A/1", "B/2"]


def test_a_file_that_is_there_is_kept_unless_forced(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "there"
    file.write_text("mine")
    with pytest.raises(ArchiveError, match=r"there already.*--force"):
        export_library(home, file, lambda *step: None)
    assert file.read_text() == "mine"
    export_library(home, file, lambda *step: None, force=True)
    assert zipfile.is_zipfile(file)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "there"]


def test_a_place_that_cannot_be_written_is_told(home: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"Cannot write .*no/mine.*folder"):
        export_library(home, tmp_path / "no" / "mine", lambda *step: None)


def test_without_a_library_there_is_nothing_to_export(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        export_library(tmp_path / "none", tmp_path / "mine", lambda *step: None)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_library_is_not_exported(home: Path, tmp_path: Path) -> None:
    (current_generation(home) / "vectors.faiss").write_bytes(b"cut")
    with pytest.raises(IndexDamagedError, match="pincite index"):
        export_library(home, tmp_path / "mine", lambda *step: None)
    assert not (tmp_path / "mine").exists()


def test_an_empty_library_can_be_moved(tmp_path: Path, fake: FakeEncoder) -> None:
    build(tmp_path / "empty", fake)
    export_library(tmp_path / "empty", tmp_path / "mine", lambda *step: None)
    take(tmp_path / "other", tmp_path / "mine", fake)
    assert symbols(tmp_path / "other") == []


def test_a_file_of_another_model_is_refused_or_embedded_again(
    exported: Path, tmp_path: Path, make_encoder: MakeEncoder
) -> None:
    other = tmp_path / "other"
    with pytest.raises(IndexMismatchError, match=r"'fake'.*'else'.*PINCITE_MODEL=fake.*--embed"):
        take(other, exported, make_encoder(name="else"))
    with pytest.raises(IndexMismatchError, match=r"f{12}….*e{12}….*--embed"):
        take(other, exported, make_encoder(weights="e"))
    with pytest.raises(IndexMissingError):
        current_generation(other)
    encoder = make_encoder(weights="e")
    report = take(other, exported, encoder, embed=True)
    assert report.embedded == report.passages > 0
    assert encoder.encoded


def test_a_library_of_another_model_is_not_joined(
    exported: Path, tmp_path: Path, fake: FakeEncoder, make_encoder: MakeEncoder
) -> None:
    build_library(
        tmp_path / "other", [B2], "else", lambda *step: None, encoder=make_encoder(name="else")
    )
    with pytest.raises(IndexMismatchError, match="'else'.*'fake'"):
        take(tmp_path / "other", exported, fake)


# What follows shapes library files by hand.

Entries = dict[str, bytes]


def entries_of(file: Path) -> Entries:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_entries(file: Path, entries: Entries) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content)


def sealed(entries: Entries, **description: object) -> Entries:
    """Return entries with a description whose sizes and checksums are right."""
    about = json.loads(entries["library.json"])
    others = {name: content for name, content in entries.items() if name != "library.json"}
    about["entries"] = {
        name: {"size": len(content), "sha256": sha256(content).hexdigest()}
        for name, content in others.items()
    }
    return {**others, "library.json": json.dumps(about | description).encode()}


@pytest.fixture
def refused(
    exported: Path, home: Path, tmp_path: Path, fake: FakeEncoder
) -> Iterator[Callable[[Entries, str], None]]:
    """Return what asserts that entries are refused in one line, and nothing has changed."""
    before = current_generation(home)
    files = sorted(tmp_path.rglob("*"))

    def check(entries: Entries, said: str) -> None:
        write_entries(exported, entries)
        with pytest.raises((ArchiveError, IndexMismatchError), match=said) as raised:
            take(home, exported, fake)
        assert "\n" not in str(raised.value)

    yield check
    assert current_generation(home) == before
    assert sorted(tmp_path.rglob("*")) == files


Refused = Callable[[Entries, str], None]


def test_any_changed_byte_is_noticed(exported: Path, refused: Refused) -> None:
    whole = entries_of(exported)
    for name, content in whole.items():
        if name != "library.json":
            for at in range(0, len(content), 101):
                changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
                refused({**whole, name: changed}, f"{name} is damaged")


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "files/../../evil", "files/x.pdf", "CURRENT", "a\\b", ""]
)
def test_names_that_do_not_belong_in_it_are_refused(
    exported: Path, refused: Refused, name: str
) -> None:
    whole = entries_of(exported)
    refused({**whole, name: b"x"}, "does not belong in it")
    refused(sealed({**whole, name: b"x"}), "does not belong in it")


def test_entries_must_be_those_of_the_description(exported: Path, refused: Refused) -> None:
    whole = entries_of(exported)
    for name in ("documents.jsonl", "vectors.bin", "library.json"):
        refused({n: c for n, c in whole.items() if n != name}, f"it has no {name}")
    refused({**whole, "vectors.bin": b""}, "another size")
    original = f"files/{'0' * 64}.pdf"
    refused({**whole, original: b"x"}, "names other entries")
    refused(sealed({**whole, original: b"x"}), "not named after its content")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "other"}, "this Pincite reads 'pincite library' 1"),
        ({"archive_version": 2}, "this Pincite reads 'pincite library' 1"),
        ({"format_version": 99}, "format 99.*newer"),
        ({"format_version": 1}, "format 1.*index the files again|Index the files again"),
        ({"format_version": FORMAT_VERSION - 1}, f"reads {FORMAT_VERSION}. Index the files again"),
        ({"dim": 0}, "dim 0"),
        ({"dim": 10**9}, "dim 1000000000"),
        ({"dim": "27"}, "whole number"),
        ({"model": None}, "no text"),
        ({"readings": [{"sha256": "../x", "parser": 1, "file": "0" * 64}]}, "sha256"),
        ({"more": 1}, "unknown: more"),
    ],
)
def test_a_description_that_is_none_is_refused(
    exported: Path, refused: Refused, change: dict[str, object], said: str
) -> None:
    refused(sealed(entries_of(exported), **change), said)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"[" * 100_000, b"\xff"])
def test_a_description_that_cannot_be_read_is_refused(
    exported: Path, refused: Refused, content: bytes
) -> None:
    refused({**entries_of(exported), "library.json": content}, "library.json cannot be read")


def first_document(entries: Entries) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(entries["documents.jsonl"].splitlines()[0])
    return found


def change_unit(at: int, **values: object) -> Callable[[dict[str, Any]], None]:
    return lambda document: document["units"][at].update(values)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (change_unit(0, text="Something else."), "not in the text"),
        (change_unit(0, start=-1), "not in the text"),
        (change_unit(0, end=10**6), "not in the text"),
        (change_unit(0, start="0"), "not a whole number"),
        (change_unit(0, start=True), "not a whole number"),
        (change_unit(0, kind="other"), "none of paragraph"),
        (change_unit(0, label="2"), "there twice"),
        (change_unit(0, parent="1"), "not before it"),  # it would stand in itself
        (change_unit(1, parent="2(a)"), "not before it"),
        (change_unit(0, text="\ud800"), "half characters"),
        (change_unit(0, notes="no list"), "no list"),
        (change_unit(0, more=1), "unknown: more"),
        (lambda d: d["units"][0].pop("text"), "missing: text"),
        (lambda d: d.update(units=[]), "nothing to cite"),
        (lambda d: d["renditions"][0].update(sha256="../../x"), "sha256"),
        (lambda d: d.update(renditions=[]), "no rendition"),
        (lambda d: d["metadata"].update(symbol="  "), "no symbol"),
        (lambda d: d["metadata"].update(symbol="b/2"), "two documents 'B/2'"),
        (lambda d: d["headings"][0].update(end=10**6), "heading lies outside"),
    ],
)
def test_a_document_that_breaks_a_promise_is_refused(
    exported: Path, refused: Refused, change: Callable[[dict[str, Any]], None], said: str
) -> None:
    whole = entries_of(exported)
    first, second = whole["documents.jsonl"].splitlines()
    made = json.loads(first)
    made["headings"] = made["headings"] or [{"text": "x", "level": 1, "start": 0, "end": 1}]
    change(made)
    line = json.dumps(made).encode()
    refused(sealed({**whole, "documents.jsonl": line + b"\n" + second + b"\n"}), said)


@pytest.mark.parametrize("line", [b"{", b"[]", b"1", b"[" * 100_000, b"\xff", b"\n"])
def test_lines_that_are_no_documents_are_refused(
    exported: Path, refused: Refused, line: bytes
) -> None:
    refused(sealed({**entries_of(exported), "documents.jsonl": line}), "documents.jsonl")


def test_vectors_must_be_whole_and_of_unit_length(exported: Path, refused: Refused) -> None:
    from embeddings.journal import pack_record

    whole = entries_of(exported)
    refused(sealed({**whole, "vectors.bin": whole["vectors.bin"][:-1]}), "whole vectors")
    record = 32 + 4 * 27 + 4
    for value in (2.0, 0.0, float("nan"), float("inf")):
        vector = np.zeros(27, dtype=np.float32)
        vector[0] = value
        bad = pack_record(b"x" * 32, vector)
        refused(sealed({**whole, "vectors.bin": whole["vectors.bin"] + bad}), "unit length")
    torn = whole["vectors.bin"][: record - 1] + b"\0"
    refused(sealed({**whole, "vectors.bin": torn}), "vector in vectors.bin is damaged")


def test_compressed_entries_are_refused(exported: Path, home: Path, fake: FakeEncoder) -> None:
    whole = entries_of(exported)
    with zipfile.ZipFile(exported, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    with pytest.raises(ArchiveError, match="compressed or encrypted"):
        take(home, exported, fake)


def test_two_entries_of_one_name_are_refused(exported: Path, home: Path, fake: FakeEncoder) -> None:
    with (
        zipfile.ZipFile(exported, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("documents.jsonl", b"")
    with pytest.raises(ArchiveError, match="twice"):
        take(home, exported, fake)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"no zip at all" * 100, b"PK\x05\x06" + bytes(18)]
)
def test_a_file_that_is_no_library_is_refused(
    tmp_path: Path, fake: FakeEncoder, content: bytes
) -> None:
    file = tmp_path / "x"
    file.write_bytes(content)
    with pytest.raises(ArchiveError, match="x"):
        take(tmp_path / "other", file, fake)
    assert not (tmp_path / "other").exists()


def test_a_file_cut_anywhere_is_refused(exported: Path, tmp_path: Path, fake: FakeEncoder) -> None:
    whole = exported.read_bytes()
    for size in range(0, len(whole), 97):
        exported.write_bytes(whole[:size])
        with pytest.raises(ArchiveError):
            take(tmp_path / "other", exported, fake)


def test_a_file_that_is_not_there_is_told(tmp_path: Path, fake: FakeEncoder) -> None:
    with pytest.raises(ArchiveError, match=r"Cannot read .*none.*Check the path"):
        take(tmp_path / "other", tmp_path / "none", fake)


def test_whatever_byte_is_changed_only_a_stated_error_leaves(
    exported: Path, tmp_path: Path, fake: FakeEncoder
) -> None:
    whole = exported.read_bytes()
    chance = random.Random(1)
    for turn in range(300):
        at = chance.randrange(len(whole))
        # Half of the changes hit the end, where the names, sizes and places of entries are.
        at = at if turn % 2 else len(whole) - 1 - chance.randrange(600)
        exported.write_bytes(whole[:at] + bytes([chance.randrange(256)]) + whole[at + 1 :])
        try:
            take(tmp_path / "other", exported, fake)
        except PinciteError:
            continue
        # Nothing that counts was changed, e.g. the time of an entry.
        assert symbols(tmp_path / "other") == ["A/1", "B/2"]
