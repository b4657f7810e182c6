import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { foldLedger, LEDGER_KINDS, reverseEntry, unsoundReversals, type LedgerEntry } from './commitment-ledger.js';

const qty = fc.bigInt({ min: 0n, max: 10n ** 9n }).map((n) => Quantity.fromThousandths(n));
const entry: fc.Arbitrary<LedgerEntry> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...LEDGER_KINDS),
  qty,
  at: fc.constant('2026-08-01'),
  reversesId: fc.constant(null),
});
const entries = fc.uniqueArray(entry, { selector: (e) => e.id, maxLength: 30 });
const undo = { id: 'undo', at: '2026-08-02' };

describe('the commitment ledger', () => {
  it('folds by adding: two halves make the whole, in any order', () => {
    fc.assert(
      fc.property(entries, fc.nat(30), (all, cut) => {
        const [a, b, whole] = [foldLedger(all.slice(0, cut)), foldLedger(all.slice(cut)), foldLedger(all.toReversed())];
        for (const key of Object.keys(whole) as (keyof typeof whole)[]) expect(a[key].add(b[key]).equals(whole[key])).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('forgets a row once it is reversed, and lets it be reversed only once', () => {
    fc.assert(
      fc.property(entries, entry, (all, wrong) => {
        const ledger = [...all, wrong];
        const reversal = reverseEntry(wrong, ledger, undo);
        if (!reversal.ok) throw new Error('A fresh row must be reversible');
        const after = [...ledger, reversal.value];
        expect(foldLedger(after)).toEqual(foldLedger(all));
        expect(unsoundReversals(after)).toEqual([]);
        expect(reverseEntry(wrong, after, { ...undo, id: 'again' })).toEqual({
          ok: false,
          refusal: { code: 'ALREADY_REVERSED', entryId: wrong.id, reversalId: 'undo' },
        });
        expect(reverseEntry(reversal.value, after, undo).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('nets released call-offs and lowered commitments', () => {
    const row = (kind: LedgerEntry['kind'], amount: string) => ({ kind, qty: quantity(amount) });
    const totals = foldLedger([
      row('COMMIT', '1000'),
      row('AMEND', '-200'),
      row('CALL_OFF', '300'),
      row('CALL_OFF_RELEASE', '50.5'),
    ]);
    expect(JSON.parse(JSON.stringify(totals))).toEqual({
      committed: '800',
      calledOff: '249.5',
      dispatched: '0',
      accepted: '0',
      rejected: '0',
      invoiced: '0',
      paid: '0',
    });
  });

  it('finds reversals that do not undo exactly one row', () => {
    const original: LedgerEntry = { id: 'a', kind: 'ACCEPT', qty: quantity('10'), at: '2026-08-01', reversesId: null };
    const reversal = { ...original, id: 'r1', qty: quantity('-10'), reversesId: 'a' };
    const faulty = [
      { ...reversal, id: 'twice' },
      { ...reversal, id: 'lost', reversesId: 'nobody' },
      { ...reversal, id: 'of-reversal', qty: quantity('10'), reversesId: 'r1' },
    ];
    expect(unsoundReversals([original, reversal, ...faulty])).toEqual(['twice', 'lost', 'of-reversal']);
    expect(unsoundReversals([original, { ...reversal, qty: quantity('-9') }])).toEqual(['r1']);
    expect(unsoundReversals([original, { ...reversal, kind: 'REJECT' }])).toEqual(['r1']);
  });
});
