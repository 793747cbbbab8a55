"""The wall: every scene that can be drawn, with few and many cards, long and right-to-left text."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize

from tests.pictures.album import Album
from tests.ui.audience.rooms import crowd, look, painted, picture_of, plain, session
from workshop.domain.stage import Scene
from workshop.domain.state import State
from workshop.ui.theme import ThemeName

SIZES = ("1024x768", "1280x800", "1920x1080", "3840x2160")
SESSIONS: dict[str, Callable[[], State]] = {
    "0 cards": lambda: session("empty"),
    "20 cards": lambda: crowd(20, plain),
    "60 cards": lambda: crowd(60, plain),
    "a whole session": lambda: session("reference"),
    "long text": lambda: session("long"),
    "right to left": lambda: session("right to left"),
}
_TIMED = {"timer": "12:40", "timer_part": 0.4}


def draw(
    out: Path, sizes: Sequence[str], themes: Sequence[ThemeName], scenes: Sequence[str]
) -> list[Path]:
    """Write the pictures and a sheet for each size and theme; no scenes are all scenes."""
    chosen = [scene for scene in Scene if not scenes or scene.value in scenes]
    if not chosen:
        return []
    sessions = {name: make() for name, make in SESSIONS.items()}
    sheets = []
    for text in sizes:
        size = QSize(*map(int, text.split("x")))
        for name in themes:
            album = Album(out, f"wall {text} {name}")
            for scene in chosen:
                for caption, state in sessions.items():
                    given = {"hold_until": "10:45"} if scene is Scene.HOLD else _TIMED
                    image = painted(picture_of(state, scene, **given), size, look(name))
                    album.add(scene.value, caption, image)
            sheets.append(album.write_sheet())
    return sheets
