from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.documents import shipped_report
from corpus.errors import IndexBusyError, SettingsError
from corpus.types import Document
from embeddings.build import BuildReport, build_library
from embeddings.generations import POINTER, building, current_generation
from embeddings.library import open_library
from embeddings.models import DEFAULT_MODEL
from embeddings.types import Encoder

if TYPE_CHECKING:
    from .conftest import FakeEncoder

MakeDocument = Callable[..., Document]
MakeEncoder = Callable[..., "FakeEncoder"]


def build(home: Path, encoder: Encoder, *documents: Document, model: str = "fake") -> BuildReport:
    return build_library(home, documents, model, lambda *step: None, encoder=encoder)


def generations(home: Path) -> list[str]:
    return sorted(folder.name for folder in (home / "generations").iterdir())


def test_the_first_build_makes_a_library_that_opens(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    home = tmp_path / "not" / "there" / "yet"
    report = build(home, fake, make_document())
    library = open_library(home, "fake", encoder=fake)
    assert library.catalogue.documents == (make_document(),)
    # Unit 1 has one sentence, unit 2 two, and each its words in context.
    assert len(library.passages) == len(library.vectors) == 5
    assert (report.units, report.passages, report.embedded, report.reused) == (2, 5, 5, 0)
    assert (report.added, report.updated, report.unchanged) == (("A/1",), (), ())
    (hits,) = library.vectors.search(fake.encode_queries(["The cat sat."]), 1)
    assert library.passages[hits[0].row].text == "The cat sat."
    assert hits[0].score == pytest.approx(1)


def test_row_i_of_the_vectors_is_passage_i(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document("A/1"), make_document("B/2"))
    library = open_library(tmp_path, "fake", encoder=fake)
    expected = fake.encode_queries([passage.text for passage in library.passages])
    np.testing.assert_array_equal(library.vectors.vectors, expected)


def test_the_rows_of_the_lexical_indexes_are_the_units(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document(units={"1": "Cat.", "2": "", "3": "Dog."}))
    library = open_library(tmp_path, "fake", encoder=fake)
    assert [place.unit.label for place in library.units] == ["1", "2", "3"]
    assert (library.lexical_own.scores("dog") > 0).tolist() == [False, False, True]
    assert not library.lexical_own.scores("opening").any()
    # The heading "Opening" stands over all three.
    assert (library.lexical_context.scores("opening") > 0).all()
    # Passages: context and sentence of 1, context of 2, context and sentence of 3.
    assert library.passage_units.tolist() == [0, 0, 1, 2, 2]


def test_an_unchanged_refresh_embeds_nothing_and_keeps_the_generation(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document())
    before, fake.encoded = generations(tmp_path), []
    report = build(tmp_path, fake, make_document())
    assert fake.encoded == []
    assert generations(tmp_path) == before
    assert (report.embedded, report.reused, report.unchanged) == (0, 5, ("A/1",))


def test_a_refresh_embeds_only_texts_that_are_new(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document(units={"1": "The cat sat.", "2": "A dog ran."}))
    fake.encoded = []
    changed = make_document(units={"1": "The cat sat.", "2": "A dog swam.", "3": "The cat sat."})
    report = build(tmp_path, fake, changed)
    assert sorted(fake.encoded) == ["A dog swam.", "Opening. A dog swam."]
    assert (report.updated, report.embedded, report.reused) == (("A/1",), 2, 4)
    library = open_library(tmp_path, "fake", encoder=fake)
    expected = fake.encode_queries([passage.text for passage in library.passages])
    np.testing.assert_array_equal(library.vectors.vectors, expected)


def test_a_new_document_joins_those_that_are_there_and_a_changed_one_keeps_its_place(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document("A/1"))
    report = build(tmp_path, fake, make_document("B/2"))
    assert (report.added, report.unchanged) == (("B/2",), ("A/1",))
    report = build(tmp_path, fake, make_document("A/1", {"1": "New."}))
    assert (report.updated, report.unchanged) == (("A/1",), ("B/2",))
    library = open_library(tmp_path, "fake", encoder=fake)
    assert [document.symbol for document in library.catalogue.documents] == ["A/1", "B/2"]
    assert library.catalogue.unit("A/1", "1").text == "New."


def test_a_symbol_that_differs_in_case_and_blanks_names_the_same_document(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document("A/1 Add.2"))
    report = build(tmp_path, fake, make_document("a/1add.2"))
    assert (report.added, report.lost) == (("a/1add.2",), ())
    assert len(open_library(tmp_path, "fake", encoder=fake).catalogue.documents) == 1


@pytest.mark.parametrize("other", [{"name": "other"}, {"weights": "e"}])
def test_another_model_embeds_every_document_again(
    tmp_path: Path, make_document: MakeDocument, make_encoder: MakeEncoder, other: dict[str, str]
) -> None:
    build(tmp_path, make_encoder(), make_document("A/1"))
    encoder = make_encoder(**other)
    report = build(tmp_path, encoder, make_document("B/2"), model=encoder.name)
    assert (report.embedded, report.reused) == (10, 0)
    library = open_library(tmp_path, encoder.name, encoder=encoder)
    assert len(library.catalogue.documents) == 2


def test_a_library_without_documents_opens(tmp_path: Path, fake: FakeEncoder) -> None:
    build(tmp_path, fake)
    library = open_library(tmp_path, "fake", encoder=fake)
    assert len(library.catalogue) == 0
    assert library.vectors.search(fake.encode_queries(["cat"]), 5) == [[]]
    assert library.lexical_own.search("cat") == []


def test_two_homes_are_independent(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path / "a", fake, make_document("A/1"))
    build(tmp_path / "b", fake, make_document("B/2"))
    for name, symbol in (("a", "A/1"), ("b", "B/2")):
        library = open_library(tmp_path / name, "fake", encoder=fake)
        assert [document.symbol for document in library.catalogue.documents] == [symbol]


def test_the_generation_before_stays_until_the_next_build(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    seen = []
    for text in ("One.", "Two.", "Three."):
        build(tmp_path, fake, make_document(units={"1": text}))
        seen.append(current_generation(tmp_path).name)
    assert generations(tmp_path) == sorted(seen[1:])


def test_a_reader_that_opened_before_a_build_goes_on_answering(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document(units={"1": "Cat."}))
    library = open_library(tmp_path, "fake", encoder=fake)
    for text in ("Dog.", "Fox.", "Owl."):
        build(tmp_path, fake, make_document(units={"1": text}))
    (hits,) = library.vectors.search(library.encoder.encode_queries(["Cat."]), 1)
    assert library.passages[hits[0].row].text == "Cat."


def test_leftovers_of_killed_builds_are_removed_by_the_next(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document())
    kept = generations(tmp_path)
    (tmp_path / "generations" / "20200101T000000Z-abcdef").mkdir()
    (tmp_path / "models" / ".model-123.99").mkdir(parents=True)
    (tmp_path / "models" / "whole").mkdir()
    (tmp_path / f".{POINTER}.99").write_text("x")
    build(tmp_path, fake, make_document())
    assert generations(tmp_path) == kept
    assert [path.name for path in (tmp_path / "models").iterdir()] == ["whole"]
    assert not (tmp_path / f".{POINTER}.99").exists()


def test_a_second_builder_is_turned_away_at_once(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    with (
        building(tmp_path),
        pytest.raises(IndexBusyError, match=r"Another process.*pincite index"),
    ):
        build(tmp_path, fake, make_document())
    build(tmp_path, fake, make_document())


def test_a_home_that_cannot_be_written_to_is_reported_with_its_mend(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(SettingsError, match=r"file.*PINCITE_HOME"):
        build(tmp_path / "file" / "home", fake, make_document())


@pytest.mark.parametrize("name", ["passages.jsonl", "vectors.faiss", "lexical_own.npz"])
def test_a_damaged_index_is_mended_with_all_its_documents(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder, name: str
) -> None:
    build(tmp_path, fake, make_document("A/1"), make_document("B/2"))
    (current_generation(tmp_path) / name).write_bytes(b"cut")
    report = build(tmp_path, fake, make_document("A/1"))
    assert (report.lost, report.unchanged, report.embedded) == ((), ("A/1", "B/2"), 10)
    library = open_library(tmp_path, "fake", encoder=fake)
    assert [document.symbol for document in library.catalogue.documents] == ["A/1", "B/2"]


def test_documents_that_cannot_be_read_any_more_are_named(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document("A/1"), make_document("B/2"))
    (current_generation(tmp_path) / "documents.jsonl").write_bytes(b'{"meta')
    report = build(tmp_path, fake, make_document("A/1"))
    assert (report.added, report.lost) == (("A/1",), ("B/2",))


def test_a_pointer_to_nothing_is_mended(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document())
    (tmp_path / POINTER).write_text("gone\n")
    assert build(tmp_path, fake, make_document()).added == ("A/1",)
    assert len(open_library(tmp_path, "fake", encoder=fake).catalogue) == 2


def test_an_index_made_with_other_libraries_is_made_again_from_its_vectors(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document())
    path = current_generation(tmp_path) / "manifest.json"
    path.write_text(path.read_text().replace('"bm25s": "', '"bm25s": "0.'))
    before = generations(tmp_path)
    report = build(tmp_path, fake, make_document())
    assert (report.embedded, report.reused) == (0, 5)
    assert generations(tmp_path) != before


def test_progress_goes_through_every_stage_to_its_end(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    many = make_document(units={str(n): f"Word{n}." for n in range(80)}, headings=())
    steps: list[tuple[str, int, int]] = []
    build_library(tmp_path, [many], "fake", lambda *step: steps.append(step), encoder=fake)
    # 80 units without context: context and sentence are one text, so 80 are embedded.
    assert steps == [
        ("embedding units", 0, 80),
        ("embedding units", 64, 80),
        ("embedding units", 80, 80),
        *(("writing the index", done, 6) for done in range(7)),
        ("switching over", 0, 1),
        ("switching over", 1, 1),
    ]


def test_the_manifest_says_what_the_index_was_made_from_and_with(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document())
    manifest = open_library(tmp_path, "fake", encoder=fake).manifest
    assert (manifest.model, manifest.dim, manifest.weights_sha256) == ("fake", 27, "f" * 64)
    assert manifest.documents == {"A/1": make_document().content_hash}
    assert set(manifest.versions) >= {"faiss-cpu", "bm25s", "onnxruntime", "tokenizers", "numpy"}
    folder = current_generation(tmp_path)
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    assert sizes.pop("manifest.json") > 0
    assert manifest.files == sizes


def test_the_shipped_report_is_indexed_and_answered_with_the_real_model(model_home: Path) -> None:
    report = shipped_report()
    built = build_library(model_home, [report], DEFAULT_MODEL, lambda *step: None)
    assert built.units == len(report.units)
    library = open_library(model_home, DEFAULT_MODEL)
    # A unit's own words find that unit.
    for unit in report.units[::10]:
        (hits,) = library.vectors.search(library.encoder.encode_queries([unit.text]), 1)
        found = library.passages[hits[0].row]
        assert library.catalogue.unit(found.document, found.label).text == unit.text


def test_a_refresh_with_an_export_at_hand_never_imports_torch(
    model_home: Path, tmp_path: Path
) -> None:
    shutil.copytree(model_home / "models", tmp_path / "models")
    script = """
import sys
from dataclasses import replace
from pathlib import Path
from corpus.documents import shipped_report
from embeddings.build import build_library
report = shipped_report()
for n in (3, 5, 5):
    document = replace(report, units=report.units[:n], content_hash=str(n))
    build_library(Path(sys.argv[1]), [document], "all-MiniLM-L6-v2", lambda *step: None)
print(*sys.modules)
"""
    ended = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], check=True, capture_output=True, text=True
    )
    modules = set(ended.stdout.split())
    assert "bm25s" in modules
    assert not modules & {"torch", "transformers", "sentence_transformers", "onnx"}
    assert ended.stderr == ""


def test_content_hashes_decide_what_changed(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    build(tmp_path, fake, make_document())
    report = build(tmp_path, fake, replace(make_document(), content_hash="another"))
    assert (report.updated, report.embedded, report.reused) == (("A/1",), 0, 5)
