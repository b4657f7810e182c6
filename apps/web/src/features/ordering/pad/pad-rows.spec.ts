import { quantity } from '@lienket/domain';
import { plannedQty, wholeContract } from './contract-fill';
import { contractPad, spotPad } from './pad-fixture';
import { padCatalogue, padItems } from './pad-items';
import { cellsText, endOf, placeRows, readPaste, readQuantity } from './pad-rows';

const catalogue = padCatalogue(padItems(spotPad));
const na = catalogue.byKey.get('na')!;
const row = (id: string, product = '', qty = '') => ({ id, product, qty });

describe('pasting into an order pad', () => {
  it('finds products without regard to accents and case, and keeps what it does not know', () => {
    const pasted = readPaste('Tên hàng\tSố lượng\nNA CHI LANG LOAI 1\t1.250\nKhoai sọ\t20 kg', catalogue, 'vi');
    expect(pasted).toEqual({
      rows: [
        { product: 'na', qty: '1.250' },
        { product: 'Khoai sọ', qty: '20 kg' },
      ],
      matched: 1,
      date: null,
    });
  });

  it('never takes a product that only resembles the text, but names it as a choice', () => {
    expect(catalogue.find('na')).toBe(na);
    expect(catalogue.find('na chi lăng')).toBeUndefined();
    expect(catalogue.near('na chi lăng').map(({ key }) => key)).toEqual(['na']);
  });

  it('takes the day of delivery when all rows name the same one', () => {
    const text = 'Hoa hồi khô\t20\t05/08/2026\nNa Chi Lăng loại 1\t40\t05/08/2026';
    expect(readPaste(text, catalogue, 'vi').date).toBe('2026-08-05');
    expect(readPaste(text.replace('05/08/2026', '06/08/2026'), catalogue, 'vi').date).toBeNull();
  });

  it('writes over the rows from a place on and adds rows at the end', () => {
    const placed = placeRows(
      [row('a', 'na', '5'), row('b', 'hoi', '1')],
      [row('', 'hoi', '20'), row('', 'na', '40')].map(({ product, qty }) => ({ product, qty })),
      1,
    );
    expect(placed.map(({ product, qty }) => [product, qty])).toEqual([
      ['na', '5'],
      ['hoi', '20'],
      ['na', '40'],
    ]);
    expect(placed[1]!.id).toBe('b');
    expect(endOf([row('a', 'na'), row('b'), row('c')])).toBe(1);
  });

  it('keeps commas of a lone column and line breaks inside a cell', () => {
    expect(readPaste(cellsText([['Na, loại 1'], ['Hoa hồi\nkhô']]), catalogue, 'vi').rows.map(({ product }) => product)).toEqual([
      'Na, loại 1',
      'hoi',
    ]);
  });
});

describe('reading a quantity of the pad', () => {
  it.each([
    ['1.250', '1250'],
    ['1.250,5 kg', '1250.5'],
    ['20 thùng', '100'],
    ['20 THUNG', '100'],
    ['20 kiện', '100'],
    ['2 tấn', '2000'],
    ['1,5 tạ', '150'],
  ])('takes %j as %s kg', (text, wire) => {
    expect(readQuantity(text, na, 'vi')).toEqual({ ok: true, value: quantity(wire) });
  });

  it('refuses a unit it does not know rather than guess', () => {
    expect(readQuantity('20 bao', na, 'vi')).toMatchObject({ refusal: { code: 'QUANTITY_NOT_A_NUMBER' } });
  });
});

describe('taking a whole contract', () => {
  const items = padItems(contractPad);
  const schedule = [
    { from: '2026-07-01', qty: '60' },
    { from: '2026-08-01', qty: '60' },
  ];

  it('asks for what is planned up to this period and not called off yet, in whole packs', () => {
    const line = { id: 'line-0', calledOff: '33', schedule };
    expect(plannedQty(items[0]!, line, '2026-07-20')).toEqual(quantity('25'));
    expect(plannedQty(items[0]!, line, '2026-08-01')).toEqual(quantity('85'));
    expect(plannedQty(items[0]!, { ...line, calledOff: '0' }, '2026-08-01')).toEqual(quantity('100'));
    expect(plannedQty(items[0]!, { ...line, calledOff: '200' }, '2026-08-01')).toBeNull();
  });

  it('keeps what was typed and adds the missing lines, empty where nothing is planned', () => {
    const planned = [{ id: 'line-0', calledOff: '0', schedule }];
    const filled = wholeContract([row('a', 'line-0', '15'), row('b')], items, planned, '2026-07-20', 'vi');
    expect(filled.map(({ product, qty }) => [product, qty])).toEqual([
      ['line-0', '15'],
      ['line-1', ''],
    ]);
  });
});
