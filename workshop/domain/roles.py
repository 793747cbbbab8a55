"""Show the roles of people in place of their names."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from workshop.domain.private import PrivateView
from workshop.domain.public import PublicView
from workshop.domain.records import Record, SignOff
from workshop.domain.text import one_line, sameness_key

R = TypeVar("R", bound=Record)

_KEPT = {"session_id", "previous_session_id", "marking", "role"}
"""Fields that name nobody, whatever they hold."""


class RoleNames:
    """The names of the people of a session, each with what is shown in its place."""

    def __init__(self, view: PublicView) -> None:
        """Learn the names of participants, sponsor, facilitator and who signs."""
        self._shown: dict[str, str] = {}
        self._exact: set[str] = set()
        people = view.participants
        self._roles = {sameness_key(person.role) for person in people}
        for number, person in enumerate(people, 1):
            self._learn(person.name, person.role or f"{person.kind.value.capitalize()} {number}")
        for name, role in (
            (view.facts.sponsor, "Sponsor"),
            (view.facts.facilitator, "Facilitator"),
        ):
            self._learn(name, role)
        for number, line in enumerate(view.all(SignOff), 1):
            self._learn(line.name, line.role or f"Signer {number}")
        self._pattern = _pattern(self._shown, self._exact)

    def _learn(self, name: str, shown: str) -> None:
        """Take a name; one that is a role itself stays as it is."""
        key = sameness_key(name)
        if not key or key in self._roles or key in self._shown:
            return
        self._shown[key] = one_line(shown)
        if " " not in key:  # such as Will: only so written is it a name
            self._exact.add(one_line(name))

    def without_names(self, record: R) -> R:
        """Return a record whose texts show roles for names."""
        if self._pattern is None:
            return record
        changed: dict[str, Any] = {}
        for each in fields(record):
            value = getattr(record, each.name)
            if type(value) is str and each.name not in _KEPT:
                shown = self._pattern.sub(self._role, value)
                if shown != value:
                    changed[each.name] = shown
        return replace(record, **changed) if changed else record

    def _role(self, found: re.Match[str]) -> str:
        return self._shown.get(sameness_key(found.group()), found.group())


def _pattern(shown: Mapping[str, str], exact: set[str]) -> re.Pattern[str] | None:
    """Return what finds the names, the longest first; None where there are none."""
    several = [r"\s+".join(map(re.escape, key.split())) for key in shown if " " in key]
    parts = [f"(?i:{part})" for part in sorted(several, key=len, reverse=True)]
    parts += [re.escape(name) for name in sorted(exact, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None


def with_roles(view: PublicView) -> PublicView:
    """Return a view in which no text has the name of a participant, the sponsor or a signer."""
    names = RoleNames(view)
    tables = {
        kind: {key: names.without_names(record) for key, record in table.items()}
        for kind, table in view.tables.items()
    }
    return PublicView(tables, view.ranking)


def private_with_roles(private: PrivateView, view: PublicView) -> PrivateView:
    """Return a private view in which no text has a name of the public view."""
    names = RoleNames(view)
    return PrivateView(
        answers={key: names.without_names(each) for key, each in private.answers.items()},
        notes=[names.without_names(note) for note in private.notes],
        prompts={phase: names.without_names(each) for phase, each in private.prompts.items()},
    )
