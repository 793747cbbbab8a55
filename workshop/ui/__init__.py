"""The windows. Nothing here is imported before a window is opened."""
