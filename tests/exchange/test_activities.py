import datetime as dt

import pytest

from tests.exchange.helpers import (
    AGENCY,
    TODAY,
    as_csv,
    as_json,
    bring_in,
    lines_of,
    remarks,
    skipped,
)
from tests.sessions import blank_session, run, texts, with_cards
from workshop.domain.commands.activities import MergeActivities
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    CommitmentStatus,
    Dependency,
    OwnerFit,
    Triage,
    YesNoUnsure,
)
from workshop.domain.figures import Figures
from workshop.domain.public import PublicView
from workshop.domain.records import (
    Activity,
    Commitment,
    CommitmentUpdate,
    Feedback,
    Need,
    PrivateAnswers,
    Process,
    SessionFacts,
)
from workshop.exchange.errors import ImportRefusedError, MappingError
from workshop.exchange.importing import Options, Source, plan_import


def test_the_list_of_an_agency_fills_activities_inventory_feedback_and_commitments():
    state, report = bring_in(AGENCY.read_bytes())
    figures = Figures.of(PublicView.of(state))
    assert report.summary == "read 64, added 64, near-duplicates 0, skipped 0"
    assert (report.remarks, report.ignored) == ((), ())
    assert figures.activities == {Bucket.UNSORTED: 0, Bucket.PROCESS: 44, Bucket.PERFORMANCE: 20}
    assert (figures.processes, figures.commitments) == (44, 39)
    mine = next(
        p for p in state.processes() if p.name == "Check permit applications for completeness"
    )
    assert (mine.problem, mine.close_enough) == (YesNoUnsure.YES, CloseEnough.NO)
    assert state.private_answers(mine.id).owner_fit is OwnerFit.NOT_RIGHT
    assert [voice.who for voice in state.all(Feedback) if voice.process_id == mine.id] == [
        "Inspectors"
    ]
    promise = next(c for c in state.all(Commitment) if c.process_id == mine.id)
    assert (promise.owner, promise.due) == ("Field Office Leads", TODAY + dt.timedelta(days=30))


def test_an_owner_that_is_not_given_stays_open():
    state, _ = bring_in(AGENCY.read_bytes())
    assert sum(not process.owner for process in state.processes()) == 4


def test_importing_the_same_list_again_adds_nothing_and_lists_each_row():
    state, _ = bring_in(AGENCY.read_bytes())
    again, report = bring_in(AGENCY.read_bytes(), state=state)
    assert again == state
    assert report.summary == "read 64, added 0, near-duplicates 0, skipped 64"
    assert skipped(report) == [(line, "repeat") for line in range(2, 66)]


def test_one_import_is_one_step_with_what_it_brought_for_a_name():
    state = with_cards("Sign forms", bucket=Bucket.PROCESS)
    data = b"process,owner,commitment\nSign forms,Clerk,Sign faster\nDrive,,\n"
    planned = plan_import(state, Source(data, "a.csv"), Options(TODAY)).command.plan(state)
    assert planned.label == "Imported 1 activity, 1 commitment and answers"
    after = state.apply(planned.changes)
    assert after.apply(planned.flip("back").changes) == state


@pytest.mark.parametrize("fit", ["", "right"])
def test_the_history_does_not_tell_whether_a_private_answer_was_there(fit):
    state, _ = bring_in(lines_of("process,owner_fit", f"Sign forms,{fit}"))
    data = lines_of("process,owner_fit,commitment", "Sign forms,right,", "Sign forms,,Sign faster")
    plan = plan_import(state, Source(data.encode(), "a.csv"), Options(TODAY))
    assert plan.command.plan(state).label == "Imported 1 commitment"


def test_repeats_differ_in_case_and_spacing_alone_and_merged_ones_count():
    state = with_cards("Sign forms", "Sign a form")
    state = run(state, MergeActivities(1, (2,)))
    data = lines_of("activity", "SIGN  forms", "sign a form", "Drive", " drive ", "Sign forms!")
    state, report = bring_in(data, state=state)
    assert skipped(report) == [(2, "repeat"), (3, "repeat"), (5, "repeat")]
    assert (report.read, report.added) == (5, 2)


def test_blank_rows_and_rows_that_are_too_long_are_skipped_with_their_lines():
    data = lines_of("activity,unit", "", "Sign forms,Permits", ",", "x" * 1_000_001, ",Permits")
    _, report = bring_in(data)
    assert skipped(report) == [(2, "blank"), (4, "blank"), (5, "too long"), (6, "incomplete")]
    assert (report.read, report.added) == (5, 1)


def test_a_text_of_a_million_characters_is_taken_whole():
    state, report = bring_in("x" * 1_000_000, "list.txt")
    assert report.added == 1
    assert len(state.all(Activity)[0].text) == 1_000_000


def test_a_list_is_one_activity_a_line_whatever_its_ends():
    state, report = bring_in("Sign, forms\r\n\r\nOpen mail\rDrive\n", "list.txt")
    assert texts(state.activities(Bucket.UNSORTED)) == ["Sign, forms", "Open mail", "Drive"]
    assert skipped(report) == [(2, "blank")]


def test_a_list_has_no_header_even_if_its_first_line_reads_like_one():
    state, _ = bring_in("Activities\nWork\n", "list.txt")
    assert texts(state.activities(Bucket.UNSORTED)) == ["Activities", "Work"]
    with pytest.raises(MappingError, match=r"^A list has no columns to map: "):
        bring_in("Work\n", "list.txt", columns={"activity": "1"})


def test_right_to_left_text_and_emoji_come_in_as_they_are():
    words = ["توقيع خطابات التصريح", "לחתום על טפסים", "👩‍👩‍👧‍👦 Schedule families"]
    state, report = bring_in("\n".join(words), "list.txt")
    assert texts(state.activities(Bucket.UNSORTED)) == words
    assert report.replaced == 0


def test_what_no_text_may_hold_is_replaced_and_counted():
    data = "NUL \x00, bell \a, half \ud83d\n".encode("utf-8", "surrogatepass")
    state, report = bring_in(data, "list.txt")
    assert texts(state.activities(Bucket.UNSORTED)) == ["NUL \ufffd, bell \ufffd, half \ufffd"]
    assert report.replaced == 3


def test_46_columns_and_ragged_rows_are_read_and_extra_cells_told():
    header = ",".join(["activity", *(f"c{n}" for n in range(45))])
    data = lines_of(header, ",".join(["Sign forms", *"x" * 45]), "Drive", "Open mail" + ",y" * 46)
    state, report = bring_in(data)
    assert texts(state.activities(Bucket.UNSORTED)) == ["Sign forms", "Drive", "Open mail"]
    assert len(report.ignored) == 45
    assert remarks(report) == [(4, "has 47 cells, the header 46; the rest is left out")]


def test_a_cell_that_is_no_choice_is_told_and_the_rest_of_the_row_kept():
    data = lines_of("activity,bucket,problem,hours,owner", "Sign forms,both,PERHAPS,many,Clerk")
    state, report = bring_in(data)
    [card] = state.all(Activity)
    assert (card.bucket, card.hours_per_week) == (Bucket.PROCESS, None)
    [process] = state.processes()
    assert (process.problem, process.owner) == (None, "Clerk")
    assert remarks(report) == [
        (2, "bucket “both” is none of unsorted, process, performance; it is left out"),
        (2, "problem “PERHAPS” is none of yes, no, unsure; it is left out"),
        (2, "hours_per_week “many” is no number of hours from 0 to 10,000,000; it is left out"),
    ]


@pytest.mark.parametrize(
    ("row", "given", "expected"),
    [
        ("Sign forms,,", None, Bucket.UNSORTED),
        ("Sign forms,,yes", None, Bucket.PROCESS),
        ("Sign forms,performance,", Bucket.PROCESS, Bucket.PERFORMANCE),
        ("Sign forms,,", Bucket.PERFORMANCE, Bucket.PERFORMANCE),
    ],
)
def test_a_row_goes_to_its_bucket_else_the_one_asked_for_else_where_its_answers_say(
    row, given, expected
):
    state, _ = bring_in(lines_of("activity,bucket,problem", row), bucket=given)
    assert state.all(Activity)[0].bucket is expected


def test_an_owner_alone_waits_until_the_room_calls_the_activity_a_process():
    state, _ = bring_in(lines_of("task,owner", "Sign forms,Clerk"))
    [card], [process] = state.all(Activity), state.all(Process)
    assert card.bucket is Bucket.UNSORTED
    assert (process.set_aside, process.owner, card.process_id) == (True, "Clerk", process.id)


def test_rows_that_name_the_same_process_share_one_entry():
    data = lines_of(
        "activity,process,owner,fix",
        "Log forms,Intake,,One sheet",
        "Route forms, intake ,Lead,Another sheet",
    )
    state, report = bring_in(data)
    [process] = state.processes()
    assert (process.name, process.owner, process.fix) == ("Intake", "Lead", "One sheet")
    assert len(state.activities_of(process.id)) == 2
    assert remarks(report) == [(3, "“Intake” has its fix already; another one is left out")]


def test_a_process_that_is_there_takes_activities_and_fills_its_blanks_alone():
    state, _ = bring_in(lines_of("activity,process,owner", "Log forms,Intake,Lead"))
    data = lines_of("activity,process,owner,fix,owner fit", "Route,Intake,Clerk,One sheet,right")
    state, _ = bring_in(data, state=state)
    [process] = state.processes()
    assert (process.owner, process.fix) == ("Lead", "One sheet")
    assert state.private_answers(process.id).owner_fit is OwnerFit.RIGHT
    assert len(state.activities_of(process.id)) == 2


def test_processes_are_ranked_by_their_numbers():
    data = lines_of("activity,process,process number", "a,Late,2", "b,No number,", "c,Early,1")
    state, _ = bring_in(data)
    assert [process.name for process in state.processes()] == ["Early", "Late", "No number"]


def test_a_list_of_processes_makes_an_activity_of_each():
    state, report = bring_in(lines_of("Process,Problem", "Intake,yes", "Fees,no", "intake,"))
    assert texts(state.activities(Bucket.PROCESS)) == ["Intake", "Fees"]
    assert skipped(report) == [(4, "repeat")]


def test_a_row_without_an_activity_adds_to_the_process_it_names_wherever_that_stands():
    data = lines_of(
        "activity,process,commitment,feedback_said,problem,quick_fix",
        ",Intake,Use one sheet,Clerks: too slow,,",
        "Log forms,Intake,,,yes,yes",
        ",Log forms,Buy a stamp,,,",
    )
    state, report = bring_in(data)
    [process] = state.processes()
    assert report.added == 3
    assert [(c.text, c.process_id, c.kind) for c in state.all(Commitment)] == [
        ("Use one sheet", process.id, CommitmentKind.FIX_NOW),
        ("Buy a stamp", process.id, CommitmentKind.FIX_NOW),
    ]
    assert [voice.said for voice in state.all(Feedback)] == ["too slow"]


def test_a_commitment_alone_belongs_to_no_process():
    data = lines_of("activity,commitment,measure", ",Thank the staff,Letters sent", ",,lost")
    state, report = bring_in(data)
    [promise] = state.all(Commitment)
    assert (promise.process_id, promise.measure) == (None, "Letters sent")
    assert skipped(report) == [(3, "incomplete")]


def test_the_kind_of_a_commitment_is_given_or_follows_from_what_it_waits_on_and_the_answers():
    data = lines_of(
        "activity,problem,quick_fix,owner,commitment,depends_on,commitment_kind,owner_fit",
        "a,yes,yes,Lead,Do a,,,not right",
        "b,yes,yes,Lead,Do b,money,,",
        "c,yes,yes,Lead,Do c,money,Org Chart,",
        "d,unsure,,nobody,Do d,,,",
    )
    state, _ = bring_in(data)
    assert [c.kind for c in state.all(Commitment)] == [
        CommitmentKind.FIX_NOW,
        CommitmentKind.LONG_TERM,
        CommitmentKind.ORG_CHART,
        CommitmentKind.ORG_CHART,
    ]
    assert state.all(Commitment)[1].depends_on is Dependency.MONEY


def test_days_count_from_the_date_of_the_session_and_a_date_wins_over_them():
    state = blank_session()
    state = run(state, EditRecord(SessionFacts, 1, {"date": dt.date(2026, 5, 1)}))
    data = lines_of("activity,commitment,due,due_in_days", "a,Do a,,7", "b,Do b,6/1/2026,7")
    state, _ = bring_in(data, state=state)
    assert [c.due for c in state.all(Commitment)] == [dt.date(2026, 5, 8), dt.date(2026, 6, 1)]


def test_updates_of_a_commitment_are_one_a_line():
    cell = '"2026-04-01 In Progress: asked twice\n2026-05-01 kept\nsoon kept"'
    data = lines_of("activity,commitment,status,updates", f"a,Do a,kept,{cell}")
    state, report = bring_in(data)
    assert [(u.made_on.month, u.status, u.text) for u in state.all(CommitmentUpdate)] == [
        (4, CommitmentStatus.IN_PROGRESS, "asked twice"),
        (5, CommitmentStatus.KEPT, ""),
    ]
    assert state.all(Commitment)[0].status is CommitmentStatus.KEPT
    assert len(report.remarks) == 1


def test_an_update_of_many_spaces_is_told_too():
    data = lines_of("commitment,updates", f"Do a,2026-01-01{' ' * 500_000}!")
    _, report = bring_in(data)
    [(line, text)] = remarks(report)
    assert line == 2
    assert text.endswith("it is left out")


def test_what_describes_no_commitment_is_told_once():
    data = lines_of("activity,status,measure", "a,open,Days", "b,open,")
    _, report = bring_in(data)
    assert remarks(report) == [
        (None, "measure, status: left out in the rows that have no commitment")
    ]


def test_live_with_it_needs_an_until():
    data = lines_of("activity,triage,until", "a,live with it,", "b,live with it,the move")
    state, report = bring_in(data)
    assert [process.triage for process in state.processes()] == [None, Triage.LIVE_WITH_IT]
    assert remarks(report) == [(2, "“live with it” needs an until; it is left out")]


def test_an_until_that_is_a_day_is_kept_as_one():
    data = lines_of(
        "activity,triage,until",
        "a,live with it,3/31/2027",
        "b,live with it,13/13/2027",
        "c,live with it,20270331",
    )
    state, _ = bring_in(data)
    assert [each.until for each in state.processes()] == ["2027-03-31", "13/13/2027", "20270331"]


def test_merged_rows_follow_their_activity_wherever_it_stands():
    data = lines_of(
        "activity,merged into",
        "Open mail,Open the mail",
        "Open the mail,Sort the mail",
        "Sort the mail,",
        "Drive,Fly",
        "x,y",
        "y,x",
    )
    state, report = bring_in(data)
    ids = {card.text: card.id for card in state.all(Activity)}
    merged = {card.text: card.merged_into_id for card in state.all(Activity)}
    assert merged["Open mail"] == merged["Open the mail"] == ids["Sort the mail"]
    assert merged["Drive"] is None
    assert [line for line, _ in remarks(report)] == [5, 6, 7]


@pytest.mark.parametrize(
    "lines",
    [
        ["activity,merged_into", *(f"Step {n},Step {n + 1}" for n in range(30_000))],
        ["activity,process,process_number", *(f"Step {n},All,{n}" for n in range(30_000))],
        ["activity" + "," * 60_000, *("," for _ in range(60_000)), "Sign forms"],
    ],
    ids=["one chain of merges", "one name of processes", "wide and long"],
)
def test_a_large_table_comes_in_whatever_its_shape(lines):
    plan = plan_import(blank_session(), Source(lines_of(*lines).encode(), "a.csv"), Options(TODAY))
    assert plan.report.added > 0


def test_needs_name_processes_one_a_line():
    data = lines_of(
        "activity,bucket,needs",
        'Coach leads,performance,"Sign forms\nFly"',
        "Sign forms,process,",
    )
    state, report = bring_in(data)
    assert [need.process_id for need in state.all(Need)] == [state.processes()[0].id]
    assert remarks(report) == [(2, "needs a process that is not there: “Fly”; it is left out")]


def test_near_duplicates_are_added_and_listed_under_the_numbers_they_get():
    state = with_cards("Open the mail", "Sign forms")
    state, report = bring_in("Open the mail!\nDrive\nOpen the mails\n", "list.txt", state)
    by_id = {card.id: card.text for card in state.all(Activity)}
    assert report.added == 3
    assert [(by_id[p.a], by_id[p.b]) == p.texts for p in report.near_duplicates] == [True] * 3
    assert report.near_duplicates[0].texts == ("Open the mail", "Open the mail!")


def test_a_list_too_long_to_look_for_near_duplicates_comes_in_and_that_is_told():
    _, report = bring_in("".join(f"Sign {n} forms\n" for n in range(30_000)), "list.txt")
    assert report.added == 30_000
    told = [text for _, text in remarks(report)]
    assert told[0].startswith("Near-duplicates were looked for among the first ")


def test_numbers_of_near_duplicates_hold_after_an_undo():
    state = with_cards("Sign forms")
    added = AddRecords((Activity(id=-1, text="Gone"),)).plan(state)
    state = state.apply(added.changes).apply(added.flip("back").changes)
    state, report = bring_in("Sign form\n", "list.txt", state)
    assert report.near_duplicates[0].b == state.all(Activity)[-1].id == 3


def test_private_answers_come_in_with_a_process():
    state, _ = bring_in(lines_of("process,owner_fit,proposed_owner", "Sign forms,right,Lee"))
    assert [answers.proposed_owner for answers in state.all(PrivateAnswers)] == ["Lee"]


@pytest.mark.parametrize("bucket", ["", "unsorted", "process", "performance"])
@pytest.mark.parametrize("private", ["right,", ",Lee", "right,Lee"])
def test_what_anyone_may_see_is_the_same_with_a_private_answer_and_without(bucket, private):
    header = "task,bucket,owner_fit,proposed_owner"
    given, _ = bring_in(lines_of(header, f"Sign forms,{bucket},{private}"))
    blank, _ = bring_in(lines_of(header, f"Sign forms,{bucket},,"))
    assert as_csv(given) == as_csv(blank)
    assert as_json(given) == as_json(blank)


def test_a_private_answer_without_a_process_is_left_out_and_that_is_told():
    state, report = bring_in(lines_of("task,owner_fit,proposed_owner", "Sign forms,right,Lee"))
    assert not state.all(PrivateAnswers)
    text = "owner_fit, proposed_owner: left out, as the row has no process to keep this with"
    assert remarks(report) == [(2, text)]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("name", ["a.csv", "a.txt", ""])
def test_nothing_to_import_is_refused(data, name):
    with pytest.raises(ImportRefusedError, match=r"^There is nothing to import in .*\.$"):
        bring_in(data, name)


def test_a_header_alone_is_nothing_to_import():
    with pytest.raises(ImportRefusedError, match=r"in “a.csv”: it has no rows\.$"):
        bring_in("activity,unit\n", "a.csv")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04rest", "a.xlsx"),
        (b"PK\x03\x04rest", "a.csv"),
        (b"%PDF-1.7", "a.pdf"),
        (b"%PDF-1.7", "a.txt"),
        (b"anything", "a.ods"),
        (b"SQLite format 3\x00", "a.csv"),
    ],
)
def test_formats_that_come_later_are_refused_with_what_to_do(data, name):
    with pytest.raises(ImportRefusedError, match=r"^This version does not read .* import that\.$"):
        bring_in(data, name)


def test_what_is_piped_in_is_a_table_where_it_has_a_header_else_a_list():
    table, _ = bring_in("task;hours\nSign forms;3\n", "")
    lines, _ = bring_in("Sign, forms\nOpen, mail\n", "")
    assert table.all(Activity)[0].hours_per_week == 3
    assert texts(lines.all(Activity)) == ["Sign, forms", "Open, mail"]


def test_a_quotation_mark_that_is_never_closed_is_told():
    state, report = bring_in(lines_of("activity,unit", '"Sign forms,Permits', "Drive,Fleet"))
    assert len(state.all(Activity)) == 2
    assert "never closed" in report.remarks[0].text
