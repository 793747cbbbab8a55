"""The end of the deal: the hands that were shown, and the lines on which it is signed."""

from dataclasses import dataclass

from workshop.charts.scale import scale_bars
from workshop.charts.shapes import Line, Text
from workshop.domain.deal import LEAST_SUPPORT, Deal, support
from workshop.domain.records import Commitment, Pledge, SignOff
from workshop.domain.text import counted, one_line, sameness_key
from workshop.handouts import styles
from workshop.handouts.handout import Handout
from workshop.handouts.sheet import HEADING_AFTER, HEADING_BEFORE, Sheet
from workshop.handouts.structure import Tag
from workshop.handouts.words import number_word, short_day
from workshop.words import words

_STAND = "Will you stand behind it?"
_HANDS_WIDTH, _HANDS_HEIGHT = 270.0, 76.0
_FIGURE = 10.0
_SCALE_LINE = 16.0
_HANDS_GAP = 30.0

_SIGNED = "Signed"
_GAP = 24.0
_DATE = 62.0
_DATE_GAP = 8.0
_HIGHEST = 47.0
# The least height of a signer, and what of it is below the line: with one line of words, and two.
_LOWEST = {1: 40.0, 2: 46.0}
_BELOW = {1: 14.0, 2: 26.0}
_TOGETHER = 24
"""So many signers stay on one page."""
_BLANK = 6

_HEADING = HEADING_BEFORE + styles.HEADING.leading + HEADING_AFTER


@dataclass(frozen=True, slots=True)
class _Signer:
    name: str
    date: str = ""


class Signing:
    """What follows the two sides: what they leave out, the hands, and the signatures."""

    def __init__(self, sheet: Sheet, deal: Deal) -> None:
        """Prepare the ending of a deal."""
        left_out = _left_out(deal) if deal.pairs or deal.loose_pledges else ""
        self._sheet = sheet
        lines = sheet.wrapper.wrap(left_out, styles.BODY_MUTED, sheet.measure).lines
        self._left_out = lines if left_out else ()
        buy_in = sheet.handout.view.buy_in
        self._counts = buy_in.counts if buy_in else (0,) * 6
        self._signers = _signers(sheet.handout)
        self._names = [self._wrapped(signer.name) for signer in self._signers]
        most = max(map(len, self._names))
        self._lowest, self._below = _LOWEST[most], _BELOW[most]
        self._pledge = (
            f"We stand behind the deal on the pages marked {sheet.handout.digest[:12]}: "
            f"{_both_sides(deal)}."
        )

    @property
    def _half(self) -> float:
        return (self._sheet.measure - _GAP) / 2

    def _wrapped(self, name: str) -> tuple[str, ...]:
        width = self._half - _DATE - _DATE_GAP
        return self._sheet.wrapper.wrap(name, styles.CELL, width, most=2).lines

    @property
    def height(self) -> float:
        """The least height of all, in points."""
        return self._left_out_height + self._hands_height + self._signed_height

    @property
    def _left_out_height(self) -> float:
        return 10 + len(self._left_out) * styles.BODY.leading if self._left_out else 0.0

    @property
    def _hands_height(self) -> float:
        return _HEADING + _HANDS_HEIGHT + _SCALE_LINE if sum(self._counts) else 0.0

    @property
    def _signed_height(self) -> float:
        together = self._signers[:_TOGETHER]
        return _HEADING + styles.BODY.leading + 1 + (len(together) + 1) // 2 * self._lowest

    def draw(self) -> None:
        """Draw all of it."""
        sheet = self._sheet
        if self._left_out:
            sheet.ensure(self._left_out_height)
            sheet.space(10)
            sheet.paragraph(self._left_out, styles.BODY_MUTED)
        if sum(self._counts):
            fits = self._hands_height + self._signed_height <= sheet.room_of_page
            sheet.ensure(self._hands_height + (self._signed_height if fits else 0))
            self._draw_hands()
        self._draw_signed()

    def _draw_hands(self) -> None:
        sheet, document = self._sheet, self._sheet.document
        sheet.space(HEADING_BEFORE)
        hands = counted(sum(self._counts), ("hand", "hands"))
        sheet.heading(_STAND, gloss=f"Fist to five, {hands}")
        top = sheet.y
        shown = ", ".join(f"{count} showed {n}" for n, count in enumerate(self._counts))
        with document.element(Tag.FIGURE, alternative=f"Fingers from 0 to 5: {shown}."):
            edges = (sheet.left, top, _HANDS_WIDTH, _HANDS_HEIGHT)
            document.draw(*scale_bars(self._counts, LEAST_SUPPORT, edges, size=_FIGURE))
            pitch = _HANDS_WIDTH / len(self._counts)
            for n in range(len(self._counts)):
                x = sheet.left + (n + 0.5) * pitch - 2.5
                y = top + _HANDS_HEIGHT + _SCALE_LINE - 3
                document.draw(Text(x, y, str(n), _FIGURE, color="muted"))
        x = sheet.left + _HANDS_WIDTH + _HANDS_GAP
        lines = sheet.wrapper.wrap(self._said(), styles.BODY, sheet.right - x).lines
        sheet.y = top + (_HANDS_HEIGHT - len(lines) * styles.BODY.leading) / 2
        sheet.paragraph(lines, styles.BODY, x=x)
        sheet.y = top + _HANDS_HEIGHT + _SCALE_LINE

    def _said(self) -> str:
        """Return what the hands say, in the words of the scale."""
        buy_in = self._sheet.handout.view.buy_in
        found = support(buy_in)
        meaning = words().deal.fingers[LEAST_SUPPORT]
        fists = self._counts[0]
        fist = "Nobody showed a fist." if not fists else f"{fists:,} showed a fist."
        return (
            f"{found.behind:,} of {found.total:,} showed three fingers or more: "
            f"\u201c{meaning}\u201d or better. {fist}"
        )

    def _draw_signed(self) -> None:
        sheet = self._sheet
        sheet.ensure(self._signed_height)
        sheet.space(HEADING_BEFORE)
        sheet.heading(_SIGNED)
        sheet.paragraph([self._pledge], styles.BODY)
        rows = (len(self._signers) + 1) // 2
        pitch = max(self._lowest, min(_HIGHEST, (sheet.room - 1) / rows))
        for n, (signer, name) in enumerate(zip(self._signers, self._names, strict=True)):
            if n % 2 == 0:
                sheet.ensure(pitch)
                sheet.y += pitch
            self._draw_line(signer, name, sheet.left + n % 2 * (self._half + _GAP))

    def _draw_line(self, signer: _Signer, name: tuple[str, ...], x: float) -> None:
        """Draw a line to sign on, with who signs under it; all of it ends at y of the sheet."""
        document, plain, muted = self._sheet.document, styles.CELL, styles.CELL_MUTED
        y = self._sheet.y - self._below
        date_x, end = x + self._half - _DATE, x + self._half
        with document.artifact():
            document.draw(Line(x, y, date_x - _DATE_GAP, y, 0.8))
            document.draw(Line(date_x, y, end, y, 0.8))
        with document.element(Tag.PARAGRAPH):
            for n, line in enumerate(name):
                document.draw(Text(x, y + 12.5 + n * 12, line, plain.size))
            document.draw(Text(date_x, y + 12.5, "Date", muted.size, muted.weight, muted.color))
            if signer.date:
                document.draw(Text(date_x, y - 4, signer.date, plain.size))


def _left_out(deal: Deal) -> str:
    """Return what stands in neither column, in a sentence for each."""
    excuses, commitments = len(deal.loose_excuses), len(deal.loose_commitments)
    sentences = []
    if excuses == 1:
        sentences.append(
            "One excuse is said still, and no commitment removes it: see the Excuse log."
        )
    elif excuses:
        sentences.append(
            f"{number_word(excuses)} excuses are said still, and no commitment removes them: "
            "see the Excuse log."
        )
    if commitments == 1:
        sentences.append(
            "One more commitment removes no excuse and asks nothing in return: "
            "see Commitments by kind."
        )
    elif commitments:
        sentences.append(
            f"{number_word(commitments)} more commitments remove no excuse and ask nothing in "
            "return: see Commitments by kind."
        )
    return " ".join(sentences)


def _both_sides(deal: Deal) -> str:
    """Return how much each side gives, so that no page with signatures is without it."""
    commitments = len(deal.pairs)
    pledges = {pledge.id for pair in deal.pairs for pledge in pair.pledges}
    number = len(pledges) + len(deal.loose_pledges)
    sides = ((commitments, Commitment.NOUN), (number, Pledge.NOUN))
    found = [counted(many, noun) for many, noun in sides if many]
    return " and ".join(found) or "nothing is written down yet"


def _signers(handout: Handout) -> list[_Signer]:
    """Return who signs: the sign-off list, else the sponsor and the leaders in the room."""
    listed = [
        _Signer(_named(each.name, each.role), short_day(each.signed_on) if each.signed_on else "")
        for each in handout.view.all(SignOff)
    ]
    if listed:
        return listed
    sponsor = one_line(handout.facts.sponsor)
    key = sameness_key(sponsor)
    first = f"{sponsor or 'Sponsor'}, for the agency"
    others = []
    for person in handout.view.leaders:
        named = _named(person.name, person.role)
        if key and key in (sameness_key(person.name), sameness_key(person.role)):
            first, key = f"{named}, for the agency", ""
        else:
            others.append(_Signer(named))
    return [_Signer(first), *(others or [_Signer("Name and role")] * (_BLANK - 1))]


def _named(name: str, role: str) -> str:
    """Return a name with its role, once where both are the same."""
    parts = [one_line(name), one_line(role)]
    if sameness_key(name) == sameness_key(role):
        parts.pop()
    return ", ".join(filter(None, parts))
