"""Finished runs as something to read: terminal, Markdown, and one page with plots."""
