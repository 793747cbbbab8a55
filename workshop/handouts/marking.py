"""Which marking the pages of a handout carry, by the profile that was chosen for them.

CUI is marked as DoD Instruction 5200.48 says (the banner "CUI" and a block on page 1), or as civil
agencies do under 32 CFR 2002 (category and dissemination in the banner).
"""

from dataclasses import dataclass
from enum import StrEnum

from workshop.domain.errors import GatherError
from workshop.domain.records import SessionFacts
from workshop.domain.text import one_line

_CUI = "CUI"
_CUI_STARTS = (_CUI, "CONTROLLED")


class MarkingProfile(StrEnum):
    """How pages are marked."""

    NONE = "none"
    BANNER = "banner"
    CUI_DOD = "cui-dod"
    CUI_CIVIL = "cui-civil"


class MarkingError(GatherError):
    """A marking for which the session lacks something."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What stands at the top and the bottom of each page, and in the block on page 1."""

    banner: str = ""
    block: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, facts: SessionFacts, profile: MarkingProfile | None = None) -> "Marking":
        """Return the marking of a session; without a profile its own banner, if it has one.

        Raises MarkingError, with a sentence for the user, where the session lacks what the profile
        shows.
        """
        if profile is None:
            return cls(one_line(facts.marking))
        return _PROFILES[profile](facts)


def _none(_facts: SessionFacts) -> Marking:
    return Marking()


def _banner(facts: SessionFacts) -> Marking:
    banner = one_line(facts.marking)
    if not banner:
        raise MarkingError(
            "The session has no marking for a banner: give it one, or choose “none”."
        )
    return Marking(banner)


def _dod(facts: SessionFacts) -> Marking:
    _require_cui(facts)
    distribution, dissemination = one_line(facts.distribution), one_line(facts.dissemination)
    if distribution and dissemination:
        raise MarkingError(
            "CUI has a distribution statement or a limited dissemination, never both: clear one "
            "of them in the facts of the session."
        )
    _require(
        {
            "who controls it": facts.controlled_by,
            "the CUI category": facts.cui_category,
            "a distribution statement or a limited dissemination": distribution or dissemination,
            "a point of contact": facts.point_of_contact,
        },
        "CUI as DoD marks it",
    )
    limit = ("Distribution:", distribution) if distribution else ("Dissemination:", dissemination)
    return Marking(
        _CUI,
        (
            ("Controlled by:", one_line(facts.controlled_by)),
            ("CUI category:", one_line(facts.cui_category)),
            limit,
            ("POC:", one_line(facts.point_of_contact)),
        ),
    )


def _civil(facts: SessionFacts) -> Marking:
    """Return the banner; a dissemination that is not limited is left out of it."""
    _require_cui(facts)
    _require({"the CUI category": facts.cui_category}, "CUI as civil agencies mark it")
    parts = (_CUI, one_line(facts.cui_category), one_line(facts.dissemination))
    controlled = one_line(facts.controlled_by)
    block = (("Controlled by:", controlled),) if controlled else ()
    return Marking("//".join(filter(None, parts)), block)


def _require_cui(facts: SessionFacts) -> None:
    marking = one_line(facts.marking)
    if marking and not marking.upper().startswith(_CUI_STARTS):
        raise MarkingError(
            f"The session is marked “{marking}”, which is not CUI: choose “banner”, or change the "
            "marking."
        )


def _require(needed: dict[str, str], what: str) -> None:
    missing = [name for name, value in needed.items() if not one_line(value)]
    if missing:
        listed = ", ".join(missing[:-1]) + " and " + missing[-1] if missing[1:] else missing[0]
        raise MarkingError(
            f"{what} needs {listed}, which the session lacks: fill in its facts, or choose another "
            "marking."
        )


_PROFILES = {
    MarkingProfile.NONE: _none,
    MarkingProfile.BANNER: _banner,
    MarkingProfile.CUI_DOD: _dod,
    MarkingProfile.CUI_CIVIL: _civil,
}
