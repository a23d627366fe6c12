"""The measures, one small file a family."""

from eval.metrics.abstention import (
    ABSTENTION_MEASURES,
    abstention_intervals,
    abstention_scores,
)
from eval.metrics.bootstrap import RESAMPLES, SEED, mean_interval
from eval.metrics.citations import CITATION_MEASURES, citation_scores
from eval.metrics.latency import latency_percentiles
from eval.metrics.ranking import RANKING_MEASURES, ranking_scores

__all__ = [
    "ABSTENTION_MEASURES",
    "CITATION_MEASURES",
    "RANKING_MEASURES",
    "RESAMPLES",
    "SEED",
    "abstention_intervals",
    "abstention_scores",
    "citation_scores",
    "latency_percentiles",
    "mean_interval",
    "ranking_scores",
]
