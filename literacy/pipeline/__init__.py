"""The verbs. Only here do all the rooms meet.

read(file) -> Document, score(text) -> Scores, analyse(document) -> Report,
rewrite(document, accepted) -> Document, easy_read(document) -> EasyRead,
export(thing, format) -> bytes.

One module a verb, so that reading and scoring do not wait for the language model.
"""
