"""An OpenDocument text as its parts: opened with care, walked, and saved again."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from literacy.odf.inert import disarm
from literacy.odf.styles import OdtStyles
from literacy.odf.walk import OdtWalk
from literacy.ooxml.archive import Archive, corrupt, encrypted, open_archive, unsupported
from literacy.ooxml.names import Element, child

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_KIND = "application/vnd.oasis.opendocument."
_REMEDY = (
    "Open it in LibreOffice, choose File, Save As, untick 'Save with password', save it, "
    "and try again."
)


@dataclass(frozen=True, slots=True)
class Text:
    """An open text: its parts, those that are parsed, and the element that holds its words."""

    archive: Archive
    roots: dict[str, Element]
    body: Element

    def walk(self) -> OdtWalk:
        return OdtWalk(self.archive, OdtStyles(self.roots[CONTENT], self.roots.get(STYLES)))

    def save(self, changed: set[str]) -> bytes:
        """Return the file again, with the changed parts written anew and the rest copied.

        What could run or reach out is left behind (``inert``).
        """
        disarmed, gone = disarm(self.archive, self.roots)
        out = BytesIO()
        with ZipFile(out, "w") as file:
            for part, entry in self.archive.entries.items():
                if part in gone:
                    continue
                is_new = part in changed | disarmed
                data = _serialise(self.roots[part]) if is_new else self.archive.read(part)
                file.writestr(copy(entry), data)  # writing changes the entry
        return out.getvalue()


def open_text(data: bytes, name: str) -> Text:
    """Open an OpenDocument text (.odt, .ott).

    Raises:
        ReadError: it is no such text, or not one that can be read.
    """
    archive = open_archive(data, name)
    _refuse(archive)
    roots = {part: archive.xml(part) for part in (CONTENT, STYLES, MANIFEST) if part in archive}
    body = child(roots[CONTENT], "office:body", "office:text")
    if body is None:
        raise unsupported(name)
    return Text(archive, roots, body)


def _refuse(archive: Archive) -> None:
    """Leave when the zip holds something else, or something locked."""
    name = archive.name
    kind = archive.read("mimetype").decode("latin-1").strip() if "mimetype" in archive else ""
    if kind.startswith(_KIND) and not kind.startswith(f"{_KIND}text"):
        raise unsupported(name)
    manifest = archive.xml(MANIFEST) if MANIFEST in archive else None
    is_locked = manifest is not None and any(True for _ in manifest.iter("{*}encryption-data"))
    if is_locked or "encrypted-package" in archive:
        raise encrypted(name, _REMEDY)
    if CONTENT not in archive:
        is_odt = "mimetype" in archive or MANIFEST in archive
        raise corrupt(name) if is_odt else unsupported(name)


def _serialise(root: Element) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data
