"""Who is in charge: a role, or nobody."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from workshop.domain.records import NOBODY, Participant
from workshop.ui.badges import KeyButton
from workshop.ui.completion import NameCompleter
from workshop.ui.context import Context
from workshop.ui.inventory.field_widgets import TextField
from workshop.ui.inventory.fields import Field

_LONGEST = 80
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class OwnerField(TextField):
    """A text that offers the roles in use, with a button for "nobody"."""

    # The button was chosen, and the answer given.
    nobody_said = Signal()

    def __init__(self, context: Context, field: Field, process_id: int, text: str) -> None:
        """Show an owner."""
        super().__init__(context, field, process_id, text)
        self._nobody = KeyButton(context, "Nobody", "Alt+N")
        self._nobody.clicked.connect(self._say_nobody)
        # Not the button's own shortcut, which clicks a moment later.
        QShortcut(QKeySequence("Alt+N"), self, context=_HERE).activated.connect(self._say_nobody)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._nobody)
        assert isinstance(self.editor, QLineEdit)
        NameCompleter(self.editor, _roles(context)).list.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on when the list is open but nothing in it was picked."""
        is_key = event.type() == QEvent.Type.KeyPress
        if isinstance(watched, QAbstractItemView) and is_key and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and not watched.currentIndex().isValid():
                watched.hide()
                QCoreApplication.postEvent(self.editor, event.clone())
                return True
        return super().eventFilter(watched, event)

    def _say_nobody(self) -> None:
        assert isinstance(self.editor, QLineEdit)
        self.editor.setText(NOBODY)
        self.finish()
        self.nobody_said.emit()


def _roles(context: Context) -> set[str]:
    """Return the owners and roles that the session has, once each."""
    view = context.bridge.view
    owners = [process.owner for process in view.processes]
    owners += [commitment.owner for commitment in view.commitments]
    owners += [person.role for person in view.all(Participant)]
    return {each for each in owners if each.strip() and len(each) <= _LONGEST}
