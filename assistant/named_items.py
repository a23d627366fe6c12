"""Questions that name an item of a document's agenda, or a document that it lists.

What a report has on an item stands in several places (`corpus.threads`), and hardly any of its
paragraphs repeats the number: so all of them are looked in first. Who asks for nothing but the
outcome ("What was recommended under agenda item 4?") is given what the report itself says the
outcome is; who asks where it stands is given the paragraph that says so. Such paragraphs, and
those that say who spoke, hardly name their subject, which stands in their heading: so they are
looked in first even where words alone name it; and so is the agenda where it is asked what it
lists. Who describes a debate and asks for its papers, its day or its outcome names nothing: what is
nearest to the words tells which item it was on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.on_agenda import asks_what_is_on_agenda, asks_which_item, counted_out
from assistant.pointed import ASKING, Pointed
from assistant.who_spoke import asks_who_spoke, tells_of_those
from corpus.catalogue import Catalogue
from corpus.mentions import Mention, find_items
from corpus.types import Located
from embeddings.lexical_index import tokenize

if TYPE_CHECKING:
    from corpus.threads import Thread, Threads

_WHERE = re.compile(
    r"\bwhere (?:do|does|did|is|are|was|were|can|could|may|might|in|exactly|else)\b"
    r"|\b(?:which|what) (?:parts?|paragraphs?|sections?|places?|pages?)\b|\bpointers?\b",
    re.IGNORECASE,
)
"""Asks for a place; "a line where victims can call" does not."""
_DAY = r"\b(?:which|what) (?:\w+ )?(?:days?|dates?|meetings?|sittings?)\b"
_WHEN = re.compile(rf"\bwhen\b|{_DAY}", re.IGNORECASE)
_SAT = re.compile(rf"\bwhen (?:was|were|did)\b|{_DAY}", re.IGNORECASE)
"""Asks when something was; "when should they be told" asks what to do."""
_PAPERS = re.compile(
    r"\b(?:which|what) (?:\w+ )?(?:papers?|documents?|notes?)\b|\bsymbols?\b"
    r"|\bbackground (?:papers?|documents?|notes?)\b",
    re.IGNORECASE,
)
_DEBATE = re.compile(
    r"\bdebat|\bdiscuss|\bdeliberat|\bpanel|\bconsidered\b|\bexchange of views\b"
    r"|\b(?:came|taken|took|brought) up\b|\bon the table\b|\bin front of\b"
    r"|\bbefore (?:them|(?:the )?(?:delegat|meeting|working group|committee|board|group))",
    re.IGNORECASE,
)
"""Tells that a question is about what went before an outcome."""
_TITLED = re.compile(r"\b(?:decision|resolution)s? \d", re.IGNORECASE)
"""A document's title, not what a meeting ended with."""
_OUTCOME = frozenset(
    tokenize(
        "recommendation recommended recommend decision decided decide conclusion concluded outcome"
        " result adopted agreed endorsed"
    )
)
_MORE = re.compile(
    r"\b(?:who|whom|whose|when|why|how(?! many)|whether|not|never|no|except|besides|other"
    r"|instead)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Asks of an outcome what it does not say itself, or for all but it."""
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|final)\b", re.IGNORECASE)
_GENERAL = ASKING | frozenset(
    tokenize(
        "came come emerged resulted everything complete whole list all every many first last final"
        " entire agenda item discussion debate hold stand"
    )
)


@dataclass(frozen=True, slots=True)
class NamedItem:
    """What a document has on what a question names.

    Attributes:
        document: Its symbol.
        thread: What it has.
        rest: The question without the words that name it.
        singled_out: Labels of those of its units that fit the question's words best.
        behind: Labels of what is asked for of the agenda item that a unit is about, by its label;
            empty if nothing is, or the question names the item.
    """

    document: str
    thread: Thread
    rest: str
    singled_out: tuple[str, ...] = ()
    behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def asked_for(self) -> tuple[str, ...]:
        """Labels of what is asked for: who spoke, when, the outcome, or where that stands."""
        if asks_who_spoke(self.rest):
            found = self.thread.speakers
        elif _WHEN.search(self.rest):
            found = self.thread.sittings
        elif not _asks_outcome(self.rest):
            found = ()
        elif _WHERE.search(self.rest):
            found = self.thread.pointers
        elif self.asks_no_more and _FIRST.search(self.rest):
            found = self.thread.outcome[:1]
        elif self.asks_no_more and _LAST.search(self.rest):
            found = self.thread.outcome[-1:]
        else:
            found = self.thread.outcome
        return found

    @property
    def asks_no_more(self) -> bool:
        """Whether nothing else is asked."""
        if _MORE.search(self.rest):
            return False
        return set(tokenize(self.rest)) <= _OUTCOME | _GENERAL


def read_items(question: str, symbols: Sequence[str], catalogue: Catalogue) -> list[NamedItem]:
    """Return what each of some documents has on the items that a question names.

    Args:
        question: Its own words.
        symbols: Of the documents that it is asked of.
        catalogue: The library's.
    """
    found = []
    role, on_agenda = _role(question), _asks_of_agenda(question)
    asks_where = _asks_outcome(question) and _WHERE.search(question)
    for symbol in symbols:
        mentions = list(find_items(question, symbol))
        if not (mentions or role or on_agenda or asks_where):
            continue
        # A question that names no item need not wait for what finds them.
        from corpus.threads import Thread, Threads, join_threads

        threads = Threads(catalogue.document(symbol), catalogue.links(symbol))
        known = [thread for mention in mentions if (thread := threads.on(mention)) is not None]
        spoke: tuple[str, ...] = ()
        if role == "speakers":
            spoke = _asked_after(question, threads.speakers, symbol, catalogue)
        if known:
            thread = join_threads(known)
            spoke = tuple(label for label in spoke if label in thread.speakers)
            found.append(NamedItem(symbol, thread, _without(question, mentions), spoke))
        elif role == "speakers":
            behind = _behind(threads, role)
            found.append(NamedItem(symbol, Thread(threads.speakers), question, spoke, behind))
        elif on_agenda:
            told = counted_out(question, threads.agenda_items)
            behind = _entries(threads) if asks_which_item(question) and not told else {}
            found.append(NamedItem(symbol, Thread(threads.agenda), question, told, behind))
        elif role or asks_where:
            units = threads.pointers if asks_where else ()
            behind = _behind(threads, role) if role else {}
            found.append(NamedItem(symbol, Thread(units), question, behind=behind))
    return found


def _behind(threads: Threads, role: str) -> dict[str, tuple[str, ...]]:
    """Return what plays a role on the agenda item that a unit is about, by the unit's label."""
    return {label: getattr(thread, role) for label, thread in threads.by_unit.items()}


def _entries(threads: Threads) -> dict[str, tuple[str, ...]]:
    """Return the agenda's entry for the item that a unit is about, by the unit's label."""
    entries = set(threads.agenda_items)
    return {
        label: tuple(unit for unit in thread.units if unit in entries)
        for label, thread in threads.by_unit.items()
    }


def _asks_of_agenda(question: str) -> bool:
    """Tell whether it is asked what the agenda lists, and not when that was taken up."""
    return asks_what_is_on_agenda(question) and not _WHEN.search(question)


def _role(question: str) -> str:
    """Return what a question asks for of a debate, which it may only describe; empty for nothing.

    Returns:
        The name of an attribute of `Thread`.
    """
    if asks_who_spoke(question):
        return "speakers"
    if not _DEBATE.search(question):
        return ""
    if _SAT.search(question):
        return "sittings"
    if _PAPERS.search(question):
        return "papers"
    return "pointers" if _asks_outcome(question) else ""


def _asked_after(
    question: str, speakers: Sequence[str], symbol: str, catalogue: Catalogue
) -> tuple[str, ...]:
    """Return those of the units that say who spoke which tell of speakers as a question does."""
    title = catalogue.document(symbol).metadata.title
    texts = {label: catalogue.unit(symbol, label).text for label in speakers}
    return tuple(label for label in speakers if tells_of_those(question, texts[label], title))


def _asks_outcome(question: str) -> bool:
    return not _OUTCOME.isdisjoint(tokenize(_TITLED.sub(" ", question)))


def _without(question: str, mentions: Iterable[Mention]) -> str:
    rest, at = "", 0
    for mention in mentions:
        rest, at = rest + question[at : mention.start], mention.end
    return " ".join((rest + question[at:]).split())


def units_on(items: Iterable[NamedItem], catalogue: Catalogue) -> tuple[Located, ...]:
    """Return what documents have on items, what the question's words single out twice."""
    units = ((item.document, item.thread.units + item.singled_out) for item in items)
    return _located(units, catalogue)


def units_asked_for(items: Iterable[NamedItem], catalogue: Catalogue) -> tuple[Located, ...]:
    """Return what is asked for of items, as `NamedItem.asked_for` does."""
    return _located(((item.document, item.asked_for) for item in items), catalogue)


def units_behind(
    items: Iterable[NamedItem], best: Located, catalogue: Catalogue
) -> tuple[Located, ...]:
    """Return what is asked for of the agenda item that the nearest unit is about.

    Args:
        items: What the question names.
        best: The unit that is nearest to the question, which may describe it.
        catalogue: The library's.
    """
    mine = (item for item in items if item.document == best.document)
    # Counted as what is asked for of an item that is named.
    behind = ((item.document, 2 * item.behind.get(best.unit.label, ())) for item in mine)
    return _located(behind, catalogue)


def _located(
    labels: Iterable[tuple[str, Sequence[str]]], catalogue: Catalogue
) -> tuple[Located, ...]:
    return tuple(
        Located(document, catalogue.unit(document, label))
        for document, some in labels
        for label in some
    )


def read_outcome(items: Sequence[NamedItem], catalogue: Catalogue) -> Pointed | None:
    """Return what is asked for of items, None if something else is asked, or more."""
    places = units_asked_for((item for item in items if item.asks_no_more), catalogue)
    return Pointed(places, "") if places else None
