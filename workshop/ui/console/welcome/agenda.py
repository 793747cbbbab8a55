"""The minutes that are planned for each phase."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QSpinBox, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import EditRecord
from workshop.domain.records import AgendaItem
from workshop.ui.context import Context
from workshop.ui.theme import semibold
from workshop.ui.widgets import button, column, frame, label, row

_LONGEST, _STEP = 600, 5


class MinutesField(QWidget):
    """A number with a button to take five away and one to add five."""

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
        self.setLayout(row(less, self.box, more, 1, spacing=4))
        context.themed.connect(self._dress)

    def _dress(self) -> None:
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
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(8)
        for item in context.bridge.view.agenda:
            field = MinutesField(context, item)
            field.box.valueChanged.connect(self._keep)
            self.minutes[item.id] = field.box
            form.addRow(label(item.phase.value.capitalize()), field)
        layout = column(label("Agenda", "heading"), spacing=14, margins=(20, 16, 20, 16))
        layout.addLayout(form)
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
        for item in agenda:
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

    def _keep(self, minutes: int) -> None:
        field = self.sender()
        assert isinstance(field, QSpinBox)
        item_id = field.property("item")
        command = EditRecord(AgendaItem, item_id, {"planned_minutes": minutes})
        if self._context.bridge.execute(command, merge_key=f"minutes {item_id}") is None:
            self._show_minutes()
