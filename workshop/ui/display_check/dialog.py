"""The two questions of the display check, side by side."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QVBoxLayout, QWidget

from workshop.ui.audience.displays import Displays
from workshop.ui.audience.screens import Place, Use
from workshop.ui.badges import QuestionNumber
from workshop.ui.context import Context
from workshop.ui.display_check.back_row import BackRow
from workshop.ui.display_check.choice import Choice
from workshop.ui.display_check.monitors import Monitors
from workshop.ui.display_check.wording import place_words
from workshop.ui.focus_ring import FocusRing
from workshop.ui.theme import Size, bold, semibold
from workshop.ui.widgets import KeyHints, button, column, frame, label, row

_HINTS = (("1 2 3", "Choose the display"), ("S", "Test card"), ("+ −", "Size"), ("Esc", "Close"))  # noqa: RUF001
_ONE = "Only one display"
_ONE_WORDS = "The room sees this window. Private text stays hidden."
_FOUND_AGAIN = "It is found again next time, by its name and its number or size."


class DisplayCheck(QDialog):
    """Chooses the display of the room and the size on it. What is chosen is there at once."""

    # The room is to see this window: there is only one display.
    solo_asked = Signal()

    def __init__(self, context: Context, displays: Displays, parent: QWidget | None = None) -> None:
        """Show how the displays are used now."""
        super().__init__(parent)
        self.setWindowTitle("Display check")
        self.resize(980, 620)
        self._context = context
        self._displays = displays
        self._wants_solo = False
        self._screens: list[QScreen] = []
        self.monitors = Monitors(context)
        self.choices: list[Choice] = []
        self._places = QVBoxLayout()
        self._places.setSpacing(8)
        self._again = label(_FOUND_AGAIN, "muted", wrap=True)
        self.back_row = BackRow(context)
        self.done_button = button(context, "Done", look="primary")
        self._hints = KeyHints(context)
        self._hints.set_hints(_HINTS if context.settings.single_keys else _HINTS[-1:])
        self._build()
        self.done_button.clicked.connect(self._finish)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)  # Enter ends a length
        self.back_row.test_asked.connect(context.room.test)
        displays.listed.connect(self._list)
        context.room.changed.connect(self._follow_room)
        context.themed.connect(self._dress)
        self._ring = FocusRing(self, context.colors)
        self._list()
        self._follow_room()
        self._focus_first()

    def _build(self) -> None:
        title = label("Display check")
        title.setFont(bold(Size.TITLE))
        left = column(self.monitors, spacing=12)
        left.setStretch(0, 1)
        left.addLayout(self._places)
        left.addWidget(self._again)
        right = column(self.back_row)
        both = row(
            self._card(1, "Which display does the room see?", left),
            self._card(2, "Can the back row read it?", right),
            spacing=16,
        )
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        foot = row(self._hints, self.done_button)
        foot.setStretch(0, 1)
        layout = column(title, spacing=14, margins=(22, 18, 22, 14))
        layout.addLayout(both, 1)
        layout.addLayout(foot)
        self.setLayout(layout)

    def _card(self, number: int, question: str, content: QVBoxLayout) -> QFrame:
        words = label(question)
        words.setFont(semibold(Size.HEADING))
        layout = column(spacing=14, margins=(20, 16, 20, 16))
        layout.addLayout(row(QuestionNumber(self._context, number), words, 1, spacing=10))
        layout.addLayout(content, 1)
        found = frame("card")
        found.setLayout(layout)
        return found

    def _dress(self) -> None:
        self._ring.set_colors(self._context.colors)

    # The displays

    def _list(self) -> None:
        """Show the displays that there are now, each with its use."""
        places = self._displays.places()
        self.monitors.show_places(places)
        had_focus = self.focusWidget() in self.choices  # though another window be active
        for each in self.choices:
            self._places.removeWidget(each)
            each.hide()
            each.deleteLater()
        yours = next((place for place in places if place.use is Use.YOURS), None)
        ordered = sorted(places, key=lambda place: place.use not in {Use.ROOM, Use.FREE})
        self._screens = [place.screen for place in ordered]
        self.choices = [self._choice(n, place, yours) for n, place in enumerate(ordered, 1)]
        solo = Choice(self._context, _ONE, _ONE_WORDS, len(ordered) + 1)
        can_choose = any(each.isEnabled() for each in self.choices)
        self._wants_solo = self._wants_solo or not can_choose
        has_room = any(place.use is Use.ROOM for place in places)
        solo.setChecked(self._wants_solo and not has_room)
        self.choices.append(solo)
        for number, each in enumerate(self.choices):
            each.setProperty("number", number)
            each.clicked.connect(self._choose)
            self._places.addWidget(each)
        self._again.setVisible(has_room)
        self.back_row.test.setEnabled(has_room)
        self._name_done()
        if had_focus:
            self._focus_first()

    def _choice(self, number: int, place: Place, yours: Place | None) -> Choice:
        found = Choice(self._context, place.name, place_words(place, yours), number)
        found.setChecked(place.use is Use.ROOM)
        found.setEnabled(place.use in {Use.ROOM, Use.FREE})
        return found

    def _choose(self) -> None:
        self.choose(self.sender().property("number"))

    def choose(self, number: int) -> None:
        """Show the room on a display with the test card, or on none: the last one is solo."""
        if number == len(self._screens):
            self._wants_solo = True
            self._context.room.test(False)
            self._displays.close()
        else:
            self._wants_solo = False
            self._displays.choose(self._screens[number])
            self._context.room.test(True)
        self._list()

    def _focus_first(self) -> None:
        """Put the focus on what is chosen, else on what can be."""
        chosen = [each for each in self.choices if each.isChecked()]
        free = [each for each in self.choices if each.isEnabled()]
        next(iter([*chosen, *free])).setFocus()

    # The wall

    def _follow_room(self) -> None:
        self.back_row.test.setChecked(self._context.room.is_tested)

    def _name_done(self) -> None:
        self.done_button.setText("Go on in solo" if self._is_solo else "Done")

    @property
    def _is_solo(self) -> bool:
        return self.choices[-1].isChecked()

    # The end

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a display by digit, show the test card by S, size the wall by + and −."""  # noqa: RUF002
        key = event.text().casefold() if self._context.settings.single_keys else ""
        if key.isdecimal() and 1 <= int(key) <= len(self.choices):
            choice = self.choices[int(key) - 1]
            if choice.isEnabled():
                choice.click()
        elif key == "s" and self.back_row.test.isEnabled():
            self.back_row.test.click()
        elif key in {"+", "-"}:
            self.back_row.step_scale(1 if key == "+" else -1)
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        wants_solo = self._is_solo
        self.accept()
        if wants_solo:
            self.solo_asked.emit()

    def done(self, result: int) -> None:
        """Leave the wall as it was before the test."""
        self._context.room.test(False)
        super().done(result)
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave by the window's own button as by Esc."""
        self.reject()
        event.accept()
