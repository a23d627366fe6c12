from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ReferenceSyntaxError
from corpus.labels import Part
from corpus.references import find_references, parse_reference


def brief(parts: tuple[Part, ...]) -> str:
    """Write parts as ``6..13 51(a) <annex>``: a range, a label, a whole annex."""
    return " ".join(
        f"<{p.first}>" if p.whole_annex else p.first + (f"..{p.last}" if p.last else "")
        for p in parts
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("25", "25"),
        ("para 25", "25"),
        ("Para. 25.", "25"),
        ("paragraph no. 25", "25"),
        ("para. 51 (j) (iii)", "51(j)(iii)"),
        ("51(j)(iii)", "51(j)(iii)"),
        ("51 (j)(iii)", "51(j)(iii)"),
        ("51j", "51(j)"),
        ("51.j.iii", "51(j)(iii)"),
        ("51 j iii", "51(j)(iii)"),
        ("51 j) iii)", "51(j)(iii)"),
        ("PARA.\u00a051 (J)\u2009(III)", "51(j)(iii)"),
        ("¶51", "51"),
        ("§ 51", "51"),
        ("§§ 6-13", "6..13"),
        ("12 bis", "12bis"),
        ("51 (j bis)", "51(jbis)"),
        ("12#2", "12#2"),
        ("131.12 (a)", "131.12(a)"),
        ("paragraph fifty-one, letter (g)", "51(g)"),
        ("paragraph 51, subparagraph (j)", "51(j)"),
        ("paragraph 51, sub-paragraph (j) (iii)", "51(j)(iii)"),
        ("subparagraph (j) of paragraph 51", "51(j)"),
        ("subparagraphs (i) and (j) of paragraph 51", "51(i) 51(j)"),
        ("paras. 6–13", "6..13"),
        ("paras 6 to 9", "6..9"),
        ("paragraphs 6 through 9", "6..9"),
        ("para. 6 to para. 9", "6..9"),
        ("6 \u2212 13", "6..13"),
        ("6-6", "6"),
        ("131.9–131.12", "131.9..131.12"),
        ("6, 9 and 51 (a)", "6 9 51(a)"),
        ("paras. 5, 6, and 9", "5 6 9"),
        ("51 (a)-(d)", "51(a)..51(d)"),
        ("51(a) to (d)", "51(a)..51(d)"),
        ("50 (a) and (c)", "50(a) 50(c)"),
        ("51 (j) (i) and (ii)", "51(j)(i) 51(j)(ii)"),
        ("51 (a) (i) and (b)", "51(a)(i) 51(b)"),
        ("51 (i) and (j)", "51(i) 51(j)"),
        ("annex", "<annex>"),
        ("the Annex", "<annex>"),
        ("annex I", "<annex I>"),
        ("the annex to the report", "<annex>"),
        ("annex I, para. 5", "annex I:5"),
        ("annex I, paras. 5 (a) and 6", "annex I:5(a) annex I:6"),
        ("para. 5 of annex I", "annex I:5"),
        ("para. 5, annex I", "annex I:5"),
        ("annex, CTOC/COP/WG.4/2011/3", "annex:CTOC/COP/WG.4/2011/3"),
        ("annex, A/1/2 and A/1/3", "annex:A/1/2 annex:A/1/3"),
        ("annex, L.1 and Add.1-5", "annex:L.1 and Add.1-5"),
        ("annex:A/1/L.1 and Add.1-5", "annex:A/1/L.1 and Add.1-5"),
        ("annex I:5(a)", "annex I:5(a)"),
        ("intro:1", "intro:1"),
        ("p:1", "p:1"),
        ("Summary:2", "Summary:2"),
        ("Draft decision:3(a)", "Draft decision:3(a)"),
        ('"Summary", para. 2', "Summary:2"),
        ('"Summary", introductory text, para. 2', "Summary intro:2"),
        ("preambular para. 3", "intro:3"),
        ("preamble, paras. 2–4", "intro:2..intro:4"),
        ("para. 3 of the preamble", "intro:3"),
        ("annex II, preambular para. 3", "annex II intro:3"),
        ("paras. 6–8; annex, A/1/2", "6..8 annex:A/1/2"),
        ("paragraphe 25", "25"),
        ("párrafo 51 j)", "51(j)"),
        ("pa\u0301rrafo 25", "25"),  # the accent as a character of its own
        ("párr. 25", "25"),
        ("par. 25", "25"),
        ("párrs. 6 a 9", "6..9"),
        ("paragraphes 6 à 9", "6..9"),
        ("l’annexe", "<annexe>"),
        ("anexo I", "<anexo I>"),
    ],
)
def test_forms_that_people_write(text: str, parts: str) -> None:
    reference = parse_reference(text)
    assert (reference.document, brief(reference.parts)) == (None, parts)


@pytest.mark.parametrize(
    ("text", "document", "parts"),
    [
        ("CTOC/COP/WG.4/2011/8, para. 5", "CTOC/COP/WG.4/2011/8", "5"),
        ("CTOC/COP/WG.4/2011/8 para 5", "CTOC/COP/WG.4/2011/8", "5"),
        ("A/80/66, para. 21 (b)", "A/80/66", "21(b)"),
        ("A/80/66:21(b)", "A/80/66", "21(b)"),
        ("A/80/66 (paras. 5 and 6)", "A/80/66", "5 6"),
        ("A/80/6 (Sect. 10), para. 5", "A/80/6 (Sect. 10)", "5"),
        ("para. 5 of CTOC/COP/WG.4/2011/8", "CTOC/COP/WG.4/2011/8", "5"),
        ("CTOC/COP/WG.4/2011/8/Corr.1, para. 5", "CTOC/COP/WG.4/2011/8/Corr.1", "5"),
        ("S/RES/2769 (2025), para. 3", "S/RES/2769 (2025)", "3"),
        ("S/RES/2769 (2025), preambular para. 3", "S/RES/2769 (2025)", "intro:3"),
        ("para. 3 of S/RES/2769 (2025)", "S/RES/2769 (2025)", "3"),
        ("A/81/6 (Sect. 25)/Part A, para. 3 (b)", "A/81/6 (Sect. 25)/Part A", "3(b)"),
        ("A/81/6 (Sect. 25)/Add.1, para. 3", "A/81/6 (Sect. 25)/Add.1", "3"),
        ("ICCD/COP(8)/CST/INF.1, para. 4", "ICCD/COP(8)/CST/INF.1", "4"),
        ("para. 4 of ICCD/COP(13)/21/Add.1", "ICCD/COP(13)/21/Add.1", "4"),
        ("annex to A/80/66", "A/80/66", "<annex>"),
        ("A/80/66, annex, A/1/2", "A/80/66", "annex:A/1/2"),
        ("A/80/66, Summary:2", "A/80/66", "Summary:2"),
        ("Staff handbook, para. 5", "Staff handbook", "5"),
        ("para. 5 of the present report", None, "5"),
    ],
)
def test_the_symbol_may_stand_on_either_side(text: str, document: str | None, parts: str) -> None:
    reference = parse_reference(text)
    assert (reference.document, brief(reference.parts)) == (document, parts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\u00a0",
        "hello",
        "para",
        "para. x",
        "the 60 States",
        "article 6",
        "para. 5 of the Protocol",
        "para. 5 of A/1/2; A/1/3, para. 6",
        "A/80/66",
        "10:30",
        "9999999",
        "9" * 10_000,
        "(" * 10_000,
        "51" + "(a)" * 10_000,
        "para. 5\x00",
        "paras. 5 and",
        "5,,6",
        "“Summary, para. 2",
    ],
)
def test_what_is_no_reference_is_told_with_forms_that_work(text: str) -> None:
    with pytest.raises(ReferenceSyntaxError) as error:
        parse_reference(text)
    message = str(error.value)
    assert message.endswith("Forms that work: 51(j)(iii); paras. 6–13; annex I, para. 5")
    assert "\n" not in message
    assert len(message) < 200


def test_an_error_names_the_text() -> None:
    with pytest.raises(ReferenceSyntaxError, match="Cannot read 'para. x' as a reference"):
        parse_reference("para. x")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("9-6", "9–6 runs backwards"),
        ("51 (d)-(a)", r"51\(d\)–51\(a\) runs backwards"),
        ("51 (j) (vi)–(ii)", "runs backwards"),
        ("131.12-131.9", "runs backwards"),
        ("6-51(a)", "not at one level"),
        ("50(a)-51(c)", "not at one level"),
    ],
)
def test_a_range_must_go_forward_at_one_level(text: str, fault: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=fault):
        parse_reference(text)


def test_offsets_leave_out_white_space_around_the_reference() -> None:
    reference = parse_reference("  para. 5\n")
    assert (reference.start, reference.end, reference.text) == (2, 9, "para. 5")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("what does para. 51 (j) (iii) say?", "para. 51 (j) (iii) = 51(j)(iii)"),
        ("I'd like to see paras 6 to 9", "paras 6 to 9 = 6..9"),
        ("¶ 25 in short?", "¶ 25 = 25"),
        ("show me paragraph 12 please", "paragraph 12 = 12"),
        ("compare paras. 6 and 9", "paras. 6 and 9 = 6 9"),
        ("compare para 6 and para 9", "para 6 = 6; para 9 = 9"),
        ("does 51(j)(iii) hold?", "51(j)(iii) = 51(j)(iii)"),
        ("what does 50 e say", "50 e = 50(e)"),
        ("51 e in plain words please", "51 e = 51(e)"),
        ("para. 50 (a) and (c) say what?", "para. 50 (a) and (c) = 50(a) 50(c)"),
        (
            "paragraph fifty, letter (g): what is it about",
            "paragraph fifty, letter (g) = 50(g)",
        ),
        ("paragraphs twenty to thirty", "paragraphs twenty to thirty = 20..30"),
        ("what does annex I, para. 5 say", "annex I, para. 5 = annex I:5"),
        ("paragraph 5 of the annex", "paragraph 5 of the annex = annex:5"),
        ("what is annex, A/1/2 about?", "annex, A/1/2 = annex:A/1/2"),
        ("explain “Summary”, para. 2 please", "“Summary”, para. 2 = Summary:2"),
        (
            "explain “Summary”, introductory text, para. 2 please",
            "“Summary”, introductory text, para. 2 = Summary intro:2",
        ),
        ("explain “See para. 5”, para. 2", "“See para. 5”, para. 2 = See para. 5:2"),
        ("explain “Summary”, 51(j)", "51(j) = 51(j)"),
        ("explain “Summary”, annex I, para. 2", "annex I, para. 2 = annex I:2"),
        ("¿qué dice el párrafo 25?", "párrafo 25 = 25"),
        ("que dit le paragraphe 25 ?", "paragraphe 25 = 25"),
        ("resume el párr. 25, por favor", "párr. 25 = 25"),
        ("résume le par. 25", "par. 25 = 25"),
        ("paras. 9-6 please", "paras. 9-6 = 9..6"),  # resolve says that it runs backwards
        # A number by itself counts only as the whole question.
        ("25", "25 = 25"),
        ("25?", "25 = 25"),
        ("6-13", "6-13 = 6..13"),
        ("how did the 60 States vote", ""),
        ("in 2011, what happened?", ""),
        ("what does 51 say?", ""),
        ("60 a day", ""),
        ("How many States (60) attended?", ""),
        # Further numbers belong to the sentence.
        ("In para 6, 60 States are named", "para 6 = 6"),
        ("In paras 6 and 7, 60 States spoke", "paras 6 and 7 = 6 7"),
        ("para 25 and 60 States", "para 25 = 25"),
        # "par" and "para" are prepositions in French and Spanish.
        ("adopté par 60 États", ""),
        ("¿qué dice para 25 Estados?", ""),
    ],
)
def test_references_in_running_text(question: str, found: str) -> None:
    references = find_references(question)
    assert "; ".join(f"{r.text} = {brief(r.parts)}" for r in references) == found
    assert all(r.document is None for r in references)


@pytest.mark.parametrize(
    "question",
    [
        "what does article 6, paragraph 6, of the Protocol say?",
        "In accordance with article 6, paragraph 2, of the Trafficking in Persons Protocol",
        "paragraph 44 of General Assembly resolution 64/293",
        "see General Assembly resolution 64/293, paragraph 44",
        "and what about para 5 of the Convention",
        "rule 2, paragraph 2, of the rules of procedure",
        "paragraph 3 of article 32",
        "article 6 (1) (a) of the Convention",
        "articles 6 and 7(a)",
        "agenda item 3 (a)",
        "annex 5(a)",
        "Security Council resolution 1325 (2000)",
        "what does GDPR 6 (1) require",
        "the Protocol's paragraph 6",
        "the Convention on the Rights of the Child, para. 5",
        "paragraph 5 of annex I to the Convention",
        "paragraph 5 of chapter III of the Convention",
        "paragraph 25 of the Lisbon Programme",
        "le paragraphe 5 de l'article 6",
        "el párrafo 5 del Protocolo",
    ],
)
def test_paragraphs_of_other_instruments_are_not_ours(question: str) -> None:
    assert find_references(question) == ()


@pytest.mark.parametrize(
    "owner",
    [
        "of the report",
        "of the Working Group report",
        "of this document",
        "of the present report",
        "of the Secretariat's note",
        "of it",
        "of section II",
        "in the report",
        "du rapport",
        "del informe",
    ],
)
def test_paragraphs_of_the_document_itself_are_ours(owner: str) -> None:
    (reference,) = find_references(f"what is paragraph 44 {owner} about?")
    assert (reference.document, brief(reference.parts)) == (None, "44")


@pytest.mark.parametrize(
    "symbol",
    ["ICCD/COP(8)/CST/INF.1", "S/RES/2769 (2025)", "A/81/6 (Sect. 25)/Part A"],
)
def test_a_symbol_with_brackets_is_read_whole_in_a_question(symbol: str) -> None:
    (reference,) = find_references(f"What does paragraph 3 of {symbol} say about costs?")
    assert (reference.document, brief(reference.parts)) == (symbol, "3")


def test_ours_is_found_beside_what_is_not() -> None:
    (reference,) = find_references("resolution 64/293, para. 44, and para. 25 of the report")
    assert reference.text == "para. 25"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what does A/80/66, para. 5 say?", "A/80/66, para. 5"),
        ("what does para. 5 of A/80/66 say?", "para. 5 of A/80/66"),
        ("what does para. 5 of document A/80/66 say?", "para. 5 of document A/80/66"),
        ("show A/80/66, annex", "A/80/66, annex"),
        ("what is in the annex to A/80/66?", "annex to A/80/66"),
    ],
)
def test_a_symbol_in_the_question_goes_with_its_reference(question: str, text: str) -> None:
    (reference,) = find_references(question)
    assert reference.document == "A/80/66"
    assert reference.text == text
    assert brief(reference.parts) == ("<annex>" if "annex" in text else "5")


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("what is in the annex?", "<annex>"),
        ("list the annex", "<annex>"),
        ("Could you please show me annex I?", "<annex I>"),
        ("what's in the annex to the report", "<annex>"),
        ("que contient l'annexe ?", "<annexe>"),
        ("¿qué contiene el anexo?", "<anexo>"),
        ("In the annex, which document number goes with the background paper?", None),
        ("what is in the annex to the Convention?", None),
        ("does the annex mention organs?", None),
    ],
)
def test_the_annex_counts_if_it_is_what_is_asked_for(question: str, parts: str | None) -> None:
    assert [brief(r.parts) for r in find_references(question)] == ([parts] if parts else [])


_SCRAPS = (
    "para. paras § ¶ 51 6 13 131.12 (j) (iii) j) , ; : . – - and to of the report Protocol article "
    "annex I A/80/66 “ ” \" ' # #2 [2nd] bis subparagraph item ( ) intro p unnumbered introductory "
    "preamble text fifty one a y par para ¿ Convention 64/293 \u0301 \u00a0 \x00 ſ ß"
)
_scraps = st.sampled_from(_SCRAPS.split(" "))
_texts = st.text() | st.lists(_scraps, max_size=14).map(" ".join) | st.lists(_scraps).map("".join)


@given(_texts)
def test_any_text_is_a_reference_or_a_syntax_error(text: str) -> None:
    try:
        reference = parse_reference(text)
    except ReferenceSyntaxError:
        return
    assert reference.parts
    assert text[reference.start : reference.end] == reference.text == text.strip()


@given(_texts)
def test_references_found_lie_where_they_say_in_order(text: str) -> None:
    references = find_references(text)
    assert all(text[r.start : r.end] == r.text and r.text and r.parts for r in references)
    ends = [0, *(r.end for r in references)]
    assert all(end <= r.start for end, r in zip(ends, references, strict=False))


@pytest.mark.parametrize("scrap", ["“", "a.", "a/", "51(a)", "annex ", "item (a), ", "article 6, "])
def test_long_nonsense_comes_to_an_end(scrap: str) -> None:
    # Reading again from each of thousands of starts would run into the time limit of the tests.
    text = scrap * 3_000
    assert all(text[r.start : r.end] == r.text for r in find_references(text))
    with pytest.raises(ReferenceSyntaxError):
        parse_reference(text)
