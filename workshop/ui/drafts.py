"""Keep the texts of open editors in the session, and give them back after a crash.

An editor has a key: the phase it stands in, a dot, and its own name: "gather.entry",
"bucket.card 12". Where a phase is left out, as in "excuse", the editor is part of the window.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from workshop.domain.enums import Phase
from workshop.ui.bridge import Bridge

BEHIND = 200  # milliseconds that a draft may be behind what was typed

TextEditor = QLineEdit | QPlainTextEdit


def phase_of(key: str) -> Phase | None:
    """Return the phase in which an editor stands."""
    name = key.partition(".")[0]
    return Phase(name) if name in set(Phase) else None


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

    @property
    def left_over(self) -> dict[str, str]:
        """The texts that no editor has taken back yet, by key."""
        return dict(self._left_over)

    def attach(self, editor: TextEditor, key: str) -> "DraftKeeper":
        """Keep the text of an editor from now on; a leftover text of its key is put into it."""
        keeper = DraftKeeper(self, editor, key)
        # An editor that went away without a word takes its keeper along.
        self._keepers = [*filter(isValid, self._keepers), keeper]
        return keeper

    def take(self, key: str) -> str | None:
        """Return a leftover text to the editor that it belongs to."""
        text = self._left_over.pop(key, None)
        if text is not None:
            self.changed.emit()
        return text

    def forget(self, key: str) -> None:
        """Give up a leftover text."""
        if self._left_over.pop(key, None) is not None:
            self._bridge.drop_draft(key)
            self.changed.emit()

    def keep(self, key: str, text: str) -> None:
        """Keep a text."""
        self._bridge.keep_draft(key, text)

    def drop(self, key: str) -> None:
        """Forget a text that was kept in the session, or given up."""
        self._bridge.drop_draft(key)

    def release(self, keeper: "DraftKeeper") -> None:
        """Let go of an editor that is closed."""
        self._keepers.remove(keeper)

    def put_by(self, key: str, text: str) -> None:
        """Hold a text that could not be kept until its editor is opened again."""
        self._left_over[key] = text
        self.changed.emit()

    def flush(self) -> None:
        """Keep at once what is typed in any editor."""
        for keeper in self._keepers:
            if isValid(keeper):
                keeper.flush()


class DraftKeeper(QObject):
    """Keeps the text of one editor a moment behind what is typed."""

    def __init__(self, drafts: Drafts, editor: TextEditor, key: str) -> None:
        """Follow an editor; the text that it has now is not a draft."""
        super().__init__(editor)
        self._drafts = drafts
        self._editor = editor
        self._key = key
        self._unchanged = self._text
        self._is_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BEHIND)
        self._timer.timeout.connect(self.flush)
        self._restore()
        editor.textChanged.connect(self._note)

    @property
    def _text(self) -> str:
        if isinstance(self._editor, QLineEdit):
            return self._editor.text()
        return self._editor.toPlainText()

    def _restore(self) -> None:
        text = self._drafts.take(self._key)
        if text is None:
            return
        self._is_kept = True
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
        else:
            self._editor.setPlainText(text)

    def _note(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep what is typed now."""
        self._timer.stop()
        text = self._text
        if text.strip() and text != self._unchanged:
            self._drafts.keep(self._key, text)
            self._is_kept = True
        elif self._is_kept:
            self.drop()

    def drop(self) -> None:
        """Forget the draft, because the text was kept in the session or given up.

        The text that the editor has then is no draft until it is changed.
        """
        self._timer.stop()
        self._unchanged = self._text
        if self._is_kept:
            self._is_kept = False
            self._drafts.drop(self._key)

    def close(self) -> None:
        """Forget the draft and let go of the editor, which is closed."""
        self.drop()
        self._let_go()

    def put_by(self) -> None:
        """Let go of the editor; its text, refused or not saved, waits for it to be opened again."""
        self.flush()
        self._let_go()
        if self._is_kept:
            self._drafts.put_by(self._key, self._text)

    def _let_go(self) -> None:
        # The editor may go on with the text of another record; that is no draft of this one.
        self._editor.textChanged.disconnect(self._note)
        self._drafts.release(self)
        self.deleteLater()
