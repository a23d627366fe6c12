"""What can be copied of a citation, or of a whole answer, and under which name. No Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant import citation_styles as styles
from assistant.citation_styles import Cited, cited_units, metadata_of
from assistant.types import Answer
from corpus.catalogue import Catalogue
from corpus.types import Located, Unit
from ui.addresses import address_of, format_address
from ui.language import say, spoken

Choice = tuple[str, str]
"""What a button says, and the text that it copies."""

_KEPT = 1024
"""Choices that are kept, some 3 KB each: a page draws those of the whole chat again and again."""

Copies = Mapping[tuple[str, str], tuple[Choice, ...]]
"""What can be copied of each unit, by symbol and label."""


def copy_choices(cited: Sequence[Cited], page: str) -> tuple[Choice, ...]:
    """Return the forms in which what is cited can be copied, together.

    Args:
        cited: What is copied; of nothing there is no choice.
        page: Where the chat is served; links to its paragraphs begin with it.
    """
    return _copy_choices(tuple(cited), page, spoken()) if cited else ()


@lru_cache(maxsize=_KEPT)
def _copy_choices(cited: tuple[Cited, ...], page: str, language: str) -> tuple[Choice, ...]:
    del language  # the key: the names are in it

    def link_of(symbol: str, unit: Unit) -> str:
        return page + format_address(address_of(Located(symbol, unit)))

    choices = [
        (say("copy-reference"), styles.as_reference(cited)),
        (say("copy-quote"), styles.as_quotes(cited)),
        (say("copy-footnote"), styles.as_footnote(cited)),
        (say("copy-markdown"), styles.as_markdown_quotes(cited, link_of)),
        (say("copy-bibtex"), styles.as_bibtex_entries(cited)),
        (say("copy-ris"), styles.as_ris_records(cited)),
    ]
    if len(cited) == 1 and page:
        choices.append((say("copy-link"), link_of(cited[0].metadata.symbol, cited[0].unit)))
    return tuple(choices)


def place_choices(
    catalogue: Catalogue, symbol: str, label: str, quote: str, page: str
) -> tuple[Choice, ...]:
    """Return the forms in which a unit of the library can be copied with words quoted from it.

    Raises:
        UnknownDocumentError: No such document.
        UnknownReferenceError: The document has no such unit.
    """
    metadata = catalogue.document(symbol).metadata
    return copy_choices([Cited(metadata, catalogue.unit(symbol, label), (quote,))], page)


def answer_choices(answer: Answer, catalogue: Catalogue, page: str) -> tuple[Choice, ...]:
    """Return the forms in which all that an answer cites can be copied together.

    None where it cites one unit alone, which can be copied by itself.
    """
    cited = cited_units(answer.citations, catalogue)
    return copy_choices(cited, page) if len(cited) > 1 else ()


def choices_by_place(answer: Answer, catalogue: Catalogue, page: str) -> Copies:
    """Return what can be copied of each unit that an answer shows, by symbol and label.

    Of the nearest units, which do not answer, all words are the quote.
    """
    cited = [
        *cited_units(answer.citations, catalogue),
        *(Cited(metadata_of(catalogue, hit.document), hit.unit) for hit in answer.nearest),
    ]
    return {(one.metadata.symbol, one.unit.label): copy_choices([one], page) for one in cited}
