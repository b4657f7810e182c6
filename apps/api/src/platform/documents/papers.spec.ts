import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { type DeliveryNote, deliveryNotePaper } from '../../modules/fulfillment/delivery-note.js';
import { paymentRequestPaper } from '../../modules/billing/payment-request-paper.js';
import type { PaymentRequestView } from '../../modules/billing/payment-request.view.js';
import { DEMO_MARK, qrSvg, renderPdf } from './index.js';

const seller = {
  name: 'Hợp tác xã Nông sản sạch Chi Lăng',
  kind: 'COOPERATIVE',
  taxCode: '4990000019',
  address: 'Thôn Làng Giao, xã Chi Lăng, tỉnh Lạng Sơn',
  phone: '0912 345 678',
  representative: 'Nguyễn Thị Ngọc Ánh',
} as const;
const buyer = {
  ...seller,
  name: 'Công ty TNHH Bán lẻ Sông Thương',
  kind: 'RETAILER',
  taxCode: '4990000026',
  representative: 'Trần Quốc Huỳnh',
} as const;
const ALL_SIGNS = 'ắ ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự ỳ ỵ ỷ ỹ ĩ đ Đ Ắ Ặ Ậ Ệ Ộ Ợ Ự Ỵ ₫';
const link = 'https://lienket.example/shipments/0199f6a2-1111-7abc-8def-0123456789ab';

const note = (count: number, patch: Partial<DeliveryNote> = {}): DeliveryNote => ({
  number: 'PGH-2026-000045',
  orderNumber: 'DH-2026-000123',
  buyerPoNo: 'PO-77812',
  contractNumber: 'HD-2026-000012',
  dispatchedAt: new Date('2026-11-23T03:00:00Z'),
  dispatchedByName: 'Lý Văn Đường',
  expectedOn: '2026-11-24',
  deliveryPlace: 'Kho trung tâm Hà Nội',
  vehicle: '12C-123.45',
  driverName: 'Hoàng Văn Thụ',
  driverPhone: '0987 654 321',
  note: ALL_SIGNS,
  isDemo: true,
  seller,
  buyer,
  lines: Array.from({ length: count }, (_, i) => ({
    description: `Na dai số ${i + 1}`,
    packName: 'Thùng xốp 10 kg',
    packSize: '10',
    baseUnit: 'kg',
    qty: '1250.5',
    lotCode: `NA-${i + 1}`,
    waivedByName: i === 1 ? 'Nguyễn Thị Mua' : null,
  })),
  ...patch,
});

const notePdf = async (count: number, patch?: Partial<DeliveryNote>) =>
  renderPdf(deliveryNotePaper(note(count, patch), link, await qrSvg(link)));

const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** The text layer by page: with poppler where it is installed, else read from the file's own maps of glyphs to signs. */
function pagesOf(pdf: Buffer): string[] {
  if (!hasPoppler) return textByOwnMaps(pdf);
  const folder = mkdtempSync(join(tmpdir(), 'lienket-pdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', join(folder, 'a.pdf'), join(folder, 'a.txt')]);
    return readFileSync(join(folder, 'a.txt'), 'utf8').split('\f').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Enough of PDF for what pdfmake writes: Flate streams, one Identity-H font a run, and ToUnicode maps with ranges. */
function textByOwnMaps(pdf: Buffer): string[] {
  const raw = pdf.toString('latin1');
  const objects = new Map<string, { head: string; stream: string }>();
  for (const [, id, body] of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', data] = body!.split(/\nstream\n/);
    const bytes = data && Buffer.from(data.replace(/\nendstream$/, ''), 'latin1');
    objects.set(id!, {
      head,
      stream: bytes ? (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1') : '',
    });
  }
  const at = (id: string | undefined) => objects.get(id ?? '')!;
  const signs = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le');
  const mapOf = (font: string): string[] => {
    const cmap = at(/\/ToUnicode (\d+) 0 R/.exec(at(font).head)![1]).stream;
    return [...cmap.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list]) =>
      [...list!.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex]) => signs(hex!)),
    );
  };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const resources = at(/\/Resources (\d+) 0 R/.exec(head)![1]).head;
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, mapOf(id!)]));
    const content = at(/\/Contents (\d+) 0 R/.exec(head)![1]).stream;
    let glyphs: string[] = [];
    const parts: string[] = [];
    for (const [, font, run] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/gi)) {
      if (font) glyphs = fonts.get(font)!;
      else
        for (const [, hex] of run!.matchAll(/<([0-9a-f]*)>/gi))
          for (const code of hex!.match(/.{4}/g) ?? []) parts.push(glyphs[parseInt(code, 16)] ?? '');
    }
    return parts.join('');
  });
}

/** Blanks do not matter: columns and lines break where the page wants. */
const packed = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
const holds = (pdf: Buffer, text: string): boolean => packed(pagesOf(pdf).join('')).includes(packed(text));

describe('papers', () => {
  it('hold every Vietnamese sign in their text, composed, with all fonts embedded', async () => {
    const pdf = await notePdf(1);
    for (const text of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'PHIẾU GIAO HÀNG',
      ALL_SIGNS,
      seller.name,
      'Lý Văn Đường',
    ]) {
      expect([text, holds(pdf, text)]).toEqual([text, true]);
    }
    const raw = pdf.toString('latin1');
    expect(raw.match(/\/Type \/FontDescriptor/g)!.length).toBe(raw.match(/\/FontFile2 /g)!.length);
    expect(raw).not.toContain('/Subtype /Type1');
    // No sign was drawn as the box of a missing glyph: each is in the map that the text layer is read by.
    expect(packed(textByOwnMaps(pdf).join(''))).toContain(packed(ALL_SIGNS));
  });

  it('name both sides with their tax codes, the vehicle and the place and day', async () => {
    const pdf = await notePdf(1);
    for (const text of [
      '4990000019',
      '4990000026',
      '12C-123.45',
      'Hoàng Văn Thụ',
      'Lạng Sơn, ngày 23 tháng 11 năm 2026',
      'lô NA-1',
    ]) {
      expect([text, holds(pdf, text)]).toEqual([text, true]);
    }
  });

  it("mask a household's tax code", async () => {
    const pdf = await notePdf(1, { seller: { ...seller, kind: 'HOUSEHOLD_BUSINESS', taxCode: '020085001234' } });
    expect(holds(pdf, '020085001234')).toBe(false);
    expect(holds(pdf, '•••••••••234')).toBe(true);
  });

  it('count packs and kilograms and never name a price', async () => {
    const pdf = await notePdf(2, { note: null });
    for (const text of ['1.250,5', 'Cộng (kg)2.501', 'Số kiện']) expect([text, holds(pdf, text)]).toEqual([text, true]);
    for (const text of ['₫', 'Đơn giá', 'Thành tiền']) expect([text, holds(pdf, text)]).toEqual([text, false]);
  });

  it.each([
    [1, 1],
    [30, 3],
    [200, 11],
  ])('with %i lines repeat the header of the table on each page that holds lines', async (count, atLeast) => {
    const pages = pagesOf(await notePdf(count)).map(packed);
    expect(pages.length).toBeGreaterThanOrEqual(atLeast);
    const withLines = pages.filter((page) => page.includes('Nadaisố'));
    expect(withLines.every((page) => page.includes('Tênhàng,quycách,sốlô'))).toBe(true);
    const named = pages.join('').match(/Nadaisố\d+/g)!;
    expect(new Set(named).size).toBe(count);
    expect(pages[0]).toContain(`Trang1/${pages.length}`);
    expect(pages.at(-1)).toContain('Ngườinhậnhàng');
  });

  it('bear the mark of the demo on every page, and only there', async () => {
    const marked = pagesOf(await notePdf(30)).map(packed);
    expect(marked.every((page) => page.includes(packed(DEMO_MARK)))).toBe(true);
    expect(holds(await notePdf(30, { isDemo: false }), DEMO_MARK)).toBe(false);
  });

  it('ask for payment in figures and words, with the account, and call themselves no invoice', async () => {
    const request = {
      number: 'DNTT-2026-000007',
      reference: 'LS26A7K9Q2XYM',
      orderNumber: 'DH-2026-000123',
      netAmount: 2_147_483_648n,
      vatAmount: 171_798_692n,
      total: 2_319_282_340n,
      notedAmount: 0n,
      owed: 2_319_282_340n,
      paidAmount: 1_000_000_000n,
      dueOn: '2026-12-08',
      issuedAt: new Date('2026-11-23T03:00:00Z'),
      totalInWords: 'Hai tỷ ba trăm mười chín triệu hai trăm tám mươi hai nghìn ba trăm bốn mươi đồng chẵn',
      lines: [
        {
          description: 'Miến dong',
          baseUnit: 'kg',
          acceptedQty: '50',
          unitPrice: 42_949_673n,
          amount: 2_147_483_648n,
          vatCode: '8',
          vatAmount: 171_798_692n,
        },
      ],
      bankName: 'Vietcombank',
      bankAccountNo: '0011001932418',
      bankAccountName: 'HTX CHI LANG',
    } as PaymentRequestView;
    const facts = {
      receiptNumber: 'PNK-2026-000031',
      receivedAt: new Date('2026-11-23T03:00:00Z'),
      shipmentNumber: 'PGH-1',
      isDemo: false,
      seller,
      buyer,
    };
    const pdf = await renderPdf(paymentRequestPaper(request, facts, await qrSvg('x')));
    for (const text of [
      'PHIẾU ĐỀ NGHỊ THANH TOÁN',
      '2.319.282.340',
      '1.319.282.340',
      request.totalInWords,
      '0011001932418',
      'LS26A7K9Q2XYM',
      'Thuế GTGT 8%',
    ]) {
      expect([text, holds(pdf, text)]).toEqual([text, true]);
    }
    expect(holds(pdf, 'HÓA ĐƠN')).toBe(false);
  });
});
