"""Where Gather keeps things that belong to the user and to no session."""

import os
from pathlib import Path

from platformdirs import user_data_path

DATA_FOLDER_VARIABLE = "GATHER_DATA_DIR"


def data_folder() -> Path:
    """Return the folder of the user's data, which may not be there yet."""
    chosen = os.environ.get(DATA_FOLDER_VARIABLE)
    return Path(chosen) if chosen else user_data_path("gather", appauthor=False)
