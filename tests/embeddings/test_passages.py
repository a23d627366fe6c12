from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from corpus.documents import shipped_report
from corpus.sentences import split_sentences
from corpus.types import Document
from embeddings.passages import SPECIAL_TOKENS, make_passages
from embeddings.types import Encoder, Passage, View

if TYPE_CHECKING:
    from .conftest import FakeEncoder

MakeDocument = Callable[..., Document]
MakeEncoder = Callable[..., "FakeEncoder"]


def texts(passages: list[Passage], view: str) -> list[str]:
    return [passage.text for passage in passages if passage.view == view]


def test_a_unit_gives_its_words_in_context_and_its_sentences(
    make_document: MakeDocument, make_encoder: MakeEncoder
) -> None:
    made = make_document(
        "B/2", {"7": "The cat sat. It slept."}, headings=("I. Animals", "Cats"), lead_in="7. Note:"
    )
    assert make_passages([made], make_encoder(max_tokens=32)) == [
        Passage("B/2", "7", "context", "I. Animals. Cats. 7. Note: The cat sat. It slept.", 0, 22),
        Passage("B/2", "7", "sentence", "The cat sat.", 0, 12),
        Passage("B/2", "7", "sentence", "It slept.", 13, 22),
    ]


def test_a_unit_of_one_sentence_gives_that_sentence(
    make_document: MakeDocument, fake: FakeEncoder
) -> None:
    passages = make_passages([make_document(units={"1": "The cat sat."})], fake)
    assert passages == [
        Passage("A/1", "1", "context", "Opening. The cat sat.", 0, 12),
        Passage("A/1", "1", "sentence", "The cat sat.", 0, 12),
    ]


def test_a_sentence_is_what_the_context_is_where_nothing_stands_over_the_unit(
    make_document: MakeDocument, fake: FakeEncoder
) -> None:
    made = make_document(units={"1": "The cat sat.", "2": "A dog ran. It barked."}, headings=())
    assert make_passages([made], fake) == [
        Passage("A/1", "1", "context", "The cat sat.", 0, 12),
        Passage("A/1", "1", "sentence", "The cat sat.", 0, 12),
        Passage("A/1", "2", "context", "A dog ran. It barked.", 0, 21),
        Passage("A/1", "2", "sentence", "A dog ran.", 0, 10),
        Passage("A/1", "2", "sentence", "It barked.", 11, 21),
    ]


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_unit_without_words_has_context_only(
    make_document: MakeDocument, fake: FakeEncoder, text: str
) -> None:
    passages = make_passages([make_document(units={"1": text}, headings=("Cats",))], fake)
    assert passages == [Passage("A/1", "1", "context", "Cats.", 0, 0)]
    assert make_passages([make_document(units={"1": text}, headings=())], fake) == []


def test_a_long_unit_is_cut_into_windows_that_map_back_to_it(
    make_document: MakeDocument, make_encoder: MakeEncoder
) -> None:
    text = "One two three. Four five. Six seven eight. Nine."
    made = make_document(units={"1": text}, headings=())
    # 5 words to a window: 7 tokens less the 2 special ones. A quarter, 1 word, is repeated at most.
    passages = make_passages([made], make_encoder(max_tokens=7))
    assert texts(passages, "context") == ["One two three. Four five.", "Six seven eight. Nine."]
    assert texts(passages, "sentence") == [
        "One two three.",
        "Four five.",
        "Six seven eight.",
        "Nine.",
    ]
    assert all(text[passage.start : passage.end] == passage.text for passage in passages)


def test_context_is_cut_from_the_front_when_the_whole_is_too_long(
    make_document: MakeDocument, make_encoder: MakeEncoder
) -> None:
    made = make_document(
        units={"1": "Cats sleep all day."}, headings=("Big animals", "Cats"), lead_in="It noted:"
    )
    # 8 words: 4 for the text leave 4 of the 5 words "Big animals. Cats. It noted:".
    (context,) = texts(make_passages([made], make_encoder(max_tokens=10)), "context")
    assert context == "animals. Cats. It noted: Cats sleep all day."


def test_context_takes_a_third_of_each_window_of_a_long_text(
    make_document: MakeDocument, make_encoder: MakeEncoder
) -> None:
    made = make_document(
        units={"1": "One two three four. Five six seven. Eight."}, headings=("A b c d e",)
    )
    # 6 words: 2 go to the context, 4 are left for the text.
    assert texts(make_passages([made], make_encoder(max_tokens=8)), "context") == [
        "d e. One two three four.",
        "d e. Five six seven. Eight.",
    ]


def test_a_sentence_longer_than_the_window_is_cut_in_the_sentence_view_too(
    make_document: MakeDocument, make_encoder: MakeEncoder
) -> None:
    made = make_document(units={"1": "Yes. One, two, three, four, five."}, headings=())
    passages = make_passages([made], make_encoder(max_tokens=5))
    assert texts(passages, "sentence") == ["Yes.", "One, two, three,", "four, five."]
    only = make_document(units={"1": "One, two, three, four, five."}, headings=("Cats",))
    passages = make_passages([only], make_encoder(max_tokens=5))
    assert texts(passages, "sentence") == ["One, two, three,", "four, five."]
    # The heading takes 1 of 3 words.
    assert texts(passages, "context") == ["Cats. One, two,", "Cats. three, four,", "Cats. five."]


def test_passages_stand_in_catalogue_order(make_document: MakeDocument, fake: FakeEncoder) -> None:
    passages = make_passages([make_document("A/1"), make_document("B/2")], fake)
    places = list(dict.fromkeys((passage.document, passage.label) for passage in passages))
    assert places == [("A/1", "1"), ("A/1", "2"), ("B/2", "1"), ("B/2", "2")]


@dataclass(frozen=True)
class Narrow:
    """The real tokens, in a window of a given width."""

    encoder: Encoder
    max_tokens: int

    def count_tokens(self, text: str) -> int:
        return self.encoder.count_tokens(text)


@pytest.mark.parametrize("width", [256, 64, 24])
def test_every_passage_of_the_shipped_report_can_be_read_whole(
    real_encoder: Encoder, width: int
) -> None:
    report, narrow = shipped_report(), Narrow(real_encoder, width)
    assert width <= real_encoder.max_tokens
    units = {unit.label: unit for unit in report.units}
    passages = make_passages([report], narrow)
    longest = max(narrow.count_tokens(passage.text) for passage in passages)
    assert longest <= width - SPECIAL_TOKENS
    for passage in passages:
        assert passage.text.endswith(units[passage.label].text[passage.start : passage.end])
    budget = width - SPECIAL_TOKENS
    for unit in report.units:
        found = [p for p in passages if p.label == unit.label]
        wanted = {at for at, letter in enumerate(unit.text) if letter.strip()}
        for view in ("context", "sentence"):
            spans = [range(p.start, p.end) for p in found if p.view == view]
            assert wanted <= {at for span in spans for at in span}
        windows = len(texts(found, "context"))
        words = narrow.count_tokens(unit.text)
        # Context takes a third of a window at most, unless there is room for more.
        assert windows == 1 or words > budget - budget // 3
        assert windows > 1 or words <= budget
        for first, last in split_sentences(unit.text):
            inside = [p for p in found if p.view == "sentence" and first <= p.start < last]
            fits = narrow.count_tokens(unit.text[first:last]) <= budget
            assert (len(inside) == 1) == fits


@pytest.mark.parametrize("view", ["context", "sentence"])
def test_a_list_in_one_sentence_is_cut_between_its_items(real_encoder: Encoder, view: View) -> None:
    report = shipped_report()
    # The paragraph with the longest text lists States in one sentence.
    longest = max(report.units, key=lambda unit: len(unit.text))
    passages = make_passages([report], Narrow(real_encoder, 64))
    found = [p for p in passages if p.label == longest.label and p.view == view]
    assert len(found) > 3
    assert all(p.text.endswith((",", ":", ".")) for p in found)
    for before, after in zip(found, found[1:], strict=False):
        assert before.start < after.start < before.end < after.end
