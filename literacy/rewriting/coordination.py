"""Divide a sentence at "and" or "but", where two verbs of the main clause stand on either side.

Most of what is here says when not to: a condition, a negation or an adverb of the first half may
cover the second, and the second may have no subject that can be said again.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit
from literacy.rewriting.clauses import (
    CONDITIONS,
    PAIRED,
    auxiliaries,
    capital,
    comma_before,
    end_before,
    has_clause,
    has_front,
    inner_adverbs,
    is_bare,
    is_command,
    is_finite,
    is_main,
    is_negated,
    is_verb,
    repeated_subject,
    root_of,
    subject_of,
    trailing_conditions,
)
from literacy.rewriting.proof import Change


def coordinated(doc: Doc, word: str) -> Iterator[Change]:
    """Yield the ways to divide ``doc`` at ``word`` between two verbs of the main clause."""
    for link in doc:
        if link.lower_ == word and link.dep_ == "cc" and is_verb(link.head):
            second = next((t for t in link.head.rights if t.dep_ == "conj" and t.i > link.i), None)
            parts = second is not None and link.head.i < link.i and is_verb(second)
            if second is not None and parts and _may_part(link, link.head, second):
                yield from _parted(link, link.head, second)


def _may_part(link: Token, first: Token, second: Token) -> bool:
    """Tell whether nothing hangs over both halves."""
    doc = link.doc
    root = root_of(doc)
    before = doc[: link.i]
    return (
        root is not None
        and is_main(first)
        and not has_front(root)
        and not any(token.lower_ in PAIRED or token.text in (":", ";") for token in before)
        and not any(child.dep_ == "mark" and child.i > link.i for child in second.lefts)
        and not has_clause(first, first.i, link.i, frozenset({"ccomp"}))
        and (comma_before(link) is not None or not has_clause(first, first.i, link.i))
        and doc[link.i - 1].pos_ not in ("ADP", "PART", "CCONJ", "DET")
        and doc[link.i + 1].tag_ not in ("WDT", "WP", "WP$", "-LRB-")
        and not _is_opened(first)
        and not _is_interrupted(link)
        and second.lower_ != "left"  # a side far more often than a verb
        and not _is_reduced(doc, link.i + 1)
    )


def _is_opened(first: Token) -> bool:
    """Tell whether "after" or "if" stands before the first verb's subject: no main clause then."""
    subject = subject_of(first)
    start = min(token.i for token in subject.subtree) if subject is not None else first.i
    return start > 0 and first.doc[start - 1].lower_ in CONDITIONS


def _is_interrupted(link: Token) -> bool:
    """Tell whether ", that" goes on with the first half: "It is thought, but not known, that"."""
    return any(
        token.lower_ == "that" and token.nbor(-1).text == "," for token in link.doc[link.i :]
    )


def _is_reduced(doc: Doc, start: int) -> bool:
    """Tell whether "if needed" or "when asked" follows: a condition without a subject."""
    opener = doc[start + 1] if doc[start].text == "," else doc[start]
    return (
        opener.lower_ in CONDITIONS
        and opener.dep_ in ("mark", "advmod")
        and (subject_of(opener.head) is None)
    )


def _parted(link: Token, first: Token, second: Token) -> Iterator[Change]:
    subject = subject_of(second)
    if link.nbor().lower_ == "please":
        yield _divide(link)
    elif subject is not None and subject.i > link.i:
        if _stands_alone(link, first, second):
            yield _divide(link)
    elif is_negated(first) or any(True for _ in trailing_conditions(second)):
        return
    elif is_command(first) and _is_second_command(link, second):
        if not any(child.dep_ == "xcomp" for child in first.rights if child.i < link.i):
            yield _divide(link)
    else:
        yield from _shared(link, first, second)


def _stands_alone(link: Token, first: Token, second: Token) -> bool:
    """Tell whether the second half, which has a subject of its own, is free of the first."""
    if not is_finite(second) or is_command(first):
        return False
    if subject_of(first) is None and first.dep_ == "ROOT":
        return False
    if _lacks_help(first, second):
        return False
    if comma_before(link) is None and any(True for _ in trailing_conditions(second)):
        return False
    return not (is_negated(first) and link.lower_ == "but" and _says_only(first))


def _lacks_help(first: Token, second: Token) -> bool:
    """Tell whether the second may be a passive too: "A should be stopped and B used"."""
    is_passive = any(aux.dep_ == "auxpass" for aux in auxiliaries(first))
    is_alone = second.tag_ == "VBD" and not auxiliaries(second)
    return is_passive and is_alone and not any(t.dep_ == "dobj" for t in second.rights)


def _says_only(verb: Token) -> bool:
    return any(child.lower_ in ("only", "just") for child in verb.subtree)


def _is_second_command(link: Token, second: Token) -> bool:
    between = link.doc[link.i + 1 : second.i]
    return is_command(second) and all(
        token.pos_ in ("ADV", "AUX", "PART", "INTJ") and token.lower_ != "to" for token in between
    )


def _shared(link: Token, first: Token, second: Token) -> Iterator[Change]:
    """Yield the split that says the subject of the first half again."""
    subject = subject_of(first)
    if subject is None or has_clause(first, first.i, link.i) or inner_adverbs(first):
        return
    if link.nbor().text == "," or is_bare(first, link):
        return
    again, helps = repeated_subject(subject), _helping(first, second, link)
    if not again or helps is None:
        return
    copied = " ".join([again, *helps])
    opening = ". " if link.lower_ == "and" else ". But "
    words_again = copied if link.lower_ == "and" else _lower(subject, copied)
    yield _divide_with(link, opening + words_again, copied)


def _helping(first: Token, second: Token, link: Token) -> list[str] | None:
    """Return the auxiliaries to say again, or None where the verbs do not match."""
    own = [aux for aux in auxiliaries(second) if aux.i > link.i]
    if is_finite(second) and (own or second.tag_ in ("VBZ", "VBP", "VBD")):
        return [] if own or _same_tense(first, second) else None
    helps = auxiliaries(first)
    if own or not helps or any(aux.lower_ == "to" for aux in helps):
        return None
    if second.tag_ != first.tag_ or second.tag_ not in ("VB", "VBN", "VBG"):
        return None
    return [aux.text for aux in helps] if all(aux.is_alpha for aux in helps) else None


def _same_tense(first: Token, second: Token) -> bool:
    """Tell whether the second verb is of the tense of the first, so that it has its subject."""
    lead = next((aux for aux in auxiliaries(first) if aux.tag_ in ("VBZ", "VBP", "VBD")), first)
    return lead.tag_ == second.tag_


def _lower(subject: Token, text: str) -> str:
    keep = subject.doc[min(t.i for t in subject.subtree)]
    is_name = keep.pos_ == "PROPN" or keep.lower_ == "i" or not keep.text[1:].islower()
    return text if is_name else text[:1].lower() + text[1:]


def _divide(link: Token) -> Change:
    """Put a full stop for "and", or before "but"."""
    if link.lower_ == "but":
        return Change((Edit(Span(end_before(link), link.idx + len(link)), ". But"),))
    after = link.doc[link.i + 1]
    after = link.doc[link.i + 2] if after.text == "," else after
    span = Span(end_before(link), after.idx + len(after))
    return Change((Edit(span, ". " + capital(after.text)),), (link.lower_,))


def _divide_with(link: Token, text: str, copied: str) -> Change:
    dropped = (link.lower_,) if link.lower_ == "and" else ()
    return Change((Edit(Span(end_before(link), link.idx + len(link)), text),), dropped, copied)
