"""The welcome phase: who is here, and what this session is."""

from workshop.ui.console.welcome.page import WelcomePage

__all__ = ["WelcomePage"]
