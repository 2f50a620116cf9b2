"""The command line: each command translates its options and makes one call."""
