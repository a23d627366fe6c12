"""A question and a unit -> how likely the question is after the unit; ranks the best ones anew."""
