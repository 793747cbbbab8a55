"""How wide the columns of the inventory are."""

# From the process to the triage, as drawn for windows of 1440 and of 1024 pixels.
_WIDE = (216, 152, 182, 138, 126, 138, 136)
_NARROW = (184, 128, 150, 106, 100, 130, 134)


def column_widths(available: int) -> tuple[int, ...]:
    """Return widths that fill what is available, or the narrow ones where that is too little."""
    if available <= sum(_NARROW):
        return _NARROW
    low, high = (_NARROW, _WIDE) if available < sum(_WIDE) else (_WIDE, None)
    spare = available - sum(low)
    weights = [h - n for n, h in zip(low, high, strict=True)] if high else list(low)
    widths = [width + spare * w // sum(weights) for width, w in zip(low, weights, strict=True)]
    widths[0] += available - sum(widths)
    return tuple(widths)
