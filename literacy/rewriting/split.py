"""Two ideas in one sentence become two sentences, each by a few characters' change.

The linking word stays wherever it carries meaning ("But", "So", "This is because"), since sentences
cut loose from one another are harder, not easier. Nothing is moved or made anew: "and" becomes a
full stop and, where the second half leans on the subject of the first, that subject is said again.
Each function is a check named in ``rules/sentences/structure.yml``; ``proof`` has the last word.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import (
    CONDITIONS,
    OPENERS,
    PAIRED,
    auxiliaries,
    capital,
    comma_before,
    end_before,
    has_clause,
    has_front,
    has_second_half,
    is_bare,
    is_command,
    is_finite,
    is_main,
    is_negated,
    root_of,
    subject_of,
)
from literacy.rewriting.coordination import coordinated
from literacy.rewriting.proof import Change, Finder, long_sentences, offers
from literacy.rulebase.model import Rule

# Before "because" these say that the reason is only a part, or the very point.
WEIGHING = frozenset(
    {"only", "just", "mainly", "partly", "simply", "largely", "probably", "perhaps", "possibly"}
    | {"especially", "precisely", "merely", "even", "purely", "mostly", "often", "usually"}
)


def split_and(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences whose halves are joined by "and"."""
    return _splits(parsed, rules, "and", _and)


def split_but(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences whose halves are joined by "but", which stays."""
    return _splits(parsed, rules, "but", _but)


def split_so(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences that go on with ", so" or "and so"."""
    return _splits(parsed, rules, "so", _result)


def split_because(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences with a reason at the end: "This is because" starts the second."""
    return _splits(parsed, rules, "because", reason)


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
    return offers(parsed, long_sentences(parsed, rules, signs), find)


def _and(doc: Doc) -> Iterator[Change]:
    return coordinated(doc, "and")


def _but(doc: Doc) -> Iterator[Change]:
    return coordinated(doc, "but")


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
        start = end_before(last if last.lower_ == "and" else link)
        dropped = ("and",) if last.lower_ == "and" else ()
        yield Change((Edit(Span(start, link.idx + len(link)), ". So"),), dropped)


def _opens_with_condition(doc: Doc, end: int) -> bool:
    """Tell whether the words before ``end`` begin with "If ...," or "After ...,".

    The parser takes either half of "A; B" for the main one, so it is not asked.
    """
    first = doc[0]
    is_front = first.pos_ in ("ADP", "SCONJ", "ADV") or first.lower_ in CONDITIONS
    return is_front and first.lower_ not in OPENERS and any(t.text == "," for t in doc[: end - 1])


def reason(doc: Doc) -> Iterator[Change]:
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
            or is_bare(main, link)
            or any(t.text in (":", ";") for t in doc[: link.i])
        ):
            continue
        edit = Edit(Span(end_before(link), link.idx + len(link)), ". This is because")
        yield Change((edit,), (), "", ("this", "is"))


def _denies(verb: Token) -> bool:
    """Tell whether "not ... because" could deny the reason: a command or a "must not" cannot."""
    modal = any(aux.lower_ in ("must", "should", "can", "ca") for aux in auxiliaries(verb))
    return is_negated(verb) and not (modal or is_command(verb))


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
    if any(token.lower_ == "because" for token in link.doc[link.i :]):
        return  # the reason may be that of the first half
    if has_clause(main, main.i, start.i, frozenset({"ccomp"})) or comma_before(start) is None:
        return
    edit = Edit(Span(end_before(start), link.idx + len(link)), ". But")
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
    if mark.i + 1 >= len(doc):
        return
    if _opens_with_condition(doc, mark.i) and not _has_own_front(doc, mark.i + 1):
        return
    if any(t.dep_ == "ccomp" and t.i < mark.i and t.head.i < t.i for t in doc):
        return
    after = doc[mark.i + 1]
    edit = Edit(Span(mark.idx, after.idx + len(after)), ". " + capital(after.text))
    yield Change((edit,))


def _has_own_front(doc: Doc, start: int) -> bool:
    """Tell whether the second half says for itself when or where: "; for a child, ..."."""
    return doc[start].pos_ in ("ADP", "SCONJ") and doc[start].lower_ not in ("so", "though")


WAYS = (_and, _but, _result, reason, _contrast, _semicolon)
