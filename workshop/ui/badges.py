"""Triage badges, answer rings, question numbers and keycaps, as painters and as widgets."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from workshop.domain.enums import CommitmentKind, Triage
from workshop.ui.dress import Dress
from workshop.ui.icons import pixmap
from workshop.ui.theme import Size, Theme, bold, semibold

TRIAGE_ICONS = {
    Triage.FIX_NOW: "hammer",
    Triage.ORG_CHART: "network",
    Triage.LONG_TERM: "calendar-clock",
    Triage.FIND_OUT: "circle-question-mark",
    Triage.LIVE_WITH_IT: "hourglass",
    Triage.LEAVE_ALONE: "shield-check",
}
# Kinds that lead to a commitment are filled, the others hollow.
FILLED = frozenset(Triage(kind.value) for kind in CommitmentKind)

BADGE_HEIGHT = 28.0
_BADGE_LEFT, _BADGE_ICON, _BADGE_GAP, _BADGE_RIGHT = 9.0, 18, 5.0, 12.0
_CHECK = 17.0
_CHIP = QSize(26, 18)
_KEYCAP_HEIGHT = 20.0


def draw_icon(painter: QPainter, name: str, corner: QPointF, color: QColor, size: int) -> None:
    """Draw an icon from its cached picture, crisp on the screen that is painted on."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(corner, pixmap(name, color.name(), size, ratio))


def triage_word(triage: Triage) -> str:
    """Return the word of a triage as a badge shows it: "Fix now"."""
    return triage.value.capitalize()


def badge_width(triage: Triage) -> float:
    """Return the width that a badge needs."""
    word = QFontMetricsF(semibold(Size.SMALL)).horizontalAdvance(triage_word(triage))
    return _BADGE_LEFT + _BADGE_ICON + _BADGE_GAP + word + _BADGE_RIGHT


def paint_badge(
    painter: QPainter,
    rect: QRectF,
    triage: Triage,
    colors: Theme,
    *,
    decided: bool = False,
    more: int = 0,
) -> None:
    """Paint a badge: icon, word, border in the solid color.

    `decided` adds a check at its upper corner; `more`, how many further ones, stands at its lower.
    """
    kind = triage.value
    ink, solid = colors[f"{kind} ink"], colors[f"{kind} solid"]
    painter.setPen(QPen(solid, 1.5))
    painter.setBrush(colors[f"{kind} tint"] if triage in FILLED else colors["surface"])
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), rect.height() / 2, rect.height() / 2)
    top = rect.center().y() - _BADGE_ICON / 2
    left = rect.left() + _BADGE_LEFT
    draw_icon(painter, TRIAGE_ICONS[triage], QPointF(left, top), ink, _BADGE_ICON)
    left += _BADGE_ICON + _BADGE_GAP
    painter.setPen(ink)
    painter.setFont(semibold(Size.SMALL))
    words = QRectF(left, rect.top(), rect.right() - left - 4, rect.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, triage_word(triage))
    if decided:
        _paint_check(painter, rect, solid, colors)
    if more:
        _paint_more(painter, rect, more, ink, solid, colors)


def _paint_check(painter: QPainter, badge: QRectF, solid: QColor, colors: Theme) -> None:
    disc = QRectF(badge.right() - _CHECK - 1, badge.top() - _CHECK / 3, _CHECK, _CHECK)
    painter.setPen(QPen(colors["surface"], 1.5))
    painter.setBrush(solid)
    painter.drawEllipse(disc)
    size = 11
    corner = disc.center() - QPointF(size / 2, size / 2)
    draw_icon(painter, "check", corner, colors["surface"], size)


def _paint_more(
    painter: QPainter, badge: QRectF, more: int, ink: QColor, solid: QColor, colors: Theme
) -> None:
    corner = QPointF(badge.right() - _CHIP.width() + 4, badge.bottom() - _CHIP.height() / 2)
    chip = QRectF(corner, QPointF(corner.x() + _CHIP.width(), corner.y() + _CHIP.height()))
    painter.setPen(QPen(solid, 1.2))
    painter.setBrush(colors["surface"])
    painter.drawRoundedRect(chip, _CHIP.height() / 2, _CHIP.height() / 2)
    painter.setPen(ink)
    painter.setFont(semibold(13))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, f"+{more}")


def paint_ring(painter: QPainter, rect: QRectF, answered: int, total: int, colors: Theme) -> None:
    """Paint how many of the questions are answered as a ring around the number."""
    width = rect.width() / 8
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colors["border"], width))
    painter.drawEllipse(inner)
    pen = QPen(colors["text"], width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(inner, 90 * 16, -round(360 * 16 * answered / total))
    painter.setFont(semibold(Size.SMALL))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(answered))


def paint_number(painter: QPainter, rect: QRectF, number: int, colors: Theme) -> None:
    """Paint the number of a question on an ink disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors["primary"])
    painter.drawEllipse(rect)
    painter.setPen(colors["on primary"])
    painter.setFont(bold(Size.SMALL))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))


def keycap_width(keys: str) -> float:
    """Return the width of a keycap."""
    return max(_KEYCAP_HEIGHT, QFontMetricsF(semibold(13)).horizontalAdvance(keys) + 10)


def paint_keycap(painter: QPainter, left: float, middle: float, keys: str, color: QColor) -> None:
    """Paint a key as a small box; `middle` is the height of its middle."""
    painter.setFont(semibold(13))
    box = QRectF(left, middle - _KEYCAP_HEIGHT / 2, keycap_width(keys), _KEYCAP_HEIGHT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.2))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)


class TriageBadge(QWidget):
    """A badge as a widget."""

    def __init__(self, context: Dress, triage: Triage, *, decided: bool = False) -> None:
        """Show a triage; `decided` adds the check of the room."""
        super().__init__()
        self._context = context
        self._triage = triage
        self._decided = decided
        self.setAccessibleName(triage_word(triage))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        context.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the badge; its check needs a few pixels above."""
        spare = _CHECK / 3 if self._decided else 0
        return QSize(ceil(badge_width(self._triage) + spare), ceil(BADGE_HEIGHT + 2 * spare))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spare = (self.height() - BADGE_HEIGHT) / 2
        rect = QRectF(0, spare, self.width() - spare, BADGE_HEIGHT)
        paint_badge(painter, rect, self._triage, self._context.colors, decided=self._decided)
        painter.end()


class QuestionNumber(QWidget):
    """The number of a question on its disc."""

    def __init__(self, context: Dress, number: int) -> None:
        """Show a number."""
        super().__init__()
        self._context = context
        self._number = number
        self.setFixedSize(22, 22)
        context.themed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_number(painter, QRectF(self.rect()), self._number, self._context.colors)
        painter.end()


class KeyButton(QPushButton):
    """A button with its key drawn as a keycap behind its words."""

    def __init__(self, context: Dress, text: str, keys: str) -> None:
        """Show words and key; a screen reader says both."""
        super().__init__(text)
        self._context = context
        self.keys = keys
        self.setAccessibleName(f"{text} ({keys})" if keys else text)
        context.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the words and the keycap."""
        words = QFontMetricsF(semibold(Size.BODY)).horizontalAdvance(self.text())
        cap = keycap_width(self.keys) + 9 if self.keys else 0
        return QSize(round(words + cap + 28), max(36, super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame of the style, then the words and the keycap."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        inverted = self.isChecked() or self.property("look") == "primary"
        color = self._context.colors["on primary" if inverted else "text"]
        painter.setFont(semibold(Size.BODY))
        words = painter.fontMetrics().horizontalAdvance(self.text())
        cap = keycap_width(self.keys) + 9 if self.keys else 0
        left = (self.width() - words - cap) / 2
        painter.setPen(color)
        rect = QRectF(left, 0, words + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.keys:
            paint_keycap(painter, left + words + 9, self.height() / 2, self.keys, color)
        painter.end()
