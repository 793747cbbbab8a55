"""The phase in which activities are gathered: typed, pasted, imported; repeats found."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Phase
from workshop.domain.records import Activity, Participant
from workshop.domain.stage import Scene
from workshop.domain.text import counted, record_id, sameness_key, shorten
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.board.column import CardField
from workshop.ui.board.gestures import CardGestures
from workshop.ui.board.painting import CardPainter
from workshop.ui.board.view import NOTHING_FOUND, BoardView
from workshop.ui.console.near_duplicates import NearDuplicates
from workshop.ui.console.page import PhasePage
from workshop.ui.console.pairs_panel import PairsPanel
from workshop.ui.context import Context
from workshop.ui.models.cards import NewestModel
from workshop.ui.pasting import ManyPasted
from workshop.ui.theme import Size, font, semibold
from workshop.ui.widgets import ChoiceBox, button, column, frame, label, make_blank, row

_TWO_CARDS_FROM = 560
_ENTRY_HINTS = (
    ("Enter", "Keep, next card"),
    ("Ctrl+V", "Paste a list"),
    ("Ctrl+Alt+W", "Show on the wall"),
    ("Ctrl+Z", "Undo"),
)
_TO_THE_CARDS = ("↓", "To the cards")
_CARD_HINTS = (
    ("N", "Type a card"),
    ("Enter", "Edit"),
    ("M", "Merge"),
    ("S", "Show on the wall"),
    ("Ctrl+Z", "Undo"),
)
_NAME_LENGTH = 16
_WITHOUT_NAME = ("Without a name", "")
_EMPTY = (
    "No cards yet.\nType what is done here each day and press Enter, one activity a card.\n"
    "A list can be pasted (Ctrl+V) or imported from a file."
)


class GatherPage(PhasePage):
    """A line to type into, the cards so far, and pairs that may be the same."""

    PHASE: ClassVar[Phase] = Phase.GATHER
    TITLE: ClassVar[str] = "Gather"
    SCENES: ClassVar[Sequence[tuple[Scene, str]]] = ((Scene.GATHER, "Newest"),)

    def __init__(self, context: Context) -> None:
        """Show the cards of a session, newest first."""
        super().__init__(context)
        self.entry = CardField("What is done here each day? Start with a verb.", "New card")
        self.entry.setFont(font(Size.HEADING))
        self.entry.setStyleSheet("min-height: 44px;")
        self._drafts = context.drafts.attach(self.entry, "gather.entry")
        self._many = ManyPasted(self.entry)
        self._is_in_cards = False
        self._who = ChoiceBox(context, "Written by", [_WITHOUT_NAME])
        self._who.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._who.setMinimumContentsLength(_NAME_LENGTH)
        self._keep = button(context, "Keep", "plus", look="primary", name="Keep the card (Enter)")
        self._told = label("", "muted")
        self._painter = CardPainter(context.colors)
        self.model = NewestModel(context.bridge)
        self.view = BoardView(self.model, self._painter, "Cards, newest first")
        self.view.setDragEnabled(False)
        self.view.empty_text = _EMPTY
        self.near = NearDuplicates(context.bridge, self)
        self.pairs = PairsPanel(context, self.near)
        self.gestures = CardGestures(context, self, self._active_view, "gather")
        self.find_field = CardField("Find a card  Ctrl+F", "Find a card (Ctrl+F)")
        self._paste = button(context, "Paste…", "clipboard-paste", name="Paste a list of cards")
        self._import = button(context, "Import…", "download", name="Import a file of cards")
        self._silent = label("", wrap=True)
        self._silent_heading = label("No card yet from", "muted")
        self._silent_heading.setFont(semibold(Size.SMALL))
        self._side = QWidget()
        self._side.setLayout(column(self._silent_heading, self._silent, spacing=6))
        self._build()
        self._connect()
        self._list_people()
        self._follow_width()

    def _build(self) -> None:
        self.find_field.setFixedWidth(190)
        self._told.setMinimumHeight(20)
        cards = frame("sunken")
        cards.setLayout(column(self.view, margins=(1, 4, 1, 4)))
        middle = row(cards, self.pairs, spacing=12)
        middle.setStretch(0, 1)
        layout = column(spacing=8)
        entry = row(self.entry, self._who, self._keep)
        entry.setStretch(0, 1)
        layout.addLayout(entry)
        layout.addWidget(self._told)
        layout.addLayout(middle, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.entry.returnPressed.connect(self._keep_entry)
        self.entry.left_down.connect(self._enter_cards)
        self.entry.escaped.connect(self._give_up_repeat)
        self._many.pasted.connect(self.preview_text)
        self.entry.textEdited.connect(self._forget_told)
        self._keep.clicked.connect(self._keep_entry)
        self._paste.clicked.connect(self.paste_many)
        self._import.clicked.connect(self.ask_import)
        self.find_field.textChanged.connect(self._search)
        self.find_field.escaped.connect(self._end_find)
        self.find_field.left_down.connect(self._enter_found)
        self.find_field.returnPressed.connect(self._enter_found)
        self.gestures.attach(self.view)
        self.entry.installEventFilter(self)
        self.view.installEventFilter(self)
        self.pairs.third_asked.connect(self._merge_pair)
        self.pairs.left.connect(self.entry.setFocus)
        self.near.looked.connect(self._tell_near)
        self.context.bridge.changed.connect(self._follow)
        self.context.themed.connect(self._dress)

    def _active_view(self) -> BoardView:
        return self.view

    def _dress(self) -> None:
        self._painter.set_colors(self.context.colors)
        self.view.viewport().update()
        self._keep.setIcon(self.context.icon("plus", "on primary"))
        self._paste.setIcon(self.context.icon("clipboard-paste"))
        self._import.setIcon(self.context.icon("download"))

    # What the console shows around the page

    def add_actions(self, actions: Actions) -> None:
        """Add what can be done with cards, and the ways in for many."""
        self.gestures.add_actions(actions, self.view, ordered=False)
        spec = ActionSpec("gather_new", "Type a card", Menu.CARDS, ("N",))
        actions.add(spec, self.entry.setFocus, self.view)
        paste = ActionSpec("gather_paste", "Paste a list of cards", Menu.CARDS, ("Ctrl+Shift+V",))
        actions.add(paste, self.paste_many, self)
        read = ActionSpec("gather_import", "Import a file of cards", Menu.CARDS, ("Ctrl+I",))
        actions.add(read, self.ask_import, self)

    def summary(self) -> str:
        """Return how many cards there are."""
        return counted(self.model.rowCount(), ("card", "cards"))

    def tools(self) -> list[QWidget]:
        """Return the find field and the ways in for many cards."""
        return [self.find_field, self._paste, self._import]

    def side(self) -> QWidget:
        """Return who has given no card yet."""
        return self._side

    def hints(self) -> Sequence[tuple[str, str]]:
        """Return the keys of fast entry, or those of the cards while one works with them."""
        if not self.view.shown_count:
            return _ENTRY_HINTS
        return _CARD_HINTS if self._is_in_cards else (*_ENTRY_HINTS, _TO_THE_CARDS)

    def enter(self) -> None:
        """Type at once; look for pairs among what came in meanwhile."""
        self.entry.setFocus()
        self.near.resume()

    def leave(self) -> None:
        """Keep what is typed in an open editor; pairs are looked for all the same."""
        self.gestures.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show other keys when the focus goes from the entry to the cards, or back."""
        is_in_cards = watched is self.view
        if event.type() is QEvent.Type.FocusIn and is_in_cards is not self._is_in_cards:
            self._is_in_cards = is_in_cards
            self.hinted.emit()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for no more pairs when the window closes."""
        super().hideEvent(event)
        if not self.window().isVisible():
            self.near.stop()

    def open_draft(self, key: str) -> None:
        """Open the editor of a card whose text was left unfinished."""
        if self.gestures.open_third(key):
            return
        make_blank(self.find_field)
        self.gestures.edit_card(record_id(key.rpartition(" ")[2]))

    def show_on_wall(self) -> None:
        """Show the question and the newest cards."""
        if self.context.room.show(Scene.GATHER):
            self.context.say("On the wall: the newest cards")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show two cards side by side where there is room."""
        super().resizeEvent(event)
        self._follow_width()

    def _follow_width(self) -> None:
        self.view.columns = 2 if self.view.width() >= _TWO_CARDS_FROM else 1

    # One card

    def _keep_entry(self) -> None:
        self.entry.setFocus()  # also from the button; coming back by Tab would select the text
        text = self.entry.text().strip()
        if not text:
            self._tell("Type what is done, then press Enter.")
            return
        same = self.gestures.same_as(text)
        if same is not None:
            self._tell(f"“{shorten(same.text)}” is there already. Change it, or press Esc.")
            self.view.select_ids([same.id])
            return
        card = Activity(id=0, text=text, contributor=self._who.choice)
        if self.context.drafts.save(AddRecords((card,)), self.entry) is not None:
            self.view.scrollToTop()
            self.view.clearSelection()

    def _give_up_repeat(self) -> None:
        """Empty the line where its text is a card already; any other text stays."""
        if self.gestures.same_as(self.entry.text()) is not None:
            make_blank(self.entry)
            self._drafts.drop()
            self._forget_told()

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self.context.say(sentence)

    def _forget_told(self) -> None:
        self._told.clear()

    def _tell_near(self, looked_at: frozenset[int]) -> None:
        """Tell quietly that the card just typed is close to another."""
        if len(looked_at) != 1:
            return
        (new,) = looked_at
        state = self.context.bridge.state
        pair = next((pair for pair in self.near.pairs if new in (pair.a, pair.b)), None)
        other = state.get(Activity, pair.a if pair.b == new else pair.b) if pair else None
        if other is not None:
            self._told.setText(f"Close to “{shorten(other.text, 70)}”")

    # Many cards

    def paste_many(self) -> None:
        """Show what the lines of the clipboard would add."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._tell("The clipboard holds no text. Copy a list first, one activity a line.")
            return
        self.preview_text(text)

    def preview_text(self, text: str) -> None:
        """Show what a text of many lines would add."""
        self.preview(text.encode("utf-8", "replace"), "")

    def ask_import(self) -> None:
        """Ask for a file, and show what it would add."""
        from workshop.ui.dialogs.files import ask_table, documents

        path = ask_table(self.window(), documents())
        if path is not None:
            self.preview_file(path)

    def preview_file(self, path: Path) -> None:
        """Show what a file would add."""
        from workshop.files import FileError, os_error_sentence

        try:
            data = path.read_bytes()
        except OSError as error:
            self._tell(str(FileError(os_error_sentence(error, path))))
            return
        self.preview(data, path.name)

    def preview(self, data: bytes, name: str) -> None:
        """Show what a source would add; it is read beside the window."""
        from workshop.exchange.importing import Source
        from workshop.ui.dialogs.add_many import AddMany

        dialog = AddMany(self.context, Source(data, name), self.window())
        dialog.added.connect(self.view.scrollToTop)
        dialog.finished.connect(self.entry.setFocus)
        dialog.open()

    def _merge_pair(self, cards: list[Activity]) -> None:
        if len(cards) == 2:
            dialog = self.gestures.ask_wording([card.id for card in cards])
            dialog.open_third()
            dialog.kept_apart.connect(self.pairs.keep_apart)
            dialog.finished.connect(self.entry.setFocus)
            dialog.open()

    # The list

    def _enter_cards(self) -> None:
        if self.view.shown_count:
            self.view.setFocus()

    def _enter_found(self) -> None:
        """Go to the first card that was found."""
        if not self.view.shown_count:
            self.context.say(NOTHING_FOUND)
            return
        self.view.setFocus()
        self.view.select_first()

    def focus_find(self) -> None:
        """Type what to find."""
        self.find_field.setFocus()
        self.find_field.selectAll()

    def _search(self, text: str) -> None:
        needle = text.strip().casefold()

        def matches(card: Activity) -> bool:
            return needle in card.text.casefold()

        self._painter.needle = needle
        self.view.set_matches(matches if needle else None)

    def _end_find(self) -> None:
        make_blank(self.find_field)
        self.entry.setFocus()

    # Following the session

    def _follow(self, change_set: ChangeSet) -> None:
        kinds = {change.kind for change in change_set.changes}
        if Activity in kinds or Participant in kinds:
            self.summarized.emit()
            self._list_people()
        if Activity in kinds:
            self._told.clear()

    def _list_people(self) -> None:
        """List who can have written a card, and who has written none."""
        people = [person.name for person in self.context.bridge.state.all(Participant)]
        known = [self._who.itemText(n) for n in range(1, self._who.count())]
        if known != people:
            chosen = self._who.choice
            self._who.offer([_WITHOUT_NAME, *zip(people, people, strict=True)])
            self._who.choose(chosen if chosen in people else "")
        self._who.setVisible(bool(people))
        given = {sameness_key(card.contributor) for card in self.model.cards() if card.contributor}
        silent = [name for name in people if sameness_key(name) not in given] if given else []
        self._silent_heading.setText("No card yet from" if silent else "")
        self._silent.setText(", ".join(silent))
