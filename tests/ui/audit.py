"""What a screen reader, a keyboard and a finger find in a window."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_MOST_STEPS = 200
TARGET = 34  # pixels, the least that a finger or a shaking hand hits
_CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTextEdit,
)  # fmt: skip
_NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}


def controls(window: QWidget) -> Iterator[QWidget]:
    """Yield what a user can act on, as far as it is seen."""
    for each in window.findChildren(QWidget):
        is_part = isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox)
        is_hidden = not each.isVisible() or each.visibleRegion().isEmpty()
        if isinstance(each, _CONTROLS) and not is_part and not is_hidden:
            yield each


def told(widget: QWidget) -> str:
    """Return what a widget is, for the message of a test that fails."""
    found = QAccessible.queryAccessibleInterface(widget)
    name = found.text(QAccessible.Text.Name) if found else ""
    kind, parent = type(widget).__name__, type(widget.parentWidget()).__name__
    return f"{kind} “{name}” in {parent}, {widget.width()} by {widget.height()}"


def unnamed(window: QWidget) -> list[str]:
    """Return the controls without a name or a role."""
    found = []
    for each in controls(window):
        interface = QAccessible.queryAccessibleInterface(each)
        if (
            interface is None
            or not interface.text(QAccessible.Text.Name).strip()
            or interface.role() in _NO_ROLE
        ):
            found.append(told(each))
    return found


def small(window: QWidget) -> list[str]:
    """Return the controls that are too small to hit."""
    return [
        told(each)
        for each in controls(window)
        if each.height() < TARGET or (each.width() < TARGET and not isinstance(each, QCheckBox))
    ]


def marked_up(window: QWidget) -> list[str]:
    """Return the labels that would take a text for markup."""
    plain = Qt.TextFormat.PlainText
    labels = window.findChildren(QLabel)
    return [told(each) for each in labels if each.textFormat() is not plain]


def missed_by_tab(window: QWidget, *, back: bool = False) -> list[str]:
    """Return the controls that Tab does not reach on its way round a window.

    Of buttons of which one holds Tab reaches one; the arrow keys go on from there. Raises
    AssertionError where Tab does not come round.
    """
    reached = set(_tab_walk(window, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab))
    groups = {_group(each) for each in reached} - {None}
    return sorted(
        told(each)
        for each in controls(window)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isEnabled()
        and each not in reached
        and _group(each) not in groups
    )


def _group(widget: QWidget) -> QButtonGroup | None:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else None


def _tab_walk(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Return what has the focus from one press of Tab to the next, until it comes round."""
    seen: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        focused = window.focusWidget()
        assert focused is not None
        if len(seen) > 1 and focused is seen[0]:
            return seen
        if not seen or focused is not seen[-1]:
            seen.append(focused)
        QTest.keyClick(focused, key)
        QApplication.processEvents()
    raise AssertionError(f"Tab is trapped at {told(seen[-1])}")
