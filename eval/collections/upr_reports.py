"""Review reports: questions as people ask them, on 50 reports that resemble each other.

Reports of the Working Group on the Universal Periodic Review, all of one make: which State
recommended what to the State under review. The questions are made from recommendations that
people had coded by hand, with the paragraph each stands under; docs/collections.md says how.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import load_document
from corpus.errors import PinciteError
from corpus.types import Document
from eval.collections.errors import CollectionError
from eval.collections.files import Source, unlike
from eval.collections.topics import TopicFinder, holds
from eval.collections.types import Collection, Query
from eval.types import UnitKey

NAME = "upr-reports"
TUNING_NAME = "upr-reports-tune"
MEASURES = ("success@1", "recall@5", "document@1")

SEED = 20140127
GOLD = "gold_recommendations.jsonl"
ASKED = 150
"""Recommendations asked about in each half."""
PAIRED = 50
"""Of these, the ones that are asked about in the other ways too."""

IMPLIED = "country in the words"
SYMBOL = "symbol in the words"
SCOPE = "document chosen"
OPEN = "country not told"

TUNING_PHRASINGS: Mapping[str, tuple[str, ...]] = {
    IMPLIED: (
        "What did {state} recommend to {country} about {topic}?",
        "Which recommendation did {country} get from {state} on {topic}?",
        "In the review of {country}, what did {state} want done about {topic}?",
        "{topic}: what was {country} told by {state}?",
        "what does {state} ask of {country} regarding {topic}",
        "What does the report on {country} recommend about {topic}?",
        "Was {country} asked to do something about {topic}?",
    ),
    SYMBOL: (
        "{symbol}, what did {state} recommend about {topic}?",
        "What does {symbol} recommend on {topic}?",
        "in {symbol}, which recommendation of {state} is about {topic}",
    ),
    SCOPE: (
        "What did {state} recommend about {topic}?",
        "Which recommendation did {state} make on {topic}?",
        "What is recommended about {topic}?",
    ),
    OPEN: (
        "Which country was told by {state} to do something about {topic}?",
        "To whom did {state} recommend {topic}?",
        "Where did {state} bring up {topic}?",
    ),
}
"""The ways of asking, by what they tell of the document, where numbers are chosen."""

REPORT_PHRASINGS: Mapping[str, tuple[str, ...]] = {
    IMPLIED: (
        "What did {state} tell {country} to do about {topic}?",
        "Did {state} raise {topic} with {country}?",
        "I need the recommendation of {state} to {country} concerning {topic}.",
        "According to the review of {country}, what should be done about {topic}?",
        "{country} {state} {topic}",
        "Which of the recommendations made to {country} deals with {topic}?",
        "{state} had a recommendation on {topic} for {country}, which one?",
        "How is {country} supposed to deal with {topic}?",
    ),
    SYMBOL: (
        "What did {state} say on {topic} in {symbol}?",
        "{symbol} {topic}",
        "According to {symbol}, what should be done about {topic}?",
    ),
    SCOPE: (
        "What did {state} tell the State to do about {topic}?",
        "Did {state} raise {topic}?",
        "{topic}",
    ),
    OPEN: (
        "Who was advised by {state} on {topic}?",
        "Did {state} ever speak about {topic}, and to which State?",
        "{state} {topic}",
    ),
}
"""The ways of asking where figures are reported: others, so that no number fits the words."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation as it was coded.

    Attributes:
        id: Unique in the file.
        file: Name of the PDF.
        label: Of the paragraph it stands under, as the document's units have it.
        text: Its words, in places with faults of the coding.
        states: Who made it, in everyday names.
    """

    id: str
    file: str
    label: str
    text: str
    states: tuple[str, ...]


def load(folder: Path) -> Collection:
    """Return the questions to report; see `load_half`."""
    return load_half(folder, NAME, tuning=False)


def load_tuning(folder: Path) -> Collection:
    """Return the questions to choose numbers by; see `load_half`."""
    return load_half(folder, TUNING_NAME, tuning=True)


def load_half(folder: Path, name: str, *, tuning: bool) -> Collection:
    """Read the PDFs and the recommendations, and make the questions on half of the reports.

    All reports are there to be found in both halves; the halves ask about different ones, in
    different words.

    Args:
        folder: Holds ``gold_recommendations.jsonl`` and the PDFs, there or in ``pdf/``.
        name: Of the collection.
        tuning: Take the half that numbers are chosen by, not the one that is reported.

    Raises:
        CollectionError: A file is missing, cannot be read or is not in the published format.
    """
    source = Source(folder, "the review reports and the recommendations coded from them")
    (gold,) = source.find(GOLD)
    recommendations = read_recommendations(gold.name, source.read(gold))
    paths = {path.name: path for path in source.find("pdf/*.pdf", "*.pdf")}
    files = list(dict.fromkeys(r.file for r in recommendations))
    if missing := [file for file in files if file not in paths]:
        raise CollectionError(f"{folder} lacks {', '.join(missing[:8])}, which {GOLD} names.")
    documents: dict[str, Document] = {}
    for file in files:
        source.read_bytes(paths[file])  # for its hash
        try:
            documents[file] = load_document(paths[file])
        except PinciteError as error:
            raise CollectionError(f"Cannot read {paths[file]}: {error}") from None
    chosen = half_of(files, tuning=tuning)
    phrasings = TUNING_PHRASINGS if tuning else REPORT_PHRASINGS
    queries = make_queries(recommendations, documents, chosen, phrasings)
    return Collection(
        name, tuple(documents.values()), queries, MEASURES, "retrieval", source.sha256
    )


def read_recommendations(name: str, text: str) -> tuple[Recommendation, ...]:
    """Return the recommendations of a file, one JSON object a line.

    Raises:
        CollectionError: A field is missing or of another kind.
    """
    try:
        records = [json.loads(line) for line in text.splitlines() if line.strip()]
        return tuple(
            Recommendation(
                id=str(record["id"]),
                file=str(record["file"]),
                label=str(record["para"]).rstrip("."),
                text=" ".join(str(record["text"]).split()),
                states=tuple(map(str, record["recommending_states"])),
            )
            for record in records
        )
    except (KeyError, TypeError, ValueError) as error:
        raise unlike(Path(name), "a file of coded recommendations") from error


def half_of(files: Iterable[str], *, tuning: bool) -> frozenset[str]:
    """Return half of the reports, dealt by the seed; the larger half is reported on."""
    dealt = sorted(set(files))
    random.Random(SEED).shuffle(dealt)
    middle = (len(dealt) + 1) // 2
    return frozenset(dealt[middle:] if tuning else dealt[:middle])


def country_of(document: Document) -> str:
    """Return the State under review, as the report's title names it behind its last colon."""
    return document.metadata.title.rpartition(":")[2].strip(" *\u2217")


def make_queries(
    recommendations: Sequence[Recommendation],
    documents: Mapping[str, Document],
    files: Iterable[str],
    phrasings: Mapping[str, Sequence[str]] = REPORT_PHRASINGS,
    asked: int = ASKED,
    paired: int = PAIRED,
) -> tuple[Query, ...]:
    """Return the questions on some reports.

    The reports take turns; the seed says in which order a report's recommendations come and
    which words they are asked in. Right are all paragraphs in which that State (or, where the
    question names none, any State) speaks of that very topic to that country, and to any country
    where the question does not tell it.

    Args:
        recommendations: All, of all reports: by them a term is rare or common.
        documents: By file.
        files: Of the reports to ask about.
        phrasings: Ways of asking by what they tell of the document.
        asked: Most recommendations asked about with the country in the words.
        paired: Of these, how many are asked about in the other ways too.
    """
    dealer = random.Random(SEED)
    finder = TopicFinder(r.text for r in recommendations)
    known = [r for r in recommendations if _is_there(r, documents)]
    turns = _in_turns(known, sorted(files), dealer)
    queries: list[Query] = []
    for recommendation in turns:
        topic = finder.topic(recommendation.text)
        if not topic:
            continue
        for way in phrasings if len(queries) < paired * len(phrasings) else (IMPLIED,):
            phrasing = dealer.choice(phrasings[way])
            queries.append(_ask(recommendation, topic, way, phrasing, known, documents))
        if sum(query.group == IMPLIED for query in queries) >= asked:
            break
    return tuple(sorted(queries, key=lambda query: list(phrasings).index(query.group)))


def _in_turns(
    known: Sequence[Recommendation], files: Sequence[str], dealer: random.Random
) -> list[Recommendation]:
    """Return one recommendation of each report after the other, then a second of each."""
    by_file: dict[str, list[Recommendation]] = defaultdict(list)
    for recommendation in known:
        by_file[recommendation.file].append(recommendation)
    for file in files:
        dealer.shuffle(by_file[file])
    longest = max((len(by_file[file]) for file in files), default=0)
    return [by_file[f][turn] for turn in range(longest) for f in files if turn < len(by_file[f])]


def _is_there(recommendation: Recommendation, documents: Mapping[str, Document]) -> bool:
    document = documents[recommendation.file]
    states = recommendation.states
    named = bool(states) and not {"", "NA"} & set(states)
    return named and any(unit.label == recommendation.label for unit in document.units)


def _ask(
    recommendation: Recommendation,
    topic: str,
    way: str,
    phrasing: str,
    known: Sequence[Recommendation],
    documents: Mapping[str, Document],
) -> Query:
    document, state = documents[recommendation.file], recommendation.states[0]
    says_state = "{state}" in phrasing
    right = [
        other
        for other in known
        if (way == OPEN or other.file == recommendation.file)
        and (not says_state or state in other.states)
        and holds(other.text, topic)
    ]
    words = phrasing.format(
        state=state, country=country_of(document), topic=topic, symbol=document.symbol
    )
    return Query(
        id=f"{recommendation.id}.{way.replace(' ', '-')}",
        text=words[0].upper() + words[1:] if phrasing.startswith("{topic}") else words,
        gold=frozenset(UnitKey(documents[r.file].symbol, r.label) for r in right),
        group=way,
        scope=(document.symbol,) if way == SCOPE else (),
    )
