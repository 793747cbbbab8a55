"""Paper, marking and the next date."""

from typing import Any

from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import EditRecord
from workshop.domain.records import SessionFacts
from workshop.domain.text import one_line
from workshop.handouts import Paper
from workshop.ui.context import Context
from workshop.ui.date_field import DateField
from workshop.ui.theme import semibold
from workshop.ui.widgets import Segments, column, label, row

_PAPERS = (Paper.LETTER, Paper.A4)


class PageOptions(QFrame):
    """What all pages have in common, and when the room meets again."""

    def __init__(self, context: Context) -> None:
        """Show settings and facts."""
        super().__init__()
        self.setProperty("look", "card")
        self._context = context
        self.paper = Segments(["Letter", "A4"], "Paper")
        self.paper.set_current(_PAPERS.index(Paper(context.settings.paper)))
        self.marking = QLineEdit()
        self.marking.setAccessibleName("Marking")
        self.marking.setPlaceholderText("Such as CUI; blank for none")
        self.marking.setMaxLength(200)
        self.next_date = DateField(context, "Next date")
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(_caption("Paper"), self.paper)
        form.addRow(_caption("Marking"), self.marking)
        form.addRow(_caption("Next session"), self.next_date)
        layout = column(label("On every page", "heading"), spacing=14, margins=(20, 16, 20, 18))
        layout.addLayout(form)
        layout.addLayout(row(label(_NOTE, "muted", wrap=True)))
        self.setLayout(layout)
        self._show_facts()
        self.paper.chosen.connect(self._choose_paper)
        self.marking.editingFinished.connect(self.keep_marking)
        self.next_date.finished.connect(self.keep_next_date)
        context.bridge.changed.connect(self._follow)

    @property
    def chosen_paper(self) -> Paper:
        """The paper."""
        return _PAPERS[self.paper.current]

    def _choose_paper(self, number: int) -> None:
        self._context.settings.paper = _PAPERS[number].value

    def _show_facts(self) -> None:
        facts = self._context.bridge.state.facts
        self.marking.setText(one_line(facts.marking))
        self.next_date.set_day(facts.next_date)

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is SessionFacts for change in change_set.changes):
            self._show_facts()

    def keep_marking(self) -> None:
        """Keep the marking that was typed."""
        typed = self.marking.text().strip()
        if typed != one_line(self._context.bridge.state.facts.marking):
            self._keep(marking=typed)

    def keep_next_date(self) -> None:
        """Keep the next date that was typed."""
        if not self.next_date.is_understood:
            self._context.say("That is not a day: type it as 14 Nov 2026 or 2026-11-14.")
        elif self.next_date.day != self._context.bridge.state.facts.next_date:
            self._keep(next_date=self.next_date.day)

    def _keep(self, **values: Any) -> None:
        facts = self._context.bridge.state.facts
        self._context.bridge.execute(EditRecord(SessionFacts, facts.id, values))


_NOTE = "The marking stands on each page, on the wall and in the names of the files."


def _caption(words: str) -> QWidget:
    found = label(words, "muted")
    found.setFont(semibold(14))
    found.setMinimumHeight(36)
    return found
