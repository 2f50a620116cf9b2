"""What stands below whatever compares a person with a role."""

from __future__ import annotations

from typing import Final

from roleguide.language import N_

REFLECTION: Final = N_("For reflection; not to select or rank people.")
"""What such a page is for."""

SETTLED: Final = N_("Levels, 1 to 5, are those of people settled in the job, not of the first day.")
"""How the levels of a role are meant."""

PERSONAL: Final = N_("What your profile does not say is taken from the sheets of your roles.")
"""What is added where it was made of a profile."""

KEPT: Final = N_("Nothing of the profile is kept.")
"""What becomes of that profile."""
