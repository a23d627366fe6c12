"""Right or wrong, under an answer: what a person says becomes a question of their own set."""

from __future__ import annotations

import streamlit as st

from assistant.assistant import Assistant
from assistant.types import Answer
from corpus.catalogue import Catalogue
from corpus.types import Located
from ui import arriving, markup, state
from ui.conversation import Turn
from ui.copy_choices import answer_choices
from ui.copying import draw_copy_menu
from ui.escaping import as_label, visible
from ui.language import say
from ui.lookup import find_document
from ui.presentation import excerpt, reference_to
from ui.retelling import retold

_EXCERPT_LENGTH = 90

MOST_CHOICES = 2000


def draw_judging(number: int, turn: Turn, assistant: Assistant) -> None:
    """Draw the buttons under an answer, and the list of paragraphs for a wrong one."""
    if turn.answer is None:
        return
    with st.container(key=f"judging-{number}", gap="small"):
        with st.container(key=f"judging-row-{number}", horizontal=True, gap="xsmall"):
            st.button(
                say("right"),
                key=f"right-{number}",
                icon=":material/check:",
                type="tertiary",
                on_click=state.judge_right,
                args=(assistant, number),
            )
            st.button(
                say("wrong"),
                key=f"wrong-{number}",
                icon=":material/close:",
                type="tertiary",
                on_click=state.choose_right,
                args=(number,),
            )
            choices = answer_choices(turn.answer, assistant.catalogue, arriving.page_address())
            if choices:
                draw_copy_menu(
                    choices, f"copy-all-{number}", about=say("whole-answer"), name=say("copy-all")
                )
        if turn.judged == "choosing":
            _draw_choice(number, turn.answer, assistant)
        elif turn.judged == "failed":
            st.error(as_label(retold(turn.told)), icon=":material/error:")
        elif turn.judged == "kept":
            st.html(markup.paragraph(turn.told, "pc-note"))


def _draw_choice(number: int, answer: Answer, assistant: Assistant) -> None:
    choices = right_choices(answer, assistant.catalogue)
    several = len(assistant.catalogue.documents) > 1
    st.selectbox(
        say("which-right"),
        range(len(choices)),
        index=None,
        key=state.choice_key(number),
        format_func=lambda place: choice_words(choices[place], several),
    )
    with st.container(key=f"choice-row-{number}", horizontal=True, gap="xsmall"):
        st.button(
            say("keep"),
            key=f"keep-{number}",
            type="primary",
            disabled=st.session_state.get(state.choice_key(number)) is None,
            on_click=state.judge_wrong,
            args=(assistant, number, choices),
        )
        st.button(
            say("cancel"), key=f"cancel-{number}", on_click=state.stop_judging, args=(number,)
        )


def right_choices(answer: Answer, catalogue: Catalogue) -> tuple[Located | None, ...]:
    """Return what may have been right: the nearest hits, nothing at all, then what is near those.

    That is every other unit of the documents that the hits are in: a list of all units of a
    library of a thousand documents could not be sent to a browser.
    """
    hits = [Located(hit.document, hit.unit) for hit in answer.hits]
    named = {(hit.document, hit.unit.label) for hit in hits}
    found = [find_document(catalogue, symbol) for symbol in dict.fromkeys(h.document for h in hits)]
    others = [
        Located(document.symbol, unit)
        for document in found
        if document is not None
        for unit in document.units
        if (document.symbol, unit.label) not in named
    ]
    return (*hits, None, *others[:MOST_CHOICES])


def choice_words(choice: Located | None, several: bool) -> str:
    """Return a choice in words: the reference and how the unit begins."""
    if choice is None:
        return say("not-in-document")
    reference = reference_to(choice.document, choice.unit.label, several)
    return visible(f"{reference}: {excerpt(choice.unit.text, _EXCERPT_LENGTH)}")
