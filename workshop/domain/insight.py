"""What a session shows as counts, each with a sentence for who cannot see a chart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    FeedbackLevel,
    Nature,
    Triage,
)
from workshop.domain.owners import load_of
from workshop.domain.public import PublicView
from workshop.domain.records import Process
from workshop.domain.text import counted
from workshop.domain.triage import has_nobody, triage_of

OPEN = "not answered"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole: what it is called, and how much of it there is."""

    label: str
    value: float


@dataclass(frozen=True, slots=True)
class Insight:
    """A chart in words and figures: its title, its parts, and a sentence that says the same."""

    title: str
    parts: tuple[Part, ...]
    sentence: str

    @property
    def total(self) -> float:
        """All parts together."""
        return sum(part.value for part in self.parts)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return not self.total


def insights(view: PublicView) -> list[Insight]:
    """Return all insights that have something to show, in the order of the phases."""
    found = (
        split_by_count(view),
        split_by_hours(view),
        nature(view),
        close_to_field(view),
        owner_known(view),
        feedback_gathered(view),
        now_or_later(view),
        load(view),
    )
    return [each for each in found if not each.is_empty]


def split_by_count(view: PublicView) -> Insight:
    """Count process beside performance."""
    process, performance = view.count(Bucket.PROCESS), view.count(Bucket.PERFORMANCE)
    sentence = f"{process:,} of {process + performance:,} things we do each day are process."
    parts = (Part("process", process), Part("performance", performance))
    return Insight("Process and performance", parts, sentence)


def split_by_hours(view: PublicView) -> Insight:
    """Add up the hours a week of process beside those of performance."""
    hours = {
        bucket: sum(card.hours_per_week or 0 for card in view.activities(bucket))
        for bucket in (Bucket.PROCESS, Bucket.PERFORMANCE)
    }
    total = sum(hours.values())
    percent = round(100 * hours[Bucket.PROCESS] / total) if total else 0
    sentence = f"Process takes {percent} % of the {total:,.0f} hours that we counted in a week."
    parts = tuple(Part(bucket.value, value) for bucket, value in hours.items())
    return Insight("Hours a week", parts, sentence)


def nature(view: PublicView) -> Insight:
    """Count technical and organizational processes."""
    parts = _parts(
        (choice.value, sum(p.nature is choice for p in view.processes)) for choice in Nature
    )
    return _of_processes("Technical or organizational", parts, view.processes)


def close_to_field(view: PublicView) -> Insight:
    """Count how many processes are managed close enough to the field."""
    words = {
        CloseEnough.YES: "close enough",
        CloseEnough.PARTLY: "partly close enough",
        CloseEnough.NO: "too far away",
    }
    parts = _parts(
        (word, sum(p.close_enough is choice for p in view.processes))
        for choice, word in words.items()
    )
    return _of_processes("Close to the field", parts, view.processes)


def owner_known(view: PublicView) -> Insight:
    """Count how many processes have an owner, and how many nobody owns."""
    nobody = sum(map(has_nobody, view.processes))
    named = sum(bool(process.owner.strip()) for process in view.processes) - nobody
    parts = _parts((("owner known", named), ("nobody in charge", nobody)))
    return _of_processes("Owner known", parts, view.processes)


def feedback_gathered(view: PublicView) -> Insight:
    """Count for how many processes the users have been asked."""
    words = {
        FeedbackLevel.ENOUGH: "asked enough",
        FeedbackLevel.SOME: "asked some",
        FeedbackLevel.NONE: "never asked",
    }
    parts = _parts(
        (word, sum(p.feedback is choice for p in view.processes)) for choice, word in words.items()
    )
    return _of_processes("Users asked", parts, view.processes)


def now_or_later(view: PublicView) -> Insight:
    """Count what is fixed now beside what takes long, and everything else of the triage."""
    triages = [triage_of(process) for process in view.processes]
    parts = _parts((triage.value, sum(each is triage for each in triages)) for triage in Triage)
    return _of_processes("Fix now and long term", parts, view.processes)


def load(view: PublicView) -> Insight:
    """Count the open promises of each owner, the busiest first."""
    owners = load_of(view.commitments)
    parts = tuple(Part(owner, count) for owner, count in owners)
    return Insight("Load per owner", parts, _load_sentence(owners))


def _load_sentence(owners: Sequence[tuple[str, int]]) -> str:
    if not owners:
        return "No open promise has an owner yet."
    total = sum(count for _, count in owners)
    promises = counted(total, ("open promise", "open promises"))
    people = counted(len(owners), ("owner has", "owners have"))
    most = owners[0][1]
    busiest = [owner for owner, count in owners if count == most]
    if len(busiest) == 1 and len(owners) > 1:
        return f"{people} {promises}; {busiest[0]} has most, {most:,}."
    return f"{people} {promises}" + ("." if len(owners) == 1 else f", at most {most:,} each.")


def _parts(counts: Iterable[tuple[str, int]]) -> tuple[Part, ...]:
    return tuple(Part(label, count) for label, count in counts)


def _of_processes(title: str, parts: tuple[Part, ...], processes: Sequence[Process]) -> Insight:
    """Return an insight over processes; those without an answer are a part of their own."""
    answered = int(sum(part.value for part in parts))
    named = ", ".join(f"{part.value:,.0f} {part.label}" for part in parts if part.value)
    left = len(processes) - answered
    if not answered:
        return Insight(title, parts, "None of the processes is answered yet.")
    whole = counted(len(processes), ("process", "processes"))
    if not left:
        return Insight(title, parts, f"Of {whole}: {named}.")
    return Insight(title, (*parts, Part(OPEN, left)), f"Of {whole}: {named}, {left:,} {OPEN}.")
