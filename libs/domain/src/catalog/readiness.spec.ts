import fc from 'fast-check';
import { addDays } from '../shared/calendar-date.js';
import {
  EVIDENCE_LEVELS,
  isAsked,
  possibleEvidence,
  readinessOn,
  type Paper,
  type ReadinessInput,
  type Requirement,
  type Waiver,
} from './readiness.js';

const TODAY = '2026-06-01';
const PRODUCT = { group: 'FOOD', subgroup: 'honey_other', vatClass: 'PROCESSED', storage: 'AMBIENT' };
const paper = (patch: Partial<Paper> = {}): Paper => ({
  id: 'p1',
  kind: 'FOOD_SAFETY',
  productId: null,
  decision: 'VERIFIED',
  issuedOn: '2024-01-01',
  expiresOn: '2027-01-01',
  verifiedOn: '2024-01-05',
  revokedOn: null,
  supersededOn: null,
  ...patch,
});
const safety: Requirement = {
  code: 'AT01',
  applies: {},
  onlyGroups: [],
  evidence: 'VERIFIED',
  kinds: ['FOOD_SAFETY', 'HACCP'],
  fact: null,
};
const gtin: Requirement = { code: 'GS01', applies: {}, onlyGroups: [], evidence: 'COMPUTED', kinds: ['BARCODE'], fact: 'GTIN' };
const file = (patch: Partial<ReadinessInput> = {}): ReadinessInput => ({
  productId: 'product',
  product: PRODUCT,
  requirements: [safety],
  papers: [],
  facts: [],
  waivers: [],
  ...patch,
});
const only = (input: ReadinessInput, date = TODAY) => readinessOn(input, date).items[0]!;

describe('a requirement', () => {
  it('is asked only of products it applies to, and only in the groups the buyer chose', () => {
    expect(isAsked({ applies: { vatClasses: ['PROCESSED'] }, onlyGroups: [] }, PRODUCT)).toBe(true);
    expect(isAsked({ applies: { vatClasses: ['RAW_AGRI'] }, onlyGroups: [] }, PRODUCT)).toBe(false);
    expect(isAsked({ applies: { subgroups: ['alcohol'] }, onlyGroups: [] }, { ...PRODUCT, subgroup: null })).toBe(false);
    expect(isAsked({ applies: {}, onlyGroups: ['BEVERAGE'] }, PRODUCT)).toBe(false);
    expect(isAsked({ applies: { storages: ['CHILLED'] }, onlyGroups: ['FOOD'] }, { ...PRODUCT, storage: 'CHILLED' })).toBe(true);
  });

  it('can be proven by its fact, by its papers, or by both', () => {
    expect(possibleEvidence(gtin)).toEqual(['COMPUTED', 'ATTESTED', 'VERIFIED']);
    expect(possibleEvidence(safety)).toEqual(['ATTESTED', 'VERIFIED']);
    expect(possibleEvidence({ kinds: [], fact: 'PRICE' })).toEqual(['COMPUTED']);
  });
});

describe('a file for a buyer', () => {
  it('says of each missing paper why, and whose move it is', () => {
    const missing = (papers: Paper[]) => {
      const { state, because, nextMover } = only(file({ papers }));
      return [state, because, nextMover];
    };
    expect(missing([])).toEqual(['MISSING', 'NOTHING', 'SELLER']);
    expect(missing([paper({ decision: 'DECLARED', verifiedOn: null })])).toEqual(['MISSING', 'WAITS_FOR_ALLIANCE', 'ALLIANCE']);
    expect(missing([paper({ decision: 'RETURNED', verifiedOn: null })])).toEqual(['MISSING', 'RETURNED', 'SELLER']);
    expect(missing([paper({ expiresOn: addDays(TODAY, -1) })])).toEqual(['MISSING', 'EXPIRED', 'SELLER']);
    expect(missing([paper({ decision: 'REVOKED', revokedOn: TODAY })])).toEqual(['MISSING', 'REVOKED', 'SELLER']);
    expect(missing([paper({ supersededOn: TODAY })])).toEqual(['MISSING', 'NOTHING', 'SELLER']);
    expect(only(file({ requirements: [{ ...gtin, kinds: [] }] }))).toMatchObject({ because: 'NOT_IN_DATA', nextMover: 'SELLER' });
  });

  it('is met by any paper of the kinds, of the organization or of this product, never of another', () => {
    expect(only(file({ papers: [paper({ kind: 'HACCP' })] })).state).toBe('MET');
    expect(only(file({ papers: [paper({ productId: 'product' })] })).state).toBe('MET');
    expect(only(file({ papers: [paper({ productId: 'another' })] })).state).toBe('MISSING');
    expect(only(file({ papers: [paper({ expiresOn: addDays(TODAY, 90) })] })).state).toBe('EXPIRING_SOON');
  });

  it('takes a fact where the buyer is content with one, and a waiver until its last day', () => {
    const asked = file({ requirements: [gtin], facts: ['GTIN'] });
    expect(only(asked)).toMatchObject({ state: 'MET', evidence: 'COMPUTED' });
    expect(only({ ...asked, requirements: [{ ...gtin, evidence: 'ATTESTED' }] }).state).toBe('MISSING');
    const waivers: Waiver[] = [{ id: 'w', code: 'AT01', productId: null, endsOn: TODAY }];
    expect(only(file({ waivers }))).toMatchObject({ state: 'WAIVED', waiverId: 'w', nextMover: null });
    expect(only(file({ waivers }), addDays(TODAY, 1)).state).toBe('MISSING');
  });

  it('falls by itself on the day after the last day of its only paper, and on the day of a revocation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: -400, max: 800 }), (lasts, asked) => {
        const end = addDays(TODAY, lasts);
        const date = addDays(TODAY, asked);
        const held = readinessOn(file({ papers: [paper({ expiresOn: end })] }), date);
        expect(held.met).toBe(date <= end ? 1 : 0);
        const revoked = readinessOn(file({ papers: [paper({ expiresOn: null, decision: 'REVOKED', revokedOn: end })] }), date);
        expect(revoked.met).toBe(date < end ? 1 : 0);
      }),
    );
  });

  const anyPaper = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('FOOD_SAFETY', 'HACCP', 'BARCODE'),
    productId: fc.constantFrom(null, 'product', 'another'),
    decision: fc.constantFrom('DECLARED', 'RETURNED', 'VERIFIED', 'REVOKED', 'WITHDRAWN'),
    issuedOn: fc.constant('2024-01-01'),
    expiresOn: fc.option(fc.integer({ min: -200, max: 200 }).map((days) => addDays(TODAY, days))),
    verifiedOn: fc.constantFrom(null, '2024-01-05'),
    revokedOn: fc.constantFrom(null, TODAY),
    supersededOn: fc.constantFrom(null, TODAY),
  }) as fc.Arbitrary<Paper>;
  const anyFile = fc.record({
    productId: fc.constant('product'),
    product: fc.constant(PRODUCT),
    requirements: fc.tuple(fc.constantFrom(...EVIDENCE_LEVELS), fc.constantFrom(...EVIDENCE_LEVELS)).map(([a, b]) => [
      { ...safety, evidence: a },
      { ...gtin, evidence: b },
    ]),
    papers: fc.array(anyPaper, { maxLength: 6 }),
    facts: fc.subarray(['GTIN', 'PRICE']),
    waivers: fc.array(
      fc.record({
        id: fc.uuid(),
        code: fc.constantFrom('AT01', 'GS01', 'XX99'),
        productId: fc.constantFrom(null, 'product', 'another'),
        endsOn: fc.integer({ min: -5, max: 5 }).map((days) => addDays(TODAY, days)),
      }),
      { maxLength: 3 },
    ),
  });

  it('counts every line once: met and missing are the whole, and only a missing line has somebody to move', () => {
    fc.assert(
      fc.property(anyFile, (input) => {
        const { met, required, missing, items } = readinessOn(input, TODAY);
        expect(met + missing.length).toBe(required);
        expect(required).toBe(items.length);
        for (const { state, nextMover, because } of items) {
          expect(nextMover !== null).toBe(state === 'MISSING');
          expect(because !== null).toBe(state === 'MISSING');
        }
      }),
    );
  });

  it('is never worse with one more paper, fact or waiver, and never better when more proof is demanded', () => {
    fc.assert(
      fc.property(anyFile, anyPaper, (input, more) => {
        const { met } = readinessOn(input, TODAY);
        expect(readinessOn({ ...input, papers: [...input.papers, more] }, TODAY).met).toBeGreaterThanOrEqual(met);
        expect(readinessOn({ ...input, facts: ['GTIN', 'PRICE'] }, TODAY).met).toBeGreaterThanOrEqual(met);
        const waiver: Waiver = { id: 'new', code: 'AT01', productId: null, endsOn: TODAY };
        expect(readinessOn({ ...input, waivers: [...input.waivers, waiver] }, TODAY).met).toBeGreaterThanOrEqual(met);
        const stricter = input.requirements.map((one) => ({ ...one, evidence: 'VERIFIED' as const }));
        expect(readinessOn({ ...input, requirements: stricter }, TODAY).met).toBeLessThanOrEqual(met);
      }),
    );
  });

  it('does not depend on the order of the papers and waivers', () => {
    const twins = [paper({ id: 'b', revokedOn: TODAY }), paper({ id: 'a', revokedOn: TODAY })];
    expect([only(file({ papers: twins })), only(file({ papers: twins.toReversed() }))]).toEqual([
      expect.objectContaining({ certificateId: 'a', because: 'REVOKED' }),
      expect.objectContaining({ certificateId: 'a', because: 'REVOKED' }),
    ]);
    fc.assert(
      fc.property(anyFile, (input) => {
        const turned = { ...input, papers: input.papers.toReversed(), waivers: input.waivers.toReversed() };
        expect(readinessOn(turned, TODAY)).toEqual(readinessOn(input, TODAY));
      }),
    );
  });
});
