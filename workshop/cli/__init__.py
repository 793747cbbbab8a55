"""The command line: a contract that scripts and checks rely on."""

from workshop.cli.root import main

__all__ = ["main"]
