"""The words and rules of a session: plain data, no Qt, no SQL, no files."""
