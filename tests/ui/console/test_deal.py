"""The phase Deal: both sides matched by keys and by mouse, hands counted, signatures taken."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from tests.sessions import PRIVATE_MARK
from tests.ui.console.desk import CTRL, Desk, Key, words_on
from workshop.domain.commands.deal import MatchExcuse, MatchPledge
from workshop.domain.commands.records import AddRecords, DeleteRecords
from workshop.domain.enums import Bucket, CommitmentKind, ExcuseState, Phase
from workshop.domain.records import (
    Activity,
    BuyIn,
    Commitment,
    Excuse,
    Note,
    Participant,
    Pledge,
    PledgeReturn,
    SignOff,
)
from workshop.domain.stage import Scene
from workshop.ui.console.deal import DealPage
from workshop.ui.context import Context
from workshop.ui.models.deal import DealModel, Look, Side
from workshop.ui.models.sign_offs import SignOffModel

pytestmark = pytest.mark.qt_log_ignore("does not support")

MakeContext = Callable[..., Context]
DAY = dt.date(2026, 9, 15)


class DealDesk(Desk):
    """The console in the phase Deal."""

    @property
    def page(self) -> DealPage:
        found = super().page
        assert isinstance(found, DealPage)
        return found

    def all(self, kind):
        return self.context.bridge.state.all(kind)

    def popup(self) -> QMenu:
        found: list[QMenu] = []

        def is_open() -> bool:
            popup = QApplication.activePopupWidget()
            found[:] = [popup] if isinstance(popup, QMenu) else []
            return bool(found)

        self.qtbot.waitUntil(is_open)
        return found[0]

    def pick(self, words: str) -> None:
        """Choose an entry of the menu that is open, by keys."""
        menu = self.popup()
        at = next(n for n, each in enumerate(menu.actions()) if words in each.text())
        for _ in range(at):
            QTest.keyClick(menu, Key.Key_Down)
        QTest.keyClick(menu, Key.Key_Return)


def use_draft(desk: DealDesk) -> None:
    bar = desk.window.draft_bar
    next(each for each in bar.findChildren(QPushButton) if each.text() == "Use").click()


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_G])
@pytest.mark.parametrize("by_button", [True, False])
def test_a_form_that_is_closed_unkept_offers_its_text_back(make_context, qtbot, key, by_button):
    desk = DealDesk(make_context(), qtbot, Phase.DEAL)
    desk.press(key)
    form = desk.page.excuse_form if key is Key.Key_N else desk.page.pledge_form
    desk.type("We lack people")
    if by_button:
        next(each for each in form.findChildren(QPushButton) if each.text() == "Cancel").click()
    else:
        desk.press(Key.Key_Escape)
    assert form.isHidden()
    assert "“We lack people”" in desk.window.draft_bar.text
    use_draft(desk)
    assert form.isVisible()
    assert desk.focused.text() == "We lack people"
    assert desk.window.draft_bar.isHidden()


def test_an_edit_that_is_closed_unkept_waits_and_the_excuse_stays(make_context, qtbot):
    desk = DealDesk(make_context(AddRecords((Excuse(id=-1, text="No money"),))), qtbot, Phase.DEAL)
    desk.page.enter()
    desk.press(Key.Key_F2)
    desk.press(Key.Key_End)
    desk.type(" at all")
    desk.press(Key.Key_Escape)
    assert [each.text for each in desk.all(Excuse)] == ["No money"]
    use_draft(desk)
    assert desk.focused.text() == "No money at all"
    desk.press(Key.Key_Return)
    assert [each.text for each in desk.all(Excuse)] == ["No money at all"]
    assert desk.window.draft_bar.isHidden()


def test_a_form_in_which_nothing_was_typed_leaves_nothing(make_context, qtbot):
    desk = DealDesk(make_context(AddRecords((Excuse(id=-1, text="No money"),))), qtbot, Phase.DEAL)
    for key in (Key.Key_F2, Key.Key_N, Key.Key_G):
        desk.page.enter()
        desk.press(key)
        desk.press(Key.Key_Escape)
    assert desk.window.draft_bar.isHidden()


def commitments(*texts: str) -> AddRecords:
    kind = CommitmentKind.FIX_NOW
    return AddRecords(
        tuple(Commitment(id=-n, text=text, kind=kind) for n, text in enumerate(texts, start=1))
    )


@pytest.fixture
def context(make_context: MakeContext) -> Context:
    people = AddRecords(tuple(Participant(id=-n, name=f"Leader {n}") for n in range(1, 13)))
    card = AddRecords(
        (Activity(id=-1, text="Close unpermitted-work cases", bucket=Bucket.PERFORMANCE),)
    )
    made = commitments("Delegate the notices", "Post the crew sheet")
    return make_context(people, card, made, title="Riverside", sponsor="Director", date=DAY)


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> DealDesk:
    return DealDesk(context, qtbot, Phase.DEAL)


def test_the_deal_is_made_by_keys_alone(desk):
    desk.press(Key.Key_N)
    desk.type("Every case waits for the deputy's signature")
    desk.press(Key.Key_Return)
    assert desk.page.summary() == "0 pairs, 3 loose ends"
    assert desk.page.record.text.startswith("Every case")
    desk.press(Key.Key_R)
    desk.pick("Delegate the notices")
    assert desk.all(Excuse)[0].state is ExcuseState.REMOVED
    desk.page.table.choose(desk.all(Commitment)[0])
    desk.press(Key.Key_G)
    desk.type("Close unpermitted-work cases")
    for text in ("", "Days to final notice", "94 days", "30 days", "+60"):
        desk.press(Key.Key_Tab)
        desk.type(text)
    desk.press(Key.Key_Return, CTRL)
    pledge = desk.all(Pledge)[0]
    assert (pledge.measure, pledge.baseline, pledge.target) == (
        "Days to final notice",
        "94 days",
        "30 days",
    )
    assert pledge.due == DAY + dt.timedelta(days=60)
    assert [each.commitment_id for each in desk.all(PledgeReturn)] == [1]
    assert desk.page.summary() == "1 pair, 1 loose end"
    assert desk.focused is desk.page.table
    desk.press(Key.Key_Z, CTRL)
    assert not desk.all(Pledge)
    assert not desk.all(PledgeReturn)


def test_a_pledge_is_tied_to_a_performance_activity_and_edited_by_mouse(desk):
    desk.context.bridge.execute(AddRecords((Pledge(id=0, text="Answer in 3 days"),)))
    table = desk.page.table
    at = table.visualRect(desk.page.model.index_of(desk.all(Pledge)[0])).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    form = desk.page.pledge_form
    assert form.isVisible()
    assert form.texts["text"].text() == "Answer in 3 days"
    form.activity.choose(1)
    form.returns.offer()
    desk.pick("Post the crew sheet")
    assert form.returns.ids == (2,)
    QTest.mouseClick(form._keep, Qt.MouseButton.LeftButton)
    assert desk.all(Pledge)[0].activity_id == 1
    assert [each.commitment_id for each in desk.all(PledgeReturn)] == [2]
    desk.context.bridge.undo()
    assert desk.all(Pledge)[0].activity_id is None
    assert not desk.all(PledgeReturn)


def test_letters_look_for_a_choice_in_an_open_list_and_do_nothing_else(desk):
    desk.context.bridge.execute(AddRecords((Excuse(id=0, text="No money"),)))
    desk.page.table.choose(desk.all(Excuse)[0])
    desk.press(Key.Key_G)
    choices = desk.page.pledge_form.activity
    choices.showPopup()
    QTest.keyClicks(choices.view(), "ran")
    assert desk.all(Excuse)[0].state is ExcuseState.OPEN
    assert QApplication.activePopupWidget() is choices.view().window()
    assert desk.page.pledge_form.isVisible()
    choices.hidePopup()


def test_r_takes_a_link_back_where_there_is_one(desk):
    desk.context.bridge.execute(AddRecords((Pledge(id=0, text="Answer in 3 days"),)))
    desk.context.bridge.execute(MatchPledge(1, (2,)))
    desk.page.table.choose(desk.all(Pledge)[0])
    desk.press(Key.Key_R)
    assert [each.isChecked() for each in desk.popup().actions()] == [True, False]
    desk.pick("Post the crew sheet")
    assert not desk.all(PledgeReturn)
    assert desk.page.model.deal.loose_pledges


def test_excuses_are_accepted_mended_and_deleted(desk):
    desk.context.bridge.execute(AddRecords((Excuse(id=0, text="No money"),)))
    desk.page.table.choose(desk.all(Excuse)[0])
    desk.press(Key.Key_F2)
    desk.type(" for readers")
    desk.press(Key.Key_Return)
    assert desk.all(Excuse)[0].text == "No money for readers"
    desk.press(Key.Key_A)
    assert desk.all(Excuse)[0].state is ExcuseState.ACCEPTED
    desk.press(Key.Key_Z, CTRL)
    desk.page.table.choose(desk.all(Excuse)[0])
    desk.press(Key.Key_Delete)
    assert not desk.all(Excuse)
    desk.page.table.choose(desk.all(Commitment)[0])
    desk.press(Key.Key_Delete)
    assert desk.said == "A commitment is withdrawn or deleted in the Commit phase."
    assert len(desk.all(Commitment)) == 2


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_G])
def test_letters_start_nothing_on_the_buttons_of_a_form(desk, key):
    desk.press(key)
    form = desk.page.excuse_form if key == Key.Key_N else desk.page.pledge_form
    for button in form.findChildren(QPushButton):
        button.setFocus()
        desk.type("gnh")
        assert form.isVisible()
        assert desk.focused is button


@pytest.mark.parametrize("typed", ["32 Jan 2026", "soon", "2026-02-30"])
def test_a_day_that_is_none_is_told_and_nothing_is_lost(desk, typed):
    desk.press(Key.Key_G)
    desk.type("Answer callers")
    desk.page.pledge_form.due.text.setText(typed)
    desk.press(Key.Key_Return, CTRL)
    assert desk.said.startswith("The date is not a day")
    assert desk.page.pledge_form.texts["text"].text() == "Answer callers"
    assert not desk.all(Pledge)


@pytest.mark.parametrize(
    ("typed", "is_kept"),
    [("1900-01-01", True), ("2999-12-31", True), ("1899-12-31", False), ("3000-01-01", False)],
)
def test_days_far_off_are_kept_or_refused_in_a_sentence(desk, typed, is_kept):
    desk.press(Key.Key_G)
    desk.type("Answer callers")
    desk.page.pledge_form.due.text.setText(typed)
    desk.press(Key.Key_Return, CTRL)
    assert bool(desk.all(Pledge)) is is_kept
    assert is_kept or desk.said.startswith("A date lies between 1900 and 2999")


def test_hands_are_counted_by_digits(desk):
    desk.press(Key.Key_H)
    for count in "002352":
        desk.type(count)
        desk.press(Key.Key_Return)
    assert desk.all(BuyIn)[0].counts == (0, 0, 2, 3, 5, 2)
    shown = [*words_on(desk.page.hands)]
    assert "10 of 12 can live with it or better" in shown
    assert "12 of 12 hands counted" in shown
    assert "Two below three. Ask: “What would move you one finger up?”" in shown
    assert desk.focused is desk.page.hands.show_bars
    desk.page.table.setFocus()
    desk.press(Key.Key_Z, CTRL)
    assert sum(desk.all(BuyIn)[0].counts if desk.all(BuyIn) else [0]) < 12


def test_hands_are_counted_under_their_names_wherever_the_panel_was_scrolled(desk):
    desk.window.resize(1366, 768)
    bar = desk.window.panel.findChild(QScrollArea).verticalScrollBar()
    QApplication.processEvents()
    assert bar.maximum() > 60
    for start in (bar.maximum(), bar.maximum() // 2, 0):
        bar.setValue(start)
        desk.page.table.setFocus()
        desk.press(Key.Key_H)
        names = [each for each in desk.page.hands.findChildren(QLabel) if each.text() == "Fist"]
        seen = names[0].visibleRegion().boundingRect()
        assert seen == names[0].rect()


def test_what_is_no_number_of_hands_cannot_be_typed(desk):
    desk.press(Key.Key_H)
    desk.type("+")
    desk.press(Key.Key_Tab)
    desk.type("1,2")
    desk.window.enter(Phase.CLOSE)
    assert desk.all(BuyIn)[0].counts == (0, 12, 0, 0, 0, 0)


def test_more_hands_than_people_are_refused_and_the_field_goes_back(desk):
    desk.press(Key.Key_H)
    desk.type("13")
    desk.press(Key.Key_Return)
    assert "13 hands for 12 participants" in desk.said
    assert not desk.all(BuyIn)
    assert desk.page.hands.fields[0].text() == ""


def test_what_would_move_somebody_stays_with_the_facilitator(desk):
    notes = desk.page.hands.notes
    notes.fingers.choose(1)
    notes.text.setText(PRIVATE_MARK)
    before = desk.context.room.picture.view.digest
    notes.keep()
    note = desk.all(Note)[0]
    assert (note.text, note.fingers, note.phase) == (PRIVATE_MARK, 1, Phase.DEAL)
    assert f"1: {PRIVATE_MARK}" in [*words_on(notes)]
    assert desk.context.room.picture.view.digest == before
    for scene in (Scene.DEAL, Scene.FIST, Scene.EXCUSES):
        desk.context.room.show(scene)
        words = repr(desk.context.wall.drawing)
        assert PRIVATE_MARK not in words
    QTest.mouseClick(
        next(each for each in notes.findChildren(type(desk.page._add)) if not each.text()),
        Qt.MouseButton.LeftButton,
    )
    assert not desk.all(Note)


def test_signatures_are_taken_from_a_list(desk):
    desk.press(Key.Key_2, CTRL)
    assert desk.focused is desk.page.signers.everybody
    desk.press(Key.Key_Space)
    assert len(desk.all(SignOff)) == 12
    desk.press(Key.Key_Space)
    assert desk.all(SignOff)[0].signed_on == DAY
    assert desk.page.segments._group.button(1).text() == "Sign-off 1 of 12"
    desk.press(Key.Key_Space)
    assert desk.all(SignOff)[0].signed_on is None
    desk.press(Key.Key_Delete)
    assert len(desk.all(SignOff)) == 11
    desk.page.signers.list_everybody()
    desk.page.signers.list_everybody()
    assert desk.said == "All participants are on the sign-off list."


def test_a_form_that_is_left_keeps_what_was_typed(desk):
    desk.press(Key.Key_G)
    desk.type("Answer callers")
    desk.window.enter(Phase.COMMIT)
    assert [each.text for each in desk.all(Pledge)] == ["Answer callers"]


def test_nothing_here_alters_the_wall_until_s(desk):
    before = desk.context.room.stage
    desk.press(Key.Key_N)
    desk.type("No money")
    desk.press(Key.Key_Return)
    desk.page.table.choose(desk.all(Commitment)[0])
    assert (desk.context.room.stage.scene, desk.context.room.stage.page) == (
        before.scene,
        before.page,
    )
    desk.press(Key.Key_S)
    assert desk.context.room.stage.scene is Scene.DEAL


def test_a_text_left_unfinished_comes_back_into_its_form(desk):
    desk.press(Key.Key_N)
    desk.type("No mon")
    desk.context.drafts.flush()
    desk.page.excuse_form.hide()
    desk.context.drafts.put_by("deal.pledge.0.text", "Answer call")
    desk.page.open_draft("deal.pledge.0.text")
    assert desk.page.pledge_form.texts["text"].text() == "Answer call"


def test_the_model_follows_row_by_row(context):
    bridge = context.bridge
    model = DealModel(bridge)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    bridge.execute(AddRecords(tuple(Excuse(id=-n, text=f"Excuse {n}") for n in (1, 2, 3))))
    bridge.execute(AddRecords(tuple(Pledge(id=-n, text=f"Pledge {n}") for n in (1, 2))))
    bridge.execute(MatchExcuse(2, 1))
    bridge.execute(MatchPledge(1, (1, 2)))
    bridge.execute(MatchPledge(2, (1,)))
    looks = [model.cell(model.index(n, Side.LEADER)).look for n in range(model.rowCount())]
    paired = [Look.PAIRED, Look.GOES_ON, Look.PAIRED]
    assert looks == [*paired, Look.HEAD, Look.LOOSE, Look.LOOSE]
    says = model.index(0, Side.TEAM).data(Qt.ItemDataRole.AccessibleTextRole)
    assert says == "Pledge: Pledge 1. In return for: Delegate the notices."
    bridge.execute(DeleteRecords(Commitment, (1,)))
    while bridge.undo_label:
        bridge.undo()
    assert model.rowCount() == 0
    while bridge.redo_label:
        bridge.redo()
    assert model.deal.loose_excuses
    tester.deleteLater()
    model.deleteLater()


def test_the_list_of_signers_is_sound(context):
    model = SignOffModel(context.bridge)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    context.bridge.execute(AddRecords((SignOff(id=0, name="Ruth", role="Director"),)))
    checked = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked, checked)
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ruth, Director, signed on 15 Sep 2026"
    context.bridge.undo()
    context.bridge.undo()
    assert model.rowCount() == 0
    tester.deleteLater()
    model.deleteLater()
