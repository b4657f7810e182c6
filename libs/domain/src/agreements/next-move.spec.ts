import { quantity } from '../shared/quantity.js';
import { climb, type LadderFacts } from './ladder.js';
import { nextMove } from './next-move.js';

const recorded: LadderFacts = {
  recordedAt: '2024-04-25T02:00:00Z',
  signedOn: null,
  contracts: [],
  callOffs: [],
  accepts: [],
  lines: [{ lineId: 'na', target: quantity('1000'), refPrice: 40_000n }],
  tolerancePct: 0,
  closed: null,
};
const signed = { ...recorded, signedOn: '2024-04-26' };
const contracted = { ...signed, contracts: [{ inForceAt: '2026-06-01' }] };
const called = { ...contracted, callOffs: [{ confirmedAt: '2026-07-28T18:00:00Z' }] };
const accepted = (qty: string): LadderFacts => ({
  ...called,
  accepts: [{ at: '2026-08-01', lineId: 'na', qty: quantity(qty), grade: 'A' }],
});

it.each([
  [
    'a recorded promise waits for the Alliance to attach the signed paper',
    recorded,
    'ALLIANCE',
    'ATTACH_SIGNED_DOCUMENT',
    '2024-04-25',
  ],
  ['a signed one waits for both sides to write a contract', signed, 'BOTH', 'CONCRETISE_CONTRACT', '2024-04-26'],
  ['a contract waits for the buyer to call off', contracted, 'BUYER', 'PLACE_FIRST_CALL_OFF', '2026-06-01'],
  ['a call-off waits for the seller, since its day in Vietnam', called, 'SELLER', 'DELIVER', '2026-07-29'],
  ['a running trade waits for both', accepted('300'), 'BOTH', 'CONTINUE_DELIVERIES', '2026-08-01'],
  ['a kept promise waits for the Alliance to close it', accepted('1000'), 'ALLIANCE', 'CLOSE_AND_CELEBRATE', '2026-08-01'],
  [
    'a trade without agreed quantities waits for both to agree them',
    { ...accepted('300'), lines: [{ lineId: 'na', target: null, refPrice: null }] },
    'BOTH',
    'QUANTIFY',
    '2026-08-01',
  ],
  [
    'a closed agreement waits for nobody',
    { ...signed, closed: { status: 'CLOSED', outcome: 'CANCELLED' } },
    'NONE',
    'NOTHING',
    '2024-04-26',
  ],
] as [string, LadderFacts, string, string, string][])('%s', (_rule, facts, actor, step, since) => {
  expect(nextMove(climb(facts), facts)).toEqual({ actor, step, since });
});

it.each([
  [
    'without paper or circulation, on the Alliance to attach it',
    false,
    false,
    ['SELLER', 'BUYER'],
    'ALLIANCE',
    'ATTACH_SIGNED_DOCUMENT',
  ],
  ['with its scan, on the Alliance to attest it', false, true, ['BUYER'], 'ALLIANCE', 'ATTEST'],
  ['attested for all, on a second person', false, true, [], 'ALLIANCE', 'COUNTERSIGN'],
  ['circulating, on the only side that has not signed', true, false, ['SELLER'], 'SELLER', 'SIGN'],
  ['circulating, on the buyer', true, false, ['BUYER'], 'BUYER', 'SIGN'],
  ['circulating, on both', true, false, ['SELLER', 'BUYER'], 'BOTH', 'SIGN'],
] as [string, boolean, boolean, string[], string, string][])(
  'an unsigned memorandum waits, %s',
  (_rule, isCirculating, hasDocument, unsignedRoles, actor, step) => {
    const move = nextMove(climb(recorded), { ...recorded, signing: { isCirculating, hasDocument, unsignedRoles } });
    expect(move).toEqual({ actor, step, since: '2024-04-25' });
  },
);
