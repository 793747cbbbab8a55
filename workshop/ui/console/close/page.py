"""The close phase."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QListView, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import Phase
from workshop.domain.stage import Scene
from workshop.domain.text import counted
from workshop.handouts import HANDOUTS
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.console.close.handouts import HandoutDelegate, HandoutModel
from workshop.ui.console.close.options import PageOptions
from workshop.ui.console.close.saving import PdfSaver
from workshop.ui.console.close.worker import HandoutWorker, Job, Made
from workshop.ui.console.page import PhasePage
from workshop.ui.context import Context
from workshop.ui.widgets import button, column, frame, label, row

_QUIET = 600  # milliseconds without a change before pages are counted again


class ClosePage(PhasePage):
    """Handouts with their pages at the left; paper, marking, next date and the outcome at right."""

    PHASE: ClassVar[Phase] = Phase.CLOSE
    TITLE: ClassVar[str] = "Close"
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = (
        (Scene.COMMITMENTS, "Commitments"),
        (Scene.CLOSE, "Thanks"),
    )
    HIDES_PANEL: ClassVar[bool] = True

    def __init__(self, context: Context) -> None:
        """Choose all handouts."""
        super().__init__(context)
        self.model = HandoutModel(HANDOUTS, self)
        self.list = QListView()
        self._counter: HandoutWorker | None = None
        self._is_stale = True
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self.options = PageOptions(context)
        self.saver = PdfSaver(context)
        self.save = button(context, "", "download", look="primary")
        self._build()
        self._connect()
        self._name_button()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(HandoutDelegate(self.context, self.list))
        self.list.setAccessibleName("Handouts")
        self.list.setUniformItemSizes(True)
        head = row(label("For everyone", "heading"), 1, label("pages", "muted"))
        head.setContentsMargins(12, 4, 16, 0)
        card = frame("card")
        inner = column(spacing=8, margins=(10, 12, 10, 12))
        inner.addLayout(head)
        inner.addWidget(self.list, 1)
        card.setLayout(inner)
        right = column(self.options, spacing=16)
        right.addWidget(self.saver, 1)
        layout = row(card, spacing=16)
        layout.addLayout(right)
        layout.setStretch(0, 5)
        layout.setStretch(1, 4)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_pdfs)
        self.model.chosen.connect(self._name_button)
        self.options.paper.chosen.connect(self._go_stale)
        self.saver.finished.connect(self._name_button)
        self._quiet.timeout.connect(self.count_pages)
        self.context.bridge.changed.connect(self._follow)
        self.context.themed.connect(self._dress)

    def _dress(self) -> None:
        self.save.setIcon(self.context.icon("download", "on primary"))
        self.list.viewport().update()

    def add_actions(self, actions: Actions) -> None:
        """Add what concerns the pages."""
        menu = Menu.HANDOUTS
        actions.add(ActionSpec("save_pdfs", "Save PDFs…", menu, ("Ctrl+P",)), self.save_pdfs, self)
        actions.add(
            ActionSpec("open_folder", "Open the folder of the PDFs", menu),
            self.saver.open_folder,
            self,
        )

    # What the console asks

    def summary(self) -> str:
        """Return how many handouts there are."""
        return counted(self.model.rowCount(), ("handout", "handouts"))

    def primary(self) -> QWidget:
        """Return the button that saves."""
        return self.save

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this phase."""
        return (
            ("↑ ↓", "Handout"),
            ("Space", "Include"),
            ("Ctrl+P", "Save PDFs"),
            ("S", "Thank the room"),
        )

    def enter(self) -> None:
        """Put the focus on the handouts and count their pages."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()
        self.count_pages()

    def leave(self) -> None:
        """Keep what is typed, and see that nothing is being written."""
        self.options.keep_marking()
        self.options.keep_next_date()
        self._quiet.stop()
        self._stop_counting()
        self.saver.stop()

    def show_on_wall(self) -> None:
        """Thank the room and show the next date."""
        self.context.room.show(Scene.CLOSE)

    # Pages

    def _follow(self, change_set: ChangeSet) -> None:
        if not change_set.is_private:
            self._go_stale()

    def _go_stale(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._quiet.start()

    def count_pages(self) -> None:
        """Count the pages of all handouts, beside the window."""
        if not self._is_stale or self._counter is not None:
            return
        self._is_stale = False
        job = Job(self.context.bridge.view, self.model.names, self.options.chosen_paper)
        counter = HandoutWorker(job, self)
        counter.made.connect(self._take_pages)
        counter.finished.connect(self._end_counting)
        self._counter = counter
        counter.start()

    def _take_pages(self, made: Made) -> None:
        self.model.set_pages(made.name, made.pages)

    def _end_counting(self) -> None:
        counter, self._counter = self._counter, None
        if counter is not None:
            counter.deleteLater()
        if self._is_stale and self.isVisible():
            self._quiet.start()

    def _stop_counting(self) -> None:
        if self._counter is not None:
            self._counter.stop()
            self._is_stale = True
            self._end_counting()
            self._quiet.stop()

    def _name_button(self) -> None:
        chosen = len(self.model.chosen_names)
        self.save.setText(f"Save {counted(chosen, ('PDF', 'PDFs'))}…")
        self.save.setAccessibleName(f"{self.save.text()} (Ctrl+P)")
        self.save.setEnabled(bool(chosen) and not self.saver.is_working)

    def save_pdfs(self) -> None:
        """Ask for a folder and save the chosen handouts there."""
        self.options.keep_marking()
        self.options.keep_next_date()
        names = self.model.chosen_names
        if names:
            self.saver.ask_and_save(names, self.options.chosen_paper)
            self._name_button()
