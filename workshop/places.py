"""Where Gather keeps things that belong to the user and to no session."""

import os
from pathlib import Path

DATA_FOLDER_VARIABLE = "GATHER_DATA_DIR"


def data_folder() -> Path:
    """Return the folder of the user's data, which may not be there yet."""
    chosen = os.environ.get(DATA_FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("gather", appauthor=False)


def make_private(folder: Path) -> None:
    """Make a folder inside the user's data folder, each level for this user alone.

    Raises OSError where it cannot be made.
    """
    root = data_folder()
    root.parent.mkdir(parents=True, exist_ok=True)
    levels = [
        level for level in (folder, *folder.parents) if level == root or root in level.parents
    ]
    for level in reversed(levels):
        level.mkdir(mode=0o700, exist_ok=True)
