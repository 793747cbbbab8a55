"""The right side of the console: the panel, or the history in its place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from workshop.ui.console.page import PhasePage
from workshop.ui.context import Context
from workshop.ui.widgets import row

if TYPE_CHECKING:  # the first picture stands sooner without them
    from workshop.ui.console.history import History
    from workshop.ui.console.panel import Panel

_PANEL_FROM = 1200
_PANEL_WIDTHS = ((1800, 360), (1400, 300), (0, 280))
_BESIDE_NARROW_RAIL = 260
_HISTORY_WIDTH, _NARROW_HISTORY_WIDTH = 360, 300


class Side(QFrame):
    """As wide as the window allows; hidden by F8, and where the width is needed."""

    # Whether the panel, with its preview of the wall, can be seen.
    panel_shown = Signal(bool)

    def __init__(self, context: Context) -> None:
        """Begin empty; `take` gives it the panel."""
        super().__init__()
        self.setProperty("look", "panel")
        self._context = context
        self._panel: Panel | None = None
        self.history: History | None = None
        self._is_wanted = True
        self._width = 0
        self._page: PhasePage | None = None

    def take(self, panel: "Panel") -> None:
        """Hold the panel."""
        self._panel = panel
        self.setLayout(row(panel, spacing=0))
        panel.show()

    def toggle(self) -> None:
        """Hide what is there, or show it."""
        self._show(not self.isVisible())

    def open_panel(self) -> None:
        """Show the panel, even where there is little room for it."""
        if self._has_history:
            self.toggle_history()
        self._show(True)

    def toggle_history(self) -> None:
        """Show what was done in the place of the panel, or the panel again."""
        opens = not (self._has_history and self.isVisible())
        history = self._made_history()
        history.setVisible(opens)
        assert self._panel is not None
        self._panel.setVisible(not opens)
        if opens:
            self._is_wanted = True
            history.list.setFocus()
        self.fit(self._width, self._page)

    def fit(self, width: int, page: PhasePage | None) -> None:
        """Fit a window of this width with this page in it."""
        self._width, self._page = width, page
        has_room = width >= _PANEL_FROM
        if self._has_history:
            self.setFixedWidth(_HISTORY_WIDTH if has_room else _NARROW_HISTORY_WIDTH)
            self._set_visible(self._is_wanted)
            return
        wanted = next(panel for least, panel in _PANEL_WIDTHS if width >= least)
        is_beside_narrow_rail = page is not None and page.NARROW_RAIL and wanted <= 300
        self.setFixedWidth(_BESIDE_NARROW_RAIL if is_beside_narrow_rail else wanted)
        self._set_visible(has_room and self._is_wanted and not (page and page.HIDES_PANEL))

    @property
    def _has_history(self) -> bool:
        return self.history is not None and not self.history.isHidden()

    def _made_history(self) -> "History":
        from workshop.ui.console.history import History

        if self.history is None:
            self.history = History(self._context)
            self.history.closed.connect(self.toggle_history)
            self.history.hide()
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.history)
        return self.history

    def _show(self, on: bool) -> None:
        self._is_wanted = on
        self._set_visible(on)

    def _set_visible(self, on: bool) -> None:
        self.setVisible(on)
        self.panel_shown.emit(on and not self._has_history)
