"""Scores what a system gave for each question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from corpus.catalogue import Catalogue
from eval.metrics import (
    ABSTENTION_ACCURACY,
    ANSWER_MEASURES,
    CITATION_EXTRAS,
    CITATION_MEASURES,
    DEPTH_MEASURES,
    RANKING_MEASURES,
    SEVERAL,
    Neighbourhood,
    answer_scores,
    citation_scores,
    complete,
    depth_scores,
    is_verbatim,
    ranking_scores,
    share_verbatim,
)
from eval.types import (
    Judgement,
    NamedUnit,
    Prediction,
    Question,
    QuestionResult,
    SystemResult,
    UnitKey,
)

MEAN_MEASURES = (
    *RANKING_MEASURES,
    *CITATION_MEASURES,
    *CITATION_EXTRAS,
    *DEPTH_MEASURES,
    *ANSWER_MEASURES,
    ABSTENTION_ACCURACY,
)
"""Measures that each question has by itself; a group's is their mean."""


class Scorer:
    """Scores the answers of any system to questions about one library.

    Args:
        judgements: The right citation of each question, by id.
        catalogue: The library.
    """

    def __init__(self, judgements: Mapping[str, Judgement], catalogue: Catalogue) -> None:
        self._judgements = judgements
        self._texts = {UnitKey(at.document, at.unit.label): at.unit.text for at in catalogue}
        self._neighbourhood = Neighbourhood(catalogue)

    def score(
        self, questions: Sequence[Question], answers: Sequence[tuple[Prediction, float]]
    ) -> tuple[QuestionResult, ...]:
        """Return each question's result.

        Args:
            questions: What was asked.
            answers: What one system gave for each, and the milliseconds that took.
        """
        pairs = list(zip(questions, answers, strict=True))
        ranking = ranking_scores(
            {q.id: self._judgements[q.id].gold for q in questions},
            {q.id: [found.unit for found in given.hits] for q, (given, _) in pairs},
        )
        # A system that never quotes has no answer measure, rather than one of nothing.
        quotes = any(cited.quote for _, (given, _) in pairs for cited in given.cited)
        return tuple(
            self._result(question, given, milliseconds, ranking.get(question.id, {}), quotes)
            for question, (given, milliseconds) in pairs
        )

    def named_units(self, results: Iterable[SystemResult]) -> tuple[NamedUnit, ...]:
        """Return the units that are gold, acceptable, cited or ranked first, in reading order."""
        named: set[UnitKey] = set()
        for judgement in self._judgements.values():
            named |= judgement.gold | judgement.acceptable
        for system in results:
            for result in system.questions:
                named |= {cited.unit for cited in result.prediction.cited}
                named |= {found.unit for found in result.prediction.hits[:1]}
        return tuple(
            NamedUnit(unit, self._neighbourhood.level(unit), text)
            for unit, text in self._texts.items()
            if unit in named
        )

    def _result(
        self,
        question: Question,
        given: Prediction,
        milliseconds: float,
        ranking: Mapping[str, float],
        quotes: bool,
    ) -> QuestionResult:
        judgement = self._judgements[question.id]
        cited = frozenset(c.unit for c in given.cited)
        verbatim = tuple(is_verbatim(c.quote, self._texts.get(c.unit, "")) for c in given.cited)
        depths = tuple(
            self._neighbourhood.depth(c.unit, judgement.gold, judgement.acceptable)
            if judgement.gold
            else None
            for c in given.cited
        )
        scores: dict[str, float | None] = dict.fromkeys(MEAN_MEASURES)
        scores[ABSTENTION_ACCURACY] = float(given.abstained != question.answerable)
        scores["quotes_verbatim"] = share_verbatim(verbatim)
        if cited:
            scores["labels_per_answer"] = float(len(cited))
        if judgement.gold:
            scores |= ranking
            scores |= citation_scores(cited, judgement.gold, judgement.acceptable)
            scores |= depth_scores(depths)
            if question.kind in SEVERAL:
                scores["citation_complete"] = complete(cited, judgement.gold)
            if quotes and (wanted := _gold_quotes(question)):
                scores |= answer_scores([c.quote for c in given.cited if c.quote], wanted)
        return QuestionResult(question, judgement, given, scores, milliseconds, depths, verbatim)


def _gold_quotes(question: Question) -> list[str]:
    """Return the evidence in the gold units, or all of it if none is."""
    gold = [e.quote for e in question.evidence if e.label in question.gold]
    return gold or [e.quote for e in question.evidence]
