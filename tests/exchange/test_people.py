import pytest

from tests.exchange.helpers import bring_in, lines_of, remarks, skipped
from tests.sessions import with_cards
from workshop.domain.enums import Bucket, ParticipantKind
from workshop.domain.records import Feedback, Participant
from workshop.exchange.columns import Kind


def test_participants_come_in_once_and_go_by_their_role_where_they_have_no_name():
    data = lines_of(
        "Name,Job title,Office,Kind",
        "Lee,Clerk,Permits,Process User",
        "lee,clerk,permits,",
        ",Director,HQ,",
        "Ann,,,boss",
        ",,HQ,",
    )
    state, report = bring_in(data, kind=Kind.PARTICIPANTS)
    assert [(p.name, p.role, p.unit, p.kind) for p in state.all(Participant)] == [
        ("Lee", "Clerk", "Permits", ParticipantKind.PROCESS_USER),
        ("Director", "Director", "HQ", ParticipantKind.LEADER),
        ("Ann", "", "", ParticipantKind.LEADER),
    ]
    assert skipped(report) == [(3, "repeat"), (6, "incomplete")]
    assert remarks(report) == [
        (None, "1 participant without a name, known by the role"),
        (5, "kind “boss” is none of leader, process user; it is left out"),
    ]


HEADS = "Last name\tFirst name\tTitle\tUnit"


def test_a_last_and_a_first_name_are_one_name():
    data = lines_of(HEADS, "Lee\tAnn\tDirector\tHead office", "\tPat\tClerk\t", "\t\tDispatcher\t")
    state, report = bring_in(data, "", kind=Kind.PARTICIPANTS)
    assert people(state) == [
        ("Ann Lee", "Director", "Head office"),
        ("Pat", "Clerk", ""),
        ("Dispatcher", "Dispatcher", ""),
    ]
    assert report.ignored == ()


def test_a_first_name_stands_before_a_name_that_does_not_hold_it():
    data = lines_of(
        "Name\tFirst name", "Lee\tAnn", "Tom Brown\tTom", "Alvarez\tAl", "Edwards\tEd",
        "Brown, Jo Ann\tJo Ann", "J. Smith\tJ",
    )  # fmt: skip
    state, _ = bring_in(data, "", kind=Kind.PARTICIPANTS)
    assert [name for name, _, _ in people(state)] == [
        "Ann Lee", "Tom Brown", "Al Alvarez", "Ed Edwards", "Brown, Jo Ann", "J. Smith",
    ]  # fmt: skip


def test_a_column_tells_who_is_a_leader():
    data = lines_of(
        "Last\tFirst\tTitle\tUnit\tEmail\tLeader?",
        "Lee\tAnn\tDirector\tHQ\tann@x.gov\tyes",
        "Brown\tTom\tClerk\tPermits\ttom@x.gov\tno",
        "Ruiz\tAna\t\tField\t\tuser",
        "Khan\tAli\t\tField\t\tLeader",
    )
    state, report = bring_in(data, "", kind=Kind.PARTICIPANTS)
    leader, user = ParticipantKind
    assert [(p.name, p.kind) for p in state.all(Participant)] == [
        ("Ann Lee", leader), ("Tom Brown", user), ("Ana Ruiz", user), ("Ali Khan", leader),
    ]  # fmt: skip
    assert report.ignored == ("Email",)
    assert remarks(report) == []


@pytest.mark.parametrize("tick", ["x", "✓", "Yes"])
def test_where_leaders_are_ticked_the_others_are_none(tick):
    state, _ = bring_in(f"Name,Leader?\nAnn,{tick}\nTom,\n", kind=Kind.PARTICIPANTS)
    assert [each.kind for each in state.all(Participant)] == list(ParticipantKind)


def test_where_some_are_no_leaders_a_blank_says_nothing():
    state, _ = bring_in("Name,Leader?\nAnn,\nTom,no\n", kind=Kind.PARTICIPANTS)
    assert [each.kind for each in state.all(Participant)] == list(ParticipantKind)


def test_a_column_headed_leader_can_name_them():
    state, _ = bring_in("Leader,Unit\nAnn Lee,HQ\n", kind=Kind.PARTICIPANTS)
    assert people(state) == [("Ann Lee", "", "HQ")]


def test_a_cell_that_says_leader_makes_no_header():
    data = "Ann Lee\tDirector\tHQ\tleader\nTom Brown\tClerk\tHQ\tprocess user\n"
    state, _ = bring_in(data, "", kind=Kind.PARTICIPANTS)
    assert [name for name, _, _ in people(state)] == ["Ann Lee", "Tom Brown"]


def test_a_list_of_names_is_a_participant_a_line():
    state, _ = bring_in("Lee\nAnn\n", "list.txt", kind=Kind.PARTICIPANTS)
    assert [participant.name for participant in state.all(Participant)] == ["Lee", "Ann"]


def test_feedback_finds_its_process_by_name_or_by_activity():
    state, _ = bring_in(lines_of("activity,process", "Log forms,Intake"))
    data = lines_of(
        "Process,Who,Said,Date,Channel",
        "INTAKE,Clerks,Too slow,2026-02-01,by letter",
        "log  forms,,Fine,,",
        "Fees,Clerks,Too high,,",
        "Intake,Clerks,too slow,2026-02-01,",
        "Intake,Clerks,,,",
    )
    after, report = bring_in(data, state=state, kind=Kind.FEEDBACK)
    [process] = state.processes()
    assert [(f.process_id, f.who, f.said, f.reached_us_by) for f in after.all(Feedback)] == [
        (process.id, "Clerks", "Too slow", "by letter"),
        (process.id, "", "Fine", ""),
    ]
    assert skipped(report) == [(4, "no such process"), (5, "repeat"), (6, "incomplete")]
    assert bring_in(data, state=after, kind=Kind.FEEDBACK)[0] == after


def test_feedback_reaches_a_process_by_the_text_of_its_card():
    state = with_cards("Sign forms", bucket=Bucket.PROCESS)
    state, _ = bring_in("process,said\nsign forms,Good\n", state=state, kind=Kind.FEEDBACK)
    assert len(state.all(Feedback)) == 1


def people(state):
    return [(p.name, p.role, p.unit) for p in state.all(Participant)]


def test_cells_copied_from_a_sheet_are_name_role_and_unit():
    data = "Lee\tClerk\tPermits\n\nAnn\t\tHQ\n\tDirector\tHQ\t310\n"
    state, report = bring_in(data, "", kind=Kind.PARTICIPANTS)
    assert people(state) == [("Lee", "Clerk", "Permits"), ("Ann", "", "HQ"),
                             ("Director", "Director", "HQ")]  # fmt: skip
    assert report.ignored == ("column 4",)
    assert skipped(report) == [(2, "blank")]


def test_a_numbered_list_copied_with_tabs_is_a_list():
    state, _ = bring_in("1.\tLee\n2.\tAnn\n", "", kind=Kind.PARTICIPANTS)
    assert people(state) == [("Lee", "", ""), ("Ann", "", "")]


def test_a_column_of_running_numbers_is_no_name():
    state, report = bring_in("1\tLee\tClerk\n2\tAnn\t\n", "", kind=Kind.PARTICIPANTS)
    assert people(state) == [("Lee", "Clerk", ""), ("Ann", "", "")]
    assert report.ignored == ("column 1",)
