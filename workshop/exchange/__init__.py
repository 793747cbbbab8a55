"""What comes in and goes out as text and tables. It sees plain domain objects, never the file."""
