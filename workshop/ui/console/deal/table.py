"""The table of the deal, under the heads of its sides."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.records import Participant, Record, SessionFacts
from workshop.domain.text import counted, one_line
from workshop.ui.console.deal.delegate import DealDelegate, height_of
from workshop.ui.context import Context
from workshop.ui.icons import paint_icon
from workshop.ui.models.deal import DealModel, Side
from workshop.ui.theme import font, semibold
from workshop.words import words

BETWEEN = 60
_HEAD = 44


class Heads(QWidget):
    """What each side says, and who says it."""

    def __init__(self, context: Context) -> None:
        """Follow the facts."""
        super().__init__()
        self._context = context
        self._side = 0
        self.setFixedHeight(_HEAD)
        context.bridge.changed.connect(self._follow)
        context.themed.connect(self.update)
        said = words().deal
        self.setAccessibleName(f"{said.leader} {said.team}")

    def fit(self, side: int) -> None:
        """Stand over sides of a width."""
        self._side = side
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width while no table says how wide its sides are."""
        super().resizeEvent(event)
        self.fit((self.width() - BETWEEN) // 2)

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind in {SessionFacts, Participant} for change in change_set.changes):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both heads."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        view, said = self._context.bridge.view, words().deal
        half = self._side
        team = counted(len(view.participants), Participant.NOUN) if view.participants else ""
        left = QRectF(4, 0, half - 8, _HEAD)
        sides = (
            (left, "process head", "hammer", said.leader, view.facts.sponsor),
            (left.translated(half + BETWEEN, 0), "performance head", "target", said.team, team),
        )
        for box, token, icon, title, who in sides:
            self._paint_head(painter, box, token, icon, (title.rstrip("."), who))
        painter.end()

    def _paint_head(
        self, painter: QPainter, box: QRectF, token: str, icon: str, texts: tuple[str, str]
    ) -> None:
        colors = self._context.colors
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors[token])
        painter.drawRoundedRect(box, 6, 6)
        mark = QRectF(box.left() + 14, box.center().y() - 10, 20, 20)
        paint_icon(painter, icon, mark, colors["on head"])
        painter.setPen(colors["on head"])
        painter.setFont(semibold(17))
        title = box.adjusted(46, 0, -14, 0)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, texts[0])
        taken = painter.fontMetrics().horizontalAdvance(texts[0]) + 16
        painter.setFont(font(14))
        room = title.adjusted(taken, 0, 0, 0)
        who = painter.fontMetrics().elidedText(
            one_line(texts[1]), Qt.TextElideMode.ElideRight, int(max(0, room.width()))
        )
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, who)


class DealTable(QTableView):
    """Both sides; arrows go from card to card, Tab leaves."""

    edit_asked = Signal()
    # The width of a side.
    fitted = Signal(int)

    def __init__(self, context: Context, model: DealModel) -> None:
        """Show a model."""
        super().__init__()
        self._context = context
        self._model = model
        self._delegate = DealDelegate(context)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("The deal")
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        # The current card is the chosen one; a selection would be painted behind it.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(10)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for signal in (model.rowsInserted, model.rowsMoved, model.rowsRemoved, model.layoutChanged):
            signal.connect(self._fit_rows)
        model.dataChanged.connect(self._fit_rows)
        self.activated.connect(self._ask_edit)
        self.doubleClicked.connect(self._ask_edit)
        context.themed.connect(self._dress)
        self._fit_rows()

    def _dress(self) -> None:
        self.viewport().update()

    def _ask_edit(self, _: QModelIndex) -> None:
        self.edit_asked.emit()

    def _fit_rows(self) -> None:
        for at in range(self._model.rowCount()):
            row = self._model.row(at)
            self.setRowHeight(at, max(height_of(row.left), height_of(row.right)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give both sides the same width."""
        super().resizeEvent(event)
        half = (self.viewport().width() - BETWEEN) // 2
        for side in (Side.LEADER, Side.TEAM):
            self.setColumnWidth(side, half)
        self.setColumnWidth(Side.BETWEEN, BETWEEN)
        if not self.isHidden():
            self.fitted.emit(half)

    @property
    def record(self) -> Record | None:
        """The record of the chosen card, or None."""
        return self._model.record_at(self.currentIndex())

    def choose(self, record: Record) -> bool:
        """Choose the card of a record; False where there is none."""
        index = self._model.index_of(record)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def choose_first(self) -> None:
        """Choose the first card there is."""
        for at in range(self._model.rowCount()):
            for side in (Side.LEADER, Side.TEAM):
                index = self._model.index(at, side)
                if self._model.flags(index):
                    self.setCurrentIndex(index)
                    return
