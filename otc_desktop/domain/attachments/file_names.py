"""Names of files from outside: hostile until cleaned."""

import re
import unicodedata

from otc_desktop.domain.shared.errors import RuleError

LONGEST_NAME = 120
_LONGEST_SUFFIX = 16
_LONGEST_BYTES = 200
# Separators of paths, streams and wildcards on any of our systems.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# Windows takes these names for devices, whatever the suffix.
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in "123456789¹²³"]
)
# What a system would run, or that makes it run something, when it is opened.
_EXECUTABLE = frozenset(
    (
        "ade adp app appimage appinstaller appx application appref-ms bash bat cab chm class cmd "
        "com command cpl deb desktop diagcab dll dmg exe fxp gadget hlp hta htm html inf ins "
        "iso isp jar jnlp js jse jsp ksh lib library-ms lnk mad maf mag mam maq mar mas mat mau "
        "mav maw mda mde mdt mdw mdz mht mhtml msc msh msh1 msh2 mshxml msi msix msp mst ops osd "
        "out pcd pif pkg pl plg prf prg ps1 ps1xml ps2 psc1 psc2 psd1 psm1 pst py pyc pyo pyw "
        "pyz rb reg rpm run scf scpt scr sct search-ms settingcontent-ms sh shb shs svg sys "
        "terminal theme url vb vbe vbp vbs vhd vhdx vsmacros vsw vxd webloc website "
        "workflow ws wsc wsf wsh xbap xht xhtml xll xnk zsh"
    ).split()
)
_MEDIA_TYPES = {
    "bmp": "image/bmp",
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "gif": "image/gif",
    "heic": "image/heic",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "msg": "application/vnd.ms-outlook",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "txt": "text/plain",
    "webp": "image/webp",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}
_UNKNOWN_TYPE = "application/octet-stream"


def clean_file_name(name: str) -> str:
    """A name that any system can write into a folder of ours, close to what was given.

    Folders are cut off; control and invisible formatting characters go (one of them, U+202E,
    shows `gpj.exe` as `exe.jpg`); the suffix survives shortening.

    Raises:
        RuleError: `attachments.no_name` when nothing usable is left.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    visible = "".join(" " if _is_odd_space(sign) else sign for sign in last if _is_shown(sign))
    plain = " ".join(_FORBIDDEN.sub("_", visible).split()).strip(". ")
    if not plain.strip("_"):
        raise RuleError("attachments.no_name", where="file_name", name=repr(name)[:80])
    stem, dot, suffix = plain.rpartition(".")
    if not dot or not stem.strip("_. ") or len(suffix) > _LONGEST_SUFFIX:
        stem, suffix = plain, ""
    if plain.split(".")[0].strip().casefold() in _RESERVED:
        stem = f"_{stem}"
    return _fitted(stem, f".{suffix}" if suffix else "")


def suffix_of(name: str) -> str:
    """`pdf` of `Facture.PDF`, empty without one."""
    _, dot, suffix = name.rpartition(".")
    return suffix.casefold() if dot else ""


def is_executable(name: str) -> bool:
    """Whether a system might run something when it opens a file of this name."""
    return suffix_of(name.rstrip(". ")) in _EXECUTABLE


def media_type_of(name: str) -> str:
    """The media type (RFC 6838) that the name promises; it is never relied on."""
    return _MEDIA_TYPES.get(suffix_of(name), _UNKNOWN_TYPE)


def _is_shown(sign: str) -> bool:
    # Cc control, Cf formatting, Cs lone surrogate, Co private, Cn unassigned.
    return _is_odd_space(sign) or not unicodedata.category(sign).startswith("C")


def _is_odd_space(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign).startswith("Z")


def _fitted(stem: str, suffix: str) -> str:
    """The stem shortened until name and suffix fit, in characters and in bytes."""
    stem = stem[: LONGEST_NAME - len(suffix)]
    while len(f"{stem}{suffix}".encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    return f"{stem.rstrip('. ')}{suffix}"
