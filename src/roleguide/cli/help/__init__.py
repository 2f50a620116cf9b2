"""The help, of the program, of a command, of a topic, as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from roleguide.language import N_

TOPICS: Final[Mapping[str, str]] = {
    "advertisements": N_("how a job advertisement is read, what is checked, and its limits"),
    "coverage": N_("how a move between two roles is reckoned, with the formulas"),
    "environment": N_("which environment variables count, and for what"),
    "exit-codes": N_("what each exit code means"),
    "formats": N_("which formats there are, and what a program can rely on"),
    "guides": N_("how guides stack, where they lie, how to write your own"),
    "job-titles": N_("how a job title is read, and what a row says of one"),
    "profiles": N_("what a profile is made of, and what is done with it"),
}
"""What `help` explains beside the commands; the texts are in `texts`."""
