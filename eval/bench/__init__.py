"""Speed and memory, each next to a yardstick measured in the same run: ``python -m eval.bench``."""
