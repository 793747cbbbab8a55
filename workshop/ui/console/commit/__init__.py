"""The commit phase: triage of each process, and the commitments that follow."""

from workshop.ui.console.commit.page import CommitPage

__all__ = ["CommitPage"]
