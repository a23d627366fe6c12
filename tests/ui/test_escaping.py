from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.pdf_view import PageView
from corpus.types import Document, Metadata, Unit
from ui import library_markup, markup
from ui.escaping import as_html, as_label, visible
from ui.library_view import Report, Table
from ui.library_work import FileLine, Outcome
from ui.presentation import QuoteView
from ui.reading_view import Reading
from ui.runs import Run
from ui.section_view import SectionView
from ui.source import SourceView, UnitView

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "![](http://192.0.2.1/x.png)",
    "[x](javascript:alert(1))",
    r"$\LaTeX$ and $$\frac{1}{2}$$",
    ":smile: :material/home: :red[red] :streamlit:",
    "**bold** _it_ ~~no~~ `code` # head > quote | a | b |",
    "&lt;b&gt; &amp; &#60;",
    "http://192.0.2.1 www.example.org a@example.org",
    "a -> b <- c -- d >= e",
    "\u202egnp.exe\u202c \u2066isolated\u2069 \u200f",
    "\x1b[31mred\x1b[0m \x00 \x07",
    "</p></div></blockquote><h1>out</h1>",
]


class Tags(HTMLParser):
    """Collects tags with their attributes, and the text."""

    def __init__(self, markup_text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(markup_text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_html(text: str) -> None:
    read = Tags(f"<p title='{as_html(text)}'>{as_html(text)}</p>")
    assert (read.tags, read.attributes) == (["p"], {"title"})
    assert read.text == visible(text)


@given(st.text())
def test_any_text_is_text_in_html(text: str) -> None:
    read = Tags(f'<p title="{as_html(text)}">{as_html(text)}</p>')
    assert (read.tags, read.attributes) == (["p"], {"title"})
    assert read.text == visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("para. 51 (j)", r"para\. 51 \(j\)"),
        ("a_b*c", r"a\_b\*c"),
        ("$x$", r"\$x\$"),
        ("<b>", r"\<b\>"),
        # a word joiner keeps the short code from being found once the backslashes are gone
        (":smile:", "\\:\u2060smile\\:"),
        (":material/home:", "\\:\u2060material\\/home\\:"),
        ("10:30 to 11:30", r"10\:30 to 11\:30"),
        ("a -> b", "a \\-\u2060\\> b"),
        ("http://x", "http\u2060\\:\\/\\/x"),
        ("a@b", "a\u2060\\@b"),
    ],
)
def test_a_label_is_escaped_for_markdown(text: str, shown: str) -> None:
    assert as_label(text) == shown


@given(st.text())
def test_a_label_keeps_every_character(text: str) -> None:
    plain = as_label(text).replace("\u2060", "").replace("\\", "")
    assert plain == visible(text).replace("\u2060", "").replace("\\", "")


def test_overrides_and_control_characters_are_made_visible() -> None:
    assert visible("a\u202eb\u202d\x1b[0m\tc\nd") == "a[U+202E]b[U+202D]\ufffd[0m c d"


def test_marks_that_other_scripts_need_stay() -> None:
    assert visible("שלום\u200f (1)") == "שלום\u200f (1)"


@pytest.mark.parametrize("text", HOSTILE)
def test_every_piece_of_markup_shows_hostile_text_as_text(text: str) -> None:
    unit = UnitView("1", text, "own", text, (Run(text, True), Run(text, False)), 0, (text,))
    view = SourceView(
        text, text, "1", text, text, text, (text, text), None, (unit,), None, None, None,
        (), (), text, (text,),
    )  # fmt: skip
    page = PageView(b"png", 1, 1, 1, 2, 0.5)
    report = Report(text, f"{text}.", ((text, text),), text, (text,), Table((), ()))
    printed = Unit("1", "text", text, text, "", (), 3, 0, len(text), None, 1, (text,))
    file = FileLine(text, text, (text,))
    section = SectionView(
        text, text, text, (text,), Reading(text, text, text, False, ()), 0, None, None, None
    )
    named = Document(Metadata(text, text, text, text), (), "", (), (), (), "")
    pieces = [
        markup.paragraph(text, "pc-note"),
        markup.question(text),
        markup.read_as(text),
        markup.quote(QuoteView(text, "1", text, (text, text))),
        markup.document_line(text, text),
        markup.gone(text),
        markup.link_notice(text),
        markup.source_head(view, chosen=True),
        markup.source_text(view),
        markup.section_head(section),
        markup.reading_head(named, (text,), 2),
        markup.source_page(page, text, text, whole=False),
        library_markup.outcome(Outcome((file,), (file,), (file,), (file,))),
        library_markup.outcome(Outcome(removed=(text,))),
        library_markup.report_head(report),
        library_markup.flags(report),
        library_markup.table(Table((text,), ((text,),))),
        library_markup.unit_table((printed,), text),
    ]
    allowed = {
        "p",
        "h1",
        "h2",
        "bdi",
        "blockquote",
        "ol",
        "ul",
        "li",
        "div",
        "span",
        "mark",
        "strong",
    }
    allowed |= {"figure", "img", "figcaption", "dl", "dt", "dd"}
    allowed |= {"table", "thead", "tbody", "tr", "th", "td"}
    known = {"class", "dir", "title", "aria-current", "lang", "scope", "role"}
    known |= {"src", "alt", "width", "height", "style", "aria-label", "tabindex"}
    for piece in pieces:
        read = Tags(piece)
        assert set(read.tags) <= allowed
        assert read.attributes <= known
        assert visible(text) in read.text


def test_quoted_words_are_marked() -> None:
    unit = UnitView("1", "para. 1", "own", "1.", (Run("It ", False), Run("rains", True)), 0)
    view = SourceView("A/1", "T", "1", "", "", "", (), None, (unit,), None, None, None)
    assert "It <mark>rains</mark></p>" in markup.source_text(view)


def test_the_first_screen_names_three_documents_at_most(
    make_document: Callable[..., Document],
) -> None:
    documents = [make_document(f"A/{number}") for number in range(1, 6)]
    line = Tags(markup.library_line(documents)).text
    assert "(A/3); and 2 more" in line
    assert "A/4" not in line
