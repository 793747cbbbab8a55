"""The left column: which process is next, and which commitments are not ready."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop.domain.records import Commitment, Process
from workshop.domain.text import one_line
from workshop.ui.badges import TRIAGE_ICONS
from workshop.ui.console.commit.painting import paint_hatch, paint_lines
from workshop.ui.context import Context
from workshop.ui.icons import paint_icon
from workshop.ui.models.commit_queue import RECORD_ROLE, QueueModel, UnreadyModel, lacking
from workshop.ui.theme import Theme, font, semibold
from workshop.ui.widgets import Segments, column, frame, label

WIDTH = 248
_ROW, _UNREADY_ROW = 56, 50

Index = QModelIndex | QPersistentModelIndex


class Queue(QFrame):
    """Processes to decide above commitments that are not ready."""

    # The id of a process.
    process_chosen = Signal(int)
    # The id of a commitment.
    commitment_chosen = Signal(int)

    def __init__(self, context: Context) -> None:
        """Follow the session."""
        super().__init__()
        self.setProperty("look", "card")
        self.setFixedWidth(WIDTH)
        self._context = context
        self.model = QueueModel(context.bridge, self)
        self.unready = UnreadyModel(context.bridge, self)
        self.segments = Segments(["To decide", "All"], "Which processes")
        self.list = _list(_ProcessDelegate(context), "Processes")
        self.list.setModel(self.model)
        self._line = frame("line")
        self._title = label("Not ready yet", "muted")
        self._title.setFont(semibold(14))
        self.unready_list = _list(_UnreadyDelegate(context), "Commitments that are not ready")
        self.unready_list.setModel(self.unready)
        layout = column(self.segments, spacing=9, margins=(9, 9, 9, 9))
        layout.addWidget(self.list, 3)
        for each in (self._line, self._title):
            layout.addWidget(each)
        layout.addWidget(self.unready_list, 2)
        self.setLayout(layout)
        self.segments.chosen.connect(self._show_all)
        self.list.selectionModel().currentChanged.connect(self._tell_process)
        self.list.pressed.connect(self._select_current)
        self.unready_list.clicked.connect(self._tell_commitment)
        self.unready_list.activated.connect(self._tell_commitment)
        context.bridge.changed.connect(self.count)
        context.themed.connect(self._dress)
        self.count()

    def _dress(self) -> None:
        for each in (self.list, self.unready_list):
            each.viewport().update()

    def count(self) -> None:
        """Show how many there are."""
        self.segments.set_text(0, f"To decide {self.model.to_decide}")
        self.segments.set_text(1, f"All {self.model.total}")
        lacking_some = self.unready.rowCount() > 0
        # No higher than its rows: the processes have the rest.
        rows = self.unready.rowCount() * _UNREADY_ROW
        self.unready_list.setMaximumHeight(rows + 2 * self.unready_list.frameWidth())
        for each in (self._line, self._title, self.unready_list):
            each.setVisible(lacking_some)

    def _show_all(self, number: int) -> None:
        self.show_all(number == 1)

    def show_all(self, on: bool) -> None:
        """Show all processes, or those to decide."""
        self.segments.set_current(int(on))
        self.model.show_all(on)
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    @property
    def current(self) -> int | None:
        """The id of the chosen process, or None."""
        index = self.list.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() else None

    def choose(self, process_id: int) -> bool:
        """Choose a process that is listed; False where it is not."""
        row = self.model.row_of(process_id)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row, 0))
        return row is not None

    def stay_at(self, process_id: int | None) -> None:
        """Go back to a process that cannot be left yet, without telling of another one."""
        row = self.model.row_of(process_id) if process_id is not None else None
        index = self.model.index(row, 0) if row is not None else QModelIndex()
        self.list.setCurrentIndex(index)

    def _select_current(self) -> None:
        """Let what was clicked be chosen only where it is what is worked on."""
        self.list.setCurrentIndex(self.list.currentIndex())

    def choose_row(self, row: int) -> bool:
        """Choose a row; False where there is none."""
        exists = 0 <= row < self.model.rowCount()
        if exists:
            self.list.setCurrentIndex(self.model.index(row, 0))
        return exists

    def _tell_process(self, index: QModelIndex) -> None:
        if index.isValid():
            self.process_chosen.emit(self.model.id_at(index.row()))

    def _tell_commitment(self, index: QModelIndex) -> None:
        self.commitment_chosen.emit(self.unready.id_at(index.row()))


def _list(delegate: QStyledItemDelegate, name: str) -> QListView:
    found = QListView()
    delegate.setParent(found)
    found.setItemDelegate(delegate)
    found.setAccessibleName(name)
    found.setUniformItemSizes(True)
    found.setMouseTracking(True)
    found.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return found


class _Delegate(QStyledItemDelegate):
    HEIGHT = _ROW

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        colors = self._context.colors
        rect = QRectF(option.rect).adjusted(3, 3, -3, -3)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colors["focus"], 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 7, 7)
        self._paint_row(painter, rect, index, colors, chosen=chosen)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, rect: QRectF, index: Index, colors: Theme, *, chosen: bool
    ) -> None:
        raise NotImplementedError


class _ProcessDelegate(_Delegate):
    """A band of hatch, the name in two lines, and what was decided."""

    def _paint_row(
        self, painter: QPainter, rect: QRectF, index: Index, colors: Theme, *, chosen: bool
    ) -> None:
        process: Process = index.data(RECORD_ROLE)
        ink = colors["on primary" if chosen else "text"]
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["primary"])
            painter.drawRoundedRect(rect, 5, 5)
        paint_hatch(painter, QRectF(rect.left() + 8, rect.top() + 7, 6, rect.height() - 14), colors)
        words = rect.adjusted(24, 2, -30, -2)
        paint_lines(painter, words, process.name, semibold(15), ink)
        icon = TRIAGE_ICONS[process.triage] if process.triage else "chevron-right"
        box = QRectF(rect.right() - 26, rect.center().y() - 9, 18, 18)
        paint_icon(painter, icon, box, ink)


class _UnreadyDelegate(_Delegate):
    """What is promised, and what it lacks."""

    HEIGHT = _UNREADY_ROW

    def _paint_row(
        self, painter: QPainter, rect: QRectF, index: Index, colors: Theme, *, chosen: bool
    ) -> None:
        commitment: Commitment = index.data(RECORD_ROLE)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["sunken"])
            painter.drawRoundedRect(rect, 5, 5)
        paint_icon(
            painter,
            "circle-alert",
            QRectF(rect.left() + 5, rect.top() + 4, 17, 17),
            colors["overtime ink"],
        )
        left = rect.adjusted(30, 0, -4, 0)
        half = QRectF(left.left(), left.top(), left.width(), left.height() / 2)
        for box, text, color in (
            (half, commitment.text, "text"),
            (half.translated(0, left.height() / 2), lacking(commitment), "overtime ink"),
        ):
            painter.setFont(font(15 if color == "text" else 14))
            painter.setPen(colors[color])
            shown = painter.fontMetrics().elidedText(
                one_line(text), Qt.TextElideMode.ElideRight, int(box.width())
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
