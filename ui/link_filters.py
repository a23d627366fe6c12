"""What a link asks: the documents, and what in them: ``&in=A/80/66&in=A/80/67&since=2024``.

Knows no Streamlit. A link of another library may name what this one does not have: that is left
out, and said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from assistant.scope import Scope, Shelf
from ui.filters import choices_of, fitting
from ui.language import listed, say

SUPERSEDED = "superseded"

_MANY = {
    "in": "documents",
    "body": "bodies",
    "kind": "kinds",
    "language": "languages",
    "section": "sections",
    "text": "texts",
}
"""Parameters that may be repeated, and the limits that they set."""

_ONE = {"since": "since", "until": "until"}

PARAMETERS = (*_MANY, *_ONE, SUPERSEDED)
"""Names of the parameters, in the order in which a link has them."""

MOST_VALUES = 200
"""Values that a link names: some 6,000 characters of symbols, which every browser takes."""

LONGEST_VALUE = 500
"""Characters of a symbol or a name; what is longer is none."""

_MOST_TOLD = 3

_Means = Callable[[str], tuple[str, ...]]
"""Returns what a value of a link means in the library; nothing if the library has no such thing."""

_NO = {"", "0", "no", "false", "off"}
_YEAR = re.compile(r"[0-9]{4}")


def scope_parameters(scope: Scope) -> dict[str, list[str]]:
    """Return the parameters of a link by name, each with its values; of no limit, none."""
    named = {name: list(getattr(scope, field)) for name, field in _MANY.items()}
    named |= {name: [getattr(scope, field)] for name, field in _ONE.items()}
    named[SUPERSEDED] = ["yes"] if scope.all_revisions else []
    kept = {name: [value for value in values if value] for name, values in named.items()}
    return {name: values for name, values in kept.items() if values}


def parse_scope(parameters: Mapping[str, Sequence[str]]) -> Scope:
    """Return the limits that a link says, as they are written in it.

    Of a parameter that stands once, the last value counts.
    """
    said = {name: _said(parameters.get(name, ())) for name in PARAMETERS}
    return Scope(
        documents=said["in"],
        bodies=said["body"],
        kinds=said["kind"],
        languages=said["language"],
        sections=said["section"],
        texts=said["text"],
        since="".join(said["since"][-1:]),
        until="".join(said["until"][-1:]),
        all_revisions="".join(said[SUPERSEDED][-1:]).casefold() not in _NO,
    )


def is_short(scope: Scope) -> bool:
    """Tell whether a link can have these limits: at most `MOST_VALUES` values."""
    return sum(map(len, scope_parameters(scope).values())) <= MOST_VALUES


def find_scope(wanted: Scope, shelf: Shelf) -> tuple[Scope, str]:
    """Return the limits of a link in today's library, and in a line what it does not have of them.

    Names are those that the library writes; a year is the nearest one inside the limit. What
    limits nothing, because all documents share it, is left out without a word. A section is one
    of the only document that is asked.

    Args:
        wanted: The limits that the link says, at most `MOST_VALUES` values.
        shelf: The documents there are.
    """
    about = [document.metadata for document in shelf.documents]
    choices = choices_of(shelf.documents)
    years = sorted({one.date[:4] for one in about if one.date})
    unknown: dict[str, list[str]] = {}

    def find(name: str, values: Sequence[str], means: _Means) -> tuple[str, ...]:
        meant = {value: means(value) if len(value) <= LONGEST_VALUE else () for value in values}
        unknown[name] = [value for value, names in meant.items() if not names]
        return tuple(dict.fromkeys(name for names in meant.values() for name in names))

    documents = find("in", wanted.documents, partial(_symbol, shelf))
    found = Scope(
        documents=documents if len(about) > 1 else (),
        bodies=find("body", wanted.bodies, _name_in(one.body for one in about)),
        kinds=find("kind", wanted.kinds, _name_in(one.kind for one in about)),
        languages=find("language", wanted.languages, _name_in(one.language for one in about)),
        sections=find("section", wanted.sections, _name_in(choices.sections(documents))),
        texts=find("text", wanted.texts, _name_in(choices.texts)),
        since="".join(find("since", _one(wanted.since), partial(_first_from, years))),
        until="".join(find("until", _one(wanted.until), partial(_last_up_to, years))),
        all_revisions=wanted.all_revisions,
    )
    return fitting(found, choices), _told(unknown.pop("in"), unknown)


def cut(text: str) -> str:
    """Return what a link says, short enough to be said in a line."""
    return text if len(text) <= 80 else f"{text[:79]}…"


def _said(values: Sequence[str]) -> tuple[str, ...]:
    stripped = (value.strip() for value in values)
    return tuple(dict.fromkeys(value for value in stripped if value))


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _symbol(shelf: Shelf, value: str) -> tuple[str, ...]:
    document = shelf.find(value)
    return () if document is None else (document.symbol,)


def _name_in(names: Iterable[str]) -> _Means:
    """Return what finds the name that a value is, however it is written, else all with its words.

    Args:
        names: Those there are, in any order; one may be there twice or be empty.
    """
    there = {name: _folded(name) for name in names if name}

    def find(value: str) -> tuple[str, ...]:
        wanted = _folded(value)
        same = [name for name, folded in there.items() if folded == wanted]
        words = re.compile(rf"\b{re.escape(wanted)}\b")
        return tuple(same or (name for name, folded in there.items() if words.search(folded)))

    return find


def _first_from(years: Sequence[str], value: str) -> tuple[str, ...]:
    return tuple(year for year in years if _YEAR.fullmatch(value) and year >= value)[:1]


def _last_up_to(years: Sequence[str], value: str) -> tuple[str, ...]:
    return tuple(year for year in years if _YEAR.fullmatch(value) and year <= value)[-1:]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _told(gone: Sequence[str], unknown: Mapping[str, Sequence[str]]) -> str:
    limits = [f"{name}={value}" for name, values in unknown.items() for value in values]
    told = []
    if gone:
        told.append(say("link-unknown-documents", documents=_listed(gone)))
    if limits:
        told.append(say("link-unknown-limits", limits=_listed(limits)))
    return " ".join(told)


def _listed(values: Sequence[str]) -> str:
    shown = [cut(value) for value in values[:_MOST_TOLD]]
    if len(values) > _MOST_TOLD:
        return ", ".join([*shown, say("and-more", number=len(values) - _MOST_TOLD)])
    return listed(shown)
