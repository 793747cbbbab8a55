"""The promise to the users of each process."""

import pytest

from tests.handouts.layout import composed
from tests.handouts.views import DATE, activity, commitment, process, view_of
from workshop.domain.enums import CommitmentStatus, Dependency, FeedbackLevel, YesNoUnsure
from workshop.domain.records import Feedback
from workshop.handouts.heard import TITLE


def read(view) -> str:
    return composed(view, "promise").document.root.read()


def test_voices_and_promises_of_a_process_stand_together_by_unit() -> None:
    text = read(
        view_of(
            process(1, name="Answer calls"),
            process(2, name="Sign letters"),
            activity(1, process_id=1, unit="Records"),
            activity(2, process_id=2, unit="Permits"),
            Feedback(id=1, process_id=1, who="Callers", said="Nobody answers"),
            commitment(1, process_id=1, text="Post the five answers"),
            commitment(2, process_id=2, text="Sign at the counter"),
        )
    )
    order = ["Permits", "Sign letters", "Records", "Answer calls", "“Nobody answers” Callers"]
    assert [text.index(each) for each in order] == sorted(map(text.index, order))
    assert "Post the five answers Fix now Permit Lead 24\u00a0Nov\u00a02026" in text
    assert "Asked; nothing written down" in text


@pytest.mark.parametrize(
    ("level", "sentence"),
    [
        (None, "Nothing written down yet"),
        (FeedbackLevel.NONE, "Not asked yet"),
        (FeedbackLevel.SOME, "Asked; nothing written down"),
        (FeedbackLevel.ENOUGH, "Asked; nothing written down"),
    ],
)
def test_users_read_the_same_as_the_inventory_of_whether_they_were_asked(level, sentence) -> None:
    view = view_of(process(1, feedback=level), commitment(1, process_id=1))
    assert sentence in read(view)
    if level is not None:
        assert sentence in composed(view, "inventory").document.root.read()


def test_the_promise_is_in_the_words_of_the_sponsor() -> None:
    text = read(view_of(process(1), promise="Tell us by {date}.", next_date=DATE))
    assert "“Tell us by 17\u00a0November\u00a02026.” — Agency Director" in text


def test_only_what_was_heard_or_promised_is_listed() -> None:
    text = read(view_of(process(1), activity(1, process_id=1)))
    assert "Nothing was heard" in text
    assert "Process 1" not in text
    withdrawn = commitment(1, process_id=1, status=CommitmentStatus.WITHDRAWN)
    assert "Process 1" not in read(view_of(process(1), activity(1, process_id=1), withdrawn))


def test_a_process_without_a_promise_says_what_comes_of_it() -> None:
    voice = Feedback(id=1, process_id=1, who="Clients", said="Quick and polite")
    works = process(1, problem=YesNoUnsure.NO)
    assert "It works. We leave it alone." in read(view_of(works, voice))
    assert "Nothing is promised yet" in read(view_of(process(1), voice))


def test_a_promise_without_a_date_says_what_it_waits_on() -> None:
    waiting = commitment(1, process_id=1, due=None, depends_on=Dependency.CONTRACT)
    text = read(view_of(process(1), waiting))
    assert "As contract allows" in text
    assert TITLE in text
