"""What each owner has promised, one owner a page, with how its users will know."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop.domain.dates import session_day
from workshop.domain.records import Commitment
from workshop.domain.text import counted, one_line, sameness_key
from workshop.ui.audience.scenes.commitments import in_order
from workshop.ui.audience.scenes.drawing import Icon, Style, Type, Weight
from workshop.ui.audience.scenes.lettering import width_of
from workshop.ui.audience.scenes.parts import foot_with_pages, message
from workshop.ui.audience.scenes.rows import Rows, most_rows
from workshop.ui.audience.scenes.sheet import MARGIN, Align, Sheet
from workshop.ui.room import RoomPicture

_COUNT = Style(Type.CARD, Weight.SEMIBOLD, "muted")
_MOST_SPARE = 7.0
_INDENT = 8.7


@dataclass(frozen=True, slots=True)
class _Owner:
    """An owner, blank where there is none yet, and what is promised."""

    name: str
    commitments: list[Commitment]


def compose(sheet: Sheet, picture: RoomPicture) -> None:
    """Draw the page of one owner."""
    right = sheet.timer(picture)
    owners = _owners(picture.view.commitments)
    if not owners:
        top = sheet.title("Who does what", right=right)
        message(sheet, "Nothing is promised yet", top)
        return
    top = sheet.title_bottom + 1.6
    everything = [each for owner in owners for each in owner.commitments]
    rows = Rows.of(sheet, everything, _measure, session_day(picture.view.facts))
    pages = [
        (owner, page)
        for owner in owners
        for page in rows.pages(owner.commitments, sheet.bottom - top, most_rows(sheet))
    ]
    owner, page = pages[sheet.turn_to(picture.stage.page, len(pages))]
    _head(sheet, owner, right)
    rows.draw(sheet, page, top, most_spare=_MOST_SPARE)
    foot_with_pages(sheet, "Below each: how its users will know")


def _owners(commitments: Iterable[Commitment]) -> list[_Owner]:
    """Return the owners by their names, those with most to do first, and nobody last."""
    found: dict[str, _Owner] = {}
    for each in in_order(commitments):
        name = one_line(each.owner)
        found.setdefault(sameness_key(name), _Owner(name, [])).commitments.append(each)
    return sorted(found.values(), key=_place)


def _place(owner: _Owner) -> tuple[bool, int, str]:
    return (not owner.name, -len(owner.commitments), owner.name.casefold())


def _measure(commitment: Commitment) -> str:
    return commitment.measure.strip() or "Not said yet how its users will know"


def _head(sheet: Sheet, owner: _Owner, right: float) -> None:
    count = counted(len(owner.commitments), Commitment.NOUN)
    width = width_of(count, _COUNT)
    if width < (right - MARGIN) * 0.35:
        y = sheet.title_middle - _COUNT.line_height / 2
        sheet.write(count, right - width, y, width, _COUNT, align=Align.END)
        right -= width + 3.0
    sheet.add(Icon("user-round", MARGIN + 0.3, sheet.title_middle - 2.9, 5.8))
    sheet.name(owner.name or "No owner yet", right=right, x=MARGIN + _INDENT)
