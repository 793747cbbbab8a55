"""Gather: run the "gather your leaders" session offline, in one local file."""

__version__ = "0.1.0"
