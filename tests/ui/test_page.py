"""The page in Streamlit's own test runner, over the shipped report and the real model."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from corpus.errors import ModelError
from tests.support.app_page import APP, shown
from ui import drawing, resources, wording
from ui.language import say

NAMED = "What does para. 51 (j) (iii) say?"
WORDS = "Lost income and wages due according to national law and regulations regarding wages;"


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def open_page() -> AppTest:
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    return page


@pytest.fixture
def page(shipped_home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("PINCITE_HOME", str(shipped_home))
    return open_page()


def ask(page: AppTest, question: str) -> None:
    page.chat_input[0].set_value(question).run()
    assert not page.exception


def marked(page: AppTest) -> list[str]:
    bodies = " ".join(element.proto.body for element in page.get("html"))
    return [html.unescape(words) for words in re.findall(r"<mark>(.*?)</mark>", bodies)]


def labels(page: AppTest) -> list[str]:
    return [re.sub(r"[\\\u2060]", "", button.label) for button in page.button]


def popovers(page: AppTest) -> list[str]:
    """Return what opens a popover on the page, besides the list of chats."""
    found = [popover.proto.popover.label for popover in page.main.get("popover")]
    return [label for label in found if label != say("chat-manage")]


def press(page: AppTest, label: str) -> None:
    page.button[labels(page).index(label)].click().run()
    assert not page.exception


def test_the_first_screen_says_what_this_is_and_over_which_document(page: AppTest) -> None:
    assert [title.value for title in page.title] == [wording.NAME]
    text = shown(page)
    assert say("promise") in text
    assert "CTOC/COP/WG.4/2011/8" in text
    assert "98 paragraphs, 146 citable units" in text


def test_a_question_can_be_typed_before_the_models_are_open(
    shipped_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def tell(module: ModuleType, name: str) -> None:
        function = getattr(module, name)

        def told(*arguments: object) -> object:
            done.append(name)
            return function(*arguments)

        monkeypatch.setattr(module, name, told)

    tell(drawing, "draw_question_box")
    tell(resources, "shared_examples")
    monkeypatch.setenv("PINCITE_HOME", str(shipped_home))
    assert len(examples_of(open_page())) >= 2
    assert done == ["draw_question_box", "shared_examples"]
    # Chosen by now: the next visitor sees them at once, with all else.
    assert len(examples_of(open_page())) >= 2
    assert done == ["draw_question_box", "shared_examples", "draw_question_box"]


def test_models_that_cannot_be_opened_are_told_and_leave_the_page(
    shipped_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> tuple[str, ...]:
        raise ModelError("Cannot open the exported model in X: cut short. Mend it: pincite index")

    monkeypatch.setattr(resources, "shared_examples", fail)
    monkeypatch.setenv("PINCITE_HOME", str(shipped_home))
    page = open_page()
    assert [error.value.replace("\\", "") for error in page.error] == [
        "Cannot open the exported model in X: cut short. Mend it: pincite index"
    ]
    assert page.chat_input
    assert not examples_of(page)


def examples_of(page: AppTest) -> list[str]:
    return [b.label for b in page.button if str(b.key).startswith("example-")]


def test_an_example_question_is_asked_by_pressing_it(page: AppTest) -> None:
    examples = [button for button in page.button if str(button.key).startswith("example-")]
    assert len(examples) >= 2
    question = re.sub(r"[\\\u2060]", "", examples[0].label)
    examples[0].click().run()
    assert not page.exception
    assert question in shown(page)
    assert marked(page), "an example question gets a quoted answer"


def test_an_answer_is_quoted_with_its_reference_and_its_source_is_open(page: AppTest) -> None:
    ask(page, NAMED)
    assert f"{NAMED} " in shown(page)
    assert labels(page).count("para. 51 (j) (iii)") == 1
    assert marked(page) == [WORDS]
    assert "(j) States should consider" in shown(page)


def test_an_answer_says_why_and_how_sure_it_is(page: AppTest) -> None:
    ask(page, "Does the immigration status of a victim prevent compensation?")
    opened = popovers(page)
    # How sure in words; the number is inside.
    assert opened[1:] == [say("why")]
    assert opened[0].endswith("answered here")
    assert re.search(r"\*\*[\d]+%\*\*", page.markdown[0].value)
    # "ensure that the immigration status of the victim … does not prevent the payment of
    # compensation"; "of a" is not "of the".
    sentence = next(part for part in shown(page).split("The words ") if "para. 51 (g)." in part)
    assert "‘immigration status’" in sentence
    assert "‘compensation’" in sentence
    assert say("speaks-for") in shown(page)


def test_a_named_paragraph_needs_no_why(page: AppTest) -> None:
    ask(page, NAMED)
    assert popovers(page) == []


def test_the_source_is_walked_and_closed(page: AppTest) -> None:
    ask(page, NAMED)
    press(page, say("next"))
    assert "(v) Payment for non-material damages" in shown(page)  # now the neighbour of (iv)
    press(page, say("up"))
    assert "(vi) Any other costs or losses" in shown(page)  # the last of the parts of (j)
    press(page, say("close"))
    assert say("source-empty") in shown(page)
    assert marked(page) == []
    press(page, "para. 51 (j) (iii)")
    assert marked(page) == [WORDS]


def test_references_are_followed_in_the_panel(page: AppTest) -> None:
    ask(page, "What does para. 86 say?")
    assert say("refers-to") in shown(page)
    assert say("referred-to-by") not in shown(page)
    press(page, "para. 51")  # "are contained in paragraph 51 above"
    assert "(a) Trafficking in persons and smuggling of migrants" in shown(page)
    assert say("referred-to-by") in shown(page)
    back = [button.key for button in page.button if str(button.key).startswith("link-")]
    assert back == [f"link-{say('referred-to-by')}-86-para. 86"]


def test_the_conversation_stays_on_the_page_until_a_new_chat(page: AppTest) -> None:
    ask(page, NAMED)
    ask(page, "What do paras. 6-8 say?")
    assert f"{NAMED} " in shown(page)
    assert {"para. 51 (j) (iii)", "para. 6", "para. 7", "para. 8"} <= set(labels(page))
    press(page, say("new-chat"))
    assert [title.value for title in page.title] == [wording.NAME]
    assert NAMED not in shown(page).replace(say("examples"), "")


def test_a_paragraph_that_does_not_exist_is_explained(page: AppTest) -> None:
    ask(page, "What does para. 140 say?")
    assert "140" in shown(page)
    assert "98" in shown(page)
    assert marked(page) == []
    assert not page.error


def test_a_question_without_words_is_not_asked(page: AppTest) -> None:
    ask(page, "   ")
    assert [toast.value for toast in page.toast] == [say("empty-question")]
    assert [title.value for title in page.title] == [wording.NAME]


def test_an_error_comes_in_the_persons_words(page: AppTest) -> None:
    ask(page, "?!")  # no letter and no figure: the assistant refuses it
    assert len(page.error) == 1
    assert "Traceback" not in page.error[0].value
    ask(page, NAMED)  # and the conversation goes on
    assert marked(page) == [WORDS]


def test_a_missing_library_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped_home: Path
) -> None:
    monkeypatch.setenv("PINCITE_HOME", str(tmp_path / "nothing"))
    page = open_page()
    assert "pincite index" in page.error[0].value
    assert not page.chat_input
    # Built in the meantime, the library opens when the page is loaded again.
    monkeypatch.setenv("PINCITE_HOME", str(shipped_home))
    page.run()
    assert not page.error
    assert page.chat_input


def test_a_question_the_report_does_not_answer(
    shipped_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINCITE_HOME", str(shipped_home))
    monkeypatch.setenv("PINCITE_THRESHOLD", "1.0")  # so that it does not hang on the calibration
    page = open_page()
    ask(page, "How do I bake bread?")
    assert say("not-answered", documents=1) in shown(page)
    assert say("nearest") in shown(page)
    near = [button for button in page.button if str(button.key).startswith("reference-")]
    assert len(near) == 5
    near[0].click().run()
    assert not page.exception
    assert marked(page) == []
    assert "pc-chosen" in " ".join(element.proto.body for element in page.get("html"))


def test_the_second_visitor_gets_the_same_assistant(page: AppTest) -> None:
    from ui.resources import shared_assistant

    first = shared_assistant()
    open_page()
    assert shared_assistant() is first
