import { auditCommitments } from '../index.js';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Facts, noticeOf, readNotice } from '../../../platform/notices/index.js';
import { anAgreement, type GivenAgreement } from '../../../testing/agreement.js';
import type { Client } from '../../../testing/client.js';
import type { GivenProduct } from '../../../testing/given.js';
import { aPaper } from '../../../testing/petition.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { done } from '../../../testing/trade.js';
import { OutsideJobs } from './outside-jobs.js';

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly rungs: { code: string; state: string; grade: string | null }[];
  readonly realisation: { basisPoints: number | null; basisPointsA: number | null; basisPointsAB: number | null };
  readonly lines: { numbers: { accepted: string; acceptedB: string; acceptedC: string } }[];
  readonly outside: {
    mayRecord: boolean;
    deliveries: {
      id: string;
      version: number;
      state: string;
      grade: string | null;
      actions: string[];
      words: { kind: string }[];
    }[];
  };
}

const MOU = `__typename ... on Refused { code field } ... on VersionConflict { code }
  ... on Mou { rungs { code state grade } realisation { basisPoints basisPointsA basisPointsAB } lines { numbers { accepted acceptedB acceptedC } }
    outside { mayRecord deliveries { id version state grade actions words { kind } } } }`;

describe('trade outside the system', () => {
  let api: TestApi;
  let deal: GivenAgreement;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi();
    api.clock.set(new Date('2026-06-01T03:00:00Z'));
    deal = await anAgreement(api, { title: 'Ngoài', lines: [{ target: '1000' }] });
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  afterAll(() => api.stop());

  const act = async (client: Client, name: string, type: string, input: Record<string, unknown>): Promise<Answer> =>
    (await client.mutate<Record<string, Answer>>(`mutation($input: ${type}!) { ${name}(input: $input) { ${MOU} } }`, input))[
      name
    ]!;
  const record = (client: Client, more: Record<string, unknown> = {}) =>
    act(client, 'outsideRecord', 'OutsideRecordInput', {
      mouLineId: deal.mouLineIds[0]!,
      qty: '300',
      deliveredOn: '2026-06-01',
      note: 'Giao theo điện thoại',
      ...more,
    });
  const newest = async (client: Client) => {
    const { mou } = await client.query<{ mou: Answer }>(
      `query($id: ID!) { mou(id: $id) { ${MOU.slice(MOU.indexOf('rungs'), -1)} } }`,
      {
        id: deal.mouId,
      },
    );
    return mou;
  };
  const answer = (client: Client, given: { id: string; version: number }, how: string, more: Record<string, unknown> = {}) =>
    act(client, 'outsideAnswer', 'OutsideAnswerInput', { id: given.id, version: given.version, act: how, ...more });
  const sound = async () => {
    const checks = await api.app.get(UnitOfWork).run(SYSTEM, (tx) => auditCommitments(tx));
    expect(checks.filter(({ violations }) => violations > 0)).toEqual([]);
  };

  it('counts as the word of one side, and becomes B when the other confirms what a paper shows', async () => {
    const fileId = await aPaper(api, deal.director, 'phieu-giao.pdf');
    const told = await record(deal.sells, { fileId });
    expect(told.lines[0]!.numbers).toEqual({ accepted: '300', acceptedB: '0', acceptedC: '300' });
    expect(told.realisation).toMatchObject({ basisPoints: 3000, basisPointsA: 0, basisPointsAB: 0 });
    const [delivery] = told.outside.deliveries;
    expect(delivery).toMatchObject({ state: 'WAITING', grade: 'C', actions: ['withdraw'] });
    expect((await newest(deal.buys)).outside.deliveries[0]!.actions).toEqual(['confirm', 'deny', 'correct']);
    await api.drainJobs();
    const notices = await api.sql<{ facts: Facts }>(
      `select facts from notification where user_id = $1 and kind = 'outside.to-answer'`,
      [deal.manager.userId],
    );
    expect(notices).toHaveLength(1);
    const words = (qty: string, locale: 'vi' | 'en') =>
      readNotice(noticeOf('outside.to-answer')!, { ...notices[0]!.facts, qty }, 'HTX', locale).title;
    expect(readNotice(noticeOf('outside.to-answer')!, notices[0]!.facts, 'HTX', 'vi').title).toContain('hệ thống 300 kg');
    expect([words('400', 'vi'), words('1250.500', 'vi')]).toEqual([
      expect.stringContaining('hệ thống 400 kg'),
      expect.stringContaining('hệ thống 1.250,5 kg'),
    ]);
    expect([words('400', 'en'), words('1250.500', 'en')]).toEqual([
      expect.stringContaining('system: 400 kg'),
      expect.stringContaining('system: 1,250.5 kg'),
    ]);

    expect(await answer(deal.sells, delivery!, 'confirm')).toMatchObject({ code: 'OUTSIDE_NOT_NOW' });
    const confirmed = await answer(deal.buys, delivery!, 'confirm');
    expect(confirmed.lines[0]!.numbers).toMatchObject({ accepted: '300', acceptedB: '300' });
    expect(confirmed.realisation).toMatchObject({ basisPoints: 3000, basisPointsA: 0, basisPointsAB: 3000 });
    expect(confirmed.rungs.find(({ code }) => code === 'P25')).toEqual({ code: 'P25', state: 'REACHED', grade: 'B' });
    expect(await answer(deal.buys, delivery!, 'deny', { note: 'Nhầm' })).toMatchObject({ __typename: 'VersionConflict' });
    await sound();
  });

  it('is corrected into a new word that the first side answers, and reversed when denied', async () => {
    const told = await record(deal.buys, { qty: '200' });
    const [delivery] = told.outside.deliveries.filter(({ state }) => state === 'WAITING');
    const corrected = await answer(deal.sells, delivery!, 'correct', { qty: '150', deliveredOn: '2026-06-01' });
    expect(corrected.lines[0]!.numbers).toMatchObject({ accepted: '450', acceptedC: '150' });
    const again = (await newest(deal.buys)).outside.deliveries.find(({ id }) => id === delivery!.id)!;
    expect(again.actions).toEqual(['confirm', 'deny', 'correct']);
    expect(await answer(deal.buys, again, 'deny')).toMatchObject({ code: 'OUTSIDE_REASON_MISSING', field: 'note' });
    const denied = await answer(deal.buys, again, 'deny', { note: 'Không nhận lần này' });
    expect(denied.lines[0]!.numbers).toMatchObject({ accepted: '300', acceptedC: '0' });
    expect(denied.outside.deliveries.find(({ id }) => id === delivery!.id)).toMatchObject({
      state: 'DENIED',
      grade: null,
      actions: [],
      words: [{ kind: 'RECORD' }, { kind: 'CORRECT' }, { kind: 'DENY' }],
    });
    await sound();
  });

  it('stays grade C for ever when nobody answers in fourteen days', async () => {
    const told = await record(deal.sells, { qty: '100' });
    const [delivery] = told.outside.deliveries.filter(({ state }) => state === 'WAITING');
    api.clock.set(new Date('2026-06-16T03:00:00Z'));
    expect(await answer(deal.buys, delivery!, 'confirm')).toMatchObject({ code: 'OUTSIDE_ANSWER_LATE' });
    await api.app.get(OutsideJobs).lapse();
    const after = (await newest(deal.buys)).outside.deliveries.find(({ id }) => id === delivery!.id)!;
    expect(after).toMatchObject({ state: 'DECLARED', grade: 'C', actions: [] });
    expect((await newest(officer)).realisation).toEqual({ basisPoints: 4000, basisPointsA: 0, basisPointsAB: 3000 });
    await sound();
  });

  it('refuses what is no delivery under the agreement, and strangers find nothing', async () => {
    expect(await record(deal.sells, { qty: '0' })).toMatchObject({ code: 'OUTSIDE_QTY_NOT_POSITIVE', field: 'qty' });
    expect(await record(deal.sells, { deliveredOn: '2027-01-01' })).toMatchObject({ code: 'OUTSIDE_DAY_TO_COME' });
    expect(await record(deal.sells, { deliveredOn: '2026-05-31' })).toMatchObject({ code: 'OUTSIDE_BEFORE_SIGNING' });
    expect((await newest(officer)).outside.mayRecord).toBe(false);
    const stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    await expect(record(stranger)).rejects.toThrow(/NOT_FOUND/);
    const { id, version } = (await newest(deal.sells)).outside.deliveries[0]!;
    await expect(answer(stranger, { id, version }, 'withdraw', { note: 'x' })).rejects.toThrow(/NOT_FOUND/);
  });

  describe('on a contract', () => {
    interface OnContract {
      readonly __typename: string;
      readonly code?: string;
      readonly lines: { remaining: string; numbers: Record<'calledOff' | 'accepted' | 'acceptedB' | 'acceptedC', string> }[];
      readonly outside: {
        mayRecord: boolean;
        deliveries: { id: string; version: number; state: string; grade: string | null }[];
      };
    }
    const CONTRACT = `__typename ... on Refused { code } ... on Contract { lines { remaining numbers { calledOff accepted acceptedB acceptedC } }
      outside { mayRecord deliveries { id version state grade } } }`;
    const actOn = async (client: Client, name: string, type: string, input: Record<string, unknown>) =>
      (
        await client.mutate<Record<string, OnContract>>(
          `mutation($input: ${type}!) { ${name}(input: $input) { ${CONTRACT} } }`,
          input,
        )
      )[name]!;
    const recordOn = (client: Client, of: GivenAgreement, more: Record<string, unknown> = {}) =>
      actOn(client, 'contractOutsideRecord', 'ContractOutsideRecordInput', {
        contractLineId: of.contractLineIds[0]!,
        qty: '120',
        deliveredOn: '2026-06-01',
        ...more,
      });
    const answerOn = (client: Client, given: { id: string; version: number }, how: string) =>
      actOn(client, 'contractOutsideAnswer', 'OutsideAnswerInput', { id: given.id, version: given.version, act: how });

    /** The two sides have a contract of its own, under no memorandum. */
    const withoutMou = async (): Promise<GivenAgreement> => {
      const { contractId: _, ...pair } = await anAgreement(api, { title: 'Hợp đồng đứng riêng', contract: false });
      const [{ id: productId, packId }] = pair.products as [GivenProduct];
      const quantities = { minQty: '0', targetQty: '1000', maxQty: '1000' };
      let contract = await done<{ id: string; version: number; lines: { id: string }[] }>(
        pair.buys,
        'contractPropose',
        'ContractProposeInput',
        {
          sellerOrgId: pair.seller.id,
          buyerOrgId: pair.buyer.id,
          validFrom: '2026-05-01',
          validTo: '2027-05-01',
          priceClause: 'FIXED',
          toleranceBp: 0,
          paymentTermDays: 15,
          lines: [{ productId, packId, ...quantities, unitPrice: 40_000, schedule: [] }],
        },
        '... on Contract { id version lines { id } }',
      );
      for (const client of [pair.sells, pair.buys]) {
        const input = { id: contract.id, version: contract.version };
        contract = await done(
          client,
          'contractSign',
          'ContractActionInput',
          input,
          '... on Contract { id version lines { id } }',
        );
      }
      return { ...pair, contractId: contract.id, contractLineIds: contract.lines.map(({ id }) => id) };
    };

    it('counts by its proof for the line and for the memorandum above it, and draws on no call-off', async () => {
      const of = await anAgreement(api, { title: 'Ngoài hợp đồng' });
      const fileId = await aPaper(api, of.director, 'giao-hop-dong.pdf');
      const told = await recordOn(of.sells, of, { fileId });
      expect(told.lines).toEqual([
        { remaining: '1000', numbers: { calledOff: '0', accepted: '120', acceptedB: '0', acceptedC: '120' } },
      ]);
      const { workItems } = await of.buys.query<{ workItems: { kind: string; entityId: string }[] }>(
        '{ workItems { kind entityId } }',
      );
      expect(workItems).toContainEqual({ kind: 'CONTRACT_OUTSIDE_ANSWER', entityId: of.contractId });
      const confirmed = await answerOn(of.buys, told.outside.deliveries[0]!, 'confirm');
      expect(confirmed.lines[0]!.numbers).toEqual({ calledOff: '0', accepted: '120', acceptedB: '120', acceptedC: '0' });
      const { mou } = await of.sells.query<{ mou: Answer }>(
        'query($id: ID!) { mou(id: $id) { lines { numbers { accepted acceptedB acceptedC } } outside { deliveries { id state } } } }',
        { id: of.mouId },
      );
      expect(mou.lines[0]!.numbers).toEqual({ accepted: '120', acceptedB: '120', acceptedC: '0' });
      expect(mou.outside.deliveries).toMatchObject([{ state: 'CONFIRMED' }]);
      await sound();
    });

    it('stands where there is no memorandum, from its first day on, for its two sides alone', async () => {
      const of = await withoutMou();
      expect(await recordOn(of.buys, of, { deliveredOn: '2026-04-30' })).toMatchObject({ code: 'OUTSIDE_BEFORE_CONTRACT' });
      const told = await recordOn(of.buys, of);
      const withdrawn = await answerOn(of.sells, told.outside.deliveries[0]!, 'deny');
      expect(withdrawn).toMatchObject({ code: 'OUTSIDE_REASON_MISSING' });
      const stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
      await expect(recordOn(stranger, of)).rejects.toThrow(/NOT_FOUND/);
      await expect(answerOn(stranger, told.outside.deliveries[0]!, 'confirm')).rejects.toThrow(/NOT_FOUND/);
      // It is of no memorandum, so no memorandum's page answers it.
      const { id, version } = told.outside.deliveries[0]!;
      await expect(answer(of.sells, { id, version }, 'confirm')).rejects.toThrow(/NOT_FOUND/);
      await api.sql(`update contract set status = 'COMPLETED' where id = $1`, [of.contractId]);
      expect(await recordOn(of.buys, of)).toMatchObject({ code: 'OUTSIDE_NOT_IN_FORCE' });
      await sound();
    });
  });
});
