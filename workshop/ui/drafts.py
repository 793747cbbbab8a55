"""Keep the texts of open editors in the session, and give them back after a crash.

An editor has a key: the phase it stands in, a dot, and its own name: "gather.entry",
"bucket.card 12". Where a phase is left out, as in "excuse", the editor is part of the window.
"""

import datetime as dt
from collections.abc import Callable

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
        # Of which source a command was made last of an editor, and of which text, by key.
        self._sent: dict[str, tuple[str, str]] = {}
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
    ) -> ChangeSet | None:
        """Carry out a command that is made of what is typed, and return what it changed.

        It is None where the command was refused or could not be saved.

        Once it is on the disk, which may be later, the drafts are dropped, and the editors are made
        blank or what `then` does is done. Typing into one of them before gives the command up.
        """
        sent = {each.key: each.text for each in self._open if each.editor in editors}
        assert sent, "an editor has a draft before its text is kept"
        source = next(iter(sent))
        self._sent |= {key: (source, text) for key, text in sent.items()}

        def kept(change_set: ChangeSet) -> None:
            keepers = [each for each in self._open if each.key in sent]
            for key in sent.keys() - {each.key for each in keepers}:
                self.forget(key)  # its editor has been closed since
            if any(each.text != sent[each.key] for each in keepers):
                return  # a spin box tells nobody when it is stepped
            for each in keepers:
                if then is None:
                    _put(each.editor, "")
                each.drop()
            is_same = {each.editor for each in keepers} == set(editors)
            if then is not None and is_same:  # else they have been opened anew since
                then(change_set)

        return self._bridge.execute(command, source=source, kept=kept)

    @property
    def _open(self) -> list["DraftKeeper"]:
        return [each for each in self._keepers if isValid(each)]

    def take(self, key: str) -> str | None:
        """Return a leftover text to the editor that it belongs to."""
        text = self._left_over.pop(key, None)
        if text is not None:
            self.changed.emit()
        return text

    def forget(self, key: str) -> None:
        """Give up a leftover text, and what was made of it and still waits to be saved."""
        self.give_up(key)
        self.drop(key)
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
        if key in self._sent:
            source, _ = self._sent.pop(key)
            self._bridge.give_up(source)

    def follow_typing(self, key: str, text: str) -> None:
        """Let go of what was made of another text than stands in the editor now."""
        if key in self._sent and self._sent[key][1] != text:
            self.give_up(key)

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
        """Whether the text says something else than the record did when it was shown last."""
        return self.text.strip() != self._unchanged.strip()

    def follow(self, value: str | dt.date | None) -> None:
        """Show what the record says now, unless something else is being typed."""
        text = text_in(self.editor, value)
        if not self.is_touched and text != self.text:
            _put(self.editor, text)
            if isinstance(self.editor, QLineEdit):
                self.editor.setCursorPosition(0)  # a long text shows how it begins
            text = self.text
        if text != self._unchanged:
            self._unchanged = text
            self.flush()

    def _note(self) -> None:
        self._drafts.follow_typing(self.key, self.text)
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep what is typed now."""
        self._timer.stop()
        if self.text.strip() and self.is_touched:
            self._drafts.keep(self.key, self.text)
            self._is_kept = True
        else:
            self._forget()

    def drop(self) -> None:
        """Forget the draft, because the text was kept in the session or given up.

        The text that the editor has then is no draft until it is changed.
        """
        self._timer.stop()
        self._unchanged = self.text
        self.give_up()
        self._forget()

    def give_up(self) -> None:
        """Let go of what was made of the text and could not be saved; the text stays."""
        self._drafts.give_up(self.key)

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

    def cancel(self) -> None:
        """Put the text by, and give up what was made of it and could not be saved."""
        self.give_up()
        self.put_by()

    def _let_go(self) -> None:
        # The editor may go on with the text of another record; that is no draft of this one.
        self.editor.textChanged.disconnect(self._note)
        self._drafts.release(self)
        self.deleteLater()
