"""The sheet on which a scene puts its items, and the parts that scenes share."""

from enum import Enum

from workshop.domain.enums import Bucket
from workshop.domain.text import one_line, shorten
from workshop.ui.audience.scenes.drawing import (
    LINE_HEIGHT,
    Box,
    Corners,
    Disc,
    Dots,
    Drawing,
    Hatch,
    Icon,
    Item,
    TextLine,
    Type,
    Weight,
)
from workshop.ui.audience.scenes.lettering import Piece, width_of, wrap
from workshop.ui.room import RoomPicture

MARGIN = 4.0
BANNER = 5.4
BUCKET_ICONS = {Bucket.PROCESS: "refresh-cw", Bucket.PERFORMANCE: "target"}
# A sheet less wide than this, compared to its height, is laid out for 4:3.
_WIDE_FROM = 1.55
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
        self.items: list[Item] = []
        self.spoken: list[str] = []
        self.page = 1
        self.pages = 1
        self._top = BANNER if marking else 0.0
        self._full_height = height
        self.width = width
        self.height = height - 2 * self._top
        self.is_wide = width / height > _WIDE_FROM
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

    def _mark(self, marking: str) -> None:
        for y in (-self._top, self.height):
            self.add(Box(0, y, self.width, BANNER, fill="primary"))
            self.write(
                marking,
                MARGIN,
                y + (BANNER - Type.FLOOR * LINE_HEIGHT) / 2,
                self.inner_width,
                Type.FLOOR,
                Weight.BOLD,
                "on primary",
                align=Align.CENTER,
            )

    def add(self, item: Item) -> None:
        """Put an item on the sheet."""
        self.items.append(_lowered(item, self._top) if self._top else item)

    def say(self, text: str) -> None:
        """Add to what is read aloud, for something that is drawn and not written."""
        self.spoken.append(text)

    def write(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        size: float,
        weight: Weight = Weight.REGULAR,
        color: str = "text",
        *,
        lines: int = 1,
        align: Align = Align.START,
        balanced: bool = True,
    ) -> float:
        """Write a text into a width; return the height that its lines take."""
        pieces = wrap(text, width, size, weight, lines=lines, balanced=balanced)
        self.put(pieces, x, y, width, size, weight, color, align=align)
        return len(pieces) * size * LINE_HEIGHT

    def put(
        self,
        pieces: tuple[Piece, ...],
        x: float,
        y: float,
        width: float,
        size: float,
        weight: Weight = Weight.REGULAR,
        color: str = "text",
        *,
        align: Align = Align.START,
    ) -> None:
        """Write lines that are already broken."""
        for number, piece in enumerate(pieces):
            left = x + _indent(piece, width, align)
            top = y + number * size * LINE_HEIGHT
            self.add(TextLine(piece.text, left, top, piece.width, size, weight, color, piece.rtl))
        if pieces:
            self.say(" ".join(piece.text for piece in pieces))

    # What scenes share

    def title(self, text: str, *, x: float = MARGIN, right: float, lines: int = 1) -> float:
        """Write the title; return where it ends."""
        y = 2.6
        return y + self.write(text, x, y, right - x, Type.TITLE, Weight.BOLD, lines=lines)

    def timer(self, picture: RoomPicture) -> float:
        """Draw the countdown at the top right; return the right end of the space left of it."""
        if not picture.timer:
            return self.right
        is_over = picture.timer.startswith("+")
        ink = "overtime ink" if picture.timer_is_short else "text"
        words = width_of(picture.timer, Type.SUB, Weight.SEMIBOLD)
        width = words + 8.0
        x = self.right - width
        self.add(
            Box(
                x,
                _TIMER_TOP,
                width,
                _TIMER_HEIGHT,
                fill="overtime tint" if picture.timer_is_short else "surface",
                stroke="overtime ink" if picture.timer_is_short else "strong border",
                radius=1.1,
            )
        )
        self.add(Icon("timer", x + 1.6, _TIMER_TOP + 2.0, 3.8, ink))
        y = _TIMER_TOP + (_TIMER_HEIGHT - Type.SUB * LINE_HEIGHT) / 2
        line = TextLine(picture.timer, x + 6.2, y, words, Type.SUB, Weight.SEMIBOLD, ink)
        self.add(line)
        over = " over time" if is_over else " left"
        self.say(f"{picture.timer}{over}")
        return x - 3.0

    def foot(self, left: str = "", right: str = "") -> None:
        """Write the foot line: chrome, in the smallest type."""
        y = self.height - 4.5
        half = self.inner_width / 2
        self.write(left, MARGIN, y, half, Type.FINE, color="muted")
        self.write(right, MARGIN + half, y, half, Type.FINE, color="muted", align=Align.END)

    def foot_pages(self, left: str, about: bool = False) -> None:
        """Write the foot line with the page at the right, and a dot for each of a few pages."""
        if self.pages < 2:
            self.foot(left)
            return
        words = f"Page {self.page} of {'about ' if about else ''}{self.pages:,}"
        y = self.height - 4.5
        dots = self.pages * 2.6 if self.pages <= 8 else 0.0
        self.write(left, MARGIN, y, self.inner_width / 2, Type.FINE, color="muted")
        width = self.inner_width / 2 - dots
        self.write(
            words, self.right - dots - width, y, width, Type.FINE, color="muted", align=Align.END
        )
        if dots:
            for number in range(1, self.pages + 1):
                x = self.right - dots + number * 2.6 - 1.0
                is_here = number == self.page
                fill, stroke = ("muted", "") if is_here else ("", "muted")
                self.add(Disc(x, y + 1.8, 0.85, fill, stroke, line=0.22))

    def progress(self, process: int, performance: int, total: int) -> None:
        """Draw how many are sorted as a bar above the foot line."""
        y, x = self.height - 6.2, MARGIN
        self.add(Box(x, y, self.inner_width, 1.2, fill="border"))
        for count, color in ((process, "process solid"), (performance, "performance solid")):
            if count:
                width = self.inner_width * count / total
                self.add(Box(x, y, width, 1.2, fill=color))
                if color == "process solid":
                    self.add(Hatch(Box(x, y, width, 1.2), "surface", 1.1, 0.3, opacity=0.45))
                x += width

    def band(self, bucket: Bucket, x: float, y: float, height: float) -> None:
        """Draw the edge of a card: hatched, solid or dotted by its bucket."""
        if bucket is Bucket.UNSORTED:
            self.add(Dots(x + 0.75, y + 0.6, height - 1.2, 0.55, "unsorted solid"))
            return
        box = Box(x, y, 1.3, height, fill=f"{bucket.value} solid", radius=0.6, corners=Corners.LEFT)
        self.add(box)
        if bucket is Bucket.PROCESS:
            self.add(Hatch(box, "process tint", 0.95, 0.38))

    def finish(self) -> Drawing:
        """Return the drawing."""
        return Drawing(
            self.width,
            self._full_height,
            "canvas",
            tuple(self.items),
            "\n".join(self.spoken),
            self.page,
            self.pages,
        )


def _indent(piece: Piece, width: float, align: Align) -> float:
    spare = width - piece.width
    if align is Align.CENTER:
        return spare / 2
    at_right = (align is Align.END) != piece.rtl
    return spare if at_right else 0.0


def _lowered(item: Item, by: float) -> Item:
    from dataclasses import replace

    if isinstance(item, Hatch):
        return replace(item, box=replace(item.box, y=item.box.y + by))
    return replace(item, y=item.y + by)


def in_short(text: str) -> str:
    """Return a text as a few words of chrome."""
    return shorten(text, 60)
