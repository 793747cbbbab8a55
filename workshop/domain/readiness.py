"""What a commitment still lacks before it can be promised."""

from enum import StrEnum

from workshop.domain.records import Commitment
from workshop.domain.verbs import starts_with_verb


class Lack(StrEnum):
    """Something that a commitment lacks."""

    VERB = "verb"
    OWNER = "owner"
    DATE = "date"
    MEASURE = "measure"


def lacks(commitment: Commitment) -> tuple[Lack, ...]:
    """Return what a commitment lacks, in the order of `Lack`; a dependency does for a date."""
    missing = {
        Lack.VERB: not starts_with_verb(commitment.text),
        Lack.OWNER: not commitment.owner.strip(),
        Lack.DATE: commitment.due is None and commitment.depends_on is None,
        Lack.MEASURE: not commitment.measure.strip(),
    }
    return tuple(lack for lack, is_missing in missing.items() if is_missing)


def is_ready(commitment: Commitment) -> bool:
    """Tell whether a commitment lacks nothing."""
    return not lacks(commitment)
