"""The short form for a new session."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from workshop.domain.dates import today
from workshop.ui.date_field import DateField
from workshop.ui.dates import NOT_A_DAY
from workshop.ui.dialogs.files import ask_new_file, documents, file_name, untaken
from workshop.ui.dress import Dress
from workshop.ui.focus_ring import FocusRing
from workshop.ui.theme import bold
from workshop.ui.widgets import button, column, label, row

_TEXTS = (
    ("title", "Title", "Gather the leaders"),
    ("agency", "Agency", "Riverside District Services"),
    ("sponsor", "Sponsor", "The leader who makes the deal"),
    ("facilitator", "Facilitator", "Who runs the session"),
    ("place", "Place", "Training room 2"),
)


class NewSession(QDialog):
    """Asks what a session is and where to keep it. What was typed stays until it is made."""

    # The Path, and the facts by field.
    made = Signal(object, object)

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        """Begin with today and a name in the user's documents."""
        super().__init__(parent)
        self.setWindowTitle("New session")
        self.setMinimumWidth(620)
        self._dress = dress
        self._texts = {name: _field(words, hint) for name, words, hint in _TEXTS}
        self._date = DateField(dress, "Date", today)
        self._marking = _field("Marking", "Such as CUI; blank for none")
        self._path = _field("Where to keep it", "")
        self._folder = documents()
        self._suggested = ""
        self._choose = button(dress, "Choose…", "folder-open")
        self._trouble = label("", wrap=True)
        self._trouble.setAccessibleName("What is wrong")
        self._cancel = button(dress, "Cancel")
        self._save = button(dress, "Save and begin", "check", look="primary")
        self._save.setDefault(True)
        self._build()
        self._connect()
        self._ring = FocusRing(self, dress.colors)
        self.clear()

    def _build(self) -> None:
        title = label("New session")
        title.setFont(bold(22))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, words, _ in _TEXTS:
            form.addRow(_caption(words), self._texts[name])
        form.addRow(_caption("Date"), self._date)
        form.addRow(_caption("Marking"), self._marking)
        place = row(self._path, self._choose)
        form.addRow(_caption("Keep it as"), place)
        layout = column(title, spacing=16, margins=(26, 22, 26, 22))
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addLayout(row(1, self._cancel, self._save))
        self.setLayout(layout)
        self._trouble.hide()

    def _connect(self) -> None:
        self._texts["title"].textChanged.connect(self._suggest)
        self._date.changed.connect(self._suggest)
        self._choose.clicked.connect(self._ask_place)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._finish)
        self._dress.themed.connect(self._dress_all)

    def _dress_all(self) -> None:
        self._ring.set_colors(self._dress.colors)
        self._choose.setIcon(self._dress.icon("folder-open"))
        self._save.setIcon(self._dress.icon("check", "on primary"))

    def clear(self) -> None:
        """Begin anew."""
        for each in (*self._texts.values(), self._marking, self._path):
            each.clear()
        self._marking.setText(self._dress.settings.marking)
        self._date.set_day(today())
        self.refuse("")
        self._suggested = ""
        self._suggest()
        self._texts["title"].setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why the session could not be made."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self._trouble.setStyleSheet(f"color: {self._dress.colors.hex('live')};")

    def _suggest(self) -> None:
        """Name the file by day and title, until another name is typed."""
        if self._path.text() not in {"", self._suggested}:
            return
        day = self._date.day or today()
        name = file_name(self._texts["title"].text()) or "Gather the leaders"
        path = untaken(self._folder / f"{day.isoformat()} {name}.gather")
        self._suggested = str(path)
        self._path.setText(self._suggested)

    def _ask_place(self) -> None:
        path = ask_new_file(self, "Where to keep the session", Path(self._path.text()))
        if path is not None:
            self._folder = path.parent
            self._path.setText(str(path))

    def _finish(self) -> None:
        if not self._date.is_understood:
            self.refuse(NOT_A_DAY)
            self._date.setFocus()
            return
        name = self._path.text().strip()
        if not name:
            self.refuse("Say where to keep the session.")
            self._path.setFocus()
            return
        path = Path(name).expanduser()
        if not path.is_absolute():
            path = self._folder / path
        if path.suffix.lower() != ".gather":
            path = path.with_name(f"{path.name}.gather")
        self.refuse("")
        self.made.emit(path, self._facts())

    def _facts(self) -> dict[str, Any]:
        texts = {name: each.text().strip() for name, each in self._texts.items()}
        return {**texts, "date": self._date.day, "marking": self._marking.text().strip()}


def _field(name: str, hint: str) -> QLineEdit:
    found = QLineEdit()
    found.setAccessibleName(name)
    found.setPlaceholderText(hint)
    return found


def _caption(words: str) -> QWidget:
    found = label(words, "muted")
    found.setMinimumHeight(36)
    return found
