"""What holds for every command, on every session: drawn by Hypothesis."""

from collections import Counter

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from tests.invariants import assert_whole
from tests.sessions import PRIVATE_MARK, full_session
from tests.strategies import (
    DRAWN_COMMANDS,
    Step,
    draw_added,
    draw_command,
    draw_steps,
    sessions,
    take_step,
    walks,
    with_other_privates,
)
from workshop.domain.changes import Change, net
from workshop.domain.commands import Command
from workshop.domain.commands.prompts import WritePrompt
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.commands.several import Several
from workshop.domain.public import PublicView
from workshop.domain.records import (
    RECORD_TYPES,
    AgendaItem,
    LeadershipAnswers,
    PrivateAnswers,
    Record,
)
from workshop.domain.state import State

# The properties that carry most get more examples than a profile gives the others.
thorough = settings(max_examples=3 * settings().max_examples)


def snapshot(state: State) -> tuple[object, ...]:
    """Copy all that a state is made of; records themselves are frozen."""
    return (
        {kind: dict(table) for kind, table in state.tables.items()},
        {key: list(entries) for key, entries in state.ranking.lists.items()},
        dict(state.next_ids),
    )


def ids_in(state: State) -> set[tuple[type[Record], int]]:
    # Private answers have the id of their process and none of their own.
    own = [kind for kind in RECORD_TYPES if kind is not PrivateAnswers]
    return {(kind, key) for kind in own for key in state.table(kind)}


def touches_private_records(command: Command) -> bool:
    match command:
        case AddRecords(records):
            return any(record.PRIVATE for record in records)
        case WritePrompt():
            return True
        case EditRecord(kind) | DeleteRecords(kind):
            return kind.PRIVATE
        case Several(commands):
            return any(map(touches_private_records, commands))
    return False


@pytest.mark.parametrize("draw_one", DRAWN_COMMANDS, ids=lambda each: each.__name__)
def test_each_command_is_drawn_both_valid_and_rejected(draw_one):
    # Else the properties below would say less than they seem to. Whole steps are too long to print.
    @st.composite
    def outcomes(draw):
        step = take_step(full_session(), draw_one(draw, full_session()))
        return bool(step.changes), step.rejected is not None

    quick = settings(phases=[Phase.generate], max_examples=1000, database=None, derandomize=True)
    find(outcomes(), lambda outcome: outcome[0], settings=quick)
    find(outcomes(), lambda outcome: outcome[1], settings=quick)


@thorough
@given(walks())
def test_no_command_breaks_a_session(steps):
    for step in steps:
        assert_whole(step.after)


@thorough
@given(walks())
def test_a_command_taken_back_leaves_the_session_as_it_was(steps):
    for step in steps:
        if step.changes is not None:
            undo = step.changes.flip("Undo")
            undone = step.after.apply(undo.changes)
            assert undone == step.before
            assert undone.ranking == step.before.ranking
            redo = undo.flip("Redo")
            assert redo.changes == step.changes.changes
            redone = undone.apply(redo.changes)
            assert redone == step.after
            assert redone.ranking == step.after.ranking


@given(walks())
def test_all_commands_taken_back_lead_to_the_beginning_and_again_to_the_end(steps):
    done = [step.changes for step in steps if step.changes is not None]
    state = steps[-1].after
    for changes in reversed(done):
        state = state.apply(changes.flip("Undo").changes)
        assert_whole(state)
    assert state == steps[0].before
    for changes in done:
        state = state.apply(changes.changes)
    assert state == steps[-1].after
    assert state.ranking == steps[-1].after.ranking


@given(walks())
def test_many_commands_may_be_applied_as_one_change_for_each_record(steps):
    every = [change for step in steps if step.changes for change in step.changes.changes]
    changes = net(every)
    assert max(Counter((change.kind, change.id) for change in changes).values(), default=1) == 1
    assert all(change.before != change.after for change in changes)
    assert steps[0].before.apply(changes) == steps[-1].after


@given(st.data())
def test_no_id_is_used_again_even_after_delete_and_undo(data):
    before = data.draw(walks(max_size=4))
    used = {key for step in before for key in ids_in(step.before) | ids_in(step.after)}
    state = before[-1].after
    if before[-1].changes is not None and data.draw(st.booleans()):
        state = state.apply(before[-1].changes.flip("Undo").changes)
    for step in draw_steps(data.draw, state, max_size=4):
        added = ids_in(step.after) - ids_in(step.before)
        assert not added & used
        used |= added


@given(walks())
def test_planning_alters_nothing_and_gives_the_same_again(steps):
    for step in steps:
        state, before = step.before, snapshot(step.before)
        again = take_step(state, step.command)
        assert snapshot(state) == before
        assert again.changes == step.changes
        assert str(again.rejected) == str(step.rejected)


@given(walks())
def test_applying_alters_nothing_of_the_state_before(steps):
    for step in steps:
        if step.changes is not None:
            before = snapshot(step.before)
            step.before.apply(step.changes.changes)
            assert snapshot(step.before) == before


@given(walks())
def test_changes_are_real_and_follow_on_what_is_there(steps):
    for step in steps:
        for change in step.changes.changes if step.changes else ():
            assert change.before != change.after
            assert change.before == step.before.get(change.kind, change.id)


@given(walks())
def test_a_rejection_is_one_sentence_for_the_user(steps):
    for reason in (str(step.rejected) for step in steps if step.rejected):
        assert reason[0].isupper(), reason
        assert reason.endswith("."), reason
        assert reason.isprintable(), reason


@thorough
@given(walks())
def test_a_label_is_one_line_that_a_file_can_hold(steps):
    for label in (step.changes.label for step in steps if step.changes):
        assert label[0].isupper(), label
        assert len(label) <= 100, label
        assert len(label.splitlines()) == 1, label
        label.encode("utf-8")
        assert "\0" not in label


@given(walks())
def test_labels_and_reasons_hold_no_private_text(steps):
    for step in steps:
        said = step.changes.label if step.changes else str(step.rejected)
        assert PRIVATE_MARK not in said


@given(st.data())
def test_what_is_private_changes_nothing_that_is_public(data):
    """The same public commands on sessions that differ in what is private do the same."""
    state = data.draw(sessions(max_size=4))
    other = data.draw(with_other_privates(state))
    for _ in range(data.draw(st.integers(1, 6))):
        command = draw_command(data.draw, state)
        if not touches_private_records(command):
            step, twin = take_step(state, command), take_step(other, command)
            state, other = step.after, twin.after
            assert str(twin.rejected) == str(step.rejected)
            assert said_publicly(twin) == said_publicly(step)


@given(st.data())
def test_private_records_added_beside_public_ones_change_nothing_that_is_public(data):
    state = data.draw(sessions(max_size=2))
    step = take_step(state, draw_added(data.draw, state))
    public = tuple(record for record in step.command.records if not record.PRIVATE)
    if step.changes and public:
        assert said_publicly(take_step(state, AddRecords(public))) == said_publicly(step)


def said_publicly(step: Step) -> tuple[str, list[Change], str]:
    """Return what others may see of a step: label, changes, and the session after it."""
    changes = step.changes.changes if step.changes else ()
    public = [change for change in changes if not change.kind.PRIVATE]
    label = step.changes.label if step.changes and not step.changes.is_private else ""
    return label, public, PublicView.of(step.after).digest


@given(walks())
def test_a_private_change_set_leaves_the_public_view_as_it_was_and_others_alter_it(steps):
    # Two kinds may alter nothing that is shown: answers of too few people, the time of a phase.
    for step in steps:
        if step.changes:
            is_same = PublicView.of(step.before).digest == PublicView.of(step.after).digest
            kinds = {change.kind for change in step.changes.changes}
            if not kinds <= {LeadershipAnswers, AgendaItem}:
                assert step.changes.is_private == is_same


@given(walks())
def test_the_public_view_holds_no_private_text(steps):
    for step in steps:
        assert PRIVATE_MARK not in repr(PublicView.of(step.after))
