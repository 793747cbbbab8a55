"""Small widgets that screens share."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from workshop.ui.dress import Dress
from workshop.ui.fitting import Fitting
from workshop.ui.icons import paint_icon
from workshop.ui.keys import claims_typed
from workshop.ui.theme import semibold


def label(text: str = "", look: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that shows its text as it is, never as markup."""
    found = QLabel()
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setText(text)
    found.setWordWrap(wrap)
    if look:
        found.setProperty("look", look)
    return found


def make_blank(*fields: QLineEdit) -> None:
    """Empty fields for what is typed next; nothing of what was kept comes back by undo."""
    for field in fields:
        field.setText("")  # clear() would be a step of the field's own undo


def restyle(widget: QWidget, style: str) -> None:
    """Give a widget a style of its own; Qt would work out the same one anew."""
    if widget.styleSheet() != style:
        widget.setStyleSheet(style)


# Fewer letters of a cut text tell nobody anything.
_LEAST_SHOWN = 9


class ElidedLabel(QLabel):
    """Lines of text, cut with an ellipsis where it does not fit; nothing of hardly any room."""

    def __init__(
        self,
        look: str = "",
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
        *,
        lines: int = 1,
        snug: bool = False,
    ) -> None:
        """Begin blank; the text stands at a side, in at most so many lines.

        A snug one takes the width of its text where there is that much, others all there is.
        """
        super().__init__()
        self._whole = ""
        self._most = lines
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        wide = QSizePolicy.Policy.Preferred if snug else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)

    @property
    def whole(self) -> str:
        """The text, however much of it is shown."""
        return self._whole

    def setText(self, text: str) -> None:
        """Show a text; a tool tip and screen readers have all of it."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text on one line."""
        words = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(words + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return no width: it is cut where there is none."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        shown = "\n".join(Fitting(self.font()).lines(self._whole, self.width(), self._most))
        is_worth_it = shown == self._whole or len(shown) >= _LEAST_SHOWN
        super().setText(shown if is_worth_it else "")
        # What looks like markup would be read as such; this is some, and says so.
        is_cut = shown.replace("\n", " ") != self._whole
        self.setToolTip(f"<p>{escape(self._whole)}</p>" if is_cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text for the new width."""
        super().resizeEvent(event)
        self._fit()


class ElidedButton(QPushButton):
    """A button that takes the width there is, and cuts its words where they do not fit."""

    def __init__(self) -> None:
        """Begin blank, with the words at the left."""
        super().__init__()
        self._whole = ""
        self.setStyleSheet("text-align: left;")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_PushButtonContents
        width = self.style().subElementRect(part, option, self).width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, width)
        super().setText(shown.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text for the new width."""
        super().resizeEvent(event)
        self._fit()


def frame(look: str) -> QFrame:
    """Return a frame with the look of a card, a bar, a rail, a panel, a line."""
    found = QFrame()
    found.setProperty("look", look)
    return found


class Form(QFrame):
    """A card of fields and buttons, in which letters and digits start nothing of the window."""

    escaped = Signal()

    def __init__(self) -> None:
        """Begin without fields."""
        super().__init__()
        self.setProperty("look", "card")

    @property
    def has_keyboard(self) -> bool:
        """Whether something in the form has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def event(self, event: QEvent) -> bool:
        """Keep single keys from acting while anything in the form has the keyboard."""
        return claims_typed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of an Esc that no field took."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def button(
    dress: Dress, text: str, icon: str = "", *, look: str = "", name: str = ""
) -> QPushButton:
    """Return a button with words, an icon, or both; `name` is what a screen reader says."""
    # The style leaves 4 px between icon and words; a space makes it look like two things.
    found = QPushButton(f" {text}" if icon and text else text)
    if icon:
        found.setIcon(dress.icon(icon, "on primary" if look == "primary" else "text"))
        found.setIconSize(QSize(18, 18))
    if look:
        found.setProperty("look", look)
    found.setAccessibleName(name or text)
    if name and not text:
        found.setToolTip(name)
    return found


def count_field(name: str) -> QLineEdit:
    """Return a field for a count of people, blank or 0 to 9999."""
    found = QLineEdit()
    found.setAccessibleName(name)
    # A QIntValidator lets "+" and "1,0" be typed on the way to a number.
    found.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), found))
    return found


def bring_into_view(widget: QWidget) -> None:
    """Scroll what holds a widget until all of it is seen, as far as it fits."""
    each: QWidget | None = widget
    while each is not None and not isinstance(each, QScrollArea):
        each = each.parentWidget()
    if isinstance(each, QScrollArea):
        each.ensureWidgetVisible(widget, 0, 0)


def row(
    *items: QWidget | int, spacing: int = 8, margins: Sequence[int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Return widgets side by side; a number is a stretch."""
    found = QHBoxLayout()
    found.setSpacing(spacing)
    found.setContentsMargins(*margins)
    _fill(found, items)
    return found


def column(
    *items: QWidget | int, spacing: int = 8, margins: Sequence[int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Return widgets one below the other; a number is a stretch."""
    found = QVBoxLayout()
    found.setSpacing(spacing)
    found.setContentsMargins(*margins)
    _fill(found, items)
    return found


def _fill(layout: QHBoxLayout | QVBoxLayout, items: Iterable[QWidget | int]) -> None:
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
        else:
            layout.addWidget(item)


class ChoiceBox(QComboBox):
    """A list of choices that opens, marked by a chevron."""

    def __init__(self, dress: Dress, name: str, choices: Iterable[tuple[str, object]]) -> None:
        """Offer words, each with what it stands for; `name` is what a screen reader says."""
        super().__init__()
        self._dress = dress
        # The box's own delegate knows nothing of the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.view().installEventFilter(self)
        self.setAccessibleName(name)
        # Qt would hand an enum back as its bare text.
        self._values: list[object] = []
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[str, object]]) -> None:
        """Offer other words in place of those before; the first ones are chosen."""
        self.clear()
        self._values = []
        for words, value in choices:
            self._values.append(value)
            self.addItem(words)

    @property
    def choice(self) -> Any:
        """What the chosen words stand for."""
        return self._values[self.currentIndex()]

    def choose(self, value: object) -> None:
        """Choose the words for a value; raises ValueError where it is not offered."""
        self.setCurrentIndex(self._values.index(value))

    def event(self, event: QEvent) -> bool:
        """Let letters and digits look for a choice, and start nothing of the window."""
        return claims_typed(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let them do so in the open list too."""
        return claims_typed(event) or super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - 27, self.height() / 2 - 9, 18, 18)
        paint_icon(painter, "chevron-down", box, self._dress.colors["text"])
        painter.end()


class Segments(QWidget):
    """A few choices side by side of which one holds."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], accessible_name: str = "") -> None:
        """Show the choices; the first one holds."""
        super().__init__()
        self.setAccessibleName(accessible_name)
        self._group = QButtonGroup(self)
        layout = row(spacing=0)
        for number, name in enumerate(names):
            each = QPushButton(name)
            each.setCheckable(True)
            each.setProperty("part", _part(number, len(names)))
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(each, number)
            layout.addWidget(each)
        self.setLayout(layout)
        if names:
            self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def set_current(self, number: int) -> None:
        """Let a choice hold, without telling of it; -1 lets none."""
        if number < 0:
            self._group.setExclusive(False)
            for each in self._group.buttons():
                each.setChecked(False)
            self._group.setExclusive(True)
        else:
            self._group.button(number).setChecked(True)

    @property
    def current(self) -> int:
        """The number of the choice that holds, or -1."""
        return self._group.checkedId()

    def set_text(self, number: int, text: str) -> None:
        """Rename a choice."""
        self._group.button(number).setText(text)


def _part(number: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(number, "middle")


class KeyHints(QWidget):
    """Keys as keycaps, each with what it does: "[S] Show on the wall"."""

    def __init__(self, dress: Dress) -> None:
        """Begin with none."""
        super().__init__()
        self._dress = dress
        self._hints: list[tuple[str, str]] = []
        self.setMinimumHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these: keys and what they do."""
        self._hints = list(hints)
        self.setAccessibleName(", ".join(f"{keys}: {text}" for keys, text in hints))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a keycap; the width is what there is."""
        return QSize(200, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits, whole hints only."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._dress.colors
        x, middle = 0.0, self.height() / 2
        for keys, text in self._hints:
            painter.setFont(semibold(13))
            cap = painter.fontMetrics().horizontalAdvance(keys) + 10
            painter.setFont(self.font())
            words = painter.fontMetrics().horizontalAdvance(text)
            if x + cap + 7 + words > self.width():
                break
            painter.setPen(QPen(colors["strong border"], 1.2))
            box = QRectF(QPointF(x + 0.6, middle - 10), QPointF(x + cap, middle + 10))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(colors["text"])
            painter.setFont(semibold(13))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
            painter.setPen(colors["muted"])
            painter.setFont(self.font())
            rest = QRectF(x + cap + 7, 0, self.width(), self.height())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, text)
            x += cap + 7 + words + 18
        painter.end()
