"""Footnotes and endnotes of a DOCX: marks out of the text, notes apart."""

from __future__ import annotations

from corpus.readers.docx import read_docx
from corpus.source import Source
from tests.support.docx_files import make_docx, par, run, style, table

RAISED = '<w:vertAlign w:val="superscript"/>'


def read(body: str, **parts: str) -> Source:
    return read_docx(make_docx(body, **parts), "f.docx", "f.docx")


def lines(source: Source) -> list[tuple[str, tuple[str, ...]]]:
    return [(line.text, line.marks) for line in source.lines if line.text]


def notes(source: Source) -> list[tuple[str, str]]:
    return [(note.mark, note.text) for note in source.notes]


def reference(identity: int, kind: str = "footnote", own: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if own else ""
    mark = f"<w:t>{own}</w:t>" if own else ""
    return f'<w:r><w:{kind}Reference{follows} w:id="{identity}"/>{mark}</w:r>'


def note(identity: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identity}">{"".join(paragraphs)}</w:{kind}>'


FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="0"/>'
    + note(2, par("\tSee A/80/6."), par("And A/80/7."))
    + note(3, par("Second."))
    + note(4, par("* By hand."))
)


def test_marks_are_counted_in_order_and_taken_out_of_the_text() -> None:
    body = par(
        runs=run("The scale") + reference(3) + run(", with") + reference(2) + run(" costs.")
    ) + par(runs=run("Again") + reference(4, own="*") + run("."))
    source = read(body, footnotes=FOOTNOTES)
    assert lines(source) == [("The scale, with costs.", ("1", "2")), ("Again.", ("*",))]
    assert notes(source) == [
        ("1", "Second."),
        ("2", "See A/80/6. And A/80/7."),
        ("*", "By hand."),
    ]


def test_a_mark_of_ones_own_is_not_counted_and_may_stand_in_the_next_run() -> None:
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/></w:r>'
    body = par(runs=run("A") + custom + run("*", RAISED) + run(" and b") + reference(2))
    assert lines(read(body, footnotes=FOOTNOTES)) == [("A and b", ("*", "1"))]


def test_endnotes_are_roman_unless_the_file_says_otherwise() -> None:
    body = par(runs=run("Text") + reference(2, "endnote"))
    end = note(2, par("The end."), kind="endnote")
    assert notes(read(body, endnotes=end)) == [("i", "The end.")]
    settings = '<w:endnotePr><w:numFmt w:val="decimal"/><w:numStart w:val="5"/></w:endnotePr>'
    assert notes(read(body, endnotes=end, settings=settings)) == [("5", "The end.")]


def test_notes_may_begin_anew_in_each_section() -> None:
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    first = par("A", section, runs=reference(2))
    body = first + par("B", runs=reference(3)) + section
    assert lines(read(body, footnotes=FOOTNOTES)) == [("A", ("1",)), ("B", ("1",))]


def test_notes_in_deleted_text_are_not_counted() -> None:
    body = par("A", runs=f'<w:del w:id="1">{reference(2)}</w:del>' + reference(3))
    assert notes(read(body, footnotes=FOOTNOTES)) == [("1", "Second.")]


def test_raised_digits_behind_a_word_are_marks_and_those_of_units_and_powers_are_not() -> None:
    body = par(
        runs=run("The scale.")
        + run("2", RAISED)
        + run(" An area of 5 km")
        + run("2", RAISED)
        + run(" or 10")
        + run("6", RAISED)
        + run(" cells of the 1")
        + run("st", RAISED)
        + run(" report")
        + run("3, 4", RAISED)
        + run(".")
    )
    expected = "The scale. An area of 5 km2 or 106 cells of the 1st report."
    assert lines(read(body)) == [(expected, ("2", "3", "4"))]


def test_a_raised_letter_is_a_mark_where_a_note_below_begins_with_it() -> None:
    mark = run("a", RAISED)
    cells = [par("Staff", runs=mark), par("12", runs=mark + run(",", RAISED) + run("b", RAISED))]
    body = (
        table([par("Item"), par("2025")], cells, header=1)
        + par(runs=mark + run("\tEstimates."))
        + par(runs=run("b", RAISED) + run(" Gross."))
        + par("No mark", runs=run("c", RAISED))
    )
    source = read(body)
    assert lines(source) == [
        ("Item\t2025", ()),
        ("Staff\t12", ("a", "a", "b")),
        ("No markc", ()),
    ]
    assert notes(source) == [("a", "Estimates."), ("b", "Gross.")]


def test_raised_numbers_of_a_laws_paragraphs_are_no_notes() -> None:
    body = par(runs=run("1", RAISED) + run("The law applies.")) + par(
        runs=run("2", RAISED) + run(" It ends.")
    )
    assert lines(read(body)) == [("1 The law applies.", ()), ("2 It ends.", ())]


def test_typed_stars_are_marks_where_a_note_begins_with_them() -> None:
    frame = '<w:framePr w:w="9000"/>'
    body = (
        par("Items 138 and 139 of the preliminary list**")
        + par("\t*\tReissued for technical reasons.", frame)
        + par("\t**\tA/81/50.", frame)
        + par("* a bullet, of which there are more than marks")
        + par("* another")
    )
    source = read(
        body + '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>',
        header1=par("A/81/6*"),
    )
    assert lines(source) == [
        ("Items 138 and 139 of the preliminary list", ("**",)),
        ("* a bullet, of which there are more than marks", ()),
        ("* another", ()),
    ]
    assert notes(source) == [("*", "Reissued for technical reasons."), ("**", "A/81/50.")]


def test_a_mark_of_a_superscript_style_counts_as_raised() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        f'<w:name w:val="footnote reference"/><w:rPr>{RAISED}</w:rPr></w:style>'
    )
    body = par("The report.", runs=run("7", '<w:rStyle w:val="FootnoteReference"/>'))
    assert lines(read(body, styles=styles)) == [("The report.", ("7",))]


def test_an_unknown_note_leaves_its_mark() -> None:
    source = read(par("Text", style("None"), runs=reference(99)), footnotes=FOOTNOTES)
    assert lines(source) == [("Text", ("1",))]
    assert source.notes == ()
