"""A conversation -> JSON for other programs. Field names are a contract."""

from __future__ import annotations

import json

from assistant.citation_styles import LinkOf
from assistant.json_format import Json, answer_json, located_json
from assistant.transcript import Exchange, Source, Transcript
from corpus.types import Located


def write_json(transcript: Transcript, link_of: LinkOf) -> str:
    """Return the conversation as one JSON object, letters of every script as they are.

    ``turns`` hold the objects of ``pincite ask --json``, ``sources`` those of the units that are
    cited, whole.

    Args:
        transcript: The conversation.
        link_of: Gives the address that opens a paragraph.
    """
    value = {
        "format": "pincite-conversation-1",
        "made": transcript.made,
        "title": transcript.title,
        "turns": [_exchange_json(exchange) for exchange in transcript.exchanges],
        "sources": [_source_json(source, link_of) for source in transcript.sources],
    }
    # What is no Unicode text, a lone surrogate, is written as a number that JSON can hold.
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _exchange_json(exchange: Exchange) -> Json:
    return {
        "question": exchange.question,
        "asked_of": exchange.within,
        "error": exchange.error or None,
        "answer": None if exchange.answer is None else answer_json(exchange.answer),
    }


def _source_json(source: Source, link_of: LinkOf) -> Json:
    symbol = source.metadata.symbol
    return {
        "document": symbol,
        "title": source.metadata.title,
        "body": source.metadata.body,
        "date": source.metadata.date,
        "language": source.metadata.language,
        "cautions": list(source.cautions),
        "units": [
            {**located_json(Located(symbol, unit)), "link": link_of(symbol, unit) or None}
            for unit in source.units
        ],
    }
