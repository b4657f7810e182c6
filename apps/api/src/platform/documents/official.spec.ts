import { createHash } from 'node:crypto';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { inspectPdfSignatures, type OfficialDocument, officialDocx, officialPdf, renderPdf } from './index.js';
import { SaxesParser } from 'saxes';
import { selfSignedP12 } from '../../testing/self-signed.js';
import { readZip } from '../../testing/zip.js';

const paper: OfficialDocument = {
  issuer: null,
  number: 'BBGN-2026-0001',
  place: 'Lạng Sơn',
  date: '2026-02-05',
  title: 'BIÊN BẢN GHI NHỚ',
  about: 'Hợp tác tiêu thụ na <dai> & hồng',
  blocks: [
    { kind: 'paragraph', words: ['Căn cứ ', { text: 'Bộ luật Dân sự', bold: true }, ' năm 2015;'] },
    { kind: 'facts', title: 'BÊN A (BÊN BÁN)', facts: [['Đại diện', 'Ông Lý Văn Đường']] },
    { kind: 'heading', text: 'Điều 1. Hàng hoá' },
    {
      kind: 'table',
      columns: [
        { title: 'Hàng hoá', percent: 60 },
        { title: 'Số lượng', percent: 40, align: 'right' },
      ],
      rows: [['Na dai ẵẫậ', '1.250,5 kg']],
      total: ['Cộng', '1.250,5 kg'],
    },
    { kind: 'bullets', items: ['Bên A giao hàng', [{ text: 'Bên B', italic: true }, ' trả tiền']] },
  ],
  signers: [
    { title: 'ĐẠI DIỆN BÊN A', hint: '(Ký, đóng dấu)', name: 'Lý Văn Đường' },
    { title: 'ĐẠI DIỆN BÊN B', hint: '(Ký, đóng dấu)', name: null },
  ],
  recipients: [],
  foot: 'Mã băm SHA-256: abc',
  isDemo: true,
};

const wordsOf = (xml: string): string => {
  const words: string[] = [];
  const parser = new SaxesParser();
  parser.on('text', (text) => words.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return words.join('');
};

describe('an official paper as a file to edit', () => {
  it('is a zip of sound XML that carries every word, in Times New Roman on A4 with the margins of the decree', async () => {
    const parts = await readZip(await officialDocx(paper));
    for (const [name, bytes] of parts)
      if (/\.(xml|rels)$/.test(name)) expect(() => wordsOf(bytes.toString('utf8'))).not.toThrow();
    const xml = parts.get('word/document.xml')!.toString('utf8');
    const words = wordsOf(xml);
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Lạng Sơn, ngày 05 tháng 02 năm 2026',
      'Số: BBGN-2026-0001',
      'BIÊN BẢN GHI NHỚ',
      'Hợp tác tiêu thụ na <dai> & hồng',
      'Na dai ẵẫậ',
      '1.250,5 kg',
      'ĐẠI DIỆN BÊN B',
    ]) {
      expect(words).toContain(said);
    }
    const has = (piece: RegExp) => piece.test(xml);
    expect(xml.includes('w:ascii="Times New Roman"')).toBe(true);
    expect(has(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/)).toBe(true);
    expect(has(/<w:pgMar [^>]*w:left="1701"/)).toBe(true);
    expect(has(/<w:tblHeader\/>/)).toBe(true);
    expect([...parts.keys()].some((name) => /header\d\.xml/.test(name) && parts.get(name)!.toString().includes('PAGE'))).toBe(
      true,
    );
  });

  it('heads an agency’s paper in two columns, and leaves dots for what is not known yet', async () => {
    const report = {
      ...paper,
      issuer: { above: 'UBND tỉnh Lạng Sơn', name: 'Liên minh Hợp tác xã' },
      number: null,
      date: null,
      place: null,
    };
    const xml = (await readZip(await officialDocx({ ...report, recipients: ['Như trên', 'Lưu: VT'] })))
      .get('word/document.xml')!
      .toString('utf8');
    const words = wordsOf(xml);
    expect(words).toContain('LIÊN MINH HỢP TÁC XÃ');
    expect(words).toContain('Số: ……………');
    expect(words).toContain('ngày …… tháng …… năm ………');
    expect(words).toContain('Nơi nhận:- Như trên;- Lưu: VT.');
    expect((await renderPdf(officialPdf(report, new Date(0)))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('puts annexes after the signature on pages across, counted anew, and says what they belong to', async () => {
    const table = {
      kind: 'table' as const,
      columns: [
        { title: 'Hàng hoá', percent: 60 },
        { title: 'A', percent: 20, align: 'right' as const, group: 'Nghiệm thu' },
        { title: 'B', percent: 20, align: 'right' as const, group: 'Nghiệm thu' },
      ],
      rows: Array.from({ length: 12 }, () => [
        'Na dai',
        '10',
        {
          text: '5',
          bars: [
            [
              { share: 0.5, tone: 'DARK' as const },
              { share: 0.9, tone: 'LIGHT' as const },
            ],
          ],
        },
      ]),
    };
    const report = {
      ...paper,
      issuer: { above: null, name: 'Liên minh' },
      annexOf: 'Báo cáo số 01',
      annexes: [
        { title: 'TỪNG BIÊN BẢN', blocks: [table] },
        { title: 'TÍN DỤNG', blocks: [table] },
      ],
    };
    const xml = (await readZip(await officialDocx(report))).get('word/document.xml')!.toString('utf8');
    const words = wordsOf(xml);
    const order = [
      'ĐẠI DIỆN BÊN B',
      'Phụ lục I',
      'TỪNG BIÊN BẢN',
      '(Kèm theo Báo cáo số 01)',
      'Nghiệm thu',
      'Phụ lục II',
      'TÍN DỤNG',
    ];
    const places = order.map((said) => words.indexOf(said));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(xml.match(/w:orient="landscape"/g)).toHaveLength(2);
    expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(3);
    // Both rows of the header come again on every page.
    expect(xml.match(/<w:tblHeader\/>/g)!.length).toBe(5);
    type Head = (page: number) => '' | { text: string };
    const { header, content } = officialPdf(report, new Date(0));
    const [first, second] = (content as { section?: object; header: Head }[]).filter((one) => one.section);
    const numbers = [1, 2].map((page) => (header as Head)(page)).concat(first!.header(3), first!.header(4), second!.header(5));
    expect(numbers.map((one) => (one === '' ? '' : one.text))).toEqual(['', '2', '', '2', '']);
    expect((await renderPdf(officialPdf(report, new Date(0)))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('comes out the same, byte for byte, for the same moment', async () => {
    const [one, two] = [await renderPdf(officialPdf(paper, new Date(0))), await renderPdf(officialPdf(paper, new Date(0)))];
    expect(one.equals(two)).toBe(true);
  });
});

describe('a signature in a PDF', () => {
  let pdf: Buffer;
  let signed: Buffer;
  const ours = () => ({ sha256: createHash('sha256').update(pdf).digest('hex'), length: pdf.length });
  const sign = async (from: Date, to: Date) => {
    const withPlace = plainAddPlaceholder({ pdfBuffer: pdf, reason: 'Ký', contactInfo: '', name: 'HTX', location: 'Lạng Sơn' });
    return new SignPdf().sign(withPlace, new P12Signer(selfSignedP12('Ly Van Duong', from, to), { passphrase: 'x' }));
  };
  beforeAll(async () => {
    pdf = await renderPdf(officialPdf(paper, new Date(0)));
    signed = await sign(new Date('2020-01-01'), new Date('2040-01-01'));
  });

  it('is described: who, by whom issued, when, over which bytes', async () => {
    const [only, ...others] = inspectPdfSignatures(signed, ours());
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      signerName: 'Ly Van Duong',
      issuerName: 'CA thử nghiệm',
      certificateValidThen: true,
      coversWholeFile: true,
      intact: true,
      startsWithOurs: true,
    });
    expect(Math.abs(only!.signedAt!.getTime() - Date.now())).toBeLessThan(600_000);
    expect(only!.certificateTo).toEqual(new Date('2040-01-01'));
  });

  it('of an expired certificate says so', async () => {
    const [late] = inspectPdfSignatures(await sign(new Date('2020-01-01'), new Date('2021-01-01')), ours());
    expect(late).toMatchObject({ certificateValidThen: false, intact: true });
  });

  it('does not cover what was added after it, nor survive a changed byte', async () => {
    const [longer] = inspectPdfSignatures(Buffer.concat([signed, Buffer.from('\n% added')]), ours());
    expect(longer).toMatchObject({ coversWholeFile: false, intact: true });
    const changed = Buffer.from(signed);
    changed[changed.indexOf('/Title') + 9]! ^= 1;
    const [broken] = inspectPdfSignatures(changed, ours());
    expect(broken).toMatchObject({ intact: false, startsWithOurs: false });
  });

  it('of another document does not start with ours; a file without one, or with nonsense, has none that holds', async () => {
    const [other] = inspectPdfSignatures(signed, { sha256: 'f'.repeat(64), length: 100 });
    expect(other).toMatchObject({ intact: true, startsWithOurs: false });
    expect(inspectPdfSignatures(pdf, ours())).toEqual([]);
    const nonsense = Buffer.from('%PDF-1.7 /ByteRange [0 30 60 12] <303030303030303030303030>            '.padEnd(72));
    expect(inspectPdfSignatures(nonsense, ours()).every(({ intact }) => !intact)).toBe(true);
    expect(inspectPdfSignatures(Buffer.from('%PDF-1.7 /ByteRange [0 999999 5 1]'), ours())).toEqual([]);
  });
});
