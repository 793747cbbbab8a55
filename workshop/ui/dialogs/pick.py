"""A list to pick from: which processes, which activities."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QWidget

from workshop.domain.text import one_line
from workshop.ui.check_delegate import CheckDelegate
from workshop.ui.context import Context
from workshop.ui.focus_ring import FocusRing
from workshop.ui.theme import Size, bold
from workshop.ui.widgets import KeyHints, button, column, label, row

_ID = Qt.ItemDataRole.UserRole
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Question:
    """What a list asks: a title, what it means, and the verb of its button.

    `told` says what a choice would come to, such as answers that disagree; `least` is how many are
    to be picked.
    """

    title: str
    lead: str
    verb: str
    told: Callable[[tuple[int, ...]], str] = lambda _: ""
    least: int = 0


class PickDialog(QDialog):
    """Space picks, Ctrl+F finds, Enter ends it."""

    # The ids that were picked, in the order of the list.
    picked = Signal(tuple)

    def __init__(
        self,
        context: Context,
        question: Question,
        items: Sequence[tuple[int, str]],
        checked: Collection[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Offer items by id and text, some of them picked already."""
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 560)
        self._question = question
        self.model = QStandardItemModel(self)
        for item_id, text in items:
            self.model.appendRow(_item(item_id, text, is_on=item_id in checked))
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        title = label(question.title)
        title.setFont(bold(Size.TITLE))
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText("Find")
        self.find_field.setAccessibleName("Find")
        self.find_field.setClearButtonEnabled(True)
        self.find_field.textChanged.connect(self._shown.setFilterFixedString)
        self.list = QListView()
        self.list.setAccessibleName(question.title)
        self._delegate = CheckDelegate(context)
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self._shown)
        self.list.setUniformItemSizes(True)
        self._told = label("", "muted", wrap=True)
        self.done_button = button(context, question.verb, look="primary")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self._take)
        self.model.itemChanged.connect(self._tell)
        hints = KeyHints(context)
        hints.set_hints((("Space", "Pick"), ("Enter", question.verb), ("Esc", "Leave as it is")))
        layout = column(title, spacing=12, margins=(26, 22, 26, 22))
        for each in (label(question.lead, "muted", wrap=True), self.find_field):
            layout.addWidget(each)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._told)
        foot = row(hints, self.done_button)
        foot.setStretch(0, 1)
        layout.addLayout(foot)
        self.setLayout(layout)
        self._ring = FocusRing(self, context.colors)
        self.list.setCurrentIndex(self._shown.index(0, 0))
        self.list.setFocus()
        self._tell()

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids that are picked now."""
        items = (self.model.item(n) for n in range(self.model.rowCount()))
        return tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _tell(self) -> None:
        ids = self.ids
        self._told.setText(self._question.told(ids))
        self.done_button.setEnabled(len(ids) >= self._question.least)

    def _take(self) -> None:
        self.picked.emit(self.ids)
        self.accept()


def _item(item_id: int, text: str, *, is_on: bool) -> QStandardItem:
    item = QStandardItem(one_line(text[:_LONGEST]))
    item.setData(item_id, _ID)
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    )
    item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
    return item
