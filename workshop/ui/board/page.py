"""The phase in which every card goes to process or performance."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.enums import Bucket, Phase
from workshop.domain.records import Activity, Record
from workshop.domain.stage import CARD_SCENES, Scene
from workshop.domain.text import record_id, shorten
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.board.argued import ArguedOver
from workshop.ui.board.board import Board
from workshop.ui.board.column import BUCKET_KEYS, NEW_CARD, CardField, Column
from workshop.ui.board.dropping import Drop
from workshop.ui.board.gestures import CardGestures
from workshop.ui.board.view import NOTHING_FOUND, BoardView
from workshop.ui.console.page import PhasePage
from workshop.ui.context import Context
from workshop.ui.counts import HANDS
from workshop.ui.theme import semibold
from workshop.ui.widgets import button, column, label, make_blank

_COMING_UP = 3
_HINTS = (
    ("1", "Process"),
    ("2", "Performance"),
    ("0", "Unsorted"),
    ("S", "Show on the wall"),
    ("PgDn", "Show the next"),
    ("Enter", "Edit"),
    ("N", "Add"),
    ("Shift+F10", "More"),
)


class BucketPage(PhasePage):
    """The board, a search over it, and what comes up next."""

    PHASE: ClassVar[Phase] = Phase.BUCKET
    TITLE: ClassVar[str] = "Bucket the cards"
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = (
        (Scene.CARD, "One card"),
        (Scene.BOARD, "Board"),
        (Scene.PICTURE, "Picture"),
    )

    def __init__(self, context: Context) -> None:
        """Show the cards of a session in their buckets."""
        super().__init__(context)
        self.board = Board(context)
        self.gestures = CardGestures(context, self, self._active_view, "bucket")
        self.find_field = CardField("Find a card  Ctrl+F", "Find a card (Ctrl+F)")
        self.find_field.setFixedWidth(210)
        self._add = button(context, "Add card", "plus", look="primary", name="Add card (N)")
        self._coming_up = _ComingUp()
        self.argued = ArguedOver(context)
        self._side = QWidget()
        self._side.setLayout(column(self._coming_up, self.argued, spacing=12))
        self._column_menu = QMenu(self)
        self._menu_column: Column | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.board)
        self._connect()
        self._follow_counts()
        self.argued.show_cards()

    def _connect(self) -> None:
        for each in self.board.columns:
            self.gestures.attach(each.view)
            each.view.zone.dropped.connect(self._drop)
            each.typed.connect(self._add_typed)
            each.head.menu_asked.connect(self._open_column_menu)
        self.board.counted.connect(self._follow_counts)
        self.find_field.textChanged.connect(self.board.search)
        self.find_field.escaped.connect(self._end_find)
        self.find_field.returnPressed.connect(self._enter_found)
        self.find_field.left_down.connect(self._enter_found)
        self._add.clicked.connect(self.add_card)
        self.argued.chosen.connect(self.go_to_card)
        self.context.bridge.changed.connect(self._follow)
        self.context.bridge.staged.connect(self._list_coming_up)
        self.context.themed.connect(self._dress)

    def _active_view(self) -> BoardView:
        return self.board.active.view

    def _dress(self) -> None:
        self._add.setIcon(self.context.icon("plus", "on primary"))

    # What the console shows around the board

    def add_actions(self, actions: Actions) -> None:
        """Add what can be done with cards; it acts while the board has the focus."""
        self.gestures.add_actions(actions, self.board, ordered=True)
        spec = ActionSpec("bucket_add", "Add a card", Menu.CARDS, ("N",))
        actions.add(spec, self.add_card, self.board)
        argued = ActionSpec("argued", "Next card argued over", Menu.CARDS, ("Ctrl+Shift+A",))
        actions.add(argued, self.next_argued, self)

    def summary(self) -> str:
        """Return how many cards are sorted."""
        ranking = self.context.bridge.state.ranking
        counts = {bucket: ranking.count(bucket) for bucket in Bucket}
        total = sum(counts.values())
        return f"{total - counts[Bucket.UNSORTED]:,} of {total:,} sorted" if total else ""

    def tools(self) -> list[QWidget]:
        """Return the find field."""
        return [self.find_field]

    def primary(self) -> QWidget:
        """Return the button that adds a card."""
        return self._add

    def side(self) -> QWidget:
        """Return the cards that come up, and those that were argued over."""
        return self._side

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys for cards."""
        return _HINTS

    def enter(self) -> None:
        """Work on with the first card that is not sorted, or where work was left."""
        view = self._active_view()
        if not view.shown_count:
            full = (each for each in self.board.columns if each.view.shown_count)
            view = next(full, self.board.active).view
        view.setFocus()

    def leave(self) -> None:
        """Keep what is typed in an open editor."""
        self.gestures.finish()

    def open_draft(self, key: str) -> None:
        """Open the editor of a text or a count of hands that was left unfinished."""
        if self.gestures.open_third(key):
            return
        kind, _, name = key.rpartition(" ")
        if kind == NEW_CARD and name in set(Bucket):
            self.board.column(Bucket(name)).open_field()
            return
        card_id = record_id(key.rpartition(" ")[2])
        card = self.context.bridge.state.get(Activity, card_id)
        if card is None or card.bucket is None:
            return
        make_blank(self.find_field)
        self.board.activate(self.board.column(card.bucket))
        if key.startswith(HANDS):
            self.gestures.count_hands_on(card)
        else:
            self.gestures.edit_card(card.id)

    # The wall

    def show_on_wall(self) -> None:
        """Show the card that has the focus."""
        self.gestures.show_on_wall()

    def subject_of(self, scene: Scene) -> int | None:
        """Return the card that has the focus, else the first one that is not sorted."""
        if scene is not Scene.CARD:
            return None
        current = self._active_view().current_id()
        return current if current is not None else self._first_unsorted()

    def _first_unsorted(self) -> int | None:
        model = self.board.column(Bucket.UNSORTED).model
        return model.card(0).id if model.rowCount() else None

    def step(self, by: int) -> bool:
        """Show the next card that is not sorted, while the wall shows one card."""
        room, model = self.context.room, self.board.column(Bucket.UNSORTED).model
        if room.chosen.scene not in CARD_SCENES:
            return False
        live = model.row_of(room.chosen.subject_id)
        row = 0 if live is None else live + by
        if not 0 <= row < model.rowCount():
            self.context.say("There is no further card to bucket." if by > 0 else "First card.")
            return True
        card_id = model.card(row).id
        self.board.column(Bucket.UNSORTED).view.select_ids([card_id])
        room.show(Scene.CARD, card_id)
        return True

    # Cards that were argued over

    def go_to_card(self, card_id: int) -> None:
        """Put the focus on a card: T counts anew, S shows it."""
        card = self.context.bridge.state.get(Activity, card_id)
        if card is None or card.bucket is None:
            return
        make_blank(self.find_field)
        target = self.board.column(card.bucket)
        self.board.activate(target)
        target.view.setFocus()
        target.view.select_ids([card_id])
        self.context.say("T counts hands anew, S shows the card on the wall.")

    def next_argued(self) -> None:
        """Go to the next card that split the room, closest first."""
        ids = [card.id for card in self.argued.cards()]
        if not ids:
            self.context.say("No card was argued over: T counts hands on one.")
            return
        current = self._active_view().current_id()
        at = ids.index(current) + 1 if current in ids else 0
        self.go_to_card(ids[at % len(ids)])

    # Finding and adding

    def focus_find(self) -> None:
        """Type what to find."""
        self.find_field.setFocus()
        self.find_field.selectAll()

    def _end_find(self) -> None:
        make_blank(self.find_field)
        self._active_view().setFocus()

    def _enter_found(self) -> None:
        """Go to the first card that was found."""
        columns = [self.board.active, *self.board.columns]
        found = next((each for each in columns if each.view.shown_count), None)
        if found is None:
            self.context.say(NOTHING_FOUND)
            return
        found.view.setFocus()
        found.view.select_first()

    def add_card(self) -> None:
        """Open the line for new cards in the column that is worked in."""
        self.board.active.open_field()

    def _add_typed(self, text: str) -> None:
        target = self.sender()
        assert isinstance(target, Column)
        same = self.gestures.same_as(text)
        if same is not None and same.bucket is not None:
            where = same.bucket.value.capitalize()
            self.context.say(f"“{shorten(same.text)}” is there already, in {where}.")
            return
        added = self.gestures.add(text.strip(), target.bucket, target.field)
        if added is not None:
            target.view.select_ids([added])

    def _drop(self, drop: Drop) -> None:
        zone = self.sender()
        target = next(each for each in self.board.columns if each.view.zone is zone)
        self.gestures.drop(drop, target.bucket, target.view)

    # The menu of a column

    def _open_column_menu(self) -> None:
        head = self.sender()
        target = next(each for each in self.board.columns if each.head is head)
        self._menu_column = target
        menu, name = self._column_menu, target.bucket.value.capitalize()
        menu.clear()
        move = menu.addAction(f"Move the selected cards to {name} ({BUCKET_KEYS[target.bucket]})")
        move.setEnabled(bool(self.gestures.chosen()) and self.board.active is not target)
        move.triggered.connect(self._move_selected_here)
        menu.addAction(f"Add a card to {name} (N)").triggered.connect(target.open_field)
        menu.addAction("Select all of it (Ctrl+A)").triggered.connect(self._select_column)
        menu.popup(target.head.menu.mapToGlobal(target.head.menu.rect().bottomLeft()))

    def _move_selected_here(self) -> None:
        if self._menu_column is not None:
            self.gestures.move_to(self._menu_column.bucket)

    def _select_column(self) -> None:
        if self._menu_column is not None:
            self._menu_column.view.setFocus()
            self._menu_column.view.selectAll()

    # Following the session

    def _follow(self, change_set: ChangeSet) -> None:
        cards = [change for change in change_set.changes if change.kind is Activity]
        if cards:
            self._follow_counts()
        # Looking through ten thousand cards at every move would be felt.
        if any(_was_counted(change.before) or _was_counted(change.after) for change in cards):
            self.argued.show_cards()

    def _follow_counts(self) -> None:
        self._list_coming_up()
        self.summarized.emit()

    def _list_coming_up(self) -> None:
        model = self.board.column(Bucket.UNSORTED).model
        live = model.row_of(self.context.room.stage.subject_id)
        first = 0 if live is None else live + 1
        rows = range(first, min(first + _COMING_UP, model.rowCount()))
        self._coming_up.show_texts([model.card(row).text for row in rows])


def _was_counted(record: Record | None) -> bool:
    return isinstance(record, Activity) and record.tally_process is not None


class _ComingUp(QWidget):
    """The next cards, for the eyes of the facilitator."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "muted")
        self._title.setFont(semibold(14))
        self._lines = [label() for _ in range(_COMING_UP)]
        self.setLayout(column(self._title, *self._lines, spacing=9))

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show texts, one a line."""
        self._title.setText("Coming up" if texts else "")
        for number, line in enumerate(self._lines):
            text = texts[number] if number < len(texts) else ""
            line.setText(shorten(text, 36))
            line.setVisible(bool(text))
