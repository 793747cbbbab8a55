"""What keys, menus, buttons and drops do to cards: each is one command of the session."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import Bucket
from workshop.domain.questions import about_merging
from workshop.domain.records import Activity
from workshop.domain.stage import Scene
from workshop.domain.text import record_id, sameness_key, shorten
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.board.dropping import Drop
from workshop.ui.board.view import BoardView
from workshop.ui.context import Context
from workshop.ui.counts import HANDS
from workshop.ui.drafts import DraftKeeper

if TYPE_CHECKING:
    from workshop.ui.dialogs.merge import MergeDialog

_MENU_ORDER = (
    ("edit", "show", "tally"),
    ("process", "performance", "unsorted", "up", "down"),
    ("select_all", "merge", "take_apart", "delete"),
)


class CardGestures(QObject):
    """Acts on the chosen cards of whichever list is worked with."""

    def __init__(
        self, context: Context, page: QWidget, active: Callable[[], BoardView], key: str
    ) -> None:
        """Act for a page; `key` begins the names of its actions and drafts."""
        super().__init__(page)
        self._context = context
        self._page = page
        self._active = active
        self._key = key
        self._actions: Actions | None = None
        self._draft: DraftKeeper | None = None
        self._menu = QMenu(page)
        context.bridge.changed.connect(self._follow)

    def attach(self, view: BoardView) -> None:
        """Serve the menu and the double click of a list."""
        view.menu_asked.connect(self.open_menu)
        view.edit_asked.connect(self.edit)

    def add_actions(self, actions: Actions, owner: QWidget, *, ordered: bool) -> None:
        """Add the actions on cards; without `ordered` the list cannot be reordered by hand."""
        self._actions = actions
        specs: list[tuple[str, str, tuple[str, ...], Callable[[], object]]] = [
            ("process", "Move to Process", ("1",), self.move_to_process),
            ("performance", "Move to Performance", ("2",), self.move_to_performance),
            ("unsorted", "Move to Unsorted", ("0",), self.move_to_unsorted),
            ("select_all", "Select all cards of the column", ("Ctrl+A",), self.select_all),
            ("edit", "Edit the card", ("Return", "Enter", "F2"), self.edit),
            ("delete", "Delete the cards", ("Delete",), self.delete),
            ("merge", "Merge the selected cards", ("M",), self.merge),
            ("take_apart", "Take merged cards apart", ("Ctrl+Shift+M",), self.take_apart),
            ("needs", "Say what it needs\u2026", ("R",), self.ask_needs),
            ("tally", "Count hands on the card", ("T",), self.count_hands),
            ("menu", "Menu of the card", ("Shift+F10",), self.open_menu_here),
        ]
        if ordered:
            specs += [
                ("up", "Move the cards up", ("Alt+Up",), self.move_up),
                ("down", "Move the cards down", ("Alt+Down",), self.move_down),
            ]
        for name, text, keys, run in specs:
            actions.add(ActionSpec(f"{self._key}_{name}", text, Menu.CARDS, keys), run, owner)

    # The chosen cards

    def chosen(self) -> tuple[int, ...]:
        """Return the selected cards, else the one that has the focus."""
        view = self._active()
        current = view.current_id()
        return view.selected_ids() or ((current,) if current is not None else ())

    def _next_row_after(self, ids: Iterable[int]) -> int | None:
        """Return the card, by id, that has the focus once others are gone from the list."""
        view = self._active()
        rows = [row for row in map(view.cards.row_of, ids) if row is not None]
        if not rows:
            return None
        shown = list(view.shown_rows())  # ascending
        after, before = bisect_right(shown, max(rows)), bisect_left(shown, min(rows))
        if after < len(shown):
            return view.cards.card(shown[after]).id
        return view.cards.card(shown[before - 1]).id if before else None

    # Moving

    def move_to_process(self) -> None:
        """Move the chosen cards to Process."""
        self.move_to(Bucket.PROCESS)

    def move_to_performance(self) -> None:
        """Move the chosen cards to Performance."""
        self.move_to(Bucket.PERFORMANCE)

    def move_to_unsorted(self) -> None:
        """Move the chosen cards back to Unsorted."""
        self.move_to(Bucket.UNSORTED)

    def move_to(self, bucket: Bucket) -> None:
        """Move the chosen cards to the end of a bucket; the focus goes to the next card here."""
        state = self._context.bridge.state
        ids = tuple(
            card_id
            for card_id in self.chosen()
            if (card := state.get(Activity, card_id)) and card.bucket is not bucket
        )
        if not ids:
            return
        view, following = self._active(), self._next_row_after(ids)
        if self._move(ids, bucket):
            leaves = view.cards.row_of(ids[0]) is None
            view.select_ids([following] if leaves and following is not None else ids)

    def drop(self, drop: Drop, bucket: Bucket, target: BoardView) -> None:
        """Move dropped cards; they are selected and in view then."""
        if self._move(drop.ids, bucket, drop.before_id):
            target.setFocus()
            target.select_ids(drop.ids)

    def move_up(self) -> None:
        """Move the chosen cards before the one above them."""
        self._reorder(back=True)

    def move_down(self) -> None:
        """Move the chosen cards behind the one below them."""
        self._reorder(back=False)

    def _reorder(self, *, back: bool) -> None:
        view, ids = self._active(), self.chosen()
        rows = sorted(row for row in map(view.cards.row_of, ids) if row is not None)
        shown = list(view.shown_rows())
        if not rows or rows[0] not in shown or rows[-1] not in shown:
            return
        place = shown.index(rows[0]) - 1 if back else shown.index(rows[-1]) + 2
        is_beyond = place < 0 or place > len(shown)
        if is_beyond:
            return
        before = view.cards.card(shown[place]).id if place < len(shown) else None
        bucket = view.cards.card(rows[0]).bucket or Bucket.UNSORTED
        if self._move(ids, bucket, before):
            view.scrollTo(view.currentIndex())

    def _move(self, ids: tuple[int, ...], bucket: Bucket, before: int | None = None) -> bool:
        from workshop.domain.commands.activities import MoveActivities

        return self._context.bridge.execute(MoveActivities(ids, bucket, before)) is not None

    def select_all(self) -> None:
        """Select all cards of the list."""
        self._active().selectAll()

    # Adding, editing, deleting

    def same_as(self, text: str) -> Activity | None:
        """Return the card that says the same as a text."""
        key = sameness_key(text)
        cards = self._context.bridge.state.all(Activity)
        return next((c for c in cards if c.bucket and sameness_key(c.text) == key), None)

    def add(self, text: str, bucket: Bucket, field: QLineEdit) -> int | None:
        """Add a card that was typed in a field and return its id.

        It is None where the card was refused or could not be saved.
        """
        from workshop.domain.commands.records import AddRecords

        card = Activity(id=0, text=text, bucket=bucket)
        done = self._context.drafts.save(AddRecords((card,)), field)
        if done is None:
            return None
        return next(change.id for change in done.changes if change.kind is Activity)

    def edit(self) -> None:
        """Edit the text of the card that has the focus."""
        card_id = self._active().current_id()
        if card_id is not None:
            self.edit_card(card_id)

    def edit_card(self, card_id: int) -> bool:
        """Edit the text of a card in its place; False where it is not in the list."""
        self.finish()
        self._put_by_text()  # what was refused waits
        view = self._active()
        editor = view.open_editor(card_id)
        if editor is None:
            return False
        self._draft = self._context.drafts.attach(editor, f"{self._key}.card {card_id}")
        editor.kept.connect(self._keep_text)
        editor.put_by.connect(self._leave_text)
        editor.lost.connect(self._put_by_text)
        return True

    def _editing_view(self) -> BoardView | None:
        editor = self.sender()
        views = self._page.findChildren(BoardView)
        return next((view for view in views if view.editor and view.editor is editor), None)

    def _keep_text(self) -> None:
        view = self._editing_view()
        if view is not None:
            self._keep(view)

    def _keep(self, view: BoardView) -> bool:
        """Keep what is typed; where it is refused the editor stays open with it."""
        from workshop.domain.commands.records import EditRecord

        editor = view.editor
        card = self._context.bridge.state.get(Activity, editor.card_id) if editor else None
        if editor is None or card is None:
            return True
        if self._draft is None or not self._draft.is_touched:
            self._close_editor(view)
            return True
        edit = EditRecord(Activity, card.id, {"text": editor.text.strip()})
        close = partial(self._end_editing, view)
        return self._context.drafts.save(edit, editor, then=close) is not None

    def _end_editing(self, view: BoardView, _: ChangeSet) -> None:
        self._close_editor(view)

    def _leave_text(self) -> None:
        """Close an editor by Esc; what is typed in it waits, and is made nothing of."""
        if self._draft is not None:
            self._draft.give_up()
        self._put_by_text()

    def _put_by_text(self) -> None:
        """Close an editor that is open still; what is typed in it waits."""
        draft, self._draft = self._draft, None
        if draft is not None:
            draft.put_by()
        for view in self._page.findChildren(BoardView):
            view.close_editor()

    def _follow(self, change_set: ChangeSet) -> None:
        """Show what undo, redo or another part of the console did to a card that is edited."""
        if self._draft is None:
            return
        for view in self._page.findChildren(BoardView):
            card_id = view.editor.card_id if view.editor else 0
            card = self._context.bridge.state.get(Activity, card_id)
            if card is not None and change_set.touches(Activity, card_id):
                self._draft.follow(card.text)

    def _close_editor(self, view: BoardView) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            draft.close()
        view.close_editor()

    def finish(self) -> None:
        """Keep what is typed in an open editor, as when another phase is entered."""
        for view in self._page.findChildren(BoardView):
            if view.editor is not None:
                self._keep(view)

    def delete(self) -> None:
        """Delete the chosen cards."""
        from workshop.domain.commands.records import DeleteRecords

        ids = self.chosen()
        if not ids:
            return
        view, following = self._active(), self._next_row_after(ids)
        deleted = self._context.bridge.execute(DeleteRecords(Activity, ids))
        if deleted is not None and following is not None:
            view.select_ids([following])

    # Merging, the wall, hands

    def merge(self) -> None:
        """Ask which wording to keep of the chosen cards."""
        ids = self.chosen()
        if len(ids) < 2:
            self._context.say("Select two or more cards to merge: Ctrl+Space or Shift with arrows.")
            return
        dialog = self.ask_wording(ids)
        dialog.merged.connect(self._go_to)
        dialog.open()

    def ask_wording(self, ids: Sequence[int]) -> "MergeDialog":
        """Return the question which wording of some cards to keep, not open yet."""
        from workshop.ui.dialogs.merge import MergeDialog

        state = self._context.bridge.state
        cards = [card for card_id in ids if (card := state.get(Activity, card_id)) is not None]
        key = " ".join((self._third, *map(str, sorted(ids))))
        warning = about_merging(state, ids)
        return MergeDialog(self._context, cards, self._page.window(), key=key, warning=warning)

    @property
    def _third(self) -> str:
        """What the key of a third wording that was typed and not kept begins with."""
        return f"{self._key}.third"

    def open_third(self, key: str) -> bool:
        """Go on with a third wording that was put by; False where its cards went."""
        kind, *numbers = key.split(" ")
        cards = [self._context.bridge.state.get(Activity, record_id(each)) for each in numbers]
        ids = [card.id for card in cards if card is not None and card.bucket is not None]
        if kind != self._third or len(ids) < max(2, len(numbers)):
            return False
        dialog = self.ask_wording(ids)
        dialog.merged.connect(self._go_to)
        dialog.open_third()
        dialog.open()
        return True

    def take_apart(self) -> None:
        """Bring back, unsorted, what was merged into the chosen cards."""
        from workshop.domain.commands.activities import UnmergeActivities

        chosen = set(self.chosen())
        cards = self._context.bridge.state.all(Activity)
        merged = tuple(card.id for card in cards if card.merged_into_id in chosen)
        if merged:
            self._context.bridge.execute(UnmergeActivities(merged))
        else:
            self._context.say("Nothing was merged into the chosen cards.")

    def ask_needs(self) -> None:
        """Ask which processes the card with the focus needs."""
        from workshop.ui.board.needs import ask_needs

        card_id = self._active().current_id()
        card = self._context.bridge.state.get(Activity, card_id) if card_id is not None else None
        if card is not None:
            ask_needs(self._context, card, self._page.window())

    def _go_to(self, card_id: int) -> None:
        view = self._active()
        view.setFocus()
        view.select_ids([card_id])

    def show_on_wall(self) -> None:
        """Show the card that has the focus on the wall."""
        card_id = self._active().current_id()
        card = self._context.bridge.state.get(Activity, card_id) if card_id is not None else None
        if card is None:
            self._context.say("There is no card to show; choose one.")
            return
        if self._context.room.show(Scene.CARD, card.id):
            self._context.say(f"On the wall: “{shorten(card.text)}”")

    def count_hands(self) -> None:
        """Ask for a show of hands on the card that has the focus."""
        card_id = self._active().current_id()
        card = self._context.bridge.state.get(Activity, card_id) if card_id is not None else None
        if card is not None:
            self.count_hands_on(card)

    def count_hands_on(self, card: Activity) -> None:
        """Ask for a show of hands on a card."""
        from workshop.ui.dialogs.tally import TallyDialog

        TallyDialog(self._context, card, HANDS, self._page.window()).open()

    # The menu

    def open_menu_here(self) -> None:
        """Open the menu at the card that has the focus."""
        view = self._active()
        rect = view.visualRect(view.currentIndex())
        self.open_menu(view.viewport().mapToGlobal(rect.bottomLeft() + QPoint(20, 0)))

    def open_menu(self, at: QPoint) -> None:
        """Open the menu of the chosen cards at a point of the screen."""
        self._menu.clear()
        if self._actions is None:
            return
        names = {spec.name for spec in self._actions.specs()}
        for number, group in enumerate(_MENU_ORDER):
            if number:
                self._menu.addSeparator()
            for each in group:
                name = each if each == "show" else f"{self._key}_{each}"
                if name in names:
                    self._menu.addAction(self._actions[name])
        self._menu.popup(at)
