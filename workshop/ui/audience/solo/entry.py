"""What can be begun anew in solo, whatever is shown."""

from enum import StrEnum


class Entry(StrEnum):
    """Something new, as its label says it."""

    CARD = "New card"
    EXCUSE = "Excuse"
    PARKING_ITEM = "For later"
    COMMITMENT = "We commit to"
