from hypothesis import settings

from literacy.document import BlockKind, Document, DocumentBuilder

# A shared two-core machine is no place for a 200 ms deadline.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def paragraphs(*texts: str) -> Document:
    """Make a document of paragraphs: the commonest input of a test."""
    build = DocumentBuilder("test")
    for text in texts:
        build.add(BlockKind.PARAGRAPH, text)
    return build.done()
