"""The small books of the lists' tests."""

from tests.integration.persistence.conftest import books, postgresql_books, sqlite_books

__all__ = ["books", "postgresql_books", "sqlite_books"]
