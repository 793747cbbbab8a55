"""The bar at the top: session, save state, countdown, Freeze, Blank."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton

from workshop.domain.text import counted, shorten
from workshop.ui.context import Context
from workshop.ui.theme import bold, semibold
from workshop.ui.widgets import ElidedLabel, button, column, frame, label, restyle, row


class TopBar(QFrame):
    """Shows how the session stands and holds what must be one click away."""

    timer_toggled = Signal()
    minute_added = Signal()
    freeze_toggled = Signal(bool)
    blank_toggled = Signal(bool)

    def __init__(self, context: Context, menu: QMenu) -> None:
        """Show a session; `menu` holds every action."""
        super().__init__()
        self.setProperty("look", "bar")
        self.setFixedHeight(60)
        self._context = context
        self._phase = ""
        self._menu = QToolButton()
        self._menu.setProperty("look", "plain")
        self._menu.setMenu(menu)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setAccessibleName("Menu")
        self._menu.setToolTip("Menu (Alt+M)")
        self._menu.setShortcut("Alt+M")
        self._title = ElidedLabel(side=Qt.AlignmentFlag.AlignLeft)
        self._title.setFont(semibold(17))
        self._saved = ElidedLabel("muted", Qt.AlignmentFlag.AlignLeft)
        self.on_screen = frame("live")
        self._dot = label("●")
        self._shown = label()
        self.on_screen.setLayout(row(self._dot, self._shown, spacing=7, margins=(10, 0, 10, 0)))
        self.on_screen.setFixedHeight(38)
        self._ends = label("", "muted")
        self._time = label()
        self._time.setFont(bold(27))
        self._run = button(context, "", "pause", name="Start or pause the timer (Ctrl+T)")
        self._add = button(context, "", "plus", name="One minute more (Ctrl+Shift+T)")
        self._freeze = button(context, "Freeze", "snowflake", name="Freeze the wall (F7)")
        self._blank = button(context, "Blank", "monitor-off", name="Blank the wall (F9, B)")
        self._freeze.setCheckable(True)
        self._blank.setCheckable(True)
        self._run.clicked.connect(self.timer_toggled)
        self._add.clicked.connect(self.minute_added)
        self._freeze.clicked.connect(self.freeze_toggled)
        self._blank.clicked.connect(self.blank_toggled)
        layout = row(self._menu, margins=(8, 0, 16, 0))
        layout.addLayout(column(self._title, self._saved, spacing=0, margins=(2, 6, 0, 6)), 1)
        for each in (self.on_screen, self._ends, self._time, self._run, self._add):
            layout.addWidget(each)
        layout.addSpacing(14)
        layout.addWidget(self._freeze)
        layout.addWidget(self._blank)
        self.setLayout(layout)
        self.on_screen.hide()
        self._saved_at: datetime | None = None
        context.clock.ticked.connect(self._show_time)
        context.themed.connect(self._dress)
        context.bridge.changed.connect(self._show_facts)
        context.room.changed.connect(self._show_room)
        self._show_facts()
        self._dress()
        self._show_room()

    def _dress(self) -> None:
        context = self._context
        self._menu.setIcon(context.icon("list"))
        self._add.setIcon(context.icon("plus"))
        self._freeze.setIcon(context.icon("snowflake"))
        self._blank.setIcon(context.icon("monitor-off"))
        self._dot.setStyleSheet(f"color: {context.colors.hex('live')};")
        self._show_time()

    def _show_facts(self) -> None:
        view = self._context.bridge.view
        leaders = len(view.leaders)
        who = f" — {counted(leaders, ('leader', 'leaders'))}" if leaders else ""
        self._title.setText(f"{shorten(view.facts.title or 'Session without a title', 60)}{who}")
        self._title.setToolTip("")
        self.set_saved(datetime.now().astimezone())

    def set_saved(self, at: datetime) -> None:
        """Tell when the session was last saved."""
        self._saved_at = at
        bridge = self._context.bridge
        told = "Read-only copy" if bridge.is_read_only else f"Saved {at:%H:%M}"
        self._saved.setText(f"{told} in {shorten(bridge.path.name, 40)}")
        restyle(self._saved, "")

    def set_unsaved(self) -> None:
        """Tell that the last change is not saved."""
        since = f" since {self._saved_at:%H:%M}" if self._saved_at else ""
        self._saved.setText(f"Not saved{since}")
        self._saved.setStyleSheet(f"color: {self._context.colors.hex('live')}; font-weight: 600;")

    def set_phase(self, name: str) -> None:
        """Name the phase that is counted down."""
        self._phase = name
        self._show_time()

    def _show_time(self) -> None:
        clock = self._context.clock
        over = clock.left < 0
        self._ends.setText(f"{self._phase} over time" if over else f"{self._phase} ends in")
        self._time.setText(clock.text)
        colors = self._context.colors
        tint = (
            f"background: {colors.hex('overtime tint')}; color: {colors.hex('overtime ink')};"
            if clock.is_short and clock.is_running
            else ""
        )
        restyle(self._time, f"{tint} border-radius: 5px; padding: 0 6px;")
        self._run.setIcon(self._context.icon("pause" if clock.is_running else "play"))

    def _show_room(self) -> None:
        room = self._context.room
        stage = room.stage
        self._freeze.setChecked(stage.frozen)
        self._blank.setChecked(stage.blank)
        scene = room.picture.stage.scene
        state = "blank" if stage.blank else scene.value.replace("-", " ").capitalize()
        self._shown.setText(f"On screen: {state}{', frozen' if stage.frozen else ''}")
