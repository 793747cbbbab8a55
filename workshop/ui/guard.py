"""What is shut before Qt is imported: the network, and what the environment could make Qt load."""

import builtins
import os
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

from workshop.domain.errors import GatherError

_ALLOWED = {
    "QT_ACCESSIBILITY",
    "QT_AUTO_SCREEN_SCALE_FACTOR",
    "QT_ENABLE_HIGHDPI_SCALING",
    "QT_FONT_DPI",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON",
    "QT_SCALE_FACTOR",
    "QT_SCALE_FACTOR_ROUNDING_POLICY",
    "QT_SCREEN_SCALE_FACTORS",
    "QT_USE_PHYSICAL_DPI",
}
# The VNC and network platforms that the wheel ships would listen for strangers.
_PLATFORM = re.compile(r"(xcb|wayland|windows|cocoa|offscreen(:configfile=[^:;]+)?)")
_CUPS_SOCKET = "/run/cups/cups.sock"


class NetworkRefusedError(GatherError):
    """Something tried to open an internet socket."""


def prepare_qt(environment: MutableMapping[str, str] = os.environ) -> None:
    """Keep Qt to the display; call it before Qt is imported, which reads its variables then.

    Qt is told its style here too, since asking the application for one later costs 5 ms.
    """
    clean_environment(environment)
    environment["QT_STYLE_OVERRIDE"] = "Fusion"
    import_qt()


def import_qt() -> None:
    """Import Qt without its hook on every later import.

    The hook reads the source of each module for a switch that Gather does not use (snake case for
    Qt's names): 10 to 15 ms of a start.
    """
    importing = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = importing


def shut_network() -> None:
    """Keep the process off the network; call it before anything of a user's is opened.

    An audit hook is called at every import, so what is imported before costs less.
    """
    sys.addaudithook(refuse_network)


def clean_environment(environment: MutableMapping[str, str]) -> None:
    """Drop every variable of Qt that is not known to be harmless, and ask CUPS by its socket."""
    for name in [
        name for name in environment if name.startswith("QT_") and not _is_safe(environment, name)
    ]:
        del environment[name]
    environment["CUPS_SERVER"] = _CUPS_SOCKET


def _is_safe(environment: Mapping[str, str], name: str) -> bool:
    if name == "QT_QPA_PLATFORM":
        return all(map(_PLATFORM.fullmatch, environment[name].split(";")))
    return name in _ALLOWED


def refuse_network(event: str, details: tuple[Any, ...]) -> None:
    """Refuse to connect or bind an internet socket: the audit hook of the process."""
    if event in {"socket.connect", "socket.bind"}:
        import socket  # imported long since by whoever opened one

        opened = details[0]
        if isinstance(opened, socket.socket) and opened.family in {socket.AF_INET, socket.AF_INET6}:
            raise NetworkRefusedError("Gather opens no internet connection.")
