"""Draws the evaluation page with Streamlit's elements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from assistant.marks import marks_file
from assistant.settings import Settings
from corpus.errors import PinciteError
from eval.commands.compare import grids
from eval.compare import Comparison, compare
from eval.library import OWN_SYSTEMS, SYSTEMS
from eval.peers import missing_peers
from eval.report import markup as report
from eval.report.cards import Card, make_cards
from eval.report.page import HERE
from eval.report.plots import make_plots
from eval.report.recorded import VERDICTS, RecordedRun, RecordedSystem, read_run
from eval.report.sections import Section, make_sections
from eval.report.tables import kinds_grid, overall_grid
from ui import evaluation_view as view
from ui import markup, resources, state, wording
from ui.escaping import as_label, visible
from ui.evaluation_plots import draw_plots
from ui.evaluation_runs import BackgroundRuns, evaluate_into, finished_runs
from ui.evaluation_words import evaluation_words, kind_name, set_name, verdict_name
from ui.language import say
from ui.retelling import retold

CHAT = "chat.py"
_KEPT_RUNS = 12
_POLL_SECONDS = 0.7


@st.cache_resource(show_spinner=False)
def shared_runs() -> BackgroundRuns:
    """Return the one place that all visitors' runs are in."""
    return BackgroundRuns(evaluate_into)


@st.cache_resource(show_spinner=False, max_entries=_KEPT_RUNS)
def recorded_run(folder: str, written: int) -> RecordedRun:
    """Read a run once; `written` is when its file was, so that a new one is read anew."""
    return read_run(Path(folder))


@st.cache_resource(show_spinner=False, max_entries=_KEPT_RUNS)
def shared_comparison(
    _first: RecordedSystem, _second: RecordedSystem, key: tuple[object, ...]
) -> Comparison:
    """Compare two systems once: the permutations take seconds.

    Args:
        _first: What is compared with.
        _second: What is compared.
        key: Tells these two from all others.
    """
    return compare(_first, _second)


def key_of(run: RecordedRun, system: RecordedSystem) -> tuple[str, ...]:
    """Return what tells a run's system from all others."""
    return str(run.folder), run.created, system.name


def results_root(home: Path) -> Path:
    """Return where runs that were started here are kept."""
    return home / "evaluations"


def draw_page() -> None:
    """Draw everything: what to run, what runs, and what has been found."""
    st.html(HERE / "cards.css")
    st.title(say("page-evaluation"), anchor=False)
    st.html(markup.paragraph(say("evaluation-note"), "pc-note"))
    home = Settings().home
    runs = shared_runs()
    chosen = _draw_start(runs, view.set_choices(marks_file(home), home), results_root(home))
    _draw_progress(runs)
    found = _runs_of(chosen.name, (results_root(home), Path("eval-results")))
    if not found:
        st.info(say("no-runs"))
        return
    _draw_results(found)


def _draw_start(runs: BackgroundRuns, sets: Sequence[view.SetChoice], root: Path) -> view.SetChoice:
    latest = runs.latest
    names = [one.name for one in sets]
    first = names.index(latest.set_name) if latest and latest.set_name in names else 0
    with st.container(key="evaluation-start", horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox(
            say("set"),
            names,
            index=first,
            format_func=set_name,
            key="evaluation-set",
            width=180,
        )
        chosen = sets[names.index(name)]
        missing = missing_peers()
        systems = st.multiselect(
            say("systems"),
            [system for system in SYSTEMS if system not in missing],
            default=list(OWN_SYSTEMS),
            key="evaluation-systems",
        )
        pressed = st.button(
            say("start"),
            key="evaluation-run",
            icon=":material/play_arrow:",
            type="primary",
            disabled=runs.running,
        )
    if pressed and not systems:
        st.warning(say("no-system"))
    elif pressed:
        runs.start(chosen.name, chosen.path, systems, chosen.home, root)
        st.rerun()
    return chosen


def _draw_progress(runs: BackgroundRuns) -> None:
    """Draw how far the run is; while it runs, this part alone is drawn again and again."""
    if runs.running:
        st.fragment(_follow, run_every=_POLL_SECONDS)(runs)
        return
    latest = runs.latest
    if latest and latest.state == "failed":
        st.error(as_label(retold(latest.error)), icon=":material/error:")
    elif latest and latest.state == "cancelled":
        st.html(markup.paragraph(say("run-cancelled"), "pc-note"))


def _follow(runs: BackgroundRuns) -> None:
    latest = runs.latest
    if latest is None or latest.state != "running":
        st.rerun()
    share = latest.done / latest.total if latest.total else 0.0
    with st.container(key="evaluation-progress", horizontal=True, vertical_alignment="center"):
        st.progress(
            min(share, 1.0),
            text=as_label(wording.running(latest.stage, latest.done, latest.total)),
        )
        st.button(say("cancel-run"), key="evaluation-cancel", on_click=runs.cancel)


def _runs_of(set_name: str, roots: Sequence[Path]) -> dict[str, RecordedRun]:
    """Return the finished runs of a set by name, newest first; damaged ones are left out."""
    found: dict[str, RecordedRun] = {}
    wanted = marks_file(Path()).stem if set_name == say("own-set") else set_name
    for folder in finished_runs(roots):
        try:
            written = (folder / "results.json").stat().st_mtime_ns
            run = recorded_run(str(folder.resolve()), written)
        except (PinciteError, OSError):
            continue
        if run.set_name == wanted:
            name = folder.name if folder.name not in found else str(folder)
            found[visible(name)] = run
    return found


def _draw_results(found: dict[str, RecordedRun]) -> None:
    with st.container(key="evaluation-choice", horizontal=True):
        # A new run is a new list, which begins with it.
        name = st.selectbox(say("run"), list(found), key=f"evaluation-run-of-{next(iter(found))}")
        run = found[name]
        section = make_sections([run])[0]
        systems = [named.name for named in section.systems]
        system = systems.index(
            st.selectbox(say("shown-system"), systems, format_func=visible, key="evaluation-system")
        )
    shown = st.segmented_control(
        say("view"),
        (say("figures"), say("questions"), say("comparison")),
        default=say("figures"),
        required=True,
        label_visibility="collapsed",
        key="evaluation-view",
    )
    if shown == say("questions"):
        _draw_questions(section, system)
    elif shown == say("comparison"):
        _draw_comparison(found, name, system)
    else:
        words = evaluation_words()
        draw_plots(report.plots(make_plots(section, system, words)), key="evaluation-plots")
        st.html(report.table(overall_grid(section, words)))
        st.html(report.table(kinds_grid(section, words)))


def _draw_questions(section: Section, system: int) -> None:
    cards = make_cards(section, system, evaluation_words())
    with st.container(key="evaluation-filters", horizontal=True):
        kinds = st.multiselect(
            say("kinds"),
            section.kinds,
            format_func=kind_name,
            placeholder=say("all-kinds"),
            key="evaluation-kinds",
        )
        verdicts = st.multiselect(
            say("outcomes"),
            list(VERDICTS),
            default=list(view.FAILED),
            format_func=verdict_name,
            key="evaluation-verdicts",
        )
        order = st.selectbox(
            say("order"),
            list(view.ORDERS),
            format_func=view.order_name,
            key="evaluation-order",
            width=220,
        )
    chosen = view.choose_cards(cards, kinds, verdicts, order)
    if not chosen:
        st.info(say("no-questions"))
        return
    pages = view.page_count(len(chosen))
    number = 1
    if pages > 1:
        # Another choice of questions begins at its first page.
        key = f"evaluation-page-{len(chosen)}-{order}"
        number = int(st.number_input(say("page-number"), 1, pages, key=key, width=140))
    st.html(
        markup.paragraph(
            say("page-of", number=number, pages=pages, questions=len(chosen)), "pc-note"
        )
    )
    for card in view.page_cards(chosen, number):
        _draw_card(card)


def _draw_card(card: Card) -> None:
    with st.container(key=f"evaluation-card-{card.id}"):
        st.html(report.card(card, evaluation_words()))
        if st.button(
            say("open-in-chat"),
            key=f"evaluation-open-{card.id}",
            icon=":material/chat:",
        ):
            try:
                resources.shared_assistant()
            except PinciteError as error:
                st.error(as_label(retold(str(error))), icon=":material/error:")
            else:
                state.ask_anew(card.question, card.history)
                st.switch_page(CHAT)


def _draw_comparison(found: dict[str, RecordedRun], shown: str, system: int) -> None:
    ours = found[shown].systems[system]
    others = view.comparable(found, shown, ours.name)
    if not others:
        st.info(say("nothing-to-compare"))
        return
    with st.container(key="evaluation-comparison", horizontal=True):
        name = st.selectbox(say("compare-with"), list(others), key="evaluation-other")
        names = others[name]
        theirs = st.selectbox(
            say("other-system"),
            names,
            index=names.index(ours.name) if ours.name in names else 0,
            format_func=visible,
            key=f"evaluation-other-system-{name}",
        )
    other = next(one for one in found[name].systems if one.name == theirs)
    try:
        with st.spinner(say("comparing")):
            difference = shared_comparison(
                other, ours, (*key_of(found[name], other), *key_of(found[shown], ours))
            )
    except PinciteError:
        st.error(say("evaluation-nothing-in-common"), icon=":material/error:")
        return
    first, second = f"{other.name} ({name})", f"{ours.name} ({shown})"
    for grid in grids(difference, first, second, evaluation_words()):
        st.html(report.table(grid))
    st.html(view.changes(say("won", number=len(difference.won)), difference.won))
    st.html(view.changes(say("lost", number=len(difference.lost)), difference.lost))
