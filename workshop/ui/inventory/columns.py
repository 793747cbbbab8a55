"""How wide the columns of the inventory are."""

# From the process to the triage: drawn for windows of 1440 and of 1024 pixels, and the least.
_WIDE = (216, 152, 182, 138, 126, 138, 136)
_NARROW = (184, 128, 150, 106, 100, 130, 134)
_LEAST = (160, 112, 132, 92, 88, 122, 124)


def column_widths(available: int) -> tuple[int, ...]:
    """Return widths that fill what is available, or the least where that is too little."""
    if available >= sum(_WIDE):
        return _stretched(_WIDE, _WIDE, available)
    if available >= sum(_NARROW):
        return _stretched(_NARROW, _added(_NARROW, _WIDE), available)
    return _stretched(_LEAST, _added(_LEAST, _NARROW), max(available, sum(_LEAST)))


def _added(low: tuple[int, ...], high: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(most - least for least, most in zip(low, high, strict=True))


def _stretched(
    widths: tuple[int, ...], weights: tuple[int, ...], available: int
) -> tuple[int, ...]:
    """Return widths with what is left over shared by weight; what rounding leaves goes first."""
    spare = available - sum(widths)
    shared = [w + spare * weight // sum(weights) for w, weight in zip(widths, weights, strict=True)]
    return (shared[0] + available - sum(shared), *shared[1:])
