"""How fast the wall follows, each figure beside its floor.

    python -m tests.benchmarks.bench_wall

The floor is filling the whole wall with one color, which any repaint costs. What is measured is
composing and painting a scene anew at 1920 x 1080 after a card was moved.
"""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from tests.sessions import blank_session, run
from tests.ui.audience.reference import reference
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.records import AddRecords
from workshop.domain.enums import Bucket
from workshop.domain.public import PublicView
from workshop.domain.records import Activity
from workshop.domain.stage import Scene, Stage
from workshop.domain.state import State
from workshop.ui.audience import still
from workshop.ui.audience.scenes import compose, paint
from workshop.ui.room import Look, RoomPicture
from workshop.ui.theme import ThemeName, load_fonts, theme

WALL = QSize(1920, 1080)
MOVES = 60
BUDGET_MS = 8.0
SCENES = (Scene.CARD, Scene.BOARD, Scene.PICTURE, Scene.GATHER)
REPAINTS = 20


def main() -> None:
    app = QGuiApplication([])
    load_fonts()
    image = QImage(WALL, QImage.Format.Format_RGB32)
    floor = median(timed(partial(image.fill, 0xEEF1F4)) for _ in range(MOVES))
    print(f"floor, filling the wall: {floor:.2f} ms; budget {BUDGET_MS:.0f} ms")
    for count in (300, 1_000, 10_000):
        state = crowd(count)
        for scene in SCENES:
            times = sorted(follow(state, scene, image))
            worst = times[int(len(times) * 0.95)]
            composing = median(timed(partial(compose_only, state, scene)) for _ in range(20))
            verdict = "ok" if worst < BUDGET_MS else "OVER"
            print(
                f"{scene.value:11} {count:6,} cards: median {median(times):5.2f}, "
                f"95 % {worst:5.2f} ms, of which composing {composing:5.2f}  {verdict}"
            )
    every_scene(image)
    app.quit()


def every_scene(image: QImage) -> None:
    """Compose and paint each scene of a whole session anew, as the first of its kind and later."""
    view, look = PublicView.of(reference()), Look(theme(ThemeName.LIGHT))
    for scene in Scene:
        stage = Stage(scene=scene, hold_until="10:45")
        picture = replace(still.picture_of(view, stage), timer="12:40")
        first, *times = (timed(partial(draw, image, picture, look)) for _ in range(REPAINTS + 1))
        middle = median(times)
        verdict = "ok" if middle < BUDGET_MS else "OVER"
        print(f"{scene.value:11} first {first:6.2f}, median {middle:5.2f} ms  {verdict}")


def draw(image: QImage, picture: RoomPicture, look: Look) -> None:
    painter = QPainter(image)
    paint(painter, image.rect(), picture, look)
    painter.end()


def crowd(count: int) -> State:
    buckets = list(Bucket)
    verbs = ("Sign", "Review", "Route", "Answer", "Schedule", "Reconcile", "Approve")
    cards = (
        Activity(
            id=-n,
            text=f"{verbs[n % 7]} the {n}th form of the day and send it on",
            bucket=buckets[n % 3],
        )
        for n in range(1, count + 1)
    )
    return run(blank_session(), AddRecords(tuple(cards)))


def follow(state: State, scene: Scene, image: QImage) -> Iterator[float]:
    """Yield how long the wall takes after each move, in milliseconds."""
    look = Look(theme(ThemeName.LIGHT))
    for number in range(MOVES):
        card = state.ranking.ids(Bucket.UNSORTED)[0]
        bucket = (Bucket.PROCESS, Bucket.PERFORMANCE)[number % 2]
        state = run(state, MoveActivities((card,), bucket))
        picture = picture_of(state, scene)

        yield timed(partial(draw, image, picture, look))


def compose_only(state: State, scene: Scene) -> None:
    compose(picture_of(state, scene), Look(theme(ThemeName.LIGHT)), WALL)


def picture_of(state: State, scene: Scene) -> RoomPicture:
    subject = state.ranking.ids(Bucket.UNSORTED)[0]
    return RoomPicture(PublicView.of(state), Stage(scene=scene, subject_id=subject), "12:40")


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
