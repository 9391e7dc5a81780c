"""Two ideas in one sentence become two sentences, each by a few characters' change.

The linking word stays wherever it carries meaning ("But", "So", "This is because"), since sentences
cut loose from one another are harder, not easier. Nothing is moved or made anew: "and" becomes a
full stop and, where the second half leans on the subject of the first, that subject is said again.
Each function is a check named in ``rules/sentences/structure.yml``; ``proof`` has the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewrite.clauses import (
    CONDITIONS,
    OPENERS,
    PAIRED,
    auxiliaries,
    capital,
    has_clause,
    has_front,
    has_second_half,
    inner_adverbs,
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
from literacy.rewrite.proof import Change, long_sentences, offers
from literacy.rulebase.model import Rule

# Before "because" these say that the reason is only a part, or the very point.
WEIGHING = frozenset(
    {"only", "just", "mainly", "partly", "simply", "largely", "probably", "perhaps", "possibly"}
    | {"especially", "precisely", "merely", "even", "purely", "mostly", "often", "usually"}
)
Finder = Callable[[Doc], Iterator[Change]]


def split_and(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences whose halves are joined by "and"."""
    return _splits(parsed, rules, "and", lambda doc: _coordinated(doc, "and"))


def split_but(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences whose halves are joined by "but", which stays."""
    return _splits(parsed, rules, "but", lambda doc: _coordinated(doc, "but"))


def split_so(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences that go on with ", so" or "and so"."""
    return _splits(parsed, rules, "so", _result)


def split_because(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences with a reason at the end: "This is because" starts the second."""
    return _splits(parsed, rules, "because", _reason)


def split_although(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences with "although", "though" or "whereas": "But" joins the two."""
    return _splits(parsed, rules, "though", _contrast, "whereas")


def split_semicolon(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences of two main clauses with a semicolon between."""
    return _splits(parsed, rules, ";", _semicolon)


def _splits(
    parsed: Parsed, rules: tuple[Rule, ...], sign: str, find: Finder, other: str = ""
) -> Iterator[Finding]:
    signs = tuple(filter(None, (sign, other)))
    for rule, sentence in long_sentences(parsed, rules, signs):
        yield from offers(parsed, rule, sentence, find(parsed.doc(sentence)))


def _coordinated(doc: Doc, word: str) -> Iterator[Change]:
    """Yield the ways to divide ``doc`` at ``word`` between two verbs of the main clause."""
    for link in doc:
        if link.lower_ == word and link.dep_ == "cc" and is_verb(link.head):
            second = next((t for t in link.head.rights if t.dep_ == "conj" and t.i > link.i), None)
            if second is not None and is_verb(second) and _may_part(link, link.head, second):
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
        and (_comma(link) is not None or not has_clause(first, first.i, link.i))
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
    if _comma(link) is None and any(True for _ in trailing_conditions(second)):
        return False
    return not (is_negated(first) and link.lower_ == "but" and _says_only(first))


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
    if link.nbor().text == "," or _is_bare(first, link):
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


def _result(doc: Doc) -> Iterator[Change]:
    """Yield the split at ", so" or "and so" before a clause that is a result, not an aim."""
    for link in doc[1:-2]:
        last, after = doc[link.i - 1], doc[link.i + 1]
        if link.lower_ != "so" or _opens_with_condition(doc, link.i):
            continue
        if last.lower_ not in (",", "and") or after.lower_ in ("that", "as", "far", "much", "many"):
            continue
        rest = doc[link.i + 1 :]
        if after.pos_ in ("ADJ", "ADV") and after.dep_ != "amod":
            continue
        if any(t.lower_ in ("can", "could") for t in rest):
            continue
        if any(token.text in (":", ";") or token.lower_ in PAIRED for token in doc[: link.i]):
            continue
        start = _end_before(last if last.lower_ == "and" else link)
        dropped = ("and",) if last.lower_ == "and" else ()
        yield Change((Edit(Span(start, link.idx + len(link)), ". So"),), dropped)


def _opens_with_condition(doc: Doc, end: int) -> bool:
    """Tell whether the words before ``end`` begin with "If ...," or "After ...,".

    The parser takes either half of "A; B" for the main one, so it is not asked.
    """
    first = doc[0]
    is_front = first.pos_ in ("ADP", "SCONJ", "ADV") or first.lower_ in CONDITIONS
    return is_front and first.lower_ not in OPENERS and any(t.text == "," for t in doc[: end - 1])


def _reason(doc: Doc) -> Iterator[Change]:
    """Yield the split before "because", where the reason is not the point of the sentence."""
    root = root_of(doc)
    for link in doc[3:-3]:
        verb = link.head
        if link.lower_ != "because" or link.dep_ != "mark" or verb.dep_ != "advcl" or root is None:
            continue
        main = verb.head
        if not is_main(main) or has_front(root) or link.i < main.i or not is_finite(verb):
            continue
        if link.nbor().lower_ == "this":
            continue  # "This is because this"
        last = doc[link.i - 1]
        if subject_of(verb) is None or last.pos_ in ("CCONJ", "PART") or last.lower_ in WEIGHING:
            continue
        if has_clause(main, main.i, link.i, frozenset({"ccomp"})) or _denies(main):
            continue
        if (
            has_second_half(main, link.i)
            or _is_bare(main, link)
            or any(t.text in (":", ";") for t in doc[: link.i])
        ):
            continue
        edit = Edit(Span(_end_before(link), link.idx + len(link)), ". This is because")
        yield Change((edit,), (), "", ("this", "is"))


def _denies(verb: Token) -> bool:
    """Tell whether "not ... because" could deny the reason: a command or a "must not" cannot."""
    modal = any(aux.lower_ in ("must", "should", "can", "ca") for aux in auxiliaries(verb))
    return is_negated(verb) and not (modal or is_command(verb))


def _is_bare(verb: Token, link: Token) -> bool:
    """Tell whether the main clause says too little to stand: "Symptoms happen"."""
    return not any(child.i < link.i and child.dep_ != "punct" for child in verb.rights)


def _contrast(doc: Doc) -> Iterator[Change]:
    """Yield "A. But B" for "Although A, B" and for "A, although B"."""
    for link in doc[:-3]:
        if link.lower_ not in ("although", "though", "whereas") or link.dep_ != "mark":
            continue
        verb = link.head
        if verb.dep_ != "advcl" or subject_of(verb) is None or not is_finite(verb):
            continue
        if verb.head.dep_ != "ROOT" or any(t.text in (":", ";") for t in doc):
            continue
        yield from _fronted(link, verb) if verb.i < verb.head.i else _followed(link, verb.head)


def _fronted(link: Token, verb: Token) -> Iterator[Change]:
    doc, start = link.doc, _even(link) or link
    comma = doc[max(t.i for t in verb.subtree)]
    comma = comma if comma.text == "," else doc[comma.i + 1]
    if start.i != 0 or comma.text != "," or comma.i + 1 >= len(doc) or link.i + 1 >= comma.i:
        return
    if has_clause(verb.head, comma.i, len(doc), frozenset({"advcl"})) or _second_link(doc, comma.i):
        return
    first = doc[link.i + 1]
    opening = Edit(Span(0, first.idx + len(first)), capital(first.text))
    middle = Edit(Span(comma.idx, comma.idx + 1), ". But")
    yield Change((opening, middle), _words(start, link), "", ("but",))


def _second_link(doc: Doc, start: int) -> bool:
    return any(token.lower_ in ("but", "however", "yet") for token in doc[start:])


def _followed(link: Token, main: Token) -> Iterator[Change]:
    start = link
    if _even(link) or has_front(main) or is_command(main) or has_second_half(main, link.i):
        return
    if has_clause(main, main.i, start.i, frozenset({"ccomp"})) or _comma(start) is None:
        return
    edit = Edit(Span(_end_before(start), link.idx + len(link)), ". But")
    yield Change((edit,), _words(start, link), "", ("but",))


def _even(link: Token) -> Token | None:
    last = link.doc[link.i - 1] if link.i else None
    return last if last is not None and last.lower_ == "even" else None


def _words(first: Token, last: Token) -> tuple[str, ...]:
    return tuple(token.lower_ for token in first.doc[first.i : last.i + 1])


def _semicolon(doc: Doc) -> Iterator[Change]:
    marks = [token for token in doc if token.text == ";"]
    if len(marks) != 1 or any(token.text == ":" for token in doc):
        return
    mark = marks[0]
    if mark.i + 1 >= len(doc) or _opens_with_condition(doc, mark.i):
        return
    if any(t.dep_ == "ccomp" and t.i < mark.i and t.head.i < t.i for t in doc):
        return
    after = doc[mark.i + 1]
    edit = Edit(Span(mark.idx, after.idx + len(after)), ". " + capital(after.text))
    yield Change((edit,))


def _divide(link: Token) -> Change:
    """Put a full stop for "and", or before "but"."""
    if link.lower_ == "but":
        return Change((Edit(Span(_end_before(link), link.idx + len(link)), ". But"),))
    after = link.doc[link.i + 1]
    after = link.doc[link.i + 2] if after.text == "," else after
    span = Span(_end_before(link), after.idx + len(after))
    return Change((Edit(span, ". " + capital(after.text)),), (link.lower_,))


def _divide_with(link: Token, text: str, copied: str) -> Change:
    dropped = (link.lower_,) if link.lower_ == "and" else ()
    return Change((Edit(Span(_end_before(link), link.idx + len(link)), text),), dropped, copied)


def _comma(link: Token) -> Token | None:
    last = link.doc[link.i - 1]
    return last if last.text == "," else None


def _end_before(link: Token) -> int:
    """Return where the words before the link end, its comma left out."""
    last = link.doc[link.i - 1]
    if last.text == ",":
        last = link.doc[last.i - 1]
    return last.idx + len(last)
