from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.catalogue import Catalogue
from corpus.types import Document
from ui.conversation import Turn
from ui.language import say
from ui.presentation import view_answer
from ui.since import digests_of, since_words

if TYPE_CHECKING:
    from tests.ui.conftest import AnswerMaker


def rewritten(document: Document, label: str, text: str) -> Document:
    """Return the document with other words of the same length under a label."""
    units = tuple(
        replace(unit, text=text) if unit.label == label else unit for unit in document.units
    )
    return replace(document, units=units, content_hash="other")


def test_nothing_is_said_while_the_library_is_the_same(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    answer = make.answer(make.citation("1", "Alpha opens."))
    digests = digests_of(answer, catalogue)
    assert digests == (("A/TEST/1", "A/TEST/1"),)  # the digest of these documents is their symbol
    assert since_words(Turn("What?", answer, digests=digests), catalogue) == ""


def test_a_cited_paragraph_with_other_words_now_is_marked_and_quoted_as_it_was(
    catalogue: Catalogue, make: AnswerMaker, make_document: Callable[..., Document]
) -> None:
    answer = make.answer(make.citation("1", "Alpha opens."), make.citation("3", "Gamma"))
    turn = Turn("What?", answer, digests=digests_of(answer, catalogue))
    library = Catalogue([rewritten(make_document(), "1", "Omega opens. It is short.")])
    assert since_words(turn, library) == say("chat-quotes-changed")
    [block] = view_answer(answer, library).blocks
    assert [(quote.texts, quote.there, quote.changed) for quote in block.quotes] == [
        (("Alpha opens.",), True, True),
        (("Gamma",), True, False),
    ]


def test_a_document_that_changed_elsewhere_is_told_apart(
    catalogue: Catalogue, make: AnswerMaker, make_document: Callable[..., Document]
) -> None:
    answer = make.answer(make.citation("1", "Alpha opens."))
    turn = Turn("What?", answer, digests=digests_of(answer, catalogue))
    library = Catalogue([rewritten(make_document(), "3", "Delta ends.")])
    assert since_words(turn, library) == say("chat-quotes-stand")


def test_a_removed_document_counts_as_changed(catalogue: Catalogue, make: AnswerMaker) -> None:
    answer = make.answer(nearest=("1",))
    turn = Turn("What?", answer, digests=digests_of(answer, catalogue))
    assert since_words(turn, Catalogue([])) == say("chat-quotes-changed")
    [near] = view_answer(answer, Catalogue([])).nearest
    assert (near.there, near.changed) == (False, False)
