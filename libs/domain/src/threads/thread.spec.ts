import fc from 'fast-check';
import {
  checkMessage,
  MESSAGE_FILES_MAX,
  MESSAGE_MAX,
  readersOf,
  type SaidMessage,
  type ThreadMark,
  unreadOf,
} from './thread.js';

const ORGS = ['a', 'b', 'c'] as const;
const org = fc.constantFrom(...ORGS);
const moment = fc.integer({ min: 0, max: 50 }).map((minute) => new Date(Date.UTC(2026, 0, 1, 0, minute)));
const said: fc.Arbitrary<SaidMessage> = fc.record({ fromOrgId: org, at: moment });
const mark: fc.Arbitrary<ThreadMark> = fc.record({ orgId: org, readAt: moment });
const marks = fc.uniqueArray(mark, { selector: ({ orgId }) => orgId });

describe('a thread', () => {
  it('counts as unread what others said after the mark, never own words', () => {
    fc.assert(
      fc.property(fc.array(said), marks, org, (messages, known, reader) => {
        const unread = unreadOf(messages, known, reader);
        const others = messages.filter(({ fromOrgId }) => fromOrgId !== reader);
        expect(unread).toBe(others.filter((message) => !readersOf(message, known).includes(reader)).length);
      }),
    );
  });

  it('is read whole once its reader opens it, and stays so', () => {
    fc.assert(
      fc.property(fc.array(said), marks, org, (messages, known, reader) => {
        const now = new Date(Date.UTC(2026, 0, 2));
        const after = [...known.filter(({ orgId }) => orgId !== reader), { orgId: reader, readAt: now }];
        expect(unreadOf(messages, after, reader)).toBe(0);
        for (const message of messages) expect(readersOf(message, after)).not.toContain(message.fromOrgId);
      }),
    );
  });

  it('takes what says something, and no more than fits', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: MESSAGE_MAX + 5 }),
        fc.array(fc.uuid(), { maxLength: MESSAGE_FILES_MAX + 2 }),
        (length, files) => {
          const sound =
            length + files.length > 0 &&
            length <= MESSAGE_MAX &&
            files.length <= MESSAGE_FILES_MAX &&
            new Set(files).size === files.length;
          expect(checkMessage('x'.repeat(length), files).ok).toBe(sound);
        },
      ),
    );
  });
});
