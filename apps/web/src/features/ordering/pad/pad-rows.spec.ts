import { againRows, type AgainLine } from './again';
import { quantity } from '@lienket/domain';
import { plannedQty, wholeContract } from './contract-fill';
import { padChecker } from './pad-check';
import { padPlaces, rowDelivery, type DeliveryContext } from './pad-delivery';
import { contractPad, gradedPad, spotPad } from './pad-fixture';
import { padCatalogue, padItems } from './pad-items';
import { linesOf } from './use-again';
import { cellsText, endOf, placeRows, readPaste, readQuantity, type PadRow } from './pad-rows';

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
      columns: [],
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

describe('pasting for several stores', () => {
  const graded = padCatalogue(padItems(gradedPad));
  const places = padPlaces(gradedPad.locations);
  const context: DeliveryContext = {
    places,
    placeId: 's3',
    on: '2030-03-04',
    today: '2030-03-01',
    calendarOf: () => ({ terms: null, closures: gradedPad.closures, holidays: [], now: new Date('2030-03-01T01:00:00Z') }),
    sellerOf: () => 'seller',
  };

  it('reads stores by code or name, grade, pack, day, hours and cost center from their headings', () => {
    const pasted = readPaste(
      [
        'Mã CH\tMặt hàng\tLoại\tQuy cách\tSL\tNgày giao\tGiờ\tMã chi phí',
        'CH01\tNa Chi Lăng\tLoại 2\tthùng\t100\t04/03/2030\t6h-9h\tTT-01',
        'cua hang ha dong\tNa Chi Lăng\tL1\tpallet\t400\t08/03/2030\t\t',
        'CH99\t18931234500014\t\t\t400\t\t\t',
        '\tNa Chi Lăng\tLoại 3\t\t20\t\t\t',
      ].join('\n'),
      graded,
      'vi',
      places.find,
    );
    expect(pasted.rows).toEqual([
      { product: 'na:g2:case', qty: '100', place: 's1', on: '2030-03-04', hours: '6h-9h', cost: 'TT-01' },
      { product: 'na:g1:pallet', qty: '400', place: 's2', on: '2030-03-08' },
      { product: 'na:g1:pallet', qty: '400', place: 'CH99' },
      { product: 'na', qty: '20', variant: 'Loại 3' },
    ]);
    expect(pasted.columns).toEqual(['place', 'on', 'hours', 'cost']);
    expect(
      padChecker(
        graded,
        'vi',
      )(pasted.rows.map((fields, index) => ({ id: String(index), ...fields }))).rows.map(({ kind }) => kind),
    ).toEqual(['OK', 'OK', 'OK', 'NO_VARIANT']);
  });

  it('says what stands against a place, a day or the hours of a row, with the next day that would do', () => {
    const said = (fields: Partial<PadRow>) => rowDelivery({ id: 'r', product: 'na', qty: '20', ...fields }, context);
    expect(said({ place: 's1', on: '2030-03-04', hours: '6-9' })).toEqual({
      placeId: 's1',
      on: '2030-03-04',
      from: '06:00',
      to: '09:00',
      cost: null,
      problem: null,
    });
    expect(said({ place: 'CH99' }).problem).toMatchObject({ code: 'PLACE_UNKNOWN' });
    expect(said({ on: 'mai' }).problem).toMatchObject({ code: 'DATE_UNREAD' });
    expect(said({ on: '2030-02-01' }).problem).toMatchObject({ code: 'DATE_PAST' });
    expect(said({ hours: 'sáng' }).problem).toMatchObject({ code: 'HOURS_UNREAD' });
    expect(said({ on: '2030-03-06' }).problem).toMatchObject({ refusal: { code: 'SELLER_CLOSED', next: '2030-03-08' } });
  });

  it('prices every grade by its own list and weighs only what is sold by weight', () => {
    const rows = padChecker(
      graded,
      'vi',
    )([
      { id: 'a', product: 'na', qty: '100' },
      { id: 'b', product: 'na:g2:case', qty: '100' },
    ]).rows;
    expect(rows).toMatchObject([
      { item: { catchWeight: true }, priced: { unitPrice: 42_000n } },
      { item: { catchWeight: false }, priced: { unitPrice: 30_000n } },
    ]);
  });
});

describe('placing an old order again', () => {
  const catalogue = padCatalogue(padItems(gradedPad));
  const places = padPlaces(gradedPad.locations);
  const line = (more: Partial<AgainLine>): AgainLine => ({
    productId: 'na',
    contractLineId: null,
    description: 'Na Chi Lăng',
    gradeId: 'g2',
    packId: 'case',
    qty: '1250.000',
    placeId: 's1',
    hours: null,
    cost: null,
    ...more,
  });

  it('fills goods, packs and stores that still are, and names what is not', () => {
    const again = againRows(
      [
        line({}),
        line({ packId: 'pallet', gradeId: 'g1', placeId: 's2', hours: '06:00-09:00', cost: 'TT-01' }),
        line({ packId: 'sack', description: 'Na bao' }),
        line({ productId: 'sold-out', description: 'Mận', placeId: 'closed' }),
      ],
      catalogue,
      places,
      'vi',
    );
    expect(again.rows.map(({ product, qty, place, cost }) => [catalogue.byKey.get(product)?.packName, qty, place, cost])).toEqual(
      [
        ['thùng', '1250', 's1', undefined],
        ['Pallet', '1250', 's2', 'TT-01'],
        ['thùng', '1250', 's1', undefined],
      ],
    );
    expect([again.changed, again.gone]).toEqual([['Na bao'], ['Mận']]);
  });

  it('leaves one place for all to the order', () => {
    const ordered = {
      __typename: 'OrderLine' as const,
      ...{ id: 'l', product: { __typename: 'ProductRef' as const, id: 'na' }, contractLineId: null, description: 'Na' },
      ...{ gradeId: 'g2', packId: 'case', orderedQty: '10', locationId: 's1', costCenter: null },
    };
    const placesOf = (...ids: string[]) =>
      linesOf([{ lines: ids.map((locationId) => ({ ...ordered, locationId })) }]).map(({ placeId }) => placeId);
    expect(placesOf('s1', 's1')).toEqual([null, null]);
    expect(placesOf('s1', 's2')).toEqual(['s1', 's2']);
  });
});
