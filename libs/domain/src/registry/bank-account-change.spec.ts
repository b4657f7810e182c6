import fc from 'fast-check';
import { finalStates, nextState, unreachableStates } from '../shared/state-machine.js';
import {
  BANK_CHANGE_STATES,
  BANK_CHANGE_TRANSITIONS,
  bankChangeIsDue,
  maskAccountNo,
  readBankAccount,
} from './bank-account-change.js';
import { secondPerson } from './second-person.js';

const typed = { bankBin: ' 970436 ', bankName: 'Ngân hàng Mẫu', accountNo: '0001 234-567', accountName: 'htx  mẫu' };

describe('a change of the bank account', () => {
  it('reaches every state, and ends applied or cancelled', () => {
    expect(unreachableStates(BANK_CHANGE_TRANSITIONS, 'WAITING')).toEqual([]);
    expect(finalStates(BANK_CHANGE_TRANSITIONS)).toEqual(['APPLIED', 'CANCELLED']);
  });

  it('is never applied without a confirmation, nor before the hold is over', () => {
    const states = fc.constantFrom(...BANK_CHANGE_STATES);
    fc.assert(
      fc.property(states, fc.integer({ min: -1000, max: 1000 }), (status, lateMs) => {
        const holdsUntil = new Date(1_800_000_000_000);
        const due = bankChangeIsDue({ status, holdsUntil }, new Date(holdsUntil.getTime() + lateMs));
        return due === (status === 'CONFIRMED' && lateMs >= 0);
      }),
      { numRuns: 1000 },
    );
    expect(nextState(BANK_CHANGE_TRANSITIONS, 'WAITING', 'apply').ok).toBe(false);
  });

  it('needs a second person', () => {
    fc.assert(fc.property(fc.uuid(), fc.uuid(), (a, b) => secondPerson(a, b).ok === (a !== b) && !secondPerson(a, a).ok));
  });

  it('reads what people type', () => {
    expect(readBankAccount(typed)).toEqual({
      ok: true,
      value: { bankBin: '970436', bankName: 'Ngân hàng Mẫu', accountNo: '0001234567', accountName: 'HTX MẪU' },
    });
  });

  it.each([
    [{ bankBin: '97043' }, 'BANK_BIN_NOT_VALID'],
    [{ bankName: ' ' }, 'BANK_NAME_MISSING'],
    [{ accountNo: '12345' }, 'ACCOUNT_NO_NOT_VALID'],
    [{ accountNo: '1234567/8' }, 'ACCOUNT_NO_NOT_VALID'],
    [{ accountName: '' }, 'ACCOUNT_NAME_MISSING'],
  ])('refuses %j', (patch, code) => {
    expect(readBankAccount({ ...typed, ...patch })).toEqual({ ok: false, refusal: { code } });
  });

  it('shows outsiders four characters of the number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{6,19}$/), (number) => {
        const masked = maskAccountNo(number);
        return masked.endsWith(number.slice(-4)) && !masked.includes(number.slice(0, -4) + number.slice(-4));
      }),
    );
  });
});
