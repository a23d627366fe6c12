"""Questions asked of a whole folder, on a small one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.settings import Settings
from embeddings.build import build_library
from embeddings.library import open_library
from eval.collections import mixed_folder
from eval.collections.errors import CollectionError
from eval.collections.lines import check_labels, read_lines
from eval.collections.registry import COLLECTIONS
from eval.collections.run import evaluate_collection
from eval.collections.types import Collection
from eval.types import ANSWERABLE_KINDS, KINDS, UnitKey
from tests.eval.test_un_reports import GARDEN, TOOLS, pdf, question, write_questions
from tests.support.small_library import WordEncoder

DATA = Path(__file__).parents[3] / "shared" / "data"
SHIPPED = [
    Path(mixed_folder.__file__).parents[1] / "data" / name
    for name in ("mixed_folder.jsonl", "mixed_folder_tune.jsonl")
]

QUESTIONS = (
    question("q-1", "a/garden.pdf", "paraphrase", "Who borrowed the shovel?", "3", "2(a)"),
    question("q-2", "b/tools.pdf", "fact", "What is the price of a shovel?", "1"),
    question("q-3", "b/tools.pdf", "near", "Who paid for it?"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "folder"
    (root / "a").mkdir(parents=True)
    (root / "b").mkdir()
    (root / "a" / "garden.pdf").write_bytes(pdf(*GARDEN))
    (root / "b" / "tools.pdf").write_bytes(pdf(*TOOLS))
    (root / "b" / "error.pdf").write_bytes(b"<html>Not found</html>")
    (root / "b" / "notes.txt").write_text("1. Nothing.", encoding="utf-8")
    return root


@pytest.fixture
def small(folder: Path, tmp_path: Path) -> Collection:
    asked = write_questions(tmp_path / "asked.jsonl", QUESTIONS)
    return mixed_folder.load_questions(folder, "mixed-folder", asked)


def test_each_question_is_asked_of_all_documents_that_can_be_read(small: Collection) -> None:
    assert {d.symbol for d in small.documents} == {"garden", "tools"}
    assert small.left_out == "1 of 3 files, which are refused"
    assert [(q.id, q.group, set(q.gold), q.scope) for q in small.queries] == [
        ("q-1", "a", {UnitKey("garden", "3"), UnitKey("garden", "2(a)")}, ()),
        ("q-2", "b", {UnitKey("tools", "1")}, ()),
        ("q-3", "b", set(), ()),
    ]
    assert sorted(small.sha256) == ["a/garden.pdf", "asked.jsonl", "b/tools.pdf"]


def test_any_one_of_the_right_units_will_do(small: Collection, tmp_path: Path) -> None:
    encoder = WordEncoder()
    home = tmp_path / "home"
    build_library(home, small.documents, "words", lambda *_: None, encoder=encoder)
    library = open_library(home, "words", encoder=encoder)
    settings = Settings(home=home, model="words", threshold=0.0)
    (ours,) = evaluate_collection(small, library, settings, ["pincite"], lambda *_: None)
    first, second, none = ours.asked
    assert first.scores == {"success@1": 1, "success@5": 1, "document@1": 1}
    assert second.scores == {"success@1": 1, "success@5": 1, "document@1": 1}
    assert none.scores == {}
    assert list(ours.groups) == ["a", "b", "all"]


def test_files_that_are_not_there_or_refused_are_named(folder: Path, tmp_path: Path) -> None:
    asked = [question("q-1", name, "near", "What?") for name in ("garden.pdf", "c/x.pdf")]
    path = write_questions(tmp_path / "asked.jsonl", asked)
    with pytest.raises(CollectionError, match=r"folder lacks garden\.pdf, c/x\.pdf\. docs/"):
        mixed_folder.load_questions(folder, "mixed-folder", path)
    path = write_questions(tmp_path / "b.jsonl", [question("q-1", "b/error.pdf", "near", "What?")])
    with pytest.raises(CollectionError, match=r"Cannot read b/error\.pdf\. Download"):
        mixed_folder.load_questions(folder, "mixed-folder", path)


def test_labels_that_no_document_has_are_named(folder: Path, tmp_path: Path) -> None:
    path = write_questions(
        tmp_path / "asked.jsonl", [question("q-1", "a/garden.pdf", "fact", "What?", "9")]
    )
    with pytest.raises(CollectionError, match=r"do not have: a/garden\.pdf 9 \(q-1\)"):
        mixed_folder.load_questions(folder, "mixed-folder", path)


def test_the_shipped_questions_are_well_formed_and_each_is_in_one_set() -> None:
    report, tune = (read_lines(path)[1] for path in SHIPPED)
    assert (len(report), len(tune)) == (72, 251)
    assert sum(not line.gold for line in report) == 12
    assert len({line.id for line in (*report, *tune)}) == 323
    assert len({line.question for line in (*report, *tune)}) == 323
    for line in (*report, *tune):
        assert line.kind in KINDS, line
        assert bool(line.gold) == (line.kind in ANSWERABLE_KINDS), line
        assert line.question.strip() == line.question != "", line
        assert len(set(line.gold)) == len(line.gold), line
        assert "/" in line.file, line


def test_the_shipped_questions_hold_nothing_else() -> None:
    for path in SHIPPED:
        for text in path.read_text(encoding="utf-8").splitlines():
            assert set(json.loads(text)) == {"id", "file", "kind", "question", "gold"}


@pytest.mark.slow
def test_every_shipped_label_is_in_its_document_as_read_now() -> None:
    if not DATA.is_dir():
        pytest.skip(f"the documents are not here: {DATA}")
    tune = COLLECTIONS["mixed-folder-tune"](DATA)
    assert len(tune.queries) == 251
    assert len(tune.documents) > 150
    _, lines = read_lines(SHIPPED[0])
    of_file = mixed_folder.documents_of(DATA, {line.file for line in lines}, tune.documents)
    check_labels(SHIPPED[0].name, lines, of_file)
