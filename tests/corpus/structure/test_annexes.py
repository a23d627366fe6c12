"""Annexes, and annexes of annexes."""

from __future__ import annotations

from corpus.readers import source_from_text
from corpus.structure.parse import parse


def test_an_annex_whose_name_comes_again_is_one_of_the_annex_before_it() -> None:
    reading = parse(
        source_from_text(
            "1. The Meeting met.\n\nAnnex I\n\n1. The river rose.\n\nAnnex II\n\n"
            "1. The Meeting adopted a decision.\n\nAnnex I\n\n1. The lake fell.\n\n"
            "Annex III\n\n1. The Meeting closed.\n"
        )
    )
    assert [unit.label for unit in reading.units] == [
        "1",
        "annex I:1",
        "annex II:1",
        "annex II annex I:1",
        "annex III:1",
    ]
    assert reading.units[3].heading_path == ("Annex II", "Annex I")
    assert reading.problems == ()
