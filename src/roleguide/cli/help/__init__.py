"""The help: of the program, of a command, of a topic, as text."""
