"""The agenda that a new session starts with (PRODUCT, "Phases of a session")."""

from workshop.domain.enums import Phase
from workshop.domain.positions import STEP
from workshop.domain.records import AgendaItem

DEFAULT_MINUTES = {
    Phase.WELCOME: 10,
    Phase.GATHER: 30,
    Phase.BUCKET: 25,
    Phase.INVENTORY: 70,
    Phase.COMMIT: 20,
    Phase.DEAL: 15,
    Phase.LEADERSHIP: 10,
    Phase.CLOSE: 10,
}


def default_agenda() -> list[AgendaItem]:
    """Return the phases in their usual order with their usual minutes."""
    return [
        AgendaItem(id=n, phase=phase, position=n * STEP, planned_minutes=minutes)
        for n, (phase, minutes) in enumerate(DEFAULT_MINUTES.items(), start=1)
    ]
