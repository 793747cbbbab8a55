"""Which triage is suggested, and with which sentence."""

from itertools import product

import pytest

from workshop.domain.enums import (
    CloseEnough,
    CommitmentKind,
    FeedbackLevel,
    Nature,
    OwnerFit,
    Triage,
    WaitingOn,
    YesNoUnsure,
)
from workshop.domain.records import PrivateAnswers, Process
from workshop.domain.triage import (
    Suggestion,
    commitment_kind_of,
    is_answered,
    is_problem_answered,
    suggest,
    suggest_privately,
    triage_of,
)

YES, NO, UNSURE = YesNoUnsure

FIX_NOW = (Triage.FIX_NOW, "It is a problem and a quick fix.")
NOBODY = (Triage.ORG_CHART, "Nobody is in charge of it.")
TOO_FAR = (Triage.ORG_CHART, "Its owner is too far from the field.")
NOT_SURE = (Triage.FIND_OUT, "We are not sure it is a problem.")
NOT_SURE_HOW_QUICK = (Triage.FIND_OUT, "We are not sure it is a quick fix.")
NOT_ASKED = (Triage.FIND_OUT, "Its users have not been asked.")
LEAVE_ALONE = (Triage.LEAVE_ALONE, "It works. Leave it alone.")
PRIVATE = Suggestion(Triage.ORG_CHART, "Its owner may not be the right one.", private=True)


def waits_on(what):
    reason = f"It is a problem that waits on {what}; we improve it as quickly as money and "
    return (Triage.LONG_TERM, reason + "contracts allow.")


def accepted(until):
    return (Triage.LIVE_WITH_IT, f"We accept it until {until}, and say so.")


def process(**answers):
    return Process(id=1, name="Route applications", **answers)


def every_process():
    """Return a process for each way to give the answers that suggestions depend on."""
    return [
        process(
            problem=problem, quick_fix=quick, owner=owner, close_enough=close, feedback=feedback
        )
        for problem, quick, owner, close, feedback in product(
            [None, *YesNoUnsure],
            [None, *YesNoUnsure],
            ["", "Nobody ", "Clerk"],
            [None, *CloseEnough],
            [None, *FeedbackLevel],
        )
    ]


DECISIONS = [
    # Nothing before question 1 is answered, whatever else is.
    ({}, []),
    ({"quick_fix": YES, "owner": "nobody", "feedback": FeedbackLevel.NONE}, []),
    ({"problem": YES}, []),
    ({"problem": YES, "owner": "nobody", "close_enough": CloseEnough.NO}, []),
    # Not a problem: leave it alone, and nothing else.
    ({"problem": NO}, [LEAVE_ALONE]),
    ({"problem": NO, "owner": "nobody", "feedback": FeedbackLevel.NONE}, [LEAVE_ALONE]),
    ({"problem": NO, "quick_fix": YES, "close_enough": CloseEnough.NO}, [LEAVE_ALONE]),
    # Quick: fix now.
    ({"problem": YES, "quick_fix": YES}, [FIX_NOW]),
    ({"problem": YES, "quick_fix": YES, "owner": "nobody"}, [FIX_NOW, NOBODY]),
    ({"problem": YES, "quick_fix": YES, "owner": " NoBody"}, [FIX_NOW, NOBODY]),
    ({"problem": YES, "quick_fix": YES, "owner": "Nobody Smith"}, [FIX_NOW]),
    ({"problem": YES, "quick_fix": YES, "close_enough": CloseEnough.NO}, [FIX_NOW, TOO_FAR]),
    ({"problem": YES, "quick_fix": YES, "close_enough": CloseEnough.PARTLY}, [FIX_NOW]),
    ({"problem": YES, "quick_fix": YES, "feedback": FeedbackLevel.NONE}, [FIX_NOW, NOT_ASKED]),
    ({"problem": YES, "quick_fix": YES, "feedback": FeedbackLevel.SOME}, [FIX_NOW]),
    (
        {
            "problem": YES,
            "quick_fix": YES,
            "owner": "nobody",
            "close_enough": CloseEnough.NO,
            "feedback": FeedbackLevel.NONE,
        },
        [FIX_NOW, NOBODY, NOT_ASKED],
    ),
    # Not quick: long term, with "live with it" beside it.
    (
        {"problem": YES, "quick_fix": NO},
        [waits_on("something not yet named"), accepted("a day we set")],
    ),
    (
        {"problem": YES, "quick_fix": NO, "until": " June ", "close_enough": CloseEnough.NO},
        [waits_on("something not yet named"), accepted("June"), TOO_FAR],
    ),
    # Not sure.
    ({"problem": UNSURE}, [NOT_SURE]),
    ({"problem": UNSURE, "quick_fix": YES}, [NOT_SURE]),
    ({"problem": UNSURE, "owner": "nobody"}, [NOBODY, NOT_SURE]),
    ({"problem": UNSURE, "feedback": FeedbackLevel.NONE}, [NOT_SURE]),
    ({"problem": YES, "quick_fix": UNSURE}, [NOT_SURE_HOW_QUICK]),
    (
        {"problem": YES, "quick_fix": UNSURE, "close_enough": CloseEnough.NO},
        [TOO_FAR, NOT_SURE_HOW_QUICK],
    ),
]


@pytest.mark.parametrize(("answers", "expected"), DECISIONS)
def test_what_is_suggested(answers, expected):
    suggested = suggest(process(**answers))
    assert [(each.triage, each.reason) for each in suggested] == expected


@pytest.mark.parametrize(
    ("waiting_on", "what"),
    [
        (WaitingOn.APPROVAL, "an approval"),
        (WaitingOn.CAPITAL_PLAN, "the capital plan"),
        (WaitingOn.CONTRACT, "a contract"),
        (WaitingOn.POLICY_OR_LAW, "a policy or a law"),
        (WaitingOn.OTHER, "something outside our hands"),
    ],
)
def test_the_reason_for_long_term_names_what_it_waits_on(waiting_on, what):
    suggested = suggest(process(problem=YES, quick_fix=NO, waiting_on=waiting_on))
    assert (suggested[0].triage, suggested[0].reason) == waits_on(what)


def test_rules_that_hold_for_all_answers():
    order = [
        Triage.FIX_NOW,
        Triage.LONG_TERM,
        Triage.LIVE_WITH_IT,
        Triage.ORG_CHART,
        Triage.FIND_OUT,
        Triage.LEAVE_ALONE,
    ]
    for each in every_process():
        suggested = [suggestion.triage for suggestion in suggest(each)]
        assert suggested == sorted(set(suggested), key=order.index), each
        assert bool(suggested) <= is_problem_answered(each), each
        assert suggested[:1] != [Triage.LIVE_WITH_IT], each
        assert (Triage.LIVE_WITH_IT in suggested) == (Triage.LONG_TERM in suggested), each
        if Triage.LEAVE_ALONE in suggested:
            assert suggested == [Triage.LEAVE_ALONE], each
        for suggestion in suggest(each):
            assert not suggestion.private, each
            assert suggestion.reason[0].isupper(), each
            assert suggestion.reason.endswith("."), each


def test_the_owner_fit_adds_one_private_suggestion_at_the_end():
    for each in every_process():
        public = suggest(each)
        private = suggest_privately(each, PrivateAnswers(id=1, owner_fit=OwnerFit.NOT_RIGHT))
        works_or_open = not public or public[0].triage is Triage.LEAVE_ALONE
        assert private == (public if works_or_open else (*public, PRIVATE)), each


@pytest.mark.parametrize("fit", [None, OwnerFit.RIGHT, OwnerFit.UNSURE])
def test_an_owner_who_is_not_said_to_be_wrong_adds_nothing(fit):
    each = process(problem=YES, quick_fix=YES)
    assert suggest_privately(each, PrivateAnswers(id=1, owner_fit=fit)) == suggest(each)


def test_a_process_counts_by_the_choice_of_the_room_else_by_the_first_suggestion():
    assert triage_of(process()) is None
    assert triage_of(process(problem=YES, quick_fix=NO)) is Triage.LONG_TERM
    assert triage_of(process(problem=YES, quick_fix=NO, triage=Triage.FIND_OUT)) is Triage.FIND_OUT
    assert triage_of(process(triage=Triage.LEAVE_ALONE)) is Triage.LEAVE_ALONE


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({}, CommitmentKind.FIX_NOW),
        ({"problem": NO}, CommitmentKind.FIX_NOW),
        ({"problem": YES, "quick_fix": NO}, CommitmentKind.LONG_TERM),
        ({"problem": UNSURE, "owner": "nobody"}, CommitmentKind.ORG_CHART),
        ({"problem": YES, "quick_fix": NO, "triage": Triage.FIND_OUT}, CommitmentKind.FIND_OUT),
        ({"problem": UNSURE, "triage": Triage.LIVE_WITH_IT}, CommitmentKind.FIND_OUT),
    ],
)
def test_the_kind_of_commitment_follows_from_the_triage(answers, kind):
    assert commitment_kind_of(process(**answers)) is kind


ALL_ANSWERS = {
    "problem": YES,
    "quick_fix": NO,
    "owner": "nobody",
    "close_enough": CloseEnough.PARTLY,
    "feedback": FeedbackLevel.NONE,
    "nature": Nature.TECHNICAL,
}


def test_a_process_with_all_five_answers_is_answered():
    assert is_answered(process(**ALL_ANSWERS))
    assert is_answered(process(**ALL_ANSWERS | {"problem": NO, "quick_fix": None}))


@pytest.mark.parametrize("name", ALL_ANSWERS)
def test_a_process_that_lacks_an_answer_is_not_answered(name):
    lacking = "  " if name == "owner" else None
    assert not is_answered(process(**ALL_ANSWERS | {name: lacking}))
