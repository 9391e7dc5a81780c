"""A Word file as its parts: which is the text, which the styles, what a relationship points at.

Relationships to nothing (``NULL``, a missing picture) are common in files that Word opens happily,
so they are kept out of the way here and are an error nowhere.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from literacy.ooxml.archive import Archive, corrupt, open_archive, unsupported
from literacy.ooxml.inert import TYPES, disarm
from literacy.ooxml.names import Element, name_of


@dataclass(frozen=True, slots=True)
class Relation:
    """What an ``r:id`` stands for: a part of the file, or an address outside it."""

    kind: str  # the last word of its type: "image", "styles", "hyperlink"
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """An open Word file. Parsed parts are kept, so that whoever changes one can save it."""

    archive: Archive
    main: str = ""
    _roots: dict[str, Element] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)
    _pictures: dict[str, bytes] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)

    def root(self, part: str) -> Element:
        if part not in self._roots:
            self._roots[part] = self.archive.xml(part)
        return self._roots[part]

    def relations(self, part: str) -> dict[str, Relation]:
        if part not in self._relations:
            self._relations[part] = dict(self._read_relations(part))
        return self._relations[part]

    def parts(self, kind: str) -> Iterator[str]:
        """Yield the parts of one kind that the main part names, each once."""
        found = (one for one in self.relations(self.main).values() if one.kind == kind)
        return iter(dict.fromkeys(one.target for one in found if one.target in self.archive))

    def part(self, kind: str) -> Element | None:
        """Return the parsed part of one kind, if there is one."""
        name = next(self.parts(kind), None)
        return None if name is None else self.root(name)

    def picture(self, part: str, relation: str) -> tuple[str, bytes]:
        """Return the media type and bytes of a picture, both empty when it is not in the file."""
        found = self.relations(part).get(relation)
        if found is None or found.external or found.target not in self.archive:
            return "", b""
        if found.target not in self._pictures:
            self._pictures[found.target] = self.archive.read(found.target)
        return self.media_type(found.target), self._pictures[found.target]

    def media_type(self, part: str) -> str:
        ending = part.rpartition(".")[2].lower()
        return self._types.get("/" + part) or self._types.get(ending, "")

    def add(self, part: str, root: Element) -> None:
        """Add a part, or take ``root`` for one that is there."""
        self._roots[part] = root

    def save(self, changed: set[str]) -> bytes:
        """Return the file again, with the changed parts written anew and the rest copied.

        What could run or reach out is left behind (``inert``).
        """
        disarmed, gone = disarm(self)
        changed = changed | disarmed
        out = BytesIO()
        with ZipFile(out, "w") as file:
            for part, entry in self.archive.entries.items():
                if part in gone:
                    continue
                data = _serialise(self.root(part)) if part in changed else self.archive.read(part)
                file.writestr(copy(entry), data)  # writing changes the entry
            for part in sorted(changed - gone - self.archive.entries.keys()):
                file.writestr(ZipInfo(part), _serialise(self.root(part)), ZIP_DEFLATED)
        return out.getvalue()

    def _read_relations(self, part: str) -> Iterator[tuple[str, Relation]]:
        folder, _, leaf = part.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{leaf}.rels")
        if rels not in self.archive:
            return
        for one in self.root(rels).iter("{*}Relationship"):
            kind = one.get("Type", "").rstrip("/").rpartition("/")[2]
            target, external = one.get("Target", ""), one.get("TargetMode") == "External"
            if not external:
                target = self.resolve(folder, target)
            yield one.get("Id", ""), Relation(kind, target, external)

    def resolve(self, folder: str, target: str) -> str:
        """Part names are compared without regard to case, and may be written from the root."""
        path = posixpath.normpath(posixpath.join("/", folder, unquote(target.replace("\\", "/"))))
        path = path.lstrip("/")
        if path in self.archive:
            return path
        return next((one for one in self.archive if one.lower() == path.lower()), path)


def open_package(data: bytes, name: str) -> Package:
    """Open a Word file and find its main part.

    Raises:
        ReadError: it is not a Word file, or not one that can be read.
    """
    package = Package(open_archive(data, name))
    if TYPES not in package.archive:
        has_text = any(part.startswith("word/") for part in package.archive)
        raise corrupt(name) if has_text else unsupported(name)
    package._types.update(_content_types(package.root(TYPES)))
    package.main = _main_part(package)
    if name_of(package.root(package.main)) != "w:document":
        raise unsupported(name)
    return package


def _main_part(package: Package) -> str:
    for one in package.relations("").values():
        if one.kind == "officeDocument" and one.target in package.archive:
            return one.target
    if "word/document.xml" in package.archive:
        return "word/document.xml"
    raise corrupt(package.archive.name)


def _content_types(root: Element) -> Iterator[tuple[str, str]]:
    for one in root.iter("{*}Default", "{*}Override"):
        key = one.get("PartName") or one.get("Extension", "").lower()
        yield key, one.get("ContentType", "")


def _serialise(root: Element) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
