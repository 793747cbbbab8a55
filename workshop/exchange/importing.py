"""Plan an import: from the bytes of a source to one command and a report."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from workshop.domain.commands import Command
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.commands.several import Several
from workshop.domain.enums import Bucket
from workshop.domain.records import Activity, Commitment, Feedback, Participant, Record
from workshop.domain.state import State
from workshop.domain.text import counted
from workshop.exchange.activities import ActivityReader
from workshop.exchange.columns import (
    Kind,
    Layout,
    Names,
    has_header,
    lay_out,
    lay_out_list,
)
from workshop.exchange.decode import Decoded, decode
from workshop.exchange.errors import ImportRefusedError
from workshop.exchange.journal import Cells, Journal
from workshop.exchange.json_in import looks_like_json, read_json
from workshop.exchange.list_marks import without_list_marks
from workshop.exchange.near import MOST_PAIRS, search
from workshop.exchange.people import read_feedback, read_participants
from workshop.exchange.report import Pair, Report
from workshop.exchange.sheet import lay_out_sheet, read_sheet
from workshop.exchange.table import DELIMITERS, Row, Table, read_lines, read_table

_NO_CONTENT = " \r\n" + "".join(DELIMITERS)
# What a history entry counts, in this order; the rest follows from these.
_NAMED_IN_LABEL = (Activity, Participant, Commitment, Feedback)
_LATER = {
    ".xlsx": "save the sheet as .csv",
    ".xls": "save the sheet as .csv",
    ".ods": "save the sheet as .csv",
    ".pdf": "copy its text into a .txt file",
    ".docx": "save its text as .txt",
    ".gather": "export that session to .json",
}
_SIGNATURES = {
    b"PK\x03\x04": "save what is in it as .csv or .txt",
    b"%PDF-": _LATER[".pdf"],
    b"\xd0\xcf\x11\xe0": "save what is in it as .csv or .txt",
    b"SQLite format 3\x00": _LATER[".gather"],
}


@dataclass(frozen=True, slots=True)
class Source:
    """What is imported: its bytes, and its name, which is blank for standard input."""

    data: bytes
    name: str = ""

    @property
    def suffix(self) -> str:
        """The ending of the name in small letters."""
        return PurePath(self.name).suffix.lower()

    @property
    def shown(self) -> str:
        """What to call it in a sentence."""
        return f"“{PurePath(self.name).name}”" if self.name else "what was typed or piped in"


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a source; `columns` maps fields to names or numbers of columns."""

    today: dt.date
    kind: Kind = Kind.ACTIVITIES
    bucket: Bucket | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Import:
    """What an import would do: the command, and the report on every row."""

    command: Command
    report: Report


def plan_import(state: State, source: Source, options: Options) -> Import:
    """Return what importing a source would do to a session.

    Raises ImportRefusedError where there is nothing to import or the format comes later, and
    MappingError where `options.columns` names what is not there.
    """
    refuse_unreadable(source)
    decoded = decode(source.data)
    records: Sequence[Record]
    edits: Iterable[Command]
    layout: Layout | None = None
    if source.suffix == ".json" or (not source.suffix and looks_like_json(decoded.text)):
        records, edits, journal = read_json(state, decoded.text)
    else:
        table, layout = _laid_out(source, decoded, options)
        journal = Journal()
        rows = journal.rows(_body(table, layout), layout)
        _note_open_quote(table, journal)
        records, edits = _read(state, rows, journal, options)
    command = _command(records, edits)
    pairs = _near_duplicates(state, records, journal)
    return Import(command, _report(journal, decoded, layout, pairs))


def refuse_unreadable(source: Source) -> None:
    """Raise ImportRefusedError for a source that is empty or no text, telling what to do."""
    if not source.data.strip():
        raise ImportRefusedError(f"There is nothing to import in {source.shown}: it is empty.")
    advice = _LATER.get(source.suffix)
    for signature, what in _SIGNATURES.items():
        advice = advice or (what if source.data.startswith(signature) else None)
    if advice is not None:
        raise ImportRefusedError(
            f"This version does not read files like {source.shown}: {advice} and import that."
        )


def _laid_out(source: Source, decoded: Decoded, options: Options) -> tuple[Table, Layout]:
    if source.suffix != ".txt" and not decoded.text.strip(_NO_CONTENT):
        raise _no_rows(source)
    names = Names(options.kind)
    table = read_table(decoded.text, names.is_known) if source.suffix != ".txt" else None
    is_certain = source.suffix in {".csv", ".tsv"} or bool(options.columns)
    if table is None or not (is_certain or has_header(table.rows, names)):
        table, layout = _laid_out_list(source, decoded, names, options)
    elif all(row.is_blank for row in table.rows):
        raise _no_rows(source)
    else:
        layout = lay_out(table.rows, names, options.columns)
    if all(row.is_blank for row in _body(table, layout)):
        raise _no_rows(source)
    return table, layout


def _laid_out_list(
    source: Source, decoded: Decoded, names: Names, options: Options
) -> tuple[Table, Layout]:
    """Lay out what names no columns: cells copied from a spreadsheet, or one entry a line."""
    sheet = read_sheet(decoded.text) if source.suffix != ".txt" else None
    layout = lay_out_sheet(sheet.rows, names) if sheet else None
    if sheet and layout:
        return sheet, layout
    return read_lines(without_list_marks(decoded.text)), lay_out_list(names, options.columns)


def _no_rows(source: Source) -> ImportRefusedError:
    return ImportRefusedError(f"There is nothing to import in {source.shown}: it has no rows.")


def _body(table: Table, layout: Layout) -> Sequence[Row]:
    """Return the rows without the header, and without the blank ones before it."""
    if layout.header is None:
        return table.rows
    first = next(n for n, row in enumerate(table.rows) if not row.is_blank)
    return table.rows[first + 1 :]


def _note_open_quote(table: Table, journal: Journal) -> None:
    if table.open_quote:
        text = "A quotation mark is never closed, so all of them are taken as plain characters"
        journal.remark(text)


def _read(
    state: State, rows: list[Cells], journal: Journal, options: Options
) -> tuple[Sequence[Record], Iterable[Command]]:
    match options.kind:
        case Kind.ACTIVITIES:
            reader = ActivityReader(state, journal, bucket=options.bucket, today=options.today)
            reader.read(rows)
            return reader.records(), reader.edits()
        case Kind.PARTICIPANTS:
            return read_participants(state, rows, journal), ()
        case Kind.FEEDBACK:
            return read_feedback(state, rows, journal), ()


def _command(records: Sequence[Record], edits: Iterable[Command]) -> Command:
    edits = tuple(edits)
    commands: list[Command] = [AddRecords(tuple(records))] if records else []
    return Several((*commands, *edits), _label(records, edits))


def _label(records: Sequence[Record], edits: Sequence[Command]) -> str:
    """Return "Imported 64 activities and 39 commitments"; anyone may see it in the history.

    So it is the same whatever private answers there are, on either side.
    """
    parts = [
        counted(count, kind.NOUN)
        for kind in _NAMED_IN_LABEL
        if (count := sum(isinstance(record, kind) for record in records))
    ]
    if any(isinstance(edit, EditRecord) for edit in edits):  # private ones are an AnswerProcess
        parts.append("answers")
    *first, last = parts or ["entries"]
    return f"Imported {', '.join(first)} and {last}" if first else f"Imported {last}"


def _near_duplicates(state: State, records: Sequence[Record], journal: Journal) -> list[Pair]:
    """Compare the new activities with all that are not merged, under the ids that they will get."""
    first = state.next_ids.get(Activity, 1)
    new = [record for record in records if isinstance(record, Activity)]
    texts = {card.id: card.text for card in state.all(Activity) if card.merged_into_id is None}
    added = {
        first + place: card.text for place, card in enumerate(new) if card.merged_into_id is None
    }
    found = search(texts | added, added.keys())
    if found.compared < len(added):
        compared = counted(found.compared, ("new activity", "new activities"))
        journal.remark(f"Near-duplicates were looked for among the first {compared} alone")
    if len(found.pairs) == MOST_PAIRS:
        journal.remark(f"Only the {MOST_PAIRS:,} closest near-duplicates are listed")
    return found.pairs


def _report(journal: Journal, decoded: Decoded, layout: Layout | None, pairs: list[Pair]) -> Report:
    return Report(
        read=journal.read,
        skipped=journal.skipped,
        near_duplicates=tuple(pairs),
        remarks=journal.remarks,
        replaced=decoded.replaced + journal.replaced,
        encoding=decoded.encoding,
        columns={name: layout.name_of(name) for name in layout.places} if layout else {},
        ignored=layout.ignored if layout else (),
    )
