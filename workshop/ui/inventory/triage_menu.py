"""The menu of all six triages: what is suggested first, each with its reason."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from workshop.domain.enums import Triage
from workshop.domain.triage import Suggestion, suggest, suggest_privately
from workshop.handouts.words import GLOSSES
from workshop.ui.badges import TRIAGE_ICONS, draw_icon, triage_word
from workshop.ui.context import Context
from workshop.ui.models.entries import Entry, brief

_ICON = 20
_LONGEST = 110


class TriageMenu(QMenu):
    """Offers the six; the keys 1 to 6 choose."""

    # The triage that was chosen; None leaves it open.
    decided = Signal(object)

    def __init__(self, context: Context, entry: Entry, parent: QWidget, *, private: bool) -> None:
        """Offer the triages of a process; private reasons only where they are shown."""
        super().__init__(parent)
        self._context = context
        self._choices: dict[QAction, Triage | None] = {}
        self.setAccessibleName(f"Triage of {brief(entry.process.name)}")
        found = _suggestions(entry, private=private)
        suggested = dict.fromkeys(each.triage for each in found)
        for number, triage in enumerate(
            [*suggested, *(each for each in Triage if each not in suggested)], start=1
        ):
            reasons = [_reason(each) for each in found if each.triage is triage]
            self._add(number, triage, reasons, is_chosen=entry.process.triage is triage)
            if number == len(suggested) and number < len(Triage):
                self.addSeparator()
        if entry.process.triage is not None:
            self.addSeparator()
            self._choices[self.addAction("&0  Leave it open")] = None
        self.triggered.connect(self._choose)

    def _add(self, number: int, triage: Triage, reasons: list[str], *, is_chosen: bool) -> None:
        why = " ".join(reasons) or GLOSSES[triage]
        chosen = " (decided)" if is_chosen else ""
        text = f"{triage_word(triage)}{chosen}  \u2013  {why}".replace("&", "&&")
        action = self.addAction(self._icon(triage), f"&{number}  {text}")
        self._choices[action] = triage

    def _icon(self, triage: Triage) -> QIcon:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(round(_ICON * ratio), round(_ICON * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        rect = QRectF(0, 0, _ICON, _ICON)
        ink = self._context.colors[f"{triage.value} solid"]
        draw_icon(painter, TRIAGE_ICONS[triage], rect.topLeft(), ink, _ICON)
        painter.end()
        return QIcon(picture)

    def _choose(self, action: QAction) -> None:
        if action in self._choices:
            self.decided.emit(self._choices[action])


def _suggestions(entry: Entry, *, private: bool) -> tuple[Suggestion, ...]:
    if private and entry.private is not None:
        return suggest_privately(entry.process, entry.private)
    return suggest(entry.process)


def _reason(suggestion: Suggestion) -> str:
    reason = suggestion.reason
    if len(reason) > _LONGEST:
        reason = f"{reason[:_LONGEST].rstrip()}…"
    return f"Only you see this: {reason}" if suggestion.private else reason
