"""Two documents that refer to each other, made by hand."""

from __future__ import annotations

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import UnknownDocumentError
from corpus.outward import Crossing, Crossings
from corpus.types import Document, Metadata, Unit


def document(
    symbol: str, *texts: str, aliases: tuple[str, ...] = (), notes: tuple[str, ...] = ()
) -> Document:
    """Return a document of paragraphs 1, 2, …; the footnotes are the first one's."""
    whole, units = "", []
    for number, text in enumerate(texts, start=1):
        start, end = len(whole), len(whole) + len(text)
        whole += f"{text}\n"
        label, below = str(number), notes if number == 1 else ()
        unit = Unit(label, "paragraph", f"{label}.", text, "", (), None, start, end, None, 9, below)
        units.append(unit)
    about = Metadata(symbol=symbol, title=symbol, aliases=aliases)
    return Document(about, (), whole, (), tuple(units), (), symbol)


@pytest.fixture
def crossings() -> Crossings:
    report = document("A/80/6", "It rains.", "It snows.", "See A/80/7, as well as A/80/99.")
    letter = document(
        "A/80/7",
        "As paragraph 2 of A/80/6 has it, and paragraph 9 of A/80/6, it snows.",
        "Winter is long (A/80/6, paras. 1 and 2).",
        "A/80/7 is this letter, and S/2025/9 is the other one.",
        notes=("1 See A/80/6, para. 1.",),
    )
    other = document("A/80/8", "It is dry.", aliases=("S/2025/9",))
    return Crossings(Catalogue([report, letter, other]))


def test_paragraphs_of_another_document_are_found(crossings: Crossings) -> None:
    assert crossings.of("A/80/7", "2") == (Crossing("A/80/7", "2", "A/80/6", ("1", "2")),)


def test_a_paragraph_that_the_other_document_lacks_leaves_the_document(
    crossings: Crossings,
) -> None:
    # Paragraph 9 does not exist: what is left of "paragraph 9 of A/80/6" is A/80/6.
    assert crossings.of("A/80/7", "1") == (
        Crossing("A/80/7", "1", "A/80/6", ("2",)),
        Crossing("A/80/7", "1", "A/80/6"),
        Crossing("A/80/7", "1", "A/80/6", ("1",)),  # the footnote
    )


def test_a_symbol_alone_means_the_document_as_a_whole(crossings: Crossings) -> None:
    # A/80/99 is not in the library.
    assert crossings.of("A/80/6", "3") == (Crossing("A/80/6", "3", "A/80/7"),)


def test_another_symbol_of_a_document_leads_to_it_and_its_own_leads_nowhere(
    crossings: Crossings,
) -> None:
    assert crossings.of("A/80/7", "3") == (Crossing("A/80/7", "3", "A/80/8"),)


def test_what_refers_to_a_paragraph_is_found(crossings: Crossings) -> None:
    assert [one.source for one in crossings.to("A/80/6", "2")] == ["1", "2"]
    assert crossings.to("A/80/6", "3") == ()
    assert len(crossings.to_document("A/80/6")) == 4
    assert crossings.to_document("A/80/8") == (Crossing("A/80/7", "3", "A/80/8"),)


def test_a_reference_is_told_as_people_write_it(crossings: Crossings) -> None:
    assert [one.reference for one in crossings.of("A/80/7", "2")] == ["A/80/6, paras. 1 and 2"]
    assert [one.reference for one in crossings.of("A/80/6", "3")] == ["A/80/7"]


def test_a_document_that_is_not_there_is_refused(crossings: Crossings) -> None:
    with pytest.raises(UnknownDocumentError, match="A/1"):
        crossings.of("A/1", "1")
