"""Export, then import into a new session, then export again: the same."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given

from tests.exchange.helpers import AGENCY, as_csv, as_json, bring_in
from tests.sessions import DAY, PRIVATE_MARK, blank_session, full_session, run
from tests.strategies import sessions, with_other_privates
from workshop.domain.commands.commitments import CountBuyIn
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.records import (
    RECORD_TYPES,
    TEXT_FIELDS,
    Activity,
    Commitment,
    CommitmentUpdate,
    Feedback,
    Need,
    Note,
    Participant,
    PrivateAnswers,
    Process,
    Prompt,
    Record,
    SessionFacts,
)
from workshop.domain.state import State
from workshop.domain.text import one_line, sameness_key
from workshop.exchange.csv_out import What
from workshop.exchange.errors import ImportRefusedError

EVERYWHERE = pytest.mark.parametrize("private", [False, True], ids=["public", "private"])


UNTITLED = State.of([SessionFacts(id=1, session_id="1" * 32)])

# What two records of a type may not share if a table is to keep them apart.
DISTINCT = {Activity: "text", Process: "name", Commitment: "text", Feedback: "said"}


def fit_for_a_table(state: State) -> State:
    """Return a session without what the rules of import change: repeats and outer spaces."""
    seen: set[str] = set()
    records = [fitted(record, seen) for kind in RECORD_TYPES for record in state.all(kind)]
    return State.of(records, state.next_ids)


def fitted(record: Record, seen: set[str]) -> Record:
    values = {name: getattr(record, name).strip() for name in TEXT_FIELDS[type(record)]}
    if isinstance(record, CommitmentUpdate):
        values["text"] = one_line(record.text)
    name = DISTINCT.get(type(record))
    if name is not None:
        values[name] = distinct(values[name], record.id, seen)
    return replace(record, **values)


def distinct(text: str, number: int, seen: set[str]) -> str:
    key = sameness_key(text)
    if key in seen:
        return f"{text} {number}"
    seen.add(key)
    return text


@EVERYWHERE
@given(state=sessions())
def test_a_table_brings_everything_back_that_it_shows(state, private):
    state = fit_for_a_table(state)
    table = as_csv(state, private=private)
    if not state.all(Activity) and not state.all(Process) and not state.all(Commitment):
        with pytest.raises(ImportRefusedError, match="nothing to import"):
            bring_in(table)
        return
    again, report = bring_in(table)
    assert report.skipped == ()
    assert as_csv(again, private=private) == table
    assert covered(again, private=private) == covered(state, private=private)


def covered(state: State, *, private: bool) -> dict[str, list[object]]:
    """Return what a table has room for, without the numbers that it does not show."""
    kinds = (Process, PrivateAnswers, Activity, Commitment, Need, Feedback, CommitmentUpdate)
    content = json.loads(as_json(state, private=private))
    numbered = (PrivateAnswers, Process, Activity, Commitment)
    return {
        kind.TABLE: sorted(
            json.dumps(row if kind in numbered else row | {"id": 0})
            for row in content.get(kind.TABLE, [])
            if kind is not PrivateAnswers or row["owner_fit"] or row["proposed_owner"]
        )
        for kind in kinds
    }


@EVERYWHERE
@given(state=sessions())
def test_json_brings_everything_back(state, private):
    content = as_json(state, private=private)
    again, report = bring_in(content, "session.json", UNTITLED)
    assert report.skipped == ()
    assert as_json(again, private=private) == content


def test_json_of_an_earlier_version_is_read_with_what_it_lacks_left_blank():
    content = json.loads(as_json(full_session(), private=True)) | {"version": 1}
    for commitment in content["commitment"]:
        del commitment["made_on"]
    del content["prompt"]
    again, report = bring_in(json.dumps(content).encode(), "session.json", UNTITLED)
    assert report.skipped == ()
    assert not again.all(Prompt)
    assert [c.made_on for c in again.all(Commitment)] == [None, None]
    assert [c.carried for c in again.all(Commitment)] == [True, False]


@EVERYWHERE
@pytest.mark.parametrize("export", [as_csv, as_json])
def test_a_session_with_records_of_every_type_comes_back(export, private):
    state = full_session()
    name = "a.json" if export is as_json else "a.csv"
    content = export(state, private=private)
    again, _ = bring_in(content, name)
    assert export(again, private=private) == content


@pytest.mark.parametrize("export", [as_csv, as_json])
def test_the_list_of_an_agency_comes_back_and_adds_nothing_to_itself(export):
    name = "a.json" if export is as_json else "a.csv"
    state, _ = bring_in(AGENCY.read_bytes())
    content = export(state, private=True)
    again, _ = bring_in(content, name)
    assert as_json(again, private=True) == as_json(state, private=True)
    same, report = bring_in(content, name, state)
    assert same == state
    assert report.added == 0


@given(state=sessions())
def test_a_session_that_takes_its_own_json_stays_as_it_is(state):
    again, report = bring_in(as_json(state, private=True), "a.json", state)
    assert again == state
    assert report.added == 0


@EVERYWHERE
@given(state=sessions())
def test_private_answers_and_notes_are_in_an_export_only_when_asked_for(state, private):
    marked = any(PRIVATE_MARK in repr(state.all(kind)) for kind in RECORD_TYPES if kind.PRIVATE)
    shown = PRIVATE_MARK.encode() in as_json(state, private=private)
    assert shown == (marked and private)
    assert private or PRIVATE_MARK.encode() not in as_csv(state)


@given(state=sessions().flatmap(lambda state: with_other_privates(state).map(lambda s: (state, s))))
def test_flipping_private_fields_changes_no_public_export(state):
    one, other = state
    assert as_json(one) == as_json(other)
    assert all(as_csv(one, what) == as_csv(other, what) for what in What)


@pytest.mark.parametrize("what", What)
def test_a_table_says_what_it_is_about(what):
    state, _ = bring_in(AGENCY.read_bytes())
    rows = list(csv.DictReader(io.StringIO(as_csv(state, what).decode("utf-8-sig"))))
    expected = {"activities": 64, "inventory": 44, "commitments": 39, "all": 64}
    assert len(rows) == expected[what]


def test_a_table_opens_in_a_spreadsheet_and_runs_nothing():
    state, _ = bring_in("=cmd|'/c calc'!A1\n+1\n@SUM(A1)\nCafé\n", "list.txt")
    table = as_csv(state)
    assert table.startswith(b"\xef\xbb\xbfactivity,")
    assert table.count(b"\r\n") == 5
    cells = [row[0] for row in csv.reader(io.StringIO(table.decode("utf-8-sig")))]
    assert cells[1:] == ["'=cmd|'/c calc'!A1", "'+1", "'@SUM(A1)", "Café"]
    assert [card.text for card in bring_in(table)[0].all(Activity)] == [
        "=cmd|'/c calc'!A1", "+1", "@SUM(A1)", "Café",
    ]  # fmt: skip


def test_numbers_and_order_do_not_tell_what_was_deleted():
    state = full_session()
    gap = run(state, AddRecords((Participant(id=-1, name="Gone"),)))
    gap = run(gap, DeleteRecords(Participant, (2,)))
    gap = run(gap, AddRecords((Participant(id=-1, name="New"),)))
    plain = run(state, AddRecords((Participant(id=-1, name="New"),)))
    assert as_json(gap) == as_json(plain)


def test_json_fills_blank_facts_and_leaves_given_ones():
    state = run(full_session(), EditRecord(SessionFacts, 1, {"agency": "Three Rivers"}))
    target = run(blank_session(), EditRecord(SessionFacts, 1, {"title": "Mine"}))
    after, _ = bring_in(as_json(state), "a.json", target)
    assert (after.facts.title, after.facts.agency) == ("Mine", "Three Rivers")
    assert after.facts.session_id == target.facts.session_id


def test_json_joins_a_session_that_has_some_of_it():
    state, _ = bring_in("activity,process,owner\nLog forms,Intake,Lead\nDrive,Fleet,\n")
    target, _ = bring_in("activity,bucket\nlog  FORMS,process\nFly,performance\n")
    target = run(target, CountBuyIn((0, 0, 0, 0, 0, 1)))
    after, report = bring_in(as_json(run(state, CountBuyIn((1, 0, 0, 0, 0, 0)))), "a.json", target)
    assert [card.text for card in after.all(Activity)] == ["log  FORMS", "Fly", "Drive"]
    assert [process.name for process in after.processes()] == ["log  FORMS", "Fleet"]
    assert report.added == 2
    assert len(report.skipped) == 3


def test_json_follows_an_activity_that_was_merged_meanwhile():
    state = full_session()
    after, _ = bring_in(as_json(state), "a.json", state)
    other, _ = bring_in("activity,merged into\nOpen the mail,Drive\nDrive,\n")
    after, _ = bring_in(as_json(state), "a.json", other)
    assert len(after.all(Activity)) == 2 + 7


@pytest.mark.parametrize("known", [{"said_on": DAY}, {"reached_us_by": "by letter"}, {}])
def test_a_table_keeps_what_is_known_about_a_voice(known):
    state, _ = bring_in("activity,bucket\nSign forms,process\n")
    state = run(state, AddRecords((Feedback(id=-1, process_id=1, said="Too slow", **known),)))
    again, _ = bring_in(as_csv(state))
    assert again.all(Feedback) == state.all(Feedback)


def test_cards_that_read_the_same_are_told_apart_by_their_order():
    state, _ = bring_in("activity,bucket,needs\na,performance,\nb,performance,p\np,process,\n")
    state = run(state, EditRecord(Activity, 2, {"text": "A"}))
    again, report = bring_in(as_json(state), "a.json", state)
    assert again == state
    assert report.added == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "no sound JSON"),
        ("[" * 100_000, "no sound JSON"),
        ('{"format": "gather", "version": 1, "activity": [{"id": 1, "text": NaN}]}', "sound JSON"),
        ('{"format": "other"}', "not the export of a session"),
        ("[1]", "not the export of a session"),
        ('{"format": "gather", "version": 3}', "another version"),
        ('{"format": "gather", "version": 1, "activity": [{"id": 1}]}', "activities in the file"),
        ('{"format": "gather", "version": 1, "activity": 7}', "activities in the file"),
        ('{"format": "gather", "version": 1, "activity": [7]}', "activities in the file"),
        (
            '{"format":"gather","version":1,"process":[{"id":1,"name":"a"},{"id":1,"name":"b"}]}',
            "the same number",
        ),
        (
            '{"format":"gather","version":1,"feedback":[{"id":1,"process_id":9,"said":"x"}]}',
            "not in it",
        ),
    ],
)
def test_json_that_is_no_export_is_refused_in_one_sentence(content, sentence):
    with pytest.raises(ImportRefusedError, match=sentence) as caught:
        bring_in(content, "a.json")
    assert str(caught.value).count(". ") == 0


def test_unsafe_characters_in_json_are_replaced_and_counted():
    content = '{"format": "gather", "version": 1, "note": [{"id": 1, "text": "a\\u0000\\ud83d"}]}'
    state, report = bring_in(content, "a.json")
    assert state.all(Note)[0].text == "a\ufffd\ufffd"
    assert report.replaced == 2


def test_a_private_note_does_not_decide_whether_an_agenda_is_taken_over():
    export = as_json(full_session())
    noted = run(blank_session(), AddRecords((Note(id=0, text=PRIVATE_MARK),)))
    with_note, _ = bring_in(export, "s.json", noted)
    without, _ = bring_in(export, "s.json")
    assert as_json(with_note) == as_json(without)
