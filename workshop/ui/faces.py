"""The typefaces for other scripts, given to Qt when a text of the session first needs them."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLoggingCategory, QObject
from PySide6.QtGui import QFont, QFontDatabase

from workshop import typefaces
from workshop.domain.changes import ChangeSet
from workshop.domain.records import Record
from workshop.ui.bridge import Bridge

_MOST_SHOWN = 12
_loaded: set[str] = set()


class Faces(QObject):
    """Has ready, before anything is painted, what the texts of a session are written in."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Load what the session needs now, and what its changes need later."""
        super().__init__(parent)
        self._bridge = bridge
        load_faces(self._texts())
        bridge.changed.connect(self._follow)

    @property
    def warning(self) -> str:
        """Which characters of the session cannot be shown, in a sentence; blank for none."""
        return warning_of(typefaces.missing_from(self._texts()))

    def _texts(self) -> Iterator[str]:
        return texts_in(
            record for table in self._bridge.state.tables.values() for record in table.values()
        )

    def _follow(self, changes: ChangeSet) -> None:
        load_faces(texts_in(each.after for each in changes.changes if each.after is not None))


def texts_in(records: Iterable[Record]) -> Iterator[str]:
    """Yield the texts of records."""
    return (text for record in records for text in typefaces.texts_of(record))


def load_faces(texts: Iterable[str]) -> None:
    """Let Qt draw texts with the typefaces that come along, whatever else the computer has."""
    for face in sorted(typefaces.faces_for(texts), key=lambda face: face.family):
        if face.family not in _loaded:
            # Qt tells on standard error that the own typeface lacks the script: so we know.
            QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
            _loaded.add(face.family)
            for file in face.files:
                QFontDatabase.addApplicationFont(str(file))
            QFont.insertSubstitution(typefaces.OWN_FAMILY, face.family)


def warning_of(missing: tuple[str, ...]) -> str:
    """Return the sentence that names characters without a typeface, blank for none."""
    if not missing:
        return ""
    more = " …" if len(missing) > _MOST_SHOWN else ""
    shown = " ".join(missing[:_MOST_SHOWN])
    return f"No typeface here has {shown}{more}: write it in words, or the room may see a square."
