"""Sessions for the wall: empty, usual, crowded, long, and in other scripts."""

import datetime as dt
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from tests.sessions import DAY, add, blank_session, full_session, run
from tests.ui.audience.reference import reference
from workshop.domain.commands.activities import MoveActivities
from workshop.domain.commands.records import EditRecord
from workshop.domain.enums import (
    Bucket,
    CloseEnough,
    CommitmentKind,
    CommitmentStatus,
    Dependency,
    ExcuseState,
    FeedbackLevel,
    ManagedAt,
    Nature,
    NatureKind,
    Phase,
    WaitingOn,
    YesNo,
    YesNoUnsure,
)
from workshop.domain.public import PublicView
from workshop.domain.ranking import INVENTORY
from workshop.domain.records import (
    Activity,
    BuyIn,
    Commitment,
    Excuse,
    Feedback,
    LeadershipAnswers,
    ParkingLotItem,
    Pledge,
    PledgeReturn,
    Process,
    Record,
    SessionFacts,
)
from workshop.domain.stage import Scene, Stage
from workshop.domain.state import State
from workshop.ui.audience.scenes import paint
from workshop.ui.audience.scenes.hands import hands_of
from workshop.ui.faces import load_faces, texts_in
from workshop.ui.inventory.fields import FIELDS
from workshop.ui.models.entries import Column
from workshop.ui.room import Look, RoomPicture
from workshop.ui.theme import ThemeName, theme

DAY_BEFORE = DAY - dt.timedelta(days=90)
WALLS = [QSize(1920, 1080), QSize(1024, 768)]
LONG = "Reconcile the quarterly permit revenue against the general ledger, line by line, and " * 40
UNBROKEN = "x" * 100_000
ARABIC = "مراجعة طلبات الإجازة والتوقيع عليها يدويًا كل صباح قبل اجتماع المديرين في المقر الرئيسي"
OTHERS = (
    "ตรวจแบบฟอร์มเบิกค่าเดินทาง",
    "每天早上检查许可证申请并分配给检查员",
    "Đào tạo nhân viên mới 🎉",
    "हर हफ्ते निरीक्षकों की यात्रा के समय पत्रक जाँचना और उन पर हस्ताक्षर करना",
    "חתימה על טפסי שעות נוספות בכל שבוע",
    "매주 초과 근무 신청서에 서명하기",
    "لا ก็ตาม字 Sign",
)


def look(name: ThemeName = ThemeName.LIGHT, scale: int = 100) -> Look:
    return Look(theme(name), scale)


def crowd(number: int, texts: Callable[[int], str]) -> State:
    """Return a session of so many cards in all buckets, answered and promised about."""
    buckets = list(Bucket)
    cards = (
        Activity(id=-n, text=texts(n), bucket=buckets[n % 3], hours_per_week=float(n % 7))
        for n in range(1, number + 1)
    )
    facts = {
        "title": texts(1)[:900],
        "agency": texts(2)[:900],
        "sponsor": texts(3)[:900],
        "next_date": DAY,
        "previous_date": DAY_BEFORE,
    }
    state = run(blank_session(), EditRecord(SessionFacts, 1, facts))
    state = add(state, *cards)
    about = next(iter(state.ranking.ids(INVENTORY)))
    answers = {
        "problem": YesNoUnsure.YES,
        "quick_fix": YesNoUnsure.NO,
        "waiting_on": WaitingOn.POLICY_OR_LAW,
        "until": texts(3)[:900],
        "owner": texts(4)[:900],
        "needed_in_field": YesNo.YES,
        "managed_at": ManagedAt.HEADQUARTERS,
        "close_enough": CloseEnough.PARTLY,
        "documented": YesNo.NO,
        "feedback": FeedbackLevel.ENOUGH,
        "nature": Nature.ORGANIZATIONAL,
        "kind": NatureKind.MANAGEMENT_OVERSIGHT,
    }
    kinds, statuses = list(CommitmentKind), list(CommitmentStatus)
    promises = (
        Commitment(
            id=-n,
            text=texts(n),
            kind=kinds[n % len(kinds)],
            owner=texts(n + 1)[:900],
            due=None if n % 3 == 0 else DAY,
            depends_on=Dependency.APPROVAL if n % 3 == 0 else None,
            measure=texts(n + 2),
            carried=n > 10,
            status=statuses[n % len(statuses)] if n > 10 else CommitmentStatus.OPEN,
        )
        for n in range(1, 19)
    )
    said = (Feedback(id=-n, process_id=about, who=texts(n)[:900], said="Slow") for n in (1, 2, 3))
    state = run(state, EditRecord(Process, about, answers))
    state = add(state, *promises, *said)
    card = next(iter(state.ranking.ids(Bucket.UNSORTED)))
    hands = {"tally_process": number, "tally_performance": 3, "tally_abstain": 1}
    return add(run(state, EditRecord(Activity, card, hands)), *_deal(number, texts))


def _deal(number: int, texts: Callable[[int], str]) -> list[Record]:
    """Return excuses, pledges, fingers, answers and a parking lot for a crowd."""
    found: list[Record] = [BuyIn(id=-1, zero=1, two=3, three=number, five=12)]
    for n in range(1, 10):
        removed = n if n % 2 else None
        state = ExcuseState.REMOVED if removed else ExcuseState.OPEN
        text = texts(n)
        found.append(
            Excuse(id=-n, text=text, state=state, carried=n % 3 > 0, removed_by_id=removed)
        )
        figures = (
            {"baseline": text[:900], "target": text[:900]} if n % 2 else {"target": f"{n} days"}
        )
        found.append(Pledge(id=-n, text=text, due=DAY if n % 3 else None, **figures))
        if n % 4:
            found.append(PledgeReturn(id=-n, pledge_id=-n, commitment_id=n))
        found.append(ParkingLotItem(id=-n, text=text, settled=n % 4 == 0))
    counts = {"never": 1, "seldom": number, "always": 7}
    return found + [LeadershipAnswers(id=-n, item=n, **counts) for n in range(1, 20)]


def plain(n: int) -> str:
    return f"Sign form {n} of the day and send it on to the district"


def arabic(_: int) -> str:
    return ARABIC


SESSIONS: dict[str, Callable[[], State]] = {
    "empty": blank_session,
    "usual": full_session,
    "reference": reference,
    "twenty": lambda: crowd(20, plain),
    "sixty": lambda: crowd(60, plain),
    "crowded": lambda: crowd(300, plain),
    "long": lambda: crowd(40, lambda n: UNBROKEN if n % 4 == 0 else LONG),
    "right to left": lambda: crowd(40, arabic),
    "other scripts": lambda: crowd(40, lambda n: OTHERS[n % len(OTHERS)]),
}


@cache
def session(name: str) -> State:
    return SESSIONS[name]()


def asked_too(scene: Scene) -> list[tuple[int | None, str]]:
    """Return no question, and for a process each of the five and each part of them."""
    parts = [(int(column), "") for column in Column if column.is_question]
    parts += [(int(column), field.name) for column, _ in parts for field in FIELDS[Column(column)]]
    return [(None, ""), *(parts if scene is Scene.PROCESS else ())]


def picture_of(state: State, scene: Scene, **given: object) -> RoomPicture:
    """Return a picture of the room about the first card or process there is."""
    view = PublicView.of(state)
    load_faces(texts_in(record for table in view.tables.values() for record in table.values()))
    firsts = {
        Scene.CARD: [key for bucket in Bucket for key in view.ranking.ids(bucket)],
        Scene.PROCESS: view.ranking.ids(INVENTORY),
        Scene.MAKING: [commitment.id for commitment in view.commitments],
    }
    firsts[Scene.TALLY] = [key for key in firsts[Scene.CARD] if hands_of(view.get(Activity, key))]
    subject = next(iter(firsts.get(scene, [])), None)
    stage_fields = {"page", "blank", "phase", "hold_until", "subject_id"}
    staged = {key: given.pop(key) for key in stage_fields & given.keys()}
    stage = Stage(**{"scene": scene, "subject_id": subject, "phase": Phase.BUCKET, **staged})
    return RoomPicture(view=view, stage=stage, **given)


def painted(picture: RoomPicture, size: QSize, seen: Look | None = None) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, image.rect(), picture, seen or look())
    painter.end()
    return image


def bucketed(state: State, bucket: Bucket) -> State:
    """Return the session with its first unsorted card in a bucket."""
    return run(state, MoveActivities((state.ranking.ids(Bucket.UNSORTED)[0],), bucket))
