"""What works and is left alone, and what is lived with."""

from tests.handouts.layout import composed
from tests.handouts.views import full_view, process, view_of
from workshop.domain.enums import Triage, YesNoUnsure
from workshop.domain.records import NOBODY


def read(view) -> str:
    return composed(view, "leave-alone").document.root.read()


def test_only_what_works_is_listed() -> None:
    text = read(full_view())
    assert "1 process that works." in text
    assert "Process 4 Owner 4 It works. Leave it alone." in text
    assert "Process 1" not in text


def test_what_the_room_lives_with_says_until_when_and_why() -> None:
    accepted = process(
        1, triage=Triage.LIVE_WITH_IT, until="the contract ends", triage_reason="No other vendor",
        owner=NOBODY,
    )  # fmt: skip
    text = read(view_of(accepted))
    assert "No process was found that works" in text
    assert "We live with these for now" in text
    assert "Nobody named Until the contract ends No other vendor" in text


def test_the_reason_of_the_room_stands_for_ours() -> None:
    works = process(
        1, problem=YesNoUnsure.NO, triage=Triage.LEAVE_ALONE, triage_reason="Praised by all"
    )
    text = read(view_of(works))
    assert "Praised by all" in text
    assert "It works. Leave it alone." not in text
