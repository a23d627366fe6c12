"""Draws what one can do with a question: change it, ask it again, switch versions, delete it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant.assistant import Assistant
from assistant.scope import Scope
from ui import chat_state, markup, resources, state
from ui.conversation import Conversation, Turn
from ui.escaping import as_label, visible
from ui.language import say
from ui.suggestions import suggest
from ui.turns import again_words


def draw_question(number: int, turn: Turn, assistant: Assistant, chosen: Scope) -> None:
    """Draw a question with what can be done with it, or the form in which it is changed.

    Args:
        number: Position of the turn.
        turn: The turn.
        assistant: Over the library.
        chosen: The documents that are chosen beside the chat and still there.
    """
    if state.edited(number) == "question":
        _draw_form(number, turn, assistant)
        return
    st.html(markup.question(turn.question))
    with st.container(
        key=f"actions-turn-{number}", horizontal=True, gap="xsmall", vertical_alignment="center"
    ):
        if turn.versions > 1:
            _draw_versions(number, turn)
        _action(number, "edit", say("chat-edit"), "edit", state.edit, (number, "question"))
        again = again_words(turn, assistant.catalogue, chosen)
        if again:
            _action(number, "again", as_label(again), "refresh", state.ask_again, (number,))
        _action(number, "delete", say("chat-delete"), "delete", state.delete_turn, (number,))


def draw_reading(number: int, turn: Turn, read_as: str) -> None:
    """Draw how a question was read, with a way to change it."""
    if state.edited(number) == "reading":
        with st.form(f"edit-reading-form-{number}", border=False):
            st.text_input(
                say("chat-edit-reading"),
                value=turn.reading or read_as,
                key=state.edit_key(number, "reading"),
                max_chars=4000,
            )
            _draw_form_buttons(number)
        return
    with st.container(key=f"reading-{number}", horizontal=True, wrap=False, gap="xsmall"):
        st.html(markup.read_as(read_as))
        _action(number, "read", say("chat-edit-read-as"), "edit", state.edit, (number, "reading"))


def draw_pending(number: int, text: str) -> None:
    """Draw the question that is being worked on, with a way to stop it."""
    st.html(markup.question(text))
    _draw_looking(number)


@st.fragment(run_every=0.3)
def _draw_looking(number: int) -> None:
    found = state.pending()
    if found is None or found.done():
        st.rerun()
    with st.container(key=f"looking-{number}", horizontal=True, vertical_alignment="center"):
        st.html(markup.told(say("chat-looking")))
        st.button(say("chat-stop"), key="stop", icon=":material/stop:", on_click=state.stop)


def draw_suggestions(conversation: Conversation, assistant: Assistant) -> None:
    """Draw what one may want to read next, under the last answer."""
    answer = conversation.turns[-1].answer
    if answer is None:
        return
    asked = [turn.question for turn in conversation.turns]
    found = suggest(answer, assistant.catalogue, asked)
    if not found:
        return
    with st.container(key="suggestions", horizontal=True, gap="xsmall"):
        for place, suggestion in enumerate(found):
            st.button(
                as_label(suggestion.label),
                key=f"suggestion-{place}",
                on_click=state.ask,
                args=(suggestion.question,),
            )


def _draw_versions(number: int, turn: Turn) -> None:
    for name, icon, version in (
        (say("chat-version-before"), "chevron_left", turn.version - 1),
        (say("chat-version-after"), "chevron_right", turn.version + 1),
    ):
        _action(
            number,
            "before" if version < turn.version else "after",
            name,
            icon,
            state.switch_version,
            (number, version),
            disabled=not 1 <= version <= turn.versions,
        )
        if version < turn.version:
            st.html(
                markup.paragraph(
                    say("chat-version-of", version=turn.version, versions=turn.versions), "pc-note"
                )
            )


def _draw_form(number: int, turn: Turn, assistant: Assistant) -> None:
    choices = resources.shared_choices(assistant)
    with st.form(f"edit-question-form-{number}", border=False):
        st.text_area(
            say("chat-edit-question"),
            value=turn.question,
            key=state.edit_key(number, "question"),
            max_chars=4000,
            height="content",
        )
        if len(choices.documents) > 1:
            st.multiselect(
                say("chat-edit-documents"),
                list(choices.documents),
                default=[one for one in turn.scope.documents if one in choices.documents],
                format_func=lambda symbol: visible(choices.documents[symbol]),
                placeholder=say("all-documents"),
                key=state.edit_key(number, "documents"),
            )
        _draw_form_buttons(number)


def _draw_form_buttons(number: int) -> None:
    with st.container(key=f"edit-row-{number}", horizontal=True, gap="xsmall"):
        st.form_submit_button(
            say("chat-ask-again"),
            key=f"edit-ask-{number}",
            type="primary",
            on_click=state.ask_edited,
            args=(number,),
        )
        st.form_submit_button(
            say("cancel"), key=f"edit-cancel-{number}", on_click=state.stop_editing
        )


def _action(
    number: int,
    name: str,
    label: str,
    icon: str,
    act: Callable[..., None],
    args: tuple[object, ...],
    *,
    disabled: bool = False,
) -> None:
    st.button(
        label,
        key=f"{name}-turn-{chat_state.chat_key()}-{number}",
        icon=f":material/{icon}:",
        type="tertiary",
        disabled=disabled,
        on_click=act,
        args=args,
    )
