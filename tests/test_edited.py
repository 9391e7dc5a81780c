"""A text that is checked again after an edit: quick, and told nothing that is no longer true."""

import subprocess
import sys

import literacy
from tests.bench.samples import LEAFLETS

# Words, a sentence cut in two, a block joined to the next, and a name explained.
EDITS = [
    ("your", "their"),
    (", and ", ". And "),
    (". ", " and "),
    ("\n\n", "\n"),
    ("MRI", "MRI (magnetic resonance imaging)"),
]
FRESH = """
import sys, literacy
sys.stdout.buffer.write(literacy.export(literacy.analyse(sys.stdin.read()), "json"))
"""


def test_the_report_after_many_edits_is_that_of_a_new_text():
    text = (LEAFLETS / "mri-scan-with-contrast.txt").read_text(encoding="utf-8")
    for old, new in EDITS:
        literacy.analyse(text)
        middle = text.index(old, len(text) // 3)
        text = text[:middle] + text[middle:].replace(old, new, 1)
    fresh = subprocess.run(
        [sys.executable, "-c", FRESH], input=text.encode(), capture_output=True, check=True
    )
    assert literacy.export(literacy.analyse(text), "json") == fresh.stdout
