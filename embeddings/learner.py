"""Opens a model in torch with its tokenizer, to be trained."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings.models import E5_MODEL, ModelSource
from embeddings.sentence_transformer import quiet_loading
from embeddings.types import Vectors

if TYPE_CHECKING:
    import torch

_BATCH = 32
_QUESTION_TOKENS, _TEXT_TOKENS = 64, 128
"""Where questions and passages are cut that are only ranked."""


@dataclass(frozen=True, slots=True)
class Learner:
    """A model in torch and how it reads texts. The mean of its last layer is a text's vector.

    Attributes:
        model: Of transformers.
        tokenize: Makes the model's input of texts, each cut at so many tokens.
        query_prompt: Put before a question.
        passage_prompt: Put before a passage.
    """

    model: Any
    tokenize: Callable[[Sequence[str], int], Mapping[str, torch.Tensor]]
    query_prompt: str = ""
    passage_prompt: str = ""

    def read_queries(self, texts: Sequence[str], longest: int) -> torch.Tensor:
        """Return unit-length vectors to learn from, shape (n_texts, dim)."""
        return self._read([f"{self.query_prompt}{text}" for text in texts], longest)

    def read_passages(self, texts: Sequence[str], longest: int) -> torch.Tensor:
        """Return unit-length vectors to learn from, shape (n_texts, dim)."""
        return self._read([f"{self.passage_prompt}{text}" for text in texts], longest)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return unit-length vectors, shape (n_texts, dim)."""
        return self._encode(texts, self.read_queries, _QUESTION_TOKENS)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return unit-length vectors, shape (n_texts, dim)."""
        return self._encode(texts, self.read_passages, _TEXT_TOKENS)

    def _read(self, texts: list[str], longest: int) -> torch.Tensor:
        import torch

        tokens = self.tokenize(texts, longest)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.model(**tokens).last_hidden_state
        mask = tokens["attention_mask"].unsqueeze(-1).float()
        pooled = (states.float() * mask).sum(1) / mask.sum(1)
        return torch.nn.functional.normalize(pooled, dim=-1)

    def _encode(
        self,
        texts: Sequence[str],
        read: Callable[[Sequence[str], int], torch.Tensor],
        longest: int,
    ) -> Vectors:
        import torch

        self.model.eval()
        vectors = np.empty((len(texts), self.model.config.hidden_size), dtype=np.float32)
        # Texts of a batch are filled up to its longest.
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        with torch.no_grad():
            for start in range(0, len(order), _BATCH):
                rows = order[start : start + _BATCH]
                vectors[rows] = read([texts[row] for row in rows], longest).numpy()
        return vectors


def open_learner(source: ModelSource) -> Learner:
    """Open a model from its folder, or multilingual-e5-small from its 4-bit weights.

    Args:
        source: From `models.locate`, its files on this machine; changes to them are left out.

    Raises:
        ModelError: The weights of e5 cannot be read.
    """
    if source.name == E5_MODEL:
        return _open_e5(source)
    from transformers import AutoModel, AutoTokenizer

    with quiet_loading():
        tokenizer = AutoTokenizer.from_pretrained(str(source.folder))
        model = AutoModel.from_pretrained(str(source.folder))

    def tokenize(texts: Sequence[str], longest: int) -> Mapping[str, torch.Tensor]:
        found: Mapping[str, torch.Tensor] = tokenizer(
            list(texts), padding=True, truncation=True, max_length=longest, return_tensors="pt"
        )
        return found

    return Learner(model, tokenize)


def _open_e5(source: ModelSource) -> Learner:
    import torch
    from torch.nn.utils.rnn import pad_sequence

    from embeddings.bert_export import PASSAGE_PROMPT, QUERY_PROMPT
    from embeddings.e5_tokenizer import make_pieces, unusual_characters
    from embeddings.e5_torch import make_model
    from embeddings.e5_weights import read_e5
    from embeddings.piece_tokenizer import pieces_of

    assert source.weights is not None
    weights, vocabulary = read_e5(source.weights)
    tokenizer = pieces_of(make_pieces(vocabulary), unusual_characters(vocabulary))

    def tokenize(texts: Sequence[str], longest: int) -> Mapping[str, torch.Tensor]:
        rows = [torch.tensor(row) for row in tokenizer.encode(texts, longest)]
        ids = pad_sequence(rows, batch_first=True, padding_value=vocabulary.pad)
        sizes = torch.tensor([len(row) for row in rows])
        return {
            "input_ids": ids,
            "attention_mask": (torch.arange(ids.shape[1]) < sizes[:, None]).long(),
        }

    return Learner(make_model(weights), tokenize, QUERY_PROMPT, PASSAGE_PROMPT)
