"""Open the window, or say in one sentence why there can be none."""

import ctypes
import gc
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from workshop.cli.opening import opened
from workshop.domain.errors import GatherError

_NO_DISPLAY = (
    "There is no display to open the window on: start Gather in a desktop session, or with "
    "xvfb-run (package xvfb in Debian and Ubuntu)."
)
# What Qt asks of an X11 system beyond what every desktop has.
_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class NoWindowError(GatherError):
    """A computer on which no window can be opened."""


def open_window(path: Path | None, *, sample: bool = False) -> None:
    """Open the window and stay until it is closed; raises NoWindowError where there can be none.

    What is wrong with the file is said first.
    """
    obstacle = why_no_window(os.environ)
    if obstacle:
        if path is not None:
            with opened(path, read_only=True):
                pass
        raise NoWindowError(obstacle)
    gc.disable()  # nothing of what is made to open a window goes before it; `run` looks after it
    try:
        from workshop.ui.app import run
    except ImportError as error:  # a system library that Qt needs
        raise NoWindowError(
            f"The window cannot be opened ({error}): install libgl1, libegl1, libxkbcommon0 and "
            "libdbus-1-3 (Debian, Ubuntu)."
        ) from error
    code = run(path, sample=sample)
    if code:
        raise click.exceptions.Exit(code)


def why_no_window(environ: Mapping[str, str], system: str = sys.platform) -> str:
    """Return why no window can be opened here, blank where one can."""
    if not system.startswith("linux") or environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return ""
    if environ.get("WAYLAND_DISPLAY"):
        return ""
    if not environ.get("DISPLAY"):
        return _NO_DISPLAY
    missing = [package for name, package in _X11_LIBRARIES.items() if not _loads(name)]
    if missing:
        return f"Qt cannot open a window here: install {' '.join(missing)} (Debian, Ubuntu)."
    return "" if _answers(environ["DISPLAY"]) else _NO_DISPLAY


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _answers(name: str) -> bool:
    """Tell whether the display can be reached; Qt itself would end the program."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    display = x11.XOpenDisplay(os.fsencode(name))
    if display:
        x11.XCloseDisplay(display)
    return bool(display)
