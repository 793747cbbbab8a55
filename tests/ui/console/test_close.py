"""The phase Close: which pages there are, and how they reach a folder."""

import datetime as dt
import shutil
import subprocess
import threading
from collections.abc import Callable

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.sessions import PRIVATE_MARK, full_session
from tests.ui.console.desk import CTRL, Desk, Key, words_on
from tests.ui.settling import settle
from workshop.domain.commands.records import AddRecords, EditRecord
from workshop.domain.enums import Bucket, CommitmentKind, Phase
from workshop.domain.records import Activity, Commitment, Note, Participant, SessionFacts
from workshop.domain.stage import Scene
from workshop.files import FileError
from workshop.handouts import HANDOUTS, MarkingProfile
from workshop.handouts.options import PLAIN
from workshop.ui.console.close import ClosePage
from workshop.ui.console.close.handouts import (
    FOR_EVERYONE,
    NOT_FOR_THE_ROOM,
    PAGES_ROLE,
    HandoutModel,
)
from workshop.ui.console.close.pdf import draw_page, page_sizes
from workshop.ui.console.close.saving import pdf_name
from workshop.ui.console.close.worker import HandoutWorker, Job
from workshop.ui.context import Context

pytestmark = pytest.mark.qt_log_ignore("does not support")

MakeContext = Callable[..., Context]
DAY = dt.date(2026, 9, 15)


class CloseDesk(Desk):
    """The console in the phase Close."""

    @property
    def page(self) -> ClosePage:
        found = super().page
        assert isinstance(found, ClosePage)
        return found

    @property
    def pages(self) -> list[int | None]:
        model = self.page.model
        return [model.index(row).data(PAGES_ROLE) for row in range(model.rowCount())]

    def save_into(self, folder) -> None:
        saver = self.page.saver
        saver.save(self.page.model.chosen_names, self.page.options.chosen, folder)
        self.qtbot.waitUntil(lambda: not saver.is_working, timeout=30_000)


@pytest.fixture
def context(make_context: MakeContext) -> Context:
    commitment = Commitment(
        id=0, text="Adopt one intake sheet", kind=CommitmentKind.FIX_NOW, owner="Director"
    )
    made = make_context(AddRecords((commitment,)), title="Riverside: leaders", date=DAY)
    made.bridge.execute(AddRecords((Note(id=0, text=PRIVATE_MARK),)))
    return made


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> CloseDesk:
    made = CloseDesk(context, qtbot, Phase.CLOSE)
    qtbot.waitUntil(lambda: None not in made.pages, timeout=30_000)
    settle(made.window)
    return made


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Return a function that answers every question box with a button, and notes the questions."""

    def set_answer(words: str) -> list[str]:
        asked: list[str] = []

        def press(box: QMessageBox) -> int:
            asked.append(box.text())
            button = next(each for each in box.buttons() if each.text() == words)
            monkeypatch.setattr(box, "clickedButton", lambda: button, raising=False)
            return 0

        monkeypatch.setattr(QMessageBox, "exec", press)
        return asked

    return set_answer


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return "\n".join(pages)


TAKEN_HOME = tuple(name for name in FOR_EVERYONE if name not in {"worksheet", "poster", "pack"})


def _process_card(number: int) -> Activity:
    return Activity(id=-number, text=f"Sign form {number}", bucket=Bucket.PROCESS)


def test_every_handout_stands_there_with_its_pages(desk):
    model = desk.page.model
    titles = [model.index(row).data() for row in range(model.rowCount())]
    assert titles == [*FOR_EVERYONE.values(), *NOT_FOR_THE_ROOM.values()]
    assert all(pages >= 1 for pages in desk.pages)
    assert desk.page.summary() == f"{len(titles)} handouts"
    assert desk.page.model.chosen_names == TAKEN_HOME
    assert desk.page.model.chosen_apart == ()


def test_space_leaves_a_handout_out(desk):
    desk.press(Key.Key_Space)
    assert desk.page.model.chosen_names == TAKEN_HOME[1:]
    assert desk.page.save.text() == f"Save {len(TAKEN_HOME) - 1} PDFs…"
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Space)
    assert desk.page.model.chosen_names == TAKEN_HOME[2:]


def test_the_files_carry_session_and_marking(desk, tmp_path):
    desk.page.options.marking.setText("CUI//SP-PRIV")
    desk.page.options.keep_marking()
    folder = tmp_path / "out"
    folder.mkdir()
    desk.save_into(folder)
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == len(TAKEN_HOME)
    assert "2026-09-15 Riverside leaders - Commitments - CUI SP-PRIV.pdf" in names
    assert desk.page.outcome.text == f"Saved {len(TAKEN_HOME)} PDFs in “{folder}”."
    assert desk.said == desk.page.outcome.text
    for path in folder.iterdir():
        data = path.read_bytes()
        assert data.startswith(b"%PDF-")
        assert PRIVATE_MARK.encode() not in data


def test_what_is_not_for_the_room_is_saved_apart(desk, tmp_path, monkeypatch):
    model, asked = desk.page.model, []
    general, apart = tmp_path / "general", tmp_path / "apart"
    for folder in (general, apart):
        folder.mkdir()
    folders = iter((general, apart))

    def choose(_window, title, _where):
        asked.append(title)
        return next(folders)

    monkeypatch.setattr("workshop.ui.dialogs.files.ask_folder", choose)
    for row in range(model.rowCount() - 2, model.rowCount()):
        desk.page.list.setCurrentIndex(model.index(row))
        desk.press(Key.Key_Space)
    assert desk.page.save.text() == f"Save {len(TAKEN_HOME) + 2} PDFs…"
    desk.page.save_chosen()
    desk.qtbot.waitUntil(lambda: len([*apart.glob("*.pdf")]) == 2, timeout=30_000)
    desk.qtbot.waitUntil(lambda: not desk.page.saver.is_working, timeout=30_000)
    assert asked == ["Save the PDFs into", "Save what is not for the room into"]
    assert len([*general.glob("*.pdf")]) == len(TAKEN_HOME)
    assert {path.name.split(" - ", 1)[1] for path in apart.iterdir()} == {
        "Leader-only annex.pdf",
        "Facilitator-only run sheet.pdf",
    }
    spoken = model.index(model.rowCount() - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Leader-only annex, 1 page. Chosen. Not for the room."


def test_a_private_note_is_on_the_annex_and_nowhere_else(desk):
    desk.qtbot.waitUntil(lambda: not desk.page._is_stale and desk.page._maker is None)
    texts = {name: text_of(made.data) for name, made in desk.page._made.items()}
    holding = {name for name, text in texts.items() if PRIVATE_MARK in text}
    assert holding == set(NOT_FOR_THE_ROOM)


def test_replacing_is_asked_once_and_can_be_left(desk, tmp_path, answer):
    desk.save_into(tmp_path)
    first = next(tmp_path.glob("*.pdf"))
    first.write_bytes(b"notes of somebody")
    asked = answer("Go back")
    desk.save_into(tmp_path)
    assert asked == [f"{len(TAKEN_HOME)} of these files are in the folder already."]
    assert first.read_bytes() == b"notes of somebody"
    answer("Replace")
    desk.save_into(tmp_path)
    assert first.read_bytes().startswith(b"%PDF-")


def test_a_folder_that_vanished_is_told_in_a_sentence(desk, tmp_path):
    desk.save_into(tmp_path / "gone")
    assert desk.page.outcome.text.startswith("There is no folder for ")
    assert "Saved 0 of" in desk.page.outcome.text


def test_a_disk_that_fills_up_leaves_whole_files_only(desk, tmp_path, monkeypatch):
    from workshop.ui.console.close import worker

    real, made = worker.render, []

    def fill_up(view, what, path, **options):
        if made:
            raise FileError("The disk is full.")
        made.append(what)
        return real(view, what, path, **options)

    monkeypatch.setattr(worker, "render", fill_up)
    desk.save_into(tmp_path)
    assert desk.page.outcome.text == (
        f"The disk is full. Saved 1 of {len(TAKEN_HOME)} PDF in “{tmp_path}”."
    )
    assert [path.suffix for path in tmp_path.iterdir() if path.is_file()].count(".pdf") == 1


def test_saving_can_be_canceled_between_handouts(context, qtbot, tmp_path, monkeypatch):
    from workshop.ui.console.close import worker

    started, go_on = threading.Event(), threading.Event()
    real = worker.render

    def wait(view, what, path, **options):
        started.set()
        go_on.wait(20)
        return real(view, what, path, **options)

    monkeypatch.setattr(worker, "render", wait)
    job = Job(context.bridge.view, tuple(HANDOUTS), PLAIN, tmp_path, ("a.pdf",) * len(HANDOUTS))
    made = HandoutWorker(job)
    made.start()
    assert started.wait(20)
    made.requestInterruption()
    go_on.set()
    assert made.wait(30_000)
    assert len([*tmp_path.glob("*.pdf")]) == 1


def test_paper_is_remembered_and_the_next_date_is_a_fact(desk):
    desk.page.options.paper._group.button(1).click()
    assert desk.context.settings.paper == "a4"
    desk.page.options.next_date.text.setText("+60")
    desk.page.options.next_date.text.editingFinished.emit()
    assert desk.context.bridge.state.facts.next_date == DAY + dt.timedelta(days=60)


def test_pages_are_counted_again_after_a_change(desk):
    before = desk.pages[0]
    many = tuple(
        Commitment(id=-n, text=f"Fix number {n}", kind=CommitmentKind.FIX_NOW, owner="Director")
        for n in range(1, 60)
    )
    desk.context.bridge.execute(AddRecords(many))
    desk.qtbot.waitUntil(lambda: desk.pages[0] > before, timeout=30_000)


def test_a_page_is_shown_as_it_prints_and_pages_turn_by_keys(desk):
    preview = desk.page.preview
    inventory = list(HANDOUTS).index("inventory")
    for _ in range(inventory):
        desk.press(Key.Key_Down)
    desk.qtbot.waitUntil(lambda: preview.is_drawn and not preview.image.isNull())
    assert preview.image.width() > preview.image.height()  # the inventory lies on its side
    assert preview.pages == desk.pages[inventory]
    before = desk.context.room.stage
    desk.context.bridge.execute(AddRecords(tuple(map(_process_card, range(1, 60)))))
    desk.qtbot.waitUntil(lambda: preview.pages > 1, timeout=30_000)
    desk.press(Key.Key_PageDown)
    assert preview.page == 2
    assert any(each == f"Page 2 of {preview.pages}" for each in words_on(preview))
    desk.press(Key.Key_PageUp)
    desk.press(Key.Key_PageUp)
    assert preview.page == 1
    assert desk.context.room.stage == before


def test_the_shown_page_is_the_page_of_the_file(desk, tmp_path):
    preview = desk.page.preview
    desk.qtbot.waitUntil(lambda: preview.is_drawn and not preview.image.isNull())
    desk.save_into(tmp_path)
    data = next(tmp_path.glob("*- Commitments.pdf")).read_bytes()
    width = preview.image.width()
    drawn = draw_page(data, 0, width / 612)
    footer = preview.image.height() * 94 // 100  # below stands the minute at which it was made
    assert drawn.copy(0, 0, width, footer) == preview.image.copy(0, 0, width, footer)


def test_keys_zoom_and_show_the_whole_page_again(desk):
    preview = desk.page.preview
    desk.qtbot.waitUntil(lambda: preview.is_drawn and not preview.image.isNull())
    whole = preview.image.width()
    desk.press(Key.Key_Plus, CTRL)
    desk.qtbot.waitUntil(lambda: preview.is_drawn and preview.image.width() > whole)
    desk.press(Key.Key_0, CTRL)
    desk.qtbot.waitUntil(lambda: preview.is_drawn and preview.image.width() == whole)


def test_pages_are_printed_at_their_size_and_each_on_its_sheet(desk, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    made = [desk.page._made[name].data for name in ("commitments", "inventory")]
    desk.page.printing.print_on(printer, tuple(made))
    desk.qtbot.waitUntil(lambda: not desk.page.printing.is_working, timeout=30_000)
    pages = sum(len(page_sizes(data)) for data in made)
    assert desk.said == f"Sent {pages} pages to the printer."
    sizes = page_sizes((tmp_path / "out.pdf").read_bytes())
    assert [(round(s.width()), round(s.height())) for s in (sizes[0], sizes[-1])] == [
        (612, 792),
        (792, 612),
    ]
    printed = draw_page((tmp_path / "out.pdf").read_bytes(), 0, 0.5)
    assert any(printed.pixelColor(x, 22).lightness() < 128 for x in range(printed.width()))


def test_without_a_printer_one_sentence_says_so(desk, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    desk.press(Key.Key_P, CTRL)
    assert desk.said.startswith("No printer is set up on this computer")
    assert desk.page.outcome.isVisible()


def test_printing_given_up_stops_between_pages(desk, tmp_path, monkeypatch):
    from workshop.ui.console.close import printing

    started, go_on = threading.Event(), threading.Event()
    real = printing.draw_page

    def wait(data, number, scale):
        started.set()
        go_on.wait(20)
        return real(data, number, scale)

    monkeypatch.setattr(printing, "draw_page", wait)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    task = printing.PrintTask(printer, (desk.page._made["inventory"].data,) * 3)
    wanted = [True]
    thread = threading.Thread(target=task, args=(lambda: wanted[0],))
    thread.start()
    assert started.wait(20)
    wanted[0] = False
    go_on.set()
    thread.join(20)
    assert task.done == 1


def test_characters_without_a_glyph_are_told_before_anything_is_saved(make_context, qtbot):
    commitment = Commitment(id=0, text="Adopt \U00013000 now", kind=CommitmentKind.FIX_NOW)
    context = make_context(AddRecords((commitment,)), title="Riverside")
    desk = CloseDesk(context, qtbot, Phase.CLOSE)
    missing = desk.page.options.missing
    qtbot.waitUntil(missing.isVisible, timeout=30_000)
    assert "\U00013000" in missing.text()
    context.bridge.execute(EditRecord(Commitment, 1, {"text": "Adopt it now"}))
    qtbot.waitUntil(lambda: not missing.isVisible(), timeout=30_000)


def test_a_folder_that_vanished_afterwards_is_told(desk, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    desk.save_into(folder)
    shutil.rmtree(folder)
    desk.page.saver.open_folder()
    assert desk.said == f"The folder “{folder}” is not there now."


def test_a_marking_that_the_session_lacks_refuses_pages_with_the_reason(desk, tmp_path):
    options, page = desk.page.options, desk.page
    options.profile.choose(MarkingProfile.CUI_DOD)
    desk.qtbot.waitUntil(options.missing.isVisible, timeout=30_000)
    assert options.missing.text().startswith("CUI as DoD marks it needs who controls it")
    assert page.preview.pages == 0
    desk.save_into(tmp_path)
    assert desk.said == options.missing.text()
    assert not [*tmp_path.glob("*.pdf")]
    page.print_chosen()
    assert desk.said == options.missing.text()
    values = {
        "controlled_by": "District", "cui_category": "PRVCY", "distribution": "Statement A",
        "point_of_contact": "Ruth, 555-0100",
    }  # fmt: skip
    desk.context.bridge.execute(EditRecord(SessionFacts, 1, values))
    desk.qtbot.waitUntil(lambda: page.preview.pages > 0, timeout=30_000)
    desk.qtbot.waitUntil(lambda: page._maker is None, timeout=30_000)
    assert not options.missing.isVisible()
    desk.save_into(tmp_path)
    assert all(path.stem.endswith("- CUI") for path in tmp_path.glob("*.pdf"))


def test_roles_stand_for_names_and_a_record_says_so(desk, tmp_path):
    person = Participant(id=0, name="Ruth Alvarez", role="District head")
    made = Commitment(id=0, text="Post it", kind=CommitmentKind.FIX_NOW, owner="Ruth Alvarez")
    desk.context.bridge.execute(AddRecords((person, made)))
    desk.page.options.roles.setChecked(True)
    desk.page.options.record.setChecked(True)
    assert desk.page.options.words == "Letter, PDF/A for records"
    desk.save_into(tmp_path)
    path = next(tmp_path.glob("*- Commitments by owner.pdf"))
    shown = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    assert b"Ruth Alvarez" not in shown
    assert b"District head" in shown
    assert b"pdfaid" in path.read_bytes()


def test_s_thanks_the_room(desk):
    desk.press(Key.Key_S)
    assert desk.context.room.stage.scene is Scene.CLOSE


def test_leaving_waits_for_what_is_being_written(desk, tmp_path):
    saver = desk.page.saver
    saver.save(desk.page.model.chosen_names, desk.page.options.chosen, tmp_path)
    desk.window.close()
    assert not saver.is_working
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in tmp_path.glob("*.pdf"))


def test_names_are_safe_for_every_system():
    facts = SessionFacts(id=1, session_id="", title='a/b\\c:d*e?"<f>|\n.', marking="")
    name = pdf_name(facts, "commitments")
    assert not set(name) & set('<>:"/\\|?*\n')
    blank = SessionFacts(id=1, session_id="")
    assert pdf_name(blank, "owners") == "Session - Commitments by owner.pdf"


def test_the_model_is_sound():
    model = HandoutModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.set_pages("owners", 3)
    checked = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index(0), Qt.CheckState.Unchecked, checked)
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Commitments by owner, 3 pages. Chosen."
    )
    tester.deleteLater()
    model.deleteLater()


def test_nothing_private_is_in_the_view_that_pages_are_made_from():
    from workshop.domain.public import PublicView

    assert Note not in PublicView.of(full_session()).tables


def test_what_is_kept_while_the_window_closes_makes_no_pages_any_more(desk):
    desk.window.panel.only_you.new_note.setPlainText("Call the director")
    desk.window.close()
    assert [note.text for note in desk.context.bridge.state.all(Note)][-1] == "Call the director"
    assert not desk.page._quiet.isActive()
