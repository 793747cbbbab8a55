"""Positions: integers with gaps, so that a card moves without renumbering its neighbors.

What people see is the rank, 1 to n, which is the place in the order of positions (see `ranking`).
"""

STEP = 1 << 32


def between(before: int | None, after: int | None, count: int) -> list[int] | None:
    """Return `count` ascending positions between two neighbors, either of which may be missing.

    Returns None where the gap is used up; the caller then spreads the whole list afresh.
    """
    if after is None:
        start = 0 if before is None else before
        return [start + STEP * (n + 1) for n in range(count)]
    if before is None:
        return [after - STEP * (count - n) for n in range(count)]
    gap = (after - before) // (count + 1)
    return [before + gap * (n + 1) for n in range(count)] if gap > 0 else None
