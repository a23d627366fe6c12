from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citation_styles import (
    Cited,
    as_bibtex_entries,
    as_footnote,
    as_markdown_quotes,
    as_quotes,
    as_reference,
    as_ris_records,
    cited_units,
)
from assistant.types import Citation
from corpus.catalogue import Catalogue
from corpus.display import cite
from corpus.types import Metadata, Unit
from tests.support.small_library import garden

REPORT = Metadata("G/1", "Report on the garden", body="Garden Council", date="2024-05-01")


def unit(label: str, text: str = "Words.", **changes: object) -> Unit:
    told: dict[str, object] = {"kind": "paragraph", "page": None, **changes}
    return Unit(
        label, told["kind"], "", text, "", (), told["page"], 0, len(text), None, 2  # type: ignore[arg-type]
    )  # fmt: skip


def cited(*labels: str, metadata: Metadata = REPORT) -> list[Cited]:
    return [Cited(metadata, unit(label)) for label in labels]


def no_link(_symbol: str, _unit: Unit) -> str:
    return ""


def link(symbol: str, one: Unit) -> str:
    return f"http://127.0.0.1/?doc={symbol}&para={one.label}"


def test_what_an_answer_cites_is_put_together() -> None:
    catalogue = Catalogue([garden()])

    def citation(label: str, quote: str) -> Citation:
        found = catalogue.unit("G/1", label)
        start = found.text.index(quote)
        return Citation("G/1", found, cite("G/1", label), start, start + len(quote), 1.0)

    cites = (
        citation("3", "A new one costs 40 crowns."),
        citation("2(b)", "plums"),
        citation("3", "The spade was lent"),
    )
    found = cited_units(cites, catalogue)
    assert [(one.unit.label, one.quotes) for one in found] == [
        ("2(b)", ("plums",)),
        ("3", ("The spade was lent", "A new one costs 40 crowns.")),
    ]
    assert as_reference(found) == "G/1, paras. 2 (b) and 3"
    assert as_quotes(found) == (
        "“plums” (G/1, para. 2 (b))\n"
        "“The spade was lent … A new one costs 40 crowns.” (G/1, para. 3)"
    )


def test_a_document_that_has_left_the_library_keeps_its_symbol() -> None:
    one = unit("7")
    found = cited_units([Citation("X/9", one, "X/9, para. 7", 0, 5, 1.0)], Catalogue([garden()]))
    assert as_footnote(found) == "X/9, para. 7."


def test_a_footnote_has_title_symbol_and_places() -> None:
    assert as_footnote(cited("6", "7", "8", "51(a)")) == (
        "Report on the garden (G/1), paras. 6–8 and 51 (a)."
    )


def test_a_footnote_to_several_documents_names_each() -> None:
    other = Metadata("G/2", "G/2")  # its title is not known
    assert as_footnote([*cited("6"), *cited("2", metadata=other), *cited("9")]) == (
        "Report on the garden (G/1), paras. 6 and 9; G/2, para. 2."
    )


def test_unnumbered_text_is_cited_with_its_page() -> None:
    text = Cited(REPORT, unit("p:4", kind="text", page=12))
    assert as_reference([text]) == "G/1, unnumbered para. 4 (p. 12)"
    assert as_footnote([text]) == "Report on the garden (G/1), unnumbered para. 4 (p. 12)."
    numbered = Cited(REPORT, unit("4", page=12))
    assert as_reference([numbered]) == "G/1, para. 4"


def test_markdown_quotes_and_links_to_the_paragraph() -> None:
    assert as_markdown_quotes(cited("51(j)(iii)"), link) == (
        "> “Words.”\n>\n> [G/1, para. 51 (j) (iii)](<http://127.0.0.1/?doc=G/1&para=51(j)(iii)>)"
    )


def test_markdown_without_an_address_has_no_link() -> None:
    assert as_markdown_quotes(cited("3", "4"), no_link) == (
        "> “Words.”\n>\n> G/1, para. 3\n\n> “Words.”\n>\n> G/1, para. 4"
    )


def test_an_address_cannot_end_its_link() -> None:
    text = as_markdown_quotes(cited("3"), lambda *_: "http://x/?doc=a> [b](c) <\n")
    assert "(<http://x/?doc=a%3E%20[b](c)%20%3C%0A>)" in text


def test_bibtex_has_an_entry_for_each_document() -> None:
    other = Metadata("X/2", "R&D")
    assert as_bibtex_entries([*cited("6", "51(a)"), *cited("2", metadata=other)]) == (
        "@techreport{G-1-6-51-a,\n"
        "  author = {{Garden Council}},\n"
        "  title = {{Report on the garden}},\n"
        "  institution = {Garden Council},\n"
        "  number = {G/1},\n"
        "  year = {2024},\n"
        "  month = may,\n"
        "  language = {en},\n"
        "  note = {paras. 6 and 51 (a)},\n"
        "}\n\n"
        "@misc{X-2-2,\n"
        "  title = {{R\\&D}},\n"
        "  howpublished = {X/2},\n"
        "  language = {en},\n"
        "  note = {para. 2},\n"
        "}"
    )


def test_keys_of_bibtex_differ_where_letters_are_lost_or_it_is_long() -> None:
    def key(symbol: str, *labels: str) -> str:
        entry = as_bibtex_entries(cited(*labels, metadata=Metadata(symbol, "T")))
        return entry[entry.index("{") + 1 : entry.index(",")]

    assert key("A/80/66", "21(b)") == "A-80-66-21-b"
    assert key("مذكرة", "1") != key("رسالة", "1")
    assert re.fullmatch(r"1-[0-9a-f]{8}", key("مذكرة", "1"))
    many = [str(number) for number in range(100, 200, 2)]
    assert len(key("A/1", *many)) <= 80
    assert key("A/1", *many) != key("A/1", *many[:-1])


def test_ris_has_a_record_for_each_document() -> None:
    other = Metadata("X/2", "Other", date="2023")
    assert as_ris_records([*cited("6", "51(a)"), *cited("2", metadata=other)]) == (
        "TY  - RPRT\r\n"
        "TI  - Report on the garden\r\n"
        "PB  - Garden Council\r\n"
        "SN  - G/1\r\n"
        "PY  - 2024\r\n"
        "DA  - 2024/05/01/\r\n"
        "LA  - en\r\n"
        "N1  - paras. 6 and 51 (a)\r\n"
        "AB  - “Words.” “Words.”\r\n"
        "ER  - \r\n"
        "TY  - RPRT\r\n"
        "TI  - Other\r\n"
        "SN  - X/2\r\n"
        "PY  - 2023\r\n"
        "LA  - en\r\n"
        "N1  - para. 2\r\n"
        "AB  - “Words.”\r\n"
        "ER  - \r\n"
    )


@pytest.mark.parametrize(("date", "shown"), [("2024", "2024/"), ("2024-05", "2024/05//")])
def test_an_incomplete_date_stays_incomplete(date: str, shown: str) -> None:
    record = as_ris_records(cited("1", metadata=Metadata("G/1", "T", date=date)))
    assert "PY  - 2024\r\n" in record
    assert (f"DA  - {shown}\r\n" in record) == (date != "2024")


def test_a_note_of_ris_is_no_html() -> None:
    record = as_ris_records([Cited(REPORT, unit("annex:<img src=x>"))])
    assert "N1  - annex, &lt;img src=x>\r\n" in record


def test_nothing_cited_is_nothing() -> None:
    for style in (as_reference, as_quotes, as_footnote, as_bibtex_entries, as_ris_records):
        assert style([]) == ""
    assert as_markdown_quotes([], link) == ""


_foreign = st.text(
    st.characters() | st.sampled_from("{}\\%\r\n<>[]()`\u202e\x1b“”"), min_size=1, max_size=40
).filter(str.strip)


@given(_foreign, _foreign, _foreign, st.text(max_size=12))
def test_hostile_titles_and_words_break_no_style(
    symbol: str, title: str, words: str, date: str
) -> None:
    metadata = Metadata(symbol, title, body=title, date=date, language=title)
    found = [Cited(metadata, unit("3", words)), Cited(metadata, unit("annex:x", words))]
    for style in (as_reference, as_footnote):
        assert len(style(found).splitlines()) == 1
    assert len(as_quotes(found).splitlines()) == 2
    record = as_ris_records(found).split("\r\n")
    assert [line[:6] for line in record].count("TY  - ") == 1
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in record[:-1])
    assert record[-2:] == ["ER  - ", ""]
    entry = as_bibtex_entries(found).splitlines()
    assert re.fullmatch(r"@(techreport|misc)\{[A-Za-z0-9-]+,", entry[0])
    assert all(re.fullmatch(r"  [a-z]+ = (\{.*\}|[a-z]{3}),", line) for line in entry[1:-1])
    assert entry[-1] == "}"
    assert "".join(entry).count("{") == "".join(entry).count("}")
