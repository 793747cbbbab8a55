"""Print handouts: from the same pages that are shown, through Qt's print support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRect, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from workshop.domain.errors import GatherError
from workshop.domain.text import counted
from workshop.ui.console.close.outcome import Outcome
from workshop.ui.console.close.pdf import POINTS, draw_page, page_sizes
from workshop.ui.work import IsWanted, Work

if TYPE_CHECKING:  # loaded when something is printed
    from PySide6.QtPrintSupport import QPrinter

_DOTS = 300  # an inch: as fine as the type needs, and quick
_NO_PRINTER = "No printer is set up on this computer: save the PDFs and print them elsewhere."
_PAGES = ("page", "pages")


class PrintTask:
    """Draws pages on a printer. It runs beside the window and touches no widget."""

    def __init__(self, printer: QPrinter, documents: tuple[bytes, ...]) -> None:
        """Take a printer that nobody else uses, and PDFs."""
        self._printer = printer
        self._documents = documents
        self.done = 0

    def __call__(self, is_wanted: IsWanted) -> int:
        """Return the number of pages printed; raises GatherError where the printer takes none."""
        painter: QPainter | None = None
        for data in self._documents:
            for number, size in enumerate(page_sizes(data)):
                if not is_wanted():
                    self._stop(painter)
                    return self.done
                self._printer.setPageLayout(_layout(size))
                painter = self._next_page(painter)
                self._draw(painter, data, number)
                self.done += 1
        if painter is not None and not painter.end():
            raise GatherError("The printer took no more pages: check it and print again.")
        return self.done

    def _next_page(self, painter: QPainter | None) -> QPainter:
        if painter is not None:
            if not self._printer.newPage():
                self._stop(painter)
                raise GatherError("The printer took no more pages: check it and print again.")
            return painter
        painter = QPainter()
        if not painter.begin(self._printer):
            raise GatherError("The printer does not answer: check it or choose another one.")
        return painter

    def _stop(self, painter: QPainter | None) -> None:
        self._printer.abort()
        if painter is not None:
            painter.end()

    def _draw(self, painter: QPainter, data: bytes, number: int) -> None:
        image = draw_page(data, number, min(_DOTS, self._printer.resolution()) / POINTS)
        sheet = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        painter.drawImage(QRect(0, 0, sheet.width(), sheet.height()), image)


def _layout(size: QSizeF) -> QPageLayout:
    """Return the sheet of a page without margins: a page has its own."""
    is_landscape = size.width() > size.height()
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    sheet = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    ways = QPageLayout.Orientation
    layout = QPageLayout(sheet, ways.Landscape if is_landscape else ways.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


class Printing(QObject):
    """Asks for a printer, prints beside the window, and tells what came of it."""

    finished = Signal()

    def __init__(self, outcome: Outcome, window: QWidget) -> None:
        """Tell of it in a strip; ask for the printer over a window."""
        super().__init__(window)
        self._outcome = outcome
        self._window = window
        self._work: Work | None = None
        self._task: PrintTask | None = None
        outcome.cancel_asked.connect(self.cancel)

    @property
    def is_working(self) -> bool:
        """Whether pages are being printed."""
        return self._work is not None

    def ask_and_print(self, documents: tuple[bytes, ...]) -> None:
        """Ask which printer, and print there."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self._outcome.end(_NO_PRINTER)
            self._outcome.show()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Gather")
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle("Print")
        is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if is_wanted:
            self.print_on(printer, documents)

    def print_on(self, printer: QPrinter, documents: tuple[bytes, ...]) -> None:
        """Print on a printer."""
        if self.is_working:
            return
        printer.setFullPage(True)
        pages = sum(len(page_sizes(data)) for data in documents)
        self._outcome.begin(f"Printing {counted(pages, _PAGES)}…", 0)
        self._task = PrintTask(printer, documents)
        self._work = Work(self._task, self)
        self._work.done.connect(self._tell)
        self._work.failed.connect(self._end)
        self._work.start()

    def cancel(self) -> None:
        """Give up what is not printed yet."""
        if self._work is not None and self._task is not None:
            self._work.give_up()
            self._work.wait()
            self._end(f"Stopped after {counted(self._task.done, _PAGES)}.")

    def stop(self) -> None:
        """Stop and wait until nothing is being printed."""
        self.cancel()

    def _tell(self, printed: object) -> None:
        assert isinstance(printed, int)
        self._end(f"Sent {counted(printed, _PAGES)} to the printer.")

    def _end(self, sentence: str) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.deleteLater()
            self._outcome.end(sentence)
            self.finished.emit()
