"""Questions that name an item of a document's agenda, or a document that it lists.

What a report has on an item stands in several places (`corpus.threads`), and hardly any of its
paragraphs repeats the number: so all of them are looked in first. Who asks for nothing but the
outcome ("What was recommended under agenda item 4?") is given what the report itself says the
outcome is; who asks where it stands is given the paragraph that says so. Such paragraphs, and
those that say who spoke, hardly name their subject, which stands in their heading: so they are
looked in first even where words alone name it; and so is the agenda where it is asked what it
lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.on_agenda import asks_what_is_on_agenda, counted_out
from assistant.pointed import ASKING, Pointed
from assistant.who_spoke import asks_who_spoke, tells_of_those
from corpus.catalogue import Catalogue
from corpus.mentions import Mention, find_items
from corpus.types import Located
from embeddings.lexical_index import tokenize

if TYPE_CHECKING:
    from corpus.threads import Thread

_WHERE = re.compile(
    r"\bwhere (?:do|does|did|is|are|was|were|can|could|may|might|in|exactly|else)\b"
    r"|\b(?:which|what) (?:parts?|paragraphs?|sections?|places?|pages?)\b|\bpointers?\b",
    re.IGNORECASE,
)
"""Asks for a place; "a line where victims can call" does not."""
_WHEN = re.compile(
    r"\bwhen\b|\b(?:which|what) (?:\w+ )?(?:days?|dates?|meetings?|sittings?)\b", re.IGNORECASE
)
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
        debates: Labels of what says who spoke before an outcome, by the label of each of its
            units; empty if that is not asked for, or the question names the item.
    """

    document: str
    thread: Thread
    rest: str
    singled_out: tuple[str, ...] = ()
    debates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
    asks_who = asks_who_spoke(question)
    asks_agenda = asks_what_is_on_agenda(question) and not (asks_who or _WHEN.search(question))
    asks_where = _asks_outcome(question) and _WHERE.search(question)
    for symbol in symbols:
        mentions = list(find_items(question, symbol))
        if not (mentions or asks_who or asks_agenda or asks_where):
            continue
        # A question that names no item need not wait for what finds them.
        from corpus.threads import Thread, Threads, join_threads

        threads = Threads(catalogue.document(symbol), catalogue.links(symbol))
        known = [thread for mention in mentions if (thread := threads.on(mention)) is not None]
        spoke = _asked_after(question, threads.speakers, symbol, catalogue) if asks_who else ()
        if known:
            thread = join_threads(known)
            spoke = tuple(label for label in spoke if label in thread.speakers)
            found.append(NamedItem(symbol, thread, _without(question, mentions), spoke))
        elif asks_who:
            debates = threads.debates
            found.append(NamedItem(symbol, Thread(threads.speakers), question, spoke, debates))
        elif asks_agenda:
            told = counted_out(question, threads.agenda_items)
            found.append(NamedItem(symbol, Thread(threads.agenda), question, told))
        elif asks_where:
            found.append(NamedItem(symbol, Thread(threads.pointers), question))
    return found


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
    """Return what says who spoke before a unit was adopted, where that is asked for.

    Args:
        items: What the question names.
        best: The unit that is nearest to the question, which may describe it.
        catalogue: The library's.
    """
    mine = (item for item in items if item.document == best.document)
    spoke = ((item.document, item.debates.get(best.unit.label, ())) for item in mine)
    return _located(spoke, catalogue)


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
