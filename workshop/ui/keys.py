"""What a pressed key is: a text that is typed, or a command."""

from PySide6.QtCore import QEvent, Qt
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


def claims_typed(event: QEvent) -> bool:
    """Claim a typed key for whatever has the keyboard, before it starts an action of the window.

    Return whether the event was about such a key; a widget asks this in its `event`, for itself and
    all that it holds.
    """
    is_override = event.type() is QEvent.Type.ShortcutOverride
    is_claimed = is_override and isinstance(event, QKeyEvent) and is_typed(event)
    if is_claimed:
        event.accept()
    return is_claimed
