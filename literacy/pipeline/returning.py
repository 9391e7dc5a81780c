"""A rewrite goes back into the author's own file: Word, OpenDocument, web page, Markdown or text.

What the file cannot hold is left out and named, never dropped in silence. The result is read again
before it is handed over: a block that says anything but what it should is put back as it was.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from itertools import zip_longest

from literacy import readers
from literacy.document import Document
from literacy.errors import ExportError, ReadError
from literacy.exporters.changes import Returned
from literacy.exporters.revised import revised_docx
from literacy.exporters.revised_odt import revised_odt
from literacy.exporters.revised_text import revised_text
from literacy.findings import Taken

TEXTS = ("html", "md", "txt")
_OFFICE = {"docx": revised_docx, "odt": revised_odt}
OWN = (*_OFFICE, *TEXTS)  # the formats whose files come back as themselves
_TRIES = 8


def returned(
    data: bytes,
    before: Document,
    after: Document,
    taken: tuple[Taken, ...] = (),
    *,
    tracked: bool = True,
    isolated: bool = True,
) -> Returned:
    """Return the file ``data`` with the text of ``after``, and what could not be put back.

    Args:
        data: the file that ``before`` was read from.
        taken: why the text differs, for the comments that go with tracked changes.
        tracked: mark the changes, in the formats that can.
        isolated: open the result in a disposable process, as ``read`` does.

    Raises:
        ExportError: the file is not of a format that comes back, is not the one that was read, or
            cannot be read with the changes in it.
    """
    if before.format not in OWN:
        raise ExportError(f"{before.name}: a file of this kind cannot be changed in place.")
    write = partial(revised_text, data, before, after, taken)
    if revised := _OFFICE.get(before.format):
        now = datetime.now(UTC)
        write = partial(revised, data, before, after, taken, tracked=tracked, date=now)
    without: set[int] = set()
    for _ in range(_TRIES):
        done = write(without=without)
        wrong = _first_wrong(done, before, isolated=isolated)
        if wrong is None:
            return done
        changed = [n for n, (_, old) in enumerate(before) if done.texts[n] != old]
        near = [n for n in changed if n <= wrong] or changed
        without |= set(near[-1:])
    raise ExportError(f"{before.name} cannot hold these changes.")


def _first_wrong(done: Returned, before: Document, *, isolated: bool) -> int | None:
    """Return the first block of the new file that does not say what it should."""
    try:
        found = readers.read(done.data, before.name, isolated=isolated)
    except ReadError as error:
        raise ExportError(f"{before.name} cannot be read with these changes: {error}") from error
    # A line that grew may be joined to the next; the words are still all there and in their order.
    if found.text.split() == " ".join(done.texts).split():
        return None
    said, wanted = (text.split() for _, text in found), (text.split() for text in done.texts)
    pairs = enumerate(zip_longest(said, wanted))
    return next(n for n, (one, other) in pairs if one != other)
