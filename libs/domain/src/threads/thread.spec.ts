import fc from 'fast-check';
import { checkMessage, MESSAGE_FILES_MAX, MESSAGE_MAX } from './thread.js';

describe('a thread', () => {
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
