"""The phase Welcome: people typed, pasted and imported; facts and agenda kept field by field."""

import datetime as dt

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.desk import CTRL, Desk, Key
from workshop.domain.commands.records import AddRecords, DeleteRecords, EditRecord
from workshop.domain.dates import day_month, today
from workshop.domain.enums import CommitmentKind, ParticipantKind, Phase
from workshop.domain.records import AgendaItem, Commitment, Participant, SessionFacts
from workshop.domain.stage import Scene
from workshop.ui.console.welcome import WelcomePage
from workshop.ui.context import Context
from workshop.ui.dialogs.add_many import AddMany
from workshop.ui.models.participants import ParticipantModel, Who
from workshop.words import words

pytestmark = pytest.mark.qt_log_ignore("does not support")


class WelcomeDesk(Desk):
    """The console in the phase Welcome."""

    @property
    def page(self) -> WelcomePage:
        found = super().page
        assert isinstance(found, WelcomePage)
        return found

    @property
    def people(self) -> list[tuple[str, str, str, str]]:
        found = self.context.bridge.state.all(Participant)
        return [(each.name, each.role, each.unit, each.kind.value) for each in found]


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> WelcomeDesk:
    return WelcomeDesk(context, qtbot, Phase.WELCOME)


def add_two(desk: WelcomeDesk) -> None:
    desk.type("Ruth Alvarez")
    desk.press(Key.Key_Tab)
    desk.type("Director")
    desk.press(Key.Key_Tab)
    desk.type("Headquarters")
    desk.press(Key.Key_Return)
    desk.type("Daniel Okafor")
    desk.press(Key.Key_Return)


def test_people_are_typed_one_after_the_other(desk):
    add_two(desk)
    assert desk.people == [
        ("Ruth Alvarez", "Director", "Headquarters", "leader"),
        ("Daniel Okafor", "", "Headquarters", "leader"),
    ]
    assert desk.focused is desk.page.people.name
    assert desk.page.segments._group.button(0).text() == "People 2"


def test_who_has_a_role_alone_goes_by_it_and_nobody_is_refused(desk):
    desk.press(Key.Key_Return)
    assert desk.said == "Type the name of the participant."
    desk.page.people.role.setFocus()
    desk.type("Permit clerk")
    desk.press(Key.Key_Return)
    assert desk.people == [("Permit clerk", "Permit clerk", "", "leader")]


def test_cells_are_edited_by_keys(desk):
    add_two(desk)
    table = desk.page.people.table
    table.setFocus()
    table.setCurrentIndex(desk.page.people.model.index(1, Who.ROLE))
    desk.press(Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor.accessibleName() == "Role"
    QTest.keyClicks(editor, "Deputy")
    QTest.keyClick(editor, Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.people[1][1] == "Deputy")
    desk.press(Key.Key_Z, CTRL)
    assert desk.people[1][1] == ""


def test_people_are_taken_out_and_brought_back(desk):
    add_two(desk)
    desk.page.people.table.setFocus()
    desk.page.people.table.selectRow(0)
    desk.press(Key.Key_Delete)
    assert [name for name, *_ in desk.people] == ["Daniel Okafor"]
    desk.press(Key.Key_Z, CTRL)
    assert len(desk.people) == 2


def preview(desk) -> AddMany:
    """Return the preview once it has read everything."""
    (dialog,) = [each for each in desk.window.findChildren(AddMany) if each.isVisible()]
    desk.qtbot.waitUntil(dialog._progress.isHidden)
    return dialog


def test_a_pasted_list_is_shown_before_it_is_added_and_repeats_are_skipped(desk):
    text = "name\trole\tunit\tkind\nRuth\tDirector\tHQ\tleader\nGrace\tClerk\t\tprocess user\n"
    QGuiApplication.clipboard().setText(text)
    desk.page.people.paste()
    shown = preview(desk)
    assert shown._title.text() == "Add 2 participants?"
    assert shown._model.stringList() == ["Ruth · Director · HQ", "Grace · Clerk · process user"]
    assert not desk.people
    shown._add.click()
    assert desk.people == [
        ("Ruth", "Director", "HQ", "leader"),
        ("Grace", "Clerk", "", "process user"),
    ]
    desk.page.people.paste()
    shown = preview(desk)
    assert shown._title.text() == "Nothing to add"
    assert shown._model.stringList()[0] == "Line 2: “Ruth” is there already"
    shown.reject()
    assert len(desk.people) == 2


@pytest.mark.parametrize("is_cancelled", [False, True])
def test_a_list_that_could_not_be_saved_is_added_once_or_cancelled(desk, disk, is_cancelled):
    QGuiApplication.clipboard().setText("name\trole\nRuth\tDirector\nGrace\tClerk\n")
    desk.page.people.paste()
    shown = preview(desk)
    disk(True)
    shown._add.click()
    shown._add.click()
    disk(False)
    assert "Nothing was added" in shown._summary.text()
    if is_cancelled:
        shown.reject()
        assert not desk.window.save_bar.isVisible()
    desk.window.saving.try_again()
    assert not shown.isVisible()
    assert [name for name, *_ in desk.people] == ([] if is_cancelled else ["Ruth", "Grace"])


def test_cells_of_a_sheet_pasted_into_the_name_go_to_name_role_and_unit(desk):
    QGuiApplication.clipboard().setText("Ruth\tDirector\tHQ\n\nGrace\tClerk\tPermits\n")
    desk.press(Key.Key_V, CTRL)
    shown = preview(desk)
    assert shown._summary.text() == "2 lines read"
    assert shown._model.stringList() == ["Ruth · Director · HQ", "Grace · Clerk · Permits"]
    shown._add.click()
    assert desk.people == [
        ("Ruth", "Director", "HQ", "leader"),
        ("Grace", "Clerk", "Permits", "leader"),
    ]
    assert desk.said == "Imported 2 participants"
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    assert desk.focused is desk.page.people.name
    desk.press(Key.Key_Z, CTRL)
    assert not desk.people


def test_the_preview_shows_whole_names_kinds_and_the_rows_that_say_too_little(desk):
    head = "Last name\tFirst name\tTitle\tUnit\tLeader?\n"
    text = f"{head}Lee\tAnn\tChief\tHQ\tyes\n\t\tClerk\tPermits\tno\n\t\t\tField\tno\n"
    QGuiApplication.clipboard().setText(text)
    desk.page.people.paste()
    shown = preview(desk)
    assert shown._model.stringList() == ["Ann Lee · Chief · HQ", "Clerk · Permits · process user"]
    shown._lists.chosen.emit(1)
    assert shown._model.stringList() == ["Line 4: “Field” says too little to be added"]
    shown._lists.chosen.emit(3)
    assert shown._model.stringList() == ["1 participant without a name, known by the role"]
    shown.reject()


def test_a_name_that_is_half_typed_is_nobody_yet(desk):
    desk.page.people.name.setFocus()
    desk.type("Ruth No")
    desk.window.enter(Phase.GATHER)
    assert not desk.context.bridge.state.all(Participant)
    desk.window.enter(Phase.WELCOME)
    assert desk.page.people.name.text() == "Ruth No"
    desk.context.drafts.flush()
    assert [draft.text for draft in desk.context.bridge.drafts()] == ["Ruth No"]


def test_one_pasted_name_is_typed_text(desk):
    QGuiApplication.clipboard().setText("Ruth")
    desk.press(Key.Key_V, CTRL)
    assert desk.page.people.name.text() == "Ruth"
    assert not desk.window.findChildren(AddMany)


def test_a_file_is_imported_and_a_bad_one_refused_in_a_sentence(desk, tmp_path):
    good, bad = tmp_path / "people.csv", tmp_path / "people.xlsx"
    good.write_text("name,role\nRuth,Director\n")
    bad.write_bytes(b"PK\x03\x04 and so on")
    desk.page.people.import_file(good)
    preview(desk)._add.click()
    assert desk.people == [("Ruth", "Director", "", "leader")]
    desk.page.people.import_file(bad)
    shown = preview(desk)
    assert "people.xlsx" in shown._summary.text()
    shown.reject()
    desk.page.people.import_file(tmp_path / "none.csv")
    assert desk.said.startswith("There is no file")
    assert len(desk.people) == 1


def test_facts_are_kept_when_their_field_is_left(desk):
    desk.press(Key.Key_2, CTRL)
    title = desk.page.facts.texts["title"]
    assert desk.focused is title
    title.selectAll()
    desk.type("Gather the leaders")
    desk.press(Key.Key_Tab)
    assert desk.context.bridge.state.facts.title == "Gather the leaders"
    desk.page.facts.dates["date"].text.setFocus()
    desk.type("15 Sep 2026")
    desk.press(Key.Key_Return)
    assert desk.context.bridge.state.facts.date == dt.date(2026, 9, 15)


def test_a_day_that_is_none_is_told_and_stays(desk):
    desk.press(Key.Key_2, CTRL)
    field = desk.page.facts.dates["date"]
    field.text.setFocus()
    desk.type("next week")
    desk.press(Key.Key_Return)
    assert desk.said.startswith("The date is not a day")
    assert field.text.text() == "next week"


def test_undo_shows_in_the_field_and_leaves_the_others_alone(desk):
    desk.press(Key.Key_2, CTRL)
    facts = desk.context.bridge.state.facts
    desk.context.bridge.execute(EditRecord(SessionFacts, facts.id, {"agency": "Riverside"}))
    desk.page.facts.texts["place"].setText("Room 2")
    desk.context.bridge.undo()
    assert desk.page.facts.texts["agency"].text() == ""
    assert desk.page.facts.texts["place"].text() == "Room 2"


def test_leaving_keeps_a_field_that_is_being_typed(desk):
    desk.press(Key.Key_2, CTRL)
    desk.page.facts.texts["place"].setText("Room 2")
    desk.window.close()
    assert desk.context.bridge.state.facts.place == "Room 2"


def test_minutes_of_the_agenda_are_one_step_of_undo(desk):
    desk.press(Key.Key_2, CTRL)
    item = desk.context.bridge.view.agenda[1]
    field = desk.page.agenda.minutes[item.id]
    field.setFocus()
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Up)
    assert desk.context.bridge.state.get(AgendaItem, item.id).planned_minutes == 40
    desk.context.bridge.undo()
    assert desk.context.bridge.state.get(AgendaItem, item.id).planned_minutes == 30
    assert field.value() == 30
    assert any(each.text() == "3 h 10 min" for each in desk.page.agenda.findChildren(QLabel))


def test_the_ground_rules_stand_in_the_panel(desk):
    shown = [each.text() for each in desk.page.side().findChildren(QLabel)]
    for rule in words().ground_rules:
        assert any(text.endswith(rule) for text in shown)


def test_s_shows_the_title(desk):
    desk.context.room.show(Scene.PICTURE)
    desk.page.people.table.show()
    desk.page.segments.setFocus()
    desk.page.show_on_wall()
    assert desk.context.room.stage.scene is Scene.WELCOME


def test_the_model_follows_row_by_row(context):
    model = ParticipantModel(context.bridge)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    people = tuple(Participant(id=-n, name=f"Person {n}") for n in (1, 2, 3))
    context.bridge.execute(AddRecords(people))
    context.bridge.execute(DeleteRecords(Participant, (2,)))
    assert model.setData(model.index(0, Who.KIND), ParticipantKind.PROCESS_USER.value)
    assert not model.setData(model.index(0, Who.NAME), " ")
    context.bridge.undo()
    context.bridge.undo()
    assert [model.index(row, 0).data() for row in range(3)] == ["Person 1", "Person 2", "Person 3"]
    assert model.index(0, Who.KIND).data() == "Leader"
    tester.deleteLater()
    model.deleteLater()


def test_what_marked_pages_say_is_kept_and_never_both_limits(desk):
    desk.press(Key.Key_2, CTRL)
    form = desk.page.facts
    for name, text in (("controlled_by", "District"), ("dissemination", "FEDCON")):
        form.texts[name].setFocus()
        desk.type(text)
        desk.press(Key.Key_Tab)
    facts = desk.context.bridge.state.facts
    assert (facts.controlled_by, facts.dissemination) == ("District", "FEDCON")
    desk.type("Statement A")
    desk.press(Key.Key_Tab)
    assert desk.context.bridge.state.facts.distribution == "Statement A"
    assert desk.said.startswith("Marked pages show a distribution or a dissemination, never both")


@pytest.mark.parametrize("typed", ["1900-01-01", "2999-12-31"])
def test_the_day_of_the_last_session_may_be_far_off(desk, typed):
    desk.press(Key.Key_2, CTRL)
    desk.page.facts.dates["previous_date"].text.setFocus()
    desk.type(typed)
    desk.press(Key.Key_Return)
    assert desk.context.bridge.state.facts.previous_date == dt.date.fromisoformat(typed)


@pytest.mark.parametrize("days_ago", [0, 30, 300])
def test_the_day_of_the_last_session_is_one_of_the_past_year(desk, days_ago):
    desk.press(Key.Key_2, CTRL)
    day = today() - dt.timedelta(days=days_ago)
    desk.page.facts.dates["previous_date"].text.setFocus()
    desk.type(day_month(day))
    desk.press(Key.Key_Return)
    assert desk.context.bridge.state.facts.previous_date == day


def test_days_count_from_the_session_and_its_own_day_from_today(desk):
    desk.press(Key.Key_2, CTRL)
    facts = desk.context.bridge.state.facts
    day = dt.date(2026, 9, 15)
    desk.context.bridge.execute(EditRecord(SessionFacts, facts.id, {"date": day}))
    for name in ("next_date", "date"):
        desk.page.facts.dates[name].text.setFocus()
        desk.focused.selectAll()
        desk.type("+30")
        desk.press(Key.Key_Return)
    facts, month = desk.context.bridge.state.facts, dt.timedelta(days=30)
    assert (facts.next_date, facts.date) == (day + month, today() + month)


def test_the_promise_to_the_users_is_worded_by_the_sponsor(desk):
    desk.press(Key.Key_2, CTRL)
    promise = desk.page.facts.promise
    assert promise.placeholderText().startswith("Tell us openly what gets in your way.")
    promise.setFocus()
    desk.type("We listen, and say by {date} what we did.")
    desk.press(Key.Key_Return, CTRL)
    assert desk.context.bridge.state.facts.promise == "We listen, and say by {date} what we did."
    desk.window.undo()
    assert promise.toPlainText() == ""


def test_somebody_who_has_promised_something_is_deleted_only_when_it_is_meant(desk):
    add_two(desk)
    promised = Commitment(
        id=0, text="Sign faster", kind=CommitmentKind.FIX_NOW, owner="Ruth Alvarez"
    )
    desk.context.bridge.execute(AddRecords((promised,)))
    table = desk.page.people.table
    table.setFocus()
    table.selectRow(0)
    desk.press(Key.Key_Delete)
    assert desk.said == (
        "Ruth Alvarez owns 1 open commitment: who takes over? Do it again to go on."
    )
    assert len(desk.people) == 2
    desk.press(Key.Key_Delete)
    assert [name for name, *_ in desk.people] == ["Daniel Okafor"]


def test_a_name_that_is_there_already_is_kept_and_remarked_on(desk):
    for _ in range(2):
        desk.type("Ann Lee")
        desk.press(Key.Key_Return)
    assert len(desk.people) == 2
    assert desk.said == "“Ann Lee” is on the list twice now."
    desk.press(Key.Key_Z, CTRL)
    assert len(desk.people) == 1
