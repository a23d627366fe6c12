"""Question -> cited answer: retrieval, conversation, answer, settings, command line."""
