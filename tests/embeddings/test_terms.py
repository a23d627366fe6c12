from __future__ import annotations

import pytest

from embeddings.terms import tokenize


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        # Snowball takes -s and -ing off; "the" and "of" are function words.
        ("The victims of trafficking", ["victim", "traffick"]),
        ("", []),
        ("the of and", []),
        # Accents are folded.
        ("São Tomé, Côte d'Ivoire", ["sao", "tome", "cote", "d'ivoir"]),
        # Possessives, straight or curly, stem like the word.
        ("States’ State's state", ["state", "state", "state"]),
        # Numbers stay; thousands lose their comma.
        ("1,250 of 98 in 2011", ["1250", "98", "2011"]),
        # A symbol stands whole and in parts.
        ("CTOC/COP/WG.4/2011/3", ["ctoc/cop/wg.4/2011/3", "ctoc", "cop", "wg", "4", "2011", "3"]),
        ("131.12", ["131.12", "131", "12"]),
        # Hyphens and slashes between plain words only part them.
        ("follow-up organs/tissues", ["follow", "organ", "tissu"]),
        # A sentence's full stop is no separator.
        ("See WG.4.", ["see", "wg.4", "wg", "4"]),
        # A function word in capitals is an acronym.
        ("WHO said who", ["who", "said"]),
        ("51 (j) (iii)", ["51", "j", "iii"]),
        # Letters beyond Latin stay as they are.
        ("Рабочая группа", ["рабочая", "группа"]),
    ],
)
def test_terms_of_a_text(text: str, terms: list[str]) -> None:
    assert tokenize(text) == terms


def test_repeats_are_kept_in_order() -> None:
    assert tokenize("organ removal, organ trade") == ["organ", "remov", "organ", "trade"]
