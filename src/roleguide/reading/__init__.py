"""Read guides from YAML: `guide` the files, `schema` their shape, `events` their syntax."""
