"""Whether the back row can read the wall: two lengths give the size on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from workshop.domain.errors import Rejected
from workshop.domain.room_check import (
    Unit,
    check_room,
    farthest_chair,
    picture_height,
    room_sentence,
)
from workshop.ui.badges import KeyButton
from workshop.ui.context import Context
from workshop.ui.settings import SCALES
from workshop.ui.theme import semibold
from workshop.ui.widgets import Segments, column, label, restyle, row

_UNITS = (Unit.METERS, Unit.FEET)
_LONGEST = 40
_STEP = 0.8  # meters of a long step


class BackRow(QWidget):
    """Takes the height of the picture and the farthest chair; suggests the size and sets it."""

    # The test card is wanted, or not any more.
    test_asked = Signal(bool)

    def __init__(self, context: Context) -> None:
        """Begin with what was last measured on this computer."""
        super().__init__()
        self._context = context
        settings = context.settings
        self.unit = Segments(["Meters", "Feet"], "Unit")
        self.unit.set_current(_UNITS.index(settings.room_unit))
        self.height_ = _length_field("Height of the picture", settings.picture_height, self._unit)
        self.chair = _length_field("Farthest chair", settings.farthest_chair, self._unit)
        self._pace = label("", "muted", wrap=True)
        self.scale = Segments([f"{percent} %" for percent in SCALES], "Size on the wall")
        self.scale.set_current(SCALES.index(settings.room_scale))
        self._icon = label()
        self._icon.setFixedSize(20, 20)
        self._told = label(wrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._told.setMinimumHeight(64)
        self.test = KeyButton(context, "Show the test card to the room", "S")
        self.test.setCheckable(True)
        self._build()
        self.unit.chosen.connect(self._choose_unit)
        self.scale.chosen.connect(self._choose_scale)
        self.test.clicked.connect(self.test_asked)
        for field in (self.height_, self.chair):
            field.textEdited.connect(self._tell_now)
            field.editingFinished.connect(self._measure)
        context.themed.connect(self._tell_now)
        self._show_pace()
        self._tell_now()

    def _build(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(16)
        fields.setVerticalSpacing(4)
        for place, (words, field) in enumerate(
            (("Height of the picture", self.height_), ("Farthest chair", self.chair))
        ):
            fields.addWidget(label(words, "muted"), 0, place)
            fields.addWidget(field, 1, place)
        told = row(self._icon, self._told, spacing=10)
        told.setStretch(1, 1)
        told.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        caption = label("Size on the wall", "muted")
        layout: QVBoxLayout = column(spacing=10)
        layout.addWidget(self.unit)
        layout.addLayout(fields)
        layout.addWidget(self._pace)
        layout.addSpacing(8)
        layout.addLayout(column(caption, self.scale, spacing=4))
        layout.addLayout(told)
        layout.addStretch(1)
        layout.addLayout(row(self.test, 1))
        self.setLayout(layout)

    @property
    def _unit(self) -> Unit:
        return _UNITS[self.unit.current]

    def told(self) -> str:
        """Return what is said about the room, blank where nothing was measured."""
        return self._told.text()

    def _choose_unit(self, number: int) -> None:
        settings = self._context.settings
        settings.room_unit = _UNITS[number]
        for field, meters in (
            (self.height_, settings.picture_height),
            (self.chair, settings.farthest_chair),
        ):
            if meters is not None:
                field.setText(self._unit.shown(meters))
        self._show_pace()
        self._tell_now()

    def _show_pace(self) -> None:
        self._pace.setText(f"Or pace it: one long step is about {self._unit.shown(_STEP)}.")

    def _measure(self) -> None:
        """Keep what was measured and typed to its end, and set the size that it asks for."""
        self._tidy()
        settings = self._context.settings
        try:
            height, chair = self._lengths()
        except Rejected:
            self._tell_now()
            return
        if (height, chair) == (settings.picture_height, settings.farthest_chair):
            return  # a size that was chosen by hand since then stays
        settings.picture_height, settings.farthest_chair = height, chair
        self.set_scale(check_room(height, chair, SCALES).percent)

    def _lengths(self) -> tuple[float, float]:
        """Return both lengths in meters; raises Rejected where one is none."""
        height = picture_height(self.height_.text(), self._unit)
        return height, farthest_chair(self.chair.text(), self._unit)

    def _tidy(self) -> None:
        """Write a length that is understood with its unit."""
        for field, read in ((self.height_, picture_height), (self.chair, farthest_chair)):
            try:
                field.setText(self._unit.shown(read(field.text(), self._unit)))
            except Rejected:
                continue

    def _choose_scale(self, number: int) -> None:
        self.set_scale(SCALES[number])

    def step_scale(self, by: int) -> None:
        """Make what is on the wall larger (1) or smaller (-1)."""
        at = SCALES.index(self._context.settings.room_scale) + by
        if 0 <= at < len(SCALES):
            self.set_scale(SCALES[at])

    def set_scale(self, percent: int) -> None:
        """Draw the wall at a size."""
        self._context.settings.room_scale = percent
        self._context.dress_room()
        self.scale.set_current(SCALES.index(percent))
        self._tell_now()

    def _tell_now(self) -> None:
        """Say what the room needs, or which of the two lengths is wrong."""
        if not self.height_.text().strip() or not self.chair.text().strip():
            self._tell("", is_good=True)
            return
        try:
            height, chair = self._lengths()
        except Rejected as refusal:
            self._tell(str(refusal), is_good=False)
            return
        check = check_room(height, chair, SCALES)
        sentence = room_sentence(check, height, SCALES, self._unit)
        self._tell(sentence, is_good=check.needed_height is None)

    def _tell(self, sentence: str, *, is_good: bool) -> None:
        colors = self._context.colors
        is_new = sentence != self._told.text()
        self._told.setText(sentence)
        ink = "fix now ink" if is_good else "overtime ink"
        self._icon.setVisible(bool(sentence))
        name = "circle-check" if is_good else "triangle-alert"
        self._icon.setPixmap(self._context.icon(name, ink).pixmap(20, 20))
        restyle(self._told, f"color: {colors.hex('text' if is_good else ink)};")
        if sentence and is_new and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))


def _length_field(name: str, meters: float | None, unit: Unit) -> QLineEdit:
    found = QLineEdit("" if meters is None else unit.shown(meters))
    found.setAccessibleName(name)
    found.setMaxLength(_LONGEST)
    found.setFont(semibold(15))
    return found
