"""The fixed words of a chat that is downloaded, in the reader's language."""

from __future__ import annotations

from assistant.transcript_words import Words
from assistant.types import Answer
from corpus.catalogue import Catalogue
from ui.language import figure, say
from ui.presentation import looked_in
from ui.retelling import retold


def transcript_words() -> Words:
    """Return the words of a transcript in the language that is spoken here."""
    return Words(
        annex=say("transcript-annex"),
        nearest=say("transcript-nearest"),
        gone=say("transcript-gone"),
        head=lambda made: say("transcript-head", made=made),
        asked_of=lambda documents: say("asked-of", documents=documents),
        read_as=lambda question: f"{say('read-as')} {question}",
        confidence=lambda value: say("transcript-confidence", value=figure(value, 2)),
        superseded_by=lambda symbol: say("superseded-by", symbol=symbol),
        with_care=lambda reason: say("cite-with-care", reason=retold(reason)),
        looked_in=looked_in,
        refusal=_refusal,
        told=retold,
    )


def _refusal(_answer: Answer, catalogue: Catalogue) -> str:
    if len(catalogue.documents) > 1:
        return say("not-answered", documents=2)
    return say("transcript-not-answered", symbol=catalogue.documents[0].symbol)
