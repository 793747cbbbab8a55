"""What a line that is typed in solo becomes: something new, an answer, part of a commitment.

The key of a line, under which it is kept while it is unfinished, says all that it is about.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Any

from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.commands.activities import CountHands
from workshop.domain.commands.commitments import CountBuyIn
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.dates import session_day
from workshop.domain.enums import CommitmentKind
from workshop.domain.errors import Rejected
from workshop.domain.public import PublicView
from workshop.domain.questions import about_date
from workshop.domain.readiness import Lack, lacks
from workshop.domain.records import Activity, Commitment, Excuse, ParkingLotItem, Process, Record
from workshop.domain.stage import CARD_SCENES, Scene, Stage
from workshop.domain.text import record_id
from workshop.domain.triage import commitment_kind_of
from workshop.ui.audience.solo.entry import Entry
from workshop.ui.counts import SOLO_FIST, SOLO_HANDS
from workshop.ui.dates import DAY_HINT, NOT_A_DAY, parse_day
from workshop.ui.inventory.asking.steps import Step, is_open, step_after, steps_of
from workshop.ui.inventory.fields import answer_command, asked_in, choice_called
from workshop.ui.room import Room


class Line(ABC):
    """A line of a kind: how it is asked for, what keeps it, and what is asked for after it."""

    @property
    @abstractmethod
    def key(self) -> str:
        """The key of its draft."""

    @property
    @abstractmethod
    def label(self) -> str:
        """What stands before it."""

    @property
    def hint(self) -> str:
        """What stands in it while it is blank."""
        return ""

    @abstractmethod
    def command(self, text: str, view: PublicView) -> Command:
        """Return what keeps a text; raises Rejected where it cannot be understood."""

    def after(self, view: PublicView, done: ChangeSet | None) -> "Line | None":
        """Return what is asked for once it is kept, or passed over (`done` is None), or None."""
        return None

    def text(self, view: PublicView) -> str:
        """Return what stands in it before anything is typed."""
        return ""

    def question(self, text: str, view: PublicView) -> str:
        """Return what to ask about a text that may be a slip; blank for nothing."""
        return ""

    def is_shown(self, stage: Stage) -> bool:
        """Tell whether the wall shows what it is about; a line about nothing always is."""
        return True

    @abstractmethod
    def show(self, room: Room, view: PublicView) -> None:
        """Let the wall show what is asked for, as far as it has come."""

    def end(self, room: Room, view: PublicView, *, is_kept: bool) -> None:
        """Let the wall show that nothing is asked for any more."""
        self.show(room, view)


@dataclass(frozen=True, slots=True)
class NewLine(Line):
    """Something new, about a process or about none."""

    entry: Entry
    process_id: int | None = None

    @property
    def key(self) -> str:
        """The key of its draft: one for all of a kind that are about the same process, or none."""
        kind = self.entry.name.lower()
        return f"solo {kind}" if self.process_id is None else f"solo {kind} {self.process_id}"

    @property
    def label(self) -> str:
        """What it is."""
        return self.entry.value

    def command(self, text: str, view: PublicView) -> Command:
        """Return the addition."""
        return AddRecords((self._record(text, view),))

    def _record(self, text: str, view: PublicView) -> Record:
        process = view.process(self.process_id)
        process_id = process.id if process else None
        match self.entry:
            case Entry.CARD:
                return Activity(id=0, text=text)
            case Entry.EXCUSE:
                on = session_day(view.facts)
                return Excuse(id=0, text=text, process_id=process_id, raised_on=on)
            case Entry.PARKING_ITEM:
                return ParkingLotItem(id=0, text=text)
            case Entry.COMMITMENT:
                kind = commitment_kind_of(process) if process else CommitmentKind.FIX_NOW
                return Commitment(id=0, text=text, kind=kind, process_id=process_id)

    def after(self, view: PublicView, done: ChangeSet | None) -> Line | None:
        """Ask for card after card, and for what a commitment lacks."""
        if done is None:
            return None
        if self.entry is Entry.CARD:
            return self
        made = next((each.after for each in done.changes if each.before is None), None)
        return _lack_after(made, None) if isinstance(made, Commitment) else None

    def is_shown(self, stage: Stage) -> bool:
        """Tell whether the wall shows its process, if it is about one."""
        return self.process_id is None or _shows_process(stage, self.process_id)

    def show(self, room: Room, view: PublicView) -> None:
        """Show its process; where it is about none the wall stays as it is."""
        if not self.is_shown(room.stage):
            room.show(Scene.PROCESS, self.process_id)


@dataclass(frozen=True, slots=True)
class AnswerLine(Line):
    """One thing that is asked about a process, public as all of it."""

    process_id: int
    step: Step

    @property
    def key(self) -> str:
        """The key of its draft."""
        return f"solo answer {self.process_id} {self.step.field.name}"

    @property
    def label(self) -> str:
        """How it is asked."""
        return asked_in(self.step.column, self.step.field)

    @property
    def hint(self) -> str:
        """The letters of its choices, or what its editor hints at."""
        choices = self.step.field.choices
        if not choices:
            return self.step.field.hint
        return " · ".join(f"{letter} {choice.value}" for choice, letter in choices)

    def command(self, text: str, view: PublicView) -> Command:
        """Return the answer; choices are taken by letter or by word."""
        field, value = self.step.field, text
        if field.choices:
            choice = choice_called(field, text)
            if choice is None:
                raise Rejected(f"Type one of these: {self.hint}.")
            value = choice
        return answer_command(self.process_id, field, value, session_day(view.facts))

    def after(self, view: PublicView, done: ChangeSet | None) -> Line | None:
        """Ask what is open behind it."""
        process = view.process(self.process_id)
        step = step_after(process, self.step) if process else None
        return replace(self, step=step) if step else None

    def is_shown(self, stage: Stage) -> bool:
        """Tell whether the wall shows its process."""
        return _shows_process(stage, self.process_id)

    def show(self, room: Room, view: PublicView) -> None:
        """Ask the question big."""
        room.ask(self.process_id, self.step.column, self.step.field.name)

    def end(self, room: Room, view: PublicView, *, is_kept: bool) -> None:
        """Show the process with all its answers."""
        if room.stage.scene is Scene.PROCESS:
            room.show(Scene.PROCESS, room.stage.subject_id)


_LABELS = {
    Lack.VERB: "We commit to",
    Lack.OWNER: "Owner",
    Lack.DATE: "By",
    Lack.MEASURE: "How its users will know",
}
_HINTS = {
    Lack.VERB: "Start with a verb",
    Lack.OWNER: "One name or role",
    Lack.DATE: DAY_HINT,
    Lack.MEASURE: "What its users will see",
}


@dataclass(frozen=True, slots=True)
class LackLine(Line):
    """What a commitment lacks before it can be promised."""

    commitment_id: int
    lack: Lack

    @property
    def key(self) -> str:
        """The key of its draft."""
        return f"solo {self.lack.value} {self.commitment_id}"

    @property
    def label(self) -> str:
        """What it is called on the wall."""
        return _LABELS[self.lack]

    @property
    def hint(self) -> str:
        """What is expected."""
        return _HINTS[self.lack]

    def text(self, view: PublicView) -> str:
        """Return the promise where it is to be put in other words."""
        commitment = view.get(Commitment, self.commitment_id)
        return commitment.text if commitment and self.lack is Lack.VERB else ""

    def question(self, text: str, view: PublicView) -> str:
        """Return what to ask about an odd day."""
        if self.lack is not Lack.DATE:
            return ""
        on = session_day(view.facts)
        return about_date(parse_day(text, on), on)

    def command(self, text: str, view: PublicView) -> Command:
        """Return the edit of the commitment; raises Rejected for what is no day."""
        return EditRecord(Commitment, self.commitment_id, self._values(text, view))

    def _values(self, text: str, view: PublicView) -> dict[str, Any]:
        match self.lack:
            case Lack.VERB:
                return {"text": text}
            case Lack.OWNER:
                return {"owner": text}
            case Lack.MEASURE:
                return {"measure": text}
            case Lack.DATE:
                day = parse_day(text, session_day(view.facts))
                if day is None:
                    raise Rejected(NOT_A_DAY)
                return {"due": day}

    def after(self, view: PublicView, done: ChangeSet | None) -> Line | None:
        """Ask for what it lacks besides."""
        commitment = view.get(Commitment, self.commitment_id)
        return _lack_after(commitment, self.lack) if commitment else None

    def is_shown(self, stage: Stage) -> bool:
        """Tell whether the wall shows its commitment."""
        return (stage.scene, stage.subject_id) == (Scene.MAKING, self.commitment_id)

    def show(self, room: Room, view: PublicView) -> None:
        """Show the commitment as far as it has come."""
        commitment = view.get(Commitment, self.commitment_id)
        if commitment is not None:
            room.make(commitment)


@dataclass(frozen=True, slots=True)
class HandsLine(Line):
    """A show of hands on a card that splits the room."""

    card_id: int

    @property
    def key(self) -> str:
        """The key of its draft."""
        return f"{SOLO_HANDS} {self.card_id}"

    @property
    def label(self) -> str:
        """What is counted, in order."""
        return "Hands: process, performance, abstain"

    @property
    def hint(self) -> str:
        """How counts are typed."""
        return "9 5 1"

    def command(self, text: str, view: PublicView) -> Command:
        """Return the count; raises Rejected where it is not three numbers."""
        process, performance, abstain = _counts(text, 3, self.hint)
        return CountHands(self.card_id, (process, performance, abstain))

    def is_shown(self, stage: Stage) -> bool:
        """Tell whether the wall shows its card."""
        return stage.scene in CARD_SCENES and stage.subject_id == self.card_id

    def show(self, room: Room, view: PublicView) -> None:
        """Leave the card on the wall: what is counted is revealed at once."""

    def end(self, room: Room, view: PublicView, *, is_kept: bool) -> None:
        """Reveal the count."""
        if is_kept:
            room.show(Scene.TALLY, self.card_id)


@dataclass(frozen=True, slots=True)
class FistLine(Line):
    """How many hands show how many fingers."""

    @property
    def key(self) -> str:
        """The key of its draft."""
        return SOLO_FIST

    @property
    def label(self) -> str:
        """What is counted, in order."""
        return "Hands with 0, 1, 2, 3, 4, 5 fingers"

    @property
    def hint(self) -> str:
        """How counts are typed."""
        return "0 0 2 4 6 3"

    def command(self, text: str, view: PublicView) -> Command:
        """Return the count; raises Rejected where it is not six numbers."""
        zero, one, two, three, four, five = _counts(text, 6, self.hint)
        return CountBuyIn((zero, one, two, three, four, five))

    def show(self, room: Room, view: PublicView) -> None:
        """Leave the bars on the wall, which follow the count."""


_ABOUT_PROCESS = {Entry.EXCUSE, Entry.COMMITMENT}
_ENTRIES = {
    **dict.fromkeys((Scene.GATHER, *CARD_SCENES, Scene.BOARD, Scene.PICTURE), Entry.CARD),
    **dict.fromkeys((Scene.OVERVIEW, Scene.EXCUSES, Scene.DEAL), Entry.EXCUSE),
    **dict.fromkeys((Scene.COMMITMENTS, Scene.BY_OWNER), Entry.COMMITMENT),
}


def new_line(entry: Entry, stage: Stage) -> Line:
    """Return the line of something new, about the process that is shown where it can be."""
    is_about = stage.scene is Scene.PROCESS and entry in _ABOUT_PROCESS
    return NewLine(entry, stage.subject_id if is_about else None)


def line_for(view: PublicView, stage: Stage) -> Line:
    """Return what typing makes while a scene is shown."""
    if stage.scene is Scene.PROCESS:
        return _next_question(view.process(stage.subject_id)) or new_line(Entry.EXCUSE, stage)
    if stage.scene is Scene.MAKING:
        made = view.get(Commitment, stage.subject_id)
        return (_lack_after(made, None) if made else None) or NewLine(Entry.COMMITMENT)
    if stage.scene is Scene.FIST:
        return FistLine()
    return NewLine(_ENTRIES.get(stage.scene, Entry.PARKING_ITEM))


def line_of(view: PublicView, key: str) -> Line | None:
    """Return the line of a draft's key; None where what it is about is gone, or it is no line."""
    match key.split(" "):
        case ["solo", "answer", number, name]:
            process = view.process(record_id(number))
            steps = steps_of(process) if process else []
            found = next((step for step in steps if step.field.name == name), None)
            return AnswerLine(process.id, found) if process and found else None
        case ["solo", "hands", number]:
            card = view.get(Activity, record_id(number))
            return HandsLine(card.id) if card else None
        case ["solo", lack, number] if lack in set(Lack):
            commitment = view.get(Commitment, record_id(number))
            return LackLine(commitment.id, Lack(lack)) if commitment else None
        case ["solo", _, number]:
            process = view.process(record_id(number))
            about = [NewLine(entry, process.id) for entry in _ABOUT_PROCESS] if process else []
            return next((line for line in about if line.key == key), None)
        case ["solo", _]:
            lines = (FistLine(), *map(NewLine, Entry))
            return next((line for line in lines if line.key == key), None)
    return None


def _next_question(process: Process | None) -> Line | None:
    """Return what is open about a process."""
    if process is None or process.set_aside:
        return None
    opened = next((step for step in steps_of(process) if is_open(step, process)), None)
    return AnswerLine(process.id, opened) if opened else None


def _shows_process(stage: Stage, process_id: int) -> bool:
    return (stage.scene, stage.subject_id) == (Scene.PROCESS, process_id)


def _counts(text: str, wanted: int, example: str) -> list[int]:
    """Return the numbers of a line; raises Rejected where there are not as many as wanted."""
    words = text.replace(",", " ").split()
    if len(words) != wanted or not all(word.isdecimal() for word in words):
        raise Rejected(f"Type {wanted} counts with a space between them, such as {example}.")
    return [int(word) for word in words]


def _lack_after(commitment: Commitment, lack: Lack | None) -> Line | None:
    """Return what a commitment lacks, behind one that was asked for."""
    order = list(Lack)
    later = order[order.index(lack) + 1 :] if lack else order
    missing = next((each for each in lacks(commitment) if each in later), None)
    return LackLine(commitment.id, missing) if missing else None
