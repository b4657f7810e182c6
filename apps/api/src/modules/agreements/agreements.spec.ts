import fc from 'fast-check';
import { addDays, Quantity, quantity } from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { anAgreement, type GivenAgreement } from '../../testing/agreement.js';
import type { Client } from '../../testing/client.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { CommitmentLedger } from './commitment-ledger.js';
import { paceOf } from './mou-pace.js';
import { realisationKindSql, realisationView, type ProgressRow } from './progress-view.js';

const STORY = `query($id: ID!) { mou(id: $id) {
  id status parties { role signature { method complete signedByName } } lines { targetQty referencePrice numbers { committed calledOff accepted } }
  contracts { id number status lines { unitPrice remaining maxQty numbers { committed } } signatures { organization { id } signature { complete } } }
  rung rungs { code state reachedAt grade } realisation { kind basisPoints weighting quantifiedLines totalLines } nextMove { actor step since }
  pace { month plannedBp acceptedBp } diary { action actorName organizationName } availableActions { action allowed reason } } }`;

interface Story {
  mou: {
    status: string;
    rung: string;
    lines: { referencePrice: number | null; numbers: { committed: string | null; calledOff: string; accepted: string } }[];
    contracts: {
      id: string;
      status: string;
      lines: { unitPrice: number | null; remaining: string; numbers: { committed: string } }[];
    }[];
    rungs: { code: string; state: string; reachedAt: string | null; grade: string | null }[];
    realisation: {
      kind: string;
      basisPoints: number | null;
      weighting: string | null;
      quantifiedLines: number;
      totalLines: number;
    };
    nextMove: { actor: string; step: string };
    pace: { month: string; plannedBp: number; acceptedBp: number }[];
    diary: { action: string; actorName: string | null; organizationName: string | null }[];
    availableActions: { action: string; allowed: boolean; reason: string | null }[];
  };
}

describe('an agreement', () => {
  let api: TestApi;
  let officer: Client;
  const accept = (agreement: GivenAgreement, index: number, qty: string) =>
    api.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      const line = {
        contractLineId: agreement.contractLineIds[index]!,
        mouLineId: agreement.mouLineIds[index]!,
        qty: quantity(qty),
        source: { type: 'RECEIPT' as const, id: newId(), lineId: newId() },
      };
      await api.app.get(CommitmentLedger).confirm(tx, [{ ...line, source: { ...line.source, type: 'ORDER' } }]);
      await api.app.get(CommitmentLedger).accept(tx, [line]);
    });
  const story = async (client: Client, { mouId }: GivenAgreement) => (await client.query<Story>(STORY, { id: mouId })).mou;

  beforeAll(async () => {
    api = await startApi();
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  afterEach(() => api.clock.set(null));
  afterAll(() => api.stop());

  it('climbs by what was accepted, and tells its whole story', async () => {
    const agreement = await anAgreement(api, { lines: [{ target: '1000' }, { target: '500' }] });
    const before = await story(agreement.buys, agreement);
    expect(before).toMatchObject({
      status: 'IN_FORCE',
      rung: 'CONTRACTED',
      nextMove: { actor: 'BUYER', step: 'PLACE_FIRST_CALL_OFF' },
    });
    expect(before.realisation).toMatchObject({ kind: 'MEASURED', basisPoints: 0 });
    await accept(agreement, 0, '500');
    const after = await story(agreement.sells, agreement);
    expect(after.rung).toBe('P25');
    expect(after.realisation).toEqual({
      kind: 'MEASURED',
      basisPoints: 3333,
      weighting: 'VALUE',
      quantifiedLines: 2,
      totalLines: 2,
    });
    expect(after.lines.map(({ numbers }) => numbers.accepted)).toEqual(['500', '0']);
    expect(after.rungs.filter(({ state }) => state === 'REACHED').map(({ code, grade }) => `${code} ${grade}`)).toEqual([
      'RECORDED null',
      'SIGNED A',
      'CONTRACTED A',
      'FIRST_CALL_OFF A',
      'FIRST_ACCEPTED A',
      'P25 A',
    ]);
    expect(after.contracts[0]).toMatchObject({ status: 'ACTIVE', lines: [{ numbers: { committed: '1000' } }, {}] });
    expect(after.pace.at(-1)!.plannedBp).toBe(10_000);
    expect(after.diary.map(({ action }) => action)).toEqual([
      'mou.create',
      'mou.circulate',
      'mou.sign',
      'mou.sign',
      'mou.signed',
      'mou.enter-into-force',
      'contract.propose',
      'contract.sign',
      'contract.sign',
      'contract.activate',
    ]);
    expect(after.diary.every(({ actorName, organizationName }) => actorName && organizationName)).toBe(true);
  });

  it('without a quantity never has a percentage, however much is accepted', async () => {
    const agreement = await anAgreement(api, { lines: [{ target: null, max: '1000' }] });
    await accept(agreement, 0, '900');
    const { realisation, rungs, rung, pace, nextMove } = await story(agreement.buys, agreement);
    expect(realisation).toEqual({
      kind: 'NOT_QUANTIFIED',
      basisPoints: null,
      weighting: null,
      quantifiedLines: 0,
      totalLines: 1,
    });
    expect(rung).toBe('FIRST_ACCEPTED');
    expect(rungs.slice(5).map(({ state }) => state)).toEqual(Array(4).fill('NOT_COMPUTABLE'));
    expect(pace).toEqual([]);
    expect(nextMove.step).toBe('QUANTIFY');
  });

  it('is "not in season" until its season begins, and measured from then on', async () => {
    api.clock.set(new Date('2026-03-10T03:00:00Z'));
    const agreement = await anAgreement(api, { validFrom: '2026-03-01', lines: [{ target: '1000', seasonMonths: [8, 9] }] });
    expect((await story(agreement.buys, agreement)).realisation).toMatchObject({ kind: 'NOT_IN_SEASON', basisPoints: null });
    api.clock.set(new Date('2026-07-31T16:59:00Z'));
    expect((await story(agreement.buys, agreement)).realisation.kind).toBe('NOT_IN_SEASON');
    api.clock.set(new Date('2026-07-31T17:00:00Z'));
    expect((await story(agreement.buys, agreement)).realisation).toMatchObject({ kind: 'MEASURED', basisPoints: 0 });
  });

  it('shows prices to the parties only: the Alliance sees volumes and states', async () => {
    const agreement = await anAgreement(api);
    const own = await story(agreement.sells, agreement);
    expect([own.lines[0]!.referencePrice, own.contracts[0]!.lines[0]!.unitPrice]).toEqual([40_000, 40_000]);
    const theirs = await story(officer, agreement);
    expect([theirs.lines[0]!.referencePrice, theirs.contracts[0]!.lines[0]!.unitPrice]).toEqual([null, null]);
    expect(theirs.contracts[0]!.lines[0]!.remaining).toBe('1000');
    expect(JSON.stringify(theirs)).not.toContain('40000');
  });

  it('offers each reader what the reader may do, and says why not', async () => {
    const agreement = await anAgreement(api, { contract: false });
    const staff = await api.as(await api.given.member(agreement.seller, 'SELLER_STAFF'));
    const offered = (await story(staff, agreement)).availableActions;
    expect(offered.find(({ action }) => action === 'contractPropose')).toEqual({
      action: 'contractPropose',
      allowed: true,
      reason: null,
    });
    expect(offered.find(({ action }) => action === 'mouSign')).toMatchObject({
      allowed: false,
      reason: expect.stringMatching(/Vai trò/),
    });
    expect(offered.find(({ action }) => action === 'mouUpdate')).toMatchObject({
      allowed: false,
      reason: expect.stringMatching(/dự thảo/),
    });
    expect(offered.map(({ action }) => action)).not.toContain('mouAttest');
    expect((await story(officer, agreement)).availableActions.map(({ action }) => action)).not.toContain('contractPropose');
  });

  describe('a contract', () => {
    interface Contracted {
      readonly __typename: string;
      readonly id: string;
      readonly version: number;
      readonly code?: string;
      readonly rows?: { code: string }[];
    }
    const CONTRACT = `... on Contract { id version status availableActions { action allowed } } ... on DomainError { code field } ... on RowsRefused { rows { row field code } }`;
    const propose = async (
      client: Client,
      agreement: GivenAgreement,
      more: Record<string, unknown> = {},
      line: Record<string, unknown> = {},
    ) => {
      const input = {
        mouId: agreement.mouId,
        sellerOrgId: agreement.seller.id,
        buyerOrgId: agreement.buyer.id,
        validFrom: '2026-01-01',
        validTo: '2030-12-31',
        priceClause: 'FIXED',
        toleranceBp: 0,
        paymentTermDays: 15,
        lines: [
          {
            mouLineId: agreement.mouLineIds[0],
            productId: agreement.products[0]!.id,
            packId: agreement.products[0]!.packId,
            minQty: '0',
            targetQty: '500',
            maxQty: '800',
            unitPrice: 40_000,
            schedule: [],
            ...line,
          },
        ],
        ...more,
      };
      const document = `mutation($input: ContractProposeInput!) { contractPropose(input: $input) { __typename ${CONTRACT} } }`;
      return (await client.mutate<{ contractPropose: Contracted }>(document, input)).contractPropose;
    };

    it('is refused with the row and the reason', async () => {
      const agreement = await anAgreement(api, { contract: false });
      const codes = async (line: Record<string, unknown>) =>
        (await propose(agreement.sells, agreement, {}, line)).rows!.map(({ code }) => code);
      expect(await codes({ targetQty: '900' })).toEqual(['QUANTITIES_NOT_IN_ORDER']);
      expect(await codes({ targetQty: '0', maxQty: '0' })).toEqual(['MAX_NOT_POSITIVE']);
      expect(await codes({ unitPrice: 0 })).toEqual(['UNIT_PRICE_NOT_VALID']);
      expect(await codes({ mouLineId: null })).toEqual(['MOU_LINE_UNKNOWN']);
      expect(await codes({ packId: newId() })).toEqual(['PACK_NOT_OF_PRODUCT']);
      expect(await codes({ productId: newId() })).toEqual(['PRODUCT_NOT_OF_SELLER']);
      const other = await api.given.product(agreement.seller, { baseUnit: 'hộp' });
      expect(await codes({ productId: other.id, packId: other.packId })).toEqual(['MOU_LINE_OTHER_GOODS']);
      const period = (from: string, to: string, qty: string) => ({ from, to, qty });
      expect(
        await codes({ schedule: [period('2026-02-01', '2026-02-28', '400'), period('2026-02-20', '2026-03-31', '1')] }),
      ).toEqual(['SCHEDULE_NOT_IN_ORDER']);
      expect(await codes({ schedule: [period('2025-12-31', '2026-02-28', '400')] })).toEqual(['SCHEDULE_OUTSIDE_VALIDITY']);
      expect(await codes({ schedule: [period('2026-02-01', '2026-02-28', '801')] })).toEqual(['SCHEDULE_OVER_MAX']);
      expect(await propose(agreement.sells, agreement, { validTo: '2025-12-31' })).toMatchObject({
        code: 'CONTRACT_DATES_OUT_OF_ORDER',
      });
      expect(await propose(agreement.sells, agreement, { buyerOrgId: (await api.given.retailer()).id })).toMatchObject({
        code: 'SIDES_NOT_IN_MOU',
      });
      const unsigned = await anAgreement(api, { signed: false });
      expect(await propose(unsigned.sells, unsigned)).toMatchObject({ code: 'MOU_NOT_IN_FORCE' });
    });

    it('binds when the director and the manager have signed, not before', async () => {
      const agreement = await anAgreement(api, { contract: false });
      const proposed = await propose(
        agreement.sells,
        agreement,
        {},
        { schedule: [{ from: '2026-02-01', to: '2026-02-28', qty: '800' }] },
      );
      expect(proposed).toMatchObject({ status: 'NEGOTIATING', availableActions: [{ action: 'contractSign', allowed: true }] });
      const sign = async (client: Client, version: number) => {
        const input = { id: proposed.id, version };
        const document = `mutation($input: ContractActionInput!) { contractSign(input: $input) { __typename ${CONTRACT} } }`;
        return (await client.mutate<{ contractSign: Contracted }>(document, input)).contractSign;
      };
      const once = await sign(agreement.sells, 1);
      expect(once).toMatchObject({ status: 'NEGOTIATING' });
      expect(await sign(agreement.sells, once.version)).toMatchObject({ code: 'SIDE_SIGNED_ALREADY' });
      expect(await sign(agreement.buys, 1)).toMatchObject({ __typename: 'VersionConflict' });
      expect(await sign(agreement.buys, once.version)).toMatchObject({ status: 'ACTIVE' });
      const committed = await api.sql<{ kind: string; qty: string }>(
        `select e.kind, e.qty from commitment_entry e join contract_line l on l.id = e.contract_line_id where l.contract_id = $1`,
        [proposed.id],
      );
      expect(committed).toEqual([{ kind: 'COMMIT', qty: '500.000' }]);
    });

    it('stands alone too, and lists page by page the newest first', async () => {
      const agreement = await anAgreement(api);
      const alone = await propose(agreement.buys, agreement, { mouId: null }, { mouLineId: null });
      const list = `query($after: String) { contracts(first: 1, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
      type Page = {
        contracts: {
          totalCount: number;
          edges: { node: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
      const { contracts: newest } = await agreement.sells.query<Page>(list);
      expect(newest).toMatchObject({ totalCount: 2, edges: [{ node: { id: alone.id } }], pageInfo: { hasNextPage: true } });
      const { contracts: next } = await agreement.sells.query<Page>(list, { after: newest.pageInfo.endCursor });
      expect(next).toMatchObject({ edges: [{ node: { id: agreement.contractId } }], pageInfo: { hasNextPage: false } });
    });
  });

  it('of others answers like a missing one, whatever is asked of it, and stays as it was', async () => {
    const [theirs, ours] = [await anAgreement(api, { contract: false }), await anAgreement(api)];
    const state = () =>
      api.sql(
        `select m.*, p.*, (select count(*) from audit_event where entity_id = m.id) as acts from mou m join mou_progress p on p.mou_id = m.id where m.id = $1`,
        [theirs.mouId],
      );
    const before = await state();
    const asked = async (id: string) => {
      const input = { clientKey: newId(), id, version: 1 };
      const documents: [string, Record<string, unknown>][] = [
        [STORY, { id }],
        ...['mouCirculate', 'mouSign', 'mouRefuse'].map((name): [string, Record<string, unknown>] => [
          `mutation($input: MouActionInput!) { ${name}(input: $input) { __typename } }`,
          { input: { ...input, clientKey: newId(), reason: 'Vì sao' } },
        ]),
        [
          `mutation($input: MouUpdateInput!) { mouUpdate(input: $input) { __typename } }`,
          { input: { ...input, title: 'Của tôi' } },
        ],
      ];
      const answers = [];
      for (const [document, variables] of documents) {
        answers.push(
          (await ours.sells.send(document, variables)).errors?.map(({ extensions, message }) => [extensions.code, message]),
        );
      }
      return answers;
    };
    const foreign = await asked(theirs.mouId);
    expect(foreign).toEqual(await asked(newId()));
    expect(foreign).toEqual(await asked('no id at all'));
    expect(foreign.flat(2)).not.toContain('FORBIDDEN');
    expect(await state()).toEqual(before);
  });
});

describe('realisation on the board', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('is the same kind in SQL as by the domain rule', async () => {
    const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2025-01-01', n));
    const stored = fc.record({
      quantifiedLines: fc.integer({ min: 0, max: 2 }),
      anyAccepted: fc.boolean(),
      seasonMonths: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }),
      validFrom: fc.option(day),
      today: day,
    });
    const cases = fc.sample(stored, 600);
    const rows = await api.sql<{ kind: string }>(
      `select ${realisationKindSql('p.today')} as kind from jsonb_to_recordset($1::jsonb)
         as p(quantified_lines int, any_accepted boolean, season_months int[], valid_from date, today date)`,
      [
        JSON.stringify(
          cases.map((row) => ({
            quantified_lines: row.quantifiedLines,
            any_accepted: row.anyAccepted,
            season_months: row.seasonMonths,
            valid_from: row.validFrom,
            today: row.today,
          })),
        ),
      ],
    );
    const expected = cases.map((row) => realisationView(row as unknown as ProgressRow, row.today).kind);
    expect(rows.map(({ kind }) => kind)).toEqual(expected);
    expect(new Set(expected).size).toBe(3);
  });
});

describe('the pace', () => {
  const line = {
    lineId: 'na',
    target: quantity('1000'),
    refPrice: 40_000n,
    seasonMonths: [8, 9],
    schedule: [],
    accepted: new Map<string, Quantity>(),
  };

  it('plans evenly inside the season where no schedule was agreed', () => {
    const points = paceOf([{ ...line, accepted: new Map([['2026-08', quantity('250')]]) }], '2026-07-01', '2026-10-31');
    expect(points.map(({ month, plannedBp, acceptedBp }) => [month, plannedBp, acceptedBp])).toEqual([
      ['2026-07', 0, 0],
      ['2026-08', 5081, 2500],
      ['2026-09', 10_000, 2500],
      ['2026-10', 10_000, 2500],
    ]);
  });

  it('follows the schedule where there is one, and leaves out what has no quantity', () => {
    const schedule = [{ from: '2026-08-01', to: '2026-08-10', qty: quantity('300') }];
    const points = paceOf(
      [
        { ...line, schedule },
        { ...line, lineId: 'x', target: null },
      ],
      '2026-08-01',
      '2026-09-30',
    );
    expect(points.map(({ plannedBp }) => plannedBp)).toEqual([3000, 3000]);
    expect(paceOf([{ ...line, target: null }], '2026-08-01', '2026-09-30')).toEqual([]);
  });

  it('never falls and never leaves 0 to 10.000', () => {
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 700 }), (seasonMonths, start, days) => {
        const from = addDays('2025-01-01', start);
        const planned = paceOf([{ ...line, seasonMonths }], from, addDays(from, days)).map(({ plannedBp }) => plannedBp);
        expect(planned).toEqual([...planned].sort((a, b) => a - b));
        expect(planned.at(-1)).toBe(10_000);
        expect(planned[0]).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
