import sqlite3
from dataclasses import replace

import pytest

from workshop.domain.commands.agenda import ExtendPhase, MovePhase
from workshop.domain.commands.records import AddRecords
from workshop.domain.records import Activity, Note
from workshop.session import Session
from workshop.session.sheets import Sheets
from workshop.store.errors import DiskFullError


def card(text):
    return AddRecords((Activity(id=0, text=text),))


def texts(context):
    return [each.text for each in context.bridge.state.all(Activity)]


def limit_pages(context, pages):
    connection = context.bridge._session._file._connection
    connection.execute(f"PRAGMA max_page_count = {pages}")


@pytest.fixture
def full_disk(context):
    """A session whose disk has no room for one page more."""
    connection = context.bridge._session._file._connection
    limit_pages(context, connection.execute("PRAGMA page_count").fetchone()[0])
    return context


BIG = "x" * 300_000


def test_a_command_is_told_when_it_is_on_the_disk(context, qtbot):
    with qtbot.waitSignal(context.bridge.changed) as told:
        context.bridge.execute(card("Sign letters"))
    assert told.args[0].label == "Added activity “Sign letters”"
    with sqlite3.connect(f"file:{context.bridge.path}?immutable=1", uri=True) as file:
        assert file.execute("SELECT text FROM activity").fetchall() == [("Sign letters",)]
    file.close()


def test_a_refusal_is_a_sentence(context, qtbot):
    with qtbot.waitSignal(context.bridge.rejected) as told:
        assert context.bridge.execute(card("  ")) is None
    assert told.args == ["Type what is done before keeping the card."]


def test_a_change_that_could_not_be_saved_is_kept_and_tried_again(full_disk, qtbot):
    bridge = full_disk.bridge
    with qtbot.waitSignal(bridge.save_failed) as told:
        assert bridge.execute(card(BIG)) is None
    assert "full" in told.args[0]
    assert bridge.is_unsaved
    assert texts(full_disk) == []
    assert not bridge.try_again()
    limit_pages(full_disk, 1_000_000)
    with qtbot.waitSignal(bridge.save_failed) as told:
        assert bridge.try_again()
    assert told.args == [""]
    assert not bridge.is_unsaved
    assert texts(full_disk) == [BIG]


def test_a_copy_elsewhere_goes_on_with_the_change_that_could_not_be_saved(full_disk, tmp_path):
    bridge = full_disk.bridge
    old = bridge.path
    bridge.execute(card(BIG))
    bridge.go_on_with_copy(tmp_path / "stick.gather")
    assert bridge.path == tmp_path / "stick.gather"
    assert not bridge.is_unsaved
    assert texts(full_disk) == [BIG]
    bridge.execute(card("And on"))
    with Session.open(old, read_only=True) as left:
        assert left.state.all(Activity) == []


def test_the_public_view_follows_the_state_and_is_made_once(context):
    first = context.bridge.view
    assert context.bridge.view is first
    context.bridge.execute(AddRecords((Note(id=0, text="private"),)))
    context.bridge.execute(card("Sign letters"))
    assert [each.text for each in context.bridge.view.all(Activity)] == ["Sign letters"]


def test_a_newer_command_of_the_same_source_takes_the_place_of_one_that_waits(context, disk):
    bridge = context.bridge
    kept = []
    disk(True)
    for text in ("Sign leters", "Sign letters"):
        assert bridge.execute(card(text), source="entry", kept=kept.append) is None
    bridge.execute(card("Open mail"))
    disk(False)
    assert kept == []
    assert bridge.try_again()
    assert texts(context) == ["Sign letters", "Open mail"]
    assert [each.label for each in kept] == ["Added activity “Sign letters”"]


def test_commands_of_no_source_are_each_carried_out(context, disk):
    bridge = context.bridge
    for text in ("Sign letters", "Open mail"):
        bridge.execute(card(text))
    bridge.undo()
    bridge.undo()
    first = bridge.view.agenda[0]
    disk(True)
    bridge.redo()
    bridge.redo()
    for _ in range(3):
        bridge.execute(ExtendPhase(first.id, 1), merge_key=f"minutes {first.id}")
        bridge.execute(MovePhase(first.id, 1))
    disk(False)
    assert bridge.try_again()
    assert texts(context) == ["Sign letters", "Open mail"]
    moved = bridge.view.agenda[3]
    assert (moved.id, moved.planned_minutes) == (first.id, first.planned_minutes + 3)


@pytest.mark.parametrize("name", ["keep_draft", "show", "keep_sheets"])
def test_what_is_no_step_is_written_later_too(context, name, qtbot, monkeypatch):
    bridge = context.bridge
    run = {
        "keep_draft": lambda: bridge.keep_draft("excuse", "No mon"),
        "show": lambda: bridge.show(replace(bridge.stage, blank=True)),
        "keep_sheets": lambda: bridge.keep_sheets(Sheets().add({1: 5})),
    }[name]

    def fail(*_):
        raise DiskFullError("The disk is full, so nothing was saved.")

    with monkeypatch.context() as full:
        full.setattr(Session, name, fail)
        run()
        assert bridge.is_unsaved
        assert not bridge.try_again()
    with qtbot.waitSignal(bridge.save_failed) as told:
        bridge.execute(card("Sign letters"))
    assert told.args == [""]
    assert not bridge.is_unsaved
    found = (bridge.drafts(), bridge._session.stage.blank, bridge.sheets.number)
    assert any(found)


def test_each_command_is_answered_with_what_it_changed_itself(context, disk):
    disk(True)
    context.bridge.execute(card("Sign letters"))
    disk(False)
    assert context.bridge.execute(card("  ")) is None
    assert texts(context) == ["Sign letters"]


def test_what_waits_is_given_up_by_undo_newest_first_or_by_its_source(context, disk, qtbot):
    bridge = context.bridge
    disk(True)
    bridge.execute(card("Sign leters"), source="entry")
    bridge.execute(card("Open mail"))
    bridge.execute(card("Sign letters"), source="entry", kept=pytest.fail)
    bridge.undo()
    with qtbot.assertNotEmitted(bridge.save_failed):
        bridge.give_up("another")
    bridge.execute(card("Sort"), source="another", kept=pytest.fail)
    bridge.give_up("another")
    disk(False)
    assert bridge.try_again()
    assert texts(context) == ["Open mail"]


def test_giving_up_the_last_that_waits_tells_that_nothing_is_unsaved(context, disk, qtbot):
    disk(True)
    context.bridge.execute(card("Sign letters"), source="entry")
    with qtbot.waitSignal(context.bridge.save_failed) as told:
        context.bridge.give_up("entry")
    assert told.args == [""]


def test_what_follows_a_change_may_carry_out_more_while_others_wait(context, disk):
    bridge = context.bridge
    disk(True)
    bridge.execute(card("One"), kept=lambda _: bridge.execute(card("Three")))
    bridge.execute(card("Two"))
    disk(False)
    bridge.try_again()
    assert texts(context) == ["One", "Two", "Three"]
    assert not bridge.is_unsaved
