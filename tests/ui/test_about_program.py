from __future__ import annotations

import re
import tomllib
from pathlib import Path

from ui.about_program import AUTHORS, program_bibtex, program_choices, program_version
from ui.language import LANGUAGES, say, speaking

ROOT = Path(__file__).parents[2]


def test_the_program_is_cited_in_words_and_as_bibtex() -> None:
    number = program_version()
    assert dict(program_choices()) == {
        say("copy-reference"): (
            f"The Pincite authors, Pincite, version {number}, no date. Computer program that "
            "answers questions about official documents and cites the exact paragraph."
        ),
        say("copy-bibtex"): (
            "@software{pincite,\n"
            "  author = {{The Pincite authors}},\n"
            "  title = {{Pincite}},\n"
            f"  version = {{{number}}},\n"
            "  note = {Computer program that answers questions about official documents and "
            "cites the exact paragraph.},\n"
            "}"
        ),
    }


def test_every_language_makes_an_entry_of_the_same_fields() -> None:
    for language in LANGUAGES:
        with speaking(language):
            entry = program_bibtex()
        fields = re.findall(r"^  (\w+) = \{.*\},$", entry, re.MULTILINE)
        assert fields == ["author", "title", "version", "note"]
        assert entry.count("{") == entry.count("}")


def test_the_citation_file_says_what_the_project_says() -> None:
    lines = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    found = dict(line.split(": ", 1) for line in lines if re.match(r"[a-z-]+: ", line))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert found["cff-version"] == "1.2.0"
    assert found["type"] == "software"
    assert found["title"].lower() == project["name"]
    assert found["version"] == project["version"]
    assert found["license"] == project["license"]
    assert found["abstract"] == project["description"]
    assert f"  - name: {AUTHORS}" in lines
