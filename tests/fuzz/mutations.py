"""Ways to damage a file: in its bytes, its packing, its elements, its objects, its letters.

A mutation is ``(random, data) -> data``. All chance comes from the ``Random`` passed in, so that
one seed gives one file.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import deepcopy
from io import BytesIO
from random import Random
from warnings import catch_warnings, simplefilter

from lxml import etree

from tests.fuzz.corpus import ENDINGS, Seed, seeds

Mutation = Callable[[Random, bytes], bytes]

_ODD_BYTES = (
    b"\x00", b"\xff" * 4, b"\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf",
    b"\xff\xfe", b"\x1b", b"\r", b"\x0c", b"\xe2\x80\xa8", b"\xc2\xad", b"\xe2\x80\xae",
)  # fmt: skip
_NUMBERS = (
    "0",
    "-1",
    "1",
    "7",
    "255",
    "65536",
    "2147483648",
    "4294967295",
    "1e400",
    "NaN",
    "9" * 40,
)
_MARKS = (
    "<", ">", "&", "&#0;", "&#x110000;", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "<p", "</p>",
    "<table>", "<td colspan=2000000000>", "</td></tr></table>", "<li>", "<ol start=9e99>", "<svg>",
    "<template>", "<style>", "<title>", "<plaintext>", "<b><i></b></i>", "<a href='javascript:x'>",
    "\n", "\n\n", "\r\r", "\t", "    ", "* ", "- ", "1. ", "9999999999. ", "# ", "> ", "```", "~~~",
    "|", "|---|", "![", "](", "[^1]", "[a]: b", "***", "___", "---", "===", "\\", "`", "(" * 300,
    "_" * 300, "> " * 300, "* " * 300, "[" * 300, "\u0301" * 50, "\u202e", "\u00ad", "\u2028",
    "\U0001f600", "\x0b", "\x85", "\ufeff", "\ufffd", "\u05d0",
)  # fmt: skip
_CODECS = (
    "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "latin-1", "cp437",
    "utf-7", "cp037", "shift_jis", "mac_roman",
)  # fmt: skip
_MOST_ELEMENTS = 2000  # copies of copies would soon fill the memory
_MOST = 1_000_000  # bytes: a fuzzed file stays small, bombs have tests of their own


def damaged(number: int, endings: Sequence[str] = ENDINGS) -> tuple[Seed, bytes]:
    """Return the damaged file of this number, the same on every machine, and what it was."""
    random = Random(number)
    ending = random.choice(endings)
    choice = [seed for seed in seeds() if seed.ending == ending]
    (seed,) = random.choices(choice, [seed.weight for seed in choice])
    return seed, mutate(random, seed)


def mutate(random: Random, seed: Seed) -> bytes:
    """Return ``seed`` damaged once, or a few times over."""
    data = seed.data
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        data = random.choice(_BY_ENDING[seed.ending])(random, data)
    return data[:_MOST]


def _place(random: Random, data: bytes) -> int:
    return random.randrange(len(data) + 1)


def _part(random: Random, data: bytes, most: int = 400) -> tuple[int, int]:
    start = _place(random, data)
    return start, min(start + random.randrange(1, most), len(data))


def flip_bits(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 4, 30)) if data else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut_short(random: Random, data: bytes) -> bytes:
    return data[: _place(random, data)]


def cut_out(random: Random, data: bytes) -> bytes:
    start, end = _part(random, data)
    return data[:start] + data[end:]


def repeat(random: Random, data: bytes) -> bytes:
    start, end = _part(random, data)
    return data[:end] + data[start:end] * random.choice((1, 2, 50)) + data[end:]


def insert_bytes(random: Random, data: bytes) -> bytes:
    place = _place(random, data)
    return data[:place] + random.choice(_ODD_BYTES) * random.choice((1, 3)) + data[place:]


def splice(random: Random, data: bytes) -> bytes:
    """Put a part of another file into this one."""
    other = random.choice(seeds()).data
    start, end = _part(random, other, 2000)
    place = _place(random, data)
    return data[:place] + other[start:end] + data[place:]


def change_number(random: Random, data: bytes) -> bytes:
    found = list(re.finditer(rb"\d+", data[:200_000]))
    if not found:
        return data
    match = random.choice(found)
    return data[: match.start()] + random.choice(_NUMBERS).encode() + data[match.end() :]


BYTES = (flip_bits, cut_short, cut_out, repeat, insert_bytes, splice, change_number)


def insert_marks(random: Random, data: bytes) -> bytes:
    for _ in range(random.choice((1, 3, 10))):
        place = _place(random, data)
        data = data[:place] + random.choice(_MARKS).encode() + data[place:]
    return data


def recode(random: Random, data: bytes) -> bytes:
    """Write the words in another coding, or in two."""
    text = data.decode("utf-8", "replace")
    place = random.choice((0, 0, len(text) // 2))
    return text[:place].encode() + text[place:].encode(random.choice(_CODECS), "replace")


def shuffle_lines(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    start = random.randrange(len(lines) + 1)
    part = lines[start : start + 12]
    random.shuffle(part)
    lines[start : start + 12] = part
    ends = random.choice((b"\n", b"\r\n", b"\r"))
    return b"".join(lines).replace(b"\n", ends)


WRITTEN = (insert_marks, insert_marks, recode, shuffle_lines)


def xml_elements(random: Random, data: bytes) -> bytes:
    """Repeat, nest, remove, move or rename elements, or load one with attributes."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return data
    for _ in range(random.choice((1, 1, 3, 8))):
        _change_element(random, root)
    return etree.tostring(root)


def _change_element(random: Random, root: etree._Element) -> None:
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    node, other = random.choice(nodes), random.choice(nodes)
    parent = node.getparent()
    change = random.randrange(7)
    if parent is None or len(nodes) > _MOST_ELEMENTS:
        return
    if change == 0:
        for _ in range(random.choice((1, 5, 60)) if len(nodes) < 500 else 1):
            parent.append(_copy(node))
    elif change == 1:
        _nest(node, random.choice((2, 20, 150)))
    elif change == 2:
        parent.remove(node)
    elif change == 3:
        other.append(_copy(node))
    elif change == 4:
        node.tag = other.tag
    elif change == 5:
        for name in random.sample(nodes, min(len(nodes), 5)):
            with suppress(ValueError):
                node.attrib.update(name.attrib)
    else:
        _change_attribute(random, node)


def _copy(node: etree._Element) -> etree._Element:
    copied = deepcopy(node)
    copied.tail = None
    return copied


def _nest(node: etree._Element, depth: int) -> None:
    inner = node
    for _ in range(depth):
        inner = etree.SubElement(inner, node.tag, dict(node.attrib))
        inner.text = "deep"


def _change_attribute(random: Random, node: etree._Element) -> None:
    if not node.attrib or random.random() < 0.2:
        many, long = random.choice(((1, 1), (1, 2000), (300, 10)))
        for number in range(many):
            node.set(f"a{number}", "x" * long)
        return
    name = random.choice(sorted(node.attrib))
    if random.random() < 0.2:
        del node.attrib[name]
        return
    node.set(name, random.choice((*_NUMBERS, "", "x", "true", "../../etc/passwd", "\u202e", "3.5")))


def zip_part(random: Random, data: bytes) -> bytes:
    """Damage one part of an archive and pack it again, so that the damage is read."""
    parts = _unzipped(data)
    written = [number for number, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    if not written:
        return data
    number = random.choice(written)
    name, part = parts[number]
    damage = random.choice((*(xml_elements,) * 20, *BYTES))
    parts[number] = (name, damage(random, part))
    return _zipped(parts)


def zip_list(random: Random, data: bytes) -> bytes:
    """Lose, double, swap, rename or add parts of an archive."""
    parts = _unzipped(data)
    if len(parts) < 2:
        return data
    one, other = random.sample(range(len(parts)), 2)
    change = random.randrange(5)
    if change == 0:
        del parts[one]
    elif change == 1:
        parts.append((parts[one][0], parts[other][1]))
    elif change == 2:
        parts[one], parts[other] = (
            (parts[one][0], parts[other][1]),
            (parts[other][0], parts[one][1]),
        )
    elif change == 3:
        parts[one] = (random.choice(("../x", "/x", "x\\y", parts[one][0].upper())), parts[one][1])
    else:
        parts += _unzipped(random.choice([s for s in seeds() if s.ending in ("docx", "odt")]).data)
    return _zipped(parts)


def _unzipped(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return [(one.filename, archive.read(one)) for one in archive.infolist()]
    except Exception:  # it has been damaged before, in whatever way
        return []


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, catch_warnings():
        simplefilter("ignore")  # two parts of one name are what we want
        for name, part in parts:
            archive.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def pdf_reference(random: Random, data: bytes) -> bytes:
    """Let a reference go to another object, or to itself in a loop, or to none."""
    found = list(re.finditer(rb"(\d+) 0 R", data))
    if not found:
        return data
    match = random.choice(found)
    number = random.choice((random.choice(found)[1], b"1", b"999999", b"0"))
    return data[: match.start(1)] + number + data[match.end(1) :]


def pdf_key(random: Random, data: bytes) -> bytes:
    """Take one of the file's names for another: /Kids for /Count, /Font for /Page."""
    found = list(re.finditer(rb"/[A-Z][A-Za-z0-9]*", data))
    if len(found) < 2:
        return data
    match, other = random.sample(found, 2)
    return data[: match.start()] + other[0] + data[match.end() :]


def pdf_value(random: Random, data: bytes) -> bytes:
    """Put a value of another kind in the place of a number."""
    found = list(re.finditer(rb"(?<=[ \[/A-Za-z])-?\d+(?:\.\d+)?(?=[ \]/>])", data))
    if not found:
        return data
    match = random.choice(found)
    value = random.choice(
        (b"null", b"true", b"(x)", b"[]", b"<<>>", b"/X", b"1e99", b"-1", b"9" * 20)
    )
    return data[: match.start()] + value + data[match.end() :]


def pdf_operators(random: Random, data: bytes) -> bytes:
    """Repeat, drop or add operators in what the pages draw."""
    found = list(re.finditer(rb"\b(?:Tj|TJ|Td|Tm|Tf|BT|ET|Do|BDC|EMC|re|cm|q|Q)\b", data))
    if not found:
        return data
    match = random.choice(found)
    operator = random.choice(
        (b"", b"q", b"Q", b"BT", b"ET", b"EMC", b"Tj", b"Do", b"BI ID EI", b"'")
    )
    times = random.choice((1, 1, 1, 500))
    return data[: match.start()] + b" ".join([operator] * times) + data[match.end() :]


PDF = (pdf_reference, pdf_key, pdf_value, pdf_operators)

_BY_ENDING: dict[str, tuple[Mutation, ...]] = {
    "docx": (*BYTES, *(zip_part,) * 30, *(zip_list,) * 5),
    "odt": (*BYTES, *(zip_part,) * 30, *(zip_list,) * 5),
    "pdf": (*BYTES, *PDF * 3),
    "html": (*BYTES, *WRITTEN * 2),
    "md": (*BYTES, *WRITTEN * 2),
    "txt": (*BYTES, *WRITTEN),
}
