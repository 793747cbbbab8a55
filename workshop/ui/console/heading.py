"""The row above the work area: title, count, tools, Undo, the main button of the phase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workshop.ui.console.page import PhasePage
from workshop.ui.context import Context
from workshop.ui.theme import bold
from workshop.ui.widgets import ElidedLabel, button, label, row


class Heading(QWidget):
    """Holds the tools of the page that is worked in."""

    undo_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Begin without a page."""
        super().__init__()
        self._context = context
        self._title = label()
        self._title.setFont(bold(22))
        self._summary = ElidedLabel("muted", Qt.AlignmentFlag.AlignLeft, snug=True)
        self._undo = button(context, "Undo", "undo-2", name="Undo (Ctrl+Z)")
        self._tools: list[QWidget] = []
        self._row = row(self._title, self._summary)
        self._row.addSpacing(4)
        self._row.addStretch(1)
        self._row.addWidget(self._undo)
        self.setLayout(self._row)
        self._undo.clicked.connect(self.undo_asked)
        context.bridge.changed.connect(self._follow)
        context.themed.connect(self._dress)
        self._follow()

    def _dress(self) -> None:
        self._undo.setIcon(self._context.icon("undo-2"))

    def _follow(self) -> None:
        self._undo.setEnabled(self._context.bridge.undo_label is not None)

    def fill(self, page: PhasePage) -> None:
        """Show the title, the count and the tools of a page."""
        for each in self._tools:
            self._row.removeWidget(each)
            each.hide()
        self._title.setText(page.TITLE)
        primary = page.primary()
        tools = page.tools()
        self._tools = [*tools, *([primary] if primary else [])]
        at = self._row.indexOf(self._undo)
        for place, each in enumerate(tools, start=at):
            self._row.insertWidget(place, each)
        if primary is not None:
            self._row.addWidget(primary)
        for each in self._tools:
            each.show()
        self.summarize(page)

    def summarize(self, page: PhasePage) -> None:
        """Show the count of a page."""
        self._summary.setText(page.summary())
