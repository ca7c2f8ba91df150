"""The fixed parts of a small XLSX package (ECMA-376), besides its sheets."""

from collections.abc import Mapping, Sequence

from otc_desktop.application.kernel.sheets import CellKind

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml"

HEADER_STYLE = 1
# Positions in cellXfs below.
STYLES: Mapping[CellKind, int] = {
    CellKind.TEXT: 2,
    CellKind.DATE: 3,
    CellKind.EUROS: 4,
    CellKind.AMOUNT: 5,
    CellKind.INTEGER: 6,
    CellKind.NUMBER: 0,
}
# Codes are written the American way; a French program shows `# ##0,00 €`.
_FORMATS = {
    164: "dd/mm/yyyy",
    165: '#,##0.00\\ "€"',
    166: "#,##0.00",
}


def sheet_start(*, widths: Sequence[int]) -> str:
    """A sheet up to its rows: the first row frozen, columns as wide as asked."""
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(widths, start=1)
    )
    return (
        f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
    )


def sheet_end(*, last_cell: str) -> str:
    """A sheet after its rows, with a filter on every column."""
    return f'</sheetData><autoFilter ref="A1:{last_cell}"/></worksheet>'


def surrounding_parts(sheet_titles: Sequence[str]) -> dict[str, str]:
    """Every other part by its name; titles are escaped and lawful already."""
    numbers = range(1, len(sheet_titles) + 1)
    sheets = "".join(
        f'<sheet name="{title}" sheetId="{number}" r:id="rId{number}"/>'
        for number, title in zip(numbers, sheet_titles, strict=True)
    )
    sheet_links = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/worksheet"'
        f' Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    sheet_types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml"'
        f' ContentType="{_MEDIA}.worksheet+xml"/>'
        for number in numbers
    )
    return {
        "xl/styles.xml": _styles(),
        "xl/workbook.xml": (
            f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
            f"<sheets>{sheets}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{sheet_links}'
            f'<Relationship Id="rId{len(sheet_titles) + 1}" Type="{_RELATIONS}/styles"'
            ' Target="styles.xml"/></Relationships>'
        ),
        "_rels/.rels": (
            f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>'
        ),
        "[Content_Types].xml": (
            f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_MEDIA}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_MEDIA}.styles+xml"/>'
            f"{sheet_types}</Types>"
        ),
    }


def _styles() -> str:
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{_attribute(code)}"/>'
        for number, code in _FORMATS.items()
    )
    # General, header (bold), text, date, euros, amount, integer.
    cells = "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0"'
        ' applyNumberFormat="1" applyFont="1"/>'
        for number, font in ((0, 0), (49, 1), (49, 0), (164, 0), (165, 0), (166, 0), (3, 0))
    )
    return (
        f'{_DECLARATION}<styleSheet xmlns="{_MAIN}">'
        f'<numFmts count="{len(_FORMATS)}">{formats}</numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="7">{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
