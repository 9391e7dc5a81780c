"""Take from a Word file what could run, reach out or hide another file, before it is handed over.

A revised file is the author's own, changed in a few words; but whoever sent it to us may not be who
opens what we send back. So macros, controls, embedded objects, templates and pictures that lie
elsewhere, and fields that fetch or start something stay behind, and so does every link that is no
web page, e-mail or phone number. Their words, and the pictures that stand for them, stay.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from literacy.ooxml.names import Element, name_of

if TYPE_CHECKING:
    from literacy.ooxml.package import Package

TYPES = "[Content_Types].xml"
_KINDS = frozenset({
    "vbaProject", "wordVbaData", "control", "activeXControlBinary", "oleObject", "package",
    "aFChunk", "attachedTemplate", "subDocument", "frame", "extensibility", "attachedToolbars",
    "keyMapCustomizations", "mailMergeSource", "mailMergeHeaderSource", "externalLinkPath",
})  # fmt: skip
_PARTS = re.compile(r"(?:^|/)(?:vbaProject|vbaData|activeX|embeddings|customUI|afchunk)", re.I)
_ALLOWED = re.compile(r"(?:https?://|mailto:|tel:|#)", re.I)
# What is nothing without the part it points at; any other element only loses the pointer.
_POINTERS = frozenset({
    "OLEObject", "control", "altChunk", "attachedTemplate", "subDoc", "externalData", "dataSource",
    "headerSource", "sourceFileName",
})  # fmt: skip
_PICTURES = ("a:blip", "v:imagedata")
_FIELD = re.compile(
    r"\s*(?:DDE|DDEAUTO|INCLUDE\w*|IMPORT|LINK|MACROBUTTON|DATABASE|EMBED|RD|CONTROL|PRINT)\b"
    r'|\s*HYPERLINK\s+(?!\\)"?(?!https?://|mailto:|tel:|")',
    re.I,
)
# Of the main part: with macros, or a template to make documents from.
_OTHER_KINDS = re.compile(r"macroEnabled|wordprocessingml\.template\.main")
_PLAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def disarm(package: Package) -> tuple[set[str], set[str]]:
    """Change ``package`` and return its parts that have changed, and those to leave out."""
    changed: set[str] = set()
    gone = {part for part in package.archive if _PARTS.search(part)}
    for part in [part for part in package.archive if part.endswith(".rels")]:
        source, dropped = _source(part), dict(_dropped(package, part))
        gone |= {target for target in dropped.values() if target in package.archive}
        if dropped:
            changed.add(part)
            changed |= {source} if _forget(package, source, set(dropped)) else set()
    gone |= {part for part in package.archive if part.endswith(".rels") and _source(part) in gone}
    changed |= {part for part in package.archive if part not in gone and _stops(package, part)}
    changed |= {TYPES} if _retype(package.root(TYPES), gone) else set()
    return changed, gone


def _source(rels: str) -> str:
    """Return the part that a part of relationships belongs to; empty for the whole file."""
    folder, _, leaf = rels.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), leaf.removesuffix(".rels"))


def _dropped(package: Package, rels: str) -> Iterator[tuple[str, str]]:
    """Take out the relationships that must go, and yield the id and the target of each."""
    for node in list(package.root(rels).iter("{*}Relationship")):
        kind = node.get("Type", "").rstrip("/").rpartition("/")[2]
        target, is_outside = node.get("Target", ""), node.get("TargetMode") == "External"
        is_link = kind == "hyperlink" and _ALLOWED.match(target.strip())
        if kind not in _KINDS and (is_link or not is_outside):
            continue
        node.getparent().remove(node)
        folder = posixpath.dirname(_source(rels))
        yield node.get("Id", ""), "" if is_outside else package.resolve(folder, target)


def _forget(package: Package, part: str, ids: set[str]) -> bool:
    """Take out what points at relationships that are gone; say if anything did."""
    if part not in package.archive or not part.endswith(".xml"):
        return False
    found = False
    for node in [one for one in package.root(part).iter() if isinstance(one.tag, str)]:
        for name, value in list(node.attrib.items()):
            if value not in ids or not name.rpartition("}")[0].endswith("/relationships"):
                continue
            found = True
            _unpoint(node, name)
    return found


def _unpoint(node: Element, attribute: str) -> None:
    parent = node.getparent()
    if name_of(node).rpartition(":")[2] in _POINTERS and parent is not None:
        parent.remove(node)
    elif name_of(node) in _PICTURES:
        node.attrib[attribute] = ""  # a picture that is not there, as Word itself writes one
    else:
        del node.attrib[attribute]


def _stops(package: Package, part: str) -> bool:
    """Empty the instructions of fields that fetch or start something; say if there were any."""
    if not part.endswith(".xml") or b"w:" not in (data := package.archive.read(part)):
        return False
    if b"instrText" not in data and b"fldSimple" not in data:
        return False
    found = False
    for field in _fields(package.root(part)):
        if _FIELD.match("".join(text for _, text in field)):
            found = True
            for node, _ in field:
                _empty(node)
    return found


def _fields(root: Element) -> Iterator[list[tuple[Element, str]]]:
    """Yield each field as the nodes of its instruction: Word cuts one into several runs at will."""
    waiting: list[tuple[Element, str]] = []
    for node in root.iter():
        name = name_of(node) if isinstance(node.tag, str) else ""
        if name == "w:fldSimple":
            yield [(node, next((v for k, v in node.attrib.items() if k.endswith("}instr")), ""))]
        elif name == "w:instrText":
            waiting.append((node, node.text or ""))
        elif name == "w:fldChar" and waiting:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _empty(node: Element) -> None:
    for name in [name for name in node.attrib if name.endswith("}instr")]:
        node.attrib[name] = ""
    if name_of(node) == "w:instrText":
        node.text = ""


def _retype(types: Element, gone: set[str]) -> bool:
    """Let the list of types name what is left, and a plain document; say if it did not."""
    found = False
    for node in list(types.iter("{*}Override", "{*}Default")):
        if node.get("PartName", "").lstrip("/") in gone:
            types.remove(node)
            found = True
        elif _OTHER_KINDS.search(node.get("ContentType", "")):
            node.set("ContentType", _PLAIN_TYPE)
            found = True
    return found
