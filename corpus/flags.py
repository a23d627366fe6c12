"""What keeps a document from being cited safely, and what keeps it out of a library.

The kinds of flags, each a `corpus.types.Problem` without a label:

- ``no text``: pages without a text layer, so that paragraphs are missing;
- ``language``: the text, or a good part of it, is in a language that the search was not made for;
- ``glyphs``: the characters are not what the page shows, so that quotes would be wrong;
- ``ocr``: the text was recognised from a scan, so that words may be misread;
- ``gap``: numbers are missing in a run of numbered units, or it does not begin at 1;
- ``restart``: numbers come twice where nothing tells the two apart;
- ``error page``: a download that says why there is no document, or asks to log in;
- ``name``: the file's name states another symbol than the document;
- ``short``: hardly any words.

A reader may add kinds of its own in `Source.faults`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePath

from corpus.display import first_few
from corpus.glyphs import find_glyph_faults
from corpus.language import NAMES, find_language
from corpus.source import Source
from corpus.symbols import symbol_in_name, symbol_key
from corpus.types import NUMBERED, Metadata, Parse, Problem

_LEAST_SHARE = 0.7
"""Share of the text that has to be in one language; names and tables are misjudged at times."""
_SHORT = 30
"""Words."""
_PAGE = 220
"""Words: error pages have fewer."""
_NAMED = 5
_OCR = re.compile(
    r"\bocr\b|abbyy|finereader|paper capture|tesseract|omnipage|readiris|scansoft|adobe scan|"
    r"luratech|kofax",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"(?:page|document|file|resource|site|url|item|record)\b[^.]{0,60}\b(?:not (?:be )?found|"
    r"does not exist|doesn.t exist|no longer (?:available|exists?)|unavailable|not available|"
    r"cannot be (?:found|displayed|opened)|could not be)|\b(?:error|http)\W{0,3}[45]\d\d\b|"
    r"\b(?:40[0134]|50[0234])\W{1,3}(?:error|not found|forbidden|unauthori[sz]ed|bad gateway)|"
    r"access (?:is )?denied|bad gateway|service (?:is )?(?:temporarily )?unavailable|"
    r"too many requests|enable (?:javascript|cookies)|session (?:has |is )?(?:expired|timed out)|"
    r"captcha|not a robot|verify (?:that )?you are human|internal server error|"
    r"page introuvable|(?:page|document)[^.]{0,40}(?:n.existe pas|introuvable)|accès refusé|"
    r"(?:página|documento)[^.]{0,40}no (?:se )?(?:existe|encuentra|encontrad)|acceso denegado|"
    r"(?:página|documento)[^.]{0,40}não (?:existe|encontrad)|acesso negado|"
    r"(?:страница|документ)[^.]{0,40}не (?:найден|существует)|доступ запрещ[её]н|"
    r"(?:seite|dokument)[^.]{0,40}nicht (?:gefunden|verfügbar)|zugriff verweigert|"
    r"(?:页面|文件|文档)[^。]{0,20}(?:不存在|找不到|未找到)|访问被拒绝|"
    r"(?:الصفحة|الوثيقة|المستند)[^.]{0,40}(?:غير موجود|لم يتم العثور)",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:log[ -]?in|sign[ -]?in|log on|user ?name|password|forgot(?:ten)? your|"
    r"remember me|create an account|se connecter|mot de passe|identifiant|iniciar sesión|"
    r"contraseña|anmelden|passwort|kennwort|entrar|senha|войти|пароль|логин|登录|密码|"
    r"تسجيل الدخول|كلمة المرور)",
    re.IGNORECASE,
)


def find_flags(
    source: Source,
    reading: Parse,
    metadata: Metadata,
    languages: Collection[str] = ("en",),
) -> tuple[Problem, ...]:
    """Return what a person should know before citing a document; empty for a clean one.

    Args:
        source: The rendition as its reader gave it.
        reading: The same as the structure parser read it.
        metadata: What is known about the document.
        languages: ISO 639-1 codes that the search was made for.
    """
    text = _running_text(source, reading)
    words = len(text.split())
    found = list(source.faults)
    if shown := error_page(source, reading, metadata):
        found.append(Problem("error page", "", f"It says: “{shown}”."))
    elif words < _SHORT and not _is_dense(text):
        told = "It has 1 word." if words == 1 else f"It has {words} words."
        found.append(Problem("short", "", told))
    found += _language(text, metadata, languages)
    if faults := find_glyph_faults(text):
        found.append(Problem("glyphs", "", f"Quotes may be wrong: {'; '.join(faults)}."))
    maker = " ".join(source.properties.get(name, "") for name in ("creator", "producer"))
    if _OCR.search(maker):
        found.append(Problem("ocr", "", f"Recognised from a scan by {' '.join(maker.split())}."))
    found += _numbering(reading)
    found += _name(source, metadata)
    return tuple(found)


def refusal(source: Source, reading: Parse, metadata: Metadata) -> str | None:
    """Return why a document cannot be taken into a library, None if it can; one line, no file name.

    Only what leaves nothing to cite is refused; all else is taken in with its flags.
    """
    if shown := error_page(source, reading, metadata):
        return f"is an error or login page: “{shown}”. Download the document again."
    if not any(unit.text for unit in reading.units):
        return "has nothing to cite: no paragraph was found in it."
    return None


def error_page(source: Source, reading: Parse, metadata: Metadata) -> str:
    """Return the words by which a file shows itself to be an error or login page; else empty.

    A page that states a symbol or has numbered paragraphs is a document, whatever it speaks of.
    """
    if len(source.text) > _PAGE * 20:
        return ""
    text = " ".join(source.text.split())
    stated = metadata.symbol != PurePath(source.name).stem
    numbered = any(unit.kind == "paragraph" for unit in reading.units)
    if stated or numbered or len(text.split()) > _PAGE:
        return ""
    error = _ERROR.search(text) or _ERROR.search(source.properties.get("title", ""))
    logins = {match.group().casefold() for match in _LOGIN.finditer(text)}
    if error:
        return " ".join(error.group().split())
    return ", ".join(sorted(logins)) if len(logins) > 1 and len(text.split()) < _PAGE / 2 else ""


def _running_text(source: Source, reading: Parse) -> str:
    """Return the units' words; of a file with hardly any, all its words."""
    text = " ".join(unit.text for unit in reading.units)
    return text if len(text) > len(source.text) / 4 else source.text


def _is_dense(text: str) -> bool:
    """Tell whether a text without blanks, as Chinese is, is long for all its few words."""
    return len("".join(text.split())) > _SHORT * 8


def _language(text: str, metadata: Metadata, languages: Collection[str]) -> list[Problem]:
    found = find_language(text)
    wanted = " or ".join(NAMES.get(code, code) for code in languages)
    for code in dict.fromkeys((found.code, metadata.language)):
        if code and code not in languages:
            name = NAMES.get(code, code)
            return [Problem("language", "", f"The text is in {name}, not in {wanted}.")]
    if found.code and found.share < _LEAST_SHARE:
        others = ", ".join(NAMES.get(code, code) for code in found.others)
        told = f"About {100 * (1 - found.share):.0f}% of the text is not in {wanted}: {others}."
        return [Problem("language", "", told)]
    return []


def _numbering(reading: Parse) -> list[Problem]:
    """Sum up the faults of the numbering; rows may well have one name twice."""
    kinds = {unit.label: unit.kind for unit in reading.units}
    numbered = [p for p in reading.problems if kinds.get(p.label) in NUMBERED]
    found = []
    if gaps := [p.label for p in numbered if p.kind in {"gap", "start"}]:
        found.append(Problem("gap", "", f"Numbers are missing before {first_few(gaps, _NAMED)}."))
    if repeats := [p.label for p in numbered if p.kind == "duplicate"]:
        found.append(Problem("restart", "", f"Numbers come again: {first_few(repeats, _NAMED)}."))
    return found


def _name(source: Source, metadata: Metadata) -> list[Problem]:
    stated = symbol_in_name(source.name)
    if not stated or metadata.symbol == PurePath(source.name).stem:
        return []
    key = symbol_key(stated)
    own = [symbol_key(symbol) for symbol in (metadata.symbol, *metadata.aliases)]
    # "A/81/6 (Sect. 25)/Part A" may be kept as "A_81_6 (SECT. 25)".
    if any(one == key or one.startswith(f"{key} part ") for one in own):
        return []
    detail = f"The file is named {stated}, the document calls itself {metadata.symbol}."
    return [Problem("name", "", detail)]
