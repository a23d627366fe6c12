"""Source -> `Parse`: what every line of a document is, and under which label its words stand."""
