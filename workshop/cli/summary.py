"""A session in figures, as JSON for scripts and as text for a terminal."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from workshop.domain.dates import session_day
from workshop.domain.enums import Bucket, OwnerFit, Phase
from workshop.domain.figures import Figures
from workshop.domain.kept import ageing, creep, promises
from workshop.domain.leadership import mean_of, mix, results
from workshop.domain.public import PublicView
from workshop.domain.records import Note, SessionFacts
from workshop.domain.state import State
from workshop.domain.text import counted, one_line
from workshop.store import SCHEMA_VERSION
from workshop.words import words

_LABEL_WIDTH = 14
_MIX = ("routine", "future", "lasting")
_BECAME = ("kept", "late", "broken", "unanswered", "withdrawn", "ahead")
_AGES = ("up_to_30", "up_to_60", "up_to_90", "older")


def as_json(
    view: PublicView, phase: Phase, figures: Figures, private: State | None = None
) -> dict[str, Any]:
    """Return the figures under the names of the contract; those of `private` if it is given."""
    facts = view.facts
    content: dict[str, Any] = {
        "title": facts.title,
        "agency": facts.agency,
        "marking": facts.marking,
        "sponsor": facts.sponsor,
        "facilitator": facts.facilitator,
        "place": facts.place,
        "date": facts.date.isoformat() if facts.date else None,
        "phase": phase.value,
        "activities": {
            "total": figures.total,
            **_by_word(figures.activities),
            "merged": figures.merged,
        },
        "hours": {
            bucket.value: figures.hours[bucket] for bucket in (Bucket.PROCESS, Bucket.PERFORMANCE)
        },
        "processes": {
            "total": figures.processes,
            "answered": figures.answered,
            "by_triage": _by_word(figures.by_triage),
        },
        "commitments": {
            "total": figures.commitments,
            "ready": figures.ready,
            "by_kind": _by_word(figures.by_kind),
            "by_status": _by_word(figures.by_status),
        },
        "excuses": _by_word(figures.excuses),
        "pledges": figures.pledges,
        "participants": figures.participants,
        "buy_in": list(figures.buy_in),
        "leadership": _leadership(view),
        "last_session": _last_session(view),
        "schema_version": SCHEMA_VERSION,
    }
    if private is not None:
        fits, proposed, notes = _hidden(private)
        content["private"] = {
            "owner_fit": _by_word(fits),
            "proposed_owners": proposed,
            "notes": notes,
        }
    return content


def _leadership(view: PublicView) -> dict[str, Any]:
    """Return the items that have a result, both means, and the mix."""
    found, check = results(view), words().leadership
    means = {
        "leaders": mean_of(found, [item.number for item in check.person_items]),
        "agency": mean_of(found, [item.number for item in check.agency_items]),
    }
    counted_mix = mix(view)
    return {
        "items": len(found),
        **{side: None if mean is None else round(mean, 1) for side, mean in means.items()},
        "mix": {name: getattr(counted_mix, name) for name in _MIX} if counted_mix else None,
    }


def _last_session(view: PublicView) -> dict[str, Any] | None:
    """Return what became of the last promises and excuses; None where there was no last session."""
    facts = view.facts
    if not facts.previous_session_id and facts.previous_date is None:
        return None
    on = session_day(facts)
    kept, excuses = promises(view, on), creep(view)
    return {
        "date": facts.previous_date.isoformat() if facts.previous_date else None,
        "promises": {
            "total": kept.total,
            **{name: len(getattr(kept, name)) for name in _BECAME},
            "rate": kept.rate,
        },
        "open_by_age": dict(zip(_AGES, ageing(view, on).counts, strict=True)),
        "excuses": {
            "then": excuses.then,
            "now": excuses.now,
            "new": len(excuses.new),
            "removed": len(excuses.removed),
        },
    }


def _by_word(counts: Mapping[Any, int]) -> dict[str, int]:
    return {choice.value: count for choice, count in counts.items()}


def _hidden(state: State) -> tuple[dict[OwnerFit, int], int, int]:
    """Count what only the facilitator may see: how owners fit, proposed ones, and notes."""
    answers = [state.private_answers(process.id) for process in state.processes()]
    fits = Counter(each.owner_fit for each in answers)
    proposed = sum(bool(each.proposed_owner.strip()) for each in answers)
    return {fit: fits[fit] for fit in OwnerFit}, proposed, len(state.table(Note))


def as_text(view: PublicView, phase: Phase, figures: Figures, private: State | None = None) -> str:
    """Return the figures as a terminal shows them."""
    lines = [*_heading(view.facts), ""]
    rows = [*_rows(phase, figures), *_leadership_rows(view), *_last_rows(view)]
    rows += [*(_private_rows(private) if private is not None else ())]
    for label, value in rows:
        lines.append(f"{label:<{_LABEL_WIDTH}}{value}".rstrip())
    return "\n".join(lines)


def _heading(facts: SessionFacts) -> list[str]:
    date = facts.date.isoformat() if facts.date else ""
    parts = filter(None, map(one_line, (facts.agency, facts.place, date, facts.marking)))
    return [
        one_line(facts.title) or "A session without a title",
        *filter(None, [" · ".join(parts)]),
    ]


def _rows(phase: Phase, figures: Figures) -> list[tuple[str, str]]:
    buckets = _listed(figures.activities, always=True)
    merged = f", and {figures.merged:,} merged into others" if figures.merged else ""
    hours = [
        f"{bucket.value} {figures.hours[bucket]:,g}"
        for bucket in (Bucket.PROCESS, Bucket.PERFORMANCE)
    ]
    return [
        ("Phase", phase.value.capitalize()),
        ("Activities", f"{figures.total:,}: {buckets}{merged}"),
        ("Hours a week", ", ".join(hours)),
        ("Processes", f"{figures.processes:,}, {figures.answered:,} answered"),
        *_detail(_listed(figures.by_triage)),
        ("Commitments", f"{figures.commitments:,}, {figures.ready:,} ready"),
        *_detail(_listed(figures.by_kind)),
        *_detail(_listed(figures.by_status)),
        ("Excuses", ", ".join(f"{n:,} {state.value}" for state, n in figures.excuses.items())),
        ("Pledges", f"{figures.pledges:,}"),
        ("Participants", f"{figures.participants:,}"),
        ("Buy-in", _fingers(figures.buy_in)),
    ]


def _leadership_rows(view: PublicView) -> list[tuple[str, str]]:
    found = _leadership(view)
    if not found["items"]:
        return []
    means = [f"{side} {found[side]}" for side in ("leaders", "agency") if found[side] is not None]
    return [("Leadership", f"{', '.join(means)} (of 5)")]


def _last_rows(view: PublicView) -> list[tuple[str, str]]:
    found = _last_session(view)
    if found is None:
        return []
    kept, excuses = found["promises"], found["excuses"]
    rate = "" if kept["rate"] is None else f", {kept['rate']} % kept"
    became = ", ".join(f"{name} {kept[name]:,}" for name in _BECAME if kept[name])
    ages = ", ".join(
        f"{name.replace('_', ' ')} days {n:,}" if name != "older" else f"older {n:,}"
        for name, n in found["open_by_age"].items()
        if n
    )
    changed = f"{excuses['new']:,} new, {excuses['removed']:,} removed"
    return [
        ("Last promises", f"{kept['total']:,}{rate}"),
        *_detail(became),
        *_detail(f"open by age: {ages}" if ages else ""),
        ("Open excuses", f"{excuses['then']:,} then, {excuses['now']:,} now: {changed}"),
    ]


def _detail(value: str) -> list[tuple[str, str]]:
    return [("", value)] if value else []


def _listed(counts: Mapping[Any, int], *, always: bool = False) -> str:
    """Return "fix now 3, long term 2", without the zeros unless they are wanted."""
    return ", ".join(f"{choice.value} {n:,}" for choice, n in counts.items() if n or always)


def _fingers(counts: tuple[int, ...]) -> str:
    shown = [f"{n:,} showed {fingers}" for fingers, n in enumerate(counts) if n]
    return f"{', '.join(reversed(shown))}" if shown else "not counted yet"


def _private_rows(state: State) -> list[tuple[str, str]]:
    fits, proposed, notes = _hidden(state)
    owners = _listed(fits) or "none given"
    return [
        ("", ""),
        ("Private", f"best person for the process: {owners}"),
        ("", f"{proposed:,} proposed owners, {counted(notes, Note.NOUN)}"),
    ]
