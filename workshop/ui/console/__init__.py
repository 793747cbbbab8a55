"""The window of the facilitator."""
