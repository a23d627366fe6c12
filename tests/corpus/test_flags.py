from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.flags import find_flags, refusal
from corpus.metadata import guess_metadata
from corpus.readers import source_from_text
from corpus.source import Source
from corpus.structure.parse import parse
from corpus.types import Problem

SENTENCE = "The Committee recommended that States should strengthen the protection of all victims."
REPORT = "Report\n\n" + "\n\n".join(f"{n}. {SENTENCE}" for n in range(1, 8)) + "\n"


def kinds(source: Source, languages: tuple[str, ...] = ("en",)) -> list[str]:
    reading = parse(source)
    metadata = guess_metadata(source, reading, source.name)
    return [flag.kind for flag in find_flags(source, reading, metadata, languages)]


def why_not(source: Source) -> str | None:
    reading = parse(source)
    return refusal(source, reading, guess_metadata(source, reading, source.name))


def text(words: str, name: str = "a.txt") -> Source:
    return source_from_text(words, name=name)


def test_a_clean_report_has_no_flag() -> None:
    assert kinds(text(REPORT)) == []
    assert why_not(text(REPORT)) is None


def test_what_the_reader_found_is_passed_on() -> None:
    fault = Problem("no text", "", "2 of 9 pages have no text: 3, 4.")
    assert kinds(replace(text(REPORT), faults=(fault,))) == ["no text"]


def test_another_language_is_flagged_unless_it_is_asked_for() -> None:
    french = "Le Comité a recommandé aux États de renforcer la protection de toutes les victimes."
    source = text(REPORT.replace(SENTENCE, french))
    assert kinds(source) == ["language"]
    assert kinds(source, ("en", "fr")) == []


def test_a_text_in_two_languages_is_flagged() -> None:
    french = " ".join(["Le Comité a recommandé aux États de protéger toutes les victimes."] * 9)
    english = " ".join([SENTENCE] * 9)
    halves = [english] * 5 + [french] * 5
    source = text("Report\n\n" + "\n\n".join(f"{n}. {s}" for n, s in enumerate(halves, 1)))
    assert kinds(source) == ["language"]


def test_gaps_and_repeats_of_numbers_are_flagged() -> None:
    assert kinds(text(REPORT.replace("4. ", "5. ", 1).replace("5. ", "6. ", 1))) != []
    gap = "".join(f"{n}. {SENTENCE}\n\n" for n in (1, 2, 3, 5, 6, 7))
    assert kinds(text(f"Report\n\n{gap}")) == ["gap"]


def test_numbers_that_begin_anew_in_an_annex_are_no_fault() -> None:
    annex = "".join(f"{n}. {SENTENCE}\n\n" for n in (1, 2, 3))
    assert kinds(text(f"{REPORT}\nAnnex\n\nRules\n\n{annex}")) == []


def test_broken_characters_are_flagged() -> None:
    assert kinds(text(REPORT.replace("tt", "\ue001").replace("th", "\ue002"))) == ["glyphs"]


def test_a_recognised_scan_is_flagged() -> None:
    source = replace(text(REPORT), properties={"producer": "ABBYY FineReader 8.0"})
    assert kinds(source) == ["ocr"]


@pytest.mark.parametrize(
    "words",
    [
        "The document you are looking for does not exist in the System. Contact us.",
        "404 Not Found\n\nnginx",
        "Access denied\n\nYou have no permission to see this page.",
        "Please enable JavaScript to continue.",
        "Sign in\n\nUser name\n\nPassword\n\nForgot your password?",
        "La page demandée est introuvable.\n\nLe document que vous cherchez n’existe pas.",
        "Запрошенный документ не найден.",
        "Página no encontrada. El documento no existe.",
        "您访问的页面不存在。",
    ],
)
def test_error_and_login_pages_are_flagged_and_refused(words: str) -> None:
    assert "error page" in kinds(text(words))
    reason = why_not(text(words))
    assert reason is not None
    assert reason.startswith("is an error or login page: “")
    assert "\n" not in reason


def test_a_document_may_speak_of_errors() -> None:
    speaking = f"{REPORT}\n8. The page was not found and access was denied; a password is needed.\n"
    assert kinds(text(speaking)) == []
    stated = (
        "United Nations S/2025/157\nSecurity Council Distr.: General\n\nThe file was not found.\n"
    )
    assert "error page" not in kinds(text(stated))


def test_a_file_without_anything_to_cite_is_refused() -> None:
    reason = why_not(text("United Nations S/2025/157\n"))
    assert reason is not None
    assert "nothing to cite" in reason


def test_a_name_that_states_another_symbol_is_flagged() -> None:
    stated = f"United Nations A/80/66\nGeneral Assembly Distr.: General\n\n{REPORT}"
    assert kinds(text(stated, "S_2024_145.en.txt")) == ["name"]
    assert kinds(text(stated, "A_80_66.en.txt")) == []
    assert kinds(text(stated, "download.txt")) == []
    both = stated.replace("A/80/66", "A/80/66-S/2024/145")
    assert kinds(text(both, "S_2024_145.en.txt")) == []


def test_hardly_any_words_are_flagged() -> None:
    assert kinds(text("Report\n\n1. The Committee met.\n\n2. It closed.\n")) == ["short"]
