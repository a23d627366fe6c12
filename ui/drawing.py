"""Draws what `presentation` and `source` made, with Streamlit's elements."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.assistant import Assistant
from corpus.catalogue import Catalogue
from corpus.errors import PinciteError
from ui import arriving, chat_state, markup, resources, state, wording
from ui.chat_drawing import draw_chats
from ui.conversation import Conversation, OpenSource, Turn
from ui.copy_choices import Copies, choices_by_place
from ui.copying import draw_copy_menu
from ui.escaping import as_label
from ui.examples import EXAMPLES
from ui.filters import fitting
from ui.guiding import guide
from ui.help_drawing import draw_help_button
from ui.judging import draw_judging
from ui.language import say
from ui.presentation import AnswerView, NearView, QuoteView, heard, view_answer
from ui.retelling import retold
from ui.since import since_words
from ui.source_drawing import draw_source
from ui.taking_away import draw_download
from ui.tour_drawing import draw_tour_button
from ui.turn_drawing import draw_pending, draw_question, draw_reading, draw_suggestions

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
        st.error(as_label(retold(message)), icon=":material/error:")
        if mended_in_library:
            _draw_way_to_library()


def draw_empty_library() -> None:
    """Draw that there is nothing to ask yet, and where to add it."""
    with st.container(key="first"):
        st.title(wording.NAME, anchor=False)
        st.html(markup.paragraph(say("promise"), "pc-promise"))
        st.html(markup.paragraph(say("no-documents"), "pc-note"))
        _draw_way_to_library()


def _draw_way_to_library() -> None:
    st.page_link(LIBRARY, label=say("to-library"), icon=":material/library_books:")


def draw_sidebar(assistant: Assistant) -> None:
    """Draw the visitor's chats, what is in the library, and the way to the help."""
    documents = assistant.catalogue.documents
    with st.sidebar:
        draw_chats()
        draw_download(assistant)
        st.subheader(say("documents"), anchor=False)
        for document in documents[:MOST_LISTED]:
            st.html(markup.document_entry(document))
        if len(documents) > MOST_LISTED:
            more = say("and-more", number=len(documents) - MOST_LISTED)
            st.html(markup.paragraph(more, "pc-note"))
        draw_help_button()


def draw_first_screen(assistant: Assistant) -> DeltaGenerator | None:
    """Draw what this is, over which documents, and questions to start from.

    Returns:
        Where the questions go, for `draw_awaited_examples`, if they have not been chosen yet.
    """
    awaited = None
    with st.container(key="first"):
        st.title(wording.NAME, anchor=False)
        st.html(markup.paragraph(say("promise"), "pc-promise"))
        st.html(markup.library_line(assistant.catalogue.documents))
        examples = resources.examples_at_hand(assistant)
        if examples is None:
            awaited = st.empty()
            with awaited.container(key="examples-awaited"):
                st.html(markup.paragraph(say("examples"), "pc-label"))
                st.html(markup.awaited(EXAMPLES))
        else:
            _draw_examples(examples)
        draw_tour_button()
    guide(chat_state.arrivals(), 0, "", None)
    return awaited


def draw_awaited_examples(place: DeltaGenerator, assistant: Assistant) -> None:
    """Choose the questions to start from and draw them where room was kept for them."""
    try:
        examples = resources.shared_examples(assistant)
    except PinciteError as error:
        place.error(as_label(retold(str(error))), icon=":material/error:")
        return
    with place:
        _draw_examples(examples)


def _draw_examples(examples: tuple[str, ...]) -> None:
    with st.container(key="examples"):
        if examples:
            st.html(markup.paragraph(say("examples"), "pc-label"))
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
    pending = state.pending()
    # A question that is asked again stands in the place of what it may replace.
    at = None if pending is None else pending.question.at
    shown = conversation.turns[:at]
    chosen = fitting(state.scope(), resources.shared_choices(assistant))
    with turns:
        for number, turn in enumerate(shown):
            with st.container(key=f"turn-{number}"):
                draw_question(number, turn, assistant, chosen)
                _draw_turn(number, turn, assistant, conversation.source)
                draw_judging(number, turn, assistant)
                if number == len(conversation.turns) - 1 and pending is None:
                    draw_suggestions(conversation, assistant)
        if pending is not None:
            with st.container(key=f"turn-{len(shown)}"):
                draw_pending(len(shown), pending.question.text)
    as_page = False
    with panel:
        if conversation.source is None:
            st.html(markup.paragraph(say("source-empty"), "pc-note pc-empty"))
        else:
            as_page = draw_source(conversation.source, conversation, assistant)
    guide(
        chat_state.arrivals() + (pending is not None),
        len(shown) if pending is not None else len(shown) - 1,
        say("chat-looking") if pending is not None else _heard(conversation.turns[-1], catalogue),
        conversation.source,
        as_page=as_page,
    )


def _heard(turn: Turn, catalogue: Catalogue) -> str:
    return heard(view_answer(turn.answer, catalogue)) if turn.answer else retold(turn.error)


def draw_question_box() -> None:
    """Draw the chat input."""
    st.chat_input(say("ask"), key=state.QUESTION, max_chars=4000, on_submit=state.ask_typed)


def _draw_turn(number: int, turn: Turn, assistant: Assistant, shown: OpenSource | None) -> None:
    catalogue = assistant.catalogue
    if turn.within:
        st.html(markup.paragraph(say("asked-of", documents=turn.within), "pc-note"))
    if turn.answer is None:
        if turn.error:
            st.error(as_label(retold(turn.error)), icon=":material/error:")
        else:
            st.html(markup.paragraph(say("chat-stopped"), "pc-statement"))
        return
    since = since_words(turn, catalogue)
    if since:
        st.html(markup.paragraph(since, "pc-note pc-warn"))
    view = view_answer(turn.answer, catalogue)
    is_open = partial(_is_open, shown, number)
    copies = choices_by_place(turn.answer, catalogue, arriving.page_address())
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
                    _draw_reference(number, quote, copies, open_now=is_open(quote))
    if view.nearest:
        st.html(markup.paragraph(say("nearest"), "pc-label"))
    for near in view.nearest:
        with st.container(key=f"near-{number}-{near.document}-{near.label}"):
            st.html(markup.paragraph(near.excerpt, "pc-excerpt"))
            _draw_reference(number, near, copies, open_now=is_open(near))


def _draw_preamble(number: int, turn: Turn, view: AnswerView) -> None:
    """Draw what comes before the quotes: how the question was read, and how sure the answer is."""
    if view.read_as:
        draw_reading(number, turn, view.read_as)
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


def _draw_reference(
    turn: int, view: QuoteView | NearView, copies: Copies, *, open_now: bool
) -> None:
    if not view.there:
        st.html(markup.gone(view.reference))
        return
    if view.changed:
        st.html(markup.paragraph(say("chat-changed"), "pc-note pc-warn"))
    place = f"{turn}-{view.document}-{view.label}"
    with st.container(key=f"cited-{place}", horizontal=True, gap="xsmall"):
        st.button(
            as_label(view.reference),
            key=f"reference-{place}",
            type="primary" if open_now else "secondary",
            on_click=state.open_source,
            args=(turn, view.document, view.label),
        )
        choices = copies.get((view.document, view.label), ())
        draw_copy_menu(choices, f"copy-{place}", about=view.reference)


def _draw_confidence(view: AnswerView) -> None:
    if not view.chance:
        st.html(markup.paragraph(view.sure, "pc-note"))
        return
    with st.popover(view.sure, type="tertiary"):
        st.markdown(f"{say('chance')} **{view.chance}**")
        st.html(markup.paragraph(say("chance-note"), "pc-note"))


def _draw_reasons(view: AnswerView) -> None:
    if not view.why:
        return
    with st.popover(say("why"), type="tertiary"):
        for sentence in view.why:
            st.html(markup.paragraph(sentence, "pc-note"))
