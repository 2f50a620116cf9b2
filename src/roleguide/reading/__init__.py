"""YAML becomes a guide: `guide` reads files, `schema` gives them shape, `events` their syntax."""
