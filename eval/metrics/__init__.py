"""The measures, one small file a family."""

from eval.metrics.abstention import (
    ABSTENTION_ACCURACY,
    ABSTENTION_MEASURES,
    abstention_intervals,
    abstention_scores,
)
from eval.metrics.answers import ANSWER_MEASURES, answer_scores
from eval.metrics.bootstrap import RESAMPLES, SEED, mean_interval
from eval.metrics.citations import (
    CITATION_EXTRAS,
    CITATION_MEASURES,
    SEVERAL,
    citation_scores,
    complete,
    is_verbatim,
    share_verbatim,
)
from eval.metrics.confidence import (
    CONFIDENCE_MEASURES,
    confidence_intervals,
    confidence_scores,
    reliability,
    risk_coverage,
)
from eval.metrics.depth import DEPTH_MEASURES, Neighbourhood, count_depths, depth_scores
from eval.metrics.exchange import Decisions, exchange_p_values
from eval.metrics.latency import latency_percentiles, throughput
from eval.metrics.permutation import PERMUTATIONS, paired_p_value
from eval.metrics.ranking import RANKING_MEASURES, ranking_scores

__all__ = [
    "ABSTENTION_ACCURACY",
    "ABSTENTION_MEASURES",
    "ANSWER_MEASURES",
    "CITATION_EXTRAS",
    "CITATION_MEASURES",
    "CONFIDENCE_MEASURES",
    "DEPTH_MEASURES",
    "PERMUTATIONS",
    "RANKING_MEASURES",
    "RESAMPLES",
    "SEED",
    "SEVERAL",
    "Decisions",
    "Neighbourhood",
    "abstention_intervals",
    "abstention_scores",
    "answer_scores",
    "citation_scores",
    "complete",
    "confidence_intervals",
    "confidence_scores",
    "count_depths",
    "depth_scores",
    "exchange_p_values",
    "is_verbatim",
    "latency_percentiles",
    "mean_interval",
    "paired_p_value",
    "ranking_scores",
    "reliability",
    "risk_coverage",
    "share_verbatim",
    "throughput",
]
