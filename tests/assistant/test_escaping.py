from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.escaping import as_bibtex, as_markdown, as_ris, visible

HOSTILE = [
    "<script>alert(1)</script> <img src=x>",
    "![a](http://192.0.2.1/x.png) [b](javascript:alert(1)) [c]: http://192.0.2.1",
    "# heading",
    "51. The Working Group",
    "7) seven",
    "- item",
    "+ item",
    "> quote",
    "===",
    "---",
    "| a | b |",
    "`code` ~~gone~~ **bold** _thin_ $x$ &lt; &amp;",
    "http://192.0.2.1 https://example.org www.example.org",
    "}} , author = {Eve} \\input{/etc/passwd} % $x_1^2$ ~ # & \"'",
    "A\r\nER  - \r\nTY  - JOUR",
    "\x1b[31mred\x1b[0m \x00 \u202egnp.exe\u202c",
]


def words(tokens: list[Token]) -> str:
    """Return the text that Markdown makes of it; anything else than text in paragraphs fails."""
    found = ""
    for token in tokens:
        assert token.type in {"paragraph_open", "paragraph_close", "inline", "text", "softbreak"}
        found += words(token.children) if token.children else ""
        found += token.content if token.type == "text" else ""
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_markdown(text: str) -> None:
    read = MarkdownIt("gfm-like", {"linkify": False}).parse(as_markdown(text))
    assert words(read) == visible(text).strip()


@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from("\\`*_[]<>~$&#+-=:|.) 1"), max_size=30)
)
def test_any_text_is_text_in_markdown(text: str) -> None:
    # In a line that begins with a letter, as the quotes and references do.
    read = MarkdownIt("gfm-like", {"linkify": False}).parse(f"Q{as_markdown(text)}Q")
    assert words(read) == f"Q{visible(text)}Q"


def test_a_bare_address_in_markdown_becomes_no_link() -> None:
    assert as_markdown("http://x and www.x") == r"http\://x and www\.x"
    assert as_markdown("at 10:30, A/1.2") == "at 10:30, A/1.2"


def test_bibtex_has_a_command_for_each_character_that_means_something() -> None:
    assert as_bibtex("R&D 5% of $3 #1 a_b {x} \\y ^ ~") == (
        r"R\&D 5\% of \$3 \#1 a\_b \textbraceleft{}x\textbraceright{} "
        r"\textbackslash{}y \textasciicircum{} \textasciitilde{}"
    )


@given(st.text())
def test_braces_in_bibtex_are_always_paired(text: str) -> None:
    depth = 0
    for brace in re.findall("[{}]", as_bibtex(text)):
        depth += 1 if brace == "{" else -1
        assert depth in (0, 1)
    assert depth == 0


@given(st.text(st.characters() | st.sampled_from("\r\n\x0b\x0c\x1c\x85\u2028")))
def test_a_field_of_ris_and_bibtex_is_one_line(text: str) -> None:
    assert len(as_ris(f"a{text}b").splitlines()) == 1
    assert len(as_bibtex(f"a{text}b").splitlines()) == 1


def test_line_separators_become_spaces_and_controls_become_visible() -> None:
    assert visible("a\u2028b\x85c\nd\x1b\ufffe") == "a b c d\ufffd\ufffd"
