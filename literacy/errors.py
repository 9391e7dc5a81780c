"""What can go wrong, said in words the person at the screen can act on.

Every message names the file or the words it is about and says what to do next. The eight kinds of
reading error are part of the public face: the library, the command line and the page all use them.
"""

from __future__ import annotations

from enum import StrEnum


class LiteracyError(Exception):
    """Base of every error this package raises on purpose."""


class ReadKind(StrEnum):
    """Why a file could not be read."""

    ENCRYPTED = "encrypted"  # a password or rights management stands in the way
    CORRUPT = "corrupt"  # damaged, cut off, or not what its name says
    EMPTY = "empty"  # nothing in it
    NO_TEXT = "no_text"  # pages or pictures, and no text
    UNSUPPORTED = "unsupported"  # a format that we do not read
    TOO_LARGE = "too_large"  # past our limits on size
    TOO_SLOW = "too_slow"  # past our limits on time
    TOO_COMPLEX = "too_complex"  # past our limits on memory or nesting


class ReadError(LiteracyError):
    """The file could not be turned into a document. ``kind`` says why."""

    def __init__(self, kind: ReadKind, message: str) -> None:
        super().__init__(message)
        self.kind = kind

    def __reduce__(self) -> tuple[type[ReadError], tuple[ReadKind, str]]:
        """Let the error cross from one process to another, as ``check --jobs`` needs."""
        return type(self), (self.kind, str(self))


class RuleError(LiteracyError):
    """A rule file or a profile is wrong. The message starts with ``path:line:``."""


class EditError(LiteracyError):
    """Two accepted edits overlap, or an edit crosses a block border."""


class FactError(LiteracyError):
    """An edit would change a number, a unit, a negation or another fact."""


class ExportError(LiteracyError):
    """The result could not be written in the format asked for."""


class UsageError(LiteracyError):
    """What was asked for does not exist: a profile, a format, a decision."""


class TextError(LiteracyError):
    """The text cannot be analysed: too long, or not English."""
