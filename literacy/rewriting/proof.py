"""Whether a rewritten sentence may be offered: facts, words, brackets, and whole sentences only.

Every rewriter of structure hands its edits here. The new sentences are parsed again, so that a
wrong first parse has to be wrong twice, in two ways that agree, before a person sees its work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding, Suggestion
from literacy.parse import Parsed, Sentence
from literacy.rewriting.apply import edited
from literacy.rewriting.clauses import is_command, is_finite, is_verb, root_of, subject_of
from literacy.rewriting.facts import changed_facts
from literacy.rulebase.model import Rule
from literacy.words.segment import sentences, words

SHORTEST = 4  # words of a sentence that is worth standing alone
PAIRS = ("()", "[]", "“”", "‘’")
NOUNS_TOO = frozenset({"change", "increase", "decrease", "rise", "drop", "use", "need", "delay"})
REPORTING = frozenset({"say", "ask", "tell", "think", "explain", "report", "mean"})


@dataclass(frozen=True, slots=True)
class Change:
    """A rewrite of one sentence. Offsets count from its start.

    ``dropped`` names the linking words that may go, ``copied`` the words said again on purpose,
    ``added`` the linking words that are new.
    """

    edits: tuple[Edit, ...]
    dropped: tuple[str, ...] = ()
    copied: str = ""
    added: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.edits[0].span.start, self.edits[-1].span.end)


def long_sentences(
    parsed: Parsed, rules: tuple[Rule, ...], signs: tuple[str, ...]
) -> Iterator[tuple[Rule, Sentence]]:
    """Yield the sentences of running text over a rule's limit that hold one of ``signs``."""
    wanted = []
    for sentence in parsed.sentences:
        low = parsed.text(sentence).lower()
        if sentence.is_prose and any(sign in low for sign in signs):
            length = len(words(low))
            wanted += [(rule, sentence) for rule in rules if length > rule.limit]
    parsed.prepare(sentence for _, sentence in wanted)
    yield from wanted


def offers(
    parsed: Parsed, rule: Rule, sentence: Sentence, changes: Iterable[Change], *, parts: int = 2
) -> Iterator[Finding]:
    """Yield one finding for the change that divides the sentence best, if any can be proved.

    ``parts`` is how many sentences must come of it.
    """
    text = parsed.text(sentence)
    proved = [(change, new) for change in changes if (new := _proved(parsed, text, change, parts))]
    if not proved:
        return
    change, new = min(proved, key=lambda pair: (_longest(pair[1]), pair[0].span))
    finding = rule.finding(parsed.document, change.span.shift(sentence.span.start))
    edits = tuple(Edit(e.span.shift(sentence.span.start), e.text) for e in change.edits)
    yield replace(finding, suggestions=(Suggestion(edits, new, rule.safety),))


def is_whole(doc: Doc) -> bool:
    """Tell whether ``doc`` is one sentence that can stand by itself: a statement or a command."""
    root = root_of(doc)
    if root is None or not is_verb(root) or _asks(doc, root) or _runs_on(doc, root):
        return False
    if subject_of(root) is not None:
        return is_finite(root) and root.dep_ == "ROOT"
    return is_command(root) and not _may_be_noun(root)


def _may_be_noun(root: Token) -> bool:
    """Tell whether a command may be a noun in truth: "Change in weight", "Use of the mask"."""
    after = root.nbor().lower_ if root.i + 1 < len(root.doc) else ""
    is_first = root.i == 0
    return is_first and (after == "of" or (after == "in" and root.lemma_.lower() in NOUNS_TOO))


def _proved(parsed: Parsed, text: str, change: Change, wanted: int) -> str:
    """Return the new sentences, or nothing where a guard objects."""
    new = edited(text, change.edits)
    parts = [new[span.start : span.end] for span in sentences(new)]
    if len(parts) != wanted or len(sentences(text)) != 1 or text.endswith("?"):
        return ""
    if any(len(words(part)) < SHORTEST for part in parts) or not all(map(_is_balanced, parts)):
        return ""
    if changed_facts(text, new, copied=change.copied) or not _keeps_words(text, new, change):
        return ""
    return new if all(is_whole(parsed.doc_of(part)) for part in parts) else ""


def _longest(text: str) -> int:
    return max(len(words(text[span.start : span.end])) for span in sentences(text))


def _keeps_words(before: str, after: str, change: Change) -> bool:
    """Tell whether no word was lost or brought in but those that the change names."""
    old, new = _counted(before), _counted(after)
    may_come = _counted(change.copied) + Counter(change.added)
    return not (old - new - Counter(change.dropped)) and not (new - old - may_come)


def _counted(text: str) -> Counter[str]:
    return Counter(text[span.start : span.end].lower() for span in words(text))


def _is_balanced(text: str) -> bool:
    # A single closing quotation mark is also an apostrophe.
    pairs = [pair for pair in PAIRS if pair != "‘’" or "‘" in text]
    return text.count('"') % 2 == 0 and all(
        text.count(first) == text.count(last) for first, last in map(tuple, pairs)
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
