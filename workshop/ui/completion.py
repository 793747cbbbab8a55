"""Names that are offered while one types."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate

_MOST_SHOWN = 7
_LEAST_WIDTH = 240


class NameCompleter(QCompleter):
    """Offers the names that hold what is typed into a field, in a list below it."""

    def __init__(self, field: QLineEdit, names: Iterable[str] = ()) -> None:
        """Offer names in a field."""
        self._names = QStringListModel()
        super().__init__(self._names, field)
        self._names.setParent(self)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.list = QListView()
        self.list.setProperty("look", "offers")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setMinimumWidth(_LEAST_WIDTH)  # a role is longer than a narrow field
        self.setPopup(self.list)
        # The completer's own delegate knows nothing of the style sheet.
        self.list.setItemDelegate(QStyledItemDelegate(self.list))
        self.list.setAccessibleName("Names that fit")
        field.setCompleter(self)
        self.offer(names)

    def offer(self, names: Iterable[str]) -> None:
        """Offer other names, in the order of the alphabet."""
        self._names.setStringList(sorted(names, key=str.casefold))
