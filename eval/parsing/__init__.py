"""How well files are read and parsed, measured on files whose labels and words are known."""
