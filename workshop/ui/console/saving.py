"""What a failing save leads to: the red bar, a copy elsewhere, and one question at the end."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from workshop.store.errors import StoreError
from workshop.ui.console.save_bar import SaveBar
from workshop.ui.context import Context
from workshop.ui.dialogs.files import ask_new_file, untaken

COPY = "Save a copy…"
LEAVE = "Close without it"
BACK = "Go back"


class Saving(QObject):
    """Answers the red bar, and sees that no window closes over an unsaved change unasked."""

    def __init__(self, window: QWidget, context: Context, bar: SaveBar) -> None:
        """Follow the saving of a session."""
        super().__init__(window)
        self._window = window
        self._context = context
        self._bar = bar
        bar.copy_asked.connect(self.save_copy)
        bar.retry_asked.connect(self.try_again)

    def try_again(self) -> None:
        """Try what could not be saved once more."""
        if self._context.bridge.try_again():
            self._bar.tell("")
            self._context.say("Saved.")

    def save_copy(self) -> None:
        """Ask for a place and save a copy there.

        Where the session cannot be saved or is only read, work goes on in the copy.
        """
        bridge = self._context.bridge
        suggested = bridge.path.with_stem(f"{bridge.path.stem} copy")
        path = ask_new_file(self._window, "Save a copy", untaken(suggested))
        if path is not None:
            self._copy_to(path)

    def save_clean_copy(self) -> None:
        """Ask for a place and save there what may be handed on."""
        from workshop.session.clean_copy import LEFT_OUT, save_clean_copy

        bridge = self._context.bridge
        if bridge.is_unsaved:
            self._context.say("Save this session first: a clean copy has only what is saved.")
            return
        suggested = untaken(bridge.path.with_stem(f"{bridge.path.stem} clean"))
        path = ask_new_file(self._window, f"Save a clean copy, {LEFT_OUT}", suggested)
        if path is None:
            return
        try:
            save_clean_copy(bridge.state, path)
        except StoreError as error:
            self._context.say(str(error))
            return
        self._context.say(f"Saved “{path.name}” {LEFT_OUT}.")

    def _copy_to(self, path: Path) -> None:
        bridge = self._context.bridge
        goes_on = bridge.is_unsaved or bridge.is_read_only or self._bar.isVisible()
        try:
            if goes_on:
                bridge.go_on_with_copy(path)
            else:
                bridge.save_copy(path)
        except StoreError as error:
            if goes_on:
                self._bar.tell(str(error))
            else:
                self._context.say(str(error))
            return
        if goes_on:
            self._context.settings.add_recent(path)
            self._context.say(f"Saved. Work goes on in “{path.name}”.")
        else:
            self._context.say(f"Saved a copy as “{path.name}”.")

    def may_leave(self) -> bool:
        """Tell whether the window may close; ask once where a change is not saved."""
        bridge = self._context.bridge
        if not bridge.is_unsaved or bridge.try_again():
            return True
        question = QMessageBox(self._window)
        question.setWindowTitle("Not saved")
        question.setText("Your last change is not saved.")
        question.setInformativeText("Save a copy elsewhere, or close without the change.")
        copy = question.addButton(COPY, QMessageBox.ButtonRole.AcceptRole)
        leave = question.addButton(LEAVE, QMessageBox.ButtonRole.DestructiveRole)
        back = question.addButton(BACK, QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(copy)
        question.setEscapeButton(back)
        question.exec()
        pressed = question.clickedButton()
        question.deleteLater()
        if pressed is copy:
            self.save_copy()
        return pressed is leave or not bridge.is_unsaved
