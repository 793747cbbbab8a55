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
        "24 hours at most",
        "نشر الأسماء",
    ],
)
def test_a_promise_that_does_not_start_with_a_verb(text):
    assert not starts_with_verb(text)
