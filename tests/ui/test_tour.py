from __future__ import annotations

from html.parser import HTMLParser

import pytest

from ui import tour, tour_markup
from ui.language import LANGUAGES, say, speaking


class Tags(HTMLParser):
    """Collects the tags that are open, and those that carry something from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.outside += [name for name, _ in attrs if name in ("src", "href", "style", "onclick")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_short_and_has_a_drawing_of_its_own(language: str) -> None:
    with speaking(language):
        steps = tour.steps()
        drawn = [tour_markup.step(one, tour.counted(at)) for at, one in enumerate(steps)]
    assert 3 <= len(steps) <= 5
    assert len({one.title for one in steps}) == len({one.name for one in steps}) == len(steps)
    for one, markup in zip(steps, drawn, strict=True):
        assert one.text.count(". ") + 1 <= 2, one.text
        tags = Tags()
        tags.feed(markup)
        assert tags.open == [] and tags.outside == []
        assert f'class="pc-still pc-still-{one.name}" aria-hidden="true"' in markup


def test_a_step_is_heard_with_its_number() -> None:
    last = tour.steps()[-1]
    assert tour.heard(4) == f"5 of 5. {last.title}. {last.text}"


def test_the_drawings_say_what_the_page_says() -> None:
    drawn = "".join(tour_markup.step(one, "") for one in tour.steps())
    for name in ("previous", "up", "next", "why", "copy-reference", "download-chat", "nearest"):
        assert say(name) in drawn
    assert say("sure", likelihood="very-likely") in drawn
    assert "para. 12" in drawn


def test_words_of_a_catalogue_cannot_become_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tour_markup, "say", lambda *_names, **_values: "<b>&")
    step = tour.Step("source", "<i>", "a & b")
    drawn = tour_markup.step(step, "1 < 2")
    assert "<b>" not in drawn and "<i>" not in drawn
    assert "<mark>&lt;b&gt;&amp;</mark>" in drawn
    assert "a &amp; b" in drawn and "1 &lt; 2" in drawn
