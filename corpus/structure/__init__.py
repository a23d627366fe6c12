"""Source -> `Parse`: what every line of a document is, and under which label its words stand."""

from corpus.structure.parse import parse

__all__ = ["parse"]
