"""Serves the exported reranker with onnxruntime and tokenizers; torch is never imported.

What a unit is worth for a question is how likely a language model finds the question after the
unit's text: query likelihood (J. Ponte and W. Croft 1998), by a language model as D. Sachan et al.
2022 have it ("Improving passage retrieval with zero-shot question generation").
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from embeddings.onnx_session import open_session, stated, usable_cores
from embeddings.reranker.config import read_config
from embeddings.reranker.graph import IDS, KEPT, LAST, LENGTH, OUTPUT, PLACES, WANTED
from embeddings.text_tokenizer import open_json

LogProbabilities = npt.NDArray[np.float32]

_OPENINGS = 16
"""Openings whose keys and values are kept: one of 30 tokens takes 1.4 MB."""


class OnnxReranker:
    """Tells how likely a question is after a text.

    Args:
        folder: The export.
        threads: Threads for one forward pass; 0 takes the cores this process may use.

    Raises:
        IndexDamagedError: A file of the export is missing or cut short.
        ModelError: onnxruntime or tokenizers cannot read it.
    """

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        self.config = read_config(folder)
        self._session = open_session(folder, threads or usable_cores(), spin=True)
        with stated(folder):
            self._tokenizer = open_json(folder)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._prompt = self._ids(self.config.prompt)
        kept = [given for given in self._session.get_inputs() if given.name.startswith(KEPT)]
        self._kept = [given.name for given in kept]
        self._seen = [found.name for found in self._session.get_outputs()[1:]]
        _, heads, _, size = kept[0].shape
        self._nothing = [np.zeros((1, heads, 0, size), dtype=np.float32)] * len(kept)
        self._openings: OrderedDict[str, list[LogProbabilities]] = OrderedDict()

    def log_probabilities(self, question: str, text: str, opening: str = "") -> LogProbabilities:
        """Return the log-probability of each of the question's tokens after the text.

        Texts are not read together, as the short ones would wait for the longest.

        Args:
            question: At least one word; read up to the config's `question_tokens`.
            text: Read up to the config's `text_tokens`.
            opening: What the text begins with, if other texts begin so too: it is read once.

        Returns:
            Shape (n_question_tokens,).
        """
        asked = self._ids(f" {question.strip()}")[: self.config.question_tokens]
        read = self._ids(text)[: self.config.text_tokens]
        opened = self._ids(opening) if opening else []
        if read[: len(opened)] != opened:
            opened = []  # Where the text goes on within a word, or is cut before.
        before = read + self._prompt
        # Nothing follows the last token, so the model need not read it.
        tokens = before + asked[:-1]
        kept = self._openings.get(opening) if opened else None
        known = len(opened) if kept is not None else 0
        first = len(before) - 1 - known
        places = np.zeros((len(asked), 2), dtype=np.int64)
        places[:, 1] = np.arange(first, first + len(asked))
        feed = {
            IDS: np.array([tokens[known:]], dtype=np.int64),
            LAST: np.array([len(tokens) - 1], dtype=np.int32),
            LENGTH: np.array([len(tokens)], dtype=np.int32),
            PLACES: places,
            WANTED: np.array(asked, dtype=np.int64)[:, np.newaxis],
            **dict(zip(self._kept, kept or self._nothing, strict=True)),
        }
        keep = self._seen if opened and kept is None else []
        found, *seen = self._session.run([OUTPUT, *keep], feed)
        if keep:
            self._keep(opening, [part[:, :, : len(opened)].copy() for part in seen])
        return np.asarray(found[:, 0], dtype=np.float32)

    def _keep(self, opening: str, seen: list[LogProbabilities]) -> None:
        self._openings[opening] = seen
        while len(self._openings) > _OPENINGS:
            self._openings.popitem(last=False)

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)
