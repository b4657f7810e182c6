import { Readable } from 'node:stream';
import yazl from 'yazl';
import { columnLetters } from './cells.js';
import { type ColumnKind, type SheetColumn, type SheetTable, writtenCell } from './sheet-table.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const STYLE: Record<ColumnKind, number> = { TEXT: 2, INTEGER: 3, DECIMAL: 4, DATE: 5, INSTANT: 6 };
const HEADER = 1;
const WRAPPED = 7;
const EXAMPLE = 8;
const HEADER_OF_NUMBERS = 9;
const WRAPPED_TEXT = 10;
const PIECE = 32 * 1024;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A workbook of the given sheets as a stream: rows are asked for as fast as the reader takes them. */
export function xlsxStream(tables: readonly SheetTable[]): Readable {
  const zip = new yazl.ZipFile();
  const mtime = new Date(Date.UTC(2024, 3, 25));
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(XML + text), name, { mtime });
  add('[Content_Types].xml', contentTypes(tables));
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbook(tables));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([...tables.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']]),
  );
  add('xl/styles.xml', STYLES);
  tables.forEach((table, index) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, { mtime }, (give) => {
      const rows = Readable.from(inPieces(sheet(table)), { objectMode: false });
      rows.on('error', (error) => zip.emit('error', error));
      give(null, rows);
    });
  });
  zip.end();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  return output;
}

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece) yield Buffer.from(piece);
}

async function* sheet({ columns, rows, exampleRows = 0, isText = false }: SheetTable): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${
    isText ? '' : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  }</sheetView></sheetViews><cols>${columns
    .map((column, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(column)}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;
  yield rowXml(
    1,
    columns.map(({ header, kind }, i) => textXml(i, 1, header, kind === 'TEXT' ? HEADER : HEADER_OF_NUMBERS)).join(''),
    isText ? 1 : Math.max(...columns.map((column) => linesIn(column, column.header))),
  );
  let number = 1;
  for await (const values of rows) {
    number += 1;
    let cells = '';
    let lines = 1;
    for (let i = 0; i < columns.length; i += 1) {
      const { kind, wraps } = columns[i]!;
      const cell = writtenCell(kind, values[i]);
      if (!cell) continue;
      if (wraps && 'text' in cell) lines = Math.max(lines, linesIn(columns[i]!, cell.text));
      const style = isText ? WRAPPED : number - 1 <= exampleRows ? EXAMPLE : wraps ? WRAPPED_TEXT : STYLE[kind];
      cells +=
        'text' in cell
          ? textXml(i, number, cell.text, style)
          : `<c r="${columnLetters(i)}${number}" s="${wholeStyle(style, cell.number)}"><v>${cell.number}</v></c>`;
    }
    yield rowXml(number, cells, lines);
  }
  const filter = isText ? '' : `<autoFilter ref="A1:${columnLetters(columns.length - 1)}${Math.max(number, 2)}"/>`;
  yield `</sheetData>${filter}${isText ? '' : dataBars(columns, number)}${validations(columns)}${PRINT}</worksheet>`;
}

/** A4 across, as wide as the sheet, the sheet's name and the page at the foot; the header row is repeated by `printTitles`. */
const PRINT =
  '<printOptions gridLines="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>';

/** A whole number under a decimal format would show a lone separator ("6.000,"). */
const wholeStyle = (style: number, number: string): number =>
  style === STYLE.DECIMAL && !number.includes('.') ? STYLE.INTEGER : style;

/** Lengths behind the numbers of a column. */
const dataBars = (columns: readonly SheetColumn[], lastRow: number): string =>
  columns
    .map(({ bars }, i) => {
      if (!bars || lastRow < 2) return '';
      const letters = columnLetters(i);
      const most = bars === 'PERCENT' ? '<cfvo type="num" val="100"/>' : '<cfvo type="max"/>';
      return `<conditionalFormatting sqref="${letters}2:${letters}${lastRow}"><cfRule type="dataBar" priority="${i + 1}"><dataBar><cfvo type="num" val="0"/>${most}<color rgb="FF9FB8A6"/></dataBar></cfRule></conditionalFormatting>`;
    })
    .join('');

const LINE_HEIGHT = 15;
const rowXml = (number: number, cells: string, lines = 1): string =>
  `<row r="${number}"${lines > 1 ? ` ht="${lines * LINE_HEIGHT}" customHeight="1"` : ''}>${cells}</row>`;

const widthOf = ({ header, width }: SheetColumn): number => width ?? Math.max(12, Math.min(40, header.length + 4));

/** How many lines words take at most in a column; not every program finds out for itself. */
const linesIn = (column: SheetColumn, words: string): number => Math.ceil((words.length * 1.15) / widthOf(column));

const textXml = (column: number, row: number, text: string, style: number): string =>
  `<c r="${columnLetters(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** Drop-down lists; Excel takes at most 255 characters of them in place. */
function validations(columns: readonly SheetColumn[]): string {
  const lists = columns.flatMap(({ choices }, i) => {
    const list = choices?.join(',');
    if (!list || list.length > 255) return [];
    const letters = columnLetters(i);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letters}2:${letters}20001"><formula1>"${escapeXml(list)}"</formula1></dataValidation>`;
  });
  return lists.length ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
}

/** Control characters have no place in XML; half of a surrogate pair neither. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
    .replace(/\r/g, '&#13;')
    .replace(LONE_SURROGATE, '');

const contentTypes = (tables: readonly SheetTable[]): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${tables
    .map(
      (_, i) =>
        `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    )
    .join('')}</Types>`;

const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbook = (tables: readonly SheetTable[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${tables
    .map(({ name }, i) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets>${printTitles(tables)}</workbook>`;

const printTitles = (tables: readonly SheetTable[]): string => {
  const names = tables.flatMap(({ name, isText }, i) =>
    isText
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escapeXml(sheetName(name))}'!$1:$1</definedName>`],
  );
  return names.length ? `<definedNames>${names.join('')}</definedNames>` : '';
};

const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31);

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.###"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font><font><i/><sz val="11"/><color rgb="FF767676"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4EFE6"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="11"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="3" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="165" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="166" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="2" numFmtId="49" applyFont="1" applyNumberFormat="1"/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="right" vertical="center" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;
