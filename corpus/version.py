"""The version of how files are read."""

from __future__ import annotations

PARSER_VERSION = 6
"""Raised by whoever changes what a reader or the structure parser makes of some file.

A library keeps it for each file, so that a file is read again though its bytes are the same.
"""
