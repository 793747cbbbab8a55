"""The pages that are not for the room: the annex, and the run sheet with prompts and notes."""

import subprocess
from pathlib import Path

import page as validator
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.handouts.layout import outside, overlapping, page_text
from tests.handouts.test_layout import texts
from tests.handouts.views import MADE, process, view_of
from workshop.domain.enums import ManagedAt, OwnerFit, Phase
from workshop.domain.private import PrivateView
from workshop.domain.records import (
    NOBODY,
    AgendaItem,
    Note,
    Participant,
    PrivateAnswers,
    Prompt,
)
from workshop.handouts import ANNEX, HANDOUTS, TAKE_PRIVATE, Options, Paper, render
from workshop.handouts.compose import compose
from workshop.handouts.handout import Handout

MARK = "xyzzy-private"

VIEW = view_of(
    *(process(n) for n in range(1, 4)),
    process(4, owner=NOBODY),
    process(5, owner=""),
    AgendaItem(id=1, phase=Phase.WELCOME, position=1, planned_minutes=10),
    AgendaItem(id=2, phase=Phase.DEAL, position=2, planned_minutes=75),
    Participant(id=1, name="Ana María Ruiz", role="Permit Lead"),
    marking="CUI",
)
PRIVATE = PrivateView(
    answers={
        1: PrivateAnswers(id=1, owner_fit=OwnerFit.NOT_RIGHT, proposed_owner=f"Office Lead {MARK}"),
        2: PrivateAnswers(id=2, owner_fit=OwnerFit.UNSURE),
        3: PrivateAnswers(id=3, owner_fit=OwnerFit.RIGHT),
        5: PrivateAnswers(id=5, proposed_owner="Ana María Ruiz"),
    },
    notes=(
        Note(id=1, text=f"Speak with Ana María Ruiz {MARK}", phase=Phase.COMMIT),
        Note(id=2, text="One more inspector", phase=Phase.DEAL, fingers=2),
        Note(id=3, text="Bring water"),
    ),
    prompts={Phase.DEAL: Prompt(id=1, phase=Phase.DEAL, say=f"Read it slowly {MARK}")},
)
NOTHING = PrivateView({}, (), {})
TITLES = {**HANDOUTS, **ANNEX}


def made(
    what: str,
    private: PrivateView | None = PRIVATE,
    paper: Paper = Paper.LETTER,
    *,
    roles: bool = False,
) -> Handout:
    options = Options(paper, roles=roles)
    return compose(VIEW, what, TITLES[what], options=options, made=MADE, private=private)


def read(handout: Handout) -> str:
    return " ".join(handout.document.root.read().split())


def test_the_annex_groups_owners_by_what_is_to_be_decided() -> None:
    text = read(made("annex"))
    assert (
        "Not the right owner 1 The room's process, your decision "
        "Process In charge now Proposed Close to the field? "
        f"Process 1 Owner 1 Office Lead {MARK} Partly, managed at headquarters"
    ) in text
    assert "Nobody named 1 Name one role, not a team" in text
    assert "Unsure 1 Ask before you decide" in text
    assert "Proposed all the same 1 Process In charge now" in text
    assert "Process 5 Not answered Ana María Ruiz" in text
    assert "Process 3" not in text  # its owner is right: there is nothing to decide


def test_notes_stand_under_their_phase() -> None:
    text = read(made("annex"))
    assert (
        f"Facilitator's notes 3 Commit • Speak with Ana María Ruiz {MARK} "
        "Deal • One finger up from 2: One more inspector Any time • Bring water"
    ) in text


def test_an_annex_without_anything_private_says_so() -> None:
    handout = compose(
        view_of(process(1)), "annex", "Annex", options=Options(), made=MADE, private=NOTHING
    )
    assert "There is nothing to hand over." in read(handout)
    assert len(handout.document.pages) == 1


def test_there_is_no_annex_without_a_private_view() -> None:
    with pytest.raises(ValueError, match="private"):
        made("annex", private=None)


@pytest.mark.parametrize(
    ("what", "words"), [("annex", "LEADER ONLY"), ("run-sheet", "FACILITATOR ONLY")]
)
@pytest.mark.parametrize("paper", list(Paper))
def test_every_page_says_for_whom_alone_it_is(what: str, words: str, paper: Paper) -> None:
    handout = made(what, paper=paper)
    for page in range(len(handout.document.pages)):
        bars = [line for line in page_text(handout, page).split("\n") if line.startswith(words)]
        assert len(bars) == 2
        assert all("CUI" in bar and "NOT FOR COPYING" in bar for bar in bars)


def test_the_run_sheet_tells_when_each_phase_starts() -> None:
    text = read(made("run-sheet", private=None))
    assert "85 minutes in 2 phases, without a break. 1 leader." in text
    assert "0:00 Welcome 10 min" in text
    assert "0:10 Deal 75 min" in text
    assert "If you run late" in text
    assert "Before anyone leaves" in text
    assert "Watch:" not in text
    assert "LEADER" not in text


def test_the_private_run_sheet_has_own_prompts_before_the_shipped_and_the_notes() -> None:
    text = read(made("run-sheet"))
    assert f"Read it slowly {MARK} Watch: An excuse without a commitment." in text
    assert "Watch: Who is not here that decides half of this?" in text
    assert f"Your notes Commit • Speak with Ana María Ruiz {MARK}" in text


def test_roles_stand_for_names_in_what_is_private_too() -> None:
    for what in TAKE_PRIVATE:
        text = read(made(what, roles=True))
        assert "Ruiz" not in text
        assert "Permit Lead" in text


@pytest.mark.parametrize("what", [name for name in HANDOUTS if name not in TAKE_PRIVATE])
def test_no_other_handout_is_given_what_is_private(what: str) -> None:
    handout = made(what)
    assert handout.private is None
    assert MARK not in handout.document.root.read()


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("what", TAKE_PRIVATE)
@pytest.mark.parametrize("private", [PRIVATE, NOTHING])
def test_no_rule_of_accessible_files_fails(
    what: str, paper: Paper, private: PrivateView, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    render(VIEW, what, path, made=MADE, options=Options(paper), private=private)
    assert not validator.validate_pdf(str(path), profile="ua1").failures
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


@st.composite
def private_views(draw: st.DrawFn) -> PrivateView:
    fits = st.one_of(st.none(), st.sampled_from(list(OwnerFit)))
    phases = st.one_of(st.none(), st.sampled_from(list(Phase)))
    return PrivateView(
        answers={
            n: PrivateAnswers(id=n, owner_fit=draw(fits), proposed_owner=draw(texts))
            for n in range(1, 6)
        },
        notes=[Note(id=n, text=draw(texts), phase=draw(phases)) for n in range(1, 4)],
        prompts={
            phase: Prompt(id=n, phase=phase, say=draw(texts), watch=draw(texts))
            for n, phase in enumerate(Phase, 1)
        },
    )


@pytest.mark.parametrize("what", TAKE_PRIVATE)
@given(private=private_views(), paper=st.sampled_from(list(Paper)))
def test_no_text_leaves_its_page_or_covers_another(
    what: str, private: PrivateView, paper: Paper
) -> None:
    handout = made(what, private, paper)
    assert outside(handout) == []
    assert overlapping(handout) == []


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (ManagedAt.SHARED, "Partly, managed by several"),
        (ManagedAt.FIELD, "Partly, managed in the field"),
        (ManagedAt.REGION, "Partly, managed in the region"),
    ],
)
def test_where_a_process_is_managed_is_said_in_a_sentence(at: ManagedAt, said: str) -> None:
    view = view_of(process(1, managed_at=at))
    options = Options()
    handout = compose(view, "annex", ANNEX["annex"], options=options, made=MADE, private=PRIVATE)
    assert said in read(handout)
