"""Whether a promise starts with a verb."""

import pytest

from workshop.domain.verbs import starts_with_verb


@pytest.mark.parametrize(
    "text",
    [
        "Adopt the single intake sheet",
        "adopt",
        "MOVE authority to the six office leads",
        "  Name one scheduler per office",
        "- Publish half-day windows",
        "• Sign letters at the counter",
        "“Ask” the users first",
        "Post: the names",
        "Re-route applications",
        "Fast-track renewals",
        "Anonymize the letters",
        "Simplify the form",
        "Mitigate the backlog",
        "Patch the switches",
        "Patch switches in both halls",
        "Defragment the drives",
        "Crosswalk our two code lists",
        "Unjam the \u201cold\u201d printer",
        "Repaint lines",
    ],
)
def test_a_verb_first_promise(text):
    assert starts_with_verb(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " - ",
        "The single intake sheet",
        "Each finding gets one owner",
        "Adopting the sheet",
        "Immediate response at the counter",
        "Appropriate staffing",
        "Adequate funding",
        "Communications lead owns the bulletin",
        "Don't wait",
        "After the audit, one list",
        "Within a week",
        "All the permits in one place",
        "Weekly the list is posted",
        "Managers their own lists",
        "Repainted the lines",
        "24 hours at most",
        "نشر الأسماء",
    ],
)
def test_a_promise_that_does_not_start_with_a_verb(text):
    assert not starts_with_verb(text)


@pytest.mark.parametrize(
    "text",
    [
        "Second scanning run at 2 pm using idle afternoon hours",
        "Crew sheet out by 3 pm; first truck rolling by 7:15",
        "Director signs policy; managers sign case letters; new routing slip",
        "Three role bundles cover 80 percent of staff; quarterly review stays",
        "Each finding gets one field owner and one date",
        "Single change form now; interface between systems in the modernization list",
    ],
)
def test_what_names_a_thing_or_a_person_first_does_not_say_who_does_what(text):
    assert not starts_with_verb(text)
