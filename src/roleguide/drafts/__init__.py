"""Files of one's own, written to be filled in: commented YAML in the reader's language."""
