"""Looks the labels of a question set up in a library."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.catalogue import Catalogue
from eval.errors import QuestionSetError
from eval.types import Judgement, Question, QuestionSet, UnitKey


def judge_set(question_set: QuestionSet, catalogue: Catalogue) -> Mapping[str, Judgement]:
    """Return the right citation of each question by id.

    Raises:
        QuestionSetError: See `find_faults`; every fault of every question at once.
    """
    faults = [
        f"{question.id}: {fault}"
        for question in question_set.questions
        for fault in find_faults(question, catalogue)
    ]
    if faults:
        raise QuestionSetError(question_set.path, faults)
    return {q.id: _judge(q, find_symbol(q, catalogue)) for q in question_set.questions}


def find_symbol(question: Question, catalogue: Catalogue) -> str | None:
    """Return the symbol of the document that a question's labels stand in.

    None if the question names none and the library does not hold exactly one.
    """
    if question.document is None:
        symbols = [document.symbol for document in catalogue.documents]
        return symbols[0] if len(symbols) == 1 else None
    return question.document


def find_faults(question: Question, catalogue: Catalogue) -> list[str]:
    """Return why a question's labels cannot be found in the library, a sentence each.

    A document or a label that is not there, or labels without a document where the library
    holds several.
    """
    known = [document.symbol for document in catalogue.documents]
    symbol = find_symbol(question, catalogue)
    labels = (*question.gold, *question.acceptable)
    if symbol is None:
        several = f'the library holds {len(known)} documents: name one as "document"'
        return [several] if labels else []
    if symbol not in known:
        return [f"no document {symbol!r} in the library"]
    return [f"no unit {x!r} in {symbol}" for x in labels if not catalogue.has(symbol, x)]


def _judge(question: Question, symbol: str | None) -> Judgement:
    if symbol is None:
        return Judgement(frozenset(), frozenset())
    return Judgement(
        gold=frozenset(UnitKey(symbol, label) for label in question.gold),
        acceptable=frozenset(UnitKey(symbol, label) for label in question.acceptable),
    )
