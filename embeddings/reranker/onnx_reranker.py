"""Serves the exported reranker with onnxruntime and tokenizers; torch is never imported.

What a unit is worth for a question is how likely a language model finds the question after the
unit's text: query likelihood (J. Ponte and W. Croft 1998), by a language model as D. Sachan et al.
2022 have it ("Improving passage retrieval with zero-shot question generation").
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from embeddings.onnx_session import open_session, stated, usable_cores
from embeddings.reranker.config import read_config
from embeddings.reranker.graph import IDS, LAST, LENGTH, OUTPUT, PLACES, WANTED
from embeddings.text_tokenizer import open_json

LogProbabilities = npt.NDArray[np.float32]


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

    def log_probabilities(self, question: str, text: str) -> LogProbabilities:
        """Return the log-probability of each of the question's tokens after the text.

        Texts are not read together, as the short ones would wait for the longest.

        Args:
            question: At least one word; read up to the config's `question_tokens`.
            text: Read up to the config's `text_tokens`.

        Returns:
            Shape (n_question_tokens,).
        """
        asked = self._ids(f" {question.strip()}")[: self.config.question_tokens]
        before = self._ids(text)[: self.config.text_tokens] + self._prompt
        # Nothing follows the last token, so the model need not read it.
        tokens = before + asked[:-1]
        first = len(before) - 1
        places = np.zeros((len(asked), 2), dtype=np.int64)
        places[:, 1] = np.arange(first, first + len(asked))
        feed = {
            IDS: np.array([tokens], dtype=np.int64),
            LAST: np.array([len(tokens) - 1], dtype=np.int32),
            LENGTH: np.array([len(tokens)], dtype=np.int32),
            PLACES: places,
            WANTED: np.array(asked, dtype=np.int64)[:, np.newaxis],
        }
        (found,) = self._session.run([OUTPUT], feed)
        return np.asarray(found[:, 0], dtype=np.float32)

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)
