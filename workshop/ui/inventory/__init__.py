"""The grid of processes and five questions."""
