"""Whether the words that an answer quotes are those that answer."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence

ANSWER_MEASURES = ("answer_token_F1", "answer_containment")

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalise(text: str) -> list[str]:
    """Return a text's words as SQuAD compares them.

    Lower case, without ASCII punctuation, then without the articles a, an and the, parted by
    white space. Source: the evaluation script of SQuAD (P. Rajpurkar et al., EMNLP 2016).
    """
    return _ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split()


def answer_scores(quoted: Sequence[str], gold: Sequence[str]) -> dict[str, float]:
    """Return how well an answer's quotes agree with the gold quotes of one question.

    Words are normalised by `normalise`. Range: each from 0 to 1.

    - ``answer_token_F1``: harmonic mean of the share of the quoted words that are gold and of
      the gold words that are quoted, all quotes taken together and each word as often as it
      stands there (SQuAD's F1).
    - ``answer_containment``: share of the gold quotes that stand whole, word after word, in
      one of the answer's quotes.

    An answer that quotes nothing scores 0 in both.

    Args:
        quoted: What the answer quotes; empty if it refused.
        gold: Words that together answer; at least one text.

    Raises:
        ValueError: There is no gold quote.
    """
    if not gold:
        raise ValueError("a question without evidence has no answer measure")
    ours, theirs = [normalise(text) for text in quoted], [normalise(text) for text in gold]
    said, wanted = Counter(w for q in ours for w in q), Counter(w for q in theirs for w in q)
    common = (said & wanted).total()
    f1 = 2 * common / (said.total() + wanted.total()) if common else 0.0
    contained = sum(any(_stands_in(part, whole) for whole in ours) for part in theirs)
    return dict(zip(ANSWER_MEASURES, (f1, contained / len(gold)), strict=True))


def _stands_in(part: Sequence[str], whole: Sequence[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "
