"""What a session is: a form that keeps each field when it is left."""

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import EditRecord
from workshop.domain.dates import today
from workshop.domain.records import SessionFacts
from workshop.domain.text import MAX_TEXT_LENGTH
from workshop.ui.console.text_in_place import TextInPlace
from workshop.ui.context import Context
from workshop.ui.date_field import DateField
from workshop.ui.dates import NOT_A_DAY, a_year_ago
from workshop.ui.drafts import DraftKeeper, text_in
from workshop.ui.theme import semibold
from workshop.ui.widgets import column, frame, label
from workshop.words import words

_TEXTS = (
    ("title", "Title"),
    ("agency", "Agency"),
    ("sponsor", "Sponsor"),
    ("facilitator", "Facilitator"),
    ("place", "Place"),
)
_DATES = (("date", "Date"), ("previous_date", "Last session"), ("next_date", "Next date"))
# What marked pages say (HANDOUTS, "Designation box").
_MARKED = (
    ("marking", "Marking", "Such as CUI; blank for none"),
    ("controlled_by", "Controlled by", "The office that controls it"),
    ("cui_category", "CUI category", "Such as PRVCY"),
    ("dissemination", "Dissemination", "Such as FEDCON; or a distribution"),
    ("distribution", "Distribution", "A statement, never beside a dissemination"),
    ("point_of_contact", "Contact", "Name and number"),
)
_LIMITS = ("dissemination", "distribution")
_NEVER_BOTH = "Marked pages show a distribution or a dissemination, never both: clear one of them."


class FactsForm(QWidget):
    """Title, agency, sponsor, facilitator, place, three dates; below, what marked pages say."""

    def __init__(self, context: Context) -> None:
        """Show the facts, and follow them."""
        super().__init__()
        self._context = context
        self.texts: dict[str, QLineEdit] = {}
        self.dates: dict[str, DateField] = {}
        self._drafts: dict[str, DraftKeeper] = {}
        session = _form()
        for name, caption in _TEXTS:
            session.addRow(_caption(caption), self._add_text(name, caption, ""))
        for name, caption in _DATES:
            session.addRow(_caption(caption), self._add_date(name, caption))
        marked = _form()
        for name, caption, hint in _MARKED:
            marked.addRow(_caption(caption), self._add_text(name, caption, hint))
        self.promise = TextInPlace("Promise to the users", words().promise)
        self.promise.edited.connect(self._keep_promise)
        promise = QFormLayout()
        promise.addRow(self.promise)
        cards = column(
            _card("Session", session),
            _card("Promise to the users, in the sponsor's words", promise),
            _card("On marked pages", marked),
            1,
            spacing=16,
        )
        self.setLayout(cards)
        facts = context.bridge.state.facts
        fields = self.texts | {name: field.text for name, field in self.dates.items()}
        for name, each in fields.items():
            each.setText(text_in(each, getattr(facts, name)))
        self._drafts = {
            name: context.drafts.attach(each, f"welcome.{name}") for name, each in fields.items()
        }
        self._drafts["promise"] = self.promise.begin(
            context.drafts, "welcome.promise", facts.promise
        )
        context.bridge.changed.connect(self._follow)

    def _add_text(self, name: str, words: str, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(words)
        field.setPlaceholderText(hint)
        field.setMaxLength(MAX_TEXT_LENGTH)
        field.setProperty("fact", name)
        field.editingFinished.connect(self._keep_text)
        self.texts[name] = field
        return field

    def _add_date(self, name: str, words: str) -> DateField:
        # The day of this session is told by today: it cannot count from itself.
        starts = {"previous_date": a_year_ago, "next_date": self._context.session_day}
        field = DateField(self._context, words, starts.get(name, today))
        field.setProperty("fact", name)
        field.finished.connect(self._keep_date)
        self.dates[name] = field
        return field

    def _follow(self, change_set: ChangeSet) -> None:
        """Show what changed, and leave alone what is being typed."""
        facts = self._context.bridge.state.facts
        if change_set.touches(SessionFacts, facts.id):
            for name, draft in self._drafts.items():
                draft.follow(getattr(facts, name))

    def _keep_promise(self, text: str) -> None:
        self._keep("promise", text)

    def _keep_text(self) -> None:
        field = self.sender()
        assert isinstance(field, QLineEdit)
        self._keep_fact(field)

    def _keep_fact(self, field: QLineEdit) -> None:
        name = field.property("fact")
        if self._drafts[name].is_touched:
            self._keep(name, field.text().strip())

    def _keep_date(self) -> None:
        field = self.sender()
        assert isinstance(field, DateField)
        self._keep_day(field)

    def _keep_day(self, field: DateField) -> None:
        name = field.property("fact")
        if not field.is_understood:
            self._context.say(NOT_A_DAY)
        elif self._drafts[name].is_touched:
            self._keep(name, field.day)

    def _keep(self, name: str, value: str | dt.date | None) -> None:
        edit = EditRecord(SessionFacts, self._context.bridge.state.facts.id, {name: value})
        editor = self._drafts[name].editor
        self._context.drafts.save(edit, editor, then=partial(self._settle, name))

    def _settle(self, name: str, _: ChangeSet) -> None:
        facts = self._context.bridge.state.facts
        self._drafts[name].follow(getattr(facts, name))
        if name in _LIMITS and all(getattr(facts, each).strip() for each in _LIMITS):
            self._context.say(_NEVER_BOTH, undoable=True)

    def finish(self) -> None:
        """Keep the field that is being typed in."""
        for field in self.texts.values():
            self._keep_fact(field)
        self.promise.finish()
        for day in self.dates.values():
            self._keep_day(day)


def _caption(words: str) -> QWidget:
    found = label(words, "muted")
    found.setFont(semibold(14))
    found.setMinimumHeight(36)
    return found


def _form() -> QFormLayout:
    found = QFormLayout()
    found.setHorizontalSpacing(18)
    found.setVerticalSpacing(10)
    found.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return found


def _card(title: str, form: QFormLayout) -> QFrame:
    layout = column(label(title, "heading"), spacing=14, margins=(20, 16, 20, 16))
    layout.addLayout(form)
    found = frame("card")
    found.setLayout(layout)
    return found
