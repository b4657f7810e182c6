import fc from 'fast-check';
import { parsePaste } from './order-pad-paste.js';

describe('pasting an order', () => {
  it('reads cells from Excel under a Vietnamese header, in any column order', () => {
    const text =
      'STT\tSố lượng (kg)\tNgày giao\tTên sản phẩm\r\n1\t1.250,5\t05/08/2026\tNa Chi Lăng\r\n\r\n2\t300\t\tHồng Bảo Lâm\r\n';
    expect(parsePaste(text)).toEqual([
      { lineNumber: 2, productText: 'Na Chi Lăng', quantityText: '1.250,5', dateText: '05/08/2026' },
      { lineNumber: 4, productText: 'Hồng Bảo Lâm', quantityText: '300' },
    ]);
  });

  it('finds the columns by what is in them when there is no header', () => {
    expect(parsePaste('1\tNa Chi Lăng loại 1\t1.250 kg\t2026-08-05')).toEqual([
      { lineNumber: 1, productText: 'Na Chi Lăng loại 1', quantityText: '1.250 kg', dateText: '2026-08-05' },
    ]);
  });

  it('reads CSV with quotes, commas and line breaks inside', () => {
    const text = 'Product,Qty\n"Na, loại ""1""\nthùng 5 kg","1,250.5"\nHoa hồi,20';
    expect(parsePaste(text, 'en')).toEqual([
      { lineNumber: 2, productText: 'Na, loại "1" thùng 5 kg', quantityText: '1,250.5' },
      { lineNumber: 4, productText: 'Hoa hồi', quantityText: '20' },
    ]);
    expect(parsePaste('\uFEFFmặt hàng;sl\nChè;12,5')).toEqual([{ lineNumber: 2, productText: 'Chè', quantityText: '12,5' }]);
  });

  it('keeps what it cannot read for the person to see', () => {
    expect(parsePaste('Na\tmột tạ')).toEqual([{ lineNumber: 1, productText: 'Na', quantityText: 'một tạ' }]);
    expect(parsePaste('Na')).toEqual([{ lineNumber: 1, productText: 'Na', quantityText: '' }]);
    expect(parsePaste(' \n\t\n')).toEqual([]);
  });

  it('loses no line of any table', () => {
    const name = fc.stringMatching(/^[a-zA-Zđăâê][a-z đăâê]{0,10}[a-zđ]$/).map((text) => text.replace(/ +/g, ' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.integer({ min: 1, max: 99_999 })), { minLength: 1, maxLength: 20 }), (table) => {
        const text = ['Sản phẩm\tSố lượng', ...table.map((row) => row.join('\t'))].join('\n');
        expect(parsePaste(text).map((row) => [row.productText, Number(row.quantityText)])).toEqual(table);
      }),
      { numRuns: 1000 },
    );
  });
});
