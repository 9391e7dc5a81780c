"""The verbs, as the walled-in process does them: see ``literacy.wall.worker``.

What went wrong crosses as the name of one of our errors and its words; ``raised`` on the other side
makes it that error again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cache

from literacy.document import Document
from literacy.errors import LiteracyError, ReadError
from literacy.pipeline.analysing import analyse
from literacy.pipeline.reading import export, read
from literacy.plain import packed, unpacked
from literacy.rulebase.compile import standard_forms
from literacy.rulebase.profile import load_profile
from literacy.wall.messages import Files, Message

Step = Callable[[object], None]
# Something of each thing that loads a part of the program when it is first met.
EACH_KIND = (
    "# Your operation\n\nYour colonoscopy will be performed by a nurse prior to your discharge. "
    "Do not take 5 mg of anticoagulants, because they may cause haemorrhage.\n\n- Bring glasses."
)


_read_before: list[str] = []


def warm(request: Message) -> None:
    """Load the language model, the rules and the profile that is asked for, before the fork.

    For one file alone that would be no gain: its own process loads what it needs, all but the rules
    as they were kept from the last time, which the walls hide. A second file shows that more come.
    """
    # What is wrong with a profile is told by the child that needs it.
    with contextlib.suppress(LiteracyError):
        standard_forms()
        load_profile(request.get("profile", "plain"))
    _read_before.extend([request["name"]] if request["task"] == "read" else [])
    if not request.get("is_alone") or len(_read_before) > 1:
        _warm()


@cache
def _warm() -> None:
    analyse(read(EACH_KIND.encode(), "a.md", isolated=False))


def do(request: Message, files: Files, _step: Step) -> tuple[Message, Files]:
    """Do one verb. An error of ours is an answer; any other ends this process."""
    try:
        return {}, _VERBS[request["task"]](request, files)
    except LiteracyError as error:
        return {"error": problem(error)}, {}


def problem(error: LiteracyError) -> dict[str, str]:
    kind = error.kind.value if isinstance(error, ReadError) else ""
    return {"type": type(error).__name__, "kind": kind, "message": str(error)}


def _read(request: Message, files: Files) -> Files:
    document = read(files["upload"], request["name"], isolated=False)
    return {"document": packed(document)}


def _analyse(request: Message, files: Files) -> Files:
    """Return the report, and beside it the report written in the format asked for, if any."""
    report = analyse(_document(files), request["profile"])
    format = request.get("format")
    return {"report": packed(report)} | ({"written": export(report, format)} if format else {})


def _document(files: Files) -> Document:
    return unpacked(Document, files["document"])


_VERBS: dict[str, Callable[[Message, Files], Files]] = {"read": _read, "analyse": _analyse}
