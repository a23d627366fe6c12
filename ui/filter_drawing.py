"""Draws the choice of what is asked above the question box, and keeps what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.assistant import Assistant
from assistant.scope import Scope
from ui import markup, resources, state, wording
from ui.escaping import visible
from ui.filters import Choices, fitting, in_words, is_chosen, looked_in, text_name
from ui.language import say

_KEYS = (
    "documents",
    "bodies",
    "kinds",
    "languages",
    "since",
    "until",
    "all_revisions",
    "sections",
    "texts",
)


def draw_filter(assistant: Assistant) -> None:
    """Draw which documents are asked, and what in them."""
    choices = resources.shared_choices(assistant)
    scope = fitting(state.scope(), choices)
    total = len(choices.documents)
    found = looked_in(scope, assistant.shelf) if is_chosen(scope) else total
    with st.container(key="filter", horizontal=True, gap="small", vertical_alignment="center"):
        several = total > 1
        with st.popover(
            say("filter" if several else "filter-within"),
            icon=":material/filter_list:",
            key="filter-choices",
        ):
            _draw_choices(scope, choices)
        if not is_chosen(scope):
            if several:
                st.html(markup.paragraph(say("all-of", total=total), "pc-note"))
            return
        if isinstance(found, str):
            st.html(markup.paragraph(found, "pc-note pc-warn"))
        else:
            number = f"{say('filtered', number=found, total=total)}: " if several else ""
            words = f"{number}{in_words(scope)}"
            st.html(markup.paragraph(words, "pc-note pc-chosen-documents"))
        st.button(
            say("clear"),
            key="filter-clear",
            icon=":material/close:",
            type="tertiary",
            on_click=_clear,
        )


def _draw_choices(scope: Scope, choices: Choices) -> None:
    if len(choices.documents) > 1:
        _draw_many(say("filter-documents"), "documents", list(choices.documents), scope, choices)
    for label, name, options in (
        (say("filter-bodies"), "bodies", choices.bodies),
        (say("filter-kinds"), "kinds", choices.kinds),
        (say("filter-languages"), "languages", choices.languages),
    ):
        if options:
            _draw_many(label, name, options, scope, choices)
    sections = choices.sections(scope.documents)
    if sections:
        _draw_many(say("filter-sections"), "sections", sections, scope, choices)
    _draw_many(say("filter-texts"), "texts", choices.texts, scope, choices)
    if choices.years:
        with st.container(key="filter-years", horizontal=True):
            for label, name in ((say("filter-since"), "since"), (say("filter-until"), "until")):
                _draw_year(label, name, choices.years, scope)
    if choices.superseded:
        _set("all_revisions", scope.all_revisions)
        st.checkbox(say("filter-superseded"), key=_key("all_revisions"), on_change=_choose)


def _draw_many(
    label: str, name: str, options: Sequence[str], scope: Scope, choices: Choices
) -> None:
    _set(name, list(getattr(scope, name)))
    names: dict[str, str] = choices.documents if name == "documents" else {}
    if name == "texts":
        names = {text: text_name(text) for text in options}
    elif name == "kinds":
        names = {kind: wording.document_kind(kind) for kind in options}
    elif name == "languages":
        names = {code: wording.language_name(code) for code in options}
    st.multiselect(
        label,
        options,
        format_func=lambda option: visible(str(names.get(option, option))),
        placeholder=say("all-documents"),
        key=_key(name),
        on_change=_choose,
    )


def _draw_year(label: str, name: str, years: Sequence[str], scope: Scope) -> None:
    _set(name, getattr(scope, name) or None)
    st.selectbox(
        label, years, index=None, placeholder=say("any"), key=_key(name), on_change=_choose
    )


def _key(name: str) -> str:
    return f"filter-{name}-{state.scope_round()}"


def _set(name: str, value: object) -> None:
    """Let a widget show what is chosen: Streamlit forgets it on another page."""
    st.session_state[_key(name)] = value


def _choose() -> None:
    """Keep what the widgets say."""
    told = {name: st.session_state.get(_key(name)) for name in _KEYS}

    def many(name: str) -> tuple[str, ...]:
        found = told[name]
        return tuple(str(one) for one in found) if isinstance(found, list) else ()

    state.keep_choice(
        Scope(
            documents=many("documents"),
            bodies=many("bodies"),
            kinds=many("kinds"),
            languages=many("languages"),
            since=str(told["since"] or ""),
            until=str(told["until"] or ""),
            all_revisions=bool(told["all_revisions"]),
            sections=many("sections"),
            texts=many("texts"),
        )
    )


def _clear() -> None:
    state.choose(Scope())
