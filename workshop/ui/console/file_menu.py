"""The actions about files, looks and help, which every phase has."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.console.saving import Saving
from workshop.ui.context import Context
from workshop.ui.theme import ThemeName


class FileMenu(QObject):
    """Adds its actions to a console; what concerns other windows is asked of the application."""

    new_asked = Signal()
    next_asked = Signal()
    open_asked = Signal()
    close_asked = Signal()
    quit_asked = Signal()
    keys_asked = Signal()
    about_asked = Signal()

    def __init__(self, actions: Actions, context: Context, saving: Saving) -> None:
        """Add the actions."""
        super().__init__(actions)
        self._actions = actions
        self._context = context
        self._window = actions.window
        self._add_files(saving)
        self._console_dark = self._add_switch(
            "console_dark", "Dark console", ("Ctrl+Shift+D",), self._set_console_theme
        )
        self._room_dark = self._add_switch("room_dark", "Dark room", (), self._set_room_theme)
        self._single_keys = self._add_switch(
            "single_keys", "Single keys act", (), self._set_single_keys
        )
        add = actions.add
        add(ActionSpec("settings", "Settings…", Menu.VIEW, ("Ctrl+,",)), self.open_settings)
        add(ActionSpec("keys", "Keys", Menu.HELP, ("F1",)), self.keys_asked.emit)
        add(ActionSpec("about", "About Gather", Menu.HELP), self.about_asked.emit)
        self._show_settings()

    def open_settings(self) -> None:
        """Open what a user can set on this computer."""
        from workshop.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._context, self._window)
        dialog.single_keys_set.connect(self._actions.set_single_keys)
        dialog.changed.connect(self._show_settings)
        dialog.open()

    def _add_files(self, saving: Saving) -> None:
        add = self._actions.add
        add(ActionSpec("new", "New session…", Menu.FILE, ("Ctrl+N",)), self.new_asked.emit)
        add(
            ActionSpec("next_session", "Next session…", Menu.FILE, ("Ctrl+Shift+N",)),
            self.next_asked.emit,
        )
        add(ActionSpec("open", "Open…", Menu.FILE, ("Ctrl+O",)), self.open_asked.emit)
        add(ActionSpec("save_copy", "Save a copy…", Menu.FILE, ("Ctrl+Shift+S",)), saving.save_copy)
        clean = ActionSpec("clean_copy", "Save a clean copy…", Menu.FILE, ("Ctrl+Alt+S",))
        add(clean, saving.save_clean_copy)
        add(ActionSpec("close", "Close session", Menu.FILE, ("Ctrl+W",)), self.close_asked.emit)
        add(ActionSpec("quit", "Quit", Menu.FILE, ("Ctrl+Q",)), self.quit_asked.emit)

    def _add_switch(self, name: str, text: str, keys: tuple[str, ...], run: object) -> QAction:
        assert callable(run)
        action = self._actions.add(ActionSpec(name, text, Menu.VIEW, keys), run)
        action.setCheckable(True)
        return action

    def _show_settings(self) -> None:
        settings = self._context.settings
        self._console_dark.setChecked(settings.console_theme is ThemeName.DARK)
        self._room_dark.setChecked(settings.room_theme is ThemeName.DARK)
        self._single_keys.setChecked(settings.single_keys)

    def _set_console_theme(self) -> None:
        dark = self._console_dark.isChecked()
        self._context.set_theme(ThemeName.DARK if dark else ThemeName.LIGHT)

    def _set_room_theme(self) -> None:
        name = ThemeName.DARK if self._room_dark.isChecked() else ThemeName.LIGHT
        self._context.settings.room_theme = name
        self._context.dress_room()

    def _set_single_keys(self) -> None:
        on = self._single_keys.isChecked()
        self._context.settings.single_keys = on
        self._actions.set_single_keys(on)
        state = "act" if on else "do not act"
        self._context.say(f"Single letters and digits {state} now.")
