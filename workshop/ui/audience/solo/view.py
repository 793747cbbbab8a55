"""The wall in the facilitator's window, for a room with one display."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from workshop.domain.commands.activities import MoveActivities
from workshop.domain.enums import Bucket
from workshop.domain.stage import CARD_SCENES, Scene, Stage
from workshop.domain.text import shorten
from workshop.ui.audience.solo.drawer import Drawer
from workshop.ui.audience.solo.entry import Entry
from workshop.ui.audience.solo.lines import HandsLine, Line, line_for, new_line
from workshop.ui.audience.solo.stepping import (
    first_subject,
    following,
    steps_by_subject,
)
from workshop.ui.audience.solo.strip import STRIP_HEIGHT, Strip
from workshop.ui.audience.wall import Wall
from workshop.ui.context import Context
from workshop.ui.focus_ring import DRAWS_OWN_RING
from workshop.ui.keys import claims_typed, is_typed
from workshop.ui.room import FROZEN
from workshop.ui.widgets import column

_HOW_TO_LEAVE = "F12 goes back to the console."
_BEHIND = "Not done: press F7 first to show what you chose."
_BUCKETS = {1: Bucket.PROCESS, 2: Bucket.PERFORMANCE}


class SceneWidget(QWidget):
    """Paints the wall."""

    def __init__(self, wall: Wall) -> None:
        """Follow a wall."""
        super().__init__()
        self._wall = wall
        self.setAccessibleName("What the room sees")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A ring around the wall would be seen by the room.
        self.setProperty(DRAWS_OWN_RING, True)
        wall.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setAccessibleDescription(self._wall.drawing.text)
        self.update()

    def take_shape(self) -> None:
        """Let the wall take the proportions of this widget."""
        self._wall.set_shape(self.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the wall take the proportions of the window while it is shown here."""
        if self.isVisible():
            self.take_shape()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wall."""
        painter = QPainter(self)
        self._wall.paint(painter, self.rect())
        painter.end()


class Solo(QWidget):
    """The wall, a drawer that typing opens, and a strip of controls.

    What is typed at the wall or at the strip reaches this widget, which opens the drawer. It is
    about what was chosen last, and refused where a frozen wall shows something else: the room would
    not see what is done.
    """

    undo_asked = Signal()

    def __init__(self, context: Context, menu: QMenu) -> None:
        """Build the view; `enter` shows the wall in its proportions."""
        super().__init__()
        self._context = context
        self.scene = SceneWidget(context.wall)
        self.drawer = Drawer(context)
        self.strip = Strip(context, menu)
        layout = column(self.scene, self.strip, spacing=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        # It covers the strip: a wall that made room for it would turn its pages.
        self.drawer.setParent(self)
        self._connect()

    def _connect(self) -> None:
        context, strip = self._context, self.strip
        self.drawer.closed.connect(self.take_keyboard)
        self.drawer.left_behind.connect(self._tell_left_behind)
        strip.stepped.connect(self.step)
        strip.bucketed.connect(self.to_bucket)
        strip.hands_asked.connect(self.count_hands)
        strip.undo_asked.connect(self.undo_asked)
        strip.scene_chosen.connect(self._show_scene)
        strip.timer_toggled.connect(context.clock.toggle)
        strip.blank_toggled.connect(context.room.blank)
        context.bridge.rejected.connect(self._tell)
        context.room.waits.connect(self._tell)
        context.bridge.save_failed.connect(self._tell)
        context.bridge.changed.connect(self._quiet)
        context.bridge.staged.connect(self._forget_frozen)

    def enter(self) -> None:
        """Take over the wall."""
        self.scene.take_shape()
        self._quiet()
        self.take_keyboard()

    def leave(self) -> None:
        """Close what is open."""
        self.drawer.close_up()

    def take_keyboard(self) -> None:
        """Let what is typed reach the line that is open, else the wall."""
        target = self.drawer.field if self.drawer.is_open else self.scene
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Let letters be typed here, though in the console some of them are actions.

        A dot still blanks the wall: presenter remotes send it.
        """
        return claims_typed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self._tell(_HOW_TO_LEAVE)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._type("")
        elif is_typed(event):
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the drawer in the place of the strip."""
        top = self.height() - STRIP_HEIGHT
        self.drawer.setGeometry(0, top, self.width(), STRIP_HEIGHT)

    def begin(self, entry: Entry) -> None:
        """Type something new of a kind, about the process that is shown if there is one."""
        self._open(partial(new_line, entry))

    def _open(self, line_about: Callable[[Stage], Line], typed: str = "") -> None:
        """Open the drawer, unless the line would be about another thing than the room sees."""
        room = self._context.room
        line = line_about(room.chosen)
        if line == line_about(room.stage):
            self.drawer.open(line, typed)
        else:
            self._tell(_BEHIND)

    def count_hands(self) -> None:
        """Count hands on the card that is shown."""
        room, stage = self._context.room, self._context.room.chosen
        if room.is_behind:
            self._tell(_BEHIND)
        elif stage.scene in CARD_SCENES and stage.subject_id is not None:
            self.drawer.open(HandsLine(stage.subject_id))
        else:
            self.strip.tell("Hands are counted on a card: show one first.")

    def next_region(self) -> None:
        """Go from the wall to the strip and back (F6)."""
        if self.scene.hasFocus():
            self.strip.focus_first()
        else:
            self.take_keyboard()

    def step(self, by: int) -> None:
        """Show the next (1) or previous (-1) card, process or page."""
        room, stage = self._context.room, self._context.room.chosen
        if not steps_by_subject(stage):
            room.turn_page(by)
            return
        found = following(self._context.bridge.view, stage, by)
        if found is None:
            self.strip.tell("The last one." if by > 0 else "The first one.")
            return
        self._quiet()
        room.show(Scene.CARD if stage.scene is Scene.TALLY else stage.scene, found)

    def to_bucket(self, digit: int) -> None:
        """Put the card that is shown into a bucket and show the next one."""
        room, bridge = self._context.room, self._context.bridge
        stage, card_id = room.chosen, room.chosen.subject_id
        if room.is_behind:
            self._tell(_BEHIND)
            return
        if stage.scene not in CARD_SCENES or card_id is None:
            return
        after = following(bridge.view, stage, 1)
        if bridge.execute(MoveActivities((card_id,), _BUCKETS[digit])) is not None:
            first = following(bridge.view, stage, 0)
            room.show(Scene.CARD, after if after is not None else first)

    def _type(self, text: str) -> None:
        scene = self._context.room.chosen.scene
        if self.drawer.is_open and self.drawer.line is not None:
            self.drawer.open(self.drawer.line, text)
        elif scene in CARD_SCENES and text.isdecimal() and int(text) in _BUCKETS:
            self.to_bucket(int(text))
        elif text != " ":
            self._open(partial(line_for, self._context.bridge.view), text)

    def _show_scene(self, scene: Scene) -> None:
        room = self._context.room
        room.show(scene, first_subject(self._context.bridge.view, scene, room.chosen))
        self.take_keyboard()

    @property
    def said(self) -> str:
        """The sentence that is shown."""
        return self.drawer.said if self.drawer.is_open else self.strip.said

    def _tell(self, sentence: str) -> None:
        if self.drawer.is_open:
            self.drawer.tell(sentence)
        else:
            self.strip.tell(sentence)

    def _tell_left_behind(self, typed: str) -> None:
        self.strip.tell(f"“{shorten(typed, 24)}” is kept, but not entered.")

    def _forget_frozen(self, stage: Stage) -> None:
        """Ask for F7 no longer once the wall is let go."""
        if not stage.frozen and self.strip.said in {FROZEN, _BEHIND}:
            self._quiet()

    def _quiet(self) -> None:
        self.strip.tell("")
