"""Lists and tables that follow the change sets of a session."""
