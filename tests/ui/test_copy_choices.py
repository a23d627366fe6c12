from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.catalogue import Catalogue
from ui.addresses import text_digest
from ui.copy_choices import answer_choices, choices_by_place, place_choices
from ui.language import say, speaking

if TYPE_CHECKING:
    from tests.ui.conftest import AnswerMaker

PAGE = "http://127.0.0.1:8501/"
SYMBOL = "A/TEST/1"


def test_what_is_open_can_be_copied_in_every_form(catalogue: Catalogue) -> None:
    choices = dict(place_choices(catalogue, SYMBOL, "2(b)(i)", "deep", PAGE))
    link = f"{PAGE}?doc=A/TEST/1&para=2(b)(i)&digest={text_digest('deep one;')}"
    assert list(choices) == [
        say("copy-reference"),
        say("copy-quote"),
        say("copy-footnote"),
        say("copy-markdown"),
        say("copy-bibtex"),
        say("copy-ris"),
        say("copy-link"),
    ]
    assert choices[say("copy-reference")] == "A/TEST/1, para. 2 (b) (i)"
    assert choices[say("copy-quote")] == "“deep” (A/TEST/1, para. 2 (b) (i))"
    assert choices[say("copy-footnote")] == "A Test of Things (A/TEST/1), para. 2 (b) (i)."
    assert choices[say("copy-markdown")] == (
        f"> “deep”\n>\n> [A/TEST/1, para. 2 (b) (i)](<{link}>)"
    )
    assert choices[say("copy-bibtex")].startswith("@misc{A-TEST-1-2-b-i,")
    assert choices[say("copy-ris")].startswith("TY  - RPRT\r\n")
    assert choices[say("copy-link")] == link


def test_each_citation_and_the_whole_answer_can_be_copied(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    answer = make.answer(
        make.citation("3", "Gamma ends."), make.citation("1", "It is short."),
        make.citation("1", "Alpha opens."),
    )  # fmt: skip
    found = choices_by_place(answer, catalogue, PAGE)
    assert list(found) == [(SYMBOL, "1"), (SYMBOL, "3")]
    quote = dict(found[SYMBOL, "1"])[say("copy-quote")]
    assert quote == "“Alpha opens. … It is short.” (A/TEST/1, para. 1)"
    whole = dict(answer_choices(answer, catalogue, PAGE))
    assert whole[say("copy-reference")] == "A/TEST/1, paras. 1 and 3"
    assert say("copy-link") not in whole  # there is one for each paragraph only


def test_of_one_citation_there_is_nothing_more_to_copy_together(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    assert answer_choices(make.answer(make.citation("3", "Gamma")), catalogue, PAGE) == ()
    assert answer_choices(make.answer(), catalogue, PAGE) == ()


def test_the_nearest_paragraphs_can_be_copied_whole(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    found = choices_by_place(make.answer(nearest=("3",)), catalogue, PAGE)
    assert dict(found[SYMBOL, "3"])[say("copy-quote")] == "“Gamma ends.” (A/TEST/1, para. 3)"


def test_where_the_page_is_not_known_no_link_is_made(catalogue: Catalogue) -> None:
    choices = dict(place_choices(catalogue, SYMBOL, "3", "Gamma", ""))
    assert say("copy-link") not in choices
    # The words are there without it.
    assert choices[say("copy-reference")] == "A/TEST/1, para. 3"


def test_two_visitors_read_the_names_each_in_their_language(catalogue: Catalogue) -> None:
    for language in ("en", "fr", "en"):
        with speaking(language):
            named = say("copy-reference")
            choices = dict(place_choices(catalogue, SYMBOL, "3", "Gamma", PAGE))
        assert choices[named] == "A/TEST/1, para. 3"
