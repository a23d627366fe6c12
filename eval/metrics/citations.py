"""Whether the cited set is the right one."""

from __future__ import annotations

from collections.abc import Set

from eval.types import UnitKey

CITATION_MEASURES = ("citation_precision", "citation_recall", "citation_F1")


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
