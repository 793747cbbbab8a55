"""The window of the facilitator: bar, rail, work area, panel, status."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.agenda import is_timing
from workshop.domain.enums import Phase
from workshop.domain.questions import about_set_aside
from workshop.domain.stage import Scene
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.console.back_to_work import BackToWork
from workshop.ui.console.heading import Heading
from workshop.ui.console.marking import Marking
from workshop.ui.console.page import PhasePage
from workshop.ui.console.rail import Rail
from workshop.ui.console.side import Side
from workshop.ui.console.status_slot import StatusSlot
from workshop.ui.console.top_bar import TopBar
from workshop.ui.console.undo_in_fields import UndoInFields
from workshop.ui.context import Context
from workshop.ui.drafts import phase_of
from workshop.ui.focus_ring import FocusRing
from workshop.ui.notice import Notice
from workshop.ui.widgets import column, row

if TYPE_CHECKING:  # the first picture stands sooner without them
    from workshop.ui.audience.displays import Displays
    from workshop.ui.audience.solo.mode import SoloMode
    from workshop.ui.console.draft_bar import DraftBar
    from workshop.ui.console.panel import Panel
    from workshop.ui.console.save_bar import SaveBar
    from workshop.ui.console.saving import Saving
    from workshop.ui.console.surroundings import Surroundings

MIN_SIZE = QSize(1024, 720)
_WIDE_RAIL_FROM = 1400

PageMaker = Callable[[Context], PhasePage]


class _Whole(QWidget):
    """All that the window holds; tells of its first picture."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


class Console(QMainWindow):
    """Holds the pages of the phases and everything around them."""

    closing = Signal()
    # The window is complete; until then it shows its first picture.
    completed = Signal()

    def __init__(self, context: Context, pages: dict[Phase, PageMaker]) -> None:
        """Show a session at the phase in which it was left; pages are made when first entered."""
        super().__init__()
        self._context = context
        self._makers = pages
        self._pages: dict[Phase, PhasePage] = {}
        self.actions_ = Actions(self, single_keys=context.settings.single_keys)
        self._menu = QMenu(self)
        self._top = TopBar(context, self._menu)
        self.notice = Notice(context)
        self._rail = Rail(context, list(pages))
        self._side = Side(context)
        self._bars = column(self.notice, spacing=0)
        self._surroundings: Surroundings | None = None
        self._status = StatusSlot(context)
        self._heading = Heading(context)
        self._stack = QStackedWidget()
        self._views = QStackedWidget()
        self._build()
        self._connect()
        self._add_actions()
        self._ring = FocusRing(self, context.colors)
        self._back_to_work = BackToWork(self, self._stack)
        self._undo_in_fields = UndoInFields(self)
        self.setMinimumSize(MIN_SIZE)
        self.setAcceptDrops(False)
        phase = context.bridge.stage.phase
        self.enter(phase if phase in pages else next(iter(pages)))

    def _build(self) -> None:
        work = QWidget()
        inner = QVBoxLayout(work)
        inner.setContentsMargins(16, 12, 16, 4)
        inner.setSpacing(10)
        inner.addWidget(self._heading)
        inner.addWidget(self._stack, 1)
        inner.addWidget(self._status)
        middle = row(self._rail, work, self._side, spacing=0)
        middle.setStretch(1, 1)
        whole = _Whole()
        whole.painted.connect(self.complete, Qt.ConnectionType.QueuedConnection)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Marking(self._context))
        layout.addWidget(self._top)
        layout.addLayout(self._bars)
        layout.addLayout(middle, 1)
        layout.addWidget(Marking(self._context))
        self._views.addWidget(whole)
        self.setCentralWidget(self._views)

    def _connect(self) -> None:
        context, bridge, room = self._context, self._context.bridge, self._context.room
        self._rail.chosen.connect(self.enter)
        self._rail.parking_lot_asked.connect(self._open_parking_lot)
        self._rail.excuses_asked.connect(self._open_excuses)
        self._top.timer_toggled.connect(context.clock.toggle)
        self._top.minute_added.connect(self._add_minute)
        self._top.freeze_toggled.connect(self._freeze)
        self._top.blank_toggled.connect(room.blank)
        self._heading.undo_asked.connect(self.undo)
        self._status.undo_asked.connect(self.undo)
        self._menu.aboutToShow.connect(self.fill_menu)
        bridge.changed.connect(self._follow)
        bridge.rejected.connect(self._refuse)
        room.waits.connect(self._refuse)
        bridge.save_failed.connect(self._tell_saving)
        context.themed.connect(self._dress)
        self._side.panel_shown.connect(self._tell_panel)

    # What stands around the work area

    def complete(self) -> "Surroundings":
        """Return what stands around the work area; made after the first picture, or when needed."""
        if self._surroundings is None:
            from workshop.ui.console.surroundings import Surroundings

            made = self._surroundings = Surroundings(
                self, self._context, self._views, self._bars,
                self._menu, self.actions_, self.notice,
            )  # fmt: skip
            made.panel.scene_chosen.connect(self._show_scene)
            made.panel.next_asked.connect(self._go_forward)
            made.panel_needed.connect(self._side.open_panel)
            made.draft_bar.use_asked.connect(self._use_draft)
            made.solo.work_needed.connect(self._begin_work)
            made.running.history_asked.connect(self._side.toggle_history)
            self._side.take(made.panel)
            self._fill_panel()
            self.completed.emit()
        return self._surroundings

    @property
    def panel(self) -> "Panel":
        """The panel at the right."""
        return self.complete().panel

    @property
    def displays(self) -> "Displays":
        """The display of the room."""
        return self.complete().displays

    @property
    def solo(self) -> "SoloMode":
        """The window as the wall with a strip of controls."""
        return self.complete().solo

    @property
    def saving(self) -> "Saving":
        """What a failing save leads to."""
        return self.complete().saving

    @property
    def save_bar(self) -> "SaveBar":
        """The red bar of a failed save."""
        return self.complete().save_bar

    @property
    def draft_bar(self) -> "DraftBar":
        """The bar that gives back unfinished texts."""
        return self.complete().draft_bar

    def _add_actions(self) -> None:
        context = self._context
        add = self.actions_.add
        add(ActionSpec("undo", "Undo", Menu.EDIT, ("Ctrl+Z",)), self.undo)
        add(ActionSpec("redo", "Redo", Menu.EDIT, ("Ctrl+Y", "Ctrl+Shift+Z")), self.redo)
        add(ActionSpec("find", "Find", Menu.EDIT, ("Ctrl+F",)), self._find)
        add(ActionSpec("excuse", "Log an excuse", Menu.EDIT, ("Ctrl+E",)), self._enter_excuse)
        add(ActionSpec("park", "Park an item", Menu.EDIT, ("Ctrl+L",)), self._enter_parking_item)
        show = ActionSpec("show", "Show on the wall", Menu.ROOM, ("S", "Ctrl+Alt+W"))
        add(show, self._show_on_wall)
        add(ActionSpec("freeze", "Freeze the wall", Menu.ROOM, ("F7",)), self._toggle_freeze)
        add(ActionSpec("blank", "Blank the wall", Menu.ROOM, ("F9", "B", ".")), self._toggle_blank)
        add(ActionSpec("next_page", "Next card or page", Menu.ROOM, ("PgDown",)), self._step_on)
        add(
            ActionSpec("previous_page", "Previous card or page", Menu.ROOM, ("PgUp",)),
            self._step_back,
        )
        add(
            ActionSpec("timer", "Start or pause the timer", Menu.ROOM, ("Ctrl+T",)),
            context.clock.toggle,
        )
        add(ActionSpec("minute", "One minute more", Menu.ROOM, ("Ctrl+Shift+T",)), self._add_minute)
        add(ActionSpec("next_phase", "Next phase", Menu.GO, ("Ctrl+PgDown",)), self._go_forward)
        add(ActionSpec("previous_phase", "Previous phase", Menu.GO, ("Ctrl+PgUp",)), self._go_back)
        add(ActionSpec("region", "Next region", Menu.GO, ("F6",)), self._next_region)
        add(ActionSpec("panel", "Panel", Menu.GO, ("F8",)), self._side.toggle)

    # Phases

    def enter(self, phase: Phase) -> None:
        """Work in another phase; the wall stays as it is."""
        current = self.page
        if current is not None:
            current.leave()
        page = self._page_of(phase)
        self._stack.setCurrentWidget(page)
        self._context.room.set_phase(phase)
        self._count_down(phase)
        self._rail.set_current(phase)
        self._fill_panel()
        self._heading.fill(page)
        self._hint()
        self._fit()
        page.enter()

    def _fill_panel(self) -> None:
        page = self.page
        if page is not None and self._surroundings is not None:
            self._surroundings.panel.show_page(page, self._neighbor(page.PHASE, 1))

    def _begin_work(self) -> None:
        if self.page is not None:
            self.page.enter()

    def _page_of(self, phase: Phase) -> PhasePage:
        if phase not in self._pages:
            made = self._makers[phase](self._context)
            made.summarized.connect(self._summarize)
            made.hinted.connect(self._hint)
            made.panel_asked.connect(self._side.open_panel)
            self._pages[phase] = made
            self._stack.addWidget(made)
            made.add_actions(self.actions_)
        return self._pages[phase]

    def all_actions(self) -> list[ActionSpec]:
        """Return the actions of every phase, entered or not."""
        self.complete()
        for phase in self._makers:
            self._page_of(phase)
        return self.actions_.specs()

    def _use_draft(self, key: str) -> None:
        """Put a text that was left unfinished into its editor; where that is gone, hand it over."""
        if self.solo.use_draft(key) or self.complete().running.use_draft(key):
            return
        phase, drafts = phase_of(key), self._context.drafts
        if phase in self._makers:
            self.enter(phase)
        if self.page is not None and key in drafts.left_over:
            self.page.open_draft(key)
        if key in drafts.left_over:
            QGuiApplication.clipboard().setText(drafts.left_over[key])
            drafts.forget(key)
            why = (
                "It was typed in solo" if key.startswith("solo ") else "What it belonged to is gone"
            )
            self._context.say(f"{why}: the text can be pasted (Ctrl+V).")

    @property
    def page(self) -> PhasePage | None:
        """The page of the phase that is worked in."""
        found = self._stack.currentWidget()
        return found if isinstance(found, PhasePage) else None

    def _count_down(self, phase: Phase) -> None:
        self._top.set_phase(phase.value.capitalize())
        self._context.timing.enter(phase)

    def _hint(self) -> None:
        if self.page is not None:
            self._status.hints.set_hints(self.page.hints())
            self._status.show_hints()

    def _summarize(self) -> None:
        if self.page is not None:
            self._heading.summarize(self.page)

    def _neighbor(self, phase: Phase, by: int) -> Phase | None:
        order = [item.phase for item in self._context.bridge.view.agenda]
        at = order.index(phase) + by if phase in order else -1
        return order[at] if 0 <= at < len(order) else None

    def _go(self, by: int) -> None:
        if self.page is not None:
            target = self._neighbor(self.page.PHASE, by)
            if target is not None:
                self.enter(target)

    def _go_forward(self) -> None:
        self._go(1)

    def _go_back(self) -> None:
        self._go(-1)

    # What was done

    def undo(self) -> None:
        """Take back the last step, and say which."""
        label_before = self._context.bridge.undo_label
        if self._context.bridge.undo() is not None:
            self._context.say(f"Undone: {label_before}")

    def redo(self) -> None:
        """Bring the last undone step again, and say which."""
        label_before = self._context.bridge.redo_label
        if self._context.bridge.redo() is not None:
            self._context.say(f"Done again: {label_before}")

    def _follow(self, change_set: ChangeSet) -> None:
        self._summarize()
        if is_timing(change_set):
            return
        if not change_set.label.startswith(("Undo: ", "Redo: ")):
            said = about_set_aside(change_set, self._context.bridge.state)
            told = f"{change_set.label}. {said}" if said else change_set.label
            self._context.say(told, undoable=True)

    def _refuse(self, sentence: str) -> None:
        self._context.say(sentence)

    def _tell_saving(self, sentence: str) -> None:
        self.save_bar.tell(sentence)
        if sentence:
            self._top.set_unsaved()
        else:
            self._top.set_saved(datetime.now().astimezone())

    def _enter_excuse(self) -> None:
        self.complete().enter_excuse()

    def _enter_parking_item(self) -> None:
        self.complete().enter_parking_item()

    def _open_excuses(self) -> None:
        self.complete().running.open_excuses()

    def _open_parking_lot(self) -> None:
        self.complete().running.open_parking_lot()

    # The room

    def _show_scene(self, scene: Scene) -> None:
        if self.page is not None:
            self.page.show_scene(scene)

    def _show_on_wall(self) -> None:
        if self.page is not None:
            self.page.show_on_wall()

    def _toggle_freeze(self) -> None:
        self._freeze(not self._context.room.stage.frozen)

    def _freeze(self, on: bool) -> None:
        self._context.room.freeze(on)
        self._context.say("The wall stands still: F7 lets it go." if on else "The wall is live.")

    def _toggle_blank(self) -> None:
        self._context.room.blank(not self._context.room.stage.blank)

    def _step_on(self) -> None:
        self._step(1)

    def _step_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self.solo.step(by) and (self.page is None or not self.page.step(by)):
            self._context.room.turn_page(by)

    def _add_minute(self) -> None:
        self._context.timing.add_minute()

    # The window

    def _find(self) -> None:
        if self.page is not None:
            self.page.focus_find()

    def _next_region(self) -> None:
        if self.solo.next_region():
            return
        regions = [self._rail, self._stack, self._side, self._top]
        shown = [each for each in regions if each.isVisible()]
        focused = self.focusWidget()
        at = next((n for n, each in enumerate(shown) if each.isAncestorOf(focused)), -1)
        region = shown[(at + 1) % len(shown)]
        if region is self._stack and self.page is not None:
            self.page.enter()
            return
        candidates = region.findChildren(QWidget)
        target = next(
            (c for c in candidates if c.focusPolicy() & Qt.FocusPolicy.TabFocus and c.isVisible()),
            None,
        )
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        width, page = self.width(), self.page
        self._rail.set_narrow(width < _WIDE_RAIL_FROM or bool(page and page.NARROW_RAIL))
        self._side.fit(width, page)

    def _tell_panel(self, is_shown: bool) -> None:
        self._top.on_screen.setVisible(not is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit rail and panel to the width."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        self._ring.set_colors(self._context.colors)

    def fill_menu(self) -> None:
        """Put every action that can act now into the menu."""
        from workshop.ui.menus import fill_menu

        self.complete()
        fill_menu(self._menu, self.actions_)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is half done; whoever opened the window closes the session."""
        if self._surroundings is not None:
            self._surroundings.panel.only_you.finish()
        self._context.timing.keep()
        if self.page is not None:
            self.page.leave()  # last of what changes the session: a page may answer a change
        self._context.drafts.flush()
        if not self.saving.may_leave():
            event.ignore()
            return
        self.displays.close()
        self.closing.emit()
        super().closeEvent(event)
