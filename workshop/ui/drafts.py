"""Keep the texts of open editors in the session, and give them back after a crash.

An editor has a key: the phase it stands in, a dot, and its own name: "gather.entry",
"bucket.card 12". Where a phase is left out, as in "excuse", the editor is part of the window.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.dates import short_day
from workshop.domain.enums import Phase
from workshop.domain.text import one_line
from workshop.ui.bridge import Bridge
from workshop.ui.counts import is_settled

BEHIND = 200  # milliseconds that a draft may be behind what was typed

TextEditor = QLineEdit | QPlainTextEdit


def phase_of(key: str) -> Phase | None:
    """Return the phase in which an editor stands."""
    name = key.partition(".")[0]
    return Phase(name) if name in set(Phase) else None


def _text_of(editor: TextEditor) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _put(editor: TextEditor, text: str) -> None:
    """Put a text into an editor; it is no step of the editor's own undo."""
    if isinstance(editor, QLineEdit):
        editor.setText(text)
    else:
        editor.setPlainText(text)


def _make_blank(editors: Iterable[TextEditor], _: ChangeSet) -> None:
    for each in editors:
        _put(each, "")


def text_in(editor: TextEditor, value: str | dt.date | None) -> str:
    """Return what an editor shows of a value."""
    if not isinstance(value, str):
        return short_day(value) if value else ""
    return one_line(value) if isinstance(editor, QLineEdit) else value


class Drafts(QObject):
    """The drafts of a session: those that are kept now, and those left over from last time."""

    # The leftover drafts have changed.
    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Read what the last time left over."""
        super().__init__(parent)
        self._bridge = bridge
        self._left_over = {draft.editor: draft.text for draft in bridge.drafts()}
        self._keepers: list[DraftKeeper] = []
        bridge.changed.connect(self._follow)

    @property
    def left_over(self) -> dict[str, str]:
        """The texts that no editor has taken back yet, by key."""
        return dict(self._left_over)

    def attach(self, editor: TextEditor, key: str) -> "DraftKeeper":
        """Keep the text of an editor from now on; a leftover text of its key is put into it."""
        keeper = DraftKeeper(self, editor, key)
        # An editor that went away without a word takes its keeper along.
        self._keepers = [*self._open, keeper]
        return keeper

    def save(
        self,
        command: Command,
        *editors: TextEditor,
        then: Callable[[ChangeSet], None] | None = None,
        changed: Callable[[ChangeSet], None] | None = None,
    ) -> ChangeSet | None:
        """Carry out a command that is made of what is typed, and return what it changed.

        It is None where the command was refused or could not be saved.

        Once it is on the disk, which may be later, the editors are made blank, or what `then` does
        is done. Where something else is typed in them by then, it stays, and `changed` is called;
        where they have been closed, their texts are no longer offered.
        """
        sent = {each.key: each.text for each in self._open if each.editor in editors}
        texts = [_text_of(each) for each in editors]

        def kept(change_set: ChangeSet) -> None:
            keepers = {each: sent[each.key] for each in self._open if each.key in sent}
            if len(keepers) < len(sent):
                self._forget_closed(sent)
            elif any(each.editor not in editors for each in keepers):
                self._drop_anew(keepers, is_entry=then is None)
            elif texts == [_text_of(each) for each in editors]:
                (then or partial(_make_blank, editors))(change_set)
                for keeper in keepers.keys() & self._open:
                    keeper.drop()
            elif changed is not None:
                changed(change_set)
                for keeper in keepers.keys() & self._open:
                    keeper.begin_with(keepers[keeper])

        return self._bridge.execute(command, source=next(iter(sent)), kept=kept)

    @property
    def _open(self) -> list["DraftKeeper"]:
        return [each for each in self._keepers if isValid(each)]

    def _forget_closed(self, sent: dict[str, str]) -> None:
        """Forget texts that were saved after their editors had been closed."""
        for key in sent.keys() - {each.key for each in self._open}:
            if self._left_over.get(key, sent[key]) == sent[key]:
                self.forget(key)

    def _drop_anew(self, sent: "dict[DraftKeeper, str]", *, is_entry: bool) -> None:
        """Drop texts that editors opened anew took back, and that have been saved since."""
        if all(each.text == text for each, text in sent.items()):
            for each in sent:
                if is_entry:
                    _put(each.editor, "")
                each.drop()

    def take(self, key: str) -> str | None:
        """Return a leftover text to the editor that it belongs to."""
        text = self._left_over.pop(key, None)
        if text is not None:
            self.changed.emit()
        return text

    def forget(self, key: str) -> None:
        """Give up a leftover text, and what was made of it and still waits to be saved."""
        self._bridge.give_up(key)
        self._bridge.drop_draft(key)
        if self._left_over.pop(key, None) is not None:
            self.changed.emit()

    def _follow(self, change_set: ChangeSet) -> None:
        for key in self.left_over:
            if is_settled(key, change_set, self._bridge.state):
                self.forget(key)

    def keep(self, key: str, text: str) -> None:
        """Keep a text."""
        self._bridge.keep_draft(key, text)

    def drop(self, key: str) -> None:
        """Forget a text that was kept in the session, or given up."""
        self._bridge.drop_draft(key)

    def give_up(self, key: str) -> None:
        """Let go of what was made of a text and still waits to be saved."""
        self._bridge.give_up(key)

    def release(self, keeper: "DraftKeeper") -> None:
        """Let go of an editor that is closed."""
        self._keepers.remove(keeper)

    def put_by(self, key: str, text: str) -> None:
        """Hold a text that could not be kept until its editor is opened again."""
        self._left_over[key] = text
        self.changed.emit()

    def flush(self) -> None:
        """Keep at once what is typed in any editor."""
        for keeper in self._open:
            keeper.flush()


class DraftKeeper(QObject):
    """Keeps the text of one editor a moment behind what is typed."""

    def __init__(self, drafts: Drafts, editor: TextEditor, key: str) -> None:
        """Follow an editor; the text that it has now is not a draft."""
        super().__init__(editor)
        self._drafts = drafts
        self.editor = editor
        self.key = key
        self._unchanged = self.text
        self._is_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BEHIND)
        self._timer.timeout.connect(self.flush)
        self._restore()
        editor.textChanged.connect(self._note)

    @property
    def text(self) -> str:
        """What stands in the editor now."""
        return _text_of(self.editor)

    def begin_with(self, text: str) -> None:
        """Take a text that is in the session as unchanged; what else is typed is a draft."""
        self._unchanged = text
        self.flush()

    def rename(self, key: str) -> None:
        """Go on as the draft of a record that was made meanwhile."""
        self._forget()
        self.key = key

    def _restore(self) -> None:
        text = self._drafts.take(self.key)
        if text is None:
            return
        self._is_kept = True
        _put(self.editor, text)

    @property
    def is_touched(self) -> bool:
        """Whether the text is another than was shown or kept last."""
        return self.text != self._unchanged

    def follow(self, value: str | dt.date | None) -> None:
        """Show what the record says now, unless something else is being typed."""
        text = text_in(self.editor, value)
        if self.is_touched or text == self.text:
            return
        _put(self.editor, text)
        if isinstance(self.editor, QLineEdit):
            self.editor.setCursorPosition(0)  # a long text shows how it begins
        self.begin_with(self.text)

    def settle(self, value: str | dt.date | None) -> None:
        """Show what was kept in the session in place of what was typed."""
        self.drop()
        self.follow(value)

    def _note(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep what is typed now."""
        self._timer.stop()
        text = self.text
        if text.strip() and text != self._unchanged:
            self._drafts.keep(self.key, text)
            self._is_kept = True
        else:
            self._forget()

    def drop(self) -> None:
        """Forget the draft, because the text was kept in the session or given up.

        The text that the editor has then is no draft until it is changed.
        """
        self._timer.stop()
        self._unchanged = self.text
        self._drafts.give_up(self.key)
        self._forget()

    def _forget(self) -> None:
        if self._is_kept:
            self._is_kept = False
            self._drafts.drop(self.key)

    def close(self) -> None:
        """Forget the draft and let go of the editor, which is closed."""
        self.drop()
        self._let_go()

    def put_by(self) -> None:
        """Let go of the editor; its text, refused or not saved, waits for it to be opened again."""
        self.flush()
        self._let_go()
        if self._is_kept:
            self._drafts.put_by(self.key, self.text)

    def _let_go(self) -> None:
        # The editor may go on with the text of another record; that is no draft of this one.
        self.editor.textChanged.disconnect(self._note)
        self._drafts.release(self)
        self.deleteLater()
