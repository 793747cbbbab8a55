"""The choices of a session, each with the word that screens, files and exports show."""

from enum import StrEnum


class Phase(StrEnum):
    """A part of the workshop, in its usual order."""

    WELCOME = "welcome"
    GATHER = "gather"
    BUCKET = "bucket"
    INVENTORY = "inventory"
    COMMIT = "commit"
    DEAL = "deal"
    LEADERSHIP = "leadership"
    CLOSE = "close"


class Bucket(StrEnum):
    """Where an activity belongs."""

    UNSORTED = "unsorted"
    PROCESS = "process"
    PERFORMANCE = "performance"


class ParticipantKind(StrEnum):
    """Why a participant is in the room."""

    LEADER = "leader"
    PROCESS_USER = "process user"


class YesNo(StrEnum):
    """A plain answer."""

    YES = "yes"
    NO = "no"


class YesNoUnsure(StrEnum):
    """An answer of the room that may stay open."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class WaitingOn(StrEnum):
    """What a fix that is not quick waits on."""

    APPROVAL = "approval"
    CAPITAL_PLAN = "capital plan"
    CONTRACT = "contract"
    POLICY_OR_LAW = "policy or law"
    OTHER = "other"


class OwnerFit(StrEnum):
    """Whether the owner is the best for the process. Private."""

    RIGHT = "right"
    NOT_RIGHT = "not right"
    UNSURE = "unsure"


class ManagedAt(StrEnum):
    """Where a process is managed."""

    HEADQUARTERS = "headquarters"
    REGION = "region"
    FIELD = "field"
    SHARED = "shared"

    @property
    def phrase(self) -> str:
        """How it is said in a sentence."""
        match self:
            case ManagedAt.HEADQUARTERS:
                return "managed at headquarters"
            case ManagedAt.SHARED:
                return "managed by several"
        return f"managed in the {self.value}"


class CloseEnough(StrEnum):
    """Whether a process is managed close enough to the field."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class FeedbackLevel(StrEnum):
    """How far the users of a process have been asked."""

    NONE = "none"
    SOME = "some"
    ENOUGH = "enough"


class Nature(StrEnum):
    """What a process is made of."""

    TECHNICAL = "technical"
    ORGANIZATIONAL = "organizational"


class NatureKind(StrEnum):
    """What a process is about."""

    SOFTWARE = "software"
    OPERATIONAL = "operational"
    STAKEHOLDERS = "stakeholders"
    MANAGEMENT_OVERSIGHT = "management oversight"
    COMMUNICATION = "communication"


class Triage(StrEnum):
    """What the room does about a process."""

    FIX_NOW = "fix now"
    ORG_CHART = "org chart"
    LONG_TERM = "long term"
    FIND_OUT = "find out"
    LIVE_WITH_IT = "live with it"
    LEAVE_ALONE = "leave alone"


class CommitmentKind(StrEnum):
    """A triage that leads to a commitment."""

    FIX_NOW = "fix now"
    ORG_CHART = "org chart"
    LONG_TERM = "long term"
    FIND_OUT = "find out"


class Dependency(StrEnum):
    """What a long-term commitment depends on."""

    MONEY = "money"
    CONTRACT = "contract"
    APPROVAL = "approval"


class CommitmentStatus(StrEnum):
    """How far a commitment has come."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


class ExcuseState(StrEnum):
    """What became of an excuse."""

    OPEN = "open"
    REMOVED = "removed"
    ACCEPTED = "accepted"
