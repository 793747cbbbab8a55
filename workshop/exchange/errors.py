"""Why something cannot be imported or exported."""

from workshop.domain.errors import GatherError


class ImportRefusedError(GatherError):
    """A source that nothing can be taken from."""


class ExportRefusedError(GatherError):
    """An export that cannot be made."""


class MappingError(GatherError):
    """A column given for a field that the source or the import does not have."""
