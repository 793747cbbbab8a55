"""What the keys of the close phase do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workshop.ui.actions import ActionSpec, Menu

if TYPE_CHECKING:
    from workshop.ui.console.close.page import ClosePage

_MENU = Menu.HANDOUTS


def close_actions(page: ClosePage) -> Iterator[tuple[ActionSpec, Callable[[], object]]]:
    """Yield each action with what it runs."""
    yield _spec("save_pdfs", "Save the chosen PDFs…", "Ctrl+S"), page.save_chosen
    yield _spec("save_pdf", "Save the PDF that is shown…"), page.save_shown
    yield _spec("print", "Print the chosen handouts…", "Ctrl+P"), page.print_chosen
    yield _spec("print_shown", "Print the handout that is shown…"), page.print_shown
    yield _spec("open_folder", "Open the folder of the PDFs"), page.saver.open_folder
    yield _spec("zoom_in", "Page larger", "Ctrl++", "Ctrl+="), page.preview.zoom_in
    yield _spec("zoom_out", "Page smaller", "Ctrl+-"), page.preview.zoom_out
    yield _spec("whole_page", "Whole page", "Ctrl+0"), page.preview.show_whole


def _spec(name: str, text: str, *keys: str) -> ActionSpec:
    return ActionSpec(name, text, _MENU, keys)
