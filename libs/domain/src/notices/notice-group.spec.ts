import fc from 'fast-check';
import { NOTICE_GROUP_NAMES, NOTICE_GROUPS, NOTICE_WAYS, noticeWay } from './notice-group.js';

describe('the groups of notices', () => {
  it('follow the choice of the person, except where safety forbids it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NOTICE_GROUP_NAMES), fc.option(fc.constantFrom(...NOTICE_WAYS)), (group, chosen) => {
        const { usual, mandatory } = NOTICE_GROUPS[group];
        expect(noticeWay(group, chosen)).toBe(mandatory ? 'EMAIL' : (chosen ?? usual));
      }),
    );
  });

  it('of safety cannot be switched off', () => {
    expect(noticeWay('SECURITY', 'OFF')).toBe('EMAIL');
  });
});
