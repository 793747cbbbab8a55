"""The menu of a window, made from its actions."""

from PySide6.QtWidgets import QMenu, QWidget

from workshop.ui.actions import Actions, Menu


def fill_menu(menu: QMenu, actions: Actions) -> None:
    """Put every action that can act now into the menu that it names."""
    for old in menu.findChildren(QMenu):
        old.deleteLater()
    menu.clear()
    for name in Menu:
        found = [actions[spec.name] for spec in actions.specs() if spec.menu is name]
        shown = [each for each in found if _is_in_view(each.parent())]
        if shown:
            menu.addMenu(name.value).addActions(shown)


def _is_in_view(owner: object) -> bool:
    """Tell whether the widget in which an action acts is there: its window or the current page."""
    return isinstance(owner, QWidget) and owner.isVisible()
