"""One bucket of the board: a head with its count and buttons, and its cards."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from workshop.domain.enums import Bucket
from workshop.ui.board.painting import CardPainter
from workshop.ui.board.view import BoardView
from workshop.ui.context import Context
from workshop.ui.drafts import DraftKeeper
from workshop.ui.icons import paint_icon
from workshop.ui.models.cards import BucketModel
from workshop.ui.theme import Theme, bold
from workshop.ui.widgets import column, make_blank, row

HEAD = 44
COLLAPSED = 72
_RADIUS = 7.0
NEW_CARD = "bucket.new"
"""What the key of a new card that was typed and not kept begins with."""
BUCKET_ICONS = {
    Bucket.UNSORTED: "inbox",
    Bucket.PROCESS: "refresh-cw",
    Bucket.PERFORMANCE: "target",
}
BUCKET_KEYS = {Bucket.UNSORTED: "0", Bucket.PROCESS: "1", Bucket.PERFORMANCE: "2"}
_CLAIMED = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down})


class CardField(QLineEdit):
    """A line to type a card or a search into; Esc leaves it, ↓ leads to the cards."""

    escaped = Signal()
    left_down = Signal()

    def __init__(self, hint: str, name: str) -> None:
        """Begin empty."""
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that would otherwise act on cards."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _CLAIMED:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc or ↓."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class ColumnHead(QWidget):
    """The colored bar over a column."""

    add_asked = Signal()
    menu_asked = Signal()

    def __init__(self, context: Context, bucket: Bucket) -> None:
        """Name a bucket."""
        super().__init__()
        self._context = context
        self._bucket = bucket
        self._count = ""
        self._collapsed = False
        self.setFixedHeight(HEAD)
        name = bucket.value.capitalize()
        self.add = _head_button(f"Add a card to {name} (N)")
        self.menu = _head_button(f"What to do with {name}")
        self.add.clicked.connect(self.add_asked)
        self.menu.clicked.connect(self.menu_asked)
        self.setLayout(row(1, self.add, self.menu, spacing=0, margins=(0, 5, 5, 5)))
        self.dress()

    @property
    def _on_head(self) -> str:
        return "text" if self._bucket is Bucket.UNSORTED else "on head"

    def dress(self) -> None:
        """Draw in the colors of the theme."""
        icon = self._context.icon
        self.add.setIcon(icon("plus", self._on_head, checked=None))
        self.menu.setIcon(icon("ellipsis", self._on_head, checked=None))
        for each in (self.add, self.menu):
            each.setStyleSheet(_head_button_style(self._context.colors, self._bucket))
        self.update()

    def set_count(self, count: str) -> None:
        """Show how many cards there are."""
        self._count = count
        self.update()

    def set_collapsed(self, collapsed: bool) -> None:
        """Show the icon alone."""
        self._collapsed = collapsed
        self.add.setVisible(not collapsed)
        self.menu.setVisible(not collapsed)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, name and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._context.colors[self._on_head]
        left = (self.width() - 20) / 2 if self._collapsed else 14
        paint_icon(painter, BUCKET_ICONS[self._bucket], QRectF(left, 12, 20, 20), color)
        if self._collapsed:
            return
        painter.setPen(color)
        painter.setFont(bold(17))
        middle = Qt.AlignmentFlag.AlignVCenter
        right = self.add.x() - 6
        count = painter.fontMetrics().horizontalAdvance(self._count) + 8
        whole = QRectF(42, 0, right - 42 - count, self.height())
        name = self._bucket.value.capitalize()
        elided = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, round(whole.width())
        )
        painter.drawText(whole, middle, elided)
        box = QRectF(right - count, 0, count, self.height())
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self._count)
        painter.end()


def _head_button(name: str) -> QPushButton:
    found = QPushButton()
    found.setIconSize(QSize(18, 18))
    found.setFixedSize(34, 34)
    found.setAccessibleName(name)
    found.setToolTip(name)
    return found


def _head_button_style(colors: Theme, bucket: Bucket) -> str:
    hover = colors.hex("border") if bucket is Bucket.UNSORTED else "rgba(255, 255, 255, 48)"
    return (
        "QPushButton { border: 0; background: transparent; padding: 0; min-height: 34px; }"
        f"QPushButton:hover {{ background: {hover}; }}"
    )


class Column(QFrame):
    """A bucket: its head, a line for new cards, its cards."""

    # A text was typed that is to be a card of this bucket.
    typed = Signal(str)

    def __init__(self, context: Context, bucket: Bucket, painter: CardPainter) -> None:
        """Show the cards of a bucket."""
        super().__init__()
        self.bucket = bucket
        self._context = context
        self._is_target = False
        self.collapsed = False
        name = bucket.value.capitalize()
        self.model = BucketModel(context.bridge, bucket)
        self.view = BoardView(self.model, painter, f"{name} cards")
        self.head = ColumnHead(context, bucket)
        self.field = CardField("New card, then Enter", f"New card in {name}")
        self._field_row = QWidget()
        self._field_row.setLayout(row(self.field, margins=(12, 10, 12, 0)))
        self._field_row.hide()
        layout = column(self.head, self._field_row, self.view, spacing=0, margins=(1, 1, 1, 4))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._draft: DraftKeeper | None = None
        self._connect()
        self._count()

    def _connect(self) -> None:
        model = self.model
        for signal in (model.rowsInserted, model.rowsRemoved):
            signal.connect(self._count)
        self.view.zone.targeted.connect(self._outline)
        self.view.matched.connect(self._count)
        self.head.add_asked.connect(self.open_field)
        self.field.returnPressed.connect(self._type)
        self.field.escaped.connect(self.close_field)
        self.field.left_down.connect(self.view.setFocus)

    def dress(self) -> None:
        """Draw in the colors of the theme."""
        self.head.dress()
        self.view.viewport().update()
        self.update()

    def _count(self) -> None:
        number = self.model.rowCount()
        found = f"{self.view.shown_count:,} of " if self.view.is_searched else ""
        self.head.set_count(f"{found}{number:,}")

    # A new card

    def open_field(self) -> None:
        """Open the line for new cards, with what was put by."""
        if self._draft is None:
            key = f"{NEW_CARD} {self.bucket.value}"
            self._draft = self._context.drafts.attach(self.field, key)
        if self.collapsed:
            self.set_collapsed(False)
        self._field_row.show()
        self.field.setFocus()

    def close_field(self) -> None:
        """Close the line for new cards; what was typed in it waits as a draft."""
        if self._draft is not None:
            self._draft.cancel()
            self._draft = None
        make_blank(self.field)
        self._field_row.hide()
        self.view.setFocus()

    def _type(self) -> None:
        self.typed.emit(self.field.text())

    # Its look

    def set_collapsed(self, collapsed: bool) -> None:
        """Take little room while there is no card; cards can still be dropped."""
        self.collapsed = collapsed
        self.head.set_collapsed(collapsed)
        self.setMinimumWidth(COLLAPSED)
        self.setMaximumWidth(COLLAPSED if collapsed else 16_777_215)

    def _outline(self, is_target: bool) -> None:
        self._is_target = is_target
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the bar of the head, and the outline of a target."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, rect = self._context.colors, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_unsorted = self.bucket is Bucket.UNSORTED
        painter.setPen(QPen(colors["border"], 1))
        painter.setBrush(colors["sunken" if is_unsorted else "surface"])
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        if is_unsorted:
            painter.drawLine(0, HEAD, self.width(), HEAD)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors[f"{self.bucket.value} head"])
            painter.setClipRect(QRectF(0, 0, self.width(), HEAD + 1))
            painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)
            painter.setClipping(False)
        if self._is_target:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors[f"{self.bucket.value} solid"], 3))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
        painter.end()
