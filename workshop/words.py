"""The words in the room, as data that an agency can edit.

Gather ships a set (resources/prompts). A file of the same name in the folder `words` of the user's
data takes its place; one that cannot be used is told, and the shipped one is used.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec

from workshop.domain.enums import Phase
from workshop.domain.errors import GatherError
from workshop.domain.records import SessionFacts
from workshop.domain.text import clean
from workshop.files import read_file, shown
from workshop.places import data_folder
from workshop.resources import resource

T = TypeVar("T")

FOLDER = "words"
METHOD_CREDIT = (
    "The process and performance exercise and its five questions: the public article “Performance "
    "Management is Not the Same as Process Management”."
)
"""Whose idea the method is, for About and for the leadership handout."""

_LARGEST = 1_000_000
_QUESTIONS = 5
_ICON = re.compile("[a-z0-9-]+")
_Some = Annotated[str, msgspec.Meta(pattern=r"\S")]


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a facilitator says in a phase and watches for. Private."""

    say: str
    watch: str


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five questions: its short name, icon, wording on the wall, and private help."""

    short: _Some
    icon: _Some
    wall: _Some
    help: str


@dataclass(frozen=True, slots=True)
class Group:
    """Items of the leadership check that ask about one thing."""

    name: _Some
    items: Annotated[tuple[_Some, ...], msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the leadership check: the person, or the agency."""

    question: _Some
    short: _Some
    groups: Annotated[tuple[Group, ...], msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class Mix:
    """The question of the leadership mix, and its three answers."""

    question: _Some
    routine: _Some
    future: _Some
    lasting: _Some


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the leadership check under its number."""

    number: int
    text: str
    group: str


@dataclass(frozen=True, slots=True)
class Leadership:
    """The leadership check: its scale from 1 to 5, both sides, the mix, and whose idea it is."""

    scale: tuple[_Some, _Some, _Some, _Some, _Some]
    person: Side
    agency: Side
    mix: Mix
    credit: str

    @property
    def person_items(self) -> tuple[Item, ...]:
        """The items about the person, numbered from 1."""
        return _numbered(self.person, 1)

    @property
    def agency_items(self) -> tuple[Item, ...]:
        """The items about the agency, numbered on from those about the person."""
        return _numbered(self.agency, len(self.person_items) + 1)

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in their order."""
        return (*self.person_items, *self.agency_items)


@dataclass(frozen=True, slots=True)
class Deal:
    """What both sides of the deal say, and what a number of fingers, 0 to 5, says."""

    leader: _Some
    team: _Some
    both: _Some
    question: _Some
    fingers: tuple[_Some, _Some, _Some, _Some, _Some, _Some]
    one_up: _Some


@dataclass(frozen=True, slots=True)
class Step:
    """What a facilitator does in a phase, and what the room sees of it."""

    do: _Some
    sees: _Some


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What to do when a session runs so late."""

    when: _Some
    do: _Some


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is to be ready at a time."""

    title: _Some
    items: tuple[_Some, ...]


@dataclass(frozen=True, slots=True)
class RunSheet:
    """What a facilitator needs on paper."""

    phases: dict[Phase, Step]
    late: tuple[Shortcut, ...]
    checklists: tuple[Checklist, ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """What hangs on the wall: a title, and what tells the two buckets apart."""

    title: _Some
    process: tuple[_Some, ...]
    performance: tuple[_Some, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words that are used by the wall, the console and handouts."""

    wall: dict[str, str]
    questions: tuple[Question, ...]
    ground_rules: tuple[str, ...]
    promise: str
    deal: Deal
    leadership: Leadership
    run_sheet: RunSheet
    poster: Poster


@dataclass(frozen=True, slots=True)
class _Read:
    """All that was read, and a sentence for each file that could not be used."""

    words: Words
    prompts: dict[Phase, Prompt]
    faults: tuple[str, ...]


def words() -> Words:
    """Return the words of the room."""
    return _read(data_folder() / FOLDER).words


def prompts() -> dict[Phase, Prompt]:
    """Return the private prompts by phase."""
    return _read(data_folder() / FOLDER).prompts


def faults() -> tuple[str, ...]:
    """Return a sentence for each file of the user's own words that cannot be used."""
    return _read(data_folder() / FOLDER).faults


def promise_to_users(facts: SessionFacts, by: str) -> str:
    """Return the promise to the users, in the sponsor's words where there are any.

    `by` is the day of the next session in words, and takes the place of “{date}”.
    """
    promise = facts.promise.strip() or words().promise
    return promise.replace("{date}", by or "the next session")


@cache
def _read(folder: Path) -> _Read:
    reader = _Reader(folder)
    texts = reader.read("words.json", _Texts)
    shipped = reader.shipped("words.json", _Texts)
    found = Words(
        wall={**shipped.wall, **texts.wall},  # an earlier copy lacks what came later
        questions=reader.read("questions.json", tuple[Question, ...]),
        ground_rules=texts.ground_rules,
        promise=texts.promise,
        deal=reader.read("deal.json", Deal),
        leadership=reader.read("leadership.json", Leadership),
        run_sheet=_with_every_phase(
            reader.read("run_sheet.json", RunSheet), reader.shipped("run_sheet.json", RunSheet)
        ),
        poster=reader.read("poster.json", Poster),
    )
    own = reader.read("prompts.json", dict[Phase, Prompt])
    prompts = {**reader.shipped("prompts.json", dict[Phase, Prompt]), **own}
    return _Read(found, prompts, tuple(reader.faults))


def _with_every_phase(own: RunSheet, shipped: RunSheet) -> RunSheet:
    return replace(own, phases={**shipped.phases, **own.phases})


@dataclass(frozen=True, slots=True)
class _Texts:
    wall: dict[str, _Some]
    ground_rules: tuple[_Some, ...]
    promise: _Some


class _Reader:
    """Reads files of words, the user's own before the shipped ones."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.faults: list[str] = []

    def read(self, name: str, kind: type[T]) -> T:
        own = self._folder / name
        if not own.exists():
            return self.shipped(name, kind)
        try:
            return _decode(read_file(own, limit=_LARGEST), kind)
        except (GatherError, ValueError, RecursionError, FileNotFoundError) as error:
            self.faults.append(
                f"Your own words in {shown(own)} cannot be used ({_reason(error)}), "
                "so Gather's are: mend or remove the file."
            )
            return self.shipped(name, kind)

    def shipped(self, name: str, kind: type[T]) -> T:
        return _decode(resource("prompts", name).read_bytes(), kind)


def _decode(data: bytes, kind: type[T]) -> T:
    found = msgspec.convert(_cleaned(msgspec.json.decode(data)), kind)
    if isinstance(found, tuple):
        if len(found) != _QUESTIONS:
            raise ValueError(f"there are {_QUESTIONS} questions, not {len(found)}")
        for question in found:
            if not _ICON.fullmatch(question.icon):
                raise FileNotFoundError
            resource("icons", f"{question.icon}.svg")
    return found


def _cleaned(value: Any) -> Any:
    """Return content with safe text throughout."""
    match value:
        case str():
            return clean(value)
        case list():
            return [_cleaned(each) for each in value]
        case dict():
            return {clean(key): _cleaned(each) for key, each in value.items()}
    return value


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "it names an icon that there is not"
    return str(error).rstrip(".").replace("\n", " ")


def _numbered(side: Side, first: int) -> tuple[Item, ...]:
    pairs = [(group.name, text) for group in side.groups for text in group.items]
    return tuple(Item(n, text, name) for n, (name, text) in enumerate(pairs, start=first))
