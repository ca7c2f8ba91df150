"""Bytes of text files into text: banks rarely say which encoding they use."""

import codecs

_UNDEFINED_IN_CP1252 = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})


def decoded(content: bytes) -> str:
    """The text: by its byte-order mark, else strict UTF-8, else Windows-1252.

    Guessing by statistics names rarer encodings for short French texts and is wrong more
    often; bytes that Windows-1252 leaves undefined are read as Latin-1, so that nothing fails.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        known = not _UNDEFINED_IN_CP1252.intersection(content)
        return content.decode("cp1252" if known else "latin-1")
