"""What a pressed key is: a text that is typed, or a command."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_WITH_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def is_typed(event: QKeyEvent) -> bool:
    """Tell whether a key is text, and no command and no dot: presenter remotes blank with that."""
    text = event.text()
    is_text = bool(text) and text.isprintable() and text != "."
    return is_text and not event.modifiers() & _WITH_COMMANDS
