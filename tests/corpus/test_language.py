from __future__ import annotations

import pytest

from corpus import language
from corpus.language import Language, find_language, language_of_question, take_samples

ENGLISH = (
    "The Working Group recommended that States should strengthen the protection of victims and "
    "provide them with assistance, including legal aid, in a language that they understand. "
)
FRENCH = (
    "Le Groupe de travail a recommandé aux États de renforcer la protection des victimes et de "
    "leur fournir une assistance, y compris une aide juridictionnelle, dans leur langue. "
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("El Grupo de Trabajo recomendó que los Estados reforzaran la protección de las víctimas "
         "y les prestaran asistencia en un idioma que comprendan.", "es"),
        ("Рабочая группа рекомендовала государствам усилить защиту потерпевших и оказывать им "
         "помощь на понятном им языке.", "ru"),
        ("工作组建议各国加强对被害人的保护，并以其理解的语言向其提供援助。" * 3, "zh"),
        ("أوصى الفريق العامل بأن تعزز الدول حماية الضحايا وأن تقدم لهم المساعدة بلغة يفهمونها "
         "بما فيها المساعدة القانونية.", "ar"),
        ("Die Arbeitsgruppe empfahl den Staaten, den Schutz der Opfer zu verstärken und ihnen in "
         "einer Sprache zu helfen, die sie verstehen.", "de"),
        ("O Grupo de Trabalho recomendou que os Estados reforçassem a proteção das vítimas e "
         "lhes prestassem assistência numa língua que compreendam.", "pt"),
    ],
)  # fmt: skip
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert find_language(text) == Language(code, 1.0)


def test_a_mixed_text_says_how_much_of_it_is_in_its_main_language() -> None:
    # Two thirds of the samples are English, give or take the one on the border.
    found = find_language(ENGLISH * 60 + FRENCH * 28)
    assert found.code == "en"
    assert 0.5 < found.share < 0.8
    assert found.others == ("fr",)


def test_too_few_letters_tell_nothing() -> None:
    assert find_language("A/80/1 2025") == Language("", 0.0)
    assert find_language("") == Language("", 0.0)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("What did the Board decide about wells?", "en"),  # told by its words
        ("Number of wells dug last summer?", "en"),  # told by the model
        ("Qui a emprunté la bêche des jardiniers ?", "fr"),
        ("¿Quién tomó la palabra en el debate sobre el agua?", "es"),
        ("Wie heißen die Länder, die sich zu dem Brunnen geäußert haben?", "de"),
    ],
)
def test_the_language_of_a_question_is_told(question: str, code: str) -> None:
    assert language_of_question(question) == code


def test_two_english_words_need_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError("the model was opened")

    monkeypatch.setattr(language, "_model", fail)
    assert language_of_question("What did the Board decide?") == "en"


def test_samples_cover_a_short_text_and_spread_over_a_long_one() -> None:
    assert "".join(take_samples("abcdefghij", 3, 4)) == "abcdefghij"
    assert take_samples("a" * 10 + "b" * 10 + "c" * 10, 3, 4) == ["aaaa", "bbbb", "cccc"]
    assert take_samples("", 3, 4) == []
