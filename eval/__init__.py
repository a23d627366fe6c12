"""Questions with known citations, and how well a system finds and cites them."""
