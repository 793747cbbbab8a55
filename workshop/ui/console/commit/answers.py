"""The head of a process: its name, and its five answers in a strip."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from workshop.domain.enums import YesNoUnsure
from workshop.domain.records import Process
from workshop.domain.text import one_line, shorten
from workshop.domain.triage import has_nobody
from workshop.ui.badges import paint_number
from workshop.ui.console.commit.painting import paint_hatch
from workshop.ui.context import Context
from workshop.ui.theme import Size, bold, font
from workshop.ui.widgets import column, label, row
from workshop.words import words

_OPEN = "—"
_DISC = 22
_LEAST = 24


def short_answers(process: Process) -> tuple[str, str, str, str, str]:
    """Return the five answers in a word or two each; a dash where there is none."""
    owner = "Nobody" if has_nobody(process) else shorten(process.owner, 30)
    given = (process.close_enough, process.feedback, process.nature)
    field, users, nature = (each.value.capitalize() if each else _OPEN for each in given)
    return (_problem(process), owner or _OPEN, field, users, nature)


def _problem(process: Process) -> str:
    if process.problem is None:
        return _OPEN
    if process.problem is not YesNoUnsure.YES:
        return process.problem.value.capitalize()
    speed = {
        YesNoUnsure.YES: "Yes, quick",
        YesNoUnsure.NO: "Yes, not quick",
        YesNoUnsure.UNSURE: "Yes, unsure if quick",
        None: "Yes",
    }
    return speed[process.quick_fix]


def fitted(wanted: list[int], room: int) -> list[int]:
    """Return widths that fit into a room together: the widest give way first."""
    widths = list(wanted)
    while sum(widths) > max(room, 0) and max(widths) > _LEAST:
        widest = max(widths)
        widths[widths.index(widest)] = max(_LEAST, widest - 4)
    return widths


class _Strip(QWidget):
    """Numbers on discs, each with its answer; as many as fit."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._answers: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.themed.connect(self.update)

    def show_answers(self, answers: tuple[str, ...]) -> None:
        self._answers = answers
        names = [question.short for question in words().questions]
        said = (f"{name}: {text}" for name, text in zip(names, answers, strict=True))
        self.setAccessibleName(", ".join(said))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        colors = self._context.colors
        painter.setFont(font(Size.BODY))
        wanted = [painter.fontMetrics().horizontalAdvance(text) + 2 for text in self._answers]
        free = self.width() - len(wanted) * (_DISC + 7)
        widths = fitted(wanted, free - 10 * (len(wanted) - 1))
        gap = min(24.0, (free - sum(widths)) / max(1, len(widths) - 1))
        x, middle = 0.0, self.height() / 2
        for n, (text, width) in enumerate(zip(self._answers, widths, strict=True), start=1):
            paint_number(painter, QRectF(x, middle - _DISC / 2, _DISC, _DISC), n, colors)
            painter.setFont(font(Size.BODY))
            painter.setPen(colors["text"])
            shown = painter.fontMetrics().elidedText(
                one_line(text), Qt.TextElideMode.ElideRight, int(width)
            )
            box = QRectF(x + _DISC + 7, 0, width, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            x += _DISC + 7 + width + gap
        painter.end()


class Answers(QFrame):
    """A card with a band of hatch."""

    def __init__(self, context: Context) -> None:
        """Begin without a process."""
        super().__init__()
        self.setProperty("look", "card")
        self._context = context
        self._name = label("", wrap=True)
        self._name.setFont(bold(20))
        self._place = label("", "muted")
        self._strip = _Strip(context)
        head = row(self._name, self._place)
        head.setStretch(0, 1)
        layout = column(spacing=10, margins=(20, 12, 18, 12))
        layout.addLayout(head)
        layout.addWidget(self._strip)
        self.setLayout(layout)
        context.themed.connect(self.update)

    @property
    def title(self) -> str:
        """What stands at the head."""
        return self._name.text()

    def show_process(self, process: Process | None, place: str) -> None:
        """Show a process and its place, or that a commitment is about none."""
        self._name.setText(shorten(process.name, 160) if process else "About no single process")
        self._place.setText(place)
        self._strip.setVisible(process is not None)
        if process is not None:
            self._strip.show_answers(short_answers(process))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, then its band."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_hatch(painter, QRectF(0, 0, 6, self.height()), self._context.colors)
        painter.end()
