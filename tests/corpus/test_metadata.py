from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document_kinds import find_kind
from corpus.documents import shipped_report_path
from corpus.metadata import guess_metadata
from corpus.readers import read_source, source_from_text
from corpus.readers.html import read_html
from corpus.readers.markdown import read_markdown
from corpus.source import Look, Source, SourceBuilder
from corpus.structure.front_page import read_front_page
from corpus.structure.parse import parse
from corpus.types import Metadata

DATA = Path(__file__).parents[3] / "shared" / "data"
MASTHEAD = """United Nations A/79/797-S/2025/109*

General Assembly
Security Council
Distr.: General
21 February 2025

Original: French
25-02112 (E) 050325
*2502112*

General Assembly Seventy-ninth session
Agenda item 36
The situation in Somewhere

The situation in Somewhere and its
implications for peace*
Report of the Secretary-General

I. Introduction

1. The present report is submitted pursuant to resolution 74/9 (see A/74/1).

2. It follows the report of 6 December 2024 (A/79/675).

* Reissued for technical reasons.
"""


def guess(source: Source, file: str = "file.txt") -> Metadata:
    return guess_metadata(source, parse(source), file)


def guess_text(text: str, file: str = "file.txt") -> Metadata:
    return guess(source_from_text(text, name=file), file)


def test_a_masthead_tells_all() -> None:
    assert guess_text(MASTHEAD, "A_1_1.txt") == Metadata(
        symbol="A/79/797",
        title="The situation in Somewhere and its implications for peace: "
        "Report of the Secretary-General",
        body="General Assembly; Security Council",
        date="2025-02-21",
        language="en",
        distribution="General",
        kind="report",
        session="Seventy-ninth session",
        aliases=("S/2025/109",),
    )


def test_the_look_of_lines_tells_the_title_from_the_agenda_item() -> None:
    builder = SourceBuilder()
    for top, size, bold, text in (
        (40, 14, False, "United Nations"),
        (40, 14, False, "E/CN.6/2025/4"),
        (66, 20, False, "Economic and Social Council Distr.: Limited"),
        (88, 10, False, "16 December 2024"),
        (210, 12, True, "Commission on the Status of Women"),
        (226, 10, True, "Sixty-ninth session"),
        (238, 10, False, "New York, 10–21 March 2025"),
        (250, 10, False, "Item 3 (c) of the provisional agenda*"),
        (262, 10, True, "Follow-up to the Conference on"),
        (274, 10, True, "Women: gender equality"),
        # Two pieces of the agenda item's title, apart as two items are.
        (294, 10, True, "Another agenda item"),
        (330, 14, True, "Proposals on the priority themes of the"),
        (345, 14, True, "General Assembly for 2026"),
        (372, 12, True, "Report of the Secretary-General"),
        (400, 10, False, "The present report is submitted to the Commission as it was asked."),
    ):
        look = Look(60, 400, top, top + size, size, bold)
        builder.add(text, page=1, look=look)
    source = Source("a.pdf", "", builder.text, tuple(builder.lines), format="pdf", pages=1)
    found = guess(source, "a.pdf")
    assert found.title == (
        "Proposals on the priority themes of the General Assembly for 2026: "
        "Report of the Secretary-General"
    )
    assert found.body == "Economic and Social Council, Commission on the Status of Women"
    assert (found.place, found.meeting_start, found.meeting_end) == (
        "New York", "2025-03-10", "2025-03-21",
    )  # fmt: skip
    assert (found.date, found.distribution) == ("2024-12-16", "Limited")


def test_a_symbol_in_the_text_is_never_the_document_s() -> None:
    text = (
        "Notes on a report\n\n1. The report (A/80/150) was late.\n\n2. See\nA/80/151\n\n* A/80/50."
    )
    found = guess_text(text, "notes.txt")
    assert (found.symbol, found.title, found.body) == ("notes", "Notes on a report", "")


def test_running_headers_name_a_document_without_a_masthead() -> None:
    page = "A/80/66\n\n{}. The Committee met again.\n\n{}. It closed.\n\n25-01286 {}"
    text = "\f".join(page.format(2 * n + 1, 2 * n + 2, n + 1) for n in range(4))
    assert guess_text(f"Report\n\n{text}").symbol == "A/80/66"


def test_a_cover_gives_title_symbols_session_and_the_day_of_adoption() -> None:
    text = (
        "E/2025/44-E/C.16/2025/9\n\nUnited Nations\n\nCommittee of Experts\n\n"
        "Report on the twenty-fourth session\n(7–11 April 2025)\n\nEconomic and Social Council\n"
        "Official Records, 2025\nSupplement No. 24\n\fUnited Nations • New York, 2025\n\f"
        "[2 May 2025]\n\nContents\n\nI. Introduction ........... 3\n\f"
        "1. The Committee met.\n\n2. It closed.\n"
    )
    found = guess_text(text)
    assert (found.symbol, found.aliases) == ("E/2025/44", ("E/C.16/2025/9",))
    assert found.date == "2025-05-02"
    assert "Report on the twenty-fourth session" in found.title


def test_a_resolution_is_named_by_its_symbol() -> None:
    found = guess_text(
        "United Nations S/RES/2770 (2025)\nSecurity Council Distr.: General\n\n"
        "Resolution 2770 (2025)\n\nAdopted by the Security Council at its 9847th meeting, on\n"
        "24 January 2025\n\n"
        "The Security Council,\n\nNoting the resignation of a judge,\n\n"
        "1. Decides to fill the vacancy;\n\n2. Decides to remain seized of the matter.\n"
    )
    assert (found.symbol, found.title) == ("S/RES/2770 (2025)", "Resolution 2770 (2025)")
    assert (found.kind, found.body) == ("resolution", "Security Council")
    assert found.date == "2025-01-24"


def test_a_document_of_somebody_else_has_its_title_alone() -> None:
    found = guess_text(
        "MUTUAL NON-DISCLOSURE AGREEMENT\n\nThis Agreement is made between the parties named "
        "below, who wish to talk about a possible business relationship.\n\n"
        "1. Each party keeps secrets.\n\n2. This lasts for two years.\n",
        "nda.txt",
    )
    assert found == Metadata(
        symbol="nda", title="MUTUAL NON-DISCLOSURE AGREEMENT", language="en", kind="agreement"
    )


def test_a_page_has_its_heading_as_title_or_else_its_name_without_the_site_s() -> None:
    page = "<title>The review | Ministry</title>{}<p>We did what we could in the past year.</p>"
    for heading, title in (
        ("<h1>Annual review</h1>", "Annual review"),
        ("", "The review"),
    ):
        source = read_html(page.format(heading).encode(), "a.html", "a.html")
        assert guess(source, "a.html").title == title


def test_front_matter_was_written_for_the_document() -> None:
    text = b"---\ntitle: The review\nsymbol: X/1\ndate: 2025-01-02\n---\n# 1. Scope\n\nText.\n"
    found = guess(read_markdown(text, "a.md", "a.md"), "a.md")
    assert (found.title, found.symbol, found.date) == ("The review", "X/1", "2025-01-02")


def test_words_of_word_files_headers_are_the_masthead() -> None:
    source = source_from_text(
        "Eightieth session\n\nBudget of the Mission\n\n1. The Mission spent.\n"
    )
    header = "United Nations\nA/80/590\nGeneral Assembly\nDistr.: General\n7 January 2026"
    found = guess(
        Source(
            "a.docx", "", source.text, source.lines, format="docx", properties={"header": header}
        )
    )
    assert (found.symbol, found.date) == ("A/80/590", "2026-01-07")
    assert found.body == "General Assembly"
    assert found.title == "Budget of the Mission"


def test_the_parts_of_a_front_page_are_named() -> None:
    pieces = read_front_page(source_from_text(MASTHEAD))
    assert [piece.part for piece in pieces] == [
        "symbol", "body", "body", "distribution", "date", "language", "job", "job", "body",
        "agenda", "agenda title", "title", "title",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("symbol", "title", "kind"),
    [
        ("A/79/756", "Letter dated 27 January 2025 from the Representative of X", "letter"),
        ("A/80/176", "World social situation: Note by the Secretariat", "note"),
        ("A/80/67", "Note verbale dated 24 February 2025 from the Mission of X", "note verbale"),
        ("E/2025/L.25", "Draft resolution submitted by the President: HIV", "draft resolution"),
        ("S/2025/68", "United Kingdom: draft resolution", "draft resolution"),
        ("A/AC.182/2025/L.1", "Draft report", "draft report"),
        ("E/CN.6/2025/NGO/142", "Statement submitted by an organization", "statement"),
        ("S/PV.9838", "The situation", "meeting record"),
        ("CEDAW/C/CAF/CO/6", "", "concluding observations"),
        ("HRI/MC/2025/1", "Provisional agenda and annotations", "agenda"),
        ("A/80/33", "Report of the Special Committee on the Charter of the Organization", "report"),
        ("E/2025/65", "World economic situation and prospects", ""),
        ("case", "CASE OF SMITH v. NORWAY", "judgment"),
        ("rules", "Regulation (EU) 2016/679", "regulation"),
    ],
)
def test_kinds_come_from_the_symbol_or_the_title(symbol: str, title: str, kind: str) -> None:
    assert find_kind(symbol, title) == kind


def test_the_shipped_report_says_what_its_sidecar_says() -> None:
    path = shipped_report_path().parent / "001_2cbf1dbb8a6a12e8.txt"
    found = guess(read_source(path), path.name)
    assert found.symbol == "CTOC/COP/WG.4/2011/8"
    assert found.body.endswith("Organized Crime, Working Group on Trafficking in Persons")
    assert (found.place, found.meeting_start, found.meeting_end) == (
        "Vienna", "2011-10-10", "2011-10-12",
    )  # fmt: skip


def test_published_reports_state_their_own_symbols() -> None:
    folder = DATA / "un-reports-2025" / "pdf"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data/un-reports-2025")
    for name, symbol, date in (
        ("A_79_904.en.pdf", "A/79/904", "2025-05-08"),
        ("S_2024_145.en.pdf", "CEDAW/C/CAF/CO/6", "2024-02-20"),
    ):
        found = guess(read_source(folder / name), name)
        assert (found.symbol, found.date) == (symbol, date)
