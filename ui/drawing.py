"""Draws what `presentation` and `source` made, with Streamlit's elements."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from assistant.assistant import Assistant
from corpus.catalogue import Catalogue
from corpus.types import Document
from ui import markup, state, wording
from ui.conversation import Conversation, OpenSource, Turn
from ui.escaping import as_label
from ui.guiding import guide
from ui.judging import draw_judging
from ui.presentation import LIKELIHOODS, AnswerView, NearView, QuoteView, heard, view_answer
from ui.source_drawing import draw_source

_STYLES = Path(__file__).with_name("styles.css")

# A file of our own: an emoji or an icon's name would be fetched from elsewhere.
_ICON = Path(__file__).with_name("icon.svg")

LIBRARY = "library.py"

MOST_LISTED = 5
"""Documents in the sidebar; the library page has them all."""


def set_up_page() -> None:
    """Name the page and load its styles; comes before everything else."""
    st.set_page_config(page_title=wording.NAME, page_icon=_ICON, layout="wide")
    st.html(_STYLES)


def draw_error(message: str, *, mended_in_library: bool = False) -> None:
    """Draw a stated error in place of the page.

    Args:
        message: What is wrong and what mends it.
        mended_in_library: Whether adding documents mends it.
    """
    with st.container(key="failure"):
        st.title(wording.NAME, anchor=False)
        st.error(as_label(message), icon=":material/error:")
        if mended_in_library:
            _draw_way_to_library()


def draw_empty_library() -> None:
    """Draw that there is nothing to ask yet, and where to add it."""
    with st.container(key="first"):
        st.title(wording.NAME, anchor=False)
        st.html(markup.paragraph(wording.PROMISE, "pc-promise"))
        st.html(markup.paragraph(wording.NO_DOCUMENTS, "pc-note"))
        _draw_way_to_library()


def _draw_way_to_library() -> None:
    st.page_link(LIBRARY, label=wording.TO_LIBRARY, icon=":material/library_books:")


def draw_sidebar(documents: tuple[Document, ...]) -> None:
    """Draw what is in the library and how far to trust an answer."""
    with st.sidebar:
        st.button(
            wording.NEW_CHAT,
            key="new-chat",
            icon=":material/add:",
            on_click=state.start_anew,
            width="stretch",
        )
        st.subheader(wording.DOCUMENTS, anchor=False)
        for document in documents[:MOST_LISTED]:
            st.html(markup.document_entry(document))
        if len(documents) > MOST_LISTED:
            more = wording.and_more(len(documents) - MOST_LISTED)
            st.html(markup.paragraph(more, "pc-note"))
        with st.expander(wording.LIKELY_MEANS):
            st.html(markup.likelihood_table(LIKELIHOODS))
        with st.expander(wording.LIMITS):
            for text in wording.LIMITS_TEXT:
                st.html(markup.paragraph(text, "pc-note"))


def draw_first_screen(assistant: Assistant, examples: tuple[str, ...]) -> None:
    """Draw what this is, over which documents, and questions to start from."""
    with st.container(key="first"):
        st.title(wording.NAME, anchor=False)
        st.html(markup.paragraph(wording.PROMISE, "pc-promise"))
        st.html(markup.library_line(assistant.catalogue.documents))
        if examples:
            st.html(markup.paragraph(wording.EXAMPLES, "pc-label"))
        for number, question in enumerate(examples):
            st.button(
                as_label(question),
                key=f"example-{number}",
                on_click=state.ask,
                args=(question,),
                icon=":material/arrow_forward:",
                icon_position="right",
                width="stretch",
            )


def draw_conversation(conversation: Conversation, assistant: Assistant) -> None:
    """Draw the turns and, beside them, the open source."""
    catalogue = assistant.catalogue
    st.html(markup.hidden_title())
    turns, panel = st.columns([11, 9], gap="large")
    with turns:
        for number, turn in enumerate(conversation.turns):
            with st.container(key=f"turn-{number}"):
                _draw_turn(number, turn, catalogue, conversation.source)
                draw_judging(number, turn, assistant)
    as_page = False
    with panel:
        if conversation.source is None:
            st.html(markup.paragraph(wording.SOURCE_EMPTY, "pc-note pc-empty"))
        else:
            as_page = draw_source(conversation.source, conversation, assistant)
    last = conversation.turns[-1]
    told = heard(view_answer(last.answer, catalogue)) if last.answer else last.error
    guide(len(conversation.turns), told, conversation.source, as_page=as_page)


def draw_question_box() -> None:
    """Draw the chat input."""
    st.chat_input(wording.ASK, key=state.QUESTION, max_chars=4000, on_submit=state.ask_typed)


def _draw_turn(number: int, turn: Turn, catalogue: Catalogue, shown: OpenSource | None) -> None:
    st.html(markup.question(turn.question))
    if turn.within:
        st.html(markup.paragraph(wording.asked_of(turn.within), "pc-note"))
    if turn.answer is None:
        st.error(as_label(turn.error), icon=":material/error:")
        return
    view = view_answer(turn.answer, catalogue)
    is_open = partial(_is_open, shown, number)
    _draw_preamble(number, turn, view)
    for place, block in enumerate(view.blocks):
        with st.container(key=f"block-{number}-{place}", gap="small"):
            if block.title or block.superseded_by:
                st.html(markup.document_line(block.title, block.superseded_by))
            if block.lead_in:
                st.html(markup.paragraph(block.lead_in, "pc-quote-lead-in"))
            for quote in block.quotes:
                with st.container(key=f"quote-{number}-{quote.document}-{quote.label}"):
                    st.html(markup.quote(quote))
                    _draw_reference(number, quote, open_now=is_open(quote))
    if view.nearest:
        st.html(markup.paragraph(wording.NEAREST, "pc-label"))
    for near in view.nearest:
        with st.container(key=f"near-{number}-{near.document}-{near.label}"):
            st.html(markup.paragraph(near.excerpt, "pc-excerpt"))
            _draw_reference(number, near, open_now=is_open(near))


def _draw_preamble(number: int, turn: Turn, view: AnswerView) -> None:
    """Draw what comes before the quotes: how the question was read, and how sure the answer is."""
    if view.read_as:
        st.html(markup.read_as(view.read_as))
    if view.looked_in and not turn.within:
        st.html(markup.paragraph(view.looked_in, "pc-note"))
    if view.statement:
        st.html(markup.paragraph(view.statement, "pc-statement"))
    if view.sure:
        with st.container(key=f"sureness-{number}", horizontal=True, gap="small"):
            _draw_confidence(view)
            _draw_reasons(view)


def _is_open(shown: OpenSource | None, turn: int, view: QuoteView | NearView) -> bool:
    if shown is None:
        return False
    return (shown.turn, shown.document, shown.label) == (turn, view.document, view.label)


def _draw_reference(turn: int, view: QuoteView | NearView, *, open_now: bool) -> None:
    if not view.there:
        st.html(markup.gone(view.reference))
        return
    st.button(
        as_label(view.reference),
        key=f"reference-{turn}-{view.document}-{view.label}",
        type="primary" if open_now else "secondary",
        on_click=state.open_source,
        args=(turn, view.document, view.label),
    )


def _draw_confidence(view: AnswerView) -> None:
    if not view.chance:
        st.html(markup.paragraph(view.sure, "pc-note"))
        return
    with st.popover(view.sure, type="tertiary"):
        st.markdown(f"{wording.CHANCE} **{view.chance}**")
        st.html(markup.paragraph(wording.CHANCE_NOTE, "pc-note"))


def _draw_reasons(view: AnswerView) -> None:
    if not view.why:
        return
    with st.popover(wording.WHY, type="tertiary"):
        for sentence in view.why:
            st.html(markup.paragraph(sentence, "pc-note"))
