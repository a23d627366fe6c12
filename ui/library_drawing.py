"""Draws the library page with Streamlit's elements."""

from __future__ import annotations

import time
from collections.abc import Sequence

import streamlit as st

from assistant.scope import Scope
from assistant.settings import Settings
from corpus.errors import IndexMissingError, PinciteError
from embeddings.generations import current_generation
from embeddings.holdings import Holding
from embeddings.listing import list_holdings
from ui import about_view, library_markup, markup, resources, state
from ui import library_view as view
from ui.components import opened_place
from ui.escaping import as_label
from ui.language import say
from ui.library_report import draw_report
from ui.library_table import draw_table
from ui.library_work import LibraryWork, Task, adding, adding_the_shipped_report, removing
from ui.retelling import retold
from ui.uploads import (
    ENDINGS,
    MOST_FILES,
    MOST_MEGABYTES,
    MOST_MEGABYTES_TOGETHER,
    Upload,
    reason_refused,
)

_POLL_SECONDS = 0.5

_BROKEN = ""

_OPENED = "library-opened"
_ROUND = "library-round"
_DISMISSED = "library-dismissed"
_REMOVING = "library-removing"


def draw_page() -> None:
    """Draw what there is, what is being done, and how to add and remove."""
    settings, work = Settings(), resources.shared_work()
    st.title(say("page-library"), anchor=False)
    generation, holdings = _library(settings)
    opened = st.session_state.get(_OPENED)
    if opened is not None and any(holding.symbol == opened for holding in holdings):
        draw_report(str(opened), settings.home, on_back=_close_report, on_ask=_ask_it)
        return
    told = say(
        "library-held", documents=len(holdings), units=sum(holding.units for holding in holdings)
    )
    if not holdings:
        told = say("library-no-library") if generation is None else say("library-empty")
    if generation != _BROKEN:
        st.html(markup.paragraph(told, "pc-note"))
    if holdings:
        st.page_link(about_view.PAGE, label=say("about-title"), icon=":material/info:")
    _draw_work(work)
    _draw_adding(settings, work, first=not holdings)
    if holdings:
        _draw_documents(holdings, f"library-table-{generation}", settings, work)


def open_report(symbol: str) -> None:
    """Show the report of a document when the page is next opened."""
    st.session_state[_OPENED] = symbol


def _library(settings: Settings) -> tuple[str | None, tuple[Holding, ...]]:
    """Return the generation in use and what it holds; None and nothing if there is none.

    Of a damaged library the generation is `_BROKEN`, and what is wrong with it is drawn.
    """
    try:
        return current_generation(settings.home).name, list_holdings(settings.home)
    except IndexMissingError:
        return None, ()
    except PinciteError as error:
        # It can be mended here: what is added makes a new one.
        st.error(as_label(retold(str(error))), icon=":material/error:")
        return _BROKEN, ()


def _draw_work(work: LibraryWork) -> None:
    """Draw how far the work is; while it runs, this part alone is drawn again and again."""
    if work.running:
        st.fragment(_follow, run_every=_POLL_SECONDS)(work)
        return
    latest = work.latest
    if latest is None or st.session_state.get(_DISMISSED) == latest.number:
        return
    with st.container(key="library-outcome", border=True):
        if latest.state == "failed":
            st.error(as_label(retold(latest.error)), icon=":material/error:")
        else:
            with st.container(key="library-outcome-lines"):
                st.html(library_markup.outcome(latest.outcome))
        st.button(
            say("library-dismiss"), key="library-dismiss", on_click=_dismiss, args=(latest.number,)
        )


def _follow(work: LibraryWork) -> None:
    latest = work.latest
    if latest is None or latest.state != "running":
        st.rerun()
    told = view.progress_words(latest, time.monotonic())
    with st.container(key="library-progress", horizontal=True, vertical_alignment="center"):
        st.progress(view.share_done(latest), text=as_label(told))
        st.button(
            say("library-stop"), key="library-stop", disabled=latest.stopping, on_click=work.stop
        )
    if latest.stopping:
        st.html(markup.paragraph(say("library-stopping"), "pc-note"))


def _draw_adding(settings: Settings, work: LibraryWork, *, first: bool) -> None:
    with st.expander(say("library-add-documents"), expanded=first, icon=":material/upload_file:"):
        if work.running:
            st.html(markup.paragraph(say("library-work-goes-on"), "pc-note"))
            return
        limits = say(
            "library-limits",
            files=MOST_FILES,
            megabytes=MOST_MEGABYTES,
            together=MOST_MEGABYTES_TOGETHER,
        )
        st.html(markup.paragraph(limits, "pc-note"))
        files = st.file_uploader(
            say("library-choose-files"),
            type=[ending.removeprefix(".") for ending in ENDINGS],
            accept_multiple_files=True,
            max_upload_size=MOST_MEGABYTES,
            key=f"library-files-{st.session_state.get(_ROUND, 0)}",
        )
        refused = reason_refused([file.size for file in files])
        if refused:
            st.warning(as_label(refused), icon=":material/warning:")
        with st.container(key="library-add", horizontal=True):
            if st.button(say("library-add"), type="primary", disabled=not files or bool(refused)):
                uploads = [Upload(file.name, file.getbuffer()) for file in files]
                # Another uploader, an empty one, comes in the place of this one.
                st.session_state[_ROUND] = int(st.session_state.get(_ROUND, 0)) + 1
                _start(work, adding(settings, uploads))
            if first and st.button(say("library-add-shipped")):
                _start(work, adding_the_shipped_report(settings))
        st.html(markup.paragraph(say("library-stays-here"), "pc-note"))


def _start(work: LibraryWork, task: Task) -> None:
    if not work.start(task):
        st.toast(say("somebody-at-it"))
        return
    st.rerun()


def _draw_documents(
    holdings: Sequence[Holding], key: str, settings: Settings, work: LibraryWork
) -> None:
    rows = view.rows_of(holdings)
    symbols = [row.symbol for row in rows]
    # Above the table: what is chosen far down can be acted on without going there.
    actions = st.container(key="library-actions")
    chosen = draw_table(rows, key, on_open=lambda: _open_report(symbols, key))
    with actions:
        _draw_actions(chosen, settings, work)


def _draw_actions(chosen: Sequence[str], settings: Settings, work: LibraryWork) -> None:
    asked = st.session_state.get(_REMOVING) == tuple(chosen) and bool(chosen)
    with st.container(key="library-chosen", horizontal=True, vertical_alignment="center"):
        if not chosen:
            st.html(markup.paragraph(say("library-how-to"), "pc-note"))
            return
        st.html(markup.paragraph(say("library-chosen", number=len(chosen)), "pc-label"))
        if st.button(say("library-ask-these"), key="library-ask", icon=":material/chat:"):
            _ask_it(*chosen)
            st.switch_page("chat.py")
        st.button(
            say("library-remove"),
            key="library-remove",
            icon=":material/delete:",
            disabled=work.running or asked,
            on_click=_ask_to_remove,
            args=(tuple(chosen),),
        )
    if asked:
        _draw_confirmation(chosen, settings, work)


def _draw_confirmation(chosen: Sequence[str], settings: Settings, work: LibraryWork) -> None:
    with st.container(key="library-confirm", border=True):
        st.html(markup.paragraph(say("library-remove-these", number=len(chosen)), "pc-label"))
        st.html(markup.paragraph(view.named(chosen), "pc-note"))
        st.html(markup.paragraph(say("library-to-get-back"), "pc-note"))
        with st.container(key="library-confirm-row", horizontal=True):
            if st.button(say("library-remove"), key="library-confirmed", type="primary"):
                st.session_state[_REMOVING] = None
                _start(work, removing(settings.home, chosen))
            st.button(
                say("library-keep"), key="library-keep", on_click=_ask_to_remove, args=(None,)
            )


def _ask_to_remove(symbols: tuple[str, ...] | None) -> None:
    st.session_state[_REMOVING] = symbols


def _open_report(symbols: Sequence[str], key: str) -> None:
    place = opened_place(key)
    if place is not None and 0 <= place < len(symbols):
        st.session_state[_OPENED] = symbols[place]


def _close_report() -> None:
    st.session_state[_OPENED] = None


def _dismiss(number: int) -> None:
    st.session_state[_DISMISSED] = number


def _ask_it(*symbols: str) -> None:
    """Let the chat ask these documents alone."""
    state.choose(Scope(documents=symbols))
