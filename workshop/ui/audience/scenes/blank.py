"""The dark wall."""

from workshop.ui.audience.scenes.drawing import Drawing


def compose(width: float, height: float) -> Drawing:
    """Return a wall that shows nothing, dark in every theme."""
    return Drawing(width, height, "blank")
