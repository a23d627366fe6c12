"""What the engine calls kinds, formats and readings has a name in every language."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import get_args

import pytest

from corpus import document_kinds
from corpus.links import Links
from corpus.structure.reading import Role
from corpus.types import Decision, Document, Furniture, Metadata, Parse, Problem, Rendition
from embeddings import indexing, writing
from embeddings.embedding import EMBED_STAGE
from embeddings.encoders import EXPORT_STAGE
from embeddings.holdings import holdings_of
from tests.ui.test_retelling import ROOT, texts
from ui import library_view as view
from ui import wording
from ui.language import DEFAULT, LANGUAGES, speaking
from ui.retelling import tells

OTHERS = [language for language in LANGUAGES if language != DEFAULT]

DOCUMENT_KINDS = {
    *document_kinds._BY_SERIES.values(),
    *(kind for kind, _ in (*document_kinds._AT_START, *document_kinds._ANYWHERE)),
}
FURNITURE_KINDS = (
    "masthead", "imprint", "running header", "page number", "contents", "rule", "table header",
    "caption", "small print", "markup",
)  # fmt: skip
MAKE_FLAGS = ("flags.py", "reconcile.py", "readers/docx.py", "readers/pdf.py")


def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / "corpus" / name).read_text(encoding="utf-8"))


def problem_kinds(*modules: str) -> set[str]:
    """Return the kinds of problem that modules make."""
    return {
        str(node.args[0].value)
        for module in modules
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Problem"
        and isinstance(node.args[0], ast.Constant)
    }


def reasons() -> Iterator[str]:
    """Yield why the parser reads a marker as it does, with marks for what is left open."""
    for node in ast.walk(tree("structure/reading.py")):
        found: ast.expr | None = None
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reading":
            found = node.args[3]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "reason":
            found = node.value
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            found = node.value.elts[1] if len(node.value.elts) == 3 else None
        yield from texts(found) if found is not None else ()


NAMED: tuple[tuple[Callable[[str], str], set[str]], ...] = (
    (wording.document_kind, DOCUMENT_KINDS),
    (wording.flag_kind, problem_kinds(*MAKE_FLAGS)),
    (
        wording.problem_kind,
        problem_kinds("structure/outline.py", "structure/parse.py")
        | {"gap", "duplicate", "start", "empty", "difference", "reference"},
    ),
    (wording.furniture_kind, set(FURNITURE_KINDS)),
    (wording.marker_reading, {*get_args(Role)} - {"more"} | {"more of", "more of the heading"}),
)


@pytest.mark.parametrize(("called", "names"), NAMED)
def test_every_kind_has_a_name_in_every_language(
    called: Callable[[str], str], names: set[str]
) -> None:
    assert {called(name) for name in names} == names
    for language in OTHERS:
        with speaking(language):
            same = {name for name in names if called(name) == name}
        # These words are French too.
        assert same <= {"note", "note verbale", "directive", "budget"}, language


def test_what_is_not_known_keeps_its_name() -> None:
    with speaking("fr"):
        assert wording.document_kind("Rapport de mission") == "Rapport de mission"
        assert wording.marker_reading("letter (i)") == "letter (i)"
        assert wording.file_format("pdf") == "pdf"
        assert wording.file_format("text") == "texte"


def test_every_reason_for_a_reading_is_told_in_every_language() -> None:
    found = set(reasons())
    assert len(found) > 25
    assert {reason for reason in found if not tells(reason)} == set()


def test_every_stage_of_the_work_has_a_name() -> None:
    for stage in (
        indexing.READ_STAGE, EXPORT_STAGE, EMBED_STAGE, writing.WRITE_STAGE, writing.SWITCH_STAGE,
    ):  # fmt: skip
        with speaking("fr"):
            told = wording.stage(stage, 0, 2, ""), wording.running(stage, 0, 2)
        assert all(stage.casefold() not in one.casefold() for one in told)


def test_the_report_of_a_document_is_french_for_a_french_reader(
    make_document: Callable[..., Document],
) -> None:
    document = replace(
        make_document(),
        metadata=Metadata("A/1", "Titre", kind="draft resolution"),
        renditions=(Rendition("a.txt", "0" * 64),),
        problems=(Problem("duplicate", "3", "?"),),
        flags=(Problem("error page", "", "?"),),
    )
    parse = Parse(
        title="",
        text="",
        headings=(),
        units=(),
        problems=(),
        decisions=(Decision(3, "3.", "paragraph 3", "follows paragraph 2", ()),),
        furniture=(Furniture("page number", "2/9", 5),),
        coverage=1.0,
    )
    with speaking("fr"):
        report = view.report_of(document, Links((), ()))
        [row] = view.rows_of(holdings_of([document], ()))
        decisions, aside = view.decisions_of(parse), view.set_aside(parse)
    assert ("Type", "projet de résolution") in report.facts
    assert ("Fichiers", "a.txt (texte)") in report.facts
    assert report.problems.rows == (("numéro répété", "para. 3", "?"),)
    assert (row.about, row.notes) == ("projet de résolution", ("page d’erreur",))
    assert decisions.rows == (("3", "3.", "paragraphe 3", "suit le paragraphe 2"),)
    assert aside.rows == (("5", "numéro de page", "2/9"),)
