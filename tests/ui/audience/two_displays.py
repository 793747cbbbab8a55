"""A program of its own on two displays: the room opens, loses its display and comes back.

Run by test_displays; prints what it saw as JSON. The displays are those of the file that
QT_QPA_PLATFORM names. Qt cannot pull a display out offscreen, so its signals are sent by hand.
"""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workshop.session import Session
from workshop.ui.audience.screens import key_of
from workshop.ui.bridge import Bridge
from workshop.ui.console.window import Console
from workshop.ui.context import Context
from workshop.ui.display_check import DisplayCheck
from workshop.ui.pages import PAGES
from workshop.ui.settings import Settings
from workshop.ui.theme import load_fonts


def check(context: Context, console: Console) -> None:
    """Choose the second display in the display check, where it is free."""
    console.displays.close()
    dialog = DisplayCheck(context, console.displays, console)
    if dialog.choices[0].isEnabled():
        dialog.choose(0)
        assert dialog.choices[0].isChecked()
        assert "smallest line" in context.wall.drawing.text
    dialog.reject()
    assert "smallest line" not in context.wall.drawing.text


def main(folder: Path) -> None:
    app = QApplication([])
    load_fonts()
    settings = Settings(folder / "settings.ini")
    context = Context(Bridge(Session.create(folder / "s.gather", title="Riverside")), settings)
    console = Console(context, PAGES)
    console.show()
    seen = []

    def note(step: str) -> None:
        app.processEvents()
        window = console.displays.window
        seen.append(
            {
                "step": step,
                "screen": window.screen().name() if window else "",
                "rect": list(window.geometry().getRect()) if window else [],
                "full": bool(window and window.isFullScreen()),
                "windows": sum(w.isVisible() for w in app.topLevelWidgets() if w.isWindow()),
                "notice": console.notice.text,
                "line": console.panel.display.text(),
                "shape": [context.wall.shape.width(), context.wall.shape.height()],
            }
        )

    console.displays.start()
    note("a new computer")
    console.actions_["audience"].trigger()
    note("shown")
    screens = {screen.name(): screen for screen in app.screens()}
    projector = screens.get("projector")
    if projector is not None:
        app.screenRemoved.emit(projector)
        note("pulled out")
        app.screenAdded.emit(projector)
        note("back")
        check(context, console)
        note("checked")
        settings.room_display = "another one"
        console.windowHandle().setScreen(projector)
        note("covered")
        console.windowHandle().setScreen(screens["laptop"])
        note("moved away")
        solo = console.actions_["solo"]
        solo.trigger()
        note("solo")
        solo.trigger()
        note("after solo")
        console.actions_["audience"].trigger()
        note("closed")
        solo.trigger()
        solo.trigger()
        note("solo without a room")
        settings.room_display = key_of(projector)
        console.displays.start()
        note("known")
        console.actions_["audience"].trigger()
        console.windowHandle().setScreen(projector)
        console.actions_["audience"].trigger()
        note("the other way round")
    console.close()
    note("left")
    context.bridge.close()
    json.dump(seen, sys.stdout)


main(Path(sys.argv[1]))
