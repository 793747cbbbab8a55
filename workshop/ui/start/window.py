"""The window that is shown while no session is open."""

from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from workshop.domain.dates import long_day, today
from workshop.ui.actions import Actions, ActionSpec, Menu
from workshop.ui.dress import Dress
from workshop.ui.focus_ring import FocusRing
from workshop.ui.notice import Notice
from workshop.ui.start.brand import Brand
from workshop.ui.start.choices import Choices
from workshop.ui.start.model import RecentModel
from workshop.ui.start.recents import Recent, RecentReader
from workshop.ui.start.sessions import Sessions
from workshop.ui.widgets import KeyHints

GO_ON = "Go on with it"
FORGET = "Take it out of the list"

_HINTS = (
    ("↑ ↓", "Choose"),
    ("Enter", "Open"),
    ("N", "New"),
    ("O", "Open a file"),
    ("F", "Start the follow-up"),
    ("F1", "All keys"),
)
_BRAND_PARTS, _REST_PARTS = 34, 66
_FIRST_PICTURE = 60  # milliseconds until it is surely there


class StartWindow(QMainWindow):
    """Offers the sample, a new session, a file; and the recent ones once there are any."""

    sample_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    keys_asked = Signal()
    about_asked = Signal()
    quit_asked = Signal()
    # A Path.
    file_chosen = Signal(object)
    follow_up_asked = Signal(object)
    closing = Signal()
    # The first picture is there: what takes longer can begin.
    stands = Signal()

    def __init__(self, dress: Dress) -> None:
        """Show the recent files of the settings, or where to begin if there is none."""
        super().__init__()
        self.setWindowTitle("Gather")
        self.setMinimumSize(QSize(1024, 720))
        self.setAcceptDrops(True)
        self._dress = dress
        paths = dress.settings.recent
        self._model = RecentModel(paths, self)
        self._reader = RecentReader(paths, self)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_FIRST_PICTURE)
        self._first.timeout.connect(self.stands)
        self._told: Recent | None = None
        self.notice = Notice(dress)
        self.actions_ = Actions(self, single_keys=dress.settings.single_keys)
        self._choices = Choices(dress)
        self._sessions = Sessions(dress, self._model)
        self._hints = KeyHints(dress)
        self._build()
        self._connect()
        self._add_actions()
        self._ring = FocusRing(self, dress.colors)
        self._show_recents(bool(paths))

    def _build(self) -> None:
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Brand(), _BRAND_PARTS)
        right = QWidget()
        inner = QVBoxLayout(right)
        inner.setContentsMargins(68, 52, 68, 40)
        inner.setSpacing(14)
        inner.addWidget(self.notice)
        inner.addWidget(self._choices, 1)
        inner.addWidget(self._sessions, 1)
        inner.addWidget(self._hints)
        layout.addWidget(right, _REST_PARTS)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._choices.chosen.connect(self._begin)
        self._sessions.sample_asked.connect(self.sample_asked)
        self._sessions.new_asked.connect(self.new_asked)
        self._sessions.open_asked.connect(self.open_asked)
        self._sessions.chosen.connect(self._open)
        self._sessions.forgotten.connect(self._forget)
        self._sessions.follow_up_asked.connect(self._follow_up)
        self._reader.found.connect(self._follow)
        self.notice.chosen.connect(self._answer)
        self._dress.themed.connect(self._dress_all)

    def _add_actions(self) -> None:
        add = self.actions_.add
        add(ActionSpec("sample", "Try the sample", Menu.FILE, ("1",)), self.sample_asked.emit)
        add(ActionSpec("new", "New session", Menu.FILE, ("Ctrl+N", "N", "2")), self.new_asked.emit)
        add(ActionSpec("open", "Open…", Menu.FILE, ("Ctrl+O", "O", "3")), self.open_asked.emit)
        add(
            ActionSpec("open_recent", "Open the chosen session", Menu.FILE, ("Return", "Enter")),
            self._sessions.open_current,
            self._sessions.list,
        )
        add(
            ActionSpec("forget", "Take out of this list", Menu.FILE, ("Delete",)),
            self._sessions.forget_current,
            self._sessions.list,
        )
        add(
            ActionSpec("follow_up", "Start the follow-up of the chosen session", Menu.FILE, ("F",)),
            self._sessions.follow_up_current,
            self._sessions.list,
        )
        add(ActionSpec("quit", "Quit", Menu.FILE, ("Ctrl+Q",)), self.quit_asked.emit)
        add(ActionSpec("keys", "Keys", Menu.HELP, ("F1",)), self.keys_asked.emit)
        add(ActionSpec("about", "About Gather", Menu.HELP), self.about_asked.emit)

    def _show_recents(self, there_are: bool) -> None:
        self._choices.setVisible(not there_are)
        self._sessions.setVisible(there_are)
        if there_are:
            self._hints.set_hints(_HINTS)
            self._sessions.focus_first()
        else:
            self._hints.set_hints([("1 2 3", "Choose"), ("Ctrl+O", "Open"), ("F1", "All keys")])
            self._choices.focus_first()

    def all_actions(self) -> list[ActionSpec]:
        """Return what the keys of this window do."""
        return self.actions_.specs()

    def read_recents(self) -> None:
        """Begin to read what is in the recent files."""
        self._reader.start()

    def stop_reading(self) -> None:
        """See that none of the recent files is open for reading."""
        self._first.stop()
        self._reader.stop()

    @property
    def recents(self) -> RecentModel:
        """The recent files."""
        return self._model

    def _follow(self, recent: Recent) -> None:
        self._model.follow(recent)
        crashed = self._model.crashed()
        if crashed is not None and crashed != self._told and not self.notice.text:
            self._told = crashed
            self.notice.tell(_crash_sentence(crashed), GO_ON)

    def _answer(self, words: str) -> None:
        if words == GO_ON and self._told is not None:
            self.file_chosen.emit(self._told.path)
        elif words == FORGET:
            self.notice.hide()
            self._sessions.forget_current()

    def _begin(self, number: int) -> None:
        (self.sample_asked, self.new_asked, self.open_asked)[number].emit()

    def _open(self, recent: Recent) -> None:
        if recent.is_missing:
            self.notice.tell(f"“{recent.path.name}” is not there now: bring its disk back.", FORGET)
        else:
            self.file_chosen.emit(recent.path)

    def _follow_up(self, recent: Recent) -> None:
        if recent.is_missing:
            self._open(recent)
        else:
            self.follow_up_asked.emit(recent.path)

    def _forget(self, recent: Recent) -> None:
        self._dress.settings.forget_recent(recent.path)
        self._show_recents(self._model.rowCount() > 0)

    def _dress_all(self) -> None:
        self._ring.set_colors(self._dress.colors)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one session file."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that is dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_chosen.emit(path)

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the first picture."""
        super().showEvent(event)
        self._first.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self.stop_reading()
        self.closing.emit()
        super().closeEvent(event)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == ".gather" else None


def _crash_sentence(recent: Recent) -> str:
    kept = {0: "", 1: ", and one unfinished text was kept"}.get(
        recent.drafts or 0, f", and {recent.drafts} unfinished texts were kept"
    )
    changed = recent.changed_at
    at = f" at {changed:%H:%M} on {long_day(changed, today())}" if changed else ""
    return (
        f"Gather closed unexpectedly{at} with “{recent.title}” open. "
        f"Everything up to then is in the file{kept}."
    )
