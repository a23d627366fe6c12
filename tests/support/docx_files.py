"""Word files made by hand: the parts that a test needs as raw XML, zipped in memory."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header1": "hdr",
}


def make_docx(body: str, *, core: str = "", **parts: str) -> bytes:
    """Return a DOCX with a body and the inner XML of other parts.

    Args:
        body: What stands in ``w:body``.
        core: What stands in the core properties.
        parts: ``styles``, ``numbering``, ``footnotes``, ``endnotes``, ``settings``, ``header1``.
    """
    files = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    for name, inner in parts.items():
        files[f"word/{name}.xml"] = f"<w:{_ROOTS[name]} {NAMESPACES}>{inner}</w:{_ROOTS[name]}>"
    if core:
        files["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
        )
    return zip_parts(files)


def zip_parts(files: Mapping[str, str | bytes]) -> bytes:
    """Return a DOCX of these parts, with the content types and relations they need."""
    kinds = [name[5:-4] for name in files if name.startswith("word/") and name != _MAIN]
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}{kind.rstrip("1")}+xml"/>'
        for kind in kinds
    )
    types = (
        f'<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}document.main+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/'
        f'vnd.openxmlformats-package.core-properties+xml"/>{overrides}</Types>'
    )
    main = _relations(
        [("rId0", f"{_RELATIONS}officeDocument", _MAIN)]
        + [("rId1", f"{_PACKAGE}relationships/metadata/core-properties", "docProps/core.xml")]
        * ("docProps/core.xml" in files)
    )
    inner = _relations(
        [(f"r{kind}", _RELATIONS + kind.rstrip("1"), f"{kind}.xml") for kind in kinds]
    )
    wanted: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "_rels/.rels": main,
        "word/_rels/document.xml.rels": inner,
        **files,
    }
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as packed:
        for name, content in wanted.items():
            packed.writestr(name, content)
    return buffer.getvalue()


_MAIN = "word/document.xml"


def _relations(entries: Sequence[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
        for identity, kind, target in entries
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inner}</Relationships>'


def run(text: str, properties: str = "") -> str:
    """A run of text with the inner XML of its properties; ``\\t`` and ``\\n`` become elements."""
    inner = (
        f'<w:t xml:space="preserve">{text}</w:t>'.replace(
            "\t", '</w:t><w:tab/><w:t xml:space="preserve">'
        )
    ).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def par(text: str = "", properties: str = "", *, runs: str = "") -> str:
    """A paragraph: plain text, then runs; `properties` is the inner XML of its properties."""
    plain = run(text) if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{plain}{runs}</w:p>"


def style(name: str) -> str:
    """Paragraph properties that name a style."""
    return f'<w:pStyle w:val="{name}"/>'


def num(num_id: int | str, level: int | None = None) -> str:
    """Paragraph properties that ask for an automatic number."""
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{at}<w:numId w:val="{num_id}"/></w:numPr>'


def level(
    at: int, text: str, form: str = "decimal", *, start: int | None = 1, extra: str = ""
) -> str:
    """A level of a list; `extra` holds ``w:lvlRestart``, ``w:isLgl``, ``w:suff`` and the like."""
    first = "" if start is None else f'<w:start w:val="{start}"/>'
    order = ("pStyle", "lvlRestart", "isLgl", "suff")
    pieces = {name: "" for name in order}
    for piece in extra.split(";"):
        name, _, given = piece.partition("=")
        if name:
            pieces[name] = f'<w:{name} w:val="{given}"/>' if given else f"<w:{name}/>"
    return (
        f'<w:lvl w:ilvl="{at}">{first}<w:numFmt w:val="{form}"/>{pieces["lvlRestart"]}'
        f'{pieces["pStyle"]}{pieces["isLgl"]}{pieces["suff"]}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(identity: int, *levels: str) -> str:
    """An abstract definition of a list."""
    return (
        f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def a_list(num_id: int, identity: int, overrides: str = "") -> str:
    """A list that uses a definition."""
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{identity}"/>{overrides}</w:num>'


def restart(at: int, start: int) -> str:
    """An override of a list's start."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def paragraph_style(
    name: str, properties: str = "", *, based_on: str = "", run_properties: str = ""
) -> str:
    """A paragraph style whose key is its name without blanks."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/>{base}<w:pPr>{properties}</w:pPr>'
        f"<w:rPr>{run_properties}</w:rPr></w:style>"
    )


def table(*rows: Sequence[str], header: int = 0, properties: str = "") -> str:
    """A table whose cells are given as the XML of their paragraphs."""
    widest = max(len(cells) for cells in rows)
    grid = '<w:gridCol w:w="2000"/>' * widest
    inner = ""
    for at, cells in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if at < header else ""
        inner += f"<w:tr>{mark}" + "".join(
            cell if cell.startswith("<w:tc>") else f"<w:tc>{cell}</w:tc>" for cell in cells
        )
        inner += "</w:tr>"
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>"
