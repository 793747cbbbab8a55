"""The three ways to begin, for someone who has no session yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from workshop.ui.dress import Dress
from workshop.ui.theme import bold, semibold
from workshop.ui.widgets import column, label, row

HEIGHT = 112

_CHOICES = (
    ("play", "Try the sample", "A fictional agency in the middle of its session. Change anything."),
    ("file-plus", "New session", "Title, agency, date and who comes. About two minutes."),
    ("folder-open", "Open a session file", "From this computer, a shared folder or a USB stick."),
)


class _Choice(QPushButton):
    """One way to begin: an icon, what it is, and its key."""

    def __init__(self, dress: Dress, number: int, *, is_first: bool) -> None:
        super().__init__()
        icon, title, words = _CHOICES[number]
        self._dress, self._icon, self._is_first = dress, icon, is_first
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(f"{title} ({number + 1})")
        self.setAccessibleDescription(words)
        self._tile = QFrame()
        self._tile.setFixedSize(60, 60)
        self._picture = label()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tile.setLayout(row(self._picture))
        name = label(title)
        name.setFont(bold(20))
        self._key = label(str(number + 1))
        self._key.setFont(semibold(14))
        self._key.setFixedSize(22, 22)
        self._key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = column(1, name, label(words, "muted", wrap=True), 1, spacing=3)
        layout = row(self._tile, spacing=26, margins=(24, 0, 24, 0))
        layout.addLayout(middle, 1)
        layout.addWidget(self._key)
        self.setLayout(layout)
        for each in self.findChildren(QWidget):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.dress()

    def dress(self) -> None:
        colors = self._dress.colors
        tile, on_tile = ("primary", "on primary") if self._is_first else ("sunken", "text")
        self._tile.setStyleSheet(f"background: {colors.hex(tile)}; border-radius: 8px;")
        self._picture.setPixmap(self._dress.icon(self._icon, on_tile).pixmap(24, 24))
        self.setStyleSheet(
            f"QPushButton {{ border: 1px solid {colors.hex('border')}; border-radius: 7px;"
            f" min-height: {HEIGHT - 2}px; }}"
        )
        self._key.setStyleSheet(
            f"border: 1px solid {colors.hex('strong border')}; border-radius: 4px;"
            f"color: {colors.hex('muted')};"
        )


class Choices(QWidget):
    """Three large buttons and the place to drop a file."""

    # The number of the choice, from 0.
    chosen = Signal(int)

    def __init__(self, dress: Dress) -> None:
        """Lay the choices out below each other."""
        super().__init__()
        self._dress = dress
        title = label("Welcome. Where shall we start?")
        title.setFont(bold(26))
        self._buttons = [
            _Choice(dress, number, is_first=number == 0) for number in range(len(_CHOICES))
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(title)
        layout.addSpacing(14)
        for each in self._buttons:
            each.clicked.connect(self._choose)
            layout.addWidget(each)
        layout.addSpacing(12)
        self._drop = QFrame()
        self._drop.setFixedHeight(92)
        self._arrow = label()
        self._drop.setLayout(
            row(1, self._arrow, label("Or drop a .gather file anywhere here", "muted"), 1)
        )
        layout.addWidget(self._drop)
        layout.addStretch(1)
        dress.themed.connect(self._dress_all)
        self._dress_all()

    def _choose(self) -> None:
        self.chosen.emit(next(n for n, each in enumerate(self._buttons) if each is self.sender()))

    def _dress_all(self) -> None:
        for each in self._buttons:
            each.dress()
        edge = self._dress.colors.hex("strong border")
        self._drop.setStyleSheet(f"QFrame {{ border: 1px dashed {edge}; border-radius: 7px; }}"
                                 "QLabel { border: 0; }")  # fmt: skip
        self._arrow.setPixmap(self._dress.icon("download", "muted").pixmap(24, 24))

    def focus_first(self) -> None:
        """Put the focus on the sample."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
