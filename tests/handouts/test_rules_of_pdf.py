"""Automated checks of PDF/UA-1 and PDF/A-2a: every handout, both papers, sessions of all sizes."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import page as validator
import pytest

from tests.handouts.views import MADE, activity, commitment, full_view, process, view_of
from workshop.domain.enums import Bucket
from workshop.domain.public import PublicView
from workshop.handouts import HANDOUTS, Options, Paper, render

HOSTILE = "<b>bold <img src='/etc/hostname'> & ]]> <para> (a) \\) \\n %"
LONG = "a cell with a great many words in it " * 80


def extreme_view() -> PublicView:
    """Return a session with many records, long texts, long words, and markup."""
    texts = [HOSTILE, LONG, "W" * 3_000, "שלום עולם, 24 שעות", "one\ntwo\n\nthree", "🎉", "é" * 40]
    return view_of(
        *(process(n, name=texts[n % 7], fix=texts[(n + 1) % 7]) for n in range(1, 30)),
        *(activity(n, list(Bucket)[n % 3], text=texts[n % 7]) for n in range(1, 60)),
        *(
            commitment(n, text=texts[n % 7], owner=texts[n % 4], measure=texts[(n + 2) % 7])
            for n in range(1, 40)
        ),
        title=LONG,
        agency=HOSTILE,
        marking=LONG,
    )


SESSIONS: dict[str, Callable[[], PublicView]] = {
    "empty": view_of,
    "typical": full_view,
    "extreme": extreme_view,
}
# Both papers of every session take a minute: GATHER_ALL_PAGES=1 asks for them.
_ALL = bool(os.environ.get("GATHER_ALL_PAGES"))
_CASES = [
    (what, session, paper)
    for n, what in enumerate(HANDOUTS)
    for m, session in enumerate(SESSIONS)
    for p, paper in enumerate(Paper)
    if _ALL or (n + m) % 2 == p
]


def failed_rules(path: Path, profile: str) -> list[str]:
    """Return the rules that a file fails."""
    return [f"{each.rule_id}: {each.message}" for each in
            validator.validate_pdf(str(path), profile=profile).failures]  # fmt: skip


@pytest.mark.parametrize(("what", "session", "paper"), _CASES)
def test_no_rule_fails(what: str, session: str, paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    render(SESSIONS[session](), what, path, made=MADE, options=Options(paper))
    assert failed_rules(path, "ua1") == []
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


@pytest.mark.parametrize("what", HANDOUTS)
def test_a_record_is_a_pdf_a_and_still_accessible(what: str, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    render(full_view(), what, path, made=MADE, options=Options(pdfa=True))
    assert failed_rules(path, "ua1") == []
    assert failed_rules(path, "pdf-a-2a") == []


def test_the_checks_can_fail(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    render(full_view(), "commitments", path, made=MADE)
    assert failed_rules(path, "pdf-a-2a")  # it does not say that it is one
