"""The vocabulary of multilingual-e5-small -> the files of a tokenizer as its authors' reads."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from embeddings.e5_weights import Vocabulary
from embeddings.exported_files import CHARACTERS_FILE, PIECES_FILE

_UNIGRAM = 1
_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3
"""Kinds of pieces, as sentencepiece numbers them."""


def write_tokenizer(vocabulary: Vocabulary, folder: Path) -> None:
    """Write what `piece_tokenizer.PieceTokenizer` reads."""
    (folder / PIECES_FILE).write_bytes(make_pieces(vocabulary))
    text = json.dumps(unusual_characters(vocabulary), ensure_ascii=False)
    (folder / CHARACTERS_FILE).write_text(text, encoding="utf-8")


def make_pieces(vocabulary: Vocabulary) -> bytes:
    """Return a model of sentencepiece; a piece's id is its position in the vocabulary."""
    from sentencepiece.sentencepiece_model_pb2 import ModelProto  # type: ignore[attr-defined]

    model = ModelProto()
    special = {vocabulary.first, vocabulary.last, vocabulary.pad}
    for number, (piece, score) in enumerate(vocabulary.pieces):
        kind = _CONTROL if number in special else _NORMAL
        kind = _UNKNOWN if number == vocabulary.unknown else kind
        model.pieces.add(piece=piece, score=score, type=kind)
    trainer, normalizer = model.trainer_spec, model.normalizer_spec
    trainer.model_type = _UNIGRAM
    trainer.bos_id, trainer.eos_id = vocabulary.first, vocabulary.last
    trainer.pad_id, trainer.unk_id = vocabulary.pad, vocabulary.unknown
    normalizer.name = "identity"
    normalizer.add_dummy_prefix = True
    normalizer.remove_extra_whitespaces = False
    normalizer.escape_whitespaces = True
    return bytes(model.SerializeToString())


def unusual_characters(vocabulary: Vocabulary) -> dict[str, str]:
    """Return what some characters are read as where NFKC does not say the same."""
    return {
        character: text
        for character, text in vocabulary.normal.items()
        if unicodedata.normalize("NFKC", character) != text
    }
