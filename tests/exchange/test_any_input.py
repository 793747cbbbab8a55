"""Whatever is imported comes in or is refused in a sentence; nothing fails, no row is lost."""

from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.helpers import TODAY, bring_in
from tests.invariants import assert_whole
from tests.sessions import full_session
from workshop.domain.errors import GatherError
from workshop.domain.records import Activity
from workshop.domain.text import count_unsafe
from workshop.exchange.columns import COLUMNS, Kind
from workshop.exchange.importing import Options, Source, plan_import

# Pieces of tables, words that mean something in some column, and what breaks a careless reader.
PIECES = [
    ",", ";", "\t", "|", "\n", "\r\n", "\r", '"', '""', "'", "=", " ", "yes", "no", "nobody",
    "process", "performance", "live with it", "fix now", "money", "2026-03-01", "3/1/2026", "7",
    "1e9", "-1", "Sign forms", "sign  FORMS", "Who: what. You: why", "\x00", "\u2028", "\ufeff",
    "توقيع", "👩‍👩‍👧‍👦", "x" * 300, "Intake", "Sign permit letters",
]  # fmt: skip
names = st.sampled_from([column.name for kind in Kind for column in COLUMNS[kind]])
pieces = st.one_of(st.sampled_from(PIECES), names, st.text(max_size=5))
loose = st.lists(pieces, max_size=60).map("".join)
endings = st.sampled_from(["a.csv", "a.tsv", "a.txt", "a.json", "a", ""])


@st.composite
def tables(draw):
    """A table with columns of a kind and cells that may fit them."""
    kind = draw(st.sampled_from(Kind))
    known = [column.name for column in COLUMNS[kind]]
    header = draw(st.lists(st.sampled_from(known), min_size=1, max_size=8, unique=True))
    cells = st.sampled_from([piece for piece in PIECES if piece not in ',;\t|\n\r\n"'])
    rows = draw(st.lists(st.lists(cells, max_size=9), max_size=8))
    return kind, "\n".join(map(",".join, [header, *rows]))


def take(data: bytes, name: str, kind: Kind) -> None:
    state = full_session()
    taken = or_sentence(bring_in, data, name, state, kind=kind)
    if taken is None:
        return
    after, report = taken
    assert_whole(after)
    assert report.read == report.added + len(report.skipped)
    assert [each.line for each in report.skipped] == sorted(each.line for each in report.skipped)
    new = [card for card in after.all(Activity) if card.id not in state.table(Activity)]
    assert sum(count_unsafe(card.text) for card in new) == 0
    assert {pair.b for pair in report.near_duplicates} <= after.table(Activity).keys()
    again, second = bring_in(data, name, after, kind=kind)
    assert again == after
    assert second.added == 0


def or_sentence(run, *arguments, **options):
    """Return what a function returns; None where it refuses in one sentence."""
    try:
        return run(*arguments, **options)
    except GatherError as error:
        sentence = str(error)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return None


@given(data=st.binary(max_size=200), name=endings, kind=st.sampled_from(Kind))
def test_any_bytes(data, name, kind):
    take(data, name, kind)


@given(text=loose, name=endings, kind=st.sampled_from(Kind))
def test_any_text(text, name, kind):
    take(text.encode("utf-8", "surrogatepass"), name, kind)


@given(table=tables(), encoding=st.sampled_from(["utf-8", "utf-16", "utf-16-le"]))
def test_any_table(table, encoding):
    kind, text = table
    take(text.encode(encoding, "surrogatepass"), "a.csv", kind)


@given(text=loose, columns=st.dictionaries(names, st.sampled_from(["1", "2", "9", "x", "yes"])))
def test_any_mapping(text, columns):
    source = Source(text.encode("utf-8", "surrogatepass"), "a.csv")
    or_sentence(plan_import, full_session(), source, Options(TODAY, columns=columns))
