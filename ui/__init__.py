"""The browser chat: an answer becomes a page."""
