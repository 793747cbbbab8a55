"""What only the facilitator sees in a phase: what to say, what to watch for, and notes."""

from functools import partial

from PySide6.QtWidgets import QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.commands.prompts import Part, WritePrompt
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.enums import Phase
from workshop.domain.records import Note, Prompt
from workshop.ui.console.text_in_place import TextInPlace
from workshop.ui.context import Context
from workshop.ui.theme import semibold
from workshop.ui.widgets import column, label
from workshop.words import prompts


class OnlyYou(QWidget):
    """Prompts and notes of a phase, edited where they stand; an emptied prompt is as shipped."""

    def __init__(self, context: Context) -> None:
        """Begin without a phase; follow the session."""
        super().__init__()
        self._context = context
        self._phase: Phase | None = None
        self.say = TextInPlace("What to say (private)")
        self.watch = TextInPlace("What to watch for (private)")
        self.new_note = TextInPlace("New note (private)", "Add a note  Ctrl+Shift+L")
        self.notes: dict[int, TextInPlace] = {}
        self._rows = column(spacing=2)
        self.say.edited.connect(self._keep_say)
        self.watch.edited.connect(self._keep_watch)
        self.new_note.edited.connect(self._add_note)
        heads = [label("Watch", "muted"), label("Your notes", "muted")]
        for each in heads:
            each.setFont(semibold(14))
        layout = column(self.say, heads[0], self.watch, heads[1], spacing=3)
        layout.addLayout(self._rows)
        layout.addWidget(self.new_note)
        self.setLayout(layout)
        context.bridge.changed.connect(self._follow)

    @property
    def _editors(self) -> list[TextInPlace]:
        return [self.say, self.watch, *self.notes.values(), self.new_note]

    def set_phase(self, phase: Phase) -> None:
        """Show another phase; what is half typed is kept in the one before."""
        if phase is self._phase:
            return
        self.finish()
        for note_id in list(self.notes):
            self._drop_row(note_id)
        self._phase = phase
        prompt, drafts = self._prompt, self._context.drafts
        self.say.begin(drafts, f"{phase.value}.say", prompt.say)
        self.watch.begin(drafts, f"{phase.value}.watch", prompt.watch)
        self.new_note.begin(drafts, f"{phase.value}.note", "")
        self._show_notes()

    def finish(self) -> None:
        """Keep what is half typed."""
        for each in self._editors:
            each.finish()

    # Prompts

    @property
    def _own(self) -> Prompt | None:
        found = self._context.bridge.state.all(Prompt)
        return next((each for each in found if each.phase is self._phase), None)

    @property
    def _prompt(self) -> Prompt:
        """The prompt of the phase, in the facilitator's words where there are any."""
        assert self._phase is not None
        shipped, own = prompts()[self._phase], self._own
        return Prompt(
            id=own.id if own else 0,
            phase=self._phase,
            say=(own.say if own else "") or shipped.say,
            watch=(own.watch if own else "") or shipped.watch,
        )

    def _keep_say(self, text: str) -> None:
        self._keep_prompt(self.say, "say", text)

    def _keep_watch(self, text: str) -> None:
        self._keep_prompt(self.watch, "watch", text)

    def _keep_prompt(self, editor: TextInPlace, part: Part, text: str) -> None:
        assert self._phase is not None
        words = "" if text == getattr(prompts()[self._phase], part) else text
        settle = partial(self._settle_prompt, editor, part)
        self._context.drafts.save(WritePrompt(self._phase, part, words), editor, then=settle)

    def _settle_prompt(self, editor: TextInPlace, part: Part, _: ChangeSet) -> None:
        editor.follow(getattr(self._prompt, part))

    # Notes

    def _add_note(self, text: str) -> None:
        note = Note(id=0, text=text, phase=self._phase)
        self._context.drafts.save(AddRecords((note,)), self.new_note)

    def _edit_note(self, text: str) -> None:
        note_id, editor = next(item for item in self.notes.items() if item[1] is self.sender())
        command: Command = DeleteRecords(Note, (note_id,))
        if text:
            command = EditRecord(Note, note_id, {"text": text})
        self._context.drafts.save(command, editor, then=partial(self._settle_note, editor))

    def _settle_note(self, editor: TextInPlace, _: ChangeSet) -> None:
        editor.follow(editor.toPlainText().strip())

    def _show_notes(self) -> None:
        notes = {
            note.id: note
            for note in self._context.bridge.state.all(Note)
            if note.phase is self._phase and note.fingers is None
        }
        for note_id in self.notes.keys() - notes.keys():
            self._drop_row(note_id)
        for note_id, note in notes.items():
            if note_id in self.notes:
                self.notes[note_id].follow(note.text)
            else:
                self._add_row(note)

    def _add_row(self, note: Note) -> None:
        assert self._phase is not None
        row = TextInPlace(f"Note {len(self.notes) + 1} (private)")
        row.begin(self._context.drafts, f"{self._phase.value}.note {note.id}", note.text)
        row.edited.connect(self._edit_note)
        self.notes[note.id] = row
        self._rows.addWidget(row)

    def _drop_row(self, note_id: int) -> None:
        row = self.notes.pop(note_id)
        row.let_go()
        row.blockSignals(True)  # losing the focus on its way out is no edit
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _follow(self, change_set: ChangeSet) -> None:
        if self._phase is None:
            return
        kinds = {change.kind for change in change_set.changes}
        if Note in kinds:
            self._show_notes()
        if Prompt in kinds:
            prompt = self._prompt
            self.say.follow(prompt.say)
            self.watch.follow(prompt.watch)
