from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.catalogue import Catalogue
from corpus.readers import source_from_text
from corpus.reconcile import reconcile
from corpus.renditions import make_document
from corpus.structure.parse import parse
from corpus.types import Document, Metadata, Parse, Problem, Rendition

BEES = (
    "Bees were seen in the valley during the whole of the summer.",
    "They were busy on most days, as the keepers of bees reported.",
    "Nobody was stung by them, which was noted with appreciation.",
    "The Committee decided to count the bees again in the autumn.",
    "It thanked those who had given honey for the delegations.",
)
WASPS = (
    "Wasps built their nests under roofs.",
    "Paper is what these are made of.",
    "The Secretariat was asked to leave them alone.",
)


@cache
def parsed(text: str) -> Parse:
    return parse(source_from_text(text))


def document(
    symbol: str,
    words: Sequence[str] = BEES,
    file: str = "",
    *,
    format: str = "text",  # noqa: A002
    date: str = "",
    language: str = "en",
    aliases: tuple[str, ...] = (),
) -> Document:
    """Return a document of numbered paragraphs; without a file's name it has one of its own."""
    text = "A report\n\n" + "\n\n".join(f"{n}. {w}" for n, w in enumerate(words, 1))
    sha256 = hashlib.sha256(f"{format} {text} {file} {language}".encode()).hexdigest()
    file = file or f"{sha256[:8]}.{format}"
    metadata = Metadata(symbol, "A report", date=date, language=language, aliases=aliases)
    return make_document(metadata, [(Rendition(file, sha256, format), parsed(text))])


def said(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """Return symbols, and the symbols that supersede them."""
    return [(d.symbol, d.superseded_by) for d in documents]


def changed(words: Sequence[str], *places: int) -> list[str]:
    return [f"Not so: {w}" if at in places else w for at, w in enumerate(words)]


# Renditions


def test_two_renditions_of_one_symbol_are_one_document() -> None:
    pdf, docx = document("A/80/6", format="pdf"), document("A/80/6", format="docx")
    (found,) = reconcile([pdf, docx])
    assert [r.format for r in found.renditions] == ["docx", "pdf"]


def test_a_symbol_and_its_alias_are_one_document() -> None:
    first = document("A/79/722", aliases=("S/2025/27",))
    (found,) = reconcile([first, document("S/2025/27")])
    assert (found.symbol, found.metadata.aliases) == ("A/79/722", ("S/2025/27",))


def test_the_same_words_under_two_symbols_stay_two_documents() -> None:
    assert said(reconcile([document("A/79/722"), document("A/79/723")])) == [
        ("A/79/722", ""),
        ("A/79/723", ""),
    ]


def test_a_file_without_a_symbol_is_told_by_its_words() -> None:
    named = document("A/80/6", format="pdf")
    for bare in (document("clean copy"), document("clean copy", format="docx")):
        (found,) = reconcile([bare, named])
        assert found.symbol == "A/80/6"
        assert len(found.renditions) == 2


def test_forms_that_differ_in_a_few_words_stay_apart() -> None:
    words = [f"The parties agree on point {n} as follows." for n in range(20)]
    other = [*words[:-1], "The fee is 12 dollars."]
    found = reconcile([document("lease one", words), document("lease two", other)])
    assert said(found) == [("lease one", ""), ("lease two", "")]


# Versions


def test_a_revision_supersedes_and_the_first_issue_stays() -> None:
    first, second = document("A/80/6"), document("A/80/6/Rev.1", changed(BEES, 1))
    third = document("A/80/6/Rev.2", changed(BEES, 1, 2))
    current = "A/80/6/Rev.2"
    for order in ([first, second, third], [third, first, second]):
        found = dict(said(reconcile(order)))
        assert found == {"A/80/6": current, "A/80/6/Rev.1": current, current: ""}


def test_an_addendum_and_its_revision_are_documents_of_their_own() -> None:
    symbols = ["A/80/6", "A/80/6/Add.1", "A/80/6/Add.1/Rev.1"]
    found = reconcile([document(s, changed(BEES, n)) for n, s in enumerate(symbols)])
    assert said(found) == [
        ("A/80/6", ""),
        ("A/80/6/Add.1", "A/80/6/Add.1/Rev.1"),
        ("A/80/6/Add.1/Rev.1", ""),
    ]


def test_of_one_symbol_the_later_date_is_current_whatever_came_first() -> None:
    new = document("A/80/6", changed(BEES, 0, 1, 2), date="2025-03-04")
    old = document("A/80/6", date="2025-01-02")
    older = [("A/80/6 (2025-01-02)", "A/80/6"), ("A/80/6", "")]
    assert said(reconcile([old, new])) == older
    assert said(reconcile([new, old])) == older[::-1]


def test_small_changes_with_another_date_are_another_version() -> None:
    new = document("A/80/6", changed(BEES, 4), date="2025-03-04", format="pdf")
    old = document("A/80/6", date="2025-01-02", format="docx")
    assert len(reconcile([old, new])) == 2


def test_without_dates_the_one_that_came_later_is_current() -> None:
    first, second = document("A/80/6"), document("A/80/6", WASPS)
    third = document("A/80/6", [*WASPS[::-1], *BEES[::-1]])
    found = reconcile([first, second, third])
    assert said(found) == [
        ("A/80/6 (earlier)", "A/80/6"),
        ("A/80/6 (earlier 2)", "A/80/6"),
        ("A/80/6", ""),
    ]
    assert found[0].text == first.text


def test_a_year_in_brackets_is_part_of_a_symbol() -> None:
    first = document("S/RES/2769 (2025)")
    found = reconcile([first, document("S/RES/2769 (2025)/Rev.1", WASPS)])
    assert said(found)[0] == ("S/RES/2769 (2025)", "S/RES/2769 (2025)/Rev.1")
    assert said(reconcile([], found)) == said(found)


def test_another_language_is_no_version() -> None:
    french = document("A/80/6", WASPS, language="fr")
    found = reconcile([document("A/80/6"), french])
    assert said(found) == [("A/80/6", ""), ("A/80/6 (fr)", "")]
    newer = document("A/80/6", BEES[::-1], language="fr", date="2025-03-04")
    assert said(reconcile([newer], found)) == [
        ("A/80/6", ""),
        ("A/80/6 (fr) (earlier)", "A/80/6 (fr)"),
        ("A/80/6 (fr)", ""),
    ]


def test_unlike_texts_whose_files_have_one_name_are_no_versions() -> None:
    one, two = document("report", file="report.txt"), document("report", WASPS, "report.txt")
    assert said(reconcile([one, two])) == [("report", ""), ("report (2)", "")]


def test_like_texts_whose_files_have_one_name_are_versions() -> None:
    two = document("report", changed(BEES, 1, 2), "report.txt")
    found = reconcile([document("report", file="report.txt"), two])
    assert said(found) == [("report (earlier)", "report"), ("report", "")]


def test_symbols_that_a_library_cannot_tell_apart_get_different_ones() -> None:
    found = reconcile([document("A/80/6"), document("A/8 0/6", WASPS)])
    assert said(found) == [("A/80/6", ""), ("A/8 0/6 (2)", "")]


# Corrigenda


def test_a_corrigendum_is_a_document_that_flags_what_it_corrects() -> None:
    found = reconcile([document("A/80/6"), document("A/80/6/Corr.1", WASPS)])
    assert said(found) == [("A/80/6", ""), ("A/80/6/Corr.1", "")]
    detail = "A/80/6/Corr.1 corrects this document: read both."
    assert found[0].flags == (Problem("corrigendum", "", detail),)
    assert found[0].content_hash != document("A/80/6").content_hash
    (alone,) = reconcile([], found[:1])
    assert alone.flags == ()
    assert alone.content_hash == document("A/80/6").content_hash


def test_a_corrigendum_of_a_revision_flags_that_revision() -> None:
    symbols = ("A/80/6", "A/80/6/Rev.1", "A/80/6/Rev.1/Corr.1")
    found = reconcile([document(s, changed(BEES, n)) for n, s in enumerate(symbols)])
    assert [len(d.flags) for d in found] == [0, 1, 0]


# A library and new documents


def test_a_file_that_changed_gives_its_place_to_its_new_words() -> None:
    for symbol, words in (("A/80/6", WASPS), ("a", changed(BEES, 1))):
        old = (document(symbol, file="a.txt"), document("A/80/7", WASPS, "b.txt"))
        new = document(symbol, words, "a.txt")
        found = reconcile([new], old)
        assert said(found) == [(symbol, ""), ("A/80/7", "")]
        assert found[0].text == new.text


def test_a_file_of_that_name_with_another_date_is_another_version() -> None:
    old = document("A/80/6", file="a.txt", date="2025-01-02")
    new = document("A/80/6", WASPS, "a.txt", date="2025-03-04")
    assert said(reconcile([new], [old])) == [("A/80/6 (2025-01-02)", "A/80/6"), ("A/80/6", "")]


def test_a_file_read_again_keeps_the_symbol_that_the_library_gave() -> None:
    files = [document("A/80/6", file="x.txt"), document("A/80/6", WASPS, "y.txt")]
    unlike = [document("report", file="report.txt"), document("report", WASPS, "report.txt")]
    for documents in (files, unlike):
        library = reconcile(documents)
        for again in (documents, documents[:1], documents[1:], documents[::-1]):
            assert reconcile(again, library) == library


def test_one_changed_file_of_two_gives_new_words_with_the_other_ones_pages() -> None:
    library = reconcile([document("A/80/6", file="a.docx", format="docx"),
                         document("A/80/6", file="a.pdf", format="pdf")])  # fmt: skip
    new = document("A/80/6", changed(BEES, 1), "a.docx", format="docx")
    (found,) = reconcile([new], library)
    assert found.text == new.text
    assert [r.file for r in found.renditions] == ["a.docx", "a.pdf"]


def test_a_symbol_is_free_again_when_its_document_is_removed() -> None:
    library = reconcile([document("A/80/6"), document("A/80/6", WASPS)])
    assert said(reconcile([], library[:1])) == [("A/80/6", "")]


def test_what_is_unchanged_is_the_same_object() -> None:
    library = reconcile([document("A/80/6"), document("A/80/7", WASPS)])
    assert all(one is two for one, two in zip(library, reconcile([], library), strict=True))


SYMBOLS = st.sampled_from(
    ["A/80/6", "A/80/6/Rev.1", "A/80/6/Rev.2", "A/80/6/Corr.1", "A 80 6", "a/80/6", "report",
     "report (2)", "S/RES/1 (2025)", "S/RES/1", "A/80/6 (2025-01-02)"]
)  # fmt: skip
DOCUMENTS = st.lists(
    st.builds(
        document,
        SYMBOLS,
        st.sampled_from([BEES, changed(BEES, 1), changed(BEES, 0, 1, 2), WASPS, WASPS[::-1]]),
        st.sampled_from(["", "report.txt", "a.txt"]),
        format=st.sampled_from(["text", "pdf", "docx"]),
        date=st.sampled_from(["", "2025", "2025-01-02", "2025-03-04"]),
        language=st.sampled_from(["en", "en", "fr"]),
        aliases=st.sampled_from([(), (), ("S/2025/27",)]),
    ),
    max_size=6,
)


@given(DOCUMENTS, DOCUMENTS)
@settings(max_examples=30, deadline=None, derandomize=True)
def test_whatever_comes_has_one_symbol_each_and_stays_so(
    first: list[Document], second: list[Document]
) -> None:
    library = reconcile(first)
    found = reconcile(second, library)
    for documents in (library, found):
        catalogue = Catalogue(documents)
        for one in documents:
            assert catalogue.document(one.symbol) is one
            if one.superseded_by:
                assert catalogue.document(one.superseded_by).superseded_by == ""
        again = reconcile([], documents)
        assert said(again) == said(documents)
        assert again == documents
    hashes = {r.sha256 for d in (*first, *second) for r in d.renditions}
    kept = {r.sha256 for d in found for r in d.renditions}
    assert kept <= hashes
