"""Names of things, made before the database is met."""

from uuid import UUID

from uuid_utils.compat import uuid7


class UuidFactory:
    """The `IdFactory` of UUIDv7 (RFC 9562): unique everywhere, ordered by time."""

    def new_id(self) -> UUID:
        """A new id."""
        return uuid7()
