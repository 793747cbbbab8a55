"""One line to type into, above the strip. What is typed here is public by nature."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import CommitmentKind
from workshop.domain.records import Activity, Commitment, Excuse, ParkingLotItem, Record
from workshop.domain.stage import Scene, Stage
from workshop.domain.triage import commitment_kind_of
from workshop.ui.context import Context
from workshop.ui.dates import today
from workshop.ui.drafts import DraftKeeper
from workshop.ui.theme import semibold
from workshop.ui.widgets import button, label, row

_LONGEST = 1000


class Entry(StrEnum):
    """What a typed line becomes, as the label says it."""

    CARD = "New card"
    EXCUSE = "Excuse"
    PARKING_ITEM = "For later"
    COMMITMENT = "We commit to"


def draft_key(entry: Entry) -> str:
    """Return the key under which an unfinished line of a kind is kept."""
    return f"solo {entry.name.lower()}"


def entry_for(stage: Stage) -> Entry:
    """Return what typing makes while a scene is shown."""
    if stage.scene in {Scene.GATHER, Scene.CARD, Scene.BOARD, Scene.PICTURE}:
        return Entry.CARD
    if stage.scene in {Scene.PROCESS, Scene.OVERVIEW, Scene.EXCUSES, Scene.DEAL}:
        return Entry.EXCUSE
    if stage.scene in {Scene.COMMITMENTS, Scene.BY_OWNER, Scene.MAKING}:
        return Entry.COMMITMENT
    return Entry.PARKING_ITEM


class Drawer(QFrame):
    """A labeled field with Keep; opened by typing."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        """Begin closed."""
        super().__init__()
        self.setProperty("look", "strip")
        self._context = context
        self._entry = Entry.CARD
        self._keeper: DraftKeeper | None = None
        self._label = label()
        self._label.setFont(semibold(15))
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.field.returnPressed.connect(self.keep)
        keep = button(context, "Keep  Enter", look="primary", name="Keep (Enter)")
        keep.clicked.connect(self.keep)
        layout = row(self._label, self.field, keep, margins=(16, 8, 16, 8))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something can be typed."""
        return not self.isHidden()

    @property
    def entry(self) -> Entry:
        """What a typed line becomes now."""
        return self._entry

    def open(self, entry: Entry, typed: str = "") -> None:
        """Open for a kind of entry, with the first letter where typing opened it."""
        if self.is_open and entry is not self._entry:
            self._put_by()
        self._entry = entry
        self._label.setText(entry.value)
        self.field.setAccessibleName(entry.value)
        if self._keeper is None:
            self.field.clear()
            self._keeper = self._context.drafts.attach(self.field, draft_key(entry))
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.insert(typed)

    def keep(self) -> None:
        """Keep the line; after a card the field is ready for the next one."""
        text = self.field.text().strip()
        if not text:
            self.close_up()
            return
        if self._context.bridge.execute(AddRecords((self._record(text),))) is None:
            return
        self.field.clear()
        if self._keeper is not None:
            self._keeper.drop()
        if self._entry is not Entry.CARD:
            self.close_up()

    def close_up(self) -> None:
        """Close; what was typed and not kept waits for the drawer to be opened again."""
        if not self.is_open:
            return
        self._put_by()
        self.hide()
        self.closed.emit()

    def _put_by(self) -> None:
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.put_by()
            keeper.deleteLater()

    def _record(self, text: str) -> Record:
        bridge = self._context.bridge
        process = bridge.view.process(_process_id(bridge.stage))
        process_id = process.id if process else None
        match self._entry:
            case Entry.CARD:
                return Activity(id=0, text=text)
            case Entry.EXCUSE:
                return Excuse(id=0, text=text, process_id=process_id, raised_on=today())
            case Entry.PARKING_ITEM:
                return ParkingLotItem(id=0, text=text)
            case Entry.COMMITMENT:
                kind = commitment_kind_of(process) if process else CommitmentKind.FIX_NOW
                return Commitment(id=0, text=text, kind=kind, process_id=process_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, before it leaves the mode."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)


def _process_id(stage: Stage) -> int | None:
    return stage.subject_id if stage.scene is Scene.PROCESS else None
