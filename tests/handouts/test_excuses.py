"""The excuse log: what is still said, and what ends the rest."""

from tests.handouts.layout import composed
from tests.handouts.views import DATE, commitment, full_view, process, view_of
from workshop.domain.enums import Dependency, ExcuseState
from workshop.domain.records import Excuse


def read(view) -> str:
    return composed(view, "excuses").document.root.read()


def test_excuses_stand_under_what_became_of_them() -> None:
    text = read(full_view())
    headings = ["Excuse log", "Still said", "Removed", "Accepted"]
    assert [text.index(each) for each in headings] == sorted(map(text.index, headings))
    assert "3 excuses, 1 of them still said." in text
    assert "“Headquarters has to see it” Process 2 17\u00a0Nov\u00a02026" in text
    assert "“We never have the time” Keep promise number 1 Owner 1 27\u00a0Nov\u00a02026" in text


def test_what_a_promise_waits_on_stands_for_its_date() -> None:
    removed = Excuse(id=1, text="No money", state=ExcuseState.REMOVED, removed_by_id=1)
    waiting = commitment(1, due=None, depends_on=Dependency.MONEY)
    assert "Waits on money" in read(view_of(waiting, removed))


def test_a_follow_up_says_how_many_there_were_and_which_are_new() -> None:
    old = Excuse(id=1, text="As ever", carried=True)
    new = Excuse(id=2, text="Never heard before", raised_on=DATE)
    text = read(view_of(old, new, previous_session_id="before"))
    assert "Open at the last session: 1; now: 2." in text
    assert text.count("New in this session") == 1


def test_an_empty_log_says_so() -> None:
    text = read(view_of(process(1)))
    assert "No excuse was logged in this session." in text
    assert "Still said" not in text
