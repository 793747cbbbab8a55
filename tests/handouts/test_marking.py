"""Which marking stands where, and what refuses one."""

import subprocess
from pathlib import Path
from typing import Any

import page as validator
import pytest

from tests.handouts.layout import composed, outside, overlapping
from tests.handouts.views import MADE, commitment, full_view, view_of
from workshop.charts.shapes import Text
from workshop.domain.records import Participant, SignOff
from workshop.handouts import (
    HANDOUTS,
    Marking,
    MarkingError,
    MarkingProfile,
    Options,
    Paper,
    render,
)
from workshop.handouts.compose import compose
from workshop.handouts.furniture import finish
from workshop.handouts.handout import Handout, Section
from workshop.handouts.paper import Layout
from workshop.handouts.sheet import Sheet
from workshop.handouts.structure import Tag

CUI: dict[str, Any] = {
    "marking": "CUI",
    "controlled_by": "Three Rivers, Office of the Director",
    "cui_category": "PROCURE",
    "dissemination": "FEDCON",
    "point_of_contact": "Records Officer, 555-0142",
}


def marking(profile: MarkingProfile | None, **facts: Any) -> Marking:
    return Marking.of(view_of(**facts).facts, profile)


def test_without_a_profile_the_session_says_it() -> None:
    assert marking(None, marking=" CUI\n//X ") == Marking("CUI //X")
    assert marking(None) == Marking()
    assert marking(MarkingProfile.NONE, marking="CUI") == Marking()
    assert marking(MarkingProfile.BANNER, marking="SECRET") == Marking("SECRET")


def test_dod_has_cui_alone_in_the_banner_and_the_rest_in_the_block() -> None:
    found = marking(MarkingProfile.CUI_DOD, **CUI)
    assert found.banner == "CUI"
    assert found.block == (
        ("Controlled by:", "Three Rivers, Office of the Director"),
        ("CUI category:", "PROCURE"),
        ("Dissemination:", "FEDCON"),
        ("POC:", "Records Officer, 555-0142"),
    )
    limited = {**CUI, "dissemination": "", "distribution": "C"}
    assert marking(MarkingProfile.CUI_DOD, **limited).block[2] == ("Distribution:", "C")


def test_civil_agencies_have_category_and_dissemination_in_the_banner() -> None:
    assert marking(MarkingProfile.CUI_CIVIL, **CUI).banner == "CUI//PROCURE//FEDCON"
    open_to_all = {**CUI, "dissemination": ""}
    assert marking(MarkingProfile.CUI_CIVIL, **open_to_all).banner == "CUI//PROCURE"


@pytest.mark.parametrize(
    ("profile", "facts", "reason"),
    [
        (MarkingProfile.BANNER, {}, "no marking for a banner"),
        (MarkingProfile.CUI_DOD, {**CUI, "distribution": "C"}, "never both"),
        (MarkingProfile.CUI_DOD, {**CUI, "dissemination": " "}, "a distribution statement or"),
        (MarkingProfile.CUI_DOD, {**CUI, "controlled_by": ""}, "needs who controls it, which"),
        (MarkingProfile.CUI_DOD, {**CUI, "marking": "SECRET"}, "“SECRET”, which is not CUI"),
        (MarkingProfile.CUI_CIVIL, {**CUI, "cui_category": ""}, "needs the CUI category"),
        (MarkingProfile.CUI_CIVIL, {**CUI, "marking": "SECRET"}, "which is not CUI"),
    ],
)
def test_what_the_session_lacks_refuses_the_export(
    profile: MarkingProfile, facts: dict[str, Any], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(MarkingError, match=reason) as refused:
        render(
            view_of(**facts),
            "commitments",
            tmp_path / "out.pdf",
            made=MADE,
            options=Options(marking=profile),
        )
    assert str(refused.value).count(". ") == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("what", HANDOUTS)
def test_page_1_is_marked_in_words_and_every_page_in_print(
    what: str, paper: Paper, tmp_path: Path
) -> None:
    options = Options(paper, MarkingProfile.CUI_DOD)
    handout = compose(full_view(**CUI), what, HANDOUTS[what], options=options, made=MADE)
    first = handout.document.root.children
    assert [each.read() for each in first[:5]] == [
        "CUI",
        "Controlled by: Three Rivers, Office of the Director",
        "CUI category: PROCURE",
        "Dissemination: FEDCON",
        "POC: Records Officer, 555-0142",
    ]
    for number in range(len(handout.document.pages)):
        texts = [
            shape.text
            for _, run in handout.document.pages[number].runs
            for shape in run.shapes
            if isinstance(shape, Text)
        ]
        assert texts.count("CUI") == 2
    assert overlapping(handout) == []
    assert outside(handout) == []
    path = tmp_path / "out.pdf"
    render(full_view(**CUI), what, path, made=MADE, options=options)
    assert not validator.validate_pdf(str(path), profile="ua1").failures
    read = subprocess.run(
        ["pdfinfo", "-struct-text", path], check=True, capture_output=True, text=True
    ).stdout
    assert "Dissemination: FEDCON" in read


def test_rows_stop_above_the_block() -> None:
    view = view_of(*(commitment(n) for n in range(1, 6)), **CUI)
    many = view_of(*(commitment(n, text="word " * 60) for n in range(1, 6)), **CUI)
    for each in (view, many):
        handout = compose(
            each,
            "commitments",
            "Commitments",
            options=Options(marking=MarkingProfile.CUI_DOD),
            made=MADE,
        )
        assert overlapping(handout) == []


def test_the_annex_is_barred_and_says_so_first() -> None:
    handout = Handout(view_of(marking="CUI"), Options(), MADE, "Annex")
    section = Section(
        "Annex", "For the sponsor.", "", "Annex", layout=Layout.ANNEX, only_for="LEADER ONLY"
    )
    Sheet(handout, section)
    finish(handout)
    first = handout.document.root.children[0]
    assert first.tag is Tag.PARAGRAPH
    said = " ".join(first.read().replace("\N{NO-BREAK SPACE}", " ").split())
    assert said == "LEADER ONLY · CUI · NOT FOR THE ROOM, NOT FOR COPYING"
    assert outside(handout) == []


def test_roles_stand_for_names_wherever_they_stand(tmp_path: Path) -> None:
    view = view_of(
        Participant(id=1, name="Ana María Ruiz", role="Permit Lead"),
        Participant(id=2, name="Will", unit="Field"),
        SignOff(id=1, name="Bo Chen"),
        commitment(1, text="We will ask ana maría  ruiz's team and Will", owner="Ana María Ruiz"),
        commitment(2, text="Let Bo Chen decide", owner="Will"),
        sponsor="Dana Okafor",
        title="Dana Okafor's workshop",
    )
    path = tmp_path / "out.pdf"
    render(view, "commitments", path, made=MADE, options=Options(roles=True))
    text = subprocess.run(
        ["pdftotext", path, "-"], check=True, capture_output=True, text=True
    ).stdout
    for name in ("Ana", "Ruiz", "Will ", "Bo", "Dana", "Okafor"):
        assert name not in text
    words = " ".join(text.split())
    assert "We will ask Permit Lead's team and Leader 2" in words
    assert "Sponsor's workshop" in words
    assert view.digest[:12] in words  # it is the same state


def test_names_stay_where_nobody_asks_for_roles() -> None:
    view = view_of(Participant(id=1, name="Ana Ruiz", role="Lead"), commitment(1, owner="Ana Ruiz"))
    assert "Ana Ruiz" in composed(view, "commitments").document.root.read()
