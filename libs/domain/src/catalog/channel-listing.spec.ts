import fc from 'fast-check';
import { addDays } from '../shared/calendar-date.js';
import { nextState } from '../shared/state-machine.js';
import { CHANNEL_STATES, CHANNEL_TRANSITIONS, type ChannelAction, channelStalledDays, channelUrl } from './channel-listing.js';

const HOSTS = ['shopee.vn'];
const ACTIONS: ChannelAction[] = ['submit', 'return', 'sell', 'pause', 'remove', 'restart'];

describe('the address of a listing', () => {
  it.each(['https://shopee.vn/na-chi-lang-i.1.2', 'https://banhang.shopee.vn/x?y=1', ' https://SHOPEE.vn '])('%s fits', (url) => {
    expect(channelUrl(url, HOSTS).ok).toBe(true);
  });

  it.each([
    'http://shopee.vn/x',
    'https://shopee.vn.example.com/x',
    'https://example.com/shopee.vn',
    'https://shopee.vn@example.com/',
    'https://shopee.vn:8443/x',
    'https://127.0.0.1/x',
    'https://localhost/x',
    'https://xshopee.vn/',
    'javascript:alert(1)',
    'https://shopee.vn/"onclick=',
    'https://shopee.vn/a b',
    '',
  ])('%s does not', (url) => {
    expect(channelUrl(url, HOSTS).ok).toBe(false);
  });

  it('of an own site may stand anywhere public, over https', () => {
    expect(channelUrl('https://htx-mau.example.vn/na', [])).toEqual({ ok: true, value: 'https://htx-mau.example.vn/na' });
    expect(channelUrl('https://192.168.1.1/', []).ok).toBe(false);
  });

  it('that is accepted is read back as the same', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), (url) => {
        const first = channelUrl(url, []);
        fc.pre(first.ok);
        expect(channelUrl(first.ok ? first.value : '', [])).toEqual(first);
      }),
    );
  });
});

describe('the life of a listing', () => {
  it('can always be taken down and started again, and sells only by one word', () => {
    for (const state of CHANNEL_STATES.filter((one) => one !== 'REMOVED'))
      expect(nextState(CHANNEL_TRANSITIONS, state, 'remove').ok).toBe(true);
    expect(ACTIONS.filter((action) => nextState(CHANNEL_TRANSITIONS, 'REMOVED', action).ok)).toEqual(['restart']);
  });

  it('stalls after two weeks without a step, unless it is on sale or put aside', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANNEL_STATES), fc.integer({ min: 0, max: 400 }), (state, days) => {
        const stalled = channelStalledDays({ state, movedOn: '2026-01-01' }, addDays('2026-01-01', days), 14);
        const waits = state === 'PREPARING' || state === 'WAITING';
        expect(stalled).toBe(waits && days >= 14 ? days : null);
      }),
    );
  });
});
