"""What a text asks of its reader: instructions, "you", and the share of active sentences."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from literacy.checks.voice import passives
from literacy.parse import Parsed, kept_with_doc

YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
LABEL = re.compile(r"\s*\w+ (?:date|due|on)\s*:", re.IGNORECASE)  # "Review due: May 2027"
AUXILIARIES = {"aux", "auxpass", "nsubj", "nsubjpass", "csubj"}


def instructions(parsed: Parsed) -> tuple[str, ...]:
    """Return the sentences that tell the reader to do something: those that open with a verb."""
    prose = [sentence for sentence in parsed.sentences if sentence.is_prose]
    parsed.prepare(prose)
    return tuple(parsed.text(one) for one in prose if _is_instruction(parsed.doc(one)))


@kept_with_doc
def _is_instruction(doc: Doc) -> bool:
    roots = [token for token in doc if token.dep_ == "ROOT" and token.tag_ in ("VB", "VBP")]
    if not roots or LABEL.match(doc.text):
        return False
    return not any(child.dep_ in AUXILIARIES for child in roots[0].children)


def says_you(parsed: Parsed) -> int:
    """Return how often the text says "you" or "your"."""
    return len(YOU.findall(parsed.document.text))


def active_share(parsed: Parsed) -> float | None:
    """Return the share of sentences of running text without a passive, or None without any."""
    prose = [sentence for sentence in parsed.sentences if sentence.is_prose]
    if not prose:
        return None
    parsed.prepare(prose)
    active = sum(not passives(parsed.doc(sentence)) for sentence in prose)
    return active / len(prose)
