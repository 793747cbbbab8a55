"""The sheet on which a scene puts its items."""

from dataclasses import replace
from enum import Enum

from workshop.domain.text import one_line
from workshop.ui.audience.scenes.drawing import (
    Box,
    Drawing,
    Hatch,
    Icon,
    Item,
    Style,
    TextLine,
    Type,
    Weight,
)
from workshop.ui.audience.scenes.lettering import Piece, is_cut, width_of, wrap
from workshop.ui.room import RoomPicture

MARGIN = 4.0
BANNER = 5.4
# A sheet less wide than this, compared to its height, is laid out for 4:3.
_WIDE_FROM = 1.55
_TITLE_TOP = 2.6
_TITLE = Style(Type.TITLE, Weight.BOLD)
_LONG_TITLE = Style(Type.SUB, Weight.BOLD)
_NAMES = (_TITLE, _LONG_TITLE, Style(Type.CARD, Weight.BOLD))
_LONG_NAME = Style(Type.FLOOR, Weight.BOLD)
_MARKING = Style(Type.FLOOR, Weight.BOLD, "on head")
_TIMER = Style(Type.SUB, Weight.SEMIBOLD)
_TIMER_HEIGHT = 7.8
_TIMER_TOP = 3.0


class Align(Enum):
    """Where a line stands in its width; a line from right to left starts at the right."""

    START = "start"
    CENTER = "center"
    END = "end"


class Sheet:
    """Collects items. Its origin is below the marking, and its height leaves the marking out."""

    def __init__(self, width: float, height: float, marking: str = "") -> None:
        """Begin a sheet of a size in u; a marking stands in a banner at top and bottom."""
        self.page = 1
        self.pages = 1
        self.width = width
        self.is_wide = width / height > _WIDE_FROM
        self._items: list[Item] = []
        self._spoken: list[str] = []
        self._full_height = height
        self._top = BANNER if marking else 0.0
        self.height = height - 2 * self._top
        if marking:
            self._mark(one_line(marking))

    @property
    def right(self) -> float:
        """The right edge of what a scene may fill."""
        return self.width - MARGIN

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """The lower edge of what a scene may fill above its foot line."""
        return self.height - 5.9

    @property
    def is_low(self) -> bool:
        """Whether the room's scale leaves so little height that a scene drops rows."""
        return self._full_height < 80

    @property
    def title_middle(self) -> float:
        """The middle of a title of one line."""
        return _TITLE_TOP + _TITLE.line_height / 2

    @property
    def title_bottom(self) -> float:
        """The lower edge of a title of one line."""
        return _TITLE_TOP + _TITLE.line_height

    def _mark(self, marking: str) -> None:
        for y in (-self._top, self.height):
            self.add(Box(0, y, self.width, BANNER, fill="marking"))
            top = y + (BANNER - _MARKING.line_height) / 2
            self.write(marking, MARGIN, top, self.inner_width, _MARKING, align=Align.CENTER)

    def turn_to(self, wanted: int, pages: int) -> int:
        """Take the wanted page, or the last one there is; return its place from 0."""
        self.pages = max(1, pages)
        self.page = min(max(1, wanted), self.pages)
        return self.page - 1

    def add(self, *items: Item) -> None:
        """Put items on the sheet."""
        self._items += [_lowered(item, self._top) for item in items]

    def say(self, text: str) -> None:
        """Add to what is read aloud, for something that is drawn and not written."""
        self._spoken.append(text)

    def write(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        style: Style,
        *,
        lines: int = 1,
        align: Align = Align.START,
    ) -> float:
        """Write a text into a width; return the height that its lines take."""
        pieces = wrap(text, width, style, lines=lines)
        self.put(pieces, x, y, width, style, align=align)
        return len(pieces) * style.line_height

    def put(
        self,
        pieces: tuple[Piece, ...],
        x: float,
        y: float,
        width: float,
        style: Style,
        *,
        align: Align = Align.START,
    ) -> None:
        """Write lines that are already broken."""
        for number, piece in enumerate(pieces):
            left = x + _indent(piece, width, align)
            top = y + number * style.line_height
            self.add(TextLine(piece.text, left, top, piece.width, style, piece.rtl))
        if pieces:
            self.say(" ".join(piece.text for piece in pieces))

    def title(self, text: str, *, right: float, x: float = MARGIN, lines: int = 1) -> float:
        """Write the title, smaller or on more lines where it is long; return where it ends."""
        style, pieces = self._title(text, right - x, lines)
        top = _TITLE_TOP + (_TITLE.line_height - style.line_height) / 2
        self.put(pieces, x, top, right - x, style)
        return top + len(pieces) * style.line_height

    def name(self, text: str, *, right: float, x: float) -> None:
        """Write a name beside its icon in the height of a title: at worst small, on two lines."""
        style = next((s for s in _NAMES if not is_cut(wrap(text, right - x, s))), _LONG_NAME)
        pieces = wrap(text, right - x, style, lines=2 if style is _LONG_NAME else 1)
        y = self.title_middle - len(pieces) * style.line_height / 2
        self.put(pieces, x, y, right - x, style)

    def _title(self, text: str, width: float, lines: int) -> tuple[Style, tuple[Piece, ...]]:
        """Return a title in the first of some looks in which it is whole, else in the last."""
        looks = [(_TITLE, 1), (_LONG_TITLE, 1)]
        if lines > 1:
            looks += [(_TITLE, lines), (_LONG_TITLE, lines + 1)]
        found = [(style, wrap(text, width, style, lines=number)) for style, number in looks]
        return next((each for each in found if not is_cut(each[1])), found[-1])

    def timer(self, picture: RoomPicture) -> float:
        """Draw the countdown at the top right; return where the space at its left ends."""
        if not picture.timer:
            return self.right
        is_short = picture.timer_is_short
        style = _TIMER.colored("overtime ink" if is_short else "text")
        words = width_of(picture.timer, style)
        width = words + 7.8
        x = self.right - width
        fill, stroke = (
            ("overtime tint", "overtime ink") if is_short else ("surface", "strong border")
        )
        self.add(
            Box(x, _TIMER_TOP, width, _TIMER_HEIGHT, fill, stroke, radius=1.1),
            Icon("timer", x + 1.6, _TIMER_TOP + 2.0, 3.8, style.color),
            TextLine(
                picture.timer,
                x + 6.0,
                _TIMER_TOP + (_TIMER_HEIGHT - style.line_height) / 2,
                words,
                style,
            ),
        )
        self.say(f"{picture.timer} {'over time' if picture.timer.startswith('+') else 'left'}")
        return x - 3.0

    def finish(self) -> Drawing:
        """Return the drawing."""
        return Drawing(
            self.width,
            self._full_height,
            "canvas",
            tuple(self._items),
            "\n".join(self._spoken),
            self.page,
            self.pages,
        )


def _indent(piece: Piece, width: float, align: Align) -> float:
    spare = width - piece.width
    if align is Align.CENTER:
        return spare / 2
    return spare if (align is Align.END) != piece.rtl else 0.0


def _lowered(item: Item, by: float) -> Item:
    if not by:
        return item
    if isinstance(item, Hatch):
        return replace(item, box=replace(item.box, y=item.box.y + by))
    return replace(item, y=item.y + by)
