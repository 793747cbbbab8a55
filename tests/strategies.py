"""What Hypothesis draws: texts, records, commands that may or may not be valid, and sessions."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args

from hypothesis import strategies as st

from tests.sessions import PRIVATE_MARK, blank_session, full_session
from workshop.domain.changes import ChangeSet
from workshop.domain.commands import Command
from workshop.domain.commands.activities import (
    CountHands,
    MergeActivities,
    MoveActivities,
    UnmergeActivities,
)
from workshop.domain.commands.commitments import (
    CountBuyIn,
    KeepCommitment,
    TakeBackUpdate,
    UpdateCommitment,
)
from workshop.domain.commands.deal import AcceptExcuse, ListSigners, MatchExcuse, MatchPledge, Sign
from workshop.domain.commands.inventory import AnswerProcess, ChooseTriage, RankProcesses
from workshop.domain.commands.leadership import CloseLeadershipCheck, CountLeadershipMix
from workshop.domain.commands.processes import (
    ChooseProcesses,
    MergeProcesses,
    SetNeeds,
    SortProcesses,
    SplitProcess,
    VoteProcesses,
)
from workshop.domain.commands.prompts import WritePrompt
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.commands.several import Several
from workshop.domain.dig import RankBy
from workshop.domain.enums import Bucket, CommitmentStatus, OwnerFit, Phase, Triage
from workshop.domain.errors import Rejected
from workshop.domain.records import (
    RECORD_TYPE_OF_TABLE,
    RECORD_TYPES,
    REFERENCES,
    TEXT_FIELDS,
    Activity,
    Commitment,
    Excuse,
    Note,
    Pledge,
    PrivateAnswers,
    Process,
    Prompt,
    Record,
    SignOff,
)
from workshop.domain.state import State

Draw = Callable[[st.SearchStrategy[Any]], Any]

MISSING_ID = 999_999

# Plain, equal but for case and space, verb or none, several lines, right to left, joined emoji, and
# what may not be kept: control characters, lone surrogates, foreign line ends.
WORDS = (
    "Sign permit letters",
    "sign  PERMIT letters",
    "Answer the phone",
    "permits",
    "the new contract",
    "nobody",
    "Plan\nthe week",
    "توقيع خطابات التصريح",
    "👩‍👩‍👧‍👦 Schedule families",
    "NUL\x00 and bell\a",
    "half a pair \ud83d",
    "old\r\nline\u2028ends\x0b",
)
BLANKS = ("", " ", "\t\n")

texts = st.one_of(st.sampled_from(WORDS), st.text(max_size=8), st.sampled_from(BLANKS))
private_texts = st.sampled_from(["", PRIVATE_MARK, f"{PRIVATE_MARK} too"])
dates = st.one_of(
    st.dates(dt.date(2025, 1, 1), dt.date(2027, 1, 1)),
    st.sampled_from([dt.date(1899, 12, 31), dt.date(3000, 1, 1)]),
)
counts = st.one_of(st.integers(0, 20), st.sampled_from([-1, 0, 1_000_000, 1_000_001]))
hours = st.one_of(
    st.floats(0, 100), st.sampled_from([0.0, -0.5, float("nan"), float("inf"), 10_000_000.5])
)

_OF_TYPE: Mapping[type, st.SearchStrategy[Any]] = {
    str: texts,
    int: counts,
    float: hours,
    bool: st.booleans(),
    dt.date: dates,
}


@cache
def values_of(kind: type[Record], name: str) -> st.SearchStrategy[Any]:
    """Return what a field that is not a reference may be given, valid or not."""
    if kind.PRIVATE and name in TEXT_FIELDS[kind]:
        return private_texts
    declared = next(item for item in fields(kind) if item.name == name).type
    parts = get_args(declared) if isinstance(declared, UnionType) else (declared,)
    return st.one_of([_of_part(part) for part in parts])


def _of_part(part: Any) -> st.SearchStrategy[Any]:
    if part is type(None):
        return st.none()
    return st.sampled_from(part) if issubclass(part, Enum) else _OF_TYPE[part]


def ids_of(state: State, kind: type[Record]) -> st.SearchStrategy[int]:
    """Return the ids that a record type has, now and then one that it has not."""
    present = sorted(state.table(kind))
    return st.sampled_from([*present, *present, MISSING_ID] if present else [MISSING_ID])


def several_ids_of(state: State, kind: type[Record], min_size: int = 0) -> st.SearchStrategy[Any]:
    """Return some ids of a record type, in any order and now and then one of them twice."""
    return st.lists(ids_of(state, kind), min_size=min_size, max_size=4).map(tuple)


def draw_values(
    draw: Draw, state: State, kind: type[Record], names: list[str], new: Mapping[type, list[int]]
) -> dict[str, Any]:
    """Draw values for fields; references point at records of the state or at the new ones."""
    tables = {reference.field: reference.table for reference in REFERENCES[kind]}
    found = {}
    for name in names:
        if name in tables:
            target = RECORD_TYPE_OF_TABLE[tables[name]]
            found[name] = draw(_references(state, target, new.get(target, [])))
        else:
            found[name] = draw(values_of(kind, name))
    return found


def _references(state: State, target: type[Record], new: list[int]) -> st.SearchStrategy[Any]:
    present = [*state.table(target), *new]
    return st.sampled_from([*present, *present, None, -77]) if present else st.none()


def _has_default(item: Field[Any]) -> bool:
    return item.default is not MISSING


def draw_record(
    draw: Draw, state: State, kind: type[Record], record_id: int, new: Mapping[type, list[int]]
) -> Record:
    """Draw a record: what it cannot be without, and some of its other fields."""
    named = [item for item in fields(kind) if item.name != "id"]
    optional = [item.name for item in named if _has_default(item)]
    chosen = draw(st.lists(st.sampled_from(optional), max_size=4, unique=True)) if optional else []
    names = [item.name for item in named if not _has_default(item)] + chosen
    if kind is Activity and "merged_into_id" in names and draw(st.booleans()):
        names = [name for name in names if name != "bucket"]
        merged = draw_values(draw, state, kind, names, new)
        return Activity(id=record_id, bucket=None, **merged)
    return kind(id=record_id, **draw_values(draw, state, kind, names, new))


def draw_added(draw: Draw, state: State) -> AddRecords:
    """Draw records to add, with provisional ids and references among them."""
    common = [Activity, Activity, Activity, Process, Commitment, PrivateAnswers]
    kinds = draw(st.lists(st.sampled_from([*common, *RECORD_TYPES[1:]]), max_size=5))
    new: dict[type, list[int]] = {}
    for n, kind in enumerate(kinds):
        new.setdefault(kind, []).append(-n)
    entries = [*new.get(Process, []), *state.table(Process), MISSING_ID]
    records = [
        draw_record(
            draw,
            state,
            kind,
            draw(st.sampled_from(entries)) if kind is PrivateAnswers else -n,
            new,
        )
        for n, kind in enumerate(kinds)
    ]
    if records and draw(st.integers(0, 15)) == 15:
        records.append(draw(st.sampled_from([records[0], state.facts])))
    return AddRecords(tuple(records))


def draw_edit(draw: Draw, state: State) -> EditRecord:
    """Draw an edit of some fields of one record."""
    kind = draw(st.sampled_from(RECORD_TYPES))
    names = [item.name for item in fields(kind)]
    chosen = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    if draw(st.integers(0, 7)) < 7:
        managed = {"id", "session_id", "bucket", "merged_into_id", "set_aside"}
        is_ranked = kind in (Activity, Process)
        chosen = [n for n in chosen if n not in managed and not (is_ranked and n == "position")]
    values = draw_values(draw, state, kind, chosen, {})
    return EditRecord(kind, draw(ids_of(state, kind)), values)


def draw_delete(draw: Draw, state: State) -> DeleteRecords:
    """Draw records of one type to delete."""
    kind = draw(st.sampled_from([*RECORD_TYPES, Activity, Commitment]))
    return DeleteRecords(kind, draw(several_ids_of(state, kind)))


def draw_move(draw: Draw, state: State) -> MoveActivities:
    """Draw cards to move to the end of a bucket, or before one of its cards."""
    bucket = draw(st.sampled_from(Bucket))
    targets = [None, *(card.id for card in state.activities(bucket)), MISSING_ID]
    moved = draw(several_ids_of(state, Activity, min_size=1))
    return MoveActivities(moved, bucket, draw(st.sampled_from(targets)))


def draw_merge(draw: Draw, state: State) -> MergeActivities:
    """Draw cards to merge into one, under its own wording or a new one."""
    keep, *others = draw(several_ids_of(state, Activity, min_size=1))
    return MergeActivities(keep, tuple(others), draw(st.one_of(st.none(), texts)))


def draw_unmerge(draw: Draw, state: State) -> UnmergeActivities:
    """Draw cards to take apart, most often merged ones."""
    merged = [card.id for card in state.all(Activity) if card.merged_into_id is not None]
    if merged and draw(st.integers(0, 3)) < 3:
        return UnmergeActivities(tuple(draw(st.lists(st.sampled_from(merged), max_size=3))))
    return UnmergeActivities(draw(several_ids_of(state, Activity)))


def draw_rank(draw: Draw, state: State) -> RankProcesses:
    """Draw processes to move within the inventory."""
    before = draw(st.one_of(st.none(), ids_of(state, Process)))
    return RankProcesses(draw(several_ids_of(state, Process)), before)


def draw_answer(draw: Draw, state: State) -> AnswerProcess:
    """Draw answers about a process, public and private ones."""
    managed = {"id", "position", "set_aside", "votes", "chosen", "merged_into_id"}
    managed |= {"triage", "triage_reason"}
    answers = {
        name: values_of(kind, name)
        for kind in (Process, PrivateAnswers)
        for name in (item.name for item in fields(kind))
        if name not in managed
    }
    names = draw(st.lists(st.sampled_from([*answers, "triage", "unknown"]), max_size=4))
    given = {name: draw(answers.get(name, st.none())) for name in names}
    return AnswerProcess(draw(ids_of(state, Process)), given)


def draw_triage(draw: Draw, state: State) -> ChooseTriage:
    """Draw a choice of the room."""
    choice = draw(st.one_of(st.none(), st.sampled_from(Triage)))
    return ChooseTriage(draw(ids_of(state, Process)), choice, draw(texts))


def draw_written(draw: Draw, state: State) -> KeepCommitment | WritePrompt:
    """Draw a commitment, new or edited, with the excuses that it ends; or words for a phase."""
    values = {name: draw(values_of(Commitment, name)) for name in ("text", "kind", "owner", "due")}
    process_id = draw(st.one_of(st.none(), ids_of(state, Process)))
    key = draw(st.one_of(st.just(0), ids_of(state, Commitment)))
    typed = Commitment(id=key, process_id=process_id, **values)
    part = draw(st.sampled_from(("say", "watch")))
    drawn = (
        KeepCommitment(typed, frozenset(draw(several_ids_of(state, Excuse)))),
        WritePrompt(draw(st.sampled_from(Phase)), part, draw(private_texts)),
    )
    return draw(st.sampled_from(drawn))


def draw_update(draw: Draw, state: State) -> UpdateCommitment:
    """Draw a dated update of a commitment."""
    status = draw(st.sampled_from(CommitmentStatus))
    return UpdateCommitment(draw(ids_of(state, Commitment)), status, draw(dates), draw(texts))


def draw_buy_in(draw: Draw, state: State) -> CountBuyIn:
    """Draw a count of fingers."""
    return CountBuyIn(draw(st.tuples(*[counts] * 6)))


def draw_hands(draw: Draw, state: State) -> CountHands:
    """Draw a count of hands on a card, or that there is none."""
    count = draw(st.one_of(st.none(), st.tuples(counts, counts, counts)))
    return CountHands(draw(ids_of(state, Activity)), count)


def draw_take_back(draw: Draw, state: State) -> TakeBackUpdate:
    """Draw a commitment to take back the last word on."""
    return TakeBackUpdate(draw(ids_of(state, Commitment)))


def draw_match(draw: Draw, state: State) -> MatchExcuse | MatchPledge | AcceptExcuse:
    """Draw two sides of the deal to match, or an excuse that stays."""
    commitment = draw(st.one_of(st.none(), ids_of(state, Commitment)))
    excuse = draw(ids_of(state, Excuse))
    returns = draw(several_ids_of(state, Commitment))
    drawn = (
        MatchExcuse(excuse, commitment),
        MatchPledge(draw(ids_of(state, Pledge)), returns),
        AcceptExcuse(excuse),
    )
    return draw(st.sampled_from(drawn))


def draw_signing(draw: Draw, state: State) -> Sign | ListSigners:
    """Draw a signature, one taken back, or who is to sign."""
    signed_on = draw(st.one_of(st.none(), dates))
    return draw(st.sampled_from((Sign(draw(ids_of(state, SignOff)), signed_on), ListSigners())))


def draw_leadership(draw: Draw, state: State) -> CloseLeadershipCheck | CountLeadershipMix:
    """Draw the counts of a leadership check, or a mix of leaders."""
    answers = st.dictionaries(st.integers(1, 19), st.tuples(*[counts] * 5), max_size=4)
    check = CloseLeadershipCheck(draw(answers))
    return draw(st.sampled_from((check, CountLeadershipMix(*draw(st.tuples(*[counts] * 3))))))


def draw_choosing(draw: Draw, state: State) -> ChooseProcesses | VoteProcesses | SortProcesses:
    """Draw processes to dig into, votes for them, or an order of the inventory."""
    ids = draw(several_ids_of(state, Process))
    drawn = (
        ChooseProcesses(ids, draw(st.booleans())),
        VoteProcesses({key: draw(counts) for key in ids}),
        SortProcesses(draw(st.sampled_from(RankBy))),
    )
    return draw(st.sampled_from(drawn))


def draw_merge_processes(draw: Draw, state: State) -> MergeProcesses:
    """Draw entries of the inventory to make one, under a name of its own or another."""
    keep, *others = draw(several_ids_of(state, Process, min_size=1))
    return MergeProcesses(keep, tuple(others), draw(st.one_of(st.none(), texts)))


def draw_split(draw: Draw, state: State) -> SplitProcess:
    """Draw activities to take out of a process, most often its own."""
    process_id = draw(ids_of(state, Process))
    own = [card.id for card in state.activities_of(process_id)]
    if own and draw(st.integers(0, 3)) < 3:
        leaving = tuple(draw(st.lists(st.sampled_from(own), max_size=3)))
    else:
        leaving = draw(several_ids_of(state, Activity))
    return SplitProcess(process_id, leaving, draw(texts))


def draw_needs(draw: Draw, state: State) -> SetNeeds:
    """Draw the processes that an activity needs."""
    return SetNeeds(draw(ids_of(state, Activity)), draw(several_ids_of(state, Process)))


def draw_several(draw: Draw, state: State) -> Several:
    """Draw commands to be done as one step, each on what the one before would leave."""
    simple = [draw_one for draw_one in DRAWN_COMMANDS if draw_one is not draw_several]
    found = []
    for draw_one in draw(st.lists(st.sampled_from(simple), max_size=3)):
        step = take_step(state, draw_one(draw, state))
        if step.changes is not None or draw(st.integers(0, 7)) == 7:
            found.append(step.command)
        state = step.after
    return Several(tuple(found), "Several")


DRAWN_COMMANDS: tuple[Callable[[Draw, State], Command], ...] = (
    draw_added,
    draw_edit,
    draw_delete,
    draw_move,
    draw_merge,
    draw_unmerge,
    draw_rank,
    draw_answer,
    draw_triage,
    draw_written,
    draw_update,
    draw_buy_in,
    draw_hands,
    draw_take_back,
    draw_match,
    draw_signing,
    draw_leadership,
    draw_choosing,
    draw_merge_processes,
    draw_split,
    draw_needs,
    draw_several,
)


def draw_command(draw: Draw, state: State) -> Command:
    """Draw any command, valid or not."""
    weighted = [*DRAWN_COMMANDS, draw_added, draw_edit, draw_move, draw_move]
    return draw(st.sampled_from(weighted))(draw, state)


@st.composite
def commands(draw: Draw, state: State) -> Command:
    """Any command on a state, valid or not."""
    return draw_command(draw, state)


@dataclass(frozen=True)
class Step:
    """A command with what it did: its changes, or why it was rejected."""

    before: State = field(repr=False)
    command: Command
    changes: ChangeSet | None
    rejected: Rejected | None
    after: State = field(repr=False)


def take_step(state: State, command: Command) -> Step:
    """Plan a command and apply what it plans."""
    try:
        changes = command.plan(state)
    except Rejected as reason:
        return Step(state, command, None, reason, state)
    return Step(state, command, changes, None, state.apply(changes.changes))


def draw_steps(draw: Draw, state: State, max_size: int = 12) -> list[Step]:
    """Draw commands one after the other, each on what the one before has left."""
    steps: list[Step] = []
    for _ in range(draw(st.integers(1, max_size))):
        steps.append(take_step(state, draw_command(draw, state)))
        state = steps[-1].after
    return steps


_STARTS = (full_session(), blank_session())


@st.composite
def walks(draw: Draw, max_size: int = 12) -> list[Step]:
    """Several commands from a full or a blank session on."""
    return draw_steps(draw, draw(st.sampled_from(_STARTS)), max_size)


@st.composite
def sessions(draw: Draw, max_size: int = 12) -> State:
    """A whole session: what several commands have left."""
    return draw(walks(max_size))[-1].after


@st.composite
def with_other_privates(draw: Draw, state: State) -> State:
    """The same session with other private answers and other notes."""
    kept = [r for kind in RECORD_TYPES if not kind.PRIVATE for r in state.all(kind)]
    fits = st.one_of(st.none(), st.sampled_from(OwnerFit))
    answers = [
        PrivateAnswers(id=key, owner_fit=draw(fits), proposed_owner=draw(private_texts))
        for key in state.table(Process)
        if draw(st.booleans())
    ]
    notes = [Note(id=n, text=PRIVATE_MARK) for n in range(1, draw(st.integers(1, 4)))]
    phases = draw(st.lists(st.sampled_from(Phase), max_size=2, unique=True))
    prompts = [Prompt(id=n, phase=p, say=PRIVATE_MARK) for n, p in enumerate(phases, start=1)]
    return State.of([*kept, *answers, *notes, *prompts], state.next_ids)
