"""What could be done about a process, best first, each with its reason."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
)

from workshop.domain.dates import shown_until
from workshop.domain.enums import Triage
from workshop.domain.records import PrivateAnswers, Process
from workshop.domain.text import MAX_TEXT_LENGTH, one_line
from workshop.domain.triage import Suggestion, suggest_living_with, suggest_privately
from workshop.ui.badges import (
    BADGE_HEIGHT,
    KeyButton,
    keycap_width,
    paint_badge,
    paint_keycap,
    triage_word,
)
from workshop.ui.console.commit.painting import paint_lines
from workshop.ui.context import Context
from workshop.ui.drafts import DraftKeeper
from workshop.ui.icons import paint_icon, pixmap
from workshop.ui.theme import font, semibold
from workshop.ui.widgets import button, frame, label, make_blank, row

_BADGE_LEFT, _BADGE_WIDTH = 42, 126
_ROW, _LOWEST_ROW = 40, 34  # lower where all six are offered in a low window
_BRIEF_WIDTH = _BADGE_LEFT + _BADGE_WIDTH + 40  # box, badge and key


class _Row(QAbstractButton):
    """One suggestion: a box to check, the badge, its key, and the reason unless it is brief."""

    def __init__(self, context: Context, suggestion: Suggestion, key: int, *, on: bool) -> None:
        super().__init__()
        self._context = context
        self._suggestion = suggestion
        self._key = str(key)
        self.setCheckable(True)
        self.setChecked(on)
        self.setMinimumHeight(_LOWEST_ROW)
        self.setMaximumHeight(_ROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chosen = ", chosen" if on else ""
        words = triage_word(suggestion.triage)
        self.setAccessibleName(f"{words}. {suggestion.reason} ({key}){chosen}")
        self.setToolTip(suggestion.reason)

    @property
    def triage(self) -> Triage:
        return self._suggestion.triage

    def set_brief(self, on: bool) -> None:
        self._is_brief = on
        across = QSizePolicy.Policy.Fixed if on else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self.update()

    def nextCheckState(self) -> None:
        """Leave the check to the session: what is chosen is shown when it is on the disk."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BRIEF_WIDTH, _LOWEST_ROW if self._is_brief else _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, on = self._context.colors, self.isChecked()
        kind = self._suggestion.triage.value
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if on:
            painter.setPen(QPen(colors[f"{kind} solid"], 1.6))
            painter.setBrush(colors[f"{kind} tint"])
            painter.drawRoundedRect(whole, 6, 6)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["sunken"])
            painter.drawRoundedRect(whole, 6, 6)
        self._paint_box(painter, QRectF(10, self.height() / 2 - 10, 20, 20), on=on)
        top = (self.height() - BADGE_HEIGHT) / 2
        badge = QRectF(_BADGE_LEFT, top, _BADGE_WIDTH, BADGE_HEIGHT)
        paint_badge(painter, badge, self._suggestion.triage, colors)
        cap = self.width() - keycap_width(self._key) - 12
        paint_keycap(painter, cap, self.height() / 2, self._key, colors["muted"])
        if not self._is_brief:
            self._paint_reason(painter, badge.right() + 14, cap - 12)
        painter.end()

    def _paint_reason(self, painter: QPainter, left: float, right: float) -> None:
        words = QRectF(left, 1, right - left, self.height() - 2)
        typeface = semibold(15) if self.isChecked() else font(15)
        color = self._context.colors["text"]
        paint_lines(painter, words, self._suggestion.reason, typeface, color)

    def _paint_box(self, painter: QPainter, box: QRectF, *, on: bool) -> None:
        colors = self._context.colors
        painter.setPen(QPen(colors["primary" if on else "strong border"], 1.6))
        painter.setBrush(colors["primary"] if on else colors["surface"])
        painter.drawRoundedRect(box, 4, 4)
        if on:
            paint_icon(painter, "check", box.adjusted(3, 3, -3, -3), colors["on primary"])


class Suggestions(QFrame):
    """The card in which the room's decision is taken."""

    # A Triage.
    chosen = Signal(object)
    # Until when the room lives with it.
    until_typed = Signal(str)
    # Why the room decided otherwise than suggested.
    reason_typed = Signal(str)

    def __init__(self, context: Context) -> None:
        """Begin without a process."""
        super().__init__()
        self.setProperty("look", "card")
        self._context = context
        self._process: Process | None = None
        self._private = PrivateAnswers(id=0)
        self._shows_all = False
        self._rows: list[_Row] = []
        self._keepers: dict[QLineEdit, DraftKeeper] = {}
        self._title = label()
        self._title.setFont(semibold(15))
        self._all = KeyButton(context, "All six", "F4")
        self._all.setCheckable(True)
        self._all.clicked.connect(self.toggle_all)
        self._is_brief = False
        self._places = QGridLayout()
        self._places.setSpacing(1)
        self.until = QLineEdit()
        self.until.setMaxLength(MAX_TEXT_LENGTH)
        self.until.setPlaceholderText("A day or an event, such as the new contract")
        self.until.setAccessibleName("Until when do we live with it?")
        self.until.returnPressed.connect(self._tell_until)
        keep = button(context, "Live with it")
        keep.clicked.connect(self._tell_until)
        self._until_row = frame("")
        ask = label("Until when?")
        ask.setFont(semibold(15))
        self._until_row.setLayout(row(ask, self.until, keep, margins=(_BADGE_LEFT, 2, 6, 2)))
        self.why = QLineEdit()
        self.why.setPlaceholderText("In a sentence; it stands on the handouts")
        self.why.setAccessibleName("Why does the room decide otherwise?")
        self.why.setMaxLength(MAX_TEXT_LENGTH)
        self.why.editingFinished.connect(self.keep_reason)
        self._why_row = frame("")
        why = label("Why?")
        why.setFont(semibold(15))
        self._why_row.setLayout(row(why, self.why, margins=(_BADGE_LEFT, 2, 6, 2)))
        self._line = frame("line")
        self._lock = label()
        self._secret = label("", "muted", wrap=True)
        self._lock_row = frame("")
        self._build()
        context.themed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        lock_row = row(self._lock, self._secret, spacing=14, margins=(10, 4, 8, 0))
        lock_row.setStretch(1, 1)
        self._lock_row.setLayout(lock_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 10)
        layout.setSpacing(2)
        layout.addLayout(row(self._title, 1, self._all, margins=(8, 0, 8, 0)))
        layout.addLayout(self._places)
        for each in (self._until_row, self._why_row, self._line, self._lock_row):
            layout.addWidget(each)
        self._until_row.hide()

    def _dress(self) -> None:
        self._lock.setPixmap(pixmap("lock", self._context.colors.hex("muted"), 18, 2.0))

    def show_process(self, process: Process | None, private: PrivateAnswers) -> None:
        """Show what could be done about a process."""
        if self._process is None or process is None or process.id != self._process.id:
            self._shows_all = False
            self._until_row.hide()
            for field in (self.until, self.why):
                self._let_go(field)
            make_blank(self.until, self.why)
        elif process.triage is not self._process.triage:
            self._shows_all = False  # it is decided
        self._process, self._private = process, private
        self.setVisible(process is not None)
        self._fill()

    def open_left_over(self, name: str) -> None:
        """Go on with the text that was left in a field of the process that is shown."""
        if name == "until":
            self.ask_until()
        elif self._why_row.isVisible():
            self.why.setFocus()

    def _keep_draft(self, field: QLineEdit, name: str) -> None:
        """Keep what is typed into a field from now on; what was left in it comes back."""
        if self._process is not None and field not in self._keepers:
            key = f"commit.{self._process.id}.{name}"
            self._keepers[field] = self._context.drafts.attach(field, key)

    def _let_go(self, field: QLineEdit, *, is_kept: bool = False) -> None:
        """Stop keeping a draft: it is in the session, or waits for the field to be shown again."""
        keeper = self._keepers.pop(field, None)
        if keeper is not None:
            keeper.close() if is_kept else keeper.put_by()

    @property
    def listed(self) -> list[Triage]:
        """What is offered, by key."""
        return [each.triage for each in self._rows]

    def toggle_all(self) -> None:
        """Offer all six, or those that are suggested."""
        self._shows_all = not self._shows_all
        self._fill()

    @property
    def unkept_until(self) -> str:
        """What is typed where it is asked until when the room lives with the process."""
        return "" if self._until_row.isHidden() else self.until.text().strip()

    def ask_until(self) -> None:
        """Ask until when the room lives with it; what is typed already stays."""
        if self._until_row.isHidden():
            self.until.setText(shown_until(self._process.until) if self._process else "")
            self._keep_draft(self.until, "until")
        self._shows_all = False
        self._fill()
        self._until_row.show()
        self.until.setFocus()

    def choose(self, number: int) -> None:
        """Choose by key, from 1; nothing where there is no such row."""
        if 1 <= number <= len(self._rows):
            self.chosen.emit(self._rows[number - 1].triage)

    def _fill(self) -> None:
        process = self._process
        for each in self._rows:
            self._places.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._rows = []
        if process is None:
            return
        suggested = suggest_privately(process, self._private)
        public = [each for each in suggested if not each.private]
        offered = self._offered(process, public)
        for key, suggestion in enumerate(offered, start=1):
            on = suggestion.triage is process.triage
            made = _Row(self._context, suggestion, key, on=on)
            made.clicked.connect(self._tell)
            self._rows.append(made)
        self._place_rows()
        self._title.setText("Suggested, best first" if public else _open_question(process))
        self._all.setChecked(self._shows_all)
        self._show_why(process, {each.triage for each in public})
        secrets = [each for each in suggested if each.private]
        self._line.setVisible(bool(secrets))
        self._lock_row.setVisible(bool(secrets))
        if secrets:
            told = secrets[0]
            reason = told.reason[:1].lower() + told.reason[1:].rstrip(".")
            self._secret.setText(f"Only you see this: {reason} ({told.triage.value}).")
        if process.triage is Triage.LIVE_WITH_IT and not self._until_row.isHidden():
            self._until_row.hide()
            self._let_go(self.until, is_kept=True)

    def set_brief(self, on: bool) -> None:
        """Offer them side by side without their reasons, or each on its line with it."""
        if on is not self._is_brief:
            self._is_brief = on
            self._place_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer as many side by side as there is room for."""
        super().resizeEvent(event)
        self._place_rows()

    def _place_rows(self) -> None:
        is_brief = self._is_brief and len(self._rows) > 1
        columns = max(1, self.width() // _BRIEF_WIDTH) if is_brief else 1
        for number, each in enumerate(self._rows):
            each.set_brief(is_brief)
            self._places.addWidget(each, *divmod(number, columns))
        room = columns if is_brief else 0
        for column in range(len(Triage) + 1):
            self._places.setColumnStretch(column, int(column == room))

    def _show_why(self, process: Process, suggested: set[Triage]) -> None:
        """Ask for a reason where the room decided what nothing suggests."""
        is_own = process.triage is not None and process.triage not in suggested
        self._why_row.setVisible(is_own)
        if not is_own:
            self._let_go(self.why)
            make_blank(self.why)
        elif self.why in self._keepers:
            self._keepers[self.why].follow(process.triage_reason)
        else:
            self.why.setText(one_line(process.triage_reason))
            self._keep_draft(self.why, "why")

    def _offered(self, process: Process, public: list[Suggestion]) -> list[Suggestion]:
        """Return the suggestions, each triage once, and what the room chose beside them."""
        found = {each.triage: each for each in reversed(public)}
        offered = [each for each in public if found[each.triage] is each]
        rest = [each for each in Triage if each not in found]
        shown = rest if self._shows_all else [each for each in rest if each is process.triage]
        return offered + [_own(each, process) for each in shown]

    def _tell(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, _Row)
        self.chosen.emit(pressed.triage)

    def keep_reason(self) -> None:
        """Keep the reason that is typed about the process."""
        keeper = self._keepers.get(self.why)
        if keeper is not None and keeper.is_touched:
            self.reason_typed.emit(self.why.text().strip())

    def _tell_until(self) -> None:
        self.until_typed.emit(self.unkept_until)


def _open_question(process: Process) -> str:
    """Return what has to be answered before anything is suggested."""
    if process.problem is None:
        return "Question 1 is not answered yet"
    return "Question 1 is half answered: is it a quick fix?"


def _own(triage: Triage, process: Process) -> Suggestion:
    """Return a triage that nothing suggests, with what the room may mean by it."""
    if triage is Triage.LIVE_WITH_IT:
        return suggest_living_with(process)
    return Suggestion(triage, _OWN_REASONS[triage])


# What stands beside a triage that is not suggested: the room may have its own reason.
_OWN_REASONS = {
    Triage.FIX_NOW: "We fix it at once.",
    Triage.ORG_CHART: "Somebody else has to be in charge of it.",
    Triage.LONG_TERM: "We improve it as quickly as money and contracts allow.",
    Triage.FIND_OUT: "We ask first.",
    Triage.LEAVE_ALONE: "It works. Leave it alone.",
}
