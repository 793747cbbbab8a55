"""Lay out what leaves the room as PDF."""
