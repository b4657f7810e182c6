import fc from 'fast-check';
import { finalStates, nextState, unreachableStates } from '../shared/state-machine.js';
import { shareOf } from './cohort.js';
import { checkSeat, MEETING_TRANSITIONS, type Seat, type Slot } from './meeting.js';
import { ALIKE, matchOrganization, nameLikeness, organizationNameKey } from './organization-match.js';
import { REGISTER_STATES, REGISTER_TRANSITIONS } from './register-state.js';

describe('a register', () => {
  it('reaches every state from the upload and ends in three', () => {
    expect(unreachableStates(REGISTER_TRANSITIONS, 'UPLOADED')).toEqual([]);
    expect(finalStates(REGISTER_TRANSITIONS)).toEqual(['REVERTED', 'REJECTED', 'WITHDRAWN']);
  });

  it('changes nothing before it was approved, and is approved only when it was submitted', () => {
    expect(REGISTER_STATES.filter((state) => nextState(REGISTER_TRANSITIONS, state, 'commit').ok)).toEqual(['APPROVED']);
    expect(REGISTER_STATES.filter((state) => nextState(REGISTER_TRANSITIONS, state, 'approve').ok)).toEqual(['SUBMITTED']);
    expect(REGISTER_STATES.filter((state) => nextState(REGISTER_TRANSITIONS, state, 'revert').ok)).toEqual(['COMMITTED']);
  });
});

describe('names of organizations', () => {
  const name = fc.stringMatching(/^[a-z ]{1,24}$/);

  it('are compared without legal form, accents and signs', () => {
    expect(organizationNameKey('Hợp tác xã  Núi-Đá')).toBe('nui da');
    expect(nameLikeness('HTX Núi đá', 'Hợp tác xã Núi Đá')).toBe(1);
    expect(nameLikeness('HTX Mẫu Na Đồng Mỏ', 'Hợp tác xã Mẫu Na Đồng Mõ')).toBeGreaterThanOrEqual(ALIKE);
    expect(nameLikeness('HTX Mẫu Na Đồng Mỏ', 'HTX Mẫu Hồi Văn Quan')).toBeLessThan(ALIKE);
  });

  it('with different numbers are two bodies', () => {
    expect(nameLikeness('HTX Mẫu Núi Đá 01', 'HTX Mẫu Núi Đá 02')).toBeLessThan(ALIKE);
    expect(nameLikeness('HTX Mẫu Núi Đá 1', 'HTX Mẫu Núi Đá 01')).toBeGreaterThanOrEqual(ALIKE);
  });

  it('are as alike one way as the other, between 0 and 1, and wholly alike to themselves', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const likeness = nameLikeness(a, b);
        expect(likeness).toBe(nameLikeness(b, a));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(nameLikeness(a, a)).toBe(1);
      }),
    );
  });
});

describe('matching a party', () => {
  const org = (id: string, orgName: string, taxCode: string | null = null, registrationNo: string | null = null) => ({
    id,
    name: orgName,
    shortName: orgName,
    taxCode,
    registrationNo,
  });
  const party = (orgName: string, taxCode: string | null = null, registrationNo: string | null = null) => ({
    name: orgName,
    taxCode,
    registrationNo,
  });

  it('goes by tax code, then by registration number, then by name', () => {
    const known = [org('a', 'HTX Na', '4900000010'), org('b', 'HTX Hồi Văn Quan', null, '14 07 N 01'), org('c', 'HTX Quýt vàng')];
    expect(matchOrganization(party('HTX Na', '4900000010'), known)).toMatchObject({ basis: 'TAX_CODE', orgId: 'a' });
    expect(matchOrganization(party('HTX Hồi Văn Quan', null, '1407N01'), known)).toMatchObject({
      basis: 'REGISTRATION_NO',
      orgId: 'b',
    });
    expect(matchOrganization(party('Hợp tác xã Quýt Vàng'), known)).toMatchObject({
      basis: 'NAME',
      orgId: null,
      isDoubtful: true,
    });
    expect(matchOrganization(party('HTX Thạch đen'), known)).toMatchObject({ basis: 'NONE', orgId: null, isDoubtful: false });
  });

  it('doubts a number that belongs to a body of quite another name', () => {
    const verdict = matchOrganization(party('Siêu thị Biên Giới', '4900000010'), [org('a', 'HTX Na', '4900000010')]);
    expect(verdict).toMatchObject({ basis: 'TAX_CODE', orgId: null, isDoubtful: true });
  });

  it('finds again the party of an earlier register, unless its tax code has become another', () => {
    const known = [org('a', 'HTX Rau sạch', '4900000010'), org('b', 'HTX Rau sạch')];
    expect(matchOrganization(party('HTX Rau sạch'), known, 'b')).toMatchObject({ basis: 'EARLIER', orgId: 'b' });
    expect(matchOrganization(party('HTX Rau sạch', '4900000027'), known, 'a').basis).toBe('NAME');
  });

  it('never decides by a name alone, and lets nobody through as new who looks like a known body', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{3,12}( [a-z]{2,8})?$/), { minLength: 1, maxLength: 8 }), (names) => {
        const known = names.map((one, i) => org(String(i), one));
        const verdict = matchOrganization(party(names[0]!), known);
        expect(verdict.orgId).toBeNull();
        expect(verdict.isDoubtful).toBe(true);
        expect(verdict.candidates.every(({ score }) => score >= ALIKE)).toBe(true);
      }),
    );
  });
});

describe('a meeting', () => {
  const slots: Slot[] = [
    { id: 's1', startsAt: 540, endsAt: 560 },
    { id: 's2', startsAt: 560, endsAt: 580 },
    { id: 's3', startsAt: 550, endsAt: 570 },
  ];

  it('is asked for, then accepted with a place, and ends declined or cancelled', () => {
    expect(unreachableStates(MEETING_TRANSITIONS, 'REQUESTED')).toEqual([]);
    expect(finalStates(MEETING_TRANSITIONS)).toEqual(['DECLINED', 'CANCELLED']);
  });

  it('is refused a taken table, with the free ones, also in a slot that only overlaps', () => {
    const taken: Seat[] = [{ slotId: 's1', tableNo: 1, orgIds: ['a', 'b'] }];
    expect(checkSeat({ slotId: 's3', tableNo: 1, orgIds: ['c', 'd'] }, taken, slots, 3)).toEqual({
      ok: false,
      refusal: { code: 'TABLE_TAKEN', free: [2, 3] },
    });
    expect(checkSeat({ slotId: 's3', tableNo: 2, orgIds: ['a', 'd'] }, taken, slots, 3)).toMatchObject({ ok: false });
    expect(checkSeat({ slotId: 's2', tableNo: 1, orgIds: ['a', 'b'] }, taken, slots, 3).ok).toBe(true);
  });

  it('never puts a table or a side into two places at once, in whatever order people ask', () => {
    const wish = fc.record({
      slotId: fc.constantFrom('s1', 's2', 's3'),
      tableNo: fc.integer({ min: 0, max: 3 }),
      orgIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2, maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
        const taken: Seat[] = [];
        for (const one of wishes) if (checkSeat(one, taken, slots, 2).ok) taken.push(one);
        const meets = (x: string, y: string) =>
          slots.find(({ id }) => id === x)!.startsAt < slots.find(({ id }) => id === y)!.endsAt &&
          slots.find(({ id }) => id === y)!.startsAt < slots.find(({ id }) => id === x)!.endsAt;
        for (const [i, one] of taken.entries())
          for (const other of taken.slice(i + 1)) {
            if (!meets(one.slotId, other.slotId)) continue;
            expect(one.tableNo).not.toBe(other.tableNo);
            expect(one.orgIds.some((id) => other.orgIds.includes(id))).toBe(false);
          }
      }),
    );
  });
});

describe('shares of a cohort', () => {
  it('are counts where there are fewer than five, and never more than the whole', () => {
    expect(shareOf(3, 4)).toEqual({ count: 3, of: 4, bp: null });
    expect(shareOf(0, 0).bp).toBeNull();
    expect(shareOf(2, 3 * 2)).toEqual({ count: 2, of: 6, bp: 3333 });
    expect(() => shareOf(3, 2)).toThrow(RangeError);
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const { bp } = shareOf(Math.min(a, b), Math.max(a, b));
        if (bp !== null) expect(bp).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});
