from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.documents import load_document, shipped_report_path
from corpus.links import Links, find_links
from corpus.readers import source_from_text
from corpus.structure.parse import parse
from corpus.types import Decision, Document, Furniture, Metadata, Parse, Problem, Rendition, Unit
from embeddings.holdings import holdings_of
from tests.ui.test_retelling import BAD_TEXTS, ENGLISH, OTHERS, SENTENCE
from ui import library_markup
from ui import library_view as view
from ui.language import say, speaking
from ui.library_view import Row
from ui.library_work import WAITING, FileLine, Outcome, WorkProgress

Make = Callable[..., Document]

SCANNED = Problem("no text", "", "2 of 9 pages have no text: 3, 4.")


def dressed(document: Document, **about: Any) -> Document:
    """Return a document with metadata, a PDF and its Word file, and a flag."""
    return replace(
        document,
        metadata=replace(document.metadata, **about),
        renditions=(Rendition("a.pdf", "0" * 64, "pdf", 9), Rendition("a.docx", "1" * 64, "docx")),
        flags=(SCANNED,),
        superseded_by="A/TEST/1/Rev.1",
    )


def test_a_row_says_what_to_know_before_citing(make_document: Make) -> None:
    document = dressed(
        make_document(), body="General Assembly", kind="report", date="2025-05-01", language="fr"
    )
    assert view.rows_of(holdings_of([document], ())) == (
        Row(
            symbol="A/TEST/1",
            title="A Test of Things",
            about="General Assembly, report, French",
            date="2025-05-01",
            pages=9,
            units=7,
            notes=("no text", "superseded by A/TEST/1/Rev.1", "pdf + docx"),
        ),
    )


def test_a_row_leaves_out_what_is_not_known(make_document: Make) -> None:
    bare = replace(make_document(), metadata=Metadata("A/1", "A/1"))
    assert view.rows_of(holdings_of([bare], ())) == (Row("A/1", "", "", "", None, 7, ()),)


def test_the_report_tells_how_a_document_was_read(make_document: Make) -> None:
    document = dressed(make_document(), aliases=("S/TEST/1",), session="Eightieth session")
    noted = replace(document.units[0], notes=("1 See A/80/6.",))
    document = replace(
        document,
        units=(noted, *document.units[1:]),
        problems=(Problem("gap", "3", "After 2 comes 3."),),
    )
    report = view.report_of(document, Links((), ()))
    assert report.facts == (
        (say("library-session"), "Eightieth session"),
        (say("library-language"), "English"),
        (say("library-also-known"), "S/TEST/1"),
        (say("library-superseded-by"), "A/TEST/1/Rev.1"),
        (say("library-files"), "a.pdf (pdf, 9 pages); a.docx (docx)"),
    )
    assert report.figures == "7 citable units, 2 headings, 1 footnote"
    assert report.flags == (SCANNED.detail,)
    assert report.problems.rows == (("gap", "para. 3", "After 2 comes 3."),)


def test_the_report_is_told_in_the_readers_language(make_document: Make) -> None:
    document = replace(
        make_document(),
        flags=(Problem("short", "", "It has 12 words."),),
        problems=(Problem("gap", "3", "2 numbers are missing before 3."),),
    )
    with speaking("es"):
        report = view.report_of(document, Links((), ()))
    assert report.flags == ("Solo contiene 12 palabras.",)
    assert report.problems.rows[0][2] == "Faltan 2 números antes de 3."


def test_what_became_of_a_file_is_told_in_the_readers_language() -> None:
    refused = FileLine("a.doc", "", ("a.doc is a rich-text file. Save it as DOCX or PDF.",))
    short = FileLine("b.txt", "A/1", ("It has 1 word.", "The text is in French, not in English."))
    with speaking("fr"):
        told = library_markup.outcome(Outcome(flagged=(short,), refused=(refused,)))
    assert ">a.doc est un fichier de texte enrichi (RTF). Enregistrez-le au format " in told
    assert "<bdi>a.doc</bdi>" not in told
    assert "Il ne contient qu’un seul mot. Le texte est en français, et non en anglais." in told


def test_the_report_tells_of_references_that_lead_nowhere(make_document: Make) -> None:
    document = make_document()
    text = document.text.replace("Gamma ends.", "See paragraph 9 above.")
    last = document.units[-1]
    words_of_it = "See paragraph 9 above."
    lost = replace(last, text=words_of_it, end=last.start + len(words_of_it))
    document = replace(document, text=text, units=(*document.units[:-1], lost))
    [(kind, where, reason)] = view.report_of(document, find_links(document)).problems.rows
    assert (kind, where) == ("reference", "para. 3")
    assert "9" in reason


def test_units_come_in_pages(make_document: Make) -> None:
    units: list[Unit] = list(make_document().units) * 15  # 105 units: two pages of 50, and 5
    assert [view.page_count(n) for n in (0, 50, 51, 105)] == [1, 1, 2, 3]
    assert [len(view.page_of(units, n)) for n in (0, 1, 3, 9)] == [50, 50, 5, 5]


PARSE = Parse(
    title="",
    text="",
    headings=(),
    units=(),
    problems=(),
    decisions=(Decision(3, "(i)", "letter (i)", "after (h)", ("roman (i)",)),),
    furniture=(
        Furniture("running header", "A/80/23", 1),
        Furniture("page number", "2/9", 5),
        Furniture("running header", "A/80/23", 40),
        Furniture("running header", "A/80/23", 80),
    ),
    coverage=0.99996,
)


def test_what_comes_back_on_each_page_is_told_once() -> None:
    assert view.set_aside(PARSE).rows == (
        ("1", "running header", "A/80/23 (×3)"),
        ("5", "page number", "2/9"),
    )
    assert view.decisions_of(PARSE).rows == (("3", "(i)", "letter (i)", "after (h)"),)


def test_all_of_a_file_means_every_character() -> None:
    assert view.coverage_of(PARSE).startswith("99.99%")
    assert view.coverage_of(replace(PARSE, coverage=1.0)).startswith("100%")


FAULTY = f"""United Nations\t\tA/80/23
Contents
I. Things ........ 2
II. More things ........ 4
----------
I. Things

1. {SENTENCE}
2. See paragraph 99 below, annex IX and the following:
(a) One thing;
4.

5. {SENTENCE}
Table 1
Kind\tNumber
One\t1
Two\t2

II. More things

1. {SENTENCE}
i. {SENTENCE}
2. {SENTENCE}
(i) {SENTENCE}
6. {SENTENCE}

Page 2 of 4

Annex

(3) of that law, and
1. {SENTENCE}
"""
TEXTS = {name: text for name, text in BAD_TEXTS.items() if name != "word"} | {"faulty": FAULTY}


def words_of_ours(document: Document, again: Parse) -> list[str]:
    """Return what the report and the table say of a document in words that are not its own."""
    report = view.report_of(document, find_links(document))
    facts = dict(report.facts)
    own = {document.metadata.body, document.metadata.date, document.symbol}
    [row] = view.rows_of(holdings_of([document], ()))
    decisions, aside = view.decisions_of(again), view.set_aside(again)
    said = [*facts, *(value for value in facts.values() if value not in own), report.figures]
    said += [*report.flags, *row.notes, *row.about.removeprefix(document.metadata.body).split(", ")]
    for table in (report.problems, decisions, aside):
        said += table.columns
    said += [cell for kind, _, detail in report.problems.rows for cell in (kind, detail)]
    said += [cell for _, _, *cells in decisions.rows for cell in cells]
    said += [kind for _, kind, _ in aside.rows]
    names = [one.file for one in document.renditions]
    for name in names:
        said = [one.replace(name, "") for one in said]
    return [*said, view.coverage_of(again)]


def assert_all_is_told(document: Document, again: Parse, language: str) -> None:
    english = words_of_ours(document, again)
    with speaking(language):
        told = words_of_ours(document, again)
    # "Date" is French too; a language without a name here keeps its code.
    alike = {"", "Date", document.metadata.language}
    assert {one for one, other in zip(english, told, strict=True) if one == other} <= alike
    assert [one for one in told if ENGLISH.search(one)] == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", TEXTS)
def test_no_english_is_left_in_the_report_of_a_faulty_text(
    name: str, language: str, tmp_path: Path
) -> None:
    path = tmp_path / "A_RES_1_2.txt"
    path.write_text(TEXTS[name])
    assert_all_is_told(load_document(path), parse(source_from_text(TEXTS[name])), language)


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_in_the_report_of_the_shipped_document(language: str) -> None:
    document = load_document(shipped_report_path())
    text = shipped_report_path().with_name(document.renditions[0].file).read_text()
    assert_all_is_told(document, parse(source_from_text(text)), language)


def test_a_faulty_text_shows_all_parts_of_the_report(tmp_path: Path) -> None:
    path = tmp_path / "A_RES_1_2.txt"
    path.write_text(FAULTY)
    again = parse(source_from_text(FAULTY))
    with speaking("fr"):
        report = view.report_of(load_document(path), find_links(load_document(path)))
        decisions, aside = view.decisions_of(again), view.set_aside(again)
    assert dict(report.facts)["Langue"] == "anglais"
    assert {kind for kind, _, _ in report.problems.rows} == {
        "numéros manquants",
        "sans texte",
        "renvoi",
    }
    assert {reading for _, _, reading, _ in decisions.rows} >= {
        "paragraphe 1",
        "élément de liste 2(a)",
        "suite de More things:1",
        "suite de l’intitulé",
        "nouvelle numérotation More things:1",
    }
    assert {kind for _, kind, _ in aside.rows} == {
        "en-tête du document",
        "table des matières",
        "filet",
        "en-tête de tableau",
        "numéro de page",
    }


@pytest.mark.parametrize(
    ("stage", "done", "total", "seconds", "told"),
    [
        ("", 0, 1, 0, say("starting")),
        ("reading files", 3, 10, 1, "Reading files: 3 of 10"),  # too early to tell the time
        # 20 s for 3 files: 46.7 s for the other 7, in steps of 5.
        ("reading files", 3, 10, 20, "Reading files: 3 of 10, about 45 s left"),
        ("embedding units", 100, 1600, 10, "Preparing the search: 100 of 1,600, about 2 min left"),
        ("embedding units", 1, 1500, 10, "Preparing the search: 1 of 1,500, about 4.2 h left"),
        ("reading files", 10, 10, 20, f"Reading files: 10 of 10. {say('stage-embedding')}…"),
        ("a new stage", 0, 2, 9, "A new stage: 0 of 2"),
        (WAITING, 0, 1, 9, say("library-waiting")),
    ],
)
def test_progress_in_words(stage: str, done: int, total: int, seconds: float, told: str) -> None:
    work = WorkProgress(1, stage=stage, done=done, total=total, began=100.0)
    assert view.progress_words(work, 100.0 + seconds) == told


def test_the_share_that_is_done_stays_between_0_and_1() -> None:
    works = [WorkProgress(1, done=done, total=total) for done, total in ((1, 4), (5, 4), (1, 0))]
    assert [view.share_done(work) for work in works] == [0.25, 1.0, 0.0]


def test_many_symbols_are_named_in_part() -> None:
    assert view.named(["A/1", "A/2"]) == "A/1, A/2"
    assert view.named([str(n) for n in range(22)]).endswith("19 and 2 more")
