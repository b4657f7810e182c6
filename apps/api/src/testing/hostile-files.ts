import { deflateRawSync } from 'node:zlib';
import yazl from 'yazl';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;
const WORKBOOK = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="r"><sheets><sheet name="Sản phẩm" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const RELATIONS = `${HEAD}<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;

export const sheetXml = (rows: string): string => `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
export const rowsXml = (count: number, cell = '<c t="inlineStr"><is><t>na</t></is></c>'): string =>
  Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${cell}</row>`).join('');

/** The parts of an ordinary workbook; a test replaces or adds what makes it hostile. */
export const PARTS: Readonly<Record<string, string | Buffer>> = {
  '[Content_Types].xml': CONTENT_TYPES,
  'xl/workbook.xml': WORKBOOK,
  'xl/_rels/workbook.xml.rels': RELATIONS,
  'xl/worksheets/sheet1.xml': sheetXml(rowsXml(2)),
};

export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export const workbookOf = (changes: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> =>
  zipOf({ ...PARTS, ...changes });

export interface RawEntry {
  readonly name: string;
  readonly data: Buffer;
  /** What the headers claim it unpacks to. */
  readonly claims?: number;
  /** Directory only: points at this offset instead of an entry of its own. */
  readonly at?: number;
  readonly flags?: number;
}

/** A zip archive byte by byte, as no honest program writes it. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims, at, flags = 0 } of entries) {
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    if (at === undefined) bodies.push(Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed);
    const central = Buffer.alloc(46);
    central.write('PK\u0001\u0002', 0, 'latin1');
    central.writeUInt16LE(20, 4);
    fields.copy(central, 6);
    central.writeUInt32LE(at ?? offset, 42);
    directory.push(central, Buffer.from(name));
    if (at === undefined) offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const ordinary = (changes: Readonly<Record<string, string>> = {}): RawEntry[] =>
  Object.entries({ ...PARTS, ...changes }).map(([name, data]) => ({ name, data: Buffer.from(data) }));

const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i ? i - 1 : ''};`.repeat(10)}">`).join('')}]>`;
const XXE = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** Every file that must be refused, with the code of the refusal. */
export async function hostileFiles(): Promise<readonly (readonly [what: string, file: string, bytes: Buffer, code: string])[]> {
  const good = await workbookOf();
  const inner = await zipOf({ 'a.txt': 'x' });
  const withDtd = (dtd: string, body: string) =>
    workbookOf({
      'xl/worksheets/sheet1.xml':
        HEAD + dtd + sheetXml(`<row r="1"><c t="inlineStr"><is><t>${body}</t></is></c></row>`).slice(HEAD.length),
    });
  const sheet = (text: string) => ({ 'xl/worksheets/sheet1.xml': text });
  const long = 'na'.repeat(20_000);
  const plain = 'SHEET_NOT_PLAIN';
  const large = 'SHEET_UNPACKS_TOO_LARGE';
  const damaged = 'SHEET_DAMAGED';
  const foreign = 'SHEET_KIND_NOT_ALLOWED';
  return [
    ['a zip bomb', 'bom.xlsx', await workbookOf(sheet(sheetXml(' '.repeat(60_000_000)))), large],
    ['a dense part below the total', 'day.xlsx', await workbookOf(sheet(sheetXml(' '.repeat(30_000_000)))), large],
    [
      'a bomb that claims one kilobyte',
      'doi.xlsx',
      rawZip([
        ...ordinary().slice(0, 3),
        { name: 'xl/worksheets/sheet1.xml', data: Buffer.from(sheetXml(' '.repeat(60_000_000))), claims: 1024 },
      ]),
      damaged,
    ],
    ['a zip in a zip', 'long.xlsx', await workbookOf({ 'xl/media/more.zip': inner }), plain],
    [
      '70,000 entries',
      'nhieu.xlsx',
      rawZip([...ordinary(), ...Array.from({ length: 69_996 }, (_, i) => ({ name: `x${i}`, data: Buffer.from('x'), at: 0 }))]),
      'SHEET_TOO_MANY_PARTS',
    ],
    [
      'entries that overlap',
      'chong.xlsx',
      rawZip([...ordinary(), { name: 'xl/copy.xml', data: Buffer.from('x'), at: 0 }]),
      damaged,
    ],
    [
      'a name that climbs out',
      'thoat.xlsx',
      rawZip([...ordinary(), { name: '../../etc/cron.d/x', data: Buffer.from('x') }]),
      damaged,
    ],
    ['an absolute name', 'goc.xlsx', rawZip([...ordinary(), { name: '/etc/passwd', data: Buffer.from('x') }]), damaged],
    ['a locked part', 'khoa.xlsx', rawZip([{ ...ordinary()[0]!, flags: 1 }, ...ordinary().slice(1)]), plain],
    ['macros', 'macro.xlsx', await workbookOf({ 'xl/vbaProject.bin': 'x' }), plain],
    [
      'macros by declaration',
      'macro.xlsm',
      await workbookOf({
        '[Content_Types].xml': `${HEAD}<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`,
      }),
      plain,
    ],
    ['links to other workbooks', 'ngoai.xlsx', await workbookOf({ 'xl/externalLinks/externalLink1.xml': '<x/>' }), plain],
    [
      'a sheet that lies elsewhere',
      'xa.xlsx',
      await workbookOf({
        'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships><Relationship Id="rId1" Target="http://169.254.169.254/" TargetMode="External"/></Relationships>`,
      }),
      plain,
    ],
    ['an embedded program', 'nhung.xlsx', await workbookOf({ 'xl/embeddings/oleObject1.bin': 'MZ' }), plain],
    ['an external entity', 'xxe.xlsx', await withDtd(XXE, '&x;'), plain],
    ['a billion laughs', 'cuoi.xlsx', await withDtd(LAUGHS, '&a11;'), plain],
    ['an entity without a declaration', 'la.xlsx', await withDtd('', '&x;'), damaged],
    [
      'a laugh in the shared strings',
      'cuoi2.xlsx',
      await workbookOf({ 'xl/sharedStrings.xml': `${HEAD}${LAUGHS}<sst><si><t>&a11;</t></si></sst>` }),
      plain,
    ],
    ['endless nesting', 'sau.xlsx', await workbookOf(sheet(sheetXml('<a>'.repeat(100_000)))), damaged],
    [
      'a string used a million times',
      'lap.xlsx',
      await workbookOf({
        'xl/sharedStrings.xml': `${HEAD}<sst><si><t>${'chữ'.repeat(10_000)}</t></si></sst>`,
        ...sheet(sheetXml(rowsXml(6_000, '<c t="s"><v>0</v></c>'.repeat(50)).replaceAll('\n', ''))),
      }),
      large,
    ],
    ['more than 20,000 rows', 'dai.xlsx', await workbookOf(sheet(sheetXml(rowsXml(20_002)))), 'SHEET_TOO_MANY_ROWS'],
    [
      '16,384 columns',
      'rong.xlsx',
      await workbookOf(sheet(sheetXml('<row r="1"><c r="XFD1"><v>1</v></c></row>'))),
      'SHEET_TOO_MANY_COLUMNS',
    ],
    [
      'a cell of 40,000 letters',
      'o.xlsx',
      await workbookOf(sheet(sheetXml(`<row r="1"><c t="inlineStr"><is><t>${long}</t></is></c></row>`))),
      'SHEET_CELL_TOO_LONG',
    ],
    ['rows that go backwards', 'nguoc.xlsx', await workbookOf(sheet(sheetXml('<row r="5"/><row r="2"/>'))), damaged],
    [
      'a string that is not there',
      'thieu.xlsx',
      await workbookOf(sheet(sheetXml('<row r="1"><c t="s"><v>9</v></c></row>'))),
      damaged,
    ],
    ['half a workbook', 'nua.xlsx', good.subarray(0, Math.floor(good.length / 2)), damaged],
    ['a workbook without its end', 'cut.xlsx', good.subarray(0, good.length - 10), damaged],
    ['PDF and zip in one', 'haimat.xlsx', Buffer.concat([Buffer.from('%PDF-1.7\n'), good]), foreign],
    ['a second file behind the workbook', 'duoi.xlsx', Buffer.concat([good, Buffer.from('<script>')]), damaged],
    ['words behind the directory', 'loi.xlsx', withComment(good, '<script>alert(1)</script>'), plain],
    ['a zip that is no workbook', 'khac.xlsx', inner, foreign],
    ['GIF and JavaScript in one', 'gif.csv', Buffer.from('GIF89a/*' + ' '.repeat(50) + '*/=1;alert(1)'), foreign],
    ['a program renamed', 'chay.csv', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 0x90), Buffer.alloc(50)]), foreign],
    ['SVG as a workbook', 'hinh.xlsx', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), foreign],
    ['HTML as CSV', 'trang.csv', Buffer.from('\n<!doctype html><script>alert(1)</script>'), foreign],
    [
      'HTML as .xlsx, as old programs write it',
      'trang.xlsx',
      Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
      foreign,
    ],
    [
      'an old or locked workbook',
      'cu.xlsx',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
      'SHEET_OLD_OR_LOCKED',
    ],
    ['quotation marks that never close', 'ngoac.csv', Buffer.from('ten;gia\n"Na;40000\nHồng;50000\n'), 'SHEET_QUOTES_OPEN'],
    ['CSV of 100 columns', 'cot.csv', Buffer.from(`${'a;'.repeat(99)}b\n`), 'SHEET_TOO_MANY_COLUMNS'],
    ['CSV of 30,000 rows', 'dai.csv', Buffer.from('na;1\n'.repeat(30_000)), 'SHEET_TOO_MANY_ROWS'],
    ['nothing at all', 'rong.csv', Buffer.alloc(0), 'SHEET_EMPTY'],
    ['blank lines only', 'trang.csv', Buffer.from('\n\n ; ;\n'), 'SHEET_EMPTY'],
  ];
}

function withComment(zip: Buffer, comment: string): Buffer {
  const changed = Buffer.concat([zip, Buffer.from(comment)]);
  changed.writeUInt16LE(comment.length, zip.length - 2);
  return changed;
}

/** A PNG that says it is 50,000 × 50,000 pixels. */
export function pixelFlood(): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(50_000, 8);
  header.writeUInt32BE(50_000, 12);
  header.set([8, 2, 0, 0, 0], 16);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), header, Buffer.alloc(200)]);
}
