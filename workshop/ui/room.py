"""What the room sees: chosen by the facilitator, the same for wall and preview."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import Phase
from workshop.domain.public import PublicView
from workshop.domain.records import Commitment
from workshop.domain.stage import Scene, Stage
from workshop.ui.bridge import Bridge
from workshop.ui.clock import PhaseClock
from workshop.ui.theme import Theme, ThemeName, theme

FROZEN = "The wall is frozen: F7 shows what you chose."


@dataclass(frozen=True)
class RoomPicture:
    """All that a scene is painted from: public by type.

    `timer` is the countdown as text, blank where there is none, and `timer_part` how much of it is
    used, 0 to 1 and more; `asked` is the question of a process that is asked, 1 to 5, or None, and
    `asked_field` the part of its answer that is asked for, blank where that does not matter.
    `making` is the commitment that is being made, until it is kept: then the stage names it, and
    what it says is in the view.
    """

    view: PublicView
    stage: Stage
    timer: str = ""
    timer_is_short: bool = False
    timer_part: float = 0.0
    asked: int | None = None
    asked_field: str = ""
    making: Commitment | None = None


@dataclass(frozen=True)
class Look:
    """How the wall is painted: its colors, and the room's scale in percent."""

    theme: Theme
    scale: int = 100


@dataclass(frozen=True)
class _Beside:
    """What is shown beside the stage: a question that is asked, a commitment not kept yet."""

    asked: int | None = None
    asked_field: str = ""
    making: Commitment | None = None


class Room(QObject):
    """Holds what the wall shows, and holds it still while it is frozen.

    What is chosen while it is frozen waits until it is let go; only blanking goes before that.
    """

    # The RoomPicture that wall and preview paint now.
    changed = Signal(object)
    # What was chosen waits, because the wall is frozen: the sentence that says so.
    waits = Signal(str)

    def __init__(self, bridge: Bridge, clock: PhaseClock, parent: QObject | None = None) -> None:
        """Show what the session was last showing."""
        super().__init__(parent)
        self._bridge = bridge
        self._clock = clock
        self._beside = _Beside()
        self._frozen: RoomPicture | None = None
        self._waiting: tuple[Stage, _Beside] | None = None
        self._is_tested = False
        self.look = Look(theme(ThemeName.LIGHT))
        if bridge.stage.frozen:
            self._frozen = self._now()
        bridge.changed.connect(self._follow)
        clock.ticked.connect(self._publish)

    @property
    def stage(self) -> Stage:
        """What the wall shows."""
        return self._bridge.stage

    @property
    def chosen(self) -> Stage:
        """What was chosen last: what the wall shows, or shows once it is let go."""
        return self._waiting[0] if self._waiting is not None else self.stage

    @property
    def is_behind(self) -> bool:
        """Whether a frozen wall shows something else than was chosen last."""
        shown, chosen = self.stage, self.chosen
        return (shown.scene, shown.subject_id) != (chosen.scene, chosen.subject_id)

    @property
    def picture(self) -> RoomPicture:
        """What is to be painted: the live picture, the frozen one, or the test card over both."""
        if self._is_tested:
            stage = Stage(scene=Scene.TEST_CARD, blank=self.stage.blank)
            return RoomPicture(view=self._bridge.view, stage=stage)
        if self._frozen is not None:
            return replace(self._frozen, stage=replace(self._frozen.stage, blank=self.stage.blank))
        return self._now()

    @property
    def is_tested(self) -> bool:
        """Whether the wall shows the test card."""
        return self._is_tested

    def _now(self) -> RoomPicture:
        return RoomPicture(
            view=self._bridge.view,
            stage=self.stage,
            timer=self._clock.text if self._shows_time else "",
            timer_is_short=self._shows_time and self._clock.is_short,
            timer_part=self._clock.part if self._shows_time else 0.0,
            asked=self._beside.asked,
            asked_field=self._beside.asked_field,
            making=self._beside.making,
        )

    @property
    def _shows_time(self) -> bool:
        return self._clock.is_running or self.stage.scene is Scene.TIMER

    def show(self, scene: Scene, subject_id: int | None = None, *, page: int = 1) -> bool:
        """Show a scene, about a card, a process or a commitment; False where it waits."""
        stage = replace(self.chosen, scene=scene, subject_id=subject_id, page=page)
        return self._choose(stage, _Beside())

    def ask(
        self, process_id: int, question: int, field: str = "", *, quietly: bool = False
    ) -> bool:
        """Show one process with one of its questions, 1 to 5, asked big, or a part of one.

        Return False where it waits; quietly means that it follows the console and does not tell so.
        """
        stage = replace(self.chosen, scene=Scene.PROCESS, subject_id=process_id, page=1)
        return self._choose(stage, _Beside(question, field), quietly=quietly)

    def make(self, commitment: Commitment, *, quietly: bool = False) -> None:
        """Show a commitment: as it is kept, or as far as it has come where it is new."""
        stage = replace(self.chosen, scene=Scene.MAKING, subject_id=commitment.id or None, page=1)
        beside = _Beside() if commitment.id else _Beside(making=commitment)
        self._choose(stage, beside, quietly=quietly)

    def go_on_making(self, commitment: Commitment) -> None:
        """Show how far a new commitment has come, where it is what was chosen last."""
        if self.chosen.scene is Scene.MAKING and self.chosen.subject_id is None:
            self.make(commitment, quietly=True)

    def _choose(self, stage: Stage, beside: _Beside, *, quietly: bool = False) -> bool:
        """Show what was chosen in place of the test card, or let it wait; False where it waits."""
        self._is_tested = False
        if self._frozen is None:
            self._beside = beside
            self._keep(stage)
            return True
        self._waiting = (stage, beside)
        if not quietly:
            self.waits.emit(FROZEN)
        self._publish()
        return False

    def turn_page(self, by: int) -> None:
        """Show another page of the scene; the scene holds on to its last page."""
        beside = self._waiting[1] if self._waiting is not None else self._beside
        self._choose(replace(self.chosen, page=max(1, self.chosen.page + by)), beside)

    def set_page(self, page: int) -> None:
        """Note the page that is really shown, when there are fewer than was asked for."""
        if page != self.stage.page:
            self._keep(replace(self.stage, page=page))

    def set_phase(self, phase: Phase) -> None:
        """Note the phase of the facilitator; the wall stays as it is."""
        self._bridge.show(replace(self.stage, phase=phase))

    def freeze(self, on: bool) -> None:
        """Hold the wall still, or let it go on with what was chosen meanwhile."""
        if on:
            self._frozen = self._frozen or self._now()
            self._keep(replace(self.stage, frozen=True))
            return
        chosen, self._beside = self._waiting or (self.stage, self._beside)
        self._frozen = self._waiting = None
        now = self.stage
        self._keep(replace(chosen, phase=now.phase, blank=now.blank, frozen=False))

    def blank(self, on: bool) -> None:
        """Make the wall dark, or show it again."""
        self._keep(replace(self.stage, blank=on))

    def hold(self, until: str) -> bool:
        """Show the break with the time at which it ends; False where it waits."""
        return self._choose(replace(self.chosen, scene=Scene.HOLD, hold_until=until), _Beside())

    def test(self, on: bool) -> None:
        """Show the test card over what the wall shows, or that again; it is kept in no file."""
        self._is_tested = on
        self._publish()

    def set_look(self, look: Look) -> None:
        """Paint the wall in other colors or at another scale."""
        self.look = look
        self._publish()

    def _keep(self, stage: Stage) -> None:
        self._bridge.show(stage)
        self._publish()

    def _follow(self, change_set: ChangeSet) -> None:
        if self._waiting is not None:
            stage, beside = self._waiting
            self._waiting = (_without_deleted(stage, change_set), beside)
        stage = _without_deleted(self.stage, change_set)
        if stage != self.stage:
            self._keep(stage)
        elif not change_set.is_private and self._frozen is None:
            self._publish()

    def _publish(self) -> None:
        self.changed.emit(self.picture)


def _without_deleted(stage: Stage, change_set: ChangeSet) -> Stage:
    """Let go of the commitment in the making where it was deleted, such as by an undo."""
    deleted = {each.id for each in change_set.changes if not each.after and each.kind is Commitment}
    is_gone = stage.scene is Scene.MAKING and stage.subject_id in deleted
    return replace(stage, subject_id=None) if is_gone else stage
