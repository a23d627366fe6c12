"""Whether the cited set is the right one."""

from __future__ import annotations

from collections.abc import Sequence, Set

from eval.types import UnitKey

CITATION_MEASURES = ("citation_precision", "citation_recall", "citation_F1")
CITATION_EXTRAS = ("citation_complete", "labels_per_answer", "quotes_verbatim")
SEVERAL = ("multi", "cross-reference")
"""Kinds of question that only all of the gold units together answer."""


def citation_scores(
    cited: Set[UnitKey],
    gold: Set[UnitKey],
    acceptable: Set[UnitKey] = frozenset(),
) -> dict[str, float]:
    """Return citation precision, recall and F1 of one answerable question.

    Source: the citation precision and recall of ALCE (T. Gao et al., Enabling Large Language
    Models to Generate Text with Citations, EMNLP 2023), with gold labels in the place of its
    entailment model: a unit supports the answer if it is gold.

    Range: each from 0 to 1. With C the cited units that are not merely acceptable:

    - ``citation_precision`` = ``|C & gold| / |C|``; 1 if all that was cited is acceptable, 0
      if nothing was cited.
    - ``citation_recall`` = ``|C & gold| / |gold|``.
    - ``citation_F1`` = their harmonic mean, 0 if both are 0.

    An acceptable unit thus neither helps recall nor hurts precision. A system that abstained
    cited nothing and scores 0 in all three. A unit cited twice counts once.

    Args:
        cited: What the system cited; empty if it abstained.
        gold: Units that together are the right citation; at least one.
        acceptable: Units that count neither for nor against; a gold one stays gold.

    Raises:
        ValueError: There is no gold unit: the question has no citation measure.
    """
    if not gold:
        raise ValueError("an unanswerable question has no citation measure")
    counted = cited - (acceptable - gold)
    right = len(counted & gold)
    precision = right / len(counted) if counted else float(bool(cited))
    recall = right / len(gold)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return dict(zip(CITATION_MEASURES, (precision, recall, f1), strict=True))


def complete(cited: Set[UnitKey], gold: Set[UnitKey]) -> float:
    """Return 1 if all gold units were cited, else 0: ``citation_complete`` of one question.

    Measured over the kinds in `SEVERAL`, whatever else was cited. Source: exact match of the
    supporting set as in HotpotQA (Z. Yang et al., EMNLP 2018), without its penalty for what is
    cited besides, which is precision's.
    """
    return float(gold <= cited)


def is_verbatim(quote: str, text: str) -> bool | None:
    """Tell whether a quote stands in a unit's text, letter for letter; None for no quote."""
    return quote in text if quote else None


def share_verbatim(verbatim: Sequence[bool | None]) -> float | None:
    """Return the share of an answer's quotes that are verbatim: ``quotes_verbatim``.

    Range: 0 to 1, where anything but 1 is a fault of the program; None without a quote.
    """
    quoted = [found for found in verbatim if found is not None]
    return sum(quoted) / len(quoted) if quoted else None
