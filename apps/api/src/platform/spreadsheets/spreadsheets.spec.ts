import type { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { rowsXml, sheetXml, workbookOf } from '../../testing/hostile-files.js';
import { readZip } from '../../testing/zip.js';
import { csvStream, readSpreadsheet, xlsxStream, type SheetTable } from './index.js';
import { dateOfSerial, plainDecimal, showsDate } from './numbers-and-dates.js';

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function rowsOf(bytes: Buffer, sheets: 'FIRST' | 'ALL' = 'FIRST') {
  const rows: (string | null)[][] = [];
  for await (const batch of readSpreadsheet(bytes, { sheets })) {
    for (const { cells } of batch.rows) rows.push(cells.map((cell) => cell && `${cell.kind[0]} ${cell.text}`));
  }
  return rows;
}

const HOSTILE_TEXT = [
  '=HYPERLINK("http://x")',
  '+84 912',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  "'=giữ",
  '<b>&"',
  'dòng 1\ndòng 2',
  '_x0041_',
];
const table = (rows: SheetTable['rows']): SheetTable => ({
  name: 'Sản phẩm: na/hồng',
  columns: [
    { header: 'Tên sản phẩm', kind: 'TEXT' },
    { header: 'Giá', kind: 'INTEGER' },
    { header: 'Lượng', kind: 'DECIMAL' },
    { header: 'Ngày', kind: 'DATE' },
    { header: 'Lúc', kind: 'INSTANT' },
  ],
  rows,
});
const ROWS = [
  ['Na dai Chi Lăng – Đồng Bành', 40000n, '1250.5', '2024-04-25', new Date('2026-07-31T01:30:00Z')],
  ...HOSTILE_TEXT.map((text) => [text, -5, '0.001', null, null]),
];

describe('spreadsheets', () => {
  it('written as XLSX give every value back, formulas disarmed and restored', async () => {
    const rows = await rowsOf(await bytesOf(xlsxStream([table(ROWS)])));
    expect(rows[1]).toEqual(['T Na dai Chi Lăng – Đồng Bành', 'N 40000', 'N 1250.5', 'D 2024-04-25', 'D 2026-07-31T08:30:00']);
    expect(rows.slice(2).map(([text]) => text)).toEqual(HOSTILE_TEXT.map((text) => `T ${text === '_x0041_' ? 'A' : text}`));
    expect(rows[2]!.slice(1, 3)).toEqual(['N -5', 'N 0.001']);
  });

  it('print across A4 with their header on every page, whole numbers without a lone separator, lengths where asked for', async () => {
    const share = { header: 'Tỷ lệ, %', kind: 'DECIMAL', bars: 'PERCENT' } as const;
    const parts = await readZip(await bytesOf(xlsxStream([{ name: "Nhóm 'na'", columns: [share], rows: [['6000'], ['1.5']] }])));
    const sheet = parts.get('xl/worksheets/sheet1.xml')!.toString('utf8');
    expect(sheet).toContain('<c r="A2" s="3"><v>6000</v></c>');
    expect(sheet).toContain('<c r="A3" s="4"><v>1.5</v></c>');
    expect(sheet).toMatch(
      /autoFilter.*conditionalFormatting sqref="A2:A3".*pageSetup[^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/,
    );
    expect(sheet).toContain('state="frozen"');
    expect(parts.get('xl/workbook.xml')!.toString('utf8')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Nhóm  na '!$1:$1</definedName>`,
    );
  });

  it('written as CSV open in Excel: marked UTF-8, dates as people read them, and formulas disarmed', async () => {
    const bytes = await bytesOf(csvStream(table(ROWS)));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8');
    expect(text).toContain('Na dai Chi Lăng – Đồng Bành;40000;1250,5;25/04/2024;31/07/2026 08:30\r\n');
    for (const start of ['=HYPER', '+84', '-2+3', '@SUM', '＝1']) expect(text).toContain(`'${start}`);
    expect((await rowsOf(bytes)).slice(2).map(([cell]) => cell)).toEqual(HOSTILE_TEXT.map((cell) => `T ${cell}`));
    expect((await bytesOf(csvStream(table(ROWS), ','))).toString('utf8')).toContain(',1250.5,');
  });

  it('of 20,000 rows are written without holding them, and read back whole', async () => {
    let [made, most] = [0, 0];
    async function* many() {
      for (; made < 20_000; made += 1) yield [`Dòng ${made}`, made, '1.5', '2026-01-31', null];
    }
    const stream = xlsxStream([table(many())]);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      if (chunks.length === 1) most = made;
    }
    expect(most).toBeLessThan(20_000);
    const rows = await rowsOf(Buffer.concat(chunks));
    expect([rows.length, rows.at(-1)]).toEqual([20_001, ['T Dòng 19999', 'N 19999', 'N 1.5', 'D 2026-01-31']]);
  });

  it('in every encoding of Vietnamese Excel are read alike', async () => {
    const text = 'Tên;Giá\r\n"Hồng Bảo Lâm; loại ""1""";25.000\r\nNa dai Chi Lăng;40.000\r\n';
    const expected = [
      ['T Tên', 'T Giá'],
      ['T Hồng Bảo Lâm; loại "1"', 'T 25.000'],
      ['T Na dai Chi Lăng', 'T 40.000'],
    ];
    // Windows-1258 spells a toned letter as a letter and a mark.
    const legacy = iconv.encode(
      text
        .normalize('NFD')
        .replace(/([aAeEoOuU])([\u0302\u0306\u031b])/g, (all) => all.normalize('NFC'))
        .replace(
          /([aAeEoOuU][\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])/g,
          (_all, base: string, mark: string) => (base[0]! + mark).normalize('NFC') + base[1]!,
        ),
      'windows-1258',
    );
    const cases: [string, Buffer][] = [
      ['UTF-8', Buffer.from(text)],
      ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
      ['decomposed', Buffer.from(text.normalize('NFD'))],
      ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')])],
      ['UTF-16 big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(text, 'utf-16be')])],
      ['UTF-16 without mark', iconv.encode(text, 'utf-16le')],
      ['Windows-1258', legacy],
      ['told separator', Buffer.from(`sep=;\r\n${text}`)],
      ['tabs', Buffer.from(text.replaceAll(/;(?! )/g, '\t'))],
      ['commas', Buffer.from(text.replaceAll(/;(?! )/g, ','))],
    ];
    for (const [what, bytes] of cases) expect({ what, rows: await rowsOf(bytes) }).toEqual({ what, rows: expected });
    expect(await rowsOf(iconv.encode('Café;Crème\n', 'windows-1252'))).toEqual([['T Café', 'T Crème']]);
  });

  it('show formulas by their last value, errors as errors, rich text as one text, and keep their place', async () => {
    const cells = [
      '<c r="A1"><f>1+1</f><v>2</v></c>',
      '<c r="C1" t="str"><f>A1</f><v>chữ</v></c>',
      '<c r="D1"><f>A1</f></c>',
      '<c r="E1" t="e"><v>#N/A</v></c>',
      '<c r="F1" t="b"><v>1</v></c>',
      '<c r="G1" t="inlineStr"><is><r><t>Na </t></r><r><t>dai</t></r><rPh><t>đọc</t></rPh></is></c>',
      '<c r="H1" s="1"><v>45407</v></c>',
      '<c r="I1" t="s"><v>0</v></c>',
    ];
    const bytes = await workbookOf({
      'xl/worksheets/sheet1.xml': sheetXml(`<row r="1">${cells.join('')}</row>${rowsXml(0)}`),
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      'xl/sharedStrings.xml': '<sst><si><t>__proto__</t></si></sst>',
    });
    expect(await rowsOf(bytes)).toEqual([
      ['N 2', null, 'T chữ', 'E =…', 'E #N/A', 'B true', 'T Na dai', 'D 2024-04-25', 'T __proto__'],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('keep numbers as people typed them', () => {
    const cases: [string, string | null][] = [
      ['0.1', '0.1'],
      ['1250.5500000000002', '1250.55'],
      ['1.2505000000000002E3', '1250.5'],
      ['1E-2', '0.01'],
      ['1e5', '100000'],
      ['-0', '0'],
      ['-12.50', '-12.5'],
      ['0.30000000000000004', '0.3'],
      ['99999999999999999', '100000000000000000'],
      ['.5', '0.5'],
      ['', null],
      ['1e999', null],
      ['NaN', null],
      ['0x10', null],
    ];
    for (const [raw, plain] of cases) expect([raw, plainDecimal(raw)]).toEqual([raw, plain]);
  });

  it('know the days of both calendars, and that 29/2/1900 never was', () => {
    expect([1, 59, 60, 61, 45407, 45407.5].map((serial) => dateOfSerial(String(serial), false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '2024-04-25',
      '2024-04-25T12:00:00',
    ]);
    expect(dateOfSerial('43945', true)).toBe('2024-04-25');
    expect(['-1', '3000000', 'abc', '1e300'].map((raw) => dateOfSerial(raw, false))).toEqual([null, null, null, null]);
    expect(showsDate(164, 'dd/mm/yyyy') && showsDate(14, undefined) && showsDate(165, '[$-42A]dd mmmm')).toBe(true);
    expect([
      showsDate(164, '#,##0 "đồng/ngày"'),
      showsDate(165, '[$₫-42A]#,##0'),
      showsDate(0, undefined),
      showsDate(9, 'General'),
    ]).toEqual([false, false, false, false]);
  });
});
