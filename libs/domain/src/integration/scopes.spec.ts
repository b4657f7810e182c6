import { API_SCOPES, MOST_TRIES, nextTry, PARTNER_FIELDS, PARTNER_TYPES, readScopes, scopeOfField } from './scopes.js';

describe('what partner programs may do', () => {
  it('gives each field exactly one scope, and none to what is not listed', () => {
    const all = API_SCOPES.flatMap((scope) => PARTNER_FIELDS[scope]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((field) => PARTNER_FIELDS[scopeOfField(field)!].includes(field))).toBe(true);
    expect(scopeOfField('organizationSuspend')).toBeNull();
    expect(Object.values(PARTNER_TYPES).every((scope) => API_SCOPES.includes(scope))).toBe(true);
  });

  it('reads scopes in their own order, and refuses none and unknown ones', () => {
    expect(readScopes(['orders:read', 'catalog:read'])).toEqual({ ok: true, value: ['catalog:read', 'orders:read'] });
    expect(readScopes([])).toMatchObject({ refusal: { code: 'SCOPES_MISSING' } });
    expect(readScopes(['everything'])).toMatchObject({ refusal: { code: 'SCOPE_UNKNOWN' } });
  });

  it('waits longer after each failure, and ends', () => {
    const now = new Date('2026-06-01T00:00:00Z');
    const waits = Array.from({ length: MOST_TRIES }, (_, index) => nextTry(now, index + 1));
    expect(waits.at(-1)).toBeNull();
    const times = waits.slice(0, -1).map((at) => at!.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
