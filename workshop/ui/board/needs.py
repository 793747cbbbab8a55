"""Which processes a performance activity needs: what is not fine among them holds it back."""

from PySide6.QtWidgets import QWidget

from workshop.domain.commands.processes import SetNeeds
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity, Need
from workshop.domain.text import shorten
from workshop.ui.context import Context
from workshop.ui.dialogs.pick import PickDialog, Question


def ask_needs(context: Context, card: Activity, window: QWidget) -> PickDialog | None:
    """Open the list of processes for a card; say in the status slot why there is none to pick."""
    bridge = context.bridge
    if card.bucket is not Bucket.PERFORMANCE:
        context.say("Only a performance activity names the processes that it needs.")
        return None
    processes = bridge.state.processes()
    if not processes:
        context.say("There is no process yet that it could need: sort a card into Process first.")
        return None
    question = Question(
        f"What does \u201c{shorten(card.text)}\u201d need?",
        "Pick the processes without which it cannot go well. Those that do not work yet "
        "hold performance back.",
        "It needs these",
    )
    needed = {need.process_id for need in bridge.state.all(Need) if need.activity_id == card.id}
    items = [(each.id, each.name) for each in processes]
    dialog = PickDialog(context, question, items, needed, window)

    def keep(ids: tuple[int, ...]) -> None:
        bridge.execute(SetNeeds(card.id, ids))

    dialog.picked.connect(keep)
    dialog.open()
    return dialog
