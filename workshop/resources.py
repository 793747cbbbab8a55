"""Find the files that Gather ships with: fonts, icons, questions, the sample.

A wheel carries them inside the package; a checkout has them in `resources` beside it.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
FOLDERS = (PACKAGE / "resources", PACKAGE.parent / "resources")


def resource(*parts: str) -> Path:
    """Give the path of a file or folder that ships with Gather, such as ``"fonts", "README.md"``.

    Raises FileNotFoundError, with a sentence for the user, when the installation lacks it.
    """
    for folder in FOLDERS:
        path = folder.joinpath(*parts)
        if path.exists():
            return path
    name = "/".join(parts)
    raise FileNotFoundError(f"Gather's own file {name} is missing: please install Gather again.")
