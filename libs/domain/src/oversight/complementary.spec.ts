import fc from 'fast-check';
import { type AggregateRow, safeToTell } from './complementary.js';

const enough = (members: ReadonlySet<string>) => members.size >= 3;
const row = (key: string, members: readonly string[], dimension: string | null = 'field'): AggregateRow => ({
  ...{ key, dimension },
  members: new Set(members),
});
const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

describe('what may be told of sums', () => {
  it('hides the row whose subtraction from the total would tell of two', () => {
    const total = row('total', ['a', 'b', 'c', 'd', 'e'], null);
    expect([...safeToTell([total, row('x', ['a', 'b', 'c']), row('y', ['d', 'e'])], enough)]).toEqual(['total']);
    const wide = row('total', seven, null);
    expect([...safeToTell([wide, row('x', ['a', 'b', 'c']), row('y', ['d', 'e', 'f', 'g'])], enough)].sort()).toEqual(
      ['total', 'x', 'y'].sort(),
    );
    expect([...safeToTell([wide, row('x', ['a', 'b', 'c']), row('y', ['d', 'e', 'f']), row('z', ['g'])], enough)].sort()).toEqual(
      ['total', 'x'].sort(),
    );
  });

  it('leaves no difference of told rows, nor a rest of a dimension, that is too small, for any table in any order', () => {
    const tables = fc.array(
      fc.record({ members: fc.subarray(seven, { minLength: 1 }), dimension: fc.constantFrom('field', 'body') }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.nat()), (drawn, dice) => {
        const rows = [
          row('total', [...new Set(drawn.flatMap(({ members }) => members))], null),
          ...drawn.map(({ members, dimension }, n) => row(`r${n}`, members, dimension)),
        ];
        const told = safeToTell(rows, enough);
        const shuffled = rows
          .map((one) => [dice.next().value as number, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(safeToTell(shuffled, enough)).toEqual(told);
        const shown = rows.filter(({ key }) => told.has(key));
        const left = (all: Iterable<string>, some: ReadonlySet<string>) => [...all].filter((one) => !some.has(one)).length;
        const isSafe = (size: number) => size === 0 || size >= 3;
        for (const outer of shown) {
          expect(outer.members.size).toBeGreaterThanOrEqual(3);
          for (const inner of shown.filter(({ members }) => [...members].every((one) => outer.members.has(one))))
            expect(isSafe(left(outer.members, inner.members))).toBe(true);
        }
        const total = shown.find(({ dimension }) => dimension === null);
        for (const dimension of total ? ['field', 'body'] : []) {
          const own = shown.filter((one) => one.dimension === dimension);
          if (own.length > 0)
            expect(isSafe(left(total!.members, new Set(own.flatMap(({ members }) => [...members]))))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
