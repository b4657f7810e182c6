import fc from 'fast-check';
import { Quantity } from '../shared/quantity.js';
import { nextRevision, type Revision, revisionChanges, type RevisionLine } from './revision.js';

const line = (patch: Partial<RevisionLine> = {}): RevisionLine => ({
  askedLineId: 'l1',
  productId: 'p1',
  description: 'Na dai',
  alternative: false,
  unitPrice: 40_000n,
  freightPerUnit: null,
  offered: Quantity.of(500),
  moq: null,
  leadDays: 3,
  ...patch,
});
const revision = (lines: RevisionLine[], patch: Partial<Revision> = {}): Revision => ({
  n: 1,
  validUntil: '2026-08-31',
  place: 'EXW',
  lines,
  ...patch,
});

describe('a revision', () => {
  it('follows the one before it without a gap', () => {
    expect([nextRevision(0), nextRevision(1), nextRevision(7)]).toEqual([1, 2, 8]);
  });

  it('changes nothing against itself, in whatever order its lines stand', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 8 }), (products) => {
        const lines = products.map((n) => line({ productId: `p${n}` }));
        expect(revisionChanges(revision(lines), revision([...lines].reverse()))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('names what the cooperative gave way in', () => {
    const after = line({ unitPrice: 38_500n, offered: Quantity.of(450), leadDays: 2 });
    const changes = revisionChanges(revision([line()]), revision([after], { n: 2, validUntil: '2026-09-05' }));
    expect(
      changes.map((change) => ('line' in change ? [change.kind, 'before' in change && change.before] : [change.kind])),
    ).toEqual([['VALID_UNTIL'], ['PRICE', '40000'], ['QUANTITY', '500'], ['LEAD_TIME', '3']]);
  });

  it('names lines that came and went', () => {
    const [kept, gone, come] = [line(), line({ productId: 'p2' }), line({ productId: 'p3', alternative: true })];
    const changes = revisionChanges(revision([kept, gone]), revision([kept, come]));
    expect(changes).toEqual([
      { kind: 'LINE_ADDED', line: come },
      { kind: 'LINE_REMOVED', line: gone },
    ]);
  });
});
