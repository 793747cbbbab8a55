"""The leadership phase: the check, its result, the mix, who could take over."""

from workshop.ui.console.leadership.page import LeadershipPage

__all__ = ["LeadershipPage"]
