import fc from 'fast-check';
import { matchSheetLine, type SheetGoods } from './kept-sheet.js';

const few = fc.constantFrom('a', 'b', 'c');
const orNone = fc.option(few, { nil: null });
const goods: fc.Arbitrary<SheetGoods> = fc.record({ productId: few, gradeId: orNone, packId: orNone, contractLineId: orNone });

describe('an old sheet against what is offered today', () => {
  it('never takes another product, and calls a line gone only where nothing of its product is offered', () => {
    fc.assert(
      fc.property(goods, fc.array(goods, { maxLength: 12 }), (line, offers) => {
        const { standing, offer } = matchSheetLine(line, offers);
        const there = offers.some(({ productId }) => productId === line.productId);
        expect(standing === 'GONE').toBe(!there);
        expect(offer === null || offer.productId === line.productId).toBe(true);
      }),
    );
  });

  it('takes the same grade and pack wherever they are, and says so', () => {
    fc.assert(
      fc.property(goods, fc.array(goods, { maxLength: 12 }), (line, others) => {
        const own: SheetGoods = { ...line, gradeId: line.gradeId ?? 'x', packId: line.packId ?? 'y' };
        const { standing, offer } = matchSheetLine(line, [...others, own]);
        expect(standing).toBe('SAME');
        expect([line.packId ?? offer!.packId, line.gradeId ?? offer!.gradeId]).toEqual([offer!.packId, offer!.gradeId]);
      }),
    );
  });

  it('prefers the contract’s own line among equal offers', () => {
    const list: SheetGoods = { productId: 'a', gradeId: 'g', packId: 'p', contractLineId: null };
    const agreed: SheetGoods = { ...list, contractLineId: 'l' };
    expect(matchSheetLine(agreed, [list, agreed]).offer).toBe(agreed);
    expect(matchSheetLine(list, [list, agreed]).offer).toBe(list);
    expect(matchSheetLine({ ...list, packId: 'old' }, [list]).standing).toBe('CHANGED');
  });
});
