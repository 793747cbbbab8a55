"""The panel at the right: what the room sees, what only the facilitator sees, what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QScrollArea, QWidget

from workshop.domain.enums import Phase
from workshop.domain.stage import CARD_SCENES, Scene
from workshop.ui.audience.preview import Preview
from workshop.ui.console.only_you import OnlyYou
from workshop.ui.console.page import PhasePage
from workshop.ui.console.replan import Replan
from workshop.ui.context import Context
from workshop.ui.theme import semibold
from workshop.ui.widgets import ElidedLabel, Segments, button, column, label, row


class Panel(QFrame):
    """Hidden by F8, and where the width is needed."""

    scene_chosen = Signal(object)  # Scene
    excuse_typed = Signal(str)
    parking_item_typed = Signal(str)
    next_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Build the panel; `show_page` fills it."""
        super().__init__()
        self.setProperty("look", "panel")
        self._context = context
        self._scenes: Sequence[tuple[Scene, str]] = ()
        self._dot = label("●")
        self._live = label("On screen now")
        self._live.setFont(semibold(15))
        self.display = ElidedLabel("muted")
        self.preview = Preview(context.wall)
        self._segments: Segments | None = None
        self._segment_row = column()
        self._only_you = label("Only you see this", "muted")
        self._only_you.setFont(semibold(14))
        self.replan = Replan(context)
        self.only_you = OnlyYou(context)
        self._side: QWidget | None = None
        self._side_above = column(margins=(0, 0, 0, 6))
        self._side_below = column(margins=(0, 6, 0, 0))
        self.excuse = _quick_field("Log an excuse  Ctrl+E", "Log an excuse (Ctrl+E)")
        self.parking = _quick_field("Park an item  Ctrl+L", "Park an item (Ctrl+L)")
        context.drafts.attach(self.excuse, "excuse")
        context.drafts.attach(self.parking, "parking")
        self.excuse.returnPressed.connect(self._log_excuse)
        self.parking.returnPressed.connect(self._park)
        self.next = button(context, "Next", "chevron-right")
        self.next.clicked.connect(self.next_asked)
        self._build()
        context.themed.connect(self._dress)
        context.room.changed.connect(self._mark_scene)
        self._dress()

    def _build(self) -> None:
        inner = QWidget()
        middle = column(spacing=5, margins=(0, 0, 10, 0))
        middle.addLayout(self._side_above)
        middle.addLayout(column(self._only_you, self.replan, self.only_you, spacing=5))
        middle.addLayout(self._side_below)
        middle.addStretch(1)
        inner.setLayout(middle)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = row(self._dot, self._live, self.display)
        head.setStretch(2, 1)
        layout = column(margins=(13, 12, 13, 12), spacing=10)
        layout.addLayout(head)
        layout.addWidget(self.preview)
        layout.addLayout(self._segment_row)
        layout.addWidget(scroll, 1)
        for each in (self.excuse, self.parking, self.next):
            layout.addWidget(each)
        self.setLayout(layout)

    def _dress(self) -> None:
        self._dot.setStyleSheet(f"color: {self._context.colors.hex('live')};")
        self.next.setIcon(self._context.icon("chevron-right"))

    def show_page(self, page: PhasePage, next_phase: Phase | None) -> None:
        """Show what belongs to a page and its phase."""
        self.replan.set_phase(page.PHASE)
        self.only_you.set_phase(page.PHASE)
        self._offer_scenes(page.SCENES)
        self._take_side(page.side(), self._side_above if page.SIDE_FIRST else self._side_below)
        self.next.setVisible(next_phase is not None)
        if next_phase is not None:
            self.next.setText(f"Next: {next_phase.value.capitalize()}")
            self.next.setAccessibleName(f"Next: {next_phase.value.capitalize()} (Ctrl+PgDn)")
        self._mark_scene()

    def _offer_scenes(self, scenes: Sequence[tuple[Scene, str]]) -> None:
        self._scenes = scenes
        if self._segments is not None:
            self._segment_row.removeWidget(self._segments)
            self._segments.hide()
            self._segments.deleteLater()
            self._segments = None
        if scenes:
            self._segments = Segments([name for _, name in scenes], "What the room sees")
            self._segments.chosen.connect(self._choose_scene)
            self._segment_row.addWidget(self._segments)

    def _take_side(self, side: QWidget | None, place: QLayout) -> None:
        if self._side is not None:
            for each in (self._side_above, self._side_below):
                each.removeWidget(self._side)
            self._side.hide()
        self._side = side
        if side is not None:
            place.addWidget(side)
            side.show()

    def _choose_scene(self, number: int) -> None:
        self.scene_chosen.emit(self._scenes[number][0])

    def _mark_scene(self) -> None:
        if self._segments is not None:
            scene = self._context.room.stage.scene
            scene = Scene.CARD if scene in CARD_SCENES else scene
            shown = [each for each, _ in self._scenes]
            self._segments.set_current(shown.index(scene) if scene in shown else -1)

    def _log_excuse(self) -> None:
        self.excuse_typed.emit(self.excuse.text())

    def _park(self) -> None:
        self.parking_item_typed.emit(self.parking.text())


def _quick_field(hint: str, name: str) -> QLineEdit:
    found = QLineEdit()
    found.setPlaceholderText(hint)
    found.setAccessibleName(name)
    found.setMaxLength(1000)
    return found
