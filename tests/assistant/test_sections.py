"""Limits on what is in a document: its sections, and kinds of text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.scope import Scope, ScopeError, unit_test
from tests.support.small_library import open_garden

if TYPE_CHECKING:
    from tests.conftest import Run

FRUIT = Scope(sections=("Fruit",))


@pytest.fixture(scope="module")
def gardener(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(tmp_path_factory.mktemp("garden"))


def found(assistant: Assistant, question: str, scope: Scope) -> set[str]:
    return {hit.label for hit in assistant.ask(question, scope=scope).hits}


def test_only_what_stands_under_a_heading_is_looked_in(gardener: Assistant) -> None:
    assert found(gardener, "spade", FRUIT) == {"1", "2", "2(a)", "2(b)"}
    assert found(gardener, "spade", Scope(sections=("ii. tools",))) == {"3", "4"}
    both = Scope(sections=("Fruit", "Tools"))
    assert found(gardener, "spade", both) == {"1", "2", "2(a)", "2(b)", "3", "4"}
    answer = gardener.ask("Who borrowed the spade?", scope=FRUIT)
    assert answer.scope_by == "limits"
    assert answer.scope_note.endswith(": --section Fruit.")


def test_search_keeps_to_the_sections_too(gardener: Assistant) -> None:
    assert {hit.label for hit in gardener.search("spade", scope=FRUIT)} == {
        "1",
        "2",
        "2(a)",
        "2(b)",
    }


def test_a_paragraph_that_is_named_is_given_whatever_the_section(gardener: Assistant) -> None:
    assert [c.label for c in gardener.ask("para. 3", scope=FRUIT).citations] == ["3"]
    inside = gardener.ask("What does paragraph 3 say of Ms. Olsen and the spade?", scope=FRUIT)
    assert [c.label for c in inside.citations] == ["3"]


def test_a_follow_up_keeps_to_the_section(gardener: Assistant) -> None:
    answer = gardener.ask("And who has it?", history=["Where is the spade?"], scope=FRUIT)
    assert {hit.label for hit in answer.hits} <= {"1", "2", "2(a)", "2(b)"}


def test_a_section_that_is_not_there_is_refused_with_those_there_are(gardener: Assistant) -> None:
    with pytest.raises(ScopeError, match=r"Sections: I\. Fruit; II\. Tools"):
        gardener.ask("spade", scope=Scope(sections=("Animals",)))


def test_kinds_of_text_are_told_apart(assistant: Assistant) -> None:
    kinds = {hit.unit.kind for hit in assistant.ask("documents", scope=Scope(texts=("rows",))).hits}
    assert kinds == {"row"}
    kinds = {h.unit.kind for h in assistant.ask("victims", scope=Scope(texts=("paragraphs",))).hits}
    assert kinds <= {"paragraph", "subparagraph", "item"}
    with pytest.raises(ScopeError, match="paragraphs, rows, unnumbered"):
        unit_test(Scope(texts=("poems",)))


def test_a_scope_without_such_limits_tests_no_unit() -> None:
    assert unit_test(Scope(documents=("A/1",), since="2024")) is None


def test_the_commands_take_sections_and_texts(run_pincite: Run, shipped_home: Path) -> None:
    asked = ("search", "victims", "--section", "Recommendations", "--text", "paragraphs", "--json")
    hits = json.loads(run_pincite(*asked, home=shipped_home).stdout)["hits"]
    assert hits
    assert all("Recommendations" in " ".join(hit["heading_path"]) for hit in hits)
    wrong = run_pincite("ask", "victims", "--section", "Poems", home=shipped_home)
    assert wrong.returncode == 1
    assert "--section Poems. Sections: " in wrong.stderr
    assert len(wrong.stderr.strip().splitlines()) == 1
