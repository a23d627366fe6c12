"""Units -> nearest units: encoder, vector index, lexical index, the library on disk."""
