"""Pictures made fit to be shown: checked, redrawn, and crossed out where the words say "do not".

A picture may come from anybody's file. A bitmap is decoded within limits and written anew, so that
nothing hidden in it travels on; a drawing keeps its shapes and loses scripts and every reference
that leaves it. The cross is our own drawing laid over the picture, which stays as its maker made
it.
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from lxml import etree

from literacy.composed import Drawing, Picture
from literacy.errors import ExportError

SVG = "image/svg+xml"
_SVG_SPACE = "http://www.w3.org/2000/svg"
_MOST_PIXELS = 40_000_000
_BESIDE_WORDS = 800  # pixels of the longest side: sharp at 4 cm
_ACROSS_THE_PAGE = 1600
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_BANNED = {"script", "foreignObject", "iframe", "set", "animate", "animateTransform", "a", "style"}
_PARSER_LIMITS = {"resolve_entities": False, "no_network": True, "load_dtd": False}

# A red cross with a white edge, so that it is seen on light, dark and red pictures alike.
_CROSS = (
    '<g fill="none" stroke-linecap="round">'
    '<path d="M10 10 62 62M62 10 10 62" stroke="#fff" stroke-width="11"/>'
    '<path d="M10 10 62 62M62 10 10 62" stroke="#c8102e" stroke-width="7"/>'
    "</g>"
)


def alternative(picture: Picture) -> str:
    """Return the words for a picture that cannot be seen; a refused one says so."""
    alt = " ".join(picture.alt.split()) or "picture"
    return f"{alt}, crossed out" if picture.refused and "crossed out" not in alt else alt


def shown(drawing: Drawing, *, refused: bool = False) -> tuple[str, bytes]:
    """Return the media type and bytes of a drawing as a reader of HTML or PDF sees it.

    Raises:
        ExportError: the drawing is not a picture that can be shown.
    """
    media_type, data = _checked(drawing)
    return (SVG, _crossed_out(media_type, data)) if refused else (media_type, data)


def as_png(drawing: Drawing, *, refused: bool = False, side: int = 640) -> bytes:
    """Return a drawing as a PNG for Word, which shows no SVG in older versions."""
    media_type, data = shown(drawing, refused=refused)
    if media_type != SVG:
        return data if media_type == "image/png" else _bitmap(data, format="PNG")[1]
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(svg_string=data.decode(), width=side, skip_system_fonts=True)
    )


def data_address(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"


def bitmap(data: bytes) -> tuple[str, bytes] | None:
    """Return a bitmap of a document written anew, or None where it cannot be shown."""
    try:
        return _bitmap(data, _ACROSS_THE_PAGE)
    except (OSError, ValueError, SyntaxError, Warning):
        return None


def _checked(drawing: Drawing) -> tuple[str, bytes]:
    try:
        return _drawing(drawing.data) if drawing.media_type == SVG else _bitmap(drawing.data)
    except (OSError, ValueError, SyntaxError, Warning) as error:
        raise ExportError(
            f'The picture "{drawing.id}" cannot be shown. Choose another picture or mend the file.'
        ) from error


def _drawing(data: bytes) -> tuple[str, bytes]:
    import resvg_py

    parser = etree.XMLParser(**_PARSER_LIMITS)
    root = etree.fromstring(data, parser)
    if root.tag != f"{{{_SVG_SPACE}}}svg" or root.getroottree().docinfo.doctype:
        raise ValueError("not a plain SVG drawing")
    for node in list(root.iter()):
        _strip(node)
    if not root.get("viewBox") and not (root.get("width") and root.get("height")):
        raise ValueError("the drawing has no size")
    written: bytes = etree.tostring(root)
    resvg_py.svg_to_bytes(svg_string=written.decode(), width=8, skip_system_fonts=True)
    return SVG, written


def _strip(node: etree._Element) -> None:
    banned = not isinstance(node.tag, str) or etree.QName(node).localname in _BANNED
    if banned and (parent := node.getparent()) is not None:
        parent.remove(node)
        return
    for name, value in list(node.attrib.items()):
        local = etree.QName(name).localname.lower()
        outward = local in ("href", "src") and not value.strip().startswith("#")
        leaks = "url(" in value and "url(#" not in value.replace(" ", "")
        if local.startswith("on") or outward or leaks or local == "base":
            del node.attrib[name]


def _bitmap(data: bytes, side: int = _BESIDE_WORDS, format: str = "") -> tuple[str, bytes]:
    from PIL import Image

    try:
        image = Image.open(BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise ValueError("too many pixels") from error
    if image.width * image.height > _MOST_PIXELS:
        raise ValueError("too many pixels")
    format = format or ("JPEG" if image.format == "JPEG" else "PNG")
    image.thumbnail((side, side))
    plain = image.convert("RGB" if format == "JPEG" else "RGBA")
    out = BytesIO()
    plain.save(out, format, **({"quality": 88} if format == "JPEG" else {"optimize": True}))
    return f"image/{format.lower()}", out.getvalue()


def _crossed_out(media_type: str, data: bytes) -> bytes:
    return (
        f'<svg xmlns="{_SVG_SPACE}" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' viewBox="0 0 72 72" width="72" height="72">'
        f'<image width="72" height="72" xlink:href="{data_address(media_type, data)}"/>'
        f"{_CROSS}</svg>"
    ).encode()
