from __future__ import annotations

from dataclasses import replace

from corpus.readers import source_from_text
from corpus.renditions import (
    compare_renditions,
    likeness,
    make_document,
    merge,
    renew,
    seal,
    take_pages,
    typographic_key,
)
from corpus.structure.parse import parse
from corpus.types import Document, Metadata, Parse, Problem, Rendition, Unit

TEXT = """Report on bees

1. Bees were seen in the valley during the whole of the summer.

2. They were “busy” on most days, as the keepers of bees reported.

3. Nobody was stung by them, which was noted with appreciation.
"""


def reading(text: str) -> Parse:
    return parse(source_from_text(text))


def document(
    text: str,
    file: str = "a.txt",
    *,
    format: str = "text",  # noqa: A002
    symbol: str = "A/80/6",
    **metadata: str,
) -> Document:
    pages = 1 if format == "pdf" else None
    rendition = Rendition(file, f"{file}:{hash(text)}", format, pages)
    about = Metadata(symbol, metadata.pop("title", "Report on bees"), **metadata)  # type: ignore[arg-type]
    return make_document(about, [(rendition, reading(text))])


def unit(label: str, text: str, page: int | None = None, kind: str = "paragraph") -> Unit:
    return Unit(label, kind, "", text, "", (), page, 0, len(text), None, 1)  # type: ignore[arg-type]


def test_the_key_of_a_text_has_no_blanks_and_plain_quotes() -> None:
    assert typographic_key("“He  is\there” – he said") == '"Heishere"-hesaid'


def test_likeness_counts_labels_words_and_starts() -> None:
    # Labels 1 and 2 of 1-4 are shared, and only 1 has the same words; "c" of ours is theirs, too.
    ours = [unit("1", "a" * 50), unit("2", "b" * 50), unit("3", "c" * 50), unit("4", "d" * 50)]
    theirs = [unit("1", "a" * 50), unit("2", "x" * 50), unit("5", "c" * 50)]
    found = likeness(ours, theirs)
    assert (found.labels, found.words, found.starts, found.equal) == (0.5, 0.5, 0.5, 0.25)
    assert not found.alike
    assert likeness(ours, ours).alike


def test_small_faults_of_reading_do_not_make_words_differ() -> None:
    ours = document(TEXT).units
    theirs = document(TEXT.replace("summer", "sum mer4").replace("stung", "stu-ng")).units
    assert likeness(ours, theirs).words == 1.0
    assert likeness(ours, theirs).equal < 1.0


def test_differences_are_named_up_to_twenty_and_counted_beyond() -> None:
    ours = reading("\n\n".join(f"{n}. Point {n} is made here." for n in range(1, 31)))
    theirs = reading("\n\n".join(f"{n}. Point {n} is not made." for n in range(1, 31)))
    found = compare_renditions(ours, theirs, "b.pdf")
    assert len(found) == 21
    assert found[0] == Problem("difference", "1", "b.pdf words 1 differently.")
    assert found[-1] == Problem("difference", "", "b.pdf differs in 10 more units.")


def test_differences_in_rows_are_named_last() -> None:
    table = "Name\tYear\nAx\t1990\nBow\t1991\nCog\t1992\n\n"
    ours = reading(table + "1. One is here.\n\n2. Two is here.\n")
    theirs = reading("1. One is here.\n\n2. Two was there.\n")
    labels = [problem.label for problem in compare_renditions(ours, theirs, "b.pdf")]
    assert labels[0] == "2"
    assert len(labels) > 2


def test_pages_are_taken_where_label_and_words_agree() -> None:
    bees, busy, stung = (u.text for u in document(TEXT).units)
    ours = [unit("1", bees), unit("2", busy), unit("3", stung), unit("4", "more")]
    theirs = [unit("1", bees, 1), unit("2", "something else altogether", 2), unit("3", stung, 3)]
    # 2 stands between pages 1 and 3, so its own cannot be told; neither can that of 4.
    assert [u.page for u in take_pages(ours, theirs)] == [1, None, 3, None]


def test_what_stands_between_two_units_of_one_page_is_on_it() -> None:
    ours = [unit("1", "first one"), unit("t:a", "row", None, "row"), unit("2", "second one")]
    theirs = [unit("1", "first one", 4), unit("2", "second one", 4)]
    assert [u.page for u in take_pages(ours, theirs)] == [4, 4, 4]


def test_rows_under_other_labels_are_found_by_words_that_occur_once() -> None:
    words = "Military contingents 1 205"
    ours = [unit("x:a", words, None, "row"), unit("x:b", "Total 12 5", None, "row")]
    theirs = [unit("y:a", words, 7, "row"), unit("y:b", "Total 12 5", 8, "row")]
    theirs.append(unit("y:b#2", "Total 12 5", 9, "row"))
    assert [u.page for u in take_pages(ours, theirs)] == [7, None]


def test_pages_that_are_known_stay() -> None:
    ours = [unit("1", "first one", 2)]
    assert take_pages(ours, [unit("1", "first one", 9)]) == tuple(ours)


def test_the_richer_format_gives_the_words_and_the_pdf_the_pages() -> None:
    pdf = document(TEXT.replace("summer", "sum mer"), "b.pdf", format="pdf")
    pdf = seal(replace(pdf, units=tuple(replace(u, page=5) for u in pdf.units)))
    docx = document(TEXT, "b.docx", format="docx")
    for one, other in ((pdf, docx), (docx, pdf)):
        found = merge(one, other)
        assert [r.format for r in found.renditions] == ["docx", "pdf"]
        assert "summer" in found.units[0].text
        assert {u.page for u in found.units} == {5}
        assert found.content_hash not in {pdf.content_hash, docx.content_hash}


def test_where_labels_disagree_the_fewer_faults_decide() -> None:
    docx = document(TEXT.replace("2. They", "7. They"), "b.docx", format="docx")
    assert {"gap"} <= {p.kind for p in docx.problems}
    pdf = document(TEXT, "b.pdf", format="pdf")
    found = merge(docx, pdf)
    assert found.renditions[0].format == "pdf"
    assert "b.docx has no 2." in [p.detail for p in found.problems]


def test_a_symbol_of_the_text_beats_that_of_a_file_name_and_gaps_are_filled() -> None:
    bare = document(TEXT, "a.docx", format="docx", symbol="a", title="a")
    named = document(TEXT, "b.pdf", format="pdf", symbol="A/80/6", date="2025-01-03")
    found = merge(bare, named)
    assert found.renditions[0].format == "docx"
    assert found.metadata == Metadata("A/80/6", "Report on bees", date="2025-01-03")


def test_another_symbol_becomes_an_alias() -> None:
    found = merge(document(TEXT, symbol="A/79/722"), document(TEXT, "b.txt", symbol="S/2025/27"))
    assert (found.symbol, found.metadata.aliases) == ("A/79/722", ("S/2025/27",))


def test_merging_again_says_nothing_twice() -> None:
    first = document(TEXT, "a.docx", format="docx")
    second = document(TEXT.replace("stung", "bitten"), "b.pdf", format="pdf")
    once = merge(first, second)
    assert len(once.problems) == 1
    assert merge(once, second) == once


def test_a_document_read_anew_keeps_its_other_renditions() -> None:
    old = merge(document(TEXT, "a.docx", format="docx"), document(TEXT, "a.pdf", format="pdf"))
    new = document(TEXT.replace("stung", "bitten"), "a.docx", format="docx")
    found = renew(old, new)
    assert "bitten" in found.text
    assert [r.file for r in found.renditions] == ["a.docx", "a.pdf"]
