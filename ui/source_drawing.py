"""Draws the source panel: a unit in its place, as text or as the file's page."""

from __future__ import annotations

import streamlit as st

from assistant.assistant import Assistant
from corpus.catalogue import Catalogue
from corpus.errors import PinciteError
from corpus.readers.pdf_view import PageView, Sheet
from ui import markup, resources, state, wording
from ui.conversation import Conversation, OpenSource
from ui.copying import draw_copy_buttons
from ui.escaping import as_label
from ui.kept_files import original_of
from ui.lookup import find_unit
from ui.presentation import excerpt
from ui.source import LinkView, SourceView, view_source, words_to_box

_VIEW = "source-view"
_QUOTE_LENGTH = 300
"""Characters of the boxed words that are read out."""


def draw_source(source: OpenSource, conversation: Conversation, assistant: Assistant) -> bool:
    """Draw the open source; return whether it is shown as the file's page."""
    catalogue = assistant.catalogue
    if find_unit(catalogue, source.document, source.label) is None:
        _draw_gone()
        return False
    answer = conversation.turns[source.turn].answer
    citations = answer.citations if answer else ()
    view = view_source(catalogue, source.document, source.label, citations)
    sheet = _sheet(source, conversation, assistant)
    as_page = sheet is not None and state.shows_pages()
    with st.container(key="source", border=True):
        with st.container(key="source-head", horizontal=True, vertical_alignment="top"):
            st.html(markup.source_head(view, chosen=source.chosen))
            _draw_close()
        if sheet is not None:
            _draw_page_or_text(sheet, view, source.turn, as_page=as_page)
        else:
            _draw_text(view, source.turn)
        _draw_steps(view, source.turn)
        draw_copy_buttons(
            (
                (wording.COPY_REFERENCE, view.reference),
                (wording.COPY_QUOTE, f"“{view.quote}” ({view.reference})"),
            ),
            key="copy",
        )
    return as_page


def _sheet(source: OpenSource, conversation: Conversation, assistant: Assistant) -> Sheet | None:
    """Return the page to show; None if the file is not kept, or has no pages."""
    catalogue: Catalogue = assistant.catalogue
    answer = conversation.turns[source.turn].answer
    citations = answer.citations if answer else ()
    words = words_to_box(catalogue, source.document, source.label, citations)
    if not words:
        return None
    path = original_of(assistant.settings.home, catalogue.document(source.document))
    return None if path is None else Sheet(path, words, source.page)


def _draw_gone() -> None:
    with st.container(key="source", border=True):
        st.html(markup.paragraph(wording.SOURCE_GONE, "pc-note"))
        _draw_close()


def _draw_close() -> None:
    st.button(
        wording.CLOSE,
        key="close",
        icon=":material/close:",
        type="tertiary",
        on_click=state.close_source,
    )


def _draw_page_or_text(sheet: Sheet, view: SourceView, turn: int, *, as_page: bool) -> None:
    page: PageView | str | None = _page(sheet) if as_page else None
    with st.container(
        key="source-views", horizontal=True, gap="small", vertical_alignment="center"
    ):
        st.segmented_control(
            wording.SHOW_AS,
            (wording.AS_TEXT, wording.AS_PAGE),
            default=wording.AS_PAGE if as_page else wording.AS_TEXT,
            required=True,
            label_visibility="collapsed",
            key=_VIEW,
            on_change=state.show_pages,
            args=(_VIEW, wording.AS_PAGE),
        )
        if isinstance(page, PageView):
            enlarge = st.button(wording.ENLARGE, key="enlarge", icon=":material/zoom_in:")
            if enlarge:
                _draw_enlarged(page, view)
    if page is None:
        _draw_text(view, turn)
    elif isinstance(page, str):
        with st.container(key="source-body"):
            st.error(as_label(page), icon=":material/error:")
    else:
        _draw_page(page, view)


def _page(sheet: Sheet) -> PageView | str:
    """Return the page, or why it cannot be shown."""
    try:
        return resources.shared_pages().view(sheet)
    except PinciteError as error:
        return str(error)


def _draw_text(view: SourceView, turn: int) -> None:
    with st.container(key="source-body"):
        st.html(markup.source_text(view))
        _draw_links(wording.REFERS_TO, view.refers_to, view, turn)
        _draw_links(wording.REFERRED_TO_BY, view.referred_to_by, view, turn)


def _draw_page(page: PageView, view: SourceView) -> None:
    with st.container(key="source-body"):
        st.html(_picture(page, view, whole=False))
    with st.container(key="page-steps", horizontal=True, gap="xsmall"):
        for name, icon, number in (
            (wording.PAGE_BEFORE, "arrow_back", page.page - 1),
            (wording.PAGE_AFTER, "arrow_forward", page.page + 1),
        ):
            st.button(
                name,
                key=f"page-{icon}",
                icon=f":material/{icon}:",
                icon_position="right" if number > page.page else "left",
                disabled=not 1 <= number <= page.pages,
                on_click=state.turn_to,
                args=(number,),
            )


def _picture(page: PageView, view: SourceView, *, whole: bool) -> str:
    boxed = page.boxed is not None
    quote = excerpt(view.quote, _QUOTE_LENGTH)
    return markup.source_page(
        page,
        wording.page_alternative(page.page, view.document, quote, boxed=boxed),
        wording.page_of_file(page.page, page.pages, boxed=boxed),
        whole=whole,
    )


@st.dialog(wording.AS_PAGE, width="large")
def _draw_enlarged(page: PageView, view: SourceView) -> None:
    st.html(_picture(page, view, whole=True))


def _draw_steps(view: SourceView, turn: int) -> None:
    with st.container(key="source-steps", horizontal=True, gap="xsmall"):
        for name, icon, step in (
            (wording.PREVIOUS, "chevron_left", view.before),
            (wording.UP, "arrow_upward", view.parent),
            (wording.NEXT, "chevron_right", view.after),
        ):
            st.button(
                name,
                key=f"step-{name}",
                icon=f":material/{icon}:",
                icon_position="right" if name == wording.NEXT else "left",
                disabled=step is None,
                on_click=state.open_source,
                args=(turn, view.document, step),
            )


def _draw_links(name: str, links: tuple[LinkView, ...], view: SourceView, turn: int) -> None:
    """Draw references to follow, each a button that opens its paragraph in the panel."""
    if not links:
        return
    with st.container(key=f"links-{name}", horizontal=True, gap="xsmall"):
        st.html(markup.paragraph(name, "pc-note"))
        for link in links:
            st.button(
                as_label(link.reference),
                key=f"link-{name}-{link.label}-{link.reference}",
                type="tertiary",
                on_click=state.open_source,
                args=(turn, view.document, link.label),
            )
