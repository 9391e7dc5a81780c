"""Twenty traps of layout and punctuation: how far each moves our reading age and textstat's.

    python -m tests.bench.traps

Every trap is a plain text with signs in it that counters stumble over. The figure of textstat
is the median of the same five grades, plus five; "moved" is how far a trap moves it from the plain
text beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import literacy

HEADLINE = (
    "flesch_kincaid_grade",
    "smog_index",
    "gunning_fog",
    "automated_readability_index",
    "coleman_liau_index",
)
BODY = (
    "You can come to the ward from the main door. A nurse will meet you and show you to your bed. "
    "The doctor will talk with you before the operation. You may ask about anything that worries "
    "you. Please bring your glasses and your hearing aid with you. After the operation you will "
    "wake up in the recovery room. Most people go home on the next day. A friend should stay with "
    "you for the first night. Call the ward at once if the wound starts to bleed. We will see you "
    "again in the clinic after six weeks. Keep the dressing clean and dry until then. "
)
ITEMS = (
    "your appointment letter",
    "a list of your medicines",
    "comfortable clothes and slippers",
    "your reading glasses",
    "something to eat afterwards",
)


class Trap(NamedTuple):
    """The same message plainly, and as the trap has it."""

    name: str
    plain: str
    trapped: str


def _listed(stop: str, mark: str = "- ") -> str:
    return BODY + "Please bring:\n\n" + "\n".join(f"{mark}{item}{stop}" for item in ITEMS) + "\n"


def _with(plain: str, trapped: str) -> tuple[str, str]:
    """Return the body with a sentence twice in it, plainly and as the trap has it."""
    return BODY + f"{plain} " * 2 + BODY, BODY + f"{trapped} " * 2 + BODY


LISTED = _listed(".")
TABLE = "\n\nDay | Breakfast\n--- | ---\nMonday | Two tablets\nTuesday | One tablet\n\n"
TRAPS = (
    Trap("list items without full stops", LISTED, _listed("")),
    Trap("list items with semicolons", LISTED, _listed(";")),
    Trap("numbered list", LISTED, _listed("", "1. ")),
    Trap("bullet signs", LISTED, _listed("", "• ")),
    Trap(
        "headings", BODY * 2, f"About your operation\n\n{BODY}\n\nGoing home afterwards\n\n{BODY}"
    ),
    Trap("a table", BODY * 2, f"{BODY}{TABLE}{BODY}"),
    Trap("lines without full stops", BODY * 2, (BODY * 2).replace(". ", "\n\n")),
    Trap("decimals", *_with("Take 5 tablets with food.", "Take 0.5 tablets with food.")),
    Trap("doses", *_with("Take 2.5 mg with your food.", "Take 2.5mg with your food.")),
    Trap(
        "times with a full stop",
        *_with("Come at 530pm with a friend.", "Come at 5.30pm with a friend."),
    ),
    Trap(
        "times with a colon", *_with("Come at 1730 with a friend.", "Come at 17:30 with a friend.")
    ),
    Trap("e.g.", *_with("Eat soft food, eg soup or rice.", "Eat soft food, e.g. soup or rice.")),
    Trap("Dr. and Mr.", *_with("Ask Dr Green or Mr Hill.", "Ask Dr. Green or Mr. Hill.")),
    Trap(
        "a.m. and p.m.",
        *_with("Come at 8 am or at 4 pm today.", "Come at 8 a.m. or at 4 p.m. today."),
    ),
    Trap("initials", *_with("Ask for A B Green at the desk.", "Ask for A. B. Green at the desk.")),
    Trap(
        "an ellipsis",
        *_with("You may feel sick, then better.", "You may feel sick ... then better."),
    ),
    Trap(
        "a web address",
        *_with("Read more on wwwnhsukflu at home.", "Read more on www.nhs.uk/flu at home."),
    ),
    Trap(
        "a quotation",
        *_with("You can ask them to stop the test.", 'You can ask them to "Stop!" the test.'),
    ),
    Trap(
        "brackets",
        *_with("Ask the nurse or a friend for help.", "Ask the nurse (or a friend) for help."),
    ),
    Trap(
        "No. and a figure", *_with("Go to ward No 4 on the left.", "Go to ward No. 4 on the left.")
    ),
    Trap(
        "a phone number",
        *_with("Ring us on 01234567890 in the day.", "Ring us on 0123 456 7890 in the day."),
    ),
    Trap("exclamation marks", BODY * 2, (BODY * 2).replace(". ", "!!! ")),
)


def moves(age: Callable[[str], float]) -> Iterator[tuple[Trap, float, float]]:
    """Yield each trap with the reading age of its plain text and of the trap."""
    for trap in TRAPS:
        yield trap, age(trap.plain), age(trap.trapped)


def our_age(text: str) -> float:
    """Return our headline."""
    value = literacy.score(text).reading_age.value
    assert value is not None
    return value


def main() -> None:
    """Print the table."""
    from tests.bench.bench_score import textstat

    textstat()
    import textstat as theirs

    def their_age(text: str) -> float:
        return float(sorted(getattr(theirs, key)(text) for key in HEADLINE)[2]) + 5

    print(f"{'':30}{'ours':>22}   {'textstat':>22}")
    print(f"{'trap':30}" + f"{'plain':>8}{'trap':>7}{'moved':>7}   " * 2)
    worst = [0.0, 0.0]
    for (trap, *ours), (_, *textstats) in zip(moves(our_age), moves(their_age), strict=True):
        cells = ""
        for index, (plain, trapped) in enumerate((ours, textstats)):
            worst[index] = max(worst[index], abs(trapped - plain))
            cells += f"{plain:8.1f}{trapped:7.1f}{trapped - plain:+7.2f}   "
        print(f"{trap.name:30}{cells}".rstrip())
    print(f"{'furthest':30}{worst[0]:22.2f}   {worst[1]:22.2f}")


if __name__ == "__main__":
    main()
