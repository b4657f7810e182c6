import { editDistance, nearWords, readWords, spellings, splitWords } from './search-words.js';

describe('words of a search', () => {
  it.each([
    ['quy', ['quy', 'qui']],
    ['ki', ['ki', 'ky']],
    ['ly', ['ly', 'li']],
    ['na', ['na']],
    ['thuy', ['thuy']],
    ['hoi', ['hoi']],
  ])('%s is written %j', (word, expected) => {
    expect(spellings(word)).toEqual(expected);
  });

  it('counts slips: a letter more, less, other, or two swapped', () => {
    expect(editDistance('ong', 'on', 2)).toBe(1);
    expect(editDistance('sn', 'son', 2)).toBe(1);
    expect(editDistance('quyt', 'quty', 2)).toBe(1);
    expect(editDistance('hong', 'hang', 2)).toBe(1);
    expect(editDistance('thach', 'rau', 2)).toBe(3);
  });

  it('is the same from either side and nothing between equals', () => {
    const letters = 'abc';
    const words = [...letters].flatMap((a) => [...letters].flatMap((b) => [a, a + b, a + b + a, b + a + a + b]));
    for (const one of words) {
      expect(editDistance(one, one, 3)).toBe(0);
      for (const other of words) expect(editDistance(one, other, 4)).toBe(editDistance(other, one, 4));
    }
  });

  it('forgives one slip in a syllable and two in a longer word, the nearest first', () => {
    expect(nearWords('sn', ['son', 'thach', 'sen', 'rau'])).toEqual(['sen', 'son']);
    expect(nearWords('thachh', ['thach', 'thich', 'tach', 'na'])).toEqual(['thach', 'tach', 'thich']);
    expect(nearWords('na', ['a', 'ra', 'nam'])).toEqual(['ra', 'nam']);
  });

  it('takes apart two words written as one', () => {
    expect(splitWords('matong', new Set(['mat', 'ong', 'ma']))).toEqual([['mat', 'ong']]);
    expect(splitWords('xyzzy', new Set(['mat']))).toEqual([]);
  });

  it('reads the longest known term and everything that means the same', () => {
    const synonyms = [
      [['hoi'], ['hoa', 'hoi'], ['star', 'anise']],
      [['na'], ['custard', 'apple']],
    ];
    expect(readWords(['tinh', 'dau', 'hoa', 'hoi'], synonyms)).toEqual([
      { typed: ['tinh'], readings: [['tinh']], isTerm: false },
      { typed: ['dau'], readings: [['dau']], isTerm: false },
      { typed: ['hoa', 'hoi'], readings: [['hoi'], ['star', 'anise']], isTerm: true },
    ]);
    expect(readWords(['na', 'quy'], synonyms)).toEqual([
      { typed: ['na'], readings: [['na'], ['custard', 'apple']], isTerm: true },
      { typed: ['quy'], readings: [['quy'], ['qui']], isTerm: false },
    ]);
  });
});
