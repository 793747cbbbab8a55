"""The three columns of cards."""
