from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.display import cite, cite_many, display, display_many, display_range
from corpus.labels import Part, fold_label, number_key, split_label, step_values
from corpus.references import parse_reference
from corpus.types import Located, Unit, UnitKind

_letters = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
_latin = st.sampled_from(["", "", "", "bis", "ter", "quater"])
_again = st.sampled_from(["", "", "", "#2", "#3", "#11"])
_romans = st.sampled_from(["i", "ii", "iii", "iv", "v", "vi", "ix", "x", "xl"])
_counts = st.integers(1, 999_999).map(str)
_numbers = st.builds(
    "{}{}{}".format,
    st.lists(_counts, min_size=1, max_size=4).map(".".join) | st.just("5.III.9"),
    _latin,
    _again,
)
_subs = st.builds(
    "({}{}){}".format,
    _letters | _romans | st.integers(1, 99).map(str) | st.just("aa"),
    _latin,
    _again,
)
_places = st.builds("{}{}".format, _numbers, st.lists(_subs, max_size=4).map("".join))
_words = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("“”\"',;:.()#5a "), min_size=1
)
_annexes = st.sampled_from(["annex", "annex I", "annex IV", "annex B", "annex 12", "appendix 2"])
_divisions = _annexes | st.sampled_from(
    ["annex I intro", "intro", "p", "Summary", "Draft: decision", "Resolution 1 intro"]
)
_cells = _words | st.sampled_from(
    ["CTOC/COP/WG.4/2011/3", "A/1/L.1 and Add.1-5", "para. 5", "5 and 6", "I", "the annex", "x, y"]
)
_labels = (
    _places
    | st.builds("{}:{}".format, _divisions | _words, _places)
    | st.builds("{}:{}".format, _annexes | _words, _cells)
    | _words
)


def labels_of(text: str) -> list[str]:
    """Read a reference; write out its ranges, whose ends are ``stem + n`` in the tests."""
    found = []
    for part in parse_reference(text).parts:
        if part.last is None:
            found.append(part.first)
            continue
        first, last = split_label(part.first), split_label(part.last)
        *above, low = first.steps
        stem = f"{first.division}:" * bool(first.division) + "".join(above)
        if not above:
            prefix = low.rpartition(".")[0] + "." * ("." in low)
            ends = number_key(low)[0][-1], number_key(last.steps[-1])[0][-1]
            found += [f"{stem}{prefix}{n}" for n in range(ends[0], ends[1] + 1)]
            continue
        names = {
            "letter": [f"({c})" for c in "abcdefghijklmnopqrstuvwxyz"],
            "roman": [
                f"({r})" for r in ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
            ],
            "number": [f"({n})" for n in range(1, 100)],
        }
        # "roman" before "letter": the test has no run of letters from (i) on.
        kind = max(step_values(low).keys() & step_values(last.steps[-1]).keys())
        series = names[kind]
        between = series[series.index(low) : series.index(last.steps[-1]) + 1]
        found += [f"{stem}{step}" for step in between]
    return found


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("25", "para. 25"),
        ("51(j)(iii)", "para. 51 (j) (iii)"),
        ("55(1)(a)", "para. 55 (1) (a)"),
        ("131.12(a)", "para. 131.12 (a)"),
        ("12bis", "para. 12 bis"),
        ("51(jbis)", "para. 51 (j bis)"),
        ("51(bis)", "para. 51 (bis)"),
        ("12#2", "para. 12 [2nd]"),
        ("12#3(a)", "para. 12 [3rd] (a)"),
        ("12#11", "para. 12 [11th]"),
        ("annex:CTOC/COP/WG.4/2011/3", "annex, CTOC/COP/WG.4/2011/3"),
        ("annex:A/1/L.1 and Add.1-5", "annex, A/1/L.1 and Add.1-5"),
        ("annex I:5", "annex I, para. 5"),
        ("annex I:5(a)", "annex I, para. 5 (a)"),
        ("annex I intro:1", "annex I, introductory text, para. 1"),
        ("intro:1", "introductory text, para. 1"),
        ("p:4", "unnumbered para. 4"),
        ("Summary:2", "“Summary”, para. 2"),
        ("Resolution 1 intro:2", "“Resolution 1”, introductory text, para. 2"),
        ("Participants:Albania", "“Participants”, Albania"),
        # Quoted, because plain they would read as paragraph 5, as two rows, as two segments.
        ("annex:para. 5", "annex, “para. 5”"),
        ("annex:A/1/2 and A/1/3", "annex, “A/1/2 and A/1/3”"),
        ("annex:a; b", "annex, “a; b”"),
        ('annex:5" gun', 'annex, “5" gun”'),
        ("The “new” text:1", "“The “new”” text”, para. 1"),
        ("no known form", "“no known form”"),
    ],
)
def test_each_kind_of_label_has_its_form(label: str, shown: str) -> None:
    assert display(label) == shown
    assert parse_reference(shown).parts == (Part(label),)


@given(_labels)
def test_every_label_is_read_back_from_its_form(label: str) -> None:
    reference = parse_reference(display(label))
    assert (reference.document, reference.parts) == (None, (Part(label),))


@given(_labels)
def test_a_label_taken_apart_can_be_put_together(label: str) -> None:
    assert split_label(label).text == label


@given(
    st.sampled_from(
        ["CTOC/COP/WG.4/2011/8", "A/80/6 (Sect. 10)", "S/PV.9", "Handbook", "My notes"]
    ),
    _labels,
)
def test_every_citation_is_read_back(symbol: str, label: str) -> None:
    reference = parse_reference(cite(symbol, label))
    assert (reference.document, reference.parts) == (symbol, (Part(label),))


def test_a_citation_has_the_symbol_in_front() -> None:
    assert cite("A/80/66", "21(b)") == "A/80/66, para. 21 (b)"


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        ("", ""),
        ("6", "para. 6"),
        ("6 7", "paras. 6 and 7"),
        ("6 7 8", "paras. 6–8"),
        ("6 9 51(a)", "paras. 6, 9 and 51 (a)"),
        ("9 8 6 7 6", "paras. 6–9"),
        ("1 2 3 5 7 8 9", "paras. 1–3, 5 and 7–9"),
        ("50(a) 50(c)", "para. 50 (a) and (c)"),
        ("51(h) 51(i) 51(j)", "para. 51 (h)–(j)"),  # (i) is a letter here …
        ("51(j)(i) 51(j)(iii) 51(j)(ii)", "para. 51 (j) (i)–(iii)"),  # … and a roman number here
        ("2(v) 2(ix) 2(i)", "para. 2 (i), (v) and (ix)"),
        ("55(2) 55(1)(a) 55(1)(b)", "paras. 55 (1) (a), 55 (1) (b) and 55 (2)"),
        ("51(j)(i) 51(j)(iii)", "para. 51 (j) (i) and (iii)"),
        # three sub-paragraphs of one paragraph are a range beside other paragraphs too
        ("60 51(a) 51(b) 51(c)", "paras. 51 (a)–(c) and 60"),
        ("51(c) 52(d) 52(e)", "paras. 51 (c), 52 (d) and 52 (e)"),
        ("50 50(a) 51", "paras. 50, 50 (a) and 51"),
        ("131.9 131.10 131.11", "paras. 131.9–131.11"),
        ("12 12bis 13", "paras. 12, 12 bis and 13"),
        ("p:1 p:2 p:3", "unnumbered paras. 1–3"),
        ("7 annex:A/1/2 6 annex:A/1/3", "paras. 6 and 7; annex, A/1/2; annex, A/1/3"),
    ],
)
def test_several_labels_are_joined(labels: str, shown: str) -> None:
    assert display_many(labels.split()) == shown


_siblings = st.builds(
    lambda stem, steps: [f"{stem}({step})" for step in steps],
    st.sampled_from(["50", "51(j)", "annex I:3"]),
    st.lists(st.sampled_from("abcdfhkz"), min_size=1)
    | st.lists(_romans, min_size=1)
    | st.lists(st.integers(1, 9), min_size=1),
)


def place(symbol: str, label: str, kind: UnitKind = "paragraph", page: int | None = 9) -> Located:
    return Located(symbol, Unit(label, kind, "", "Words.", "", (), page, 0, 6, None, 2))


def test_places_of_one_document_are_joined_behind_its_symbol() -> None:
    cited = [place("A/80/66", label) for label in ("6", "51(a)", "9", "annex:A/80/3")]
    assert cite_many(cited) == "A/80/66, paras. 6, 9 and 51 (a); annex, A/80/3"
    assert cite_many(cited[:1]) == "A/80/66, para. 6"
    assert cite_many([]) == ""


def test_places_of_several_documents_each_carry_their_symbol() -> None:
    cited = [place("A/1", "6"), place("A/2", "7"), place("A/1", "annex I:5"), place("A/1", "7")]
    # Without the symbol before it, annex I could be taken for the annex of A/2.
    assert cite_many(cited) == "A/1, paras. 6 and 7; A/1, annex I, para. 5; A/2, para. 7"


def test_unnumbered_text_has_its_page_behind_it() -> None:
    cited = [place("A/1", f"p:{n}", "text", page) for n, page in ((1, 2), (2, 3), (3, 3))]
    joined = cite_many([*cited, place("A/1", "5")])
    assert joined == "A/1, unnumbered paras. 1–3 (pp. 2 and 3); para. 5"
    parts = parse_reference(joined).parts
    assert parts == (Part("p:1", "p:3"), Part("5"))
    assert cite_many([place("A/1", "Summary:1", "text", 4)]) == "A/1, “Summary”, para. 1 (p. 4)"
    assert cite_many([place("A/1", "p:1", "text", None)]) == "A/1, unnumbered para. 1"


@given(_labels, st.none() | st.integers(1, 9))
def test_a_place_with_its_page_is_read_back(label: str, page: int | None) -> None:
    reference = parse_reference(cite_many([place("A/80/66", label, "text", page)]))
    assert (reference.document, reference.parts) == ("A/80/66", (Part(label),))


@given(st.lists(st.integers(1, 20).map(str) | _labels) | _siblings)
def test_several_labels_are_read_back(labels: list[str]) -> None:
    if not labels:
        return
    assert sorted(labels_of(display_many(labels))) == sorted(set(labels))


def test_a_range_repeats_only_what_differs() -> None:
    assert display_range("6", "13") == "paras. 6–13"
    assert display_range("51(a)", "51(d)") == "para. 51 (a)–(d)"
    assert display_range("annex I:1", "annex I:4") == "annex I, paras. 1–4"


def test_labels_fold_case_white_space_and_the_annexes_language() -> None:
    assert fold_label("Annexe  I:5") == fold_label("annex i:5") == fold_label("anexo I:5")
    assert fold_label("annexation:1") != fold_label("annexeation:1")
