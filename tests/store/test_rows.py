from dataclasses import replace

import pytest
from hypothesis import given

from tests.sessions import full_session
from tests.strategies import sessions, walks
from workshop.domain.changes import Change
from workshop.domain.records import RECORD_TYPES, Activity
from workshop.domain.state import State
from workshop.store.rows import RowError, columns, from_image, from_row, to_image


def row_of(record):
    """The values of a record in the order of its columns."""
    return tuple(to_image(Change(None, record))[3].values())


@given(sessions())
def test_a_record_comes_back_from_its_row_as_it_was(state):
    for kind in RECORD_TYPES:
        for record in state.all(kind):
            assert from_row(kind, row_of(record)) == record


@given(walks())
def test_a_change_comes_back_from_its_image_against_either_state(steps):
    for step in steps:
        for change in step.changes.changes if step.changes else ():
            assert from_image(to_image(change), step.before) == change
            assert from_image(to_image(change), step.after) == change


def test_the_image_of_an_edit_holds_only_what_differs():
    card = full_session().all(Activity)[0]
    image = to_image(Change(card, replace(card, unit="Permits")))
    assert image == ("activity", card.id, {"unit": ""}, {"unit": "Permits"})


def test_a_row_with_a_word_that_is_no_choice_is_refused_with_its_place():
    card = full_session().all(Activity)[0]
    row = list(row_of(card))
    row[columns(Activity).index("bucket")] = "somewhere"
    with pytest.raises(RowError, match=r"activity 1: .*somewhere"):
        from_row(Activity, row)


def test_an_image_of_an_unknown_table_or_a_missing_record_is_refused():
    with pytest.raises(RowError, match="a table secret"):
        from_image(("secret", 1, {}, {}), State())
    with pytest.raises(RowError, match="activity 1, which is not there"):
        from_image(("activity", 1, {"text": "a"}, {"text": "b"}), State())
