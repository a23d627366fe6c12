from __future__ import annotations

import pytest

from corpus.glyphs import find_glyph_faults

TEXT = (
    "The Working Group recommended that States parties should strengthen the protection of victims "
    "and provide them with assistance, including legal aid, in a language that they understand "
    "(CTOC/COP/WG.4/2011/8, para. 51 (j)); see https://example.org/a1b2c3. McDonald paid 5 km². "
) * 5
ARABIC = "أوصى الفريق العامل بأن تعزز الدول الأطراف حماية الضحايا في البلدان وأن تقدم المساعدة " * 5


def shift(text: str) -> str:
    """Each letter as the third after it, as fonts with their own numbering give."""
    return "".join(chr(ord(c) + 3) if c.isascii() and c.isalpha() else c for c in text)


def test_sound_texts_have_no_fault() -> None:
    assert find_glyph_faults(TEXT) == ()
    assert find_glyph_faults(ARABIC) == ()
    assert find_glyph_faults("工作组建议各国加强对被害人的保护。" * 20) == ()
    assert find_glyph_faults("") == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (shift(TEXT), "vowels"),
        (TEXT.replace("ti", "\ue001"), "no meaning"),
        (TEXT.replace("a", "\ufffd"), "no meaning"),
        (" ".join(TEXT), "single letters"),
        (TEXT.replace("https://example.org/a1b2c3", "it").replace(" ", ""), "blanks"),
        (TEXT.replace("e ", "é ").encode().decode("cp1252"), "encoding"),
        ("The 2–4 States’ reports. ".encode("mac_roman").decode("cp1252") * 20, "encoding"),
        (" ".join(word[::-1] for word in ARABIC.split()), "backwards"),
        (ARABIC.replace("ا", "\ufe8d").replace("ل", "\ufedf"), "shapes"),
        (TEXT.replace("o", "0"), "digits"),
    ],
)
def test_broken_texts_show(text: str, fault: str) -> None:
    assert any(fault in found for found in find_glyph_faults(text))


def test_bullets_of_symbol_fonts_are_no_fault() -> None:
    assert find_glyph_faults(f"\uf0b7 {TEXT}") == ()
