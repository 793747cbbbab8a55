"""How much each owner has taken on, and who of them nobody here knows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.owners import MOST_A_PERSON, load_of, without_anybody
from workshop.domain.records import Commitment, Participant
from workshop.domain.text import sameness_key, shorten
from workshop.ui.context import Context
from workshop.ui.icons import paint_icon
from workshop.ui.theme import font, semibold

_SHOWN, _ROW, _HEAD, _WARNING = 8, 40, 28, 44
_NUMBERS = {4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine"}


class Load(QWidget):
    """A bar for each owner; a warning where one has more than three, or is not among the people."""

    def __init__(self, context: Context) -> None:
        """Follow the session."""
        super().__init__()
        self._context = context
        self._load: list[tuple[str, int]] = []
        self._strangers: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.bridge.changed.connect(self._follow)
        context.themed.connect(self.update)
        self._count()

    @property
    def warnings(self) -> list[str]:
        """What to say about the busiest owner, and about owners who are not listed in Welcome."""
        return [each for each in (self._too_many(), self._unknown()) if each]

    def _unknown(self) -> str:
        if not self._strangers:
            return ""
        if len(self._strangers) > 1:
            return f"{len(self._strangers):,} owners are not among the people listed in Welcome."
        return f"{shorten(self._strangers[0], 30)} is not among the people listed in Welcome."

    def _too_many(self) -> str:
        most = max((count for _, count in self._load), default=0)
        if most <= MOST_A_PERSON:
            return ""
        number = _NUMBERS.get(most, f"{most:,}")
        return f"{number} on one desk. At most three a person: who else can carry one?"

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind in {Commitment, Participant} for change in change_set.changes):
            self._count()

    def _count(self) -> None:
        state = self._context.bridge.state
        self._load = load_of(state.all(Commitment))
        unknown = {sameness_key(each.owner) for each in without_anybody(state)}
        self._strangers = [name for name, _ in self._load if sameness_key(name) in unknown]
        owners = ", ".join(f"{name} {count}" for name, count in self._load)
        told = " ".join((f"Load per owner: {owners or 'none yet'}.", *self.warnings))
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the owners that are shown."""
        shown = min(len(self._load), _SHOWN)
        height = _HEAD + shown * _ROW + _WARNING * len(self.warnings) if shown else 0
        return QSize(200, height)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint head, bars and warning."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        colors = self._context.colors
        if self._load:
            painter.setFont(semibold(14))
            painter.setPen(colors["muted"])
            painter.drawText(QRectF(0, 0, self.width(), 20), "Load per owner")
        scale = max(5, *(count for _, count in self._load)) if self._load else 5
        y = float(_HEAD)
        for name, count in self._load[:_SHOWN]:
            self._paint_owner(painter, y, name, count, scale)
            y += _ROW
        for warning in self.warnings:
            paint_icon(painter, "triangle-alert", QRectF(0, y + 1, 17, 17), colors["overtime ink"])
            painter.setPen(colors["overtime ink"])
            painter.setFont(font(14))
            box = QRectF(25, y, self.width() - 25, _WARNING)
            painter.drawText(box, Qt.TextFlag.TextWordWrap, warning)
            y += _WARNING
        painter.end()

    def _paint_owner(self, painter: QPainter, y: float, name: str, count: int, scale: int) -> None:
        colors, width = self._context.colors, float(self.width())
        painter.setFont(font(15))
        painter.setPen(colors["text"])
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(width - 34))
        line = QRectF(0, y, width, 22)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(semibold(15))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, right, str(count))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["sunken"])
        painter.drawRoundedRect(QRectF(0, y + 25, width, 5), 2.5, 2.5)
        painter.setBrush(colors["overtime ink" if count > MOST_A_PERSON else "primary"])
        painter.drawRoundedRect(QRectF(0, y + 25, width * count / scale, 5), 2.5, 2.5)
