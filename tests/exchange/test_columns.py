import pytest

from tests.exchange.helpers import bring_in, lines_of
from tests.sessions import texts
from workshop.domain.enums import Bucket
from workshop.exchange.columns import COLUMNS, Kind, folded
from workshop.exchange.errors import ImportRefusedError, MappingError


@pytest.mark.parametrize(
    "header",
    [
        "activity,hours_per_week",
        "Activity, Hours per week",
        "TASK,HOURS",
        "Service Name,Weekly-hours",
    ],
)
def test_columns_are_found_whatever_their_spelling(header):
    state, _ = bring_in(lines_of(header, "Sign forms,4"))
    assert [(c.text, c.hours_per_week) for c in state.activities(Bucket.UNSORTED)] == [
        ("Sign forms", 4)
    ]


def test_the_own_name_of_a_field_goes_before_a_synonym():
    state, report = bring_in(lines_of("task,activity", "7b,Sign forms"))
    assert texts(state.activities(Bucket.UNSORTED)) == ["Sign forms"]
    assert report.ignored == ("task",)


def test_unknown_columns_are_left_out_by_name():
    _, report = bring_in(lines_of("id,activity,color", "1,Sign forms,red"))
    assert report.ignored == ("id", "color")
    assert report.columns == {"activity": "activity"}


def test_without_a_header_the_column_that_reads_most_like_text_holds_the_activities():
    rows = ["17,daily,Sign forms for builders", "18,daily,Open the mail", "19,weekly,Drive"]
    state, report = bring_in(lines_of(*rows))
    assert texts(state.activities(Bucket.UNSORTED)) == [
        "Sign forms for builders",
        "Open the mail",
        "Drive",
    ]
    assert report.ignored == ("column 1", "column 2")


def test_a_row_with_the_word_process_is_no_header():
    state, _ = bring_in(lines_of("Sign forms;process", "Coach leads;performance"))
    assert len(state.activities(Bucket.UNSORTED)) == 2


def test_a_header_without_an_activity_column_still_names_the_others():
    state, report = bring_in(lines_of("Step,Unit", "Sign forms,Permits", "Open mail,Records"))
    assert [(c.text, c.unit) for c in state.activities(Bucket.UNSORTED)] == [
        ("Sign forms", "Permits"),
        ("Open mail", "Records"),
    ]
    assert report.columns["activity"] == "Step"


def test_columns_can_be_chosen_by_name_or_number():
    data = lines_of("a,b", "17,Sign forms")
    for column in ("b", "2", " B "):
        state, _ = bring_in(data, columns={"Activity": column})
        assert texts(state.activities(Bucket.UNSORTED))[-1] == "Sign forms"


def test_a_chosen_column_goes_before_the_one_of_that_name():
    data = lines_of("activity,duty title", "7b,Sign forms")
    state, report = bring_in(data, columns={"activity": "duty title"})
    assert texts(state.activities(Bucket.UNSORTED)) == ["Sign forms"]
    assert report.ignored == ("activity",)


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"activity": "c"}, "There is no column “c”; the columns are activity, b."),
        ({"activity": "3"}, "There is no column “3”; the columns are activity, b."),
        ({"color": "b"}, "There is no field “color”; the fields are activity,"),
    ],
)
def test_a_column_or_field_that_is_not_there_is_refused(columns, sentence):
    with pytest.raises(MappingError) as caught:
        bring_in(lines_of("activity,b", "Sign forms,1"), columns=columns)
    assert str(caught.value).startswith(sentence)


def test_a_table_without_any_words_is_refused_with_what_to_do():
    with pytest.raises(ImportRefusedError, match=r"--map activity=COLUMN\.$"):
        bring_in(lines_of("1,2,3", "4,5,6"))


@pytest.mark.parametrize("kind", Kind)
def test_no_two_columns_of_a_kind_share_a_name(kind):
    names = [folded(column.name) for column in COLUMNS[kind]]
    synonyms = [folded(synonym) for column in COLUMNS[kind] for synonym in column.synonyms]
    assert len(set(names)) == len(names)
    assert len(set(synonyms)) == len(synonyms)
