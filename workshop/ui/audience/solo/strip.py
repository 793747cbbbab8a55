"""The controls under the wall: no word on them is private."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QToolButton

from workshop.domain.stage import CARD_SCENES, Scene, Stage
from workshop.ui.context import Context
from workshop.ui.widgets import ElidedLabel, button, row

STRIP_HEIGHT = 56
_ICON_WIDTH = 40
_SCENES = (
    (Scene.CARD, "file", "One card"),
    (Scene.BOARD, "columns-2", "Board"),
    (Scene.PICTURE, "layout-grid", "Picture"),
    (Scene.PROCESS, "table", "One process"),
    (Scene.COMMITMENTS, "handshake", "Commitments"),
)
# What the room sees less often, in the order of the phases.
_MORE = (
    (Scene.WELCOME, "Welcome"),
    (Scene.PROMISES, "Last promises"),
    (Scene.GATHER, "Newest cards"),
    (Scene.OVERVIEW, "All processes"),
    (Scene.INSIGHT, "Charts"),
    (Scene.BY_OWNER, "Commitments by owner"),
    (Scene.EXCUSES, "Excuses"),
    (Scene.DEAL, "The deal"),
    (Scene.FIST, "Fist to five"),
    (Scene.LEADERSHIP, "Leadership statements"),
    (Scene.RESULT, "Leadership result"),
    (Scene.PARKING_LOT, "Parking lot"),
    (Scene.TIMER, "Timer"),
    (Scene.CLOSE, "Thanks and next date"),
)


class Strip(QFrame):
    """Buttons for what is shown at the left, for the room at the right."""

    stepped = Signal(int)
    bucketed = Signal(int)  # the digit of a bucket
    hands_asked = Signal()
    undo_asked = Signal()
    scene_chosen = Signal(object)  # Scene
    timer_toggled = Signal()
    blank_toggled = Signal(bool)

    def __init__(self, context: Context, menu: QMenu) -> None:
        """Build the buttons; `menu` holds every action."""
        super().__init__()
        self.setProperty("look", "strip")
        self.setFixedHeight(STRIP_HEIGHT)
        self._context = context
        self._icons: list[tuple[QPushButton, str]] = []
        self._back = self._button("", "chevron-left", "Previous (PgUp)")
        self._process = self._button("1  Process", "refresh-cw", "To Process (1)")
        self._performance = self._button("2  Performance", "target", "To Performance (2)")
        self._hands = self._button("", "hand", "Count hands on the card (Ctrl+Shift+H)")
        self._skip = self._button("Skip", "chevron-right", "Skip (PgDn)")
        self._undo = self._button("", "undo-2", "Undo (Ctrl+Z)")
        self._said = ""
        self._words = ElidedLabel("muted", Qt.AlignmentFlag.AlignLeft)
        self._scenes = QButtonGroup(self)
        for number, (_, icon, name) in enumerate(_SCENES):
            each = self._button("", icon, name)
            each.setCheckable(True)
            self._scenes.addButton(each, number)
        self._others = QMenu(self)
        for scene, words in _MORE:
            self._others.addAction(words).setData(scene.value)
        self.other = self._with_menu(self._others, "Show something else")
        self._timer = self._button("", "timer", "Start or pause the timer (Ctrl+T)")
        self._blank = self._button("", "monitor-off", "Blank the wall (F9)")
        self._blank.setCheckable(True)
        self._more = self._with_menu(menu, "Menu")
        self._build()
        self._connect()
        self._dress()
        self._follow()

    def _button(self, text: str, icon: str, name: str) -> QPushButton:
        found = button(self._context, text, icon, name=name)
        found.setToolTip(name)
        # A click leaves the keyboard at the wall.
        found.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if not text:
            found.setFixedWidth(_ICON_WIDTH)
        self._icons.append((found, icon))
        return found

    def _with_menu(self, menu: QMenu, name: str) -> QToolButton:
        more = QToolButton()
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setIconSize(QSize(18, 18))
        more.setFixedWidth(_ICON_WIDTH)
        more.setAccessibleName(name)
        more.setToolTip(name)
        return more

    def _build(self) -> None:
        bucketing = (
            self._back, self._process, self._performance, self._hands, self._skip, self._undo,
        )  # fmt: skip
        scenes = [self._scenes.button(number) for number in range(len(_SCENES))]
        room = (*scenes, self.other, self._timer, self._blank, self._more)
        layout = row(*bucketing, self._words, *room, spacing=6, margins=(10, 0, 10, 0))
        layout.setStretch(len(bucketing), 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        context = self._context
        self._back.clicked.connect(self._step_back)
        self._skip.clicked.connect(self._step_on)
        self._process.clicked.connect(self._to_process)
        self._performance.clicked.connect(self._to_performance)
        self._hands.clicked.connect(self.hands_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._scenes.idClicked.connect(self._choose_scene)
        self._others.triggered.connect(self._choose_other)
        self._timer.clicked.connect(self.timer_toggled)
        self._blank.clicked.connect(self.blank_toggled)
        context.room.changed.connect(self._follow)
        context.bridge.changed.connect(self._follow)
        context.bridge.staged.connect(self._show_words)
        context.themed.connect(self._dress)

    def _dress(self) -> None:
        for each, icon in self._icons:
            each.setIcon(self._context.icon(icon))
        self._more.setIcon(self._context.icon("ellipsis"))
        self.other.setIcon(self._context.icon("monitor"))

    def _follow(self) -> None:
        stage = self._context.room.stage
        is_card = stage.scene in CARD_SCENES
        has_card = is_card and stage.subject_id is not None
        for each in (self._process, self._performance, self._hands):
            each.setVisible(is_card)
            each.setEnabled(has_card)
        self._name_skip(self._context.room.chosen)
        self._undo.setEnabled(self._context.bridge.undo_label is not None)
        self._blank.setChecked(stage.blank)
        self._mark_scene(stage)

    def _name_skip(self, stage: Stage) -> None:
        name = "Skip" if stage.scene in CARD_SCENES else "Next"
        self._skip.setText(name)
        self._skip.setAccessibleName(f"{name} (PgDn)")

    def _mark_scene(self, stage: Stage) -> None:
        shown = [scene for scene, _, _ in _SCENES]
        self._scenes.setExclusive(False)
        for number, scene in enumerate(shown):
            self._scenes.button(number).setChecked(scene is stage.scene)
        self._scenes.setExclusive(True)

    def tell(self, sentence: str) -> None:
        """Show a sentence between the buttons; where it is blank, the phase."""
        self._said = sentence
        self._show_words()

    def _show_words(self) -> None:
        self._words.setText(self._said or self._context.room.stage.phase.value.capitalize())
        self._words.setToolTip(self._said)

    @property
    def said(self) -> str:
        """The sentence that is shown."""
        return self._said

    def _choose_scene(self, number: int) -> None:
        self.scene_chosen.emit(_SCENES[number][0])

    def _choose_other(self, action: QAction) -> None:
        self.scene_chosen.emit(Scene(action.data()))

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def _to_process(self) -> None:
        self.bucketed.emit(1)

    def _to_performance(self) -> None:
        self.bucketed.emit(2)

    def focus_first(self) -> None:
        """Put the keyboard on the first button."""
        self._back.setFocus(Qt.FocusReason.TabFocusReason)
