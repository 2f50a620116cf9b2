"""Guides as wholes: which are in effect, and what one changes of another."""
