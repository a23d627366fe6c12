"""The commands of `pincite`, one module each."""
