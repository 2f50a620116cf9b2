"""A result and a language become a Document of a few kinds of block; formats draw it."""
