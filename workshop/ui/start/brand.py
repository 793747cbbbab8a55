"""The ink column of the start screen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from workshop import __version__
from workshop.ui.icons import pixmap
from workshop.ui.theme import ThemeName, bold, font, theme
from workshop.ui.widgets import label, row

_INK = theme(ThemeName.LIGHT)
_ON_INK = theme(ThemeName.DARK)


class Mark(QWidget):
    """The mark of Gather: process and performance, a hatched square beside a disc."""

    def __init__(self) -> None:
        """Take the size of a heading."""
        super().__init__()
        self.setFixedSize(QSize(76, 36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two shapes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square, disc = QRectF(0, 1, 34, 34), QRectF(40, 1, 34, 34)
        painter.setClipRect(square)
        painter.setPen(QPen(_ON_INK["process solid"], 4))
        for x in range(-34, 36, 8):
            painter.drawLine(QPointF(x, 36), QPointF(x + 36, 0))
        painter.setClipping(False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ON_INK["performance solid"])
        painter.drawEllipse(disc)
        painter.end()


class Brand(QWidget):
    """Says what Gather is about, in ink whatever the theme."""

    def __init__(self) -> None:
        """Lay out mark, sentence and foot."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAutoFillBackground(True)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, _INK["primary"])
        self.setPalette(palette)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 54, 44, 36)
        name = _words("Gather", "text")
        name.setFont(bold(36))
        layout.addLayout(row(Mark(), name, 1, spacing=20))
        layout.addStretch(3)
        sentence = _words("Process is not performance.", "text")
        sentence.setFont(bold(34))
        layout.addWidget(sentence)
        layout.addSpacing(10)
        rest = _words(
            "Get the process right first. Then time, energy and effort can go to performance.",
            "muted",
        )
        rest.setFont(font(19))
        layout.addWidget(rest)
        layout.addStretch(5)
        lock = label()
        lock.setPixmap(pixmap("lock", _ON_INK.hex("muted"), 18, 2.0))
        foot = _words("Works offline. A session is one file on this computer.", "muted")
        line = row(lock, foot, spacing=10)
        line.setStretch(1, 1)
        layout.addLayout(line)
        version = _words(f"Gather {__version__}", "muted")
        version.setFont(font(14))
        version.setContentsMargins(28, 0, 0, 0)
        layout.addWidget(version)


def _words(text: str, token: str) -> QLabel:
    found = label(text, wrap=True)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(_ON_INK[token]))
    found.setPalette(palette)
    return found
