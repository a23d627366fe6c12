"""Which documents the chat asks, and what in them: what there is to choose, and it in words.

Knows no Streamlit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.scope import TEXTS, Scope, ScopeError, Shelf
from corpus.errors import UnknownDocumentError
from corpus.types import Document
from ui import wording
from ui.language import say
from ui.presentation import excerpt

_LONGEST_TITLE = 60
_MOST_NAMED = 3
_DEEPEST = 2
"""Level of headings down to which sections are offered: deeper ones make long lists."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person can choose among; what all documents share is no choice and left out.

    Attributes:
        documents: What is shown for each, by symbol, in the order of the library.
        bodies: In alphabetical order.
        kinds: Likewise.
        languages: Likewise.
        years: Of issue, the first one first.
        superseded: Whether a document has a newer revision in the library.
        headings: Of each document's sections, by symbol.
        texts: Kinds of text, as `assistant.scope.TEXTS` has them.
    """

    documents: dict[str, str]
    bodies: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    superseded: bool = False
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: tuple[str, ...] = tuple(TEXTS)

    def sections(self, documents: Sequence[str]) -> tuple[str, ...]:
        """Return the headings to choose among: those of the only document that is asked."""
        asked = documents or tuple(self.documents)
        return self.headings.get(asked[0], ()) if len(asked) == 1 else ()


def choices_of(documents: Sequence[Document]) -> Choices:
    """Return what can be chosen in a library."""
    about = [document.metadata for document in documents]
    return Choices(
        documents={document.symbol: document_name(document) for document in documents},
        bodies=_several(one.body for one in about),
        kinds=_several(one.kind for one in about),
        languages=_several(one.language for one in about),
        years=_several(one.date[:4] for one in about),
        superseded=any(document.superseded_by for document in documents),
        headings={document.symbol: _headings(document) for document in documents},
    )


def _headings(document: Document) -> tuple[str, ...]:
    """Return the outer headings that units stand under, in reading order, each once."""
    outer = (heading for unit in document.units for heading in unit.heading_path[:_DEEPEST])
    return tuple(dict.fromkeys(outer))


def document_name(document: Document) -> str:
    """Return a document's symbol and how its title begins, as a list shows it."""
    symbol, title = document.symbol, document.metadata.title
    if not title or title == symbol:
        return symbol
    return f"{symbol} · {excerpt(title, _LONGEST_TITLE)}"


def fitting(scope: Scope, choices: Choices) -> Scope:
    """Return a choice without what is not in the library any more."""
    documents = _still(scope.documents, choices.documents)
    return replace(
        scope,
        documents=documents,
        bodies=_still(scope.bodies, choices.bodies),
        kinds=_still(scope.kinds, choices.kinds),
        languages=_still(scope.languages, choices.languages),
        since=scope.since if scope.since in choices.years else "",
        until=scope.until if scope.until in choices.years else "",
        all_revisions=scope.all_revisions and choices.superseded,
        sections=_still(scope.sections, choices.sections(documents)),
        texts=_still(scope.texts, choices.texts),
    )


def in_words(scope: Scope) -> str:
    """Return a choice in a few words, empty if there is none."""
    if not is_chosen(scope):
        return ""
    named = [*scope.documents[:_MOST_NAMED]]
    if len(scope.documents) > _MOST_NAMED:
        named.append(say("and-more", number=len(scope.documents) - _MOST_NAMED))
    parts = [
        ", ".join(named),
        ", ".join(scope.bodies),
        wording.years(scope.since, scope.until),
        ", ".join(map(wording.document_kind, scope.kinds)),
        ", ".join(map(wording.language_name, scope.languages)),
        say("with-superseded") if scope.all_revisions else "",
        ", ".join(scope.sections),
        ", ".join(map(text_name, scope.texts)),
    ]
    return "; ".join(part for part in parts if part)


def text_name(text: str) -> str:
    """Return what a kind of text is called."""
    return say({"paragraphs": "text-paragraphs", "rows": "text-rows"}.get(text, "text-unnumbered"))


def is_chosen(scope: Scope) -> bool:
    """Tell whether anything is chosen."""
    return scope != Scope()


def looked_in(scope: Scope, shelf: Shelf) -> int | str:
    """Return how many documents a choice leaves, or why it leaves none, in the person's words."""
    if scope.since and scope.until and scope.until < scope.since:
        return say("years-turned")
    try:
        return len(shelf.select(scope))
    except (ScopeError, UnknownDocumentError):
        return say("no-document-fits")


def _several(values: Iterable[str]) -> tuple[str, ...]:
    """Return what there is, if not all documents have the same."""
    there = list(values)
    found = sorted({value for value in there if value})
    return tuple(found) if len(found) > 1 or (found and "" in there) else ()


def _still(chosen: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    known = set(there)
    return tuple(value for value in chosen if value in known)
