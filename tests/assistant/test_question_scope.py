"""Which documents a question is asked of, by options and by its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.conversation import read_question
from assistant.question_scope import AskedOf, ScopeReader
from assistant.scope import Scope, Shelf
from embeddings.library import Library
from tests.support.many_documents import review
from tests.support.small_library import garden, open_garden


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_garden(
        tmp_path_factory.mktemp("many"),
        review("A/HRC/1/1", "Kenya", aliases=("S/2024/7",)),
        review("A/HRC/1/2", "Norway"),
        review("A/HRC/1/3", "Palau", superseded_by="A/HRC/1/3/Rev.1"),
        review("A/HRC/1/3/Rev.1", "Palau"),
    ).library


@pytest.fixture(scope="module")
def reader(library: Library) -> ScopeReader:
    return ScopeReader(library, Shelf(library.catalogue))


def asked(reader: ScopeReader, question: str, *history: str, scope: Scope | None = None) -> AskedOf:
    return reader.read(read_question(question, history), scope or Scope())


CURRENT = ("A/HRC/1/1", "A/HRC/1/2", "A/HRC/1/3/Rev.1")


def test_a_question_that_names_nothing_is_asked_of_all_that_is_current(
    reader: ScopeReader,
) -> None:
    found = asked(reader, "Who lent the spade?")
    assert (found.symbols, found.limited, found.note, found.looked_in) == (CURRENT, False, "", ())
    assert found.strengths is None
    everything = asked(reader, "Who lent the spade?", scope=Scope(all_revisions=True))
    assert everything.symbols is None


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("A/HRC/1/2, what did Sweden recommend?", "what did Sweden recommend?"),
        ("in a/hrc/1/2, what did Sweden recommend", "what did Sweden recommend"),
        ("What did Sweden recommend in document A/HRC/1/2?", "What did Sweden recommend ?"),
        ("According to A/HRC/1/2: what did Sweden say?", "what did Sweden say?"),
        # Nothing is left to search for: it is searched as it stands.
        ("A/HRC/1/2?", "A/HRC/1/2?"),
    ],
)
def test_a_symbol_in_the_question_is_a_limit_and_not_searched_for(
    reader: ScopeReader, question: str, searched: str
) -> None:
    found = asked(reader, question)
    assert (found.symbols, found.limited, found.named) == (("A/HRC/1/2",), True, ("A/HRC/1/2",))
    assert found.read.text == searched
    assert found.note == "Looked in A/HRC/1/2, which the question names."


def test_a_document_goes_by_its_other_symbols_too(reader: ScopeReader) -> None:
    assert asked(reader, "What does S/2024/7 say of spades?").symbols == ("A/HRC/1/1",)
    both = asked(reader, "Compare A/HRC/1/2 and S/2024/7 on spades.")
    assert both.symbols == ("A/HRC/1/1", "A/HRC/1/2")
    assert both.note == "Looked in A/HRC/1/1 and A/HRC/1/2, which the question names."


def test_a_superseded_document_that_is_named_is_looked_in(reader: ScopeReader) -> None:
    assert asked(reader, "A/HRC/1/3, who lent it?").symbols == ("A/HRC/1/3",)


def test_a_symbol_that_is_spoken_of_or_unknown_is_searched_for(reader: ScopeReader) -> None:
    for question in (
        "Which gardeners refer to A/HRC/1/2?",
        "What do the gardeners say about A/HRC/1/2?",
        "What does A/RES/55/25 ask of gardeners?",
    ):
        found = asked(reader, question)
        assert (found.symbols, found.limited, found.read.text) == (CURRENT, False, question)
    # Nothing else is asked: the document itself is meant.
    assert asked(reader, "Tell me about A/HRC/1/2").symbols == ("A/HRC/1/2",)


def test_words_of_a_title_are_a_preference(reader: ScopeReader) -> None:
    found = asked(reader, "What did Sweden recommend to Kenya about spades?")
    assert (found.symbols, found.limited) == (CURRENT, False)
    assert found.strengths is not None
    assert found.strengths.tolist() == [1.0, 0.0, 0.0, 0.0]
    assert found.spared == (("What did Sweden recommend to about spades?", (0,)),)
    assert found.named == found.looked_in == ("A/HRC/1/1",)
    assert found.note == (
        "Looked first in A/HRC/1/1 (Report of the Working Group on Gardens: Kenya): "
        "words of the question name it."
    )


def test_words_name_no_document_outside_the_limits(reader: ScopeReader) -> None:
    limits = Scope(documents=("A/HRC/1/2", "A/HRC/1/3"))
    found = asked(reader, "What was recommended to Kenya?", scope=limits)
    assert found.strengths is None
    assert found.note == "Looked in A/HRC/1/2 and A/HRC/1/3."
    assert found.looked_in == ("A/HRC/1/2", "A/HRC/1/3")
    # Nor does a symbol.
    assert asked(reader, "A/HRC/1/1, what was said?", scope=limits).symbols == limits.documents
    narrower = asked(reader, "A/HRC/1/2, what was said?", scope=limits)
    assert narrower.symbols == ("A/HRC/1/2",)


def test_many_documents_are_told_by_the_limits(reader: ScopeReader) -> None:
    found = asked(
        reader, "Who lent the spade?", scope=Scope(bodies=("Garden Council",), all_revisions=True)
    )
    assert found.note == 'Looked in 4 documents of the library: --body "Garden Council".'
    assert (found.symbols, found.looked_in) == (None, ())


def test_a_follow_up_is_asked_of_the_document_spoken_of(reader: ScopeReader) -> None:
    earlier = "What did Sweden recommend in A/HRC/1/1?"
    found = asked(reader, "And about spades?", earlier)
    assert found.symbols == ("A/HRC/1/1",)
    assert found.read.background == "What did Sweden recommend ?"
    # Another document asked the same.
    other = asked(reader, "And in A/HRC/1/2?", earlier)
    assert other.symbols == ("A/HRC/1/2",)
    assert (other.read.text, other.read.background) == ("What did Sweden recommend ?", "")
    by_words = asked(reader, "And about spades?", "What did Sweden recommend to Kenya?")
    assert by_words.named == ("A/HRC/1/1",)
    assert by_words.spared == ()


def test_in_a_library_of_one_document_nothing_is_read_into_words(tmp_path: Path) -> None:
    library = open_garden(tmp_path, garden("G/1")).library
    alone = ScopeReader(library, Shelf(library.catalogue))
    for question in ("G/1, who lent the spade?", "What does the report on the garden say?"):
        read = read_question(question)
        assert alone.read(read, Scope()) == AskedOf(read)
    named = alone.read(read_question("Who?"), Scope(documents=("g/1",)))
    assert (named.symbols, named.note, named.looked_in) == (None, "Looked in G/1.", ())
