"""The recent sessions, with what is known of each."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QListView, QMenu, QWidget

from workshop.ui.dress import Dress
from workshop.ui.start.delegate import RecentDelegate
from workshop.ui.start.model import RecentModel
from workshop.ui.start.recents import Recent
from workshop.ui.theme import bold, semibold
from workshop.ui.widgets import button, column, label, row


class Sessions(QWidget):
    """A list of files: Enter or a click opens, Delete takes out of the list."""

    sample_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    # A Recent.
    chosen = Signal(object)
    forgotten = Signal(object)
    follow_up_asked = Signal(object)

    def __init__(self, dress: Dress, model: RecentModel) -> None:
        """Show the files of a model."""
        super().__init__()
        self._dress = dress
        self._model = model
        title = label("Sessions")
        title.setFont(bold(26))
        self._sample = button(dress, "Sample", "play", name="Try the sample")
        self._open = button(dress, "Open…", "folder-open", name="Open a session file (O)")
        self._new = button(
            dress, "New session", "file-plus", look="primary", name="New session (N)"
        )
        self._next = button(dress, "Follow-up", "calendar-clock", name="Start the follow-up (F)")
        self._next.clicked.connect(self.follow_up_current)
        self._sample.clicked.connect(self.sample_asked)
        self._open.clicked.connect(self.open_asked)
        self._new.clicked.connect(self.new_asked)
        recent = label("Recent", "muted")
        recent.setFont(semibold(14))
        recent.setContentsMargins(4, 12, 0, 0)
        self.list = QListView()
        self.list.setAccessibleName("Recent sessions")
        self._delegate = RecentDelegate(dress)
        self.list.setModel(model)
        self.list.setItemDelegate(self._delegate)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        self.list.clicked.connect(self._choose)
        layout = column(spacing=8)
        ways = (self._sample, self._open, self._next, self._new)
        layout.addLayout(row(title, 1, *ways, spacing=10))
        layout.addWidget(recent)
        layout.addWidget(self.list, 1)
        self.setLayout(layout)
        dress.themed.connect(self._dress_all)

    def _dress_all(self) -> None:
        icons = (
            (self._sample, "play"),
            (self._open, "folder-open"),
            (self._next, "calendar-clock"),
        )
        for each, icon in icons:
            each.setIcon(self._dress.icon(icon))
        self._new.setIcon(self._dress.icon("file-plus", "on primary"))

    def focus_first(self) -> None:
        """Put the focus on the newest file."""
        self.list.setCurrentIndex(self._model.index(0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current(self) -> Recent | None:
        """The chosen file, or None."""
        index = self.list.currentIndex()
        return self._model.recent(index.row()) if index.isValid() else None

    def open_current(self) -> None:
        """Open the chosen file."""
        if self.current is not None:
            self.chosen.emit(self.current)

    def follow_up_current(self) -> None:
        """Begin the session after the chosen file."""
        if self.current is not None:
            self.follow_up_asked.emit(self.current)

    def forget_current(self) -> None:
        """Take the chosen file out of the list; the file itself stays."""
        recent = self.current
        if recent is not None:
            self._model.forget(self.list.currentIndex().row())
            self.forgotten.emit(recent)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.recent(index.row()))

    def _offer(self, at: QPoint) -> None:
        if not self.list.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Open", self.open_current)
        menu.addAction("Start the follow-up", self.follow_up_current)
        menu.addAction("Take out of this list", self.forget_current)
        menu.popup(self.list.viewport().mapToGlobal(at))
