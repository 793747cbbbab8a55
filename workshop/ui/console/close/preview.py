"""The pages of a handout as they will print."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workshop.ui.console.close.pdf import POINTS, draw_page, page_sizes
from workshop.ui.context import Context
from workshop.ui.theme import semibold
from workshop.ui.widgets import ElidedLabel, button, column, label, row
from workshop.ui.work import IsWanted, Work

_EDGE, _SHADOW = 14, 3
_QUIET = 40  # milliseconds without a change before a page is drawn
_SCREEN = 96.0  # pixels to an inch at 100 %
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Document:
    """A handout to show: its title for the caption, and its PDF."""

    name: str
    caption: str
    data: bytes


class PagePreview(QFrame):
    """One page with a bar above it: which page, how large, of what."""

    def __init__(self, context: Context) -> None:
        """Begin without a document."""
        super().__init__()
        self.setProperty("look", "sunken")
        self._context = context
        self._document: Document | None = None
        self._sizes: tuple[QSizeF, ...] = ()
        self._instead = "Making pages…"
        self._at = 0
        self._zoom: float | None = None  # None shows the whole page
        self._work: Work | None = None
        self._is_stale = False
        self._previous = button(context, "", "chevron-left", name="Previous page (PgUp)")
        self._next = button(context, "", "chevron-right", name="Next page (PgDn)")
        self._number = label("")
        self._number.setFont(semibold(15))
        self._number.setMinimumWidth(104)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._out = button(context, "", "minus", name="Smaller (Ctrl+-)")
        self._in = button(context, "", "plus", name="Larger (Ctrl++)")
        self._whole = button(context, "Whole page", name="Show the whole page (Ctrl+0)")
        self._caption = ElidedLabel("muted")
        self._sheet = _Sheet(context)
        self._scroll = QScrollArea()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._build()
        self._connect()
        self._tell()

    def _build(self) -> None:
        self._scroll.setWidget(self._sheet)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setAccessibleName("Page")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        bar = row(
            self._previous, self._number, self._next, self._out, self._whole, self._in,
            self._caption, margins=(14, 12, 14, 0), spacing=6,
        )  # fmt: skip
        bar.insertSpacing(3, 10)
        bar.setStretch(bar.count() - 1, 1)
        layout = column(spacing=8, margins=(0, 0, 0, 8))
        layout.addLayout(bar)
        layout.addWidget(self._scroll, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._previous.clicked.connect(self.turn_back)
        self._next.clicked.connect(self.turn_on)
        self._in.clicked.connect(self.zoom_in)
        self._out.clicked.connect(self.zoom_out)
        self._whole.clicked.connect(self.show_whole)
        self._quiet.timeout.connect(self._draw)
        self._context.themed.connect(self._dress)

    def _dress(self) -> None:
        for each, icon in (
            (self._previous, "chevron-left"), (self._next, "chevron-right"),
            (self._out, "minus"), (self._in, "plus"),
        ):  # fmt: skip
            each.setIcon(self._context.icon(icon))

    # What is shown

    def show_document(self, document: Document | None, instead: str = "Making pages…") -> None:
        """Show a handout from its first page on, or stay on the page where it is the same one.

        Without a handout, say what there is instead.
        """
        self._instead = instead
        before, self._document = self._document, document
        is_same = before is not None and document is not None and before.name == document.name
        self._sizes = page_sizes(document.data) if document is not None else ()
        self._at = min(self._at, max(0, len(self._sizes) - 1)) if is_same else 0
        if document is None:
            self._sheet.show_image(QImage(), QSize(0, 0))
        self._tell()
        self._quiet.start()

    @property
    def page(self) -> int:
        """The page that is shown, counted from 1; 0 where there is none."""
        return self._at + 1 if self._sizes else 0

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self._sizes)

    @property
    def image(self) -> QImage:
        """What is on the sheet."""
        return self._sheet.image

    @property
    def is_drawn(self) -> bool:
        """Whether the sheet shows what it should."""
        return self._work is None and not self._quiet.isActive() and not self._is_stale

    def turn(self, by: int) -> None:
        """Go to another page of the handout."""
        at = min(max(0, self._at + by), max(0, len(self._sizes) - 1))
        if at != self._at:
            self._at = at
            self._scroll.verticalScrollBar().setValue(0)
            self._tell()
            self._quiet.start()

    def turn_on(self) -> None:
        """Go to the next page."""
        self.turn(1)

    def turn_back(self) -> None:
        """Go to the page before."""
        self.turn(-1)

    def zoom_in(self) -> None:
        """Show the page larger."""
        self._zoom_to(next((z for z in _ZOOMS if z > self._scale_now + 0.01), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the page smaller."""
        smaller = [z for z in _ZOOMS if z < self._scale_now - 0.01]
        self._zoom_to(smaller[-1] if smaller else _ZOOMS[0])

    def show_whole(self) -> None:
        """Show the whole page."""
        self._zoom = None
        self._tell()
        self._quiet.start()

    def _zoom_to(self, zoom: float) -> None:
        if self._sizes:
            self._zoom = zoom
            self._tell()
            self._quiet.start()

    @property
    def _scale_now(self) -> float:
        """The size of the page, 1 being that of the paper."""
        if self._zoom is not None or not self._sizes:
            return self._zoom or 1.0
        size, room = self._sizes[self._at], self._scroll.viewport().size()
        across = (room.width() - 2 * _EDGE) / size.width()
        down = (room.height() - 2 * _EDGE) / size.height()
        return max(0.1, min(across, down)) * POINTS / _SCREEN

    def _tell(self) -> None:
        there_are = bool(self._sizes)
        words = f"Page {self.page} of {self.pages}" if there_are else self._instead
        self._number.setText(words)
        self._caption.setText(self._document.caption if self._document else "")
        shown = self._document.caption.split(",")[0] if self._document else ""
        self._sheet.setAccessibleName(f"{words} of {shown}" if shown else words)
        self._previous.setEnabled(there_are and self._at > 0)
        self._next.setEnabled(there_are and self._at + 1 < len(self._sizes))
        for each in (self._in, self._out, self._whole):
            each.setEnabled(there_are)

    # Drawing

    def _draw(self) -> None:
        if self._document is None or not self._sizes:
            return
        if self._work is not None:
            self._is_stale = True
            return
        self._is_stale = False
        scale = self._scale_now * _SCREEN / POINTS
        size = self._sizes[self._at]
        box = QSize(round(size.width() * scale), round(size.height() * scale))
        fine = scale * self.devicePixelRatioF()
        draw = partial(_drawn, self._document.data, self._at, fine, box)
        work = Work(draw, self)
        work.done.connect(self._take)
        self._work = work
        work.start()

    def _take(self, drawn: object) -> None:
        assert isinstance(drawn, tuple)
        image, box = drawn
        self._end_work()
        self._sheet.show_image(image, box)
        if self._is_stale:
            self._draw()

    def _end_work(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.deleteLater()

    def stop(self) -> None:
        """See that nothing is being drawn."""
        self._quiet.stop()
        if self._work is not None:
            self._work.give_up()
            self._work.wait()
            self._end_work()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the room that there is."""
        super().resizeEvent(event)
        if self._sizes:
            self._quiet.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; turn the page where it is shown whole."""
        up = event.angleDelta().y() > 0
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if up else self.zoom_out)()
        elif self._zoom is None and event.angleDelta().y():
            self.turn(-1 if up else 1)
        event.accept()


def _drawn(data: bytes, number: int, scale: float, box: QSize, _: IsWanted) -> tuple[QImage, QSize]:
    return draw_page(data, number, scale), box


class _Sheet(QWidget):
    """The paper with its shadow: white in every theme, as what will be in one's hand."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.image = QImage()
        self._box = QSize(0, 0)

    def show_image(self, image: QImage, box: QSize) -> None:
        """Show a page of a size in pixels of the window."""
        self.image, self._box = image, box
        edge = 2 * _EDGE
        self.setFixedSize(box.width() + edge, box.height() + edge)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadow, then the page."""
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(QPointF(_EDGE, _EDGE), QSizeF(self._box))
        for spread in range(_SHADOW, 0, -1):
            painter.fillRect(page.adjusted(-spread, 0, spread, spread), QColor(0, 0, 0, 26))
        painter.drawImage(page, self.image)
        painter.end()
