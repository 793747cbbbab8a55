"""Paper, marking and the next date."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import EditRecord
from workshop.domain.questions import about_date
from workshop.domain.records import SessionFacts
from workshop.domain.text import MAX_TEXT_LENGTH, one_line
from workshop.handouts import MarkingProfile, Options, Paper
from workshop.ui.checks import CheckBox
from workshop.ui.context import Context
from workshop.ui.date_field import DateField
from workshop.ui.dates import NOT_A_DAY
from workshop.ui.settings import PAPERS
from workshop.ui.theme import semibold
from workshop.ui.widgets import ChoiceBox, Segments, column, frame, label, row

_PROFILES = (
    ("The session's banner, if it has one", None),
    ("Not marked", MarkingProfile.NONE),
    ("Banner", MarkingProfile.BANNER),
    ("CUI as DoD marks it", MarkingProfile.CUI_DOD),
    ("CUI as civil agencies mark it", MarkingProfile.CUI_CIVIL),
)
_MOST_SIGNS = 12


class PageOptions(QWidget):
    """What all pages have in common, and when the room meets again."""

    # Pages look different now.
    changed = Signal()

    def __init__(self, context: Context) -> None:
        """Show settings and facts."""
        super().__init__()
        self._context = context
        self.paper = Segments(list(PAPERS.values()), "Paper")
        self.show_paper()
        self.marking = QLineEdit()
        self.marking.setAccessibleName("Marking")
        self.marking.setPlaceholderText("None")
        self.marking.setToolTip(_NOTE)
        self.marking.setMaxLength(MAX_TEXT_LENGTH)
        self.next_date = DateField(context, "Next session", context.session_day)
        self.missing = label("", wrap=True)
        self.missing.setAccessibleName("What cannot be shown")
        self.profile = ChoiceBox(context, "How pages are marked", _PROFILES)
        self.roles = CheckBox(context, "Roles, not names")
        self.roles.setToolTip("People stand on the pages by their roles.")
        self.record = CheckBox(context, "For records (PDF/A)")
        pages = row(_caption("Paper"), self.paper, _caption("Marking"), self.marking, spacing=10)
        for place, stretch in ((1, 3), (3, 3)):
            pages.setStretch(place, stretch)
        later = frame("sunken")
        later.setLayout(
            row(_caption("Next session"), self.next_date, margins=(12, 8, 12, 8), spacing=10)
        )
        layout = column(self.missing, spacing=10, margins=(10, 4, 10, 2))
        layout.addLayout(pages)
        marked = row(_caption("Marked as"), self.profile, spacing=10)
        marked.setStretch(1, 1)
        layout.addLayout(marked)
        layout.addLayout(row(self.roles, 1, self.record))
        layout.addWidget(later)
        self.setLayout(layout)
        self.missing.hide()
        self._show_facts()
        self.paper.chosen.connect(self._choose_paper)
        self.profile.currentIndexChanged.connect(self.changed)
        for each in (self.roles, self.record):
            each.toggled.connect(self.changed)
        self.marking.editingFinished.connect(self.keep_marking)
        self.next_date.finished.connect(self.keep_next_date)
        context.bridge.changed.connect(self._follow)
        context.paper_set.connect(self._follow_paper)
        context.themed.connect(self._dress)
        self._dress()

    def show_paper(self) -> None:
        """Show the paper that is set."""
        self.paper.set_current(list(PAPERS).index(self._context.settings.paper))

    def _dress(self) -> None:
        self.missing.setStyleSheet(f"color: {self._context.colors.hex('overtime ink')};")

    def tell_refusal(self, sentence: str) -> None:
        """Tell why there are no pages."""
        self.missing.setText(sentence)
        self.missing.setVisible(bool(sentence))

    def tell_missing(self, missing: Mapping[str, Sequence[str]]) -> None:
        """Tell which characters no typeface here has, by the title of the handout."""
        signs = sorted({sign for each in missing.values() for sign in each})
        shown = " ".join(signs[:_MOST_SIGNS]) + (" …" if len(signs) > _MOST_SIGNS else "")
        where = next(iter(missing), "") if len(missing) == 1 else f"{len(missing)} handouts"
        self.missing.setText(f"No typeface here has {shown}: empty squares stand in {where}.")
        self.missing.setVisible(bool(signs))

    @property
    def _paper(self) -> str:
        """The name of the paper that is shown as chosen."""
        return list(PAPERS)[self.paper.current]

    @property
    def chosen(self) -> Options:
        """How pages are made."""
        return Options(
            paper=Paper(self._paper),
            marking=self.profile.choice,
            roles=self.roles.isChecked(),
            pdfa=self.record.isChecked(),
        )

    @property
    def words(self) -> str:
        """What the pages are, for the caption of the preview: "Letter, tagged PDF"."""
        kind = "PDF/A for records" if self.record.isChecked() else "tagged PDF"
        return f"{PAPERS[self._paper]}, {kind}"

    def _choose_paper(self) -> None:
        self._context.set_paper(self._paper)

    def _follow_paper(self) -> None:
        """Show a paper that was set, here or in the settings."""
        self.show_paper()
        if self.isVisible():  # pages are made when the phase is entered
            self.changed.emit()

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
        facts = self._context.bridge.state.facts
        if not self.next_date.is_understood:
            self._context.say(NOT_A_DAY)
        elif self.next_date.day != facts.next_date:
            self._keep(next_date=self.next_date.day)
            odd = about_date(self.next_date.day, self._context.session_day())
            if odd:
                self._context.say(odd, undoable=True)

    def keep(self) -> None:
        """Keep what was typed."""
        self.keep_marking()
        self.keep_next_date()

    def _keep(self, **values: Any) -> None:
        facts = self._context.bridge.state.facts
        self._context.bridge.execute(EditRecord(SessionFacts, facts.id, values))


_NOTE = "The marking stands on each page, on the wall and in the names of the files."


def _caption(words: str) -> QWidget:
    found = label(words, "muted")
    found.setFont(semibold(14))
    return found
