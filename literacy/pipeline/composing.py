"""The ``easy_read`` verb: safe rewrites taken, then one idea a row with a picture beside it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from literacy.composed import EasyRead
from literacy.document import Document
from literacy.easyread import Options, compose
from literacy.pipeline.rewriting import simplified
from literacy.rulebase.model import Rule
from literacy.rulebase.profile import load_profile
from literacy.words.inflect import inflections
from literacy.words.spelling import spellings


def easy_read(
    document: Document,
    profile: str = "easy-read",
    *,
    accept: str = "safe",
    pictures: Path | None = None,
) -> EasyRead:
    """Compose an Easy Read draft of a document.

    Args:
        profile: the rules to use, see ``analyse``.
        accept: "safe" takes every safe rewrite first, "none" leaves the words as they are.
        pictures: a folder of your own pictures, named by concept, that come before ours.
    """
    text = simplified(document, profile) if accept == "safe" else document
    return compose(
        text,
        glosses=glosses(load_profile(profile).rules),
        options=Options(pictures_folder=pictures),
    )


@lru_cache(maxsize=8)
def glosses(rules: tuple[Rule, ...]) -> dict[str, str]:
    """Return each hard word of ``rules``, in all its forms, with its explanation."""
    found: dict[str, str] = {}
    for rule in rules:
        if rule.gloss and rule.find and not rule.when:
            for phrase in rule.find.phrases:
                for form in sorted(inflections(phrase, rule.find.pos or "NOUN")):
                    found.update(dict.fromkeys(sorted(spellings(form)), rule.gloss))
    return found
