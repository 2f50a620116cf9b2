"""Records as people write them: YAML, what is said of each field, the schema for editors."""
