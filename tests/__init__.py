"""Gather's tests."""
