"""What a user has set on this computer, typed. QSettings gives strings back; this gives values."""

from math import inf
from pathlib import Path

from PySide6.QtCore import QSettings

from workshop.domain.room_check import Unit
from workshop.places import data_folder
from workshop.ui.theme import ThemeName

SCALES = (100, 115, 130)
PAPERS = {"letter": "Letter", "a4": "A4"}
"""The papers of handouts, each with the word for it."""

_RECENT = 12


class Settings:
    """Themes, paper, keys, display and recent files; kept at once."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings from a file, by default the one in the user's data folder."""
        file = path or data_folder() / "settings.ini"
        file.parent.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)
        self._texts: dict[str, str] = {}  # to ask the store takes long beside a stroke of paint

    def _text(self, key: str) -> str:
        text = self._texts.get(key)
        if text is None:
            value = self._store.value(key, "")
            text = self._texts[key] = value if isinstance(value, str) else ""
        return text

    def _set(self, key: str, value: str | list[str]) -> None:
        self._texts.pop(key, None)
        self._store.setValue(key, value)
        self._store.sync()

    def _theme(self, key: str) -> ThemeName:
        text = self._text(key)
        return ThemeName(text) if text in set(ThemeName) else ThemeName.LIGHT

    @property
    def console_theme(self) -> ThemeName:
        """The colors of the facilitator's window."""
        return self._theme("console_theme")

    @console_theme.setter
    def console_theme(self, name: ThemeName) -> None:
        self._set("console_theme", name.value)

    @property
    def room_theme(self) -> ThemeName:
        """The colors of the wall."""
        return self._theme("room_theme")

    @room_theme.setter
    def room_theme(self, name: ThemeName) -> None:
        self._set("room_theme", name.value)

    @property
    def paper(self) -> str:
        """The paper of handouts: letter or a4."""
        name = self._text("paper")
        return name if name in PAPERS else next(iter(PAPERS))

    @paper.setter
    def paper(self, name: str) -> None:
        self._set("paper", name)

    @property
    def room_scale(self) -> int:
        """The scale of the wall in percent: 100, 115 or 130."""
        text = self._text("room_scale")
        return int(text) if text in {str(each) for each in SCALES} else SCALES[0]

    @room_scale.setter
    def room_scale(self, percent: int) -> None:
        self._set("room_scale", str(percent))

    @property
    def marking(self) -> str:
        """The marking that the form for a new session begins with."""
        return self._text("marking")

    @marking.setter
    def marking(self, text: str) -> None:
        self._set("marking", text)

    @property
    def room_display(self) -> str:
        """What the display that the room was last shown on is known by."""
        return self._text("room_display")

    @room_display.setter
    def room_display(self, name: str) -> None:
        self._set("room_display", name)

    @property
    def room_unit(self) -> Unit:
        """The unit in which rooms are measured."""
        text = self._text("room_unit")
        return Unit(text) if text in set(Unit) else Unit.METERS

    @room_unit.setter
    def room_unit(self, unit: Unit) -> None:
        self._set("room_unit", unit.value)

    def _meters(self, key: str) -> float | None:
        try:
            found = float(self._text(key))
        except ValueError:
            return None
        return found if 0 < found < inf else None

    @property
    def picture_height(self) -> float | None:
        """How high the picture was, in meters, when the room was last checked."""
        return self._meters("picture_height")

    @picture_height.setter
    def picture_height(self, meters: float) -> None:
        self._set("picture_height", repr(meters))

    @property
    def farthest_chair(self) -> float | None:
        """How far the last chair was, in meters, when the room was last checked."""
        return self._meters("farthest_chair")

    @farthest_chair.setter
    def farthest_chair(self, meters: float) -> None:
        self._set("farthest_chair", repr(meters))

    @property
    def single_keys(self) -> bool:
        """Whether single letters act on cards and grids (WCAG 2.1.4)."""
        return self._text("single_keys") != "off"

    @single_keys.setter
    def single_keys(self, on: bool) -> None:
        self._set("single_keys", "on" if on else "off")

    @property
    def recent(self) -> list[Path]:
        """The files that were last open, newest first; some may be gone."""
        value = self._store.value("recent", [])
        names = value if isinstance(value, list) else [value]  # one name comes back bare
        return [Path(name) for name in names if isinstance(name, str) and name]

    def add_recent(self, path: Path) -> None:
        """Put a file in front of the recent ones."""
        path = path.absolute()
        names = [str(path), *(str(each) for each in self.recent if each != path)]
        self._set("recent", names[:_RECENT])

    def forget_recent(self, path: Path) -> None:
        """Take a file out of the recent ones."""
        self._set("recent", [str(each) for each in self.recent if each != path])
