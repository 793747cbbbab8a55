"""The follow-up sheet: a box for each open commitment at each of three meetings."""

from tests.handouts.layout import composed, page_text
from tests.handouts.views import commitment, full_view, view_of
from workshop.domain.enums import CommitmentStatus


def read(view) -> str:
    return composed(view, "follow-up").document.root.read()


def test_three_meetings_have_their_dates() -> None:
    text = read(full_view())
    assert (
        "17\u00a0December\u00a02026, 16\u00a0January\u00a02027 and 15\u00a0February\u00a02027"
        in text
    )
    assert "30 days 17\u00a0Dec" in text


def test_each_open_commitment_has_three_boxes_for_each_meeting() -> None:
    handout = composed(view_of(commitment(1)), "follow-up")
    text = page_text(handout, 0)
    assert text.count("\nK\nW\nL") == 3
    assert "Keep promise number 1\nPermit Lead" in text


def test_what_is_settled_is_not_followed_up() -> None:
    kept = commitment(1, status=CommitmentStatus.KEPT)
    text = read(view_of(kept))
    assert "No commitment is open." in text
    assert "Keep promise number 1" not in text
    assert "At each meeting" in text


def test_without_a_date_of_the_session_the_dates_are_left_to_write() -> None:
    text = read(view_of(commitment(1), date=None))
    assert "after 30, 60 and 90 days" in text
