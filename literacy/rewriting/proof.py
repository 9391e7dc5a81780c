"""Whether a rewritten sentence may be offered: facts, words, brackets, and whole sentences only.

Every rewriter of structure hands its edits here. The new sentences are parsed again, so that a
wrong first parse has to be wrong twice, in two ways that agree, before a person sees its work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding, Suggestion
from literacy.parse import Parsed, Sentence, kept_with_doc
from literacy.rewriting.apply import edited
from literacy.rewriting.clauses import (
    is_command,
    is_finite,
    is_verb,
    root_of,
    subject_of,
)
from literacy.rewriting.objections import objections
from literacy.rulebase.model import Rule
from literacy.words.segment import sentences, word_count

LEANING = frozenset({"because", "if", "unless", "although", "though", "whereas", "while", "until"})
NOUNS_TOO = frozenset({"change", "increase", "decrease", "rise", "drop", "use", "need", "delay"})
CALLS = frozenset({"phone", "dial", "ring", "telephone", "call", "contact", "avoid"})
REPORTING = frozenset({"say", "ask", "tell", "think", "explain", "report", "mean"})


@dataclass(frozen=True, slots=True)
class Change:
    """A rewrite of one sentence. Offsets count from its start.

    ``dropped`` names the linking words that may go, ``copied`` the words said again on purpose,
    ``added`` the linking words that are new. A list has lines for sentences.
    """

    edits: tuple[Edit, ...]
    dropped: tuple[str, ...] = ()
    copied: str = ""
    added: tuple[str, ...] = ()
    is_list: bool = False

    @property
    def span(self) -> Span:
        return Span(self.edits[0].span.start, self.edits[-1].span.end)


Finder = Callable[[Doc], Iterator[Change]]


@dataclass(frozen=True, slots=True)
class _Way:
    """A change with the sentences that it would make."""

    change: Change
    new: str
    parts: tuple[str, ...]

    @property
    def whole(self) -> tuple[str, ...]:
        """Return what must be sentences: all but the lines of a list."""
        return () if self.change.is_list else self.parts

    def finding(self, parsed: Parsed, rule: Rule, sentence: Sentence) -> Finding:
        start = sentence.span.start
        found = rule.finding(parsed.document, self.change.span.shift(start))
        edits = tuple(Edit(edit.span.shift(start), edit.text) for edit in self.change.edits)
        last = edits[-1]
        if last.text == "\n" and parsed.document.text[last.span.end :].startswith(" "):
            # The next sentence stands on a line of its own, without the space before it.
            edits = (*edits[:-1], Edit(Span(last.span.start, last.span.end + 1), last.text))
        return replace(found, suggestions=(Suggestion(edits, self.new, rule.safety),))


def long_sentences(
    parsed: Parsed, rules: tuple[Rule, ...], signs: tuple[str, ...]
) -> Iterator[tuple[Rule, Sentence]]:
    """Yield the sentences of running text over a rule's limit that hold one of ``signs``."""
    wanted = []
    for sentence in parsed.sentences:
        low = parsed.text(sentence).lower()
        if sentence.is_prose and any(sign in low for sign in signs):
            length = word_count(low)
            wanted += [(rule, sentence) for rule in rules if length > rule.limit]
    parsed.prepare(sentence for _, sentence in wanted)
    yield from wanted


def offers(
    parsed: Parsed, wanted: Iterable[tuple[Rule, Sentence]], find: Finder, *, parts: int = 2
) -> Iterator[Finding]:
    """Return one finding for each sentence that a change of ``find`` divides, if one is proved.

    ``parts`` is how many sentences must come of it. Which new sentences the parser has to see is
    said at once, so that those of all checks are parsed in one batch.
    """
    cases = [
        (rule, sentence, _ways(parsed.doc(sentence), parsed.text(sentence), find, parts))
        for rule, sentence in wanted
    ]
    parsed.expect(part for _, _, ways in cases for way in ways for part in way.whole)
    return _proved(parsed, cases)


def is_offered(parsed: Parsed, sentence: Sentence, find: Finder, parts: int) -> bool:
    """Tell whether ``offers`` has a change of ``find`` for the sentence."""
    ways = _ways(parsed.doc(sentence), parsed.text(sentence), find, parts)
    return any(all(is_whole(parsed.doc_of(part)) for part in way.whole) for way in ways)


def refusals(
    parsed: Parsed, sentence: Sentence, find: Finder, *, parts: int = 2
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each rewrite of ``find`` that is not offered, with the reasons."""
    text = parsed.text(sentence)
    for change in find(parsed.doc(sentence)):
        way = _way(text, change)
        reasons = [*_objections(text, way, parts)]
        reasons += [
            f"this cannot stand by itself: {part}"
            for part in way.whole
            if not is_whole(parsed.doc_of(part))
        ]
        if reasons:
            yield way.new, tuple(reasons)


def _proved(
    parsed: Parsed, cases: Iterable[tuple[Rule, Sentence, tuple[_Way, ...]]]
) -> Iterator[Finding]:
    for rule, sentence, ways in cases:
        proved = (way for way in ways if all(is_whole(parsed.doc_of(part)) for part in way.whole))
        yield from (way.finding(parsed, rule, sentence) for way in islice(proved, 1))


@kept_with_doc
def _ways(doc: Doc, text: str, find: Finder, wanted: int) -> tuple[_Way, ...]:
    """Return the changes that no guard but the parser objects to, the shortest sentences first."""
    ways = [_way(text, change) for change in find(doc)]
    kept = [way for way in ways if not _objections(text, way, wanted)]
    return tuple(sorted(kept, key=lambda way: (max(map(word_count, way.parts)), way.change.span)))


def _way(text: str, change: Change) -> _Way:
    new = edited(text, change.edits)
    return _Way(change, new, tuple(new[span.start : span.end] for span in sentences(new)))


@kept_with_doc
def is_whole(doc: Doc) -> bool:
    """Tell whether ``doc`` is one sentence that can stand by itself: a statement or a command."""
    root = root_of(doc)
    if root is not None and _calls(doc, root):
        return True
    if root is None or not is_verb(root) or _asks(doc, root) or _runs_on(doc, root):
        return False
    if doc[0].lower_ in LEANING and doc[0].head == root and "," not in doc.text:
        return False  # "Because the wound is sore."
    if subject_of(root) is not None:
        return is_finite(root) and root.dep_ == "ROOT"
    return is_command(root) and not _may_be_noun(root)


def _calls(doc: Doc, root: Token) -> bool:
    """Tell whether the sentence begins "Phone us" or "Dial 999", which the parser may not see."""
    is_first = root.i == 0 and root.lower_ in CALLS and len(doc) > 2
    return is_first and (doc[1].like_num or doc[1].dep_ in ("dobj", "det", "poss", "compound"))


def _may_be_noun(root: Token) -> bool:
    """Tell whether a command may be a noun in truth: "Change in weight", "Use of the mask"."""
    after = root.nbor().lower_ if root.i + 1 < len(root.doc) else ""
    is_first = root.i == 0
    return is_first and (after == "of" or (after == "in" and root.lemma_.lower() in NOUNS_TOO))


def _objections(text: str, way: _Way, wanted: int) -> tuple[str, ...]:
    """Return what speaks against the new sentences but what the parser may say."""
    change = way.change
    return objections(
        text,
        way.new,
        dropped=change.dropped,
        copied=change.copied,
        added=change.added,
        parts=None if change.is_list else wanted,
    )


def _asks(doc: Doc, root: Token) -> bool:
    """Tell whether a question word opens the main clause: "What can be done to tackle it"."""
    first = doc[0]
    return first.tag_ in ("WDT", "WP", "WP$", "WRB") and (first.head == root or first.i == root.i)


def _runs_on(doc: Doc, root: Token) -> bool:
    """Tell whether two main clauses are joined by a comma alone."""
    return any(
        _is_spliced(doc, token, root) for token in doc if token.dep_ in ("ccomp", "parataxis")
    )


def _is_spliced(doc: Doc, verb: Token, root: Token) -> bool:
    low, high = sorted((verb.i, root.i))
    has_comma = any(token.text == "," for token in doc[low:high])
    is_marked = any(child.dep_ == "mark" for child in verb.children)
    return (
        has_comma
        and verb.head == root
        and verb.i < root.i
        and subject_of(verb) is not None
        and not is_marked
        and root.lemma_ not in REPORTING
    )
