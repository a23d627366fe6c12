"""Pages drawn by hand: places are in points from the top left, the print is 10 points high."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from corpus.errors import UnreadableFileError
from corpus.readers.pdf_view import (
    MOST_PIXELS,
    Box,
    PageView,
    Sheet,
    Words,
    find_words,
    render,
    view_page,
)
from tests.support.pdf_files import HEIGHT, WIDTH, Rule, Text, make_pdf

LEFT = 100.0
FIRST = "1. The Working Group took note of the report of the expert."
LONG = "2. The Working Group decided to hold its next meeting in Vienna in October of that year."
FILL, OUTLINE = (255, 238, 150), (178, 24, 43)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return two pages: paragraph 2 runs over a note, a page number and a running header."""
    one = [
        Text(LEFT, 100, FIRST),
        Text(LEFT, 130, "2. The Working Group decided to hold its"),
        Text(LEFT, 142, "next meet-"),
        Text(LEFT, 700, "3 See the annex for the meeting before.", 8),
        Text(500, 760, "1/2", 8),
    ]
    two = [Text(500, 50, "A/80/23", 8, "bold"), Text(LEFT, 100, "ing in Vienna in October of that")]
    two += [Text(LEFT, 112, "year."), Text(LEFT, 140, "3. No vote was taken.")]
    return write(tmp_path, one, two)


def write(folder: Path, *pages: list[Text | Rule] | list[Text]) -> Path:
    path = folder / "a.pdf"
    path.write_bytes(make_pdf(pages))
    return path


def edges(boxes: tuple[Box, ...]) -> list[tuple[int, float, float, float]]:
    return [(b.page, round(b.left, 1), round(b.top, 1), round(b.bottom, 1)) for b in boxes]


def test_a_line_gets_a_box_around_its_print(path: Path) -> None:
    # 9.5 points above the baseline at 100, 3 below it.
    [box] = find_words(path, 1, FIRST)
    assert edges((box,)) == [(1, LEFT, 90.5, 103.0)]
    assert 300 < box.right < 350  # 59 characters of Times at 10 points


def test_words_are_found_over_line_ends_and_the_page_end(path: Path) -> None:
    boxes = find_words(path, 1, LONG)
    assert edges(boxes) == [
        (1, LEFT, 120.5, 133.0),
        (1, LEFT, 132.5, 145.0),  # "next meet-", and nothing of the note below
        (2, LEFT, 90.5, 103.0),
        (2, LEFT, 102.5, 115.0),
    ]


def test_only_the_quoted_words_of_a_unit_are_boxed(path: Path) -> None:
    start = LONG.index("Vienna")
    [box] = find_words(path, 1, LONG, start, start + len("Vienna"))
    whole = find_words(path, 1, LONG)[2]
    assert box.page == 2
    assert whole.left < box.left < box.right < whole.right


def test_punctuation_belongs_to_the_words_before_it(tmp_path: Path) -> None:
    lines = [
        Text(LEFT, 100, "1. (First, they met,"),
        Text(LEFT, 112, "then they ate.) Nobody left."),
    ]
    path = write(tmp_path, lines)
    text = "1. (First, they met, then they ate.) Nobody left."
    first, second = find_words(path, 1, text, 3, text.index(" Nobody"))
    plain = find_words(path, 1, text, 4, text.index(",") + 16)  # "First, they met, then"
    assert first.left < plain[0].left  # "(" is part of what was asked for
    assert first.right == plain[0].right  # as is the comma at the line's end
    bare = find_words(path, 1, text, text.index("ate"), text.index("ate") + 3)[0]
    assert bare.right < second.right  # ".)" is not part of "ate" alone


def test_the_same_words_twice_are_told_apart_by_the_rest_of_the_unit(tmp_path: Path) -> None:
    lines = [Text(LEFT, 100, "1. It was so agreed."), Text(LEFT, 130, "2. It was so agreed.")]
    path = write(tmp_path, lines)
    assert edges(find_words(path, 1, "2. It was so agreed.", 3))[0][2:] == (120.5, 133.0)


def test_words_that_are_not_there_get_no_box(path: Path) -> None:
    assert find_words(path, 1, "Nothing of the kind was ever written down there.") == ()
    assert find_words(path, 1, "—") == ()


def test_a_mark_of_a_note_stays_inside_the_box(tmp_path: Path) -> None:
    raised = [
        Text(LEFT, 100, "1. The scale of the fund"),
        Text(200, 96, "2", 6),
        Text(205, 100, "was raised."),
    ]
    [box] = find_words(write(tmp_path, raised), 1, "1. The scale of the fund was raised.")
    assert (round(box.top, 1), round(box.bottom, 1)) == (90.5, 103.0)
    assert box.right > 240


def picture(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def test_boxes_are_drawn_as_a_line_around_a_tint(path: Path) -> None:
    box = Box(1, 100, 200, 150, 212)
    drawn = picture(render(path, 1, [box, Box(2, 300, 300, 400, 400)], scale=2.0))
    assert drawn.size == (2 * WIDTH, 2 * HEIGHT)
    # Three pixels of padding, a line of two: 197 to 302, and 397 to 426.
    assert drawn.getpixel((197, 410)) == drawn.getpixel((302, 410)) == OUTLINE
    assert drawn.getpixel((250, 397)) == drawn.getpixel((250, 426)) == OUTLINE
    assert drawn.getpixel((250, 410)) == FILL
    assert drawn.getpixel((194, 410)) == drawn.getpixel((700, 700)) == (255, 255, 255)


def test_lines_of_one_paragraph_are_drawn_as_one_box(path: Path) -> None:
    # 4 points lie between the lines, the second one begins 1 point further left.
    lines = [Box(1, 101, 200, 300, 212), Box(1, 100, 216, 200, 228)]
    drawn = picture(render(path, 1, lines, scale=1.0))
    assert drawn.getpixel((150, 214)) == FILL
    assert drawn.getpixel((250, 217)) != FILL
    assert drawn.getpixel((97, 205)) == OUTLINE  # in line with the second


def test_a_page_as_large_as_a_house_is_drawn_small(tmp_path: Path) -> None:
    data = make_pdf([[Text(LEFT, 100, "Large")]])
    path = tmp_path / "large.pdf"
    path.write_bytes(data.replace(b"[0 0 612 792]", b"[0 0 9999999 9999]"))
    drawn = picture(render(path, 1))
    assert drawn.size[0] * drawn.size[1] <= 1.01 * MOST_PIXELS


def test_a_page_is_shown_where_its_first_words_are(path: Path) -> None:
    start = LONG.index("October")
    view = view_page(Sheet(path, (Words(1, LONG, start, len(LONG)), Words(1, FIRST, 0, 9))))
    assert (view.page, view.pages) == (2, 2)
    assert (view.width, view.height) == picture(view.png).size == (935, 1210)  # at 110 dpi
    assert view.boxed == pytest.approx(90.5 / HEIGHT, abs=0.001)
    assert OUTLINE in {colour for _, colour in picture(view.png).getcolors(1 << 20) or []}


def test_the_margins_of_a_page_are_told(path: Path) -> None:
    view = view_page(Sheet(path, page=1))
    # The words begin at 100 points of 612; "1/2" at 500 is 10 points wide or so.
    assert view.left == pytest.approx(100 / WIDTH, abs=0.005)
    assert 505 / WIDTH < view.right < 520 / WIDTH


def test_a_page_without_print_has_no_margins(tmp_path: Path) -> None:
    view = view_page(Sheet(write(tmp_path, [])))
    assert (view.left, view.right, view.boxed) == (0.0, 1.0, None)


def test_another_page_is_shown_with_the_boxes_that_are_on_it(path: Path) -> None:
    words = (Words(1, FIRST, 0, len(FIRST)),)
    other = view_page(Sheet(path, words, page=2))
    assert (other.page, other.boxed) == (2, None)
    assert isinstance(view_page(Sheet(path)), PageView)


def test_a_turned_page_is_boxed_where_it_shows_the_words(tmp_path: Path) -> None:
    # Drawn upwards from (300, 100), on a page that is shown turned to the right.
    data = make_pdf([[Text(LEFT, 100, FIRST)]], by_matrix=True)
    upright, turned = b"10.0 0 0 10.0 100.0 692 Tm", b"0 10.0 -10.0 0 300 100 Tm "
    assert upright in data
    path = tmp_path / "turned.pdf"
    path.write_bytes(
        data.replace(upright, turned).replace(b"/Type /Page /P", b"/Type /Page /Rotate 90 /P")
    )
    boxes = find_words(path, 1, FIRST)
    assert edges(boxes) == [(1, 100, 290.5, 303.0)]
    drawn = picture(render(path, 1, boxes, scale=1.0))
    assert drawn.size == (HEIGHT, WIDTH)
    assert drawn.getpixel((97, 297)) == OUTLINE


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_told_with_those_that_are(path: Path, page: int) -> None:
    with pytest.raises(UnreadableFileError, match=f"no page {page}. Choose one from 1 to 2"):
        render(path, page)
    with pytest.raises(UnreadableFileError):
        find_words(path, page, FIRST)


def test_what_is_no_pdf_is_told_with_what_mends_it(tmp_path: Path) -> None:
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    for path in (broken, tmp_path / "missing.pdf"):
        with pytest.raises(UnreadableFileError, match="pincite index FILE"):
            view_page(Sheet(path))
