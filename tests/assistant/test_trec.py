"""TREC runs: names without white space, and an order that evaluators keep."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.trec import docid, run_lines
from assistant.types import Hit
from corpus.types import Unit


def hit(label: str, score: float, rank: int) -> Hit:
    unit = Unit(label, "paragraph", "", "Words.", "", (), None, 0, 6, None, 2)
    return Hit("X/1", unit, score, rank)


def test_a_docid_is_symbol_and_label_with_white_space_as_underscore() -> None:
    assert docid("CTOC/COP/WG.4/2011/8", "51(j)(iii)") == "CTOC/COP/WG.4/2011/8#51(j)(iii)"
    assert docid("X/1", "annex:X/L.1 and\u00a0Add.1-5") == "X/1#annex:X/L.1_and_Add.1-5"


def test_a_line_has_the_six_fields_of_a_run() -> None:
    # 0.75 and 0.5 are exact in float32, so nothing is rounded.
    assert list(run_lines("q1", [hit("25", 0.75, 1), hit("6", 0.5, 2)])) == [
        "q1 Q0 X/1#25 1 0.75 pincite",
        "q1 Q0 X/1#6 2 0.5 pincite",
    ]


def test_tied_scores_are_parted_so_that_evaluators_keep_the_order() -> None:
    # trec_eval reads float32 and orders ties by docid: equal in float32 must not stay equal.
    rows = list(run_lines("q", [hit("a", 0.5, 1), hit("b", 0.5, 2), hit("c", 0.5 - 1e-12, 3)]))
    scores = [np.float32(row.split()[4]) for row in rows]
    assert scores[0] == 0.5
    assert scores[0] > scores[1] > scores[2]
    assert scores[2] == pytest.approx(0.5, abs=1e-6)


def test_no_hits_are_no_lines() -> None:
    assert list(run_lines("q", [])) == []


@pytest.mark.parametrize("qid", ["q 1", "", " q"])
def test_a_query_id_with_white_space_is_refused(qid: str) -> None:
    with pytest.raises(ValueError, match="white space"):
        list(run_lines(qid, [hit("25", 1.0, 1)]))
