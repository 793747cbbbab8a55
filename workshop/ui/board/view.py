"""The cards of a bucket: painted, hovered, dragged, dropped, edited in their place."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip

from workshop.ui.board.dropping import DropZone
from workshop.ui.board.editor import CardEditor
from workshop.ui.board.geometry import AnyIndex, LaidOutView, face_of
from workshop.ui.board.painting import CardPainter, Mood
from workshop.ui.focus_ring import paint_focus
from workshop.ui.models.cards import CardModel, cards_to_mime

_MENU = 34  # the corner of a card that opens its menu
_TOOLTIP_LENGTH = 1_500

NOTHING_FOUND = "No card matches. Esc shows all cards again."


class BoardView(LaidOutView):
    """Cards to choose, drag, find and edit. It tells what is asked for and changes nothing."""

    # The menu of the chosen cards is asked for at a point of the screen.
    menu_asked = Signal(QPoint)
    # The card under a double click is to be edited.
    edit_asked = Signal()
    # The view is worked with: it has the focus now.
    entered = Signal()

    def __init__(self, model: CardModel, painter: CardPainter, name: str) -> None:
        """Show a model; `name` is what a screen reader calls the list."""
        super().__init__(model, painter)
        self._hovered: int | None = None
        self._lifted: frozenset[int] = frozenset()
        self._editor: CardEditor | None = None
        # What an empty list says to do.
        self.empty_text = ""
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.zone = DropZone(
            self.viewport(), self.verticalScrollBar(), self._measured, model, parent=self
        )
        self.relaid.connect(self._place_editor)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards that are seen, and where dragged ones would go."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, up = self._measured(), self.verticalOffset()
        selected = self.selected_rows()
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row in self._rows_seen(event.rect()):
            card = self._cards.card(row)
            mood = Mood(
                hovered=row == self._hovered,
                selected=row in selected,
                checked=row in selected and len(selected) > 1,
                focused=row == current,
                live=self._cards.is_live(card.id),
                lifted=card.id in self._lifted,
            )
            self._painter.paint(painter, layout.rect(row).translated(0, -up), face_of(card), mood)
        if not layout.shown:
            self._paint_empty(painter)
        self.zone.paint(painter, self._painter.colors)
        painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        """Say what to do, and show the focus, which has no card to be shown on."""
        rect, colors = QRectF(self.viewport().rect()), self._painter.colors
        text = "No card here matches." if self.is_searched else self.empty_text
        painter.setPen(colors["muted"])
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(12, 34, -12, -8), flags, text)
        if self.hasFocus():
            paint_focus(painter, QRectF(rect).adjusted(1, 1, -1, -1), colors)

    def _hover(self, row: int | None) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the hovered card when the pointer leaves; show long texts in a tip."""
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        card = self._cards.card(index.row()) if index.isValid() else None
        if card is None or not self._painter.is_cut(card.text, self._layout.card_width):
            QToolTip.hideText()
            return
        from html import escape

        more = "…" if len(card.text) > _TOOLTIP_LENGTH else ""
        text = escape(card.text[:_TOOLTIP_LENGTH] + more)
        QToolTip.showText(event.globalPos(), f"<p>{text}</p>", self, self.visualRect(index))

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover."""
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row() if index.isValid() else None)
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu in the corner of a card; else choose and drag."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if index.isValid() and is_plain and self._menu_corner(index).contains(at):
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.menu_asked.emit(self.viewport().mapToGlobal(self._menu_corner(index).bottomLeft()))
            return
        super().mousePressEvent(event)

    def _menu_corner(self, index: QModelIndex) -> QRect:
        rect = self.visualRect(index)
        return QRect(rect.right() - _MENU + 1, rect.top(), _MENU, _MENU)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a card."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.edit_asked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the pointer, or at the card that has the focus."""
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first card, so that keys have one to act on."""
        super().focusInEvent(event)
        self.entered.emit()
        shown = self.shown_rows()
        is_click = event.reason() is Qt.FocusReason.MouseFocusReason
        if shown and not is_click and not self.currentIndex().isValid():
            self.setCurrentIndex(self._cards.index(shown[0]))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Dragging

    def make_drag(self) -> QDrag | None:
        """Return the drag of the selected cards; None where none is selected."""
        ids = self.selected_ids()
        if not ids:
            return None
        index = self.currentIndex()
        if not self.selectionModel().isSelected(index):
            index = self._cards.index(min(self.selected_rows()))
        rect = self.visualRect(index)
        drag = QDrag(self)
        drag.setMimeData(cards_to_mime(ids))
        ratio = self.devicePixelRatioF()
        face = face_of(self._cards.card(index.row()))
        drag.setPixmap(self._painter.stack(face, rect.size(), len(ids), ratio))
        grip = self.viewport().mapFromGlobal(self.cursor().pos()) - rect.topLeft()
        inside = QPoint(
            max(8, min(grip.x(), rect.width() - 8)), max(4, min(grip.y(), rect.height() - 4))
        )
        drag.setHotSpot(inside + QPoint(14, 14))
        return drag

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected cards; the session moves them, the view removes nothing."""
        drag = self.make_drag()
        if drag is not None:
            self.lift(self.selected_ids())
            drag.exec(Qt.DropAction.MoveAction)
            self.lift(())

    def lift(self, ids: Iterable[int]) -> None:
        """Show cards as lifted while they are dragged."""
        self._lifted = frozenset(ids)
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Follow a drag of cards."""
        self.zone.over(event, event.position().toPoint())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Follow a drag of cards."""
        self.zone.over(event, event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget a drag."""
        self.zone.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where cards were dropped."""
        self.zone.drop(event, event.position().toPoint())

    # Editing in place

    def open_editor(self, card_id: int) -> CardEditor | None:
        """Return an editor over a card; None where the card is not here."""
        row = self._cards.row_of(card_id)
        if row is None:
            return None
        self.close_editor()
        index = self._cards.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._editor = CardEditor(self.viewport(), card_id, self._cards.card(row).text)
        self._editor.show()
        self._place_editor()
        self._editor.setFocus()
        return self._editor

    @property
    def editor(self) -> CardEditor | None:
        """The editor that is open."""
        return self._editor

    def close_editor(self) -> None:
        """Close the editor, whatever is typed in it."""
        editor, self._editor = self._editor, None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if had_focus:
                self.setFocus()

    def _place_editor(self) -> None:
        if self._editor is not None:
            row = self._cards.row_of(self._editor.card_id)
            if row is None:
                self._editor.lost.emit()
                self.close_editor()
            else:
                self._editor.set_place(self.visualRect(self._cards.index(row)))

    # Accessibility

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell screen readers of the card; QListView would look for it in its own layout."""
        QAbstractItemView.currentChanged(self, current, previous)
        self.viewport().update()
        if QAccessible.isActive() and current.isValid() and self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint the selection; as with the current card, QListView is left out."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        self.viewport().update()
