"""The phases in their order, with the minutes that are planned for each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.agenda import MovePhase
from workshop.domain.commands.records import EditRecord
from workshop.domain.records import AgendaItem
from workshop.ui.context import Context
from workshop.ui.theme import semibold
from workshop.ui.widgets import button, column, frame, label, row

_LONGEST, _STEP = 600, 5


class MinutesField(QWidget):
    """A number with buttons for five less and more, and to move the phase.

    `moved` tells the number of the agenda item, and -1 for earlier or 1 for later.
    """

    moved = Signal(int, int)

    def __init__(self, context: Context, item: AgendaItem) -> None:
        """Begin with the minutes of a phase."""
        super().__init__()
        name = item.phase.value.capitalize()
        self.box = QSpinBox()
        self.box.setRange(0, _LONGEST)
        self.box.setSingleStep(_STEP)
        self.box.setSuffix(" min")
        self.box.setFixedWidth(84)
        self.box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.box.setAccessibleName(f"{name}: planned minutes")
        self.box.setProperty("item", item.id)
        less = button(context, "", "minus", name=f"{name}: less")
        more = button(context, "", "plus", name=f"{name}: more")
        for each, step in ((less, self.box.stepDown), (more, self.box.stepUp)):
            each.setFixedWidth(48)
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
            each.clicked.connect(step)
        self._context, self._less, self._more = context, less, more
        earlier = button(context, "", "arrow-up", look="plain", name=f"{name}: earlier (Alt+Up)")
        later = button(context, "", "arrow-down", look="plain", name=f"{name}: later (Alt+Down)")
        self._earlier, self._later = earlier, later
        for each, move in ((earlier, self._move_earlier), (later, self._move_later)):
            each.setFixedWidth(38)
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            each.clicked.connect(move)
        self.setLayout(row(less, self.box, more, earlier, later, 1, spacing=4))
        context.themed.connect(self._dress)

    def _move_earlier(self) -> None:
        self.moved.emit(self.box.property("item"), -1)

    def _move_later(self) -> None:
        self.moved.emit(self.box.property("item"), 1)

    def _dress(self) -> None:
        self._earlier.setIcon(self._context.icon("arrow-up"))
        self._later.setIcon(self._context.icon("arrow-down"))
        self._less.setIcon(self._context.icon("minus"))
        self._more.setIcon(self._context.icon("plus"))


class AgendaForm(QWidget):
    """A number for each phase, and what they add up to."""

    def __init__(self, context: Context) -> None:
        """Show the agenda, and follow it."""
        super().__init__()
        self._context = context
        self.minutes: dict[int, QSpinBox] = {}
        self._total: QLabel = label()
        self._total.setFont(semibold(15))
        self._lines: dict[int, QWidget] = {}
        self._rows = column(spacing=8)
        for item in context.bridge.view.agenda:
            field = MinutesField(context, item)
            field.box.valueChanged.connect(self._keep)
            field.moved.connect(self._move)
            self.minutes[item.id] = field.box
            name = label(item.phase.value.capitalize())
            name.setFixedWidth(96)
            line = self._lines[item.id] = QWidget()
            line.setLayout(row(name, field))
            self._rows.addWidget(line)
        layout = column(label("Agenda", "heading"), spacing=14, margins=(20, 16, 20, 16))
        layout.addLayout(self._rows)
        layout.addWidget(frame("line"))
        layout.addLayout(row(label("Together", "muted"), 1, self._total))
        layout.addStretch(1)
        card = frame("card")
        card.setLayout(layout)
        self.setLayout(column(card))
        self._show_minutes()
        context.bridge.changed.connect(self._follow)

    def _show_minutes(self) -> None:
        agenda = self._context.bridge.view.agenda
        for place, item in enumerate(agenda):
            line = self._lines.get(item.id)
            if line is not None and self._rows.indexOf(line) != place:
                self._rows.removeWidget(line)
                self._rows.insertWidget(place, line)
            field = self.minutes.get(item.id)
            if field is not None and field.value() != item.planned_minutes:
                field.blockSignals(True)
                field.setValue(item.planned_minutes)
                field.blockSignals(False)
        hours, minutes = divmod(sum(item.planned_minutes for item in agenda), 60)
        self._total.setText(f"{hours} h {minutes:02} min")

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is AgendaItem for change in change_set.changes):
            self._show_minutes()

    def move_current(self, by: int) -> None:
        """Move the phase whose minutes have the focus by one place."""
        for item_id, box in self.minutes.items():
            if box.hasFocus():
                self._move(item_id, by)
                return
        self._context.say("Go to the minutes of a phase first (Ctrl+2), then move it.")

    def _move(self, item_id: int, by: int) -> None:
        self._context.bridge.execute(MovePhase(item_id, by))

    def _keep(self, minutes: int) -> None:
        field = self.sender()
        assert isinstance(field, QSpinBox)
        item_id = field.property("item")
        command = EditRecord(AgendaItem, item_id, {"planned_minutes": minutes})
        if self._context.bridge.execute(command, merge_key=f"minutes {item_id}") is None:
            self._show_minutes()
