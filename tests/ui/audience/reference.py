"""A follow-up session as a room would have it in the afternoon, with every kind of record."""

import datetime as dt

from tests.sessions import add, blank_session, run
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    CommitmentStatus,
    Dependency,
    ExcuseState,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    Triage,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.records import (
    Activity,
    BuyIn,
    Commitment,
    Excuse,
    Feedback,
    LeadershipAnswers,
    ParkingLotItem,
    Pledge,
    PledgeReturn,
    Process,
    SessionFacts,
)
from workshop.domain.state import State

TODAY = dt.date(2026, 9, 1)
LAST = dt.date(2026, 5, 12)
_FIX, _ORG, _LONG, _FIND = CommitmentKind

_PROCESSES = (
    ("Schedule field inspections", Triage.FIX_NOW),
    ("Check permit applications for completeness", Triage.ORG_CHART),
    ("Collect and reconcile permit fees", Triage.FIX_NOW),
    ("Recertify households every six months", Triage.LONG_TERM),
    ("Issue emergency benefit cards the same day", Triage.LEAVE_ALONE),
    ("Compile the weekly production report for headquarters", Triage.FIND_OUT),
    ("Enter and certify timesheets", Triage.LIVE_WITH_IT),
    ("Handle unpermitted-work cases", Triage.ORG_CHART),
    ("Approve overtime requests", None),
    ("Route correspondence for signature", None),
    ("Scan and index incoming mail", None),
)
_PROMISES = (
    ("Delegate first and second notices to district managers", _ORG, "Deputy Director",
     dt.date(2026, 11, 14), "Days from complaint to first notice, each month"),
    ("Delegate up to 8 hours of overtime; see a weekly total", _ORG, "Division Director",
     dt.date(2026, 9, 15), "Overtime requests waiting more than a day"),
    ("Give office leads completeness authority", _ORG, "Permit Intake Lead",
     dt.date(2026, 10, 1), "Days until an incomplete package is returned"),
    ("Sign policy only; managers sign case letters", _FIX, "Division Director",
     dt.date(2026, 9, 15), "Days from draft to signature"),
    ("Drop the second signature under 100 dollars", _FIX, "Division Director",
     dt.date(2026, 10, 15), "Days from trip to payment"),
    ("Replace the recertification system with the state's next release", _LONG,
     "Deputy Director", None, "Notices out five days earlier"),
    ("Ask the crews which page of the report they read", _FIND, "", dt.date(2026, 9, 30), ""),
)  # fmt: skip
_LAST_PROMISES = (
    ("Change the reminder run to 60 and 30 days", "Licensing Unit Lead", "kept"),
    ("Post the crew sheet at 3 pm the day before", "Area Superintendents", "kept"),
    ("Start the on-call locator roster", "Area Superintendents", "kept"),
    ("Give the phone team access to the parcel viewer", "Records Manager", "late"),
    ("Drop the second signature under 100 dollars", "Finance Accountant (HQ)", "kept"),
    ("Load the current fee table", "Finance Accountant (HQ)", "broken"),
    ("Name one scheduler per office", "District Manager", "open"),
)
_EXCUSES = (
    ("Every case waits for the deputy's signature", "removed", True, 1),
    ("The answer comes after the shift is over", "removed", True, 2),
    ("A third of packages arrive without a site plan", "removed", False, 3),
    ("No money for card readers", "open", True, None),
    ("The tablet has no signal", "open", True, None),
    ("Nobody knows whose desk it is on", "open", False, None),
    ("The desk opens at 8:30", "accepted", True, None),
)
_PLEDGES = (
    ("Close unpermitted-work cases", "94", "30 days", dt.date(2027, 3, 31), 1),
    ("First truck out each morning", "7:55", "7:15", dt.date(2026, 10, 31), 2),
    ("Answer complete applications", "9", "3 days", dt.date(2026, 12, 31), 3),
    ("Talk with every employee about goals", "once a year, if at all",
     "twice a year, and each time about what they want to learn next", None, 4),
    ("Walk the counter every week", "", "", None, None),
)  # fmt: skip
_ANSWERS = ((0, 1, 3, 5, 3), (1, 1, 3, 5, 2), (0, 1, 3, 5, 3), (2, 3, 4, 2, 1), (3, 5, 3, 1, 0))


def reference() -> State:
    """Return the session, dated on the day it is held."""
    facts = {
        "title": "Gather the leaders",
        "agency": "Riverside District Services",
        "sponsor": "Division Director",
        "date": TODAY,
        "previous_date": LAST,
        "next_date": dt.date(2026, 12, 8),
    }
    state = run(blank_session(), EditRecord(SessionFacts, 1, facts))
    state = add(state, *_inventory(), *_cards())
    state = add(state, *_commitments(), BuyIn(id=-1, two=2, three=3, four=5, five=2))
    return add(state, *_deal(), *_leadership(), *_parked())


def _inventory() -> list[Process | Activity | Feedback]:
    found: list[Process | Activity | Feedback] = []
    for n, (name, triage) in enumerate(_PROCESSES, 1):
        process = Process(
            id=-n,
            name=name,
            problem=YesNoUnsure.UNSURE if triage is Triage.FIND_OUT else YesNoUnsure.YES,
            quick_fix=YesNoUnsure.YES if n < 10 else None,
            owner=("Field Office Managers", "nobody", "")[n % 3] if n < 11 else "",
            needed_in_field=YesNo.YES,
            managed_at=ManagedAt.SHARED,
            close_enough=CloseEnough.PARTLY if n < 10 else None,
            feedback=FeedbackLevel.ENOUGH if n != 8 else None,
            nature=Nature.ORGANIZATIONAL if n < 11 else None,
            kind=NatureKind.MANAGEMENT_OVERSIGHT,
            chosen=n < 11,
            triage=triage,
            until="the new contract" if triage is Triage.LIVE_WITH_IT else "",
        )
        card = Activity(id=-n, text=name, bucket=Bucket.PROCESS, process_id=-n, hours_per_week=30.0)
        found += [process, card]
    said = ("Contractors", "Inspectors")
    found += [Feedback(id=-n, process_id=-1, who=who, said="Slow") for n, who in enumerate(said, 1)]
    return found


def _cards() -> list[Activity]:
    performance = (
        "Coach supervisors through difficult cases",
        "Walk the counter and talk with people who are waiting",
        "Explain results and priorities to the commissioners",
        "Decide which projects get overtime",
        "Talk with each employee about goals and growth",
    )
    found = [
        Activity(id=-30 - n, text=text, bucket=Bucket.PERFORMANCE, hours_per_week=20.0)
        for n, text in enumerate(performance)
    ]
    split = "Review the weekly production report with the region"
    found.append(
        Activity(id=-40, text=split, tally_process=7, tally_performance=4, tally_abstain=1)
    )
    found.append(Activity(id=-41, text="Watch how a permit really moves through the office"))
    return found


def _commitments() -> list[Commitment]:
    found = [
        Commitment(
            id=-n,
            text=text,
            kind=kind,
            owner=owner,
            due=due,
            measure=measure,
            process_id=8 if n == 1 else None,
            depends_on=Dependency.MONEY if kind is _LONG else None,
        )
        for n, (text, kind, owner, due, measure) in enumerate(_PROMISES, 1)
    ]
    found += [
        Commitment(
            id=-20 - n,
            text=text,
            kind=_FIX,
            owner=owner,
            due=dt.date(2026, 6 + n % 2, 30) if status != "open" else dt.date(2026, 10, 30),
            status=CommitmentStatus(status),
            made_on=LAST,
            carried=True,
        )
        for n, (text, owner, status) in enumerate(_LAST_PROMISES)
    ]
    return found


def _deal() -> list[Excuse | Pledge | PledgeReturn]:
    found: list[Excuse | Pledge | PledgeReturn] = [
        Excuse(
            id=-n, text=text, state=ExcuseState(state), carried=carried, removed_by_id=commitment
        )
        for n, (text, state, carried, commitment) in enumerate(_EXCUSES, 1)
    ]
    for n, (text, baseline, target, due, commitment) in enumerate(_PLEDGES, 1):
        found.append(Pledge(id=-n, text=text, baseline=baseline, target=target, due=due))
        if commitment:
            found.append(PledgeReturn(id=-n, pledge_id=-n, commitment_id=commitment))
    return found


def _leadership() -> list[LeadershipAnswers]:
    names = ("never", "seldom", "sometimes", "often", "always")
    return [
        LeadershipAnswers(
            id=-item,
            item=item,
            **dict(zip(names, _ANSWERS[item % 3 if item < 10 else 3 + item % 2], strict=True)),
        )
        for item in range(1, 20)
    ]


def _parked() -> list[ParkingLotItem]:
    return [
        ParkingLotItem(id=-1, text="Who pays for the card readers in the field offices?"),
        ParkingLotItem(id=-2, text="The building lease ends in 2028"),
        ParkingLotItem(id=-3, text="Parking for the night crew", settled=True),
    ]
