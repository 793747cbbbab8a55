"""The deal: both sides, the hands, and the lines to sign on."""

import pytest

from tests.handouts.layout import boxes, composed
from tests.handouts.views import DATE, commitment, full_view, view_of
from workshop.domain.enums import Dependency, ExcuseState, ParticipantKind
from workshop.domain.records import BuyIn, Excuse, Participant, Pledge, PledgeReturn, SignOff


def read(view) -> str:
    return composed(view, "deal").document.root.read()


def excuse(number: int, removed_by: int | None = 1) -> Excuse:
    state = ExcuseState.REMOVED if removed_by else ExcuseState.OPEN
    return Excuse(id=number, text=f"Excuse {number}", state=state, removed_by_id=removed_by)


def leader(number: int, name: str = "", role: str = "") -> Participant:
    return Participant(id=number, name=name or f"Leader {number}", role=role)


def test_an_excuse_its_commitment_and_the_pledge_in_return_are_read_as_one_row() -> None:
    pledge = Pledge(
        id=1,
        text="Clear old packages",
        measure="Packages over 30 days",
        baseline="212",
        target="40",
        due=DATE,
        owner="Field Leads",
    )
    returned = PledgeReturn(id=1, pledge_id=1, commitment_id=1)
    text = read(view_of(commitment(1), excuse(1), pledge, returned))
    assert (
        "“Excuse 1” Keep promise number 1 Permit Lead, by 24\u00a0Nov\u00a02026 "
        "Clear old packages Packages over 30 days 212 now → 40 by 17\u00a0Nov\u00a02026 Field Leads"
    ) in text


def test_commitments_with_the_same_pledge_stand_beside_it_once() -> None:
    returns = [PledgeReturn(id=n, pledge_id=1, commitment_id=n) for n in (1, 2)]
    view = view_of(commitment(1), commitment(2), Pledge(id=1, text="Do more"), *returns)
    text = read(view)
    assert text.count("Do more") == 1
    assert text.index("number 1") < text.index("number 2") < text.index("Do more")


def test_what_has_no_other_side_says_so() -> None:
    assert "Nothing is asked in return yet" in read(view_of(commitment(1), excuse(1)))
    assert "In return for no commitment yet" in read(view_of(Pledge(id=1, text="Do more")))
    text = read(view_of(commitment(1), commitment(2), excuse(1), excuse(2, None)))
    assert "One excuse is said still, and no commitment removes it: see the Excuse log." in text
    assert "One more commitment removes no excuse and asks nothing in return" in text


def test_a_commitment_without_a_date_says_what_it_waits_on() -> None:
    waiting = commitment(1, due=None, depends_on=Dependency.MONEY)
    assert "Permit Lead, as money allows" in read(view_of(waiting, excuse(1)))


def test_a_session_without_a_deal_says_what_to_do_and_can_be_signed() -> None:
    text = read(view_of())
    assert "Neither side is written down yet" in text
    assert text.count("Name and role") == 5
    assert ": nothing is written down yet." in text


def test_only_the_side_that_gives_something_is_counted_where_it_is_signed() -> None:
    assert ": 1 pledge." in read(view_of(Pledge(id=1, text="Clear old packages")))
    assert ": 1 commitment." in read(view_of(commitment(1), excuse(1)))


def test_hands_are_shown_with_the_share_that_stands_behind_it() -> None:
    text = read(view_of(commitment(1), excuse(1), BuyIn(id=1, two=1, four=3)))
    assert "0 showed 0, 0 showed 1, 1 showed 2, 0 showed 3, 3 showed 4, 0 showed 5." in text
    assert "3 of 4 showed three fingers or more: “I can live with it” or better." in text
    assert "Nobody showed a fist." in text
    assert "Will you stand behind it?" not in read(view_of(commitment(1), excuse(1)))


def test_the_sponsor_signs_first_and_once_then_the_leaders() -> None:
    user = Participant(id=9, name="A user", kind=ParticipantKind.PROCESS_USER)
    text = read(view_of(leader(1), leader(2, "Ruth Alvarez", "Agency Director"), user))
    assert "Ruth Alvarez, Agency Director, for the agency Date Leader 1 Date" in text
    assert text.count("Agency Director,") == 1
    assert "A user" not in text


def test_a_sign_off_list_takes_the_place_of_the_leaders() -> None:
    signed = SignOff(id=1, name="Ruth Alvarez", role="Director", signed_on=DATE)
    text = read(view_of(leader(1), signed))
    assert "Ruth Alvarez, Director Date 17\u00a0Nov\u00a02026" in text
    assert "Leader 1" not in text


def test_the_signatures_name_the_state_that_is_signed() -> None:
    handout = composed(full_view(), "deal")
    digest = handout.view.digest[:12]
    assert f"on the pages marked {digest}: " in handout.document.root.read()


@pytest.mark.parametrize("signers", range(2, 25, 2))
@pytest.mark.parametrize("rows", [1, 5, 6, 7, 8, 9])
def test_signatures_stay_on_one_page_and_say_what_is_signed(rows: int, signers: int) -> None:
    last = last_page(rows, signers)
    assert last.count("Date") == signers
    assert any(": 1 commitment." in text or f": {rows} commit" in text for text in last)


@pytest.mark.parametrize("signers", [2, 8, 14, 18, 22])
@pytest.mark.parametrize("rows", [5, 6, 7, 8, 9])
def test_signatures_share_their_page_with_a_row_of_the_deal(rows: int, signers: int) -> None:
    assert any("Keep promise" in text for text in last_page(rows, signers))


def last_page(rows: int, signers: int) -> list[str]:
    """Return the texts on the last page of a deal with so many rows."""
    records = [record for n in range(1, rows + 1) for record in (commitment(n), excuse(n, n))]
    handout = composed(view_of(*records, *map(leader, range(1, signers))), "deal")
    return [box.text for box in boxes(handout, len(handout.document.pages) - 1)]


def test_a_row_longer_than_a_page_goes_on_with_the_next() -> None:
    returns = [PledgeReturn(id=n, pledge_id=1, commitment_id=n) for n in range(1, 41)]
    commitments = [commitment(n) for n in range(1, 41)]
    view = view_of(*commitments, Pledge(id=1, text="Do more"), *returns)
    text = read(view)
    assert text.count("Do more") == 1
    assert "The same pledges as above" in text
    assert "number 40" in text
