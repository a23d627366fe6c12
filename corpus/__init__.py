"""Files -> documents -> units: readers, structure parser, references, token counts."""
