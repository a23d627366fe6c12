"""Files -> `Source`: one module for each format, and `read_source`, which chooses among them."""

from corpus.readers.files import read_source
from corpus.readers.text import source_from_text

__all__ = ["read_source", "source_from_text"]
