"""One display for all: the wall with a strip of controls, and nothing private."""
