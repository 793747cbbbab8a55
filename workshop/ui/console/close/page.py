"""The close phase."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QListView, QWidget

from workshop.domain.enums import Phase
from workshop.domain.private import PrivateView
from workshop.domain.stage import Scene
from workshop.domain.text import counted
from workshop.ui.actions import Actions
from workshop.ui.console.close.actions import close_actions
from workshop.ui.console.close.handouts import HandoutDelegate, HandoutModel
from workshop.ui.console.close.options import PageOptions
from workshop.ui.console.close.outcome import Outcome
from workshop.ui.console.close.preview import Document, PagePreview
from workshop.ui.console.close.printing import Printing
from workshop.ui.console.close.saving import PdfSaver
from workshop.ui.console.close.worker import HandoutWorker, Job, Made
from workshop.ui.console.page import PhasePage
from workshop.ui.context import Context
from workshop.ui.widgets import button, column, frame, label, row

_QUIET = 600  # milliseconds without a change before pages are made again
_WAIT = "The pages are still being made: try again in a moment."


class ClosePage(PhasePage):
    """Handouts with their options at the left, their pages as they will print at the right."""

    PHASE: ClassVar[Phase] = Phase.CLOSE
    TITLE: ClassVar[str] = "Close"
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = (
        (Scene.COMMITMENTS, "Commitments"),
        (Scene.CLOSE, "Thanks"),
    )
    HIDES_PANEL: ClassVar[bool] = True

    def __init__(self, context: Context) -> None:
        """Choose the handouts that all take home."""
        super().__init__(context)
        self.model = HandoutModel(self)
        self.list = QListView()
        self._made: dict[str, Made] = {}
        self._maker: HandoutWorker | None = None
        self._is_stale = True
        self._refusal = ""
        self._apart: tuple[str, ...] = ()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self.options = PageOptions(context)
        self.preview = PagePreview(context)
        self.outcome = Outcome(context)
        self.saver = PdfSaver(context, self.outcome, self)
        self.printing = Printing(self.outcome, self)
        self.print = button(context, "Print", "printer", name="Print (Ctrl+P)")
        self.save = button(context, "", "download", look="primary")
        self._build()
        self._connect()
        self._name_button()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(HandoutDelegate(self.context, self.list))
        self.list.setAccessibleName("Handouts")
        head = row(label("For everyone", "heading"), 1, label("pages", "muted"))
        head.setContentsMargins(12, 4, 16, 0)
        card = frame("card")
        inner = column(spacing=8, margins=(10, 12, 10, 10))
        inner.addLayout(head)
        inner.addWidget(self.list, 1)
        inner.addWidget(frame("line"))
        inner.addWidget(self.options)
        card.setLayout(inner)
        right = column(self.preview, self.outcome, spacing=10)
        right.setStretch(0, 1)
        layout = row(card, spacing=16)
        layout.addLayout(right)
        layout.setStretch(0, 4)
        layout.setStretch(1, 7)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_chosen)
        self.print.clicked.connect(self.print_chosen)
        self.model.chosen.connect(self._name_button)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.options.changed.connect(self._go_stale)
        for each in (self.saver, self.printing):
            each.finished.connect(self._name_button)
        self.saver.finished.connect(self._save_apart)
        self.outcome.cancel_asked.connect(self._forget_apart)
        self._quiet.timeout.connect(self.make_pages)
        self.context.bridge.changed.connect(self._go_stale)
        self.context.themed.connect(self._dress)

    def _dress(self) -> None:
        self.save.setIcon(self.context.icon("download", "on primary"))
        self.print.setIcon(self.context.icon("printer"))
        self.list.viewport().update()

    def add_actions(self, actions: Actions) -> None:
        """Add what concerns the pages."""
        for spec, run in close_actions(self):
            actions.add(spec, run, self)

    # What the console asks

    def summary(self) -> str:
        """Return how many handouts there are."""
        return counted(self.model.rowCount(), ("handout", "handouts"))

    def tools(self) -> list[QWidget]:
        """Return the button that prints."""
        return [self.print]

    def primary(self) -> QWidget:
        """Return the button that saves."""
        return self.save

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this phase."""
        return (
            ("↑ ↓", "Handout"),
            ("Space", "Include"),
            ("PgDn", "Page"),
            ("Ctrl+S", "Save PDFs"),
            ("Ctrl+P", "Print"),
            ("S", "Thank the room"),
        )

    def enter(self) -> None:
        """Put the focus on the handouts and make their pages."""
        self.options.show_paper()
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()
        self.make_pages()

    def leave(self) -> None:
        """Keep what is typed, and see that nothing is being written."""
        self.options.keep()
        self._quiet.stop()
        self._stop_making()
        self.preview.stop()
        self.printing.stop()
        self.saver.stop()

    def show_on_wall(self) -> None:
        """Thank the room and show the next date."""
        self.context.room.show(Scene.CLOSE)

    def step(self, by: int) -> bool:
        """Turn the page that is shown here; the wall stays as it is."""
        self.preview.turn(by)
        return True

    # Pages

    def _go_stale(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._quiet.start()

    def make_pages(self) -> None:
        """Make the pages of all handouts beside the window, the one that is shown first."""
        if not self._is_stale or self._maker is not None:
            return
        self._is_stale = False
        self._refusal = ""
        names = sorted(self.model.names, key=self._is_not_current)
        bridge = self.context.bridge
        private = PrivateView.of(bridge.state)
        job = Job(bridge.view, tuple(names), self.options.chosen, private=private)
        maker = HandoutWorker(job, self)
        maker.made.connect(self._take_pages)
        maker.failed.connect(self._note_refusal)
        maker.finished.connect(self._end_making)
        self._maker = maker
        maker.start()

    def _is_not_current(self, name: str) -> bool:
        return name != self._current

    @property
    def _current(self) -> str:
        """The handout that is shown."""
        at = self.list.currentIndex()
        return self.model.names[at.row()] if at.isValid() else ""

    def _take_pages(self, made: Made) -> None:
        self._made[made.name] = made
        self.model.set_pages(made.name, made.pages)
        if made.name == self._current:
            self._show_pages()

    def _show_current(self, _: QModelIndex) -> None:
        self._show_pages()

    def _show_pages(self) -> None:
        made = self._made.get(self._current)
        if made is None:
            self.preview.show_document(None)
            return
        caption = f"{self.model.title_of(made.name)}, {self.options.words}"
        self.preview.show_document(Document(made.name, caption, made.data))

    def _end_making(self) -> None:
        maker, self._maker = self._maker, None
        if maker is not None:
            maker.deleteLater()
        if self._refusal:
            self._forget_pages()
            self.options.tell_refusal(self._refusal)
        else:
            self.options.tell_missing(self._missing())
        if self._is_stale and self.isVisible():
            self._quiet.start()

    def _note_refusal(self, sentence: str) -> None:
        self._refusal = sentence

    def _forget_pages(self) -> None:
        """Show no page where none may be made, such as without what the marking shows."""
        self._made.clear()
        for name in self.model.names:
            self.model.set_pages(name, None)
        self.preview.show_document(None, "No pages")

    def _missing(self) -> dict[str, tuple[str, ...]]:
        """Return the titles of the handouts with characters that no typeface has, and these."""
        return {
            self.model.title_of(name): made.missing
            for name, made in self._made.items()
            if made.missing
        }

    def _stop_making(self) -> None:
        if self._maker is not None:
            self._maker.stop()
            self._is_stale = True
            self._end_making()
            self._quiet.stop()

    # Out

    def _name_button(self) -> None:
        chosen = len(self.model.chosen_names) + len(self.model.chosen_apart)
        self.save.setText(f"Save {counted(chosen, ('PDF', 'PDFs'))}…")
        self.save.setAccessibleName(f"{self.save.text()} (Ctrl+S)")
        is_free = not self.saver.is_working and not self.printing.is_working
        self.save.setEnabled(bool(chosen) and is_free)
        self.print.setEnabled(bool(chosen) and is_free)

    def save_chosen(self) -> None:
        """Ask for a folder and save the chosen handouts there.

        Those that are not for the room come after the others, into a folder asked for again.
        """
        names, apart = self.model.chosen_names, self.model.chosen_apart
        self._apart = apart if names else ()
        self._save(names or apart)

    def _save_apart(self) -> None:
        names, self._apart = self._apart, ()
        self._save(names)

    def _forget_apart(self) -> None:
        self._apart = ()

    def save_shown(self) -> None:
        """Ask for a folder and save the handout that is shown there."""
        self._forget_apart()
        self._save((self._current,))

    def _save(self, names: tuple[str, ...]) -> None:
        self.options.keep()
        if names and self.save.isEnabled():
            self.saver.ask_and_save(names, self.options.chosen)
            self._name_button()

    def print_chosen(self) -> None:
        """Print the chosen handouts; those not for the room never go out with the others."""
        self._print(self.model.chosen_names or self.model.chosen_apart)

    def print_shown(self) -> None:
        """Print the handout that is shown."""
        self._print((self._current,))

    def _print(self, names: tuple[str, ...]) -> None:
        self.options.keep()
        if self._refusal:
            self.context.say(self._refusal)
        elif self._is_stale or self._maker is not None or not set(names) <= set(self._made):
            self.context.say(_WAIT)
        elif names and self.print.isEnabled():
            self.printing.ask_and_print(tuple(self._made[name].data for name in names))
            self._name_button()
