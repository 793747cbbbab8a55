"""The handouts for everyone, which the pack holds in this order."""

from collections.abc import Callable

from workshop.handouts import (
    buckets,
    commitments,
    deal,
    excuses,
    follow_up,
    heard,
    inventory,
    leadership,
    leave_alone,
    owners,
)
from workshop.handouts.handout import Handout

Composer = Callable[[Handout], None]

GENERAL: dict[str, Composer] = {
    "commitments": commitments.compose,
    "deal": deal.compose,
    "buckets": buckets.compose,
    "inventory": inventory.compose,
    "promise": heard.compose,
    "excuses": excuses.compose,
    "leave-alone": leave_alone.compose,
    "leadership": leadership.compose,
    "follow-up": follow_up.compose,
    "owners": owners.compose,
}
