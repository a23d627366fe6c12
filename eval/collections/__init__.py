"""Public collections, read in the format they are published in, and what Pincite makes of them."""
