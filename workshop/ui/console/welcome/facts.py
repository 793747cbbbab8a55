"""What a session is: a form that keeps each field when it is left."""

from collections.abc import Set as AbstractSet
from typing import Any

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import EditRecord
from workshop.domain.records import SessionFacts
from workshop.domain.text import one_line
from workshop.ui.context import Context
from workshop.ui.date_field import DateField
from workshop.ui.drafts import DraftKeeper
from workshop.ui.theme import semibold
from workshop.ui.widgets import column, frame, label

_TEXTS = (
    ("title", "Title"),
    ("agency", "Agency"),
    ("sponsor", "Sponsor"),
    ("facilitator", "Facilitator"),
    ("place", "Place"),
    ("marking", "Marking"),
)
_ALL = frozenset({*(name for name, _ in _TEXTS), "date", "next_date"})


class FactsForm(QWidget):
    """Title, agency, sponsor, facilitator, place, marking, and the two dates."""

    def __init__(self, context: Context) -> None:
        """Show the facts, and follow them."""
        super().__init__()
        self._context = context
        self.texts: dict[str, QLineEdit] = {}
        self._drafts: dict[str, DraftKeeper] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, words in _TEXTS:
            field = QLineEdit()
            field.setAccessibleName(words)
            field.setMaxLength(500)
            field.setProperty("fact", name)
            field.editingFinished.connect(self._keep_text)
            self.texts[name] = field
            form.addRow(_caption(words), field)
        self.texts["marking"].setPlaceholderText("Such as CUI; blank for none")
        self.date = DateField(context, "Date")
        self.next_date = DateField(context, "Next date")
        self.date.finished.connect(self._keep_date)
        self.next_date.finished.connect(self._keep_next_date)
        form.addRow(_caption("Date"), self.date)
        form.addRow(_caption("Next date"), self.next_date)
        title = label("Session", "heading")
        card = frame("card")
        layout = column(title, spacing=14, margins=(20, 16, 20, 16))
        layout.addLayout(form)
        layout.addStretch(1)
        card.setLayout(layout)
        self.setLayout(column(card))
        self._show_facts()
        self._drafts = {
            name: context.drafts.attach(field, f"welcome.{name}")
            for name, field in self.texts.items()
        }
        context.bridge.changed.connect(self._follow)

    def _show_facts(self, names: AbstractSet[str] = _ALL) -> None:
        facts = self._context.bridge.state.facts
        for name in names:
            if name in self.texts:
                self.texts[name].setText(one_line(getattr(facts, name)))
        if "date" in names:
            self.date.set_day(facts.date)
        if "next_date" in names:
            self.next_date.set_day(facts.next_date)

    def _follow(self, change_set: ChangeSet) -> None:
        """Show what changed, and leave alone what is being typed in the other fields."""
        for change in change_set.changes:
            if change.kind is SessionFacts and change.before and change.after:
                before, after = change.before, change.after
                names = {name for name in _ALL if getattr(before, name) != getattr(after, name)}
                self._show_facts(names)

    def _keep_text(self) -> None:
        field = self.sender()
        assert isinstance(field, QLineEdit)
        self._keep_fact(field)

    def _keep_fact(self, field: QLineEdit) -> None:
        name = field.property("fact")
        before = getattr(self._context.bridge.state.facts, name)
        if field.text() != one_line(before) and not self._keep(**{name: field.text().strip()}):
            return
        self._drafts[name].drop()

    def _keep_date(self) -> None:
        self._keep_day("date", self.date)

    def _keep_next_date(self) -> None:
        self._keep_day("next_date", self.next_date)

    def _keep_day(self, name: str, field: DateField) -> None:
        if not field.is_understood:
            self._context.say("That is not a day: type it as 14 Nov 2026 or 2026-11-14.")
        elif field.day != getattr(self._context.bridge.state.facts, name):
            self._keep(**{name: field.day})

    def _keep(self, **values: Any) -> bool:
        facts = self._context.bridge.state.facts
        return self._context.bridge.execute(EditRecord(SessionFacts, facts.id, values)) is not None

    def finish(self) -> None:
        """Keep the field that is being typed in."""
        for field in self.texts.values():
            self._keep_fact(field)
        self._keep_date()
        self._keep_next_date()


def _caption(words: str) -> QWidget:
    found = label(words, "muted")
    found.setFont(semibold(14))
    found.setMinimumHeight(36)
    return found
