"""The commands: each a function of a session and values that returns an answer."""
