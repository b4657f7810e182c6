import fc from 'fast-check';
import { moneyInWords } from './money-in-words.js';
import { formatVnd, formatVndShort, lineAmount, parseVnd, splitProRata } from './money.js';
import { quantity, Quantity } from './quantity.js';

const runs = { numRuns: 1000 };
const dong = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
const read = (text: string) => {
  const parsed = parseVnd(text);
  return parsed.ok ? parsed.value : parsed.refusal.code;
};

describe('money', () => {
  it('multiplies exactly beyond 2^31 and 2^53', () => {
    expect(lineAmount(quantity('2500'), 40_000n)).toBe(100_000_000n);
    expect(lineAmount(quantity('99999999999.999'), 9_007_199_254_740_993n)).toBe(900719925474090292800745259n);
    expect(lineAmount(quantity('0.5'), 1n)).toBe(1n);
    expect(lineAmount(quantity('0.499'), 1n)).toBe(0n);
  });

  it('never strays further than half a đồng from the exact amount, and a reversal cancels it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.bigInt({ min: 0n, max: 10n ** 12n }), (thousandths, price) => {
        const qty = Quantity.fromThousandths(thousandths);
        const amount = lineAmount(qty, price);
        const off = amount * 1000n - thousandths * price;
        expect(-500n < off && off <= 500n).toBe(true);
        expect(lineAmount(qty.negate(), price)).toBe(-amount);
      }),
      runs,
    );
  });

  it('splits without losing a đồng, each share within one đồng of its exact part', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), weights, (total, given) => {
        const shares = splitProRata(total, given);
        expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);
        const sum = given.reduce((a, b) => a + b, 0n);
        if (sum === 0n) return;
        shares.forEach((share, i) => {
          const off = share * sum - total * given[i]!;
          expect(-sum < off && off < sum).toBe(true);
        });
      }),
      runs,
    );
  });

  it('splits equally when nothing weighs, and refuses to split among nobody', () => {
    expect(splitProRata(100n, [0n, 0n, 0n])).toEqual([34n, 33n, 33n]);
    expect(() => splitProRata(1n, [])).toThrow(RangeError);
    expect(() => splitProRata(1n, [-1n, 2n])).toThrow(RangeError);
  });

  it('reads back whatever it shows', () => {
    fc.assert(
      fc.property(dong, (amount) => read(formatVnd(amount)) === amount && read(formatVnd(amount, 'en')) === amount),
      runs,
    );
    expect(formatVnd(25_000n)).toBe('25.000 ₫');
    expect(formatVnd(-1_250_000n, 'en')).toBe('−1,250,000 ₫');
  });

  it.each([
    ['25000', 25_000n],
    ['25.000', 25_000n],
    ['25,000', 25_000n],
    ['25 000 đ', 25_000n],
    ['25.000 đồng', 25_000n],
    ['25k', 25_000n],
    ['1,2tr', 1_200_000n],
    ['1.2 triệu', 1_200_000n],
    ['1,2 tỷ', 1_200_000_000n],
    ['1,2 ty', 1_200_000_000n],
    ['1.250,5tr', 1_250_500_000n],
    ['1.250.000,00', 1_250_000n],
    ['1.25', 'AMOUNT_AMBIGUOUS'],
    ['0.500', 'AMOUNT_AMBIGUOUS'],
    ['1.250tr', 'AMOUNT_AMBIGUOUS'],
    ['1.250,5', 'AMOUNT_NOT_WHOLE'],
    ['1,2345678tr', 'AMOUNT_NOT_WHOLE'],
    ['12.34.567', 'AMOUNT_NOT_A_NUMBER'],
    ['-5', 'AMOUNT_NOT_A_NUMBER'],
    ['', 'AMOUNT_NOT_A_NUMBER'],
    ['10000000000tỷ', 'AMOUNT_TOO_LARGE'],
  ])('reads what people type: %s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    [0n, 'Không đồng'],
    [25_000n, 'Hai mươi lăm nghìn đồng chẵn'],
    [11n, 'Mười một đồng chẵn'],
    [14n, 'Mười bốn đồng chẵn'],
    [15n, 'Mười lăm đồng chẵn'],
    [21n, 'Hai mươi mốt đồng chẵn'],
    [24n, 'Hai mươi tư đồng chẵn'],
    [40n, 'Bốn mươi đồng chẵn'],
    [104n, 'Một trăm linh bốn đồng chẵn'],
    [105n, 'Một trăm linh năm đồng chẵn'],
    [110n, 'Một trăm mười đồng chẵn'],
    [1_005_000n, 'Một triệu không trăm linh năm nghìn đồng chẵn'],
    [2_000_000_015n, 'Hai tỷ không trăm mười lăm đồng chẵn'],
    [
      123_456_789_012n,
      'Một trăm hai mươi ba tỷ bốn trăm năm mươi sáu triệu bảy trăm tám mươi chín nghìn không trăm mười hai đồng chẵn',
    ],
    [10n ** 12n, 'Một nghìn tỷ đồng chẵn'],
    [10n ** 18n, 'Một tỷ tỷ đồng chẵn'],
    [-1_000n, 'Âm một nghìn đồng chẵn'],
  ])('is written in words: %s → %s', (amount, words) => {
    expect(moneyInWords(amount)).toBe(words);
  });

  it('gives different amounts different words', () => {
    fc.assert(
      fc.property(dong, dong, (a, b) => (a === b) === (moneyInWords(a) === moneyInWords(b))),
      runs,
    );
  });

  it('writes words a reader can turn back into the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }), (amount) => numberFromWords(moneyInWords(amount)) === amount),
      runs,
    );
  });

  it.each([
    [999n, '999 ₫', '999 ₫'],
    [25_000n, '25 nghìn', '25 thousand'],
    [999_949n, '999,9 nghìn', '999.9 thousand'],
    [999_950n, '1 triệu', '1 million'],
    [1_200_000n, '1,2 triệu', '1.2 million'],
    [3_400_000_000n, '3,4 tỷ', '3.4 billion'],
    [1_250_000_000_000n, '1.250 tỷ', '1,250 billion'],
    [-1_200_000n, '−1,2 triệu', '−1.2 million'],
  ])('is shortened for tiles: %s → %s', (amount, vi, en) => {
    expect(formatVndShort(amount)).toBe(vi);
    expect(formatVndShort(amount, 'en')).toBe(en);
  });
});

/** An independent reader of Vietnamese number words. */
function numberFromWords(words: string): bigint {
  const digits: Record<string, bigint> = { không: 0n, một: 1n, mốt: 1n, hai: 2n, ba: 3n, bốn: 4n, tư: 4n, năm: 5n, lăm: 5n };
  Object.assign(digits, { sáu: 6n, bảy: 7n, tám: 8n, chín: 9n });
  const sizes: Record<string, bigint> = { nghìn: 1_000n, triệu: 1_000_000n };
  let [billions, below, group, digit] = [0n, 0n, 0n, 0n];
  for (const word of words.toLowerCase().replace(' đồng chẵn', '').split(' ')) {
    if (word in digits) digit = digits[word]!;
    else if (word === 'trăm') [group, digit] = [group + digit * 100n, 0n];
    else if (word === 'mươi') [group, digit] = [group + digit * 10n, 0n];
    else if (word === 'mười') group += 10n;
    else if (word in sizes) [below, group, digit] = [below + (group + digit) * sizes[word]!, 0n, 0n];
    else if (word === 'tỷ') [billions, below, group, digit] = [(billions + below + group + digit) * 1_000_000_000n, 0n, 0n, 0n];
    else if (word !== 'linh') throw new Error(`Unknown word: ${word}`);
  }
  return billions + below + group + digit;
}
