"""Many at once, from the clipboard or a file: first what would be added and what not."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListView, QProgressBar, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import AddRecords
from workshop.domain.commands.several import Several
from workshop.domain.dates import today
from workshop.domain.enums import ParticipantKind
from workshop.domain.records import Activity, Feedback, Participant, Record
from workshop.domain.state import State
from workshop.domain.text import counted, shorten
from workshop.exchange.columns import Kind
from workshop.exchange.importing import Import, Options, Source, plan_import
from workshop.exchange.report import Reason, Report
from workshop.ui.context import Context
from workshop.ui.focus_ring import FocusRing
from workshop.ui.theme import Size, bold
from workshop.ui.widgets import Segments, button, column, label, row
from workshop.ui.work import IsWanted, Work

_NOUNS = {
    Kind.ACTIVITIES: ("card", "cards"),
    Kind.PARTICIPANTS: Participant.NOUN,
    Kind.FEEDBACK: ("voice", "voices"),
}
_SHOWN = 160  # characters of a text in the lists
_REASONS = {
    Reason.BLANK: "is blank",
    Reason.INCOMPLETE: "says too little to be added",
    Reason.REPEAT: "is there already",
    Reason.TOO_LONG: "is too long",
    Reason.NO_SUCH_PROCESS: "names a process that is not there",
}


@dataclass(frozen=True, slots=True)
class _Plan:
    """What would be done, with the lines that the lists show."""

    plan: Import
    added: list[str]
    skipped: list[str]
    alike: list[str]
    remarks: list[str]


def _read(state: State, source: Source, kind: Kind, _: IsWanted) -> _Plan:
    plan = plan_import(state, source, Options(today=today(), kind=kind))
    return _Plan(plan, _added(plan), *_told(plan.report))


def _added(plan: Import) -> list[str]:
    commands = plan.command.commands if isinstance(plan.command, Several) else (plan.command,)
    records = [r for each in commands if isinstance(each, AddRecords) for r in each.records]
    return [line for record in records if (line := _line(record))]


def _line(record: Record) -> str:
    """Return what a new record says, each column that was read apart; blank for what follows."""
    parts: tuple[str, ...]
    match record:
        case Activity():
            hours = record.hours_per_week
            parts = (record.text, record.unit, "" if hours is None else f"{hours:g} hours a week")
        case Participant():
            role = "" if record.role == record.name else record.role
            kind = "" if record.kind is ParticipantKind.LEADER else record.kind.value
            parts = (record.name, role, record.unit, kind)
        case Feedback():
            parts = (f"{record.who}: {record.said}",)
        case _:
            return ""
    return " · ".join(shorten(part, _SHOWN) for part in parts if part)


def _told(report: Report) -> tuple[list[str], list[str], list[str]]:
    skipped = [
        f"Line {each.line:,}: {_quoted(each.text)}{_REASONS[each.reason]}"
        for each in report.skipped
        if each.reason is not Reason.BLANK
    ]
    alike = [
        f"“{shorten(a, 60)}” and “{shorten(b, 60)}”"
        for a, b in (pair.texts for pair in report.near_duplicates)
    ]
    remarks = [f"Line {r.line:,}: {r.text}" if r.line else r.text for r in report.remarks]
    if report.ignored:
        remarks.append(f"Columns left out: {', '.join(shorten(c, 30) for c in report.ignored)}")
    if report.replaced:
        remarks.append(f"{report.replaced:,} characters could not be read and show as \ufffd")
    return skipped, alike, remarks


def _quoted(text: str) -> str:
    return f"“{shorten(text, 70)}” " if text else ""


class AddMany(QDialog):
    """Reads a source beside the window, shows what comes of it, and adds it as one step."""

    # They were added.
    added = Signal()

    def __init__(
        self,
        context: Context,
        source: Source,
        parent: QWidget | None = None,
        *,
        kind: Kind = Kind.ACTIVITIES,
    ) -> None:
        """Begin to read what the rows of a source are about."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._noun = _NOUNS[kind]
        self.setWindowTitle(f"Add many {self._noun[1]}")
        self._context = context
        self._plan: _Plan | None = None
        self._title = label(
            f"Reading {source.shown}…" if source.name else "Reading what was pasted…"
        )
        self._title.setFont(bold(Size.TITLE))
        self._summary = label("", "muted", wrap=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._lists = Segments(["Added", "Skipped", "Nearly the same", "Remarks"], "What to list")
        self._lists.hide()
        self._model = QStringListModel(self)
        self._view = _list_of(self._model)
        self._cancel = button(context, "Cancel")
        self._add = button(context, "Add", "plus", look="primary")
        self._add.setDefault(True)
        self._add.setEnabled(False)
        self._build()
        self._ring = FocusRing(self, context.colors)
        state = context.bridge.state
        self.work = Work(partial(_read, state, source, kind), self)
        self.work.done.connect(self._show_plan)
        self.work.failed.connect(self._refuse)
        self.work.start()

    def _build(self) -> None:
        layout = column(
            self._title,
            self._summary,
            self._progress,
            self._lists,
            self._view,
            spacing=12,
            margins=(26, 22, 26, 22),
        )
        layout.setStretch(4, 1)
        layout.addLayout(row(self._add, self._cancel, 1))
        self.setLayout(layout)
        self.resize(720, 560)
        self._lists.chosen.connect(self._list)
        self._cancel.clicked.connect(self.reject)
        self._add.clicked.connect(self._carry_out)

    def _show_plan(self, plan: _Plan) -> None:
        self._plan = plan
        report = plan.plan.report
        self._progress.hide()
        blank = sum(each.reason is Reason.BLANK for each in report.skipped)
        parts = [f"{counted(report.read - blank, ('line', 'lines'))} read"]
        parts += [f"{len(plan.skipped):,} skipped"] if plan.skipped else []
        parts += [f"{len(plan.alike):,} nearly the same as another"] if plan.alike else []
        self._summary.setText(" · ".join(parts))
        names = ("Added", "Skipped", "Nearly the same", "Remarks")
        lines = (plan.added, plan.skipped, plan.alike, plan.remarks)
        for number, (name, each) in enumerate(zip(names, lines, strict=True)):
            self._lists.set_text(number, f"{name} {len(each):,}")
        self._lists.show()
        if not report.added:
            self._lists.set_current(1)
            self._list(1)
            self._end()
            return
        self._list(0)
        added = counted(report.added, self._noun)
        self._title.setText(f"Add {added}?")
        self._add.setText(f" Add {added}")
        self._add.setEnabled(True)
        self._add.setFocus()

    def _list(self, number: int) -> None:
        if self._plan is not None:
            lines: Sequence[list[str]] = (
                self._plan.added,
                self._plan.skipped,
                self._plan.alike,
                self._plan.remarks,
            )
            self._model.setStringList(lines[number])

    def _refuse(self, sentence: str) -> None:
        self._progress.hide()
        self._summary.setText(sentence)
        self._end()

    def _end(self) -> None:
        """Say that there is nothing to add, and leave nothing but to close."""
        self._title.setText("Nothing to add")
        self._cancel.setText("Close")
        self._cancel.setFocus()

    def _carry_out(self) -> None:
        if self._plan is None:
            return
        command = self._plan.plan.command
        if self._context.bridge.execute(command, source=self, kept=self._finish) is None:
            self._summary.setText("Nothing was added: see the line at the foot of the window.")

    def _finish(self, _: ChangeSet) -> None:
        self.added.emit()
        self.accept()

    def done(self, result: int) -> None:
        """Let go of what is still being read, and of what could not be saved."""
        self.work.give_up()
        self._context.bridge.give_up(self)
        super().done(result)


def _list_of(model: QStringListModel) -> QListView:
    found = QListView()
    found.setModel(model)
    found.setUniformItemSizes(True)
    found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    found.setTextElideMode(Qt.TextElideMode.ElideRight)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setAccessibleName("The lines")
    return found
