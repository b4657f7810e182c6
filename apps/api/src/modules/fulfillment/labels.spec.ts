import fc from 'fast-check';
import { Quantity, quantity } from '@lienket/domain';
import { qrSvg, renderPdf } from '../../platform/documents/index.js';
import { type LabelLine, labelPaper, packLabels } from './labels.js';

const line = (qty: string, packSize: string): LabelLine => ({
  description: 'Na dai Chi Lăng loại 1',
  packName: 'Thùng',
  packSize,
  baseUnit: 'kg',
  qty,
  placeCode: 'ST-01',
  placeName: 'Cửa hàng Mẫu 01',
  lotCode: 'LO-A',
  harvestedOn: '2026-08-01',
  expiresOn: '2026-08-06',
  traceCode: 'abc',
});

describe('labels of packs', () => {
  it('carry together what the line carries, each no more than a pack', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 500, max: 50_000 }), (qty, size) => {
        const [whole, pack] = [Quantity.fromThousandths(BigInt(qty)), Quantity.fromThousandths(BigInt(size))];
        const labels = packLabels([line(whole.toDecimalString(), pack.toDecimalString())]);
        expect(Quantity.sum(labels.map(({ weight }) => weight)).equals(whole)).toBe(true);
        expect(labels.every(({ weight }) => weight.isPositive && weight.compare(pack) <= 0)).toBe(true);
        expect(labels.map(({ n }) => n)).toEqual(labels.map((_label, index) => index + 1));
      }),
    );
    expect(packLabels([line('25', '10')]).map(({ weight }) => weight.toDecimalString())).toEqual(['10', '10', '5']);
    expect(quantity('25').isPositive).toBe(true);
  });

  it('print one A6 page each', async () => {
    const sheet = {
      number: 'PGH-2026-000001',
      orderNumber: 'DH-2026-000001',
      buyerPoNo: 'PO-1',
      sellerName: 'HTX Mẫu',
      buyerName: 'Siêu thị Mẫu',
      isDemo: true,
      lines: [line('25', '10')],
    };
    const code = await qrSvg('https://example.vn/t/abc');
    const pdf = (await renderPdf(labelPaper(sheet, packLabels(sheet.lines), () => code))).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(3);
    expect(pdf).toMatch(/\/MediaBox \[0 0 297\.6\d* 419\.5\d*\]/);
  });
});
