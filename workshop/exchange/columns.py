"""Which column of a source holds which field.

The names are those of the export. A header is matched whatever its case, spaces, underscores and
punctuation, and by the synonyms that agencies' own lists use.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop.domain.text import one_line, shorten
from workshop.exchange.errors import ImportRefusedError, MappingError
from workshop.exchange.table import Row

_NOT_A_LETTER = re.compile(r"[\W_]+")
_SAMPLE_ROWS = 200
_DIGITS = 9  # of the number of a column
_LEADER = "leader"
_LONG = 200  # text beyond this many characters makes a column no more like text


class Kind(StrEnum):
    """What the rows of a source are about."""

    ACTIVITIES = "activities"
    PARTICIPANTS = "participants"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Column:
    """A field that a table can hold."""

    name: str
    synonyms: tuple[str, ...] = ()
    private: bool = False


ACTIVITY_COLUMNS = (
    Column(
        "activity",
        ("activities", "activity name", "daily activity", "task", "task name", "tasks", "duty",
         "service", "service name", "work", "work activity", "what we do", "what"),
    ),
    Column("detail", ("details", "description", "comment", "comments", "remarks")),
    Column("unit", ("department", "dept", "division", "office", "section", "bureau", "program")),
    Column("frequency", ("how often", "often")),
    Column("hours_per_week", ("hours", "weekly hours", "hours a week", "hours weekly")),
    Column("contributor", ("contributed by", "submitted by", "named by")),
    Column("bucket", ("process or performance", "category", "sorted as")),
    Column("tally_process", ("votes process",)),
    Column("tally_performance", ("votes performance",)),
    Column("tally_abstain", ("votes abstain", "abstain")),
    Column("merged_into"),
    Column("needs", ("needs processes",)),
)  # fmt: skip
PROCESS_NAME = Column("process", ("process name",))
PROCESS_COLUMNS = (
    Column("process_number"),
    Column("set_aside"),
    Column("key", ("key process",)),
    Column("successor"),
    Column("problem", ("is it a problem", "is a problem")),
    Column("quick_fix", ("is it a quick fix", "quick")),
    Column("fix", ("what would fix it", "the fix")),
    Column("waiting_on", ("waits on", "waiting for")),
    Column("until"),
    Column("owner", ("process owner", "in charge", "who is in charge")),
    Column("owner_fit", ("right person", "best for the job"), private=True),
    Column("proposed_owner", private=True),
    Column("needed_in_field", ("needed in the field",)),
    Column("managed_at", ("managed",)),
    Column("close_enough", ("close enough to the field",)),
    Column("documented", ("is it documented",)),
    Column("feedback", ("feedback gathered",)),
    Column("nature", ("technical or organizational",)),
    Column("kind", ("kind of fault",)),
    Column("triage"),
    Column("triage_reason"),
    Column("votes"),
    Column("chosen", ("chosen to dig into",)),
    Column("process_merged_into"),
    Column("feedback_said", ("feedback quotes", "what they said", "voices")),
)
VOICE_COLUMNS = (
    Column("feedback_who"),
    Column("feedback_quote"),
    Column("feedback_on"),
    Column("feedback_reached_us_by"),
)
COMMITMENT_COLUMNS = (
    Column("commitment", ("action commitment", "promise")),
    Column("commitment_number"),
    Column("commitment_kind"),
    Column("commitment_owner", ("action owner", "committed by")),
    Column("due", ("due date", "by when", "deadline")),
    Column("due_in_days"),
    Column("depends_on", ("dependency",)),
    Column("measure", ("measured by", "how its users will know")),
    Column("status", ("commitment status",)),
    Column("made_on", ("promised on",)),
    Column("next_check", ("next check date",)),
    Column("carried", ("from the last session",)),
    Column("updates"),
)
COLUMNS: Mapping[Kind, tuple[Column, ...]] = {
    Kind.ACTIVITIES: (
        *ACTIVITY_COLUMNS, PROCESS_NAME, *PROCESS_COLUMNS, *VOICE_COLUMNS, *COMMITMENT_COLUMNS,
    ),
    Kind.PARTICIPANTS: (
        Column("name", ("participant", "participant name", "full name", "person", "attendee",
                        "employee", "who")),
        Column("first_name", ("first", "given name", "given names", "forename")),
        Column("last_name", ("last", "surname", "family name")),
        Column("role", ("title", "job title", "position")),
        Column("unit", ("department", "dept", "division", "office", "agency", "section")),
        Column("kind", ("leader or process user", "participant kind", "type", "is leader",
                        "leader y/n", _LEADER)),
    ),
    Kind.FEEDBACK: (
        Column("process", ("process name", "activity", "service", "about")),
        Column("who", ("from", "role", "user", "who said it")),
        Column("said", ("feedback", "quote", "comment", "what they said", "text")),
        Column("said_on", ("date", "when", "day")),
        Column("reached_us_by", ("how it reached us", "channel", "by")),
    ),
}  # fmt: skip
# What a row is about when its source has no header, and what one of these must be there.
MAIN_FIELD = {Kind.ACTIVITIES: "activity", Kind.PARTICIPANTS: "name", Kind.FEEDBACK: "said"}
_ENOUGH = {
    Kind.ACTIVITIES: {"activity", "process", "commitment"},
    Kind.PARTICIPANTS: {"name", "first_name", "last_name", "role"},
    Kind.FEEDBACK: {"said"},
}
# A cell that is the name of a column and a word of cells too is no sign of a header by itself.
_WORDS_OF_CELLS = {"process", "performance", "leader", "processuser"}
# What a column headed Leader says where it tells who is one; else it names them.
_TELLS_WHO_LEADS = {"yes", "no", "y", "n", "x", "true", "false", "1", "0", "leader", "user",
                    "processuser"}  # fmt: skip


def folded(name: str) -> str:
    """Return a name without case, spaces, underscores and punctuation."""
    return _NOT_A_LETTER.sub("", name).casefold()


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each field stands (from 0), the header if there is one, and what is not used."""

    places: Mapping[str, int]
    header: tuple[str, ...] | None
    ignored: tuple[str, ...] = ()

    def name_of(self, field: str) -> str:
        """Return the header of a field's column, or its number."""
        place = self.places[field]
        return self.header[place] if self.header else f"column {place + 1}"


class Names:
    """The names by which the columns of one kind of source are known."""

    def __init__(self, kind: Kind) -> None:
        """Collect the names of a kind's columns; a field's own name goes before a synonym."""
        self.kind = kind
        self._fields = {
            folded(synonym): column.name for column in COLUMNS[kind] for synonym in column.synonyms
        } | {folded(column.name): column.name for column in COLUMNS[kind]}

    def field(self, name: str) -> str | None:
        """Return the field that a header names, or None."""
        return self._fields.get(folded(name))

    def is_known(self, name: str) -> bool:
        """Tell whether a header names a field."""
        return self.field(name) is not None


def lay_out_list(names: Names, chosen: Mapping[str, str]) -> Layout:
    """Return the layout of a list, one entry a line; raises MappingError where columns are chosen.

    Its first line is an entry too, even if it reads like the name of a column.
    """
    if chosen:
        raise MappingError("A list has no columns to map: leave --map out, or save it as .csv.")
    return Layout({MAIN_FIELD[names.kind]: 0}, header=None)


def lay_out(rows: Sequence[Row], names: Names, chosen: Mapping[str, str]) -> Layout:
    """Return where each field stands; `chosen` maps fields to column names or numbers.

    Raises MappingError for a field or a column that there is not, and ImportRefusedError where no
    column can hold what the rows are about.
    """
    fields = _known_fields(names, chosen)
    filled = [row for row in rows if not row.is_blank]
    by_name = any(not column.isdecimal() for column in fields.values())
    header = filled[0].cells if filled and (by_name or _is_header(filled, names)) else None
    body = filled[1:] if header else filled
    width = len(header) if header else max((len(row.cells) for row in filled), default=0)
    given = {field: _place(column, header, width) for field, column in fields.items()}
    places = _named_places(header or (), body, names, given)
    if not places.keys() & _ENOUGH[names.kind]:
        places[MAIN_FIELD[names.kind]] = _most_like_text(body, width, set(places.values()), names)
    return Layout(places, header, unused_columns(body, header, places.values()))


def _known_fields(names: Names, chosen: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, column in chosen.items():
        field = names.field(name)
        if field is None:
            known = ", ".join(column.name for column in COLUMNS[names.kind])
            raise MappingError(f"There is no field “{one_line(name)}”; the fields are {known}.")
        found[field] = column
    return found


def _named_places(
    header: Sequence[str], body: Sequence[Row], names: Names, given: Mapping[str, int]
) -> dict[str, int]:
    """Add the fields that a header names; a field's own name goes before a synonym."""
    places = dict(given)
    for place, cell in enumerate(header):
        field = names.field(cell)
        if field == "kind" and folded(cell) == _LEADER and _names_leaders(body, place):
            field = "name"
        if field is None or field in given or place in given.values():
            continue
        if field not in places or folded(field) == folded(cell):
            places[field] = place
    return places


def _names_leaders(body: Sequence[Row], place: int) -> bool:
    said = {folded(row.cells[place]) for row in body if place < len(row.cells)} - {""}
    return bool(said) and not said & _TELLS_WHO_LEADS


def has_header(rows: Sequence[Row], names: Names) -> bool:
    """Tell whether the first row that is not blank names columns."""
    filled = [row for row in rows if not row.is_blank]
    return bool(filled) and _is_header(filled, names)


def _is_header(filled: Sequence[Row], names: Names) -> bool:
    known = [cell for cell in filled[0].cells if names.is_known(cell)]
    if len(known) == 1 and folded(known[0]) in _WORDS_OF_CELLS and len(filled[0].cells) > 1:
        place = filled[0].cells.index(known[0])
        below = {folded(row.cells[place]) for row in filled[1:] if place < len(row.cells)}
        return not below & _WORDS_OF_CELLS and len(filled) > 1
    return bool(known)


def _place(column: str, header: Sequence[str] | None, width: int) -> int:
    for place, cell in enumerate(header or ()):
        if folded(cell) == folded(column):
            return place
    if column.isdecimal() and len(column) <= _DIGITS and 1 <= int(column) <= width:
        return int(column) - 1
    there = ", ".join(one_line(cell) for cell in header) if header else f"1 to {width}"
    raise MappingError(f"There is no column “{shorten(column)}”; the columns are {there}.")


def _most_like_text(body: Sequence[Row], width: int, used: set[int], names: Names) -> int:
    """Return the column with the longest and most varied words."""
    cells: defaultdict[int, list[str]] = defaultdict(list)
    for row in body[:_SAMPLE_ROWS]:
        for place, cell in enumerate(row.cells[:width]):
            cells[place].append(cell)
    scores = {place: _text_score(cells[place]) for place in cells if place not in used}
    best = max(scores, key=lambda place: scores[place], default=None)
    if best is None or not scores[best]:
        field = MAIN_FIELD[names.kind]
        raise ImportRefusedError(
            f"No column holds the {names.kind.value}: name one with --map {field}=COLUMN."
        )
    return best


def _text_score(cells: Sequence[str]) -> float:
    words = [cell for cell in cells if has_words(cell)]
    return sum(min(len(cell), _LONG) for cell in words) * len(set(words)) / len(cells)


def has_words(cell: str) -> bool:
    """Tell whether a cell holds letters, near its start."""
    return any(char.isalpha() for char in cell[:_LONG])


def unused_columns(
    body: Sequence[Row], header: Sequence[str] | None, used: Iterable[int]
) -> tuple[str, ...]:
    """Return what to call the columns with a name or any content that no field is taken from."""
    named = {place for place, name in enumerate(header or ()) if name}
    filled = {place for row in body for place, cell in enumerate(row.cells) if cell}
    there = {place for place in filled if not header or place < len(header)}
    return tuple(_column_name(place, header) for place in sorted((named | there) - set(used)))


def _column_name(place: int, header: Sequence[str] | None) -> str:
    named = header[place] if header and place < len(header) else ""
    return one_line(named) or f"column {place + 1}"
