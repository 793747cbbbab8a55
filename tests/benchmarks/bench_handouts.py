"""Measure how long commitments take to become a tagged PDF, beside a plain table of reportlab,
and how long the packs of the sample and of the reference session take.

The reference session is run through the window first, as the test of it does.

Run as ``python -m tests.benchmarks.bench_handouts``.
"""

import datetime as dt
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from tests.handouts.views import DATE, MADE, view_of
from workshop.domain.enums import CommitmentKind
from workshop.domain.public import PublicView
from workshop.domain.records import Commitment
from workshop.handouts import render
from workshop.sample import make_sample
from workshop.session import Session

FEW, MANY = 5_000, 20_000
RUNS = 5
MOST_OF_PLATYPUS = 0.25
MOST_GROWTH = 4.5
MOST_OF_PACK = 2.0  # seconds

_TEXT = (
    "adopt the single intake sheet and give a receipt number at counter move authority from "
    "headquarters to six office leads publish half day windows name one scheduler per district"
)
_WORDS = _TEXT.split()


def commitments(number: int) -> list[Commitment]:
    """Return commitments whose texts are as long as real ones and all differ."""
    source = random.Random(1)

    def words(least: int, most: int) -> str:
        return " ".join(source.choices(_WORDS, k=source.randint(least, most))).capitalize()

    return [
        Commitment(
            id=key,
            text=f"{words(6, 16)} {key}",
            kind=source.choice(list(CommitmentKind)),
            owner=words(2, 3),
            due=DATE + dt.timedelta(source.randint(0, 90)),
            measure=words(3, 9),
        )
        for key in range(1, number + 1)
    ]


def sample_view() -> PublicView:
    """Return the public view of the sample session."""
    with (
        tempfile.TemporaryDirectory() as folder,
        make_sample(Path(folder) / "sample.gather", today=DATE) as session,
    ):
        return PublicView.of(session.state)


def reference_view() -> PublicView:
    """Return the public view of the reference session, after running it through the window."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.ui.reference_session", folder]
        subprocess.run(command, check=True, capture_output=True)
        with Session.open(Path(folder, "reference.gather"), read_only=True) as session:
            return PublicView.of(session.state)


def time_handout(view: PublicView, path: Path, what: str = "commitments") -> float:
    """Return the seconds that a handout takes."""
    start = perf_counter()
    render(view, what, path, made=MADE)
    return perf_counter() - start


def time_platypus(records: list[Commitment], path: Path) -> float:
    """Return the seconds that one untagged Table with Paragraph cells of the same rows takes."""
    start = perf_counter()
    style = ParagraphStyle("cell", fontSize=10, leading=13.2)
    rows = [
        [Paragraph(text, style) for text in (f"{c.due:%d %b}", c.text, c.owner, c.measure)]
        for c in records
    ]
    table = Table(rows, colWidths=[50, 212, 106, 136], repeatRows=1)
    SimpleDocTemplate(str(path)).build([table])
    return perf_counter() - start


def measured(runs: int, once: Callable[[Path], float]) -> list[float]:
    """Return the seconds of several runs, each with a file of its own."""
    seconds = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            seconds.append(once(Path(folder) / "out.pdf"))
    return seconds


def main() -> None:
    """Print each figure beside its floor."""
    few, many = commitments(FEW), commitments(MANY)
    few_view, many_view = view_of(*few), view_of(*many)
    for view in (few_view, many_view):  # imports, and the digests that a view keeps
        measured(1, lambda path, view=view: time_handout(view, path))
    ours, ours_many = [], []
    for _ in range(RUNS):  # in turn, so that other work on the machine weighs on both
        ours += measured(2, lambda path: time_handout(few_view, path))
        ours_many += measured(1, lambda path: time_handout(many_view, path))
    floor = measured(3, lambda path: time_platypus(few, path))
    part = median(ours) / median(floor)
    growth = median(ours_many) / median(ours)
    print(f"{FEW:,} commitments, tagged: {median(ours):.2f} s ({min(ours):.2f}-{max(ours):.2f})")
    print(f"one platypus Table: {median(floor):.2f} s ({min(floor):.2f}-{max(floor):.2f})")
    print(f"part of it: {part:.2f} (at most {MOST_OF_PLATYPUS})")
    print(
        f"{MANY:,} commitments: {median(ours_many):.2f} s, {growth:.2f} x (at most {MOST_GROWTH})"
    )
    for name, view in (("sample", sample_view()), ("reference session", reference_view())):
        packs = measured(RUNS, lambda path, view=view: time_handout(view, path, "pack"))
        print(f"the pack of the {name}: {median(packs):.2f} s (at most {MOST_OF_PACK})")


if __name__ == "__main__":
    main()
