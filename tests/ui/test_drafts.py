"""Texts of open editors survive a crash and come back to the editor they were typed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from workshop.domain.commands import Command
from workshop.domain.commands.activities import CountHands
from workshop.domain.commands.commitments import CountBuyIn
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Phase
from workshop.domain.records import Activity
from workshop.session import Session
from workshop.ui.bridge import Bridge
from workshop.ui.console.draft_bar import DraftBar
from workshop.ui.context import Context
from workshop.ui.drafts import BEHIND, DraftKeeper, phase_of
from workshop.ui.settings import Settings

MakeContext = Callable[..., Context]


def kept(context: Context) -> dict[str, str]:
    return {draft.editor: draft.text for draft in context.bridge.drafts()}


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def editor(request: pytest.FixtureRequest, qtbot: QtBot) -> QLineEdit | QPlainTextEdit:
    found = request.param()
    qtbot.addWidget(found)
    return found


def put(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    editor.setText(text) if isinstance(editor, QLineEdit) else editor.setPlainText(text)


def text_of(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def test_a_text_is_kept_a_moment_behind_the_typing(
    context: Context, editor: QLineEdit, qtbot: QtBot
) -> None:
    context.drafts.attach(editor, "gather.entry")
    for text in ("S", "Si", "Sign"):
        put(editor, text)
    assert kept(context) == {}
    qtbot.waitUntil(lambda: kept(context) == {"gather.entry": "Sign"})
    assert BEHIND <= 250


def test_a_text_that_was_kept_or_cleared_leaves_no_draft(
    context: Context, editor: QLineEdit
) -> None:
    keeper = context.drafts.attach(editor, "gather.entry")
    put(editor, "Sign")
    context.drafts.flush()
    assert kept(context)
    keeper.drop()
    assert kept(context) == {}
    put(editor, "Sign more")
    keeper.flush()
    put(editor, "")
    keeper.flush()
    assert kept(context) == {}


def test_a_text_that_was_there_before_is_no_draft(context: Context, editor: QLineEdit) -> None:
    put(editor, "As it was")
    keeper = context.drafts.attach(editor, "bucket.card 1")
    keeper.flush()
    assert kept(context) == {}
    put(editor, "Changed")
    keeper.flush()
    put(editor, "As it was")
    keeper.flush()
    assert kept(context) == {}


@pytest.mark.parametrize("end", ["close", "put_by"])
def test_an_editor_that_goes_on_with_another_record_has_drafts_of_that_alone(
    context: Context, editor: QLineEdit, end: str, qtbot: QtBot
) -> None:
    getattr(context.drafts.attach(editor, "commit.1.1.text"), end)()
    context.drafts.attach(editor, "commit.2.2.text")
    put(editor, "Half a promise")
    qtbot.waitUntil(lambda: "commit.2.2.text" in kept(context))
    assert kept(context) == {"commit.2.2.text": "Half a promise"}


def test_flushing_passes_over_editors_that_are_gone(context: Context) -> None:
    editor = QLineEdit()
    context.drafts.attach(editor, "gather.entry")
    shiboken6.delete(editor)
    context.drafts.flush()
    assert kept(context) == {}


@pytest.fixture
def after_a_crash(tmp_path: Path, settings: Settings) -> Context:
    """A session that was left with three unfinished texts."""
    path = tmp_path / "left.gather"
    with Session.create(path, title="Left") as session:
        for key in ("gather.entry", "bucket.card 99", "excuse"):
            session.keep_draft(key, f"text of {key}")
    context = Context(Bridge(Session.open(path)), settings)
    yield context
    context.bridge.close()


def test_a_leftover_text_is_put_into_its_editor(after_a_crash: Context, editor: QLineEdit) -> None:
    keeper = after_a_crash.drafts.attach(editor, "gather.entry")
    assert text_of(editor) == "text of gather.entry"
    assert "gather.entry" not in after_a_crash.drafts.left_over
    assert "gather.entry" in kept(after_a_crash)  # until it is kept or given up
    keeper.drop()
    assert "gather.entry" not in kept(after_a_crash)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_bar_offers_one_text_after_the_other(after_a_crash: Context, qtbot: QtBot) -> None:
    bar = DraftBar(after_a_crash)
    qtbot.addWidget(bar)
    first = bar.key
    assert f"“text of {first}”" in bar.text
    assert bar._more.text() == "and 2 others"
    bar._forget()
    assert first not in kept(after_a_crash)
    assert bar.key != first
    asked: list[str] = []
    bar.use_asked.connect(asked.append)
    bar._use()
    assert asked == [bar.key]
    for key in after_a_crash.drafts.left_over:
        after_a_crash.drafts.forget(key)
    assert bar.text == ""


def test_no_bar_where_nothing_is_left_over(context: Context, qtbot: QtBot) -> None:
    bar = DraftBar(context)
    qtbot.addWidget(bar)
    assert bar.isHidden()


@pytest.mark.parametrize(
    ("key", "phase"), [("gather.entry", Phase.GATHER), ("excuse", None), ("nowhere.x", None)]
)
def test_a_key_names_its_phase(key: str, phase: Phase | None) -> None:
    assert phase_of(key) is phase


def add(text: str) -> AddRecords:
    return AddRecords((Activity(id=0, text=text),))


@pytest.fixture
def unsaved(
    context: Context, disk: Callable[[bool], None], editor: QLineEdit
) -> tuple[Context, QLineEdit, DraftKeeper]:
    """A text that was typed and could not be saved, on a disk that has room again."""
    keeper = context.drafts.attach(editor, "gather.entry")
    put(editor, "Sign")
    disk(True)
    assert context.drafts.save(add("Sign"), editor) is None
    context.drafts.flush()
    disk(False)
    return context, editor, keeper


def cards(context: Context) -> list[str]:
    return [each.text for each in context.bridge.state.all(Activity)]


def test_a_draft_goes_once_its_text_is_on_the_disk(unsaved) -> None:
    context, editor, _ = unsaved
    assert (text_of(editor), kept(context)) == ("Sign", {"gather.entry": "Sign"})
    context.bridge.try_again()
    assert (text_of(editor), kept(context)) == ("", {})
    put(editor, "Sort")
    assert context.drafts.save(add("Sort"), editor) is not None
    assert (text_of(editor), cards(context)) == ("", ["Sign", "Sort"])


def test_the_text_that_was_typed_last_is_saved_alone(unsaved) -> None:
    context, editor, _ = unsaved
    put(editor, "Sign letters")
    assert context.bridge.try_again()
    context.drafts.flush()
    assert (kept(context), cards(context)) == ({"gather.entry": "Sign letters"}, [])
    context.drafts.save(add("Sign letters"), editor)
    assert (text_of(editor), kept(context), cards(context)) == ("", {}, ["Sign letters"])


def test_a_text_that_is_saved_after_its_editor_was_closed_is_offered_no_more(unsaved) -> None:
    context, _, keeper = unsaved
    keeper.put_by()
    assert context.drafts.left_over == {"gather.entry": "Sign"}
    context.bridge.try_again()
    assert (context.drafts.left_over, kept(context)) == ({}, {})


def test_an_editor_that_was_opened_anew_is_emptied_once_its_text_is_saved(unsaved, qtbot) -> None:
    context, editor, keeper = unsaved
    keeper.put_by()
    anew = type(editor)()
    qtbot.addWidget(anew)
    context.drafts.attach(anew, "gather.entry")
    assert text_of(anew) == "Sign"
    context.bridge.try_again()
    assert (text_of(anew), kept(context), cards(context)) == ("", {}, ["Sign"])


def test_a_field_of_a_record_that_was_opened_anew_keeps_its_text_once_that_is_saved(
    context: Context, disk: Callable[[bool], None], editor: QLineEdit, qtbot
) -> None:
    keeper = context.drafts.attach(editor, "inventory.fix 1")
    put(editor, "Buy scanners")
    disk(True)
    context.drafts.save(add("Buy scanners"), editor, then=pytest.fail)
    keeper.put_by()
    anew = type(editor)()
    qtbot.addWidget(anew)
    context.drafts.attach(anew, "inventory.fix 1")
    disk(False)
    context.bridge.try_again()
    assert (text_of(anew), kept(context)) == ("Buy scanners", {})


@pytest.mark.parametrize("end", ["close", "drop", "forget", "cancel", "blank"])
def test_what_is_given_up_is_not_saved_later(unsaved, end: str) -> None:
    context, editor, keeper = unsaved
    if end == "forget":
        keeper.put_by()
        context.drafts.forget("gather.entry")
    elif end == "blank":
        put(editor, "")
        keeper.flush()
    else:
        getattr(keeper, end)()
    assert not context.bridge.is_unsaved
    context.bridge.try_again()
    left = {"gather.entry": "Sign"} if end == "cancel" else {}
    assert (cards(context), kept(context), context.drafts.left_over) == ([], left, left)


def test_a_change_that_undo_gave_up_leaves_its_text_where_it_was_typed(unsaved) -> None:
    context, editor, _ = unsaved
    context.bridge.undo()
    assert (text_of(editor), kept(context)) == ("Sign", {"gather.entry": "Sign"})
    context.drafts.save(add("Sign"), editor)
    assert cards(context) == ["Sign"]


@pytest.mark.parametrize(
    ("key", "count"),
    [("solo hands 1", CountHands(1, (9, 1, 0))), ("solo fist", CountBuyIn((0, 0, 0, 1, 2, 3)))],
)
def test_a_count_left_in_solo_gives_way_to_a_later_one(
    context: Context, key: str, count: Command
) -> None:
    context.bridge.execute(add("Sign"))
    context.drafts.put_by(key, "9 1")
    context.bridge.execute(count)
    assert context.drafts.left_over == {}
