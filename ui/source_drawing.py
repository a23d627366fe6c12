"""Draws the source panel: a unit in its place, as text or as the file's page."""

from __future__ import annotations

import streamlit as st

from assistant.assistant import Assistant
from assistant.types import Citation
from corpus.catalogue import Catalogue
from corpus.errors import PinciteError
from corpus.readers.pdf_view import PageView, Sheet
from ui import arriving, markup, resources, state, walking, wording
from ui.conversation import Conversation, OpenSource
from ui.copy_choices import place_choices
from ui.copying import draw_copy_buttons
from ui.escaping import as_label
from ui.kept_drawing import draw_kept, draw_kept_names
from ui.kept_files import printed_of
from ui.language import say
from ui.lookup import answers_of, find_document, find_unit
from ui.presentation import excerpt
from ui.retelling import retold
from ui.section_drawing import draw_section_text, draw_section_ways
from ui.section_view import view_section
from ui.source import LinkView, SourceView, citations_of, view_source, words_to_box
from ui.source_steps import draw_bar, draw_ways
from ui.trail import Place, Trail

_VIEW = "source-view"
_QUOTE_LENGTH = 300
"""Characters of the boxed words that are read out."""


def draw_source(source: OpenSource, conversation: Conversation, assistant: Assistant) -> bool:
    """Draw the open source, and those kept open beside it; tell whether it is the file's page."""
    trail = walking.trail_to(source)
    with st.container(key="sources"):
        with st.container(key="source", border=True):
            as_page = _draw_open(source, conversation, assistant, trail)
            draw_kept_names(trail, assistant)
        draw_kept(trail, conversation, assistant)
    return as_page


def _draw_open(
    source: OpenSource, conversation: Conversation, assistant: Assistant, trail: Trail
) -> bool:
    catalogue = assistant.catalogue
    document = find_document(catalogue, source.document)
    if document is None or find_unit(catalogue, source.document, source.label) is None:
        _draw_gone()
        return False
    answers = answers_of(conversation, source.turn)
    section = None
    if source.section is not None:
        section = view_section(document, source.section, answers)
    if section is not None:
        _draw_head(markup.section_head(section))
        draw_bar(trail)
        with st.container(key="source-body"):
            draw_section_text(section, document, source.turn, "source-section")
        draw_section_ways(section, source.turn)
        return False
    citations = citations_of(answers)
    crossings = resources.shared_crossings(assistant)
    view = view_source(catalogue, source.document, source.label, citations, crossings)
    _draw_head(markup.source_head(view, chosen=source.chosen))
    draw_bar(trail)
    sheet = _sheet(source, citations, assistant)
    as_page = sheet is not None and state.shows_pages()
    if sheet is not None:
        _draw_page_or_text(sheet, view, source.turn, as_page=as_page)
    else:
        _draw_text(view, source.turn)
    _draw_ways(view, source.turn)
    choices = place_choices(
        catalogue, source.document, source.label, view.quote, arriving.page_address()
    )
    draw_copy_buttons(choices, key="copy", about=view.short_reference)
    return as_page


def _draw_head(head: str) -> None:
    with st.container(key="source-head", horizontal=True, vertical_alignment="top"):
        st.html(head)
        _draw_close()


def _sheet(
    source: OpenSource, citations: tuple[Citation, ...], assistant: Assistant
) -> Sheet | None:
    """Return the page to show; None if the file is not kept, or has no pages."""
    catalogue: Catalogue = assistant.catalogue
    boxed = words_to_box(catalogue, source.document, source.label, citations)
    if not boxed:
        return None
    path = printed_of(assistant.settings.home, catalogue.document(source.document))
    return None if path is None else Sheet(path, boxed, source.page)


def _draw_gone() -> None:
    st.html(markup.paragraph(say("source-gone"), "pc-note"))
    _draw_close()


def _draw_close() -> None:
    st.button(
        say("close"),
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
            say("show-as"),
            (say("as-text"), say("as-page")),
            default=say("as-page") if as_page else say("as-text"),
            required=True,
            label_visibility="collapsed",
            key=_VIEW,
            on_change=state.show_pages,
            args=(_VIEW, say("as-page")),
        )
        if isinstance(page, PageView):
            enlarge = st.button(say("enlarge"), key="enlarge", icon=":material/zoom_in:")
            if enlarge:
                st.dialog(say("as-page"), width="large")(_draw_enlarged)(page, view)
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
        return retold(str(error))


def _draw_text(view: SourceView, turn: int) -> None:
    with st.container(key="source-body"):
        st.html(markup.source_text(view))
        _draw_links(say("refers-to"), view.refers_to, view, turn)
        _draw_links(say("referred-to-by"), view.referred_to_by, view, turn)


def _draw_page(page: PageView, view: SourceView) -> None:
    with st.container(key="source-body"):
        st.html(_picture(page, view, whole=False))
    with st.container(key="page-steps", horizontal=True, gap="xsmall"):
        for name, icon, number in (
            (say("page-before"), "arrow_back", page.page - 1),
            (say("page-after"), "arrow_forward", page.page + 1),
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


def _draw_enlarged(page: PageView, view: SourceView) -> None:
    st.html(_picture(page, view, whole=True))


def _draw_ways(view: SourceView, turn: int) -> None:
    def place(label: str | None) -> Place | None:
        return None if label is None else Place(turn, view.document, label)

    up = place(view.parent)
    if up is None and view.section is not None:
        up = Place(turn, view.document, view.label, view.section)
    draw_ways(
        (
            (say("previous"), "chevron_left", place(view.before)),
            (say("up") if view.parent else say("read-section"), "arrow_upward", up),
            (say("next"), "chevron_right", place(view.after)),
        )
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
                args=(turn, link.document or view.document, link.label),
            )
