"""Which card or process comes next on the wall."""

from collections.abc import Sequence

from workshop.domain.enums import Bucket
from workshop.domain.public import PublicView
from workshop.domain.ranking import INVENTORY
from workshop.domain.stage import CARD_SCENES, Scene, Stage


def following(view: PublicView, stage: Stage, by: int) -> int | None:
    """Return the card or process that comes `by` after the one that is shown; None at the end.

    Cards are those that are not sorted yet. From none, or one that is sorted by now, the first one
    follows.
    """
    key = Bucket.UNSORTED if stage.scene in CARD_SCENES else INVENTORY
    ids: Sequence[int] = view.ranking.ids(key)
    if stage.subject_id not in ids:
        return ids[0] if ids else None
    at = ids.index(stage.subject_id) + by
    return ids[at] if 0 <= at < len(ids) else None


def steps_by_subject(stage: Stage) -> bool:
    """Tell whether a scene goes on by card or process, and not by page."""
    return stage.scene in {*CARD_SCENES, Scene.PROCESS}


def first_subject(view: PublicView, scene: Scene, shown: Stage) -> int | None:
    """Return what a scene is about when it is switched to: what is shown, if it is of that kind."""
    if scene not in {Scene.CARD, Scene.PROCESS}:
        return None
    alike = CARD_SCENES if scene is Scene.CARD else (scene,)
    if shown.scene in alike and shown.subject_id is not None:
        return shown.subject_id
    return following(view, Stage(scene=scene), 0)
