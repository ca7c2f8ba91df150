"""Parsing of XML from outside: no entities, no network, no document type, no giants."""

from lxml import etree

from otc_desktop.domain.shared.errors import RuleError

# A hundred times the largest invoice of the norm's own examples.
_LARGEST = 20_000_000


def parsed(content: bytes) -> etree._Element:
    """The root of an XML document.

    Raises:
        RuleError: `einvoicing.too_large`, `einvoicing.not_xml`, `einvoicing.doctype`.
    """
    if len(content) > _LARGEST:
        raise RuleError("einvoicing.too_large", megabytes=_LARGEST // 1_000_000)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise RuleError("einvoicing.not_xml", detail=str(problem)[:200]) from problem
    if root.getroottree().docinfo.internalDTD is not None:
        raise RuleError("einvoicing.doctype")
    return root
