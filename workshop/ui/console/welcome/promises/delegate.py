"""How a promise of the last session looks."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workshop.domain.dates import short_day
from workshop.domain.enums import CommitmentStatus
from workshop.domain.records import Commitment, Pledge
from workshop.domain.text import one_line
from workshop.ui.badges import keycap_width, paint_keycap
from workshop.ui.console.welcome.promises.ask import Ask, Asked
from workshop.ui.console.welcome.promises.kept_bar import LOOKS
from workshop.ui.context import Context
from workshop.ui.icons import paint_icon
from workshop.ui.models.promises import NOTE_ROLE, RECORD_ROLE, key_of, status_words
from workshop.ui.theme import font, semibold

Index = QModelIndex | QPersistentModelIndex

_ROW, _HEAD, _ASK = 62, 42, 56
_BADGE = 96.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PromiseDelegate(QStyledItemDelegate):
    """Paints a card with its badge; the row that is asked about has a field below its words."""

    def __init__(self, context: Context) -> None:
        """Paint in the colors of the console."""
        super().__init__()
        self._context = context
        self.asked: Asked | None = None
        self.ask: Ask | None = None

    def _is_asked(self, index: Index) -> bool:
        asked, record = self.asked, index.data(RECORD_ROLE)
        return asked is not None and record is not None and key_of(record) == asked.key

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        if index.data(RECORD_ROLE) is None:
            return QSize(200, _HEAD)
        return QSize(200, _ROW + _ASK if self._is_asked(index) else _ROW)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field for what is asked."""
        assert self.asked is not None
        self.ask = Ask(self._context, self.asked, parent)
        return self.ask

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave every key to the field: it knows what Enter and Esc mean."""
        return False

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field below the words."""
        editor.setGeometry(option.rect.adjusted(18, _ROW - 6, -16, -8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        record = index.data(RECORD_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rect = QRectF(option.rect).adjusted(4, 3, -4, -3)
        colors = self._context.colors
        if record is None:
            painter.setFont(semibold(14))
            painter.setPen(colors["muted"])
            painter.drawText(rect.adjusted(2, 8, 0, 0), _MIDDLE, str(index.data()))
            painter.restore()
            return
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if has_focus or self._is_asked(index):
            painter.setPen(QPen(colors["focus"], 3))
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 8, 8)
        marked = has_focus or self._is_asked(index)
        painter.setPen(QPen(colors["text" if marked else "border"], 2.4 if marked else 1))
        painter.setBrush(colors["surface"])
        painter.drawRoundedRect(rect, 6, 6)
        words = QRectF(rect.left() + 16, rect.top() + 3, rect.width() - 32, _ROW - 12)
        self._paint_words(painter, words, record, str(index.data(NOTE_ROLE) or ""))
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRectF, record: Commitment | Pledge, note: str
    ) -> None:
        colors = self._context.colors
        if isinstance(record, Pledge):
            taken = self._paint_actual(painter, rect, record)
        else:
            taken = _BADGE + 14
            self._paint_status(painter, rect, record.status)
        room = rect.adjusted(0, 0, -taken, 0)
        if note:
            painter.setFont(font(14))
            painter.setPen(colors["muted"])
            shown = _cut(painter, note, room.width() * 0.42)
            painter.drawText(room, _RIGHT, shown)
            room = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(shown) - 16, 0)
        half = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
        painter.setFont(semibold(15))
        painter.setPen(colors["text"])
        painter.drawText(half, _MIDDLE, _cut(painter, record.text, half.width()))
        due = f"due {short_day(record.due)}" if record.due else "no date"
        painter.setFont(font(14))
        painter.setPen(colors["muted"])
        whose = ", ".join(filter(None, (one_line(record.owner), due)))
        painter.drawText(
            half.translated(0, half.height()), _MIDDLE, _cut(painter, whose, half.width())
        )

    def _paint_status(self, painter: QPainter, rect: QRectF, status: CommitmentStatus) -> None:
        """Paint the badge of a status; dashed with the three keys while it is open."""
        colors = self._context.colors
        badge = QRectF(rect.right() - _BADGE, rect.center().y() - 16, _BADGE, 32)
        look = LOOKS.get(status)
        pen = QPen(colors[look[2] if look else "strong border"], 1.4)
        if look is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        is_kept = status is CommitmentStatus.KEPT
        painter.setBrush(colors["fix now tint" if is_kept else look[1] if look else "surface"])
        painter.drawRoundedRect(badge, 16, 16)
        painter.setFont(semibold(14))
        if look is None:
            painter.setPen(colors["muted"])
            open_ones = {CommitmentStatus.OPEN, CommitmentStatus.IN_PROGRESS}
            words = "K  L  X" if status in open_ones else status_words(status)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
            return
        ink = colors["fix now ink" if is_kept else look[3]]
        place = QRectF(badge.left() + 11, badge.center().y() - 8.5, 17, 17)
        paint_icon(painter, look[0], place, ink)
        painter.setPen(ink)
        painter.drawText(badge.adjusted(34, 0, 0, 0), _MIDDLE, status_words(status))

    def _paint_actual(self, painter: QPainter, rect: QRectF, pledge: Pledge) -> float:
        """Paint the target and what it is now, and return the width taken."""
        colors = self._context.colors
        half = rect.height() / 2
        target, actual = one_line(pledge.target), one_line(pledge.actual)
        most = rect.width() * 0.36
        upper = QRectF(rect.right() - most, rect.top(), most, half)
        painter.setFont(font(14))
        painter.setPen(colors["muted"])
        words = f"pledged {target}" if target else "no target"
        start = one_line(pledge.baseline)
        if start and target:
            words = f"{start} → {target} pledged"
        painter.drawText(upper.translated(0, half), _RIGHT, _cut(painter, words, most))
        painter.setFont(semibold(15))
        painter.setPen(colors["performance ink" if actual else "muted"])
        if actual:
            painter.drawText(upper, _RIGHT, _cut(painter, f"now {actual}", most))
        else:
            width = keycap_width("Enter")
            paint_keycap(
                painter, rect.right() - width, upper.center().y(), "Enter", colors["muted"]
            )
            painter.setFont(font(14))
            painter.drawText(upper.adjusted(0, 0, -width - 8, 0), _RIGHT, "what is it now?")
        return most + 14


def _cut(painter: QPainter, text: str, width: float) -> str:
    line = one_line(text[:500])
    return painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, max(0, int(width)))
