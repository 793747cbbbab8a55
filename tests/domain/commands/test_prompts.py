"""Words of the facilitator's own for a phase."""

from tests.sessions import PRIVATE_MARK, blank_session, run
from workshop.domain.commands.prompts import WritePrompt
from workshop.domain.enums import Phase
from workshop.domain.records import Prompt


def written(state):
    return [(each.phase, each.say, each.watch) for each in state.all(Prompt)]


def test_a_phase_has_one_prompt_whatever_is_written_first():
    say = WritePrompt(Phase.BUCKET, "say", "Hands up on three")
    again = WritePrompt(Phase.BUCKET, "say", "Hands up on two")
    watch = WritePrompt(Phase.BUCKET, "watch", "Who waits for whom")
    state = run(blank_session(), say, watch, again)
    assert written(state) == [(Phase.BUCKET, "Hands up on two", "Who waits for whom")]


def test_a_prompt_without_words_of_ones_own_is_none():
    state = run(blank_session(), WritePrompt(Phase.BUCKET, "say", "Hands up"))
    blank = WritePrompt(Phase.BUCKET, "say", "")
    assert written(run(state, blank)) == []
    assert not blank.plan(blank_session())


def test_what_is_written_is_not_in_the_label():
    assert (
        PRIVATE_MARK
        not in WritePrompt(Phase.COMMIT, "say", PRIVATE_MARK).plan(blank_session()).label
    )
