"""Which processes the inventory has: chosen, voted for, made one, taken apart."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject

from workshop.domain.commands.processes import ChooseProcesses, MergeProcesses, SplitProcess
from workshop.domain.merging import conflicts
from workshop.domain.records import Process
from workshop.domain.text import counted, shorten
from workshop.ui.actions import ActionSpec, Menu
from workshop.ui.context import Context
from workshop.ui.counts import VOTES
from workshop.ui.dialogs.pick import PickDialog, Question
from workshop.ui.inventory.grid import Grid

_CHOOSE = Question(
    "Which processes do we dig into?",
    "The clock plans for those that are picked, and they are asked about one by one. "
    "With none picked it is all of them.",
    "Dig into these",
)
_SHOWN_CONFLICTS = 3


class Shaping(QObject):
    """Asks in dialogs, and changes the inventory by what is picked there."""

    def __init__(self, context: Context, grid: Grid) -> None:
        """Work on the current process of a grid."""
        super().__init__(grid)
        self._context = context
        self._grid = grid
        # The dialog that is open, for whoever drives it.
        self.dialog: PickDialog | None = None

    def actions(self) -> Iterator[tuple[ActionSpec, Callable[[], object]]]:
        """Yield each action with what it runs."""
        yield _spec("choose", "Choose which processes to dig into…", "Ctrl+D"), self.choose
        yield _spec("votes", "Count votes for the processes…", "Ctrl+Shift+V"), self.vote
        yield _spec("merge", "Make this and other processes one…", "Ctrl+M"), self.merge
        yield _spec("split", "Take activities out of this process…", "Ctrl+Shift+M"), self.split
        yield _spec("hear", "Import what users said\u2026", "Ctrl+I"), self.ask_voices

    @property
    def _processes(self) -> list[Process]:
        return self._context.bridge.state.processes()

    @property
    def _current(self) -> Process | None:
        return self._context.bridge.state.get(Process, self._grid.process_id or 0)

    def _ask(
        self,
        question: Question,
        items: list[tuple[int, str]],
        checked: set[int],
        take: Callable[[tuple[int, ...]], object],
    ) -> None:
        dialog = PickDialog(self._context, question, items, checked, self._grid.window())
        dialog.picked.connect(take)
        dialog.finished.connect(self._end)
        self.dialog = dialog
        dialog.open()

    def _end(self) -> None:
        self.dialog = None
        self._grid.setFocus()

    # Choose and vote

    def choose(self) -> None:
        """Pick the processes to dig into."""
        processes = self._processes
        if processes:
            checked = {each.id for each in processes if each.chosen}
            items = [(each.id, each.name) for each in processes]
            self._ask(_CHOOSE, items, checked, self._choose)

    def _choose(self, ids: tuple[int, ...]) -> None:
        before = {each.id for each in self._processes if each.chosen}
        added, left_out = set(ids) - before, before - set(ids)
        if added:
            self._context.bridge.execute(ChooseProcesses(tuple(sorted(added))))
        if left_out:
            self._context.bridge.execute(ChooseProcesses(tuple(sorted(left_out)), chosen=False))

    def vote(self) -> None:
        """Count the votes of the room."""
        from workshop.ui.dialogs.votes import VotesDialog

        processes = self._processes
        if processes:
            dialog = VotesDialog(self._context, processes, VOTES, self._grid.window())
            dialog.finished.connect(self._grid.setFocus)
            dialog.open()

    # What users said

    def ask_voices(self) -> None:
        """Ask for a table of what users said, and show what it would add."""
        from workshop.ui.dialogs.files import ask_source, documents

        path = ask_source(self._grid.window(), "Import what users said", documents())
        if path is not None:
            self.preview_voices(path)

    def preview_voices(self, path: Path) -> None:
        """Show what a table of what users said would add."""
        from workshop.exchange.columns import Kind
        from workshop.exchange.importing import Source
        from workshop.files import FileError, os_error_sentence
        from workshop.ui.dialogs.add_many import AddMany

        try:
            data = path.read_bytes()
        except OSError as error:
            self._context.say(str(FileError(os_error_sentence(error, path))))
            return
        source, window = Source(data, path.name), self._grid.window()
        dialog = AddMany(self._context, source, window, kind=Kind.FEEDBACK)
        dialog.finished.connect(self._grid.setFocus)
        dialog.open()

    # Merge and split

    def merge(self) -> None:
        """Pick the processes that are one with the current one."""
        keep = self._current
        if keep is None:
            return
        others = [(each.id, each.name) for each in self._processes if each.id != keep.id]
        if not others:
            self._context.say("There is no other process to make one with this one.")
            return
        question = Question(
            f"What is one process with “{shorten(keep.name)}”?",
            "Its activities, answers, voices and commitments come along. "
            "Both answers are kept where two disagree: the first one counts.",
            "Make them one",
            told=lambda ids: self._told_of_merge(keep.id, ids),
            least=1,
        )
        self._ask(question, others, set(), lambda ids: self._merge(keep.id, ids))

    def _told_of_merge(self, keep_id: int, ids: tuple[int, ...]) -> str:
        """Return what disagrees, without a word of what is private."""
        found = conflicts(self._context.bridge.state, keep_id, ids) if ids else []
        public = [each for each in found if not each.private]
        parts = [
            f"{each.field.replace('_', ' ')}: “{shorten(str(each.kept))}” stays, "
            f"“{shorten(str(each.other))}” is set aside"
            for each in public[:_SHOWN_CONFLICTS]
        ]
        more = len(found) - len(parts)
        if more > 0:
            parts.append(counted(more, ("more answer disagrees", "more answers disagree")))
        return "; ".join(parts) + "." if parts else ""

    def _merge(self, keep_id: int, ids: tuple[int, ...]) -> None:
        self._context.bridge.execute(MergeProcesses(keep_id, ids))

    def split(self) -> None:
        """Pick the activities that are a process of their own."""
        process = self._current
        if process is None:
            return
        cards = self._context.bridge.state.activities_of(process.id)
        if len(cards) < 2:
            self._context.say("This process has one activity: there is nothing to take out.")
            return
        question = Question(
            f"What is not part of “{shorten(process.name)}”?",
            "The activities that are picked become a process of their own. One or more stays.",
            "Take them out",
            least=1,
        )
        items = [(card.id, card.text) for card in cards]
        self._ask(question, items, set(), lambda ids: self._split(process.id, ids))

    def _split(self, process_id: int, ids: tuple[int, ...]) -> None:
        self._context.bridge.execute(SplitProcess(process_id, ids))


def is_vote(key: str) -> bool:
    """Tell whether a draft is a vote that was typed and not kept."""
    return key.startswith(f"{VOTES} ")


def _spec(name: str, text: str, *keys: str) -> ActionSpec:
    return ActionSpec(f"{name}_processes", text, Menu.GRID, keys)
