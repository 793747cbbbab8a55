"""What the result leads to: talking points, the leadership mix, who could take over."""

from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from workshop.domain.changes import ChangeSet
from workshop.domain.commands.leadership import CountLeadershipMix
from workshop.domain.dig import without_successor
from workshop.domain.leadership import gap, mix, results, talking_points
from workshop.domain.records import LeadershipAnswers, LeadershipMix, Process
from workshop.domain.text import counted, shorten
from workshop.ui.context import Context
from workshop.ui.theme import bold, semibold
from workshop.ui.widgets import column, count_field, label, row
from workshop.words import words

_SHOWN = 8


class _Card(QFrame):
    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.context = context
        self.inner: QVBoxLayout = column(
            label(title, "heading"), spacing=8, margins=(18, 14, 18, 16)
        )
        self.setLayout(self.inner)
        self._lines: list[QWidget] = []

    def show_lines(self, lines: list[QLabel]) -> None:
        """Show these in place of those before."""
        for each in self._lines:
            self.inner.removeWidget(each)
            each.setParent(None)
            each.deleteLater()
        self._lines = [*lines]
        for each in lines:
            self.inner.addWidget(each)


class TalkingPoints(_Card):
    """The gap between person and agency, and the lowest two items."""

    def __init__(self, context: Context) -> None:
        """Follow the session."""
        super().__init__(context, "What to talk about")
        context.bridge.changed.connect(self._follow)
        self._show()

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is LeadershipAnswers for change in change_set.changes):
            self._show()

    def _show(self) -> None:
        check = words().leadership
        found = results(self.context.bridge.view)
        texts = {item.number: item.text for item in check.items}
        apart = gap(
            found,
            [item.number for item in check.person_items],
            [item.number for item in check.agency_items],
        )
        lines = [label(sentence, wrap=True) for sentence in _gap_words(apart.person, apart.agency)]
        for each in lines:
            each.setFont(semibold(15))
        for result in talking_points(found):
            text = texts.get(result.item, "")
            lines.append(label(f"{result.mean:.1f}  {text}", wrap=True))
        self.show_lines(lines)
        if not found or self.parent() is not None:  # shown without a parent it is a window
            self.setVisible(bool(found))


def _gap_words(person: float | None, agency: float | None) -> list[str]:
    """Return how far apart the two stand, in a sentence."""
    if person is None or agency is None:
        return []
    apart = round(person - agency, 1)
    if not apart:
        return [f"Leaders and agency stand at the same {person:.1f}."]
    ahead = "leaders see themselves ahead of the agency" if apart > 0 else "the agency is ahead"
    return [f"Leaders {person:.1f}, agency {agency:.1f}: {ahead} by {abs(apart):.1f}."]


class MixCard(_Card):
    """How many leaders do what: three numbers."""

    def __init__(self, context: Context) -> None:
        """Follow the session."""
        asked = words().leadership.mix
        super().__init__(context, "Leadership mix")
        self.inner.addWidget(label(asked.question, "muted", wrap=True))
        self.fields = {
            name: self._field(name, getattr(asked, name))
            for name in ("routine", "future", "lasting")
        }
        context.bridge.changed.connect(self._follow)
        self._show()

    def _field(self, name: str, said: str) -> QLineEdit:
        found = count_field(f"How many leaders {said}")
        found.setFixedWidth(64)
        found.setFont(bold(17))
        found.setProperty("part", name)
        found.editingFinished.connect(self.keep)
        words_label = label(said, wrap=True)
        line = row(found, words_label, spacing=12)
        line.setStretch(1, 1)
        self.inner.addLayout(line)
        return found

    def _show(self) -> None:
        counts = mix(self.context.bridge.view)
        for name, field in self.fields.items():
            field.setText(str(getattr(counts, name)) if counts else "")

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is LeadershipMix for change in change_set.changes):
            self._show()

    def keep(self) -> None:
        """Keep the three numbers."""
        typed = {name: int(field.text() or 0) for name, field in self.fields.items()}
        counts = mix(self.context.bridge.view)
        before = {name: getattr(counts, name) if counts else 0 for name in typed}
        if typed != before:
            self.context.bridge.execute(CountLeadershipMix(**typed), merge_key="leadership mix")


class Successors(_Card):
    """The key processes that nobody could take over."""

    def __init__(self, context: Context) -> None:
        """Follow the session."""
        super().__init__(context, "Key processes without a successor")
        context.bridge.changed.connect(self._follow)
        self._show()

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.kind is Process for change in change_set.changes):
            self._show()

    def _show(self) -> None:
        view = self.context.bridge.view
        found = without_successor(view)
        lines = [label(shorten(each.name, 90), wrap=True) for each in found[:_SHOWN]]
        left = len(found) - _SHOWN
        if left > 0:
            lines.append(label(f"and {counted(left, ('other', 'others'))}", "muted"))
        if not found:
            lines.append(label(_nobody_needed(list(view.processes)), "muted", wrap=True))
        self.show_lines(lines)


def _nobody_needed(processes: list[Process]) -> str:
    if any(process.key for process in processes):
        return "Each key process has somebody who could take over."
    return "No process is marked as key yet: do so in the Inventory."
