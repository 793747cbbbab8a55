"""Import into a session and look at what came of it, without a file."""

import datetime as dt
from pathlib import Path

from tests.sessions import blank_session, run
from workshop.domain.public import PublicView
from workshop.domain.state import State
from workshop.exchange.csv_out import What, to_csv
from workshop.exchange.importing import Options, Source, plan_import
from workshop.exchange.json_out import to_json
from workshop.exchange.report import Report

TODAY = dt.date(2026, 3, 2)
AGENCY = Path(__file__).parent.parent / "fixtures" / "permitting_agency.csv"


def bring_in(
    data: str | bytes, name: str = "list.csv", state: State | None = None, **options: object
) -> tuple[State, Report]:
    """Return the session after an import, a blank one if none is given, and the report."""
    state = blank_session() if state is None else state
    given = data.encode() if isinstance(data, str) else data
    plan = plan_import(state, Source(given, name), Options(TODAY, **options))
    return run(state, plan.command), plan.report


def lines_of(*rows: str) -> str:
    return "\n".join(rows) + "\n"


def skipped(report: Report) -> list[tuple[int, str]]:
    return [(each.line, each.reason.value) for each in report.skipped]


def remarks(report: Report) -> list[tuple[int | None, str]]:
    return [(each.line, each.text) for each in report.remarks]


def as_csv(state: State, what: What = What.ALL, *, private: bool = False) -> bytes:
    return to_csv(PublicView.of(state), what, state if private else None)


def as_json(state: State, *, private: bool = False) -> bytes:
    return to_json(PublicView.of(state), state if private else None)
