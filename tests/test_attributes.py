import pytest
import spacy

from literacy.parse import load_model, parse
from literacy.parse.attributes import remembered
from tests.bench.samples import leaflets
from tests.conftest import paragraphs

ODD = (
    "Let's go.",
    "There is a nurse and there are two doctors.",
    "I ain't gonna go, y'all.",
    "Nothin' is wrong.",
    "Take  two  tablets.",
    "You have to rest, and it's what you'd have done.",
    "No.",
)


def by_spacy(texts):
    return list(load_model().pipe(texts))


def by_us(texts):
    parsed = parse(paragraphs("Rest."))
    return [parsed.doc_of(text) for text in texts]


def seen(doc):
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i) for t in doc]


@pytest.mark.parametrize("text", ODD)
def test_each_word_is_what_spacy_says_it_is(text):
    (theirs,), (ours,) = by_spacy([text]), by_us([text])
    assert seen(ours) == seen(theirs)


def test_every_word_of_a_leaflet_is_what_spacy_says_it_is():
    parsed = parse(leaflets()[0])
    texts = [parsed.text(sentence) for sentence in parsed.sentences]
    assert list(map(seen, by_us(texts))) == list(map(seen, by_spacy(texts)))


def test_a_model_without_a_ruler_is_left_as_it_is():
    assert remembered(spacy.blank("en")) is None
