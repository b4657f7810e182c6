import { Quantity } from '../shared/quantity.js';
import { nextState } from '../shared/state-machine.js';
import { checkShareTerms, type ShareTerms, SUPPLY_SHARE_TRANSITIONS, supplyPoolState, sharesProblem } from './supply-share.js';

const kg = (whole: number) => Quantity.of(whole);

describe('a share of a pooled line', () => {
  it('is accepted or declined once, let go by the lead, and asked again only after a no', () => {
    expect(nextState(SUPPLY_SHARE_TRANSITIONS, 'OFFERED', 'accept')).toEqual({ ok: true, value: 'COMMITTED' });
    expect(nextState(SUPPLY_SHARE_TRANSITIONS, 'COMMITTED', 'decline').ok).toBe(false);
    expect(nextState(SUPPLY_SHARE_TRANSITIONS, 'COMMITTED', 'offer').ok).toBe(false);
    expect(nextState(SUPPLY_SHARE_TRANSITIONS, 'DECLINED', 'offer')).toEqual({ ok: true, value: 'OFFERED' });
  });

  it('promises whole cases, no more than its maximum, in a class from 1 to 9', () => {
    const terms: ShareTerms = { priority: 1, target: kg(100), max: kg(120), weeklyMax: null };
    const said = (over: Partial<ShareTerms>) => {
      const answer = checkShareTerms({ ...terms, ...over }, kg(20));
      return answer.ok ? null : answer.refusal.code;
    };
    expect(said({})).toBeNull();
    expect(said({ target: kg(0) })).toBe('SHARE_TARGET_NOT_POSITIVE');
    expect(said({ max: kg(80) })).toBe('SHARE_MAX_BELOW_TARGET');
    expect(said({ max: kg(130) })).toBe('SHARE_NOT_WHOLE_CASES');
    expect(said({ weeklyMax: kg(0) })).toBe('SHARE_WEEK_NOT_POSITIVE');
    expect(said({ priority: 10 })).toBe('SHARE_PRIORITY_UNKNOWN');
  });

  it('never promises more than the line with the others', () => {
    expect(sharesProblem(kg(100), [kg(60), kg(40)])).toBeNull();
    expect(sharesProblem(kg(100), [kg(60), kg(41)])?.code).toBe('SHARES_ABOVE_LINE');
    expect(sharesProblem(null, [kg(60), kg(41)])).toBeNull();
  });

  it('opens the pool when the buyer agrees to a member that committed itself', () => {
    const state = (...shares: Parameters<typeof supplyPoolState>[0]['shares'][number][]) =>
      supplyPoolState({ closed: false, shares });
    expect(state({ status: 'OFFERED', agreed: false })).toBe('FORMING');
    expect(state({ status: 'COMMITTED', agreed: false }, { status: 'DECLINED', agreed: true })).toBe('AWAITING_BUYER');
    expect(state({ status: 'COMMITTED', agreed: true }, { status: 'OFFERED', agreed: false })).toBe('OPEN');
    expect(supplyPoolState({ closed: true, shares: [{ status: 'COMMITTED', agreed: true }] })).toBe('CLOSED');
  });
});
