"""Which roles fit a person."""
