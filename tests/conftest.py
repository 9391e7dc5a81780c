import os

from hypothesis import settings

from literacy.document import BlockKind, Document, DocumentBuilder

# A shared two-core machine is no place for a 200 ms deadline. In CI the same examples are tried
# each time, so that a change is judged by what it changes; at the desk new ones are looked for.
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")


def paragraphs(*texts: str) -> Document:
    """Make a document of paragraphs: the commonest input of a test."""
    build = DocumentBuilder("test")
    for text in texts:
        build.add(BlockKind.PARAGRAPH, text)
    return build.done()
