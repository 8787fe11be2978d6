"""Open a Word file as the archive it is, without trusting it: sizes, ratios, passwords, XML tricks."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from makul.core.errors import BadInput
from makul.documents.reading.limits import Limits

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The stricter of the two forms of the standard differs in this name only, as far as is read here.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


class Package:
    """The parts of a Word file, each parsed when asked for."""

    def __init__(self, data: bytes, *, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.left = limits.unpacked_bytes
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            self._refuse_bombs(self.archive.infolist())
        except _BROKEN as error:
            raise BadInput("broken_file", name=name) from error
        self.main = self._main_part()

    def _refuse_bombs(self, entries: list[zipfile.ZipInfo]) -> None:
        """Refuse by the sizes the archive states; reading counts the true ones again."""
        unpacked = sum(entry.file_size for entry in entries)
        if any(entry.flag_bits & 1 for entry in entries):
            raise BadInput("encrypted", name=self.name)
        steep = any(
            entry.file_size > 1_000_000
            and entry.file_size > self.limits.ratio * max(entry.compress_size, 1)
            for entry in entries
        )
        if steep or unpacked > self.limits.unpacked_bytes or len(entries) > self.limits.entries:
            raise BadInput("zip_bomb", name=self.name)

    def _main_part(self) -> str:
        """The path of the document's own XML, which need not be `word/document.xml`."""
        names = set(self.archive.namelist())
        if "[Content_Types].xml" not in names:
            raise BadInput("unknown_kind", name=self.name)
        relations = self.parse("_rels/.rels")
        targets = [] if relations is None else list(relations.iter(_RELATIONS))
        for relation in targets:
            if relation.get("Type", "").endswith("/officeDocument"):
                target: str = relation.get("Target", "").lstrip("/")
                if target in names and posixpath.dirname(target) not in {"xl", "ppt"}:
                    return target
                raise BadInput("unknown_kind" if target in names else "broken_file", name=self.name)
        if "word/document.xml" in names:
            return "word/document.xml"
        raise BadInput("unknown_kind", name=self.name)

    def beside(self, part: str) -> etree._Element | None:
        """A part that stands beside the main one: styles, numbering."""
        return self.parse(posixpath.join(posixpath.dirname(self.main), part))

    def parse(self, part: str) -> etree._Element | None:
        """The XML of a part, None when there is none. Entities are never resolved."""
        if part not in self.archive.NameToInfo:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
        )
        data = self._bytes(part).replace(_STRICT, _TRANSITIONAL)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            code = "unsafe_xml" if b"<!DOCTYPE" in data or b"<!ENTITY" in data else "broken_file"
            raise BadInput(code, name=self.name) from error
        if root.getroottree().docinfo.doctype:
            raise BadInput("unsafe_xml", name=self.name)
        return root

    def _bytes(self, part: str) -> bytes:
        """The part unpacked, never more than the limits allow."""
        most = min(self.limits.part_bytes, self.left)
        try:
            with self.archive.open(part) as stream:
                data = stream.read(most + 1)
        except _BROKEN as error:
            raise BadInput("broken_file", name=self.name) from error
        if len(data) > most:
            raise BadInput("zip_bomb", name=self.name)
        self.left -= len(data)
        return data
