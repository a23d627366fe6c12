"""Permanent links: ``?doc=CTOC/COP/WG.4/2011/8&para=51(j)(iii)&digest=…``, and what they open.

Knows no Streamlit. A link says which paragraph, what its words were (a digest of them), which
question was asked, and of which documents (`link_filters`). One that leads nowhere leads to what is
nearest, and says so in one line.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import quote

from assistant.scope import Scope, Shelf
from corpus.display import display
from corpus.errors import ReferenceSyntaxError, UnknownReferenceError
from corpus.labels import Label, number_key, split_label
from corpus.references import parse_reference
from corpus.resolve import units_in
from corpus.types import Document, Located, Unit
from ui import link_filters, wording
from ui.language import say
from ui.link_filters import cut, find_scope, is_short, parse_scope, scope_parameters
from ui.retelling import retold

DOCUMENT, PARAGRAPH, DIGEST, QUESTION = "doc", "para", "digest", "q"

PARAMETERS = (DOCUMENT, PARAGRAPH, DIGEST, QUESTION, *link_filters.PARAMETERS)
"""Names of a link's parameters, in the order in which it has them."""

LONGEST_QUESTION = 4000
"""Characters of a question, as the chat takes them."""

_LONGEST_PLACE = 500
"""Characters of a symbol or a label; what is longer is none."""

_DIGEST = re.compile(r"[0-9a-f]{8}")

_PLAIN = "/:(),;@!*'"
"""What RFC 3986 lets stand in a query beside letters, digits and ``-._~``, so that a link can be
read; ``&``, ``+``, ``=`` and ``$`` are written as numbers."""


@dataclass(frozen=True, slots=True)
class Address:
    """What a link says; each empty if it does not say it.

    Attributes:
        document: Symbol of a document.
        label: A paragraph's label, or a reference as people write it.
        digest: `text_digest` of the paragraph's words when the link was made.
        question: A question to ask.
        scope: The documents to ask, as the link names them.
    """

    document: str = ""
    label: str = ""
    digest: str = ""
    question: str = ""
    scope: Scope = Scope()

    @property
    def is_document(self) -> bool:
        """Whether it leads to a document as a whole, with nothing asked."""
        return bool(self.document) and not (self.label or self.question)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a link leads to.

    Attributes:
        place: The paragraph to open; None for none.
        notice: What is not as the link says, in one line; empty if all is.
        question: The question to ask; empty for none.
        scope: The documents to ask, as the library names them.
    """

    place: Located | None = None
    notice: str = ""
    question: str = ""
    scope: Scope = Scope()


def text_digest(text: str) -> str:
    """Return eight hexadecimal digits that differ where the words do.

    White space and the ways in which Unicode writes one letter make no difference.
    """
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()[:8]


def address_of(place: Located, question: str = "") -> Address:
    """Return the address of a unit, with the question it was opened from if there is one."""
    return Address(place.document, place.unit.label, text_digest(place.unit.text), question)


def format_address(address: Address) -> str:
    """Return the query of a link, ``?doc=…&para=…``; of an empty address, an empty string."""
    pairs = [(name, text) for name, said in parameters_of(address).items() for text in said]
    query = "&".join(f"{name}={quote(text, safe=_PLAIN, errors='replace')}" for name, text in pairs)
    return f"?{query}" if query else ""


def parameters_of(address: Address) -> dict[str, list[str]]:
    """Return the values of a link's parameters by name, those that say nothing left out."""
    named = {
        DOCUMENT: address.document,
        PARAGRAPH: address.label,
        DIGEST: address.digest,
        QUESTION: address.question,
    }
    return {name: [text] for name, text in named.items() if text} | scope_parameters(address.scope)


def parse_address(parameters: Mapping[str, Sequence[str]]) -> Address:
    """Return what a link says; parameters of other names count for nothing.

    Args:
        parameters: Their values by name. Of a document, paragraph, digest or question that is
            there more than once, the last one counts.
    """
    document, label, digest, question = (
        "".join(parameters.get(name, ())[-1:]).strip()
        for name in (DOCUMENT, PARAGRAPH, DIGEST, QUESTION)
    )
    return Address(document, label, digest, question, parse_scope(parameters))


def arrive(address: Address, shelf: Shelf) -> Arrival:
    """Return what a link leads to in today's library.

    An unknown document leads to no paragraph; an unknown paragraph to where its words stand now,
    or else to what is nearest in the document; changed words to the paragraph all the same.
    Documents to ask count with a question, or alone; beside a paragraph they count for nothing.
    """
    question, scope = address.question, Scope()
    found = _arrive_at_place(address, shelf)
    told = [found.notice]
    if len(question) > LONGEST_QUESTION:
        question = ""
        told.append(say("link-question-too-long", most=LONGEST_QUESTION))
    if question or not (address.document or address.label or address.question):
        if is_short(address.scope):
            scope, unknown = find_scope(address.scope, shelf)
            told.append(unknown)
        else:
            question = ""
            told.append(say("link-filter-too-long", most=link_filters.MOST_VALUES))
    return Arrival(found.place, " ".join(text for text in told if text), question, scope)


def _arrive_at_place(address: Address, shelf: Shelf) -> Arrival:
    if not address.document and not address.label:
        return Arrival()
    if not address.document and len(shelf.documents) > 1:
        return Arrival(notice=say("link-without-document"))
    short = len(address.document) <= _LONGEST_PLACE
    document = shelf.find(address.document) if short else None
    if not address.document and shelf.documents:
        document = shelf.documents[0]
    if document is None:
        return Arrival(notice=_no_document(address.document, shelf))
    if not document.units:
        return Arrival(notice=say("nothing-in", symbol=document.symbol))
    if not address.label:
        return Arrival(Located(document.symbol, document.units[0]))
    unit = _named(address.label, document)
    if isinstance(unit, str):
        return _nearest(unit, address, document)
    return Arrival(Located(document.symbol, unit), _changed(unit, address.digest, document))


def _no_document(symbol: str, shelf: Shelf) -> str:
    known = {one.symbol.casefold(): one.symbol for one in shelf.documents}
    close = get_close_matches(symbol[:_LONGEST_PLACE].casefold(), known, n=1, cutoff=0.75)
    return wording.no_document(cut(symbol), known[close[0]] if close else "")


def _named(label: str, document: Document) -> Unit | str:
    """Return the unit that a link names, or why there is none.

    Of a range it is the first; a reference as people write it (``para. 51 (j)``) is read too.
    """
    for unit in document.units:
        if unit.label == label:
            return unit
    if len(label) > _LONGEST_PLACE:
        return say("not-a-paragraph", label=cut(label))
    try:
        return units_in(parse_reference(label).parts, document)[0].unit
    except ReferenceSyntaxError:
        return say("not-a-paragraph", label=cut(label))
    except UnknownReferenceError as error:
        return retold(str(error))


def _nearest(reason: str, address: Address, document: Document) -> Arrival:
    """Return where a paragraph's words stand now, or else what is nearest to its number."""
    moved = _with_digest(address.digest, document)
    if moved is not None:
        told = say("words-are-now-in", reference=display(moved.label))
        return Arrival(Located(document.symbol, moved), f"{reason} {told}")
    unit = _near(address.label, document)
    told = say("nearest-is", reference=display(unit.label))
    return Arrival(Located(document.symbol, unit), f"{reason} {told}")


def _changed(unit: Unit, digest: str, document: Document) -> str:
    """Return that a paragraph's words are not those of the link; empty if they are."""
    if not digest or digest == text_digest(unit.text):
        return ""
    if _DIGEST.fullmatch(digest) is None:
        return say("link-damaged")
    moved = _with_digest(digest, document)
    told = say("text-has-changed", reference=display(unit.label))
    return f"{told} {say('words-are-now-in', reference=display(moved.label))}" if moved else told


def _with_digest(digest: str, document: Document) -> Unit | None:
    """Return the only unit with those words, None if there is none or there are several."""
    if _DIGEST.fullmatch(digest) is None:
        return None
    alike = [unit for unit in document.units if text_digest(unit.text) == digest]
    return alike[0] if len(alike) == 1 else None


def _near(label: str, document: Document) -> Unit:
    """Return the paragraph that a sub-paragraph would stand in, else the one of nearest number.

    Of two as near it is the first; where no number tells, the first unit of the document.
    """
    by_label = {unit.label: unit for unit in document.units}
    wanted = next(_readings(label), Label("", cell=label))
    for depth in range(len(wanted.steps) - 1, 0, -1):
        above = by_label.get(Label(wanted.division, wanted.steps[:depth]).text)
        if above is not None:
            return above
    if wanted.steps:
        beside = [
            (abs(_number(taken) - _number(wanted)), place)
            for place, taken in enumerate(split_label(unit.label) for unit in document.units)
            if taken.division == wanted.division and len(taken.steps) == 1
        ]
        if beside:
            return document.units[min(beside)[1]]
    return document.units[0]


def _readings(label: str) -> Iterator[Label]:
    try:
        yield split_label(parse_reference(label[:_LONGEST_PLACE]).parts[0].first)
    except ReferenceSyntaxError:
        return


def _number(label: Label) -> int:
    return number_key(label.steps[0])[0][0]
