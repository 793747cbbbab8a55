"""Failures that a facilitator can act on."""


class GatherError(Exception):
    """An expected failure, told in one plain sentence with what to do about it."""


class Rejected(GatherError):  # noqa: N818  # a command is rejected: no error of the program
    """A command that the rules of a session refuse."""


class StaleChangeError(Exception):
    """A change that does not fit the state it is applied to: a fault, never a user's doing."""
