"""The records as a whole: names, references, what is private."""

from dataclasses import FrozenInstanceError, fields

import pytest

from workshop.domain.enums import Bucket
from workshop.domain.records import (
    RECORD_TYPE_OF_TABLE,
    RECORD_TYPES,
    REFERENCES,
    TEXT_FIELDS,
    Activity,
    Need,
    Note,
    OnDelete,
    PrivateAnswers,
    Prompt,
    Record,
    Reference,
)


def test_every_record_type_is_listed_under_a_table_of_its_own():
    # By name: a dataclass with slots is made of another class of the same name.
    made = {kind.__name__ for kind in Record.__subclasses__()}
    assert {kind.__name__ for kind in RECORD_TYPES} == made
    assert len(RECORD_TYPES) == len(RECORD_TYPE_OF_TABLE) == len(made)
    for table, kind in RECORD_TYPE_OF_TABLE.items():
        assert table == kind.TABLE
        assert all(kind.NOUN)


def test_references_point_backwards_or_to_their_own_table():
    # So records can be written in the order of RECORD_TYPES without a reference into the void.
    for kind in RECORD_TYPES:
        seen = RECORD_TYPES[: RECORD_TYPES.index(kind) + 1]
        for reference in REFERENCES[kind]:
            assert RECORD_TYPE_OF_TABLE[reference.table] in seen, reference


def test_every_field_with_an_id_is_a_reference():
    for kind in RECORD_TYPES:
        named = {item.name for item in fields(kind) if item.name.endswith("_id")}
        named -= {"session_id", "previous_session_id"}
        referring = {reference.field for reference in REFERENCES[kind]}
        assert referring == (named | {"id"} if kind is PrivateAnswers else named), kind


def test_a_reference_is_required_where_it_may_not_be_none_and_then_never_cleared():
    for kind in RECORD_TYPES:
        optional = {item.name for item in fields(kind) if item.type == int | None}
        for reference in REFERENCES[kind]:
            assert reference.required == (reference.field not in optional), (kind, reference)
            assert reference.on_delete is OnDelete.DELETE or not reference.required, kind


def test_the_references_of_a_need_and_of_a_card():
    assert REFERENCES[Need] == (
        Reference("activity_id", "activity", OnDelete.DELETE, required=True),
        Reference("process_id", "process", OnDelete.DELETE, required=True),
    )
    assert REFERENCES[Activity] == (
        Reference("merged_into_id", "activity", OnDelete.DELETE, required=False),
        Reference("process_id", "process", OnDelete.CLEAR, required=False),
    )


def test_the_private_types_are_notes_prompts_and_private_answers():
    assert {kind for kind in RECORD_TYPES if kind.PRIVATE} == {Note, PrivateAnswers, Prompt}


def test_text_fields_hold_text():
    assert TEXT_FIELDS[Activity] == ("text", "detail", "unit", "frequency", "contributor")
    assert TEXT_FIELDS[PrivateAnswers] == ("proposed_owner",)


def test_a_record_cannot_be_altered():
    card = Activity(id=1, text="a")
    assert card.bucket is Bucket.UNSORTED
    with pytest.raises(FrozenInstanceError):
        card.text = "b"
