"""Add, edit and delete."""

import datetime as dt

import pytest

from tests.sessions import PRIVATE_MARK, add, blank_session, full_session, run, texts, with_cards
from workshop.domain.commands.activities import MergeActivities, MoveActivities
from workshop.domain.commands.inventory import AnswerProcess
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.enums import (
    Bucket,
    CommitmentKind,
    ExcuseState,
    OwnerFit,
    Phase,
    Triage,
    YesNoUnsure,
)
from workshop.domain.errors import Rejected
from workshop.domain.records import (
    Activity,
    AgendaItem,
    Commitment,
    CommitmentUpdate,
    Excuse,
    Feedback,
    Need,
    Note,
    Participant,
    Pledge,
    PledgeReturn,
    PrivateAnswers,
    Process,
    SessionFacts,
)


def rejection(command, state):
    with pytest.raises(Rejected) as caught:
        command.plan(state)
    return str(caught.value)


# Add


def test_cards_are_added_at_the_end_in_the_order_given():
    state = add(with_cards("a", "b"), Activity(id=0, text="c"), Activity(id=-1, text="d"))
    assert texts(state.activities(Bucket.UNSORTED)) == ["a", "b", "c", "d"]
    assert [card.id for card in state.activities(Bucket.UNSORTED)] == [1, 2, 3, 4]


def test_references_among_added_records_follow_their_new_ids():
    state = add(
        full_session(),
        Activity(id=-5, text="Pay bills", bucket=Bucket.PROCESS, process_id=-9),
        Process(id=-9, name="Payments"),
        PrivateAnswers(id=-9, owner_fit=OwnerFit.UNSURE),
        Commitment(id=0, text="Pay sooner", kind=CommitmentKind.FIX_NOW, process_id=-9),
        Excuse(id=-1, text="No money", state=ExcuseState.REMOVED, removed_by_id=0),
    )
    entry = state.processes()[-1]
    assert (entry.name, entry.id) == ("Payments", 4)
    assert texts(state.activities_of(4)) == ["Pay bills"]
    assert state.private_answers(4).owner_fit is OwnerFit.UNSURE
    assert state.all(Commitment)[-1].process_id == 4
    assert state.all(Excuse)[-1].removed_by_id == state.all(Commitment)[-1].id


def test_a_process_activity_brings_its_own_entry():
    state = with_cards("Sign letters", "Log calls", bucket=Bucket.PROCESS)
    assert [process.name for process in state.processes()] == ["Sign letters", "Log calls"]


def test_an_entry_without_an_activity_is_set_aside():
    state = add(blank_session(), Process(id=0, name="Alone"))
    assert state.processes() == []
    assert state.all(Process)[0].set_aside


def test_an_added_activity_brings_back_an_entry_that_was_set_aside():
    state = add(full_session(), Activity(id=0, text="New", bucket=Bucket.PROCESS, process_id=3))
    assert [process.name for process in state.processes()][-1] == "Set aside"


def test_unsafe_text_is_replaced_in_record_and_label():
    command = AddRecords((Activity(id=0, text="bell\a and half a pair \ud83d\r\nmore"),))
    changes = command.plan(blank_session())
    assert changes.changes[0].record.text == "bell\ufffd and half a pair \ufffd\nmore"
    assert changes.label == "Added activity “bell\ufffd and half a pair \ufffd more”"


def test_a_merged_card_is_added_beside_the_card_it_was_merged_into():
    state = add(
        blank_session(),
        Activity(id=-1, text="same", bucket=None, merged_into_id=-2),
        Activity(id=-2, text="kept"),
    )
    assert state.get(Activity, 1).merged_into_id == 2
    assert texts(state.activities(Bucket.UNSORTED)) == ["kept"]


MERGED = {"text": "m", "bucket": None}


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ([SessionFacts(id=0, session_id="2")], "A session has its facts already; edit them."),
        ([Activity(id=7, text="x")], "The activity cannot have the number 7."),
        ([Note(id=1, text="x")], "The note cannot have the number 1."),
        ([Note(id=-1, text="x"), Note(id=-1, text="y")], "The note cannot have the number -1."),
        ([PrivateAnswers(id=1)], "The private answer cannot have the number 1."),
        ([PrivateAnswers(id=2)] * 2, "The private answer cannot have the number 2."),
        ([PrivateAnswers(id=-3)], "There is no process with the number -3."),
        ([Need(id=0, activity_id=77, process_id=1)], "There is no activity with the number 77."),
        ([Need(id=0, activity_id=5, process_id=None)], "Say which process the need belongs to."),
        ([Activity(id=0, text="x", bucket=None)], "A card is either in a bucket or merged into"),
        ([Activity(id=0, text="x", merged_into_id=1)], "A card is either in a bucket or merged"),
        ([Activity(id=0, **MERGED, merged_into_id=0)], "A card is merged into one that is not"),
        ([Activity(id=0, **MERGED, merged_into_id=7)], "A card is merged into one that is not"),
        ([Excuse(id=0, text="x", state=ExcuseState.REMOVED)], "Say which commitment removes the"),
        ([Activity(id=0, text=" \n")], "Type what is done before keeping the card."),
    ],
)
def test_what_may_not_be_added(records, reason):
    state = full_session()
    assert rejection(AddRecords(tuple(records)), state).startswith(reason)


def test_an_id_is_not_given_again_after_its_record_was_deleted():
    state = run(with_cards("a", "b"), DeleteRecords(Activity, (2,)))
    assert [card.id for card in add(state, Activity(id=0, text="c")).all(Activity)] == [1, 3]


@pytest.mark.parametrize(
    ("records", "label"),
    [
        ([], "Added nothing"),
        ([Activity(id=0, text="Sign  forms")], "Added activity “Sign forms”"),
        ([Feedback(id=0, process_id=1, said="Slow")], "Added feedback “Slow”"),
        ([Need(id=0, activity_id=5, process_id=1)], "Added need"),
        ([Note(id=0, text=PRIVATE_MARK)], "Added 1 note"),
        ([Participant(id=0, name="A"), Participant(id=-1, name="B")], "Added 2 participants"),
        ([Participant(id=0, name="A"), Activity(id=-1, text="B")], "Added 2 entries"),
        ([Activity(id=0, text="Sign"), Note(id=-1, text=PRIVATE_MARK)], "Added activity “Sign”"),
    ],
)
def test_the_label_says_what_was_added(records, label):
    assert AddRecords(tuple(records)).plan(full_session()).label == label


def test_a_command_may_bring_a_label_of_its_own():
    assert AddRecords((), "Imported list.csv").plan(blank_session()).label == "Imported list.csv"


# Edit


def test_fields_are_edited():
    command = EditRecord(SessionFacts, 1, {"agency": "Permits", "date": dt.date(2026, 3, 12)})
    changes = command.plan(blank_session())
    facts = run(blank_session(), command).facts
    assert (facts.title, facts.agency, facts.date) == ("Riverside", "Permits", dt.date(2026, 3, 12))
    assert changes.label == "Edited session facts"


def test_an_edit_to_what_is_there_changes_nothing():
    assert not EditRecord(SessionFacts, 1, {"title": "Riverside"}).plan(blank_session())


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Activity, "id"),
        (Activity, "bucket"),
        (Activity, "position"),
        (Activity, "merged_into_id"),
        (Process, "set_aside"),
        (Process, "position"),
        (SessionFacts, "session_id"),
        (Activity, "color"),
    ],
)
def test_what_follows_from_other_commands_cannot_be_edited(kind, name):
    reason = rejection(EditRecord(kind, 1, {name: 1}), full_session())
    assert reason == f"The field “{name}” of {kind.NOUN[1]} cannot be edited."


def test_an_edit_needs_its_record_and_what_it_refers_to():
    state = full_session()
    assert rejection(EditRecord(Pledge, 9, {}), state) == "There is no pledge with the number 9."
    command = EditRecord(Pledge, 1, {"activity_id": 99})
    assert rejection(command, state) == "There is no activity with the number 99."


def test_an_entry_follows_the_text_of_the_card_it_was_named_after():
    state = run(full_session(), EditRecord(Activity, 1, {"text": "Sign all letters"}))
    assert state.get(Process, 1).name == "Sign all letters"


def test_an_entry_with_a_name_of_its_own_keeps_it():
    state = run(full_session(), EditRecord(Activity, 2, {"text": "Route all"}))
    assert state.get(Process, 2).name == "Intake"


def test_a_card_given_to_another_entry_leaves_its_own_set_aside():
    state = run(full_session(), EditRecord(Activity, 1, {"process_id": 3}))
    assert state.get(Process, 1).set_aside
    assert texts(state.activities_of(3)) == ["Sign permit letters"]
    assert [process.id for process in state.processes()] == [2, 3]


def test_a_card_taken_from_its_entry_gets_one_of_its_own():
    state = run(full_session(), EditRecord(Activity, 3, {"process_id": None}))
    assert [process.name for process in state.processes()][-1] == "Log applications"
    assert texts(state.activities_of(2)) == ["Route applications"]


def test_naming_the_commitment_that_removes_an_excuse_removes_it():
    state = run(full_session(), EditRecord(Excuse, 1, {"removed_by_id": 2}))
    assert state.get(Excuse, 1).state is ExcuseState.REMOVED
    state = run(state, EditRecord(Excuse, 1, {"removed_by_id": None}))
    assert state.get(Excuse, 1).state is ExcuseState.OPEN


@pytest.mark.parametrize("new", [ExcuseState.OPEN, ExcuseState.ACCEPTED])
def test_a_removed_excuse_that_is_given_another_state_is_removed_by_nothing(new):
    state = run(full_session(), EditRecord(Excuse, 1, {"removed_by_id": 2}))
    excuse = run(state, EditRecord(Excuse, 1, {"state": new})).get(Excuse, 1)
    assert (excuse.state, excuse.removed_by_id) == (new, None)


def test_an_excuse_is_not_removed_without_a_commitment():
    command = EditRecord(Excuse, 1, {"state": ExcuseState.REMOVED})
    assert rejection(command, full_session()) == "Say which commitment removes the excuse."


def test_living_with_it_needs_an_until_when_whichever_way_it_is_chosen():
    state = full_session()
    for command in (
        EditRecord(Process, 2, {"triage": Triage.LIVE_WITH_IT}),
        EditRecord(Process, 1, {"until": " "}),
        AnswerProcess(1, {"until": "", "problem": YesNoUnsure.YES}),
    ):
        assert rejection(command, state) == "Say until when we live with it."


def test_the_label_of_an_edited_private_record_says_no_more_than_its_type():
    state = full_session()
    assert EditRecord(Note, 1, {"text": "x"}).plan(state).label == "Edited 1 note"
    edited = EditRecord(PrivateAnswers, 1, {"proposed_owner": "x"}).plan(state)
    assert edited.label == "Edited 1 private answer"


# Delete


def test_deleting_takes_along_what_cannot_be_without_it():
    state = run(full_session(), DeleteRecords(Commitment, (1,)))
    assert [commitment.id for commitment in state.all(Commitment)] == [2]
    assert state.all(CommitmentUpdate) == []
    assert state.all(PledgeReturn) == []
    assert len(state.all(Pledge)) == 1


def test_deleting_a_card_takes_along_the_cards_merged_into_it_and_clears_the_pledge():
    state = full_session()
    assert texts(run(state, DeleteRecords(Activity, (6,))).activities(Bucket.UNSORTED)) == [
        "Open the mail"
    ]
    assert run(state, DeleteRecords(Activity, (6,))).get(Activity, 7) is None
    after = run(state, DeleteRecords(Activity, (4,)))
    assert after.get(Pledge, 1).activity_id is None
    assert after.all(Need) == []


def test_deleting_a_commitment_opens_the_excuse_it_removed():
    state = run(full_session(), EditRecord(Excuse, 1, {"removed_by_id": 2}))
    excuse = run(state, DeleteRecords(Commitment, (2,))).get(Excuse, 1)
    assert (excuse.state, excuse.removed_by_id) == (ExcuseState.OPEN, None)


def test_deleting_the_last_activity_of_an_entry_sets_it_aside_with_its_answers():
    state = run(full_session(), DeleteRecords(Activity, (1,)))
    entry = state.get(Process, 1)
    assert entry.set_aside
    assert entry.owner == "nobody"
    assert [process.id for process in state.processes()] == [2]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (SessionFacts, "The facts of a session can be edited but not deleted."),
        (Process, "A process leaves the inventory when its activities leave the process bucket."),
        (AgendaItem, "A phase can be given no minutes but not be deleted."),
    ],
)
def test_what_cannot_be_deleted(kind, reason):
    assert rejection(DeleteRecords(kind, (1,)), full_session()) == reason


def test_what_is_not_there_cannot_be_deleted():
    reason = rejection(DeleteRecords(Note, (1, 2)), full_session())
    assert reason == "There is no note with the number 2."


@pytest.mark.parametrize(
    ("kind", "ids", "label"),
    [
        (Activity, (), "Deleted nothing"),
        (Activity, (8, 8), "Deleted activity “Open the mail”"),
        (Activity, (4, 5), "Deleted 2 activities"),
        (Note, (1,), "Deleted 1 note"),
        (PrivateAnswers, (1,), "Deleted 1 private answer"),
    ],
)
def test_the_label_says_what_was_deleted(kind, ids, label):
    assert DeleteRecords(kind, ids).plan(full_session()).label == label


def test_cards_may_be_deleted_moved_and_merged_while_the_agenda_stays():
    state = run(
        full_session(),
        MoveActivities((4,), Bucket.UNSORTED),
        MergeActivities(8, (4,)),
        DeleteRecords(Activity, (8,)),
    )
    assert texts(state.activities(Bucket.UNSORTED)) == ["Answer the phone"]
    assert [item.phase for item in state.all(AgendaItem)] == list(Phase)
