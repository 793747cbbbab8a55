"""The marking of the session, as a band across the window."""

from PySide6.QtCore import Qt

from workshop.domain.text import one_line
from workshop.ui.context import Context
from workshop.ui.widgets import ElidedLabel

_HEIGHT = 24


class Marking(ElidedLabel):
    """Stands at the top and at the bottom of the console, as it does on the wall and on paper."""

    def __init__(self, context: Context) -> None:
        """Follow the session; a session without a marking has no band."""
        super().__init__("marking", Qt.AlignmentFlag.AlignHCenter)
        self._context = context
        self.setFixedHeight(_HEIGHT)
        context.bridge.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        marking = one_line(self._context.bridge.view.facts.marking)
        self.setText(marking)
        self.setVisible(bool(marking))
