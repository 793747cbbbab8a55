"""What a user sets on this computer, all of it in one place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from workshop.domain.text import one_line
from workshop.ui.checks import CheckBox
from workshop.ui.context import Context
from workshop.ui.focus_ring import FocusRing
from workshop.ui.settings import PAPERS, SCALES
from workshop.ui.theme import ThemeName, bold
from workshop.ui.widgets import Segments, button, column, label, row

_THEMES = (ThemeName.LIGHT, ThemeName.DARK)


class SettingsDialog(QDialog):
    """Each choice acts, and is kept, as soon as it is made."""

    single_keys_set = Signal(bool)
    # Something was set that menus or pages show too.
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show how things are set now."""
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._context = context
        settings = context.settings
        names = [name.value.capitalize() for name in _THEMES]
        self.console_theme = Segments(names, "Colors of this window")
        self.room_theme = Segments(names, "Colors of the wall")
        self.scale = Segments([f"{percent} %" for percent in SCALES], "Size of what is on the wall")
        self.paper = Segments(list(PAPERS.values()), "Paper of handouts")
        self.single_keys = CheckBox(context, "Single letters and digits act outside text fields")
        self.marking = QLineEdit(settings.marking)
        self.marking.setAccessibleName("Marking of new sessions")
        self.marking.setPlaceholderText("Such as CUI; blank for none")
        self.marking.setMaxLength(200)
        self.console_theme.set_current(_THEMES.index(settings.console_theme))
        self.room_theme.set_current(_THEMES.index(settings.room_theme))
        self.scale.set_current(SCALES.index(settings.room_scale))
        self.paper.set_current(list(PAPERS).index(settings.paper))
        self.single_keys.setChecked(settings.single_keys)
        self._build()
        self._connect()
        self._ring = FocusRing(self, context.colors)

    def _build(self) -> None:
        title = label("Settings")
        title.setFont(bold(22))
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(12)
        form.addRow(label("This window"), self.console_theme)
        form.addRow(label("The wall"), self.room_theme)
        form.addRow(label("Size on the wall"), self.scale)
        form.addRow(label("Keys"), self.single_keys)
        form.addRow(label("Paper"), self.paper)
        form.addRow(label("Marking of new sessions"), self.marking)
        close = button(self._context, "Close", look="primary")
        close.clicked.connect(self.accept)
        layout = column(title, spacing=16, margins=(26, 22, 26, 22))
        layout.addLayout(form)
        layout.addLayout(row(1, close))
        self.setLayout(layout)

    def _connect(self) -> None:
        self.console_theme.chosen.connect(self._set_console_theme)
        self.room_theme.chosen.connect(self._set_look)
        self.scale.chosen.connect(self._set_look)
        self.paper.chosen.connect(self._set_paper)
        self.single_keys.toggled.connect(self._set_single_keys)
        self.marking.editingFinished.connect(self._set_marking)
        self._context.themed.connect(self._dress)

    def _dress(self) -> None:
        self._ring.set_colors(self._context.colors)

    def _set_console_theme(self, number: int) -> None:
        self._context.set_theme(_THEMES[number])
        self.changed.emit()

    def _set_look(self) -> None:
        settings = self._context.settings
        settings.room_theme = _THEMES[self.room_theme.current]
        settings.room_scale = SCALES[self.scale.current]
        self._context.dress_room()
        self.changed.emit()

    def _set_paper(self, number: int) -> None:
        self._context.set_paper(list(PAPERS)[number])
        self.changed.emit()

    def _set_single_keys(self, on: bool) -> None:
        self._context.settings.single_keys = on
        self.single_keys_set.emit(on)
        self.changed.emit()

    def _set_marking(self) -> None:
        self._context.settings.marking = one_line(self.marking.text()).strip()
