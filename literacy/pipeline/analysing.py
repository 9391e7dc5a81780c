"""The ``analyse`` verb: everything there is to say about one version of a document."""

from __future__ import annotations

from literacy import plugins
from literacy.document import Document
from literacy.errors import TextError
from literacy.findings import Finding, Report
from literacy.measure.profile import figures
from literacy.measure.scores import score
from literacy.parse import Parsed, parse
from literacy.pipeline.finding import find
from literacy.pipeline.next_steps import next_steps, with_gains
from literacy.pipeline.reading import as_document
from literacy.rulebase.profile import Profile, load_profile
from literacy.words.language import NOT_ENGLISH, language

LONGEST = 400_000  # characters


def analyse(
    text_or_document: str | Document, profile: str = "plain", *, longest: int = LONGEST
) -> Report:
    """Check a document: scores, findings with suggestions, next steps and checklists.

    Args:
        profile: "plain", "easy-read", or the path of your own profile file.
        longest: characters above which the document is refused.

    Raises:
        TextError: the document is longer than ``longest``.
        UsageError: there is no such profile.
    """
    document = as_document(text_or_document)
    if len(document.text) > longest:
        raise TextError(
            f"{document.name} has {len(document.text):,} characters. The most that is checked in "
            f"one go is {longest:,}. Split it into parts and check each."
        )
    chosen = load_profile(profile)
    scores = score(document)
    spoken = language(document.text)
    findings: tuple[Finding, ...] = ()
    notes = document.notes
    if spoken == "en":
        parsed = parse(document)
        findings = with_gains(document, find(parsed, chosen.rules))
        shape = figures(document, _passive_sentences(parsed, chosen, findings))
        checklists = tuple(
            plugins.load("literacy.checklists", name)(parsed, findings)
            for name in sorted(plugins.plugins("literacy.checklists"))
        )
    else:
        notes = (NOT_ENGLISH.format(spoken), *notes)
        checklists, shape = (), ()
    return Report(
        document=document,
        profile=chosen.id,
        language=spoken,
        words=scores.counts.get("words", 0),
        sentences=scores.counts.get("sentences", 0),
        reading_age=scores.reading_age,
        without_names=scores.without_names,
        difficulty=scores.difficulty,
        scores=scores.scores,
        findings=findings,
        next_steps=tuple(next_steps(document, findings)),
        checklists=checklists,
        counts=scores.counts,
        policy=scores.policy,
        notes=notes,
        figures=shape,
    )


def _passive_sentences(
    parsed: Parsed, profile: Profile, findings: tuple[Finding, ...]
) -> int | None:
    """Return how many sentences hide who acts, None if the profile does not look for them."""
    ids = {rule.id for rule in profile.rules if rule.check == "passive"}
    places = (parsed.sentence_at(finding.span) for finding in findings if finding.rule in ids)
    return len({place.span for place in places if place}) if ids else None
