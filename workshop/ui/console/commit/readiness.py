"""What a commitment that is being typed has and lacks."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from workshop.domain.questions import remark_on_date
from workshop.domain.readiness import Lack, lacks
from workshop.domain.records import Commitment
from workshop.ui.context import Context
from workshop.ui.icons import pixmap
from workshop.ui.theme import font, semibold
from workshop.ui.widgets import label, row


class _Mark(QWidget):
    """One thing that a commitment needs."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self._icon = label()
        self._name = label(name)
        self._what = name
        self._is_sound = False
        self.setLayout(row(self._icon, self._name, spacing=6))

    def tell(self, remark: str, *, is_there: bool) -> None:
        """Show whether it is there, and what is odd about it."""
        self._is_sound = is_there and not remark
        self._name.setText(f"{self._what} {remark}".strip())
        state = (remark or "there") if is_there else "missing"
        self.setAccessibleName(f"{self._what}: {state}")
        self.dress()

    def dress(self) -> None:
        colors = self._context.colors
        token, icon = (
            ("fix now ink", "circle-check") if self._is_sound else ("overtime ink", "circle-alert")
        )
        self._icon.setPixmap(pixmap(icon, colors.hex(token), 18, 2.0))
        color = colors.hex("text" if self._is_sound else token)
        self._name.setFont(font(15) if self._is_sound else semibold(15))
        self._name.setStyleSheet(f"color: {color};")


class Readiness(QWidget):
    """Verb, Owner, Date, Measure: a check or a warning each, as one types."""

    def __init__(self, context: Context) -> None:
        """Begin with everything missing."""
        super().__init__()
        self._marks = {lack: _Mark(context, lack.value.capitalize()) for lack in Lack}
        self.setLayout(row(*self._marks.values(), spacing=18))
        context.themed.connect(self._dress)

    def _dress(self) -> None:
        for mark in self._marks.values():
            mark.dress()

    def show_lacks(self, typed: Commitment, on: dt.date) -> None:
        """Tell what a commitment has and lacks, seen from a day."""
        missing = lacks(typed)
        for lack, mark in self._marks.items():
            remark = remark_on_date(typed.due, on) if lack is Lack.DATE else ""
            mark.tell(remark, is_there=lack not in missing)

    @property
    def missing(self) -> list[str]:
        """The names of what is missing."""
        names = (mark.accessibleName() for mark in self._marks.values())
        return [name.partition(":")[0] for name in names if name.endswith("missing")]
