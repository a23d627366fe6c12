from __future__ import annotations

import pytest

from corpus.series import find_bodies
from corpus.symbols import (
    Revision,
    is_symbol,
    normalise_symbol,
    read_revision,
    read_symbols,
    symbol_in_name,
    symbol_key,
)


@pytest.mark.parametrize(
    "symbol",
    [
        "A/79/722",
        "A/HRC/27/3",
        "E/CN.6/2025/3/Rev.1",
        "E/CN.4/Sub.2/2003/12/Rev.2",
        "S/RES/2769 (2025)",
        "S/PV.9838 (Resumption 1)",
        "A/81/6 (Sect. 29B)",
        "A/81/6 (Sect. 25)/Part A",
        "A/80/6 (Sect. 3)/Corr.1",
        "DP-FPA/2025/1",
        "DP/FPA/2025/4 (Part I/Add.1)",
        "ICCD/COP(8)/CST/INF.1",
        "A/RES/ES-11/1",
        "A/HRC/S-12/1",
        "CTOC/COP/WG.4/2011/8",
        "UNEP/EA.5/Res.14",
        "COM/2020/123",
    ],
)
def test_symbols_are_known_and_keep_their_spelling(symbol: str) -> None:
    assert read_symbols(symbol) == (symbol,)
    assert is_symbol(symbol)


@pytest.mark.parametrize(
    "text",
    [
        "HIV/AIDS", "and/or", "24/7", "2024/25", "N/A", "km/h", "I/2", "P4/P5", "A_79_722", "A",
        "see A/79/722", "A/79/722.", "(A/79/722)", "* A/80/150", "GE.25-04731", "", "/" * 200,
    ],
)  # fmt: skip
def test_other_words_are_no_symbols(text: str) -> None:
    assert read_symbols(text) == ()


@pytest.mark.parametrize(
    ("printed", "symbols"),
    [
        ("A/79/722-S/2025/27", ("A/79/722", "S/2025/27")),
        ("A/80/74/Add.1-E/2025/53/Add.1", ("A/80/74/Add.1", "E/2025/53/Add.1")),
        ("A/79/843*-S/2025/201*", ("A/79/843", "S/2025/201")),
        ("A/79/722 – S/2025/27", ("A/79/722", "S/2025/27")),
        ("E/2025/44-E/C.16/2025/9", ("E/2025/44", "E/C.16/2025/9")),
    ],
)
def test_a_masthead_can_print_two(printed: str, symbols: tuple[str, ...]) -> None:
    assert read_symbols(printed) == symbols
    assert not is_symbol(printed)


def test_spelling_is_made_the_masthead_s() -> None:
    assert normalise_symbol("A/81/6(SECT.25)") == "A/81/6 (Sect. 25)"
    assert normalise_symbol("S/RES/2769(2025)*") == "S/RES/2769 (2025)"
    assert normalise_symbol("E/2025/3/REV. 1") == "E/2025/3/Rev.1"
    assert normalise_symbol("A/79\u00a0/\u2011722") == "A/79/-722"


def test_revisions_and_corrigenda_name_what_they_belong_to() -> None:
    assert read_revision("A/80/1") == Revision("A/80/1")
    assert read_revision("A/80/1/Rev.2") == Revision("A/80/1", number=2)
    assert read_revision("A/80/1/Add.1/Rev.1") == Revision("A/80/1/Add.1", number=1)
    assert read_revision("A/80/1/Rev.1/Corr.3") == Revision("A/80/1/Rev.1", corrigendum=3)
    assert read_revision("A/80/1/Add.1") == Revision("A/80/1/Add.1")


@pytest.mark.parametrize(
    ("file", "symbol"),
    [
        ("A_79_722.en.pdf", "A/79/722"),
        ("DP_FPA_2025_4 (Part I_Add.1).en.pdf", "DP/FPA/2025/4 (Part I/Add.1)"),
        ("A_81_6 (SECT. 29B).docx", "A/81/6 (Sect. 29B)"),
        ("S_RES_2769 (2025).en.pdf", "S/RES/2769 (2025)"),
        ("folder/A_HRC_27_3_E.pdf", "A/HRC/27/3"),
        ("report_2025.pdf", ""),
        ("E_page_2.html", ""),
        ("N2500440.pdf", ""),
        ("000_86014599b6f92a05.txt", ""),
    ],
)
def test_a_file_name_may_state_a_symbol(file: str, symbol: str) -> None:
    assert symbol_in_name(file) == symbol


def test_keys_are_alike_for_one_symbol_in_two_spellings() -> None:
    assert symbol_key("A_81_6 (SECT. 25)") == symbol_key("A/81/6 (Sect. 25)")
    assert symbol_key("S/RES/2769") == symbol_key("S/RES/2769 (2025)")
    assert symbol_key("A/79/7") != symbol_key("A/79/7/Add.13")


def test_a_series_tells_its_bodies_the_widest_first() -> None:
    assert find_bodies("E/CN.6/2025/3") == (
        "Economic and Social Council",
        "Commission on the Status of Women",
    )
    assert find_bodies("A/80/1") == ("General Assembly",)
    # The session number in brackets is no part of the series.
    assert find_bodies("ICCD/COP(8)/CST/INF.1")[-1] == "Committee on Science and Technology"
    assert find_bodies("XYZ/1/2") == ()
