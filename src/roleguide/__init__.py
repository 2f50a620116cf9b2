"""A career guide for the terminal: what separates two jobs, in French and in English."""

__version__ = "0.1.0"
