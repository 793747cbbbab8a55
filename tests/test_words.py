"""The words of the room, the shipped ones and an agency's own."""

import json
from pathlib import Path

import pytest

from workshop import words
from workshop.domain.enums import Phase
from workshop.domain.records import SessionFacts
from workshop.resources import resource

FILES = (
    "words.json", "questions.json", "deal.json", "leadership.json", "prompts.json",
    "run_sheet.json", "poster.json",
)  # fmt: skip


@pytest.fixture
def folder(user_folder: Path) -> Path:
    folder = user_folder / words.FOLDER
    folder.mkdir(parents=True)
    return folder


def shipped(name: str) -> object:
    return json.loads(resource("prompts", name).read_text(encoding="utf-8"))


def test_gather_ships_all_that_the_method_says():
    found = words.words()
    assert len(found.questions) == 5
    assert [item.number for item in found.leadership.person_items] == list(range(1, 10))
    assert [item.number for item in found.leadership.agency_items] == list(range(10, 20))
    assert {item.group for item in found.leadership.items} == {
        "Understands performance", "Develops skill", "Chooses to pursue",
        "Awareness", "Discretion", "Reinforcement", "Structure", "Succession",
    }  # fmt: skip
    assert found.deal.fingers[5] == "I will lead it"
    assert words.prompts().keys() == set(Phase)
    assert found.run_sheet.phases.keys() == set(Phase)
    assert words.faults() == ()


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_read_from_the_users_folder_first(folder, name):
    text = json.dumps(shipped(name)).replace(" the ", " THE ")
    (folder / name).write_text(text, encoding="utf-8")
    assert "THE" in repr((words.words(), words.prompts()))
    assert words.faults() == ()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"7", b'{"wall": 7}', b"\xff", b"[" * 100_000, b"0" * 2_000_000]
)
def test_a_file_that_cannot_be_used_is_told_in_one_sentence_and_ours_is_used(folder, name, content):
    (folder / name).write_bytes(content)
    (fault,) = words.faults()
    assert name in fault
    assert fault.endswith("mend or remove the file.")
    assert "\n" not in fault
    assert words.words().questions[0].short == "Problem"
    assert words.prompts()[Phase.DEAL].watch


def test_a_folder_in_place_of_a_file_is_told(folder):
    (folder / "words.json").mkdir()
    assert len(words.faults()) == 1


def test_a_question_needs_an_icon_that_there_is(folder):
    questions = shipped("questions.json")
    questions[0]["icon"] = "../../secret"
    (folder / "questions.json").write_text(json.dumps(questions), encoding="utf-8")
    assert "names an icon that there is not" in words.faults()[0]


def test_an_earlier_copy_takes_what_it_lacks_from_ours(folder):
    own = shipped("words.json")
    del own["wall"]["purpose"]
    own["wall"]["gather_question"] = "What do you do?"
    (folder / "words.json").write_text(json.dumps(own), encoding="utf-8")
    (folder / "prompts.json").write_text('{"deal": {"say": "Read.", "watch": ""}}')
    assert words.faults() == ()
    assert words.words().wall["gather_question"] == "What do you do?"
    assert words.words().wall["purpose"].startswith("Get the process right")
    assert words.prompts()[Phase.DEAL].say == "Read."
    assert words.prompts()[Phase.CLOSE].say


def test_own_words_are_safe_text(folder):
    own = shipped("words.json")
    own["promise"] = "Tell\u0000 us\u2028now"
    (folder / "words.json").write_text(json.dumps(own), encoding="utf-8")
    assert words.words().promise == "Tell\ufffd us\nnow"


def test_the_promise_names_the_day_and_may_be_the_sponsors_own():
    facts = SessionFacts(id=1, session_id="s")
    assert "we tell you, by 14 Nov 2026, what" in words.promise_to_users(facts, "14 Nov 2026")
    assert "by the next session," in words.promise_to_users(facts, "")
    own = SessionFacts(id=1, session_id="s", promise="By {date}: {title} {0}")
    assert words.promise_to_users(own, "Monday") == "By Monday: {title} {0}"
