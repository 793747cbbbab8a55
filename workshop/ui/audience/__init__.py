"""The window of the room, and what it shows."""
