import { quantity } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { anAgreement, type GivenAgreement } from '../../../testing/agreement.js';
import type { Client } from '../../../testing/client.js';
import { aDeal, orderAct, placeInput } from '../../../testing/deal.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { CommitmentLedger, ProgressKeeper } from '../../agreements/index.js';
import { auditStalls } from './audit-stalls.js';
import { type MouStallFacts, readStallFacts } from './stall-facts.js';
import { StallJob } from './stall.job.js';

interface Alert {
  id: string;
  transition: string;
  level: string;
  status: string;
  days: number | null;
  actor: string;
  step: string;
  movers: string[];
  reasonCode: string | null;
  answers: { kind: string; nextStep: string }[];
  mayAnswer: boolean;
  version: number;
  code?: string;
}
const FIELDS = 'id transition level status days actor step movers reasonCode answers { kind nextStep } mayAnswer version';
const DAY_MS = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

describe('agreements that stand still', () => {
  let api: TestApi;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi();
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  afterAll(() => api.stop());

  const alertsOf = async (client: Client, { mouId }: GivenAgreement) =>
    (await client.query<{ mouAlerts: Alert[] }>(`query($mouId: ID!) { mouAlerts(mouId: $mouId) { ${FIELDS} } }`, { mouId }))
      .mouAlerts;
  const answer = async (
    name: 'alertAcknowledge' | 'alertSnooze' | 'alertBlock',
    input: Record<string, unknown>,
    client = officer,
  ): Promise<Alert> =>
    (
      await client.mutate<Record<string, Alert>>(
        `mutation($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename
          ... on DomainError { code } ... on VersionConflict { code } ... on AgreementAlert { ${FIELDS} } } }`,
        input,
      )
    )[name]!;
  const waiting = async (client: Client, { mouId }: GivenAgreement) =>
    (
      await client.query<{ petitionsBlocking: { id: string }[] }>(
        'query($mouId: ID!) { petitionsBlocking(mouId: $mouId) { id } }',
        {
          mouId,
        },
      )
    ).petitionsBlocking;
  const system = <T>(work: Parameters<UnitOfWork['run']>[1]) => api.app.get(UnitOfWork).run(SYSTEM, work) as Promise<T>;
  /** As if it had been signed, and its contract begun, so many days ago. */
  const aged = async (agreement: GivenAgreement, days: number) => {
    await api.sql(
      `update mou set signed_on = signed_on - $2::int, recorded_at = recorded_at - $2::int * interval '1 day' where id = $1`,
      [agreement.mouId, days],
    );
    await api.sql(`update contract set activated_at = activated_at - $2::int * interval '1 day' where mou_id = $1`, [
      agreement.mouId,
      days,
    ]);
    await system((tx) => api.app.get(ProgressKeeper).recompute(tx, [agreement.mouId]));
    await api.drainJobs();
  };
  const violations = async () => (await system<{ violations: number }[]>((tx) => auditStalls(tx)))[0]!.violations;

  it('are seen from the facts, with the clock, whose move it is and the step that helps; a fact clears the alert', async () => {
    const agreement = await anAgreement(api, { title: 'Đứng lâu', validFrom: dayFromNow(0) });
    await aged(agreement, 80);
    const [alert] = await alertsOf(officer, agreement);
    expect(alert).toMatchObject({
      transition: 'CALL_OFF',
      level: 'STALLED',
      status: 'RAISED',
      actor: 'BUYER',
      step: 'PLACE_CALL_OFF',
      mayAnswer: true,
    });
    expect(alert!.days).toBeGreaterThanOrEqual(30);
    expect(alert!.movers).toEqual([expect.stringContaining('Đứng lâu')]);
    expect(await violations()).toBe(0);
    await system((tx) =>
      api.app.get(CommitmentLedger).accept(tx, [
        {
          contractLineId: agreement.contractLineIds[0]!,
          mouLineId: agreement.mouLineIds[0]!,
          qty: quantity('100'),
          source: { type: 'RECEIPT', id: newId(), lineId: newId() },
        },
      ]),
    );
    await api.drainJobs();
    expect((await alertsOf(officer, agreement)).map(({ transition, status }) => [transition, status])).toEqual([
      ['CALL_OFF', 'CLEARED'],
    ]);
    const audit = await api.sql<{ action: string }>(
      `select action from audit_event where entity_type = 'agreement_alert' and entity_id = $1 order by at, id`,
      [alert!.id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['alert.raise', 'alert.clear']);
    expect(
      await answer('alertAcknowledge', {
        id: alert!.id,
        version: 9,
        reasonCode: 'PRICE_GAP',
        nextStep: 'x',
        followUpOn: dayFromNow(3),
      }),
    ).toMatchObject({ code: 'ALERT_CLEARED' });
    expect(await violations()).toBe(0);
  });

  it('are seen from an order that counts for a memorandum without a contract', async () => {
    const deal = await aDeal(api);
    await api.sql(`update contract set status = 'COMPLETED' where id = $1`, [deal.contractId]);
    const order = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100', { spot: true }));
    const { orderLink } = await deal.buys.mutate<{ orderLink: { version: number } }>(
      'mutation($input: OrderLinkInput!) { orderLink(input: $input) { ... on Order { version } } }',
      { id: order.id, version: order.version, mouId: deal.mouId },
    );
    const lines = [{ lineId: order.lines[0]!.id, kind: 'ALL' }];
    await orderAct(deal.sells, 'orderAcknowledge', { id: order.id, version: orderLink.version, lines });
    const facts = await system<MouStallFacts[]>((tx) => readStallFacts(tx, [deal.mouId], 7));
    expect(facts[0]).toMatchObject({ rung: 'FIRST_CALL_OFF', promise: { number: order.number, onTheRoad: false } });
  });

  it('are acknowledged with a reason, a next step and a day; snoozed at most thirty days; never dismissed', async () => {
    const agreement = await anAgreement(api, { title: 'Chờ hợp đồng', contract: false });
    await aged(agreement, 70);
    const [raised] = await alertsOf(officer, agreement);
    expect(raised).toMatchObject({ transition: 'CONTRACT', level: 'RISK', status: 'RAISED' });
    const base = {
      id: raised!.id,
      version: raised!.version,
      reasonCode: 'DISCOUNT_RATE',
      nextStep: 'Mời hai bên họp',
      followUpOn: dayFromNow(10),
    };
    expect(
      await answer('alertSnooze', { id: base.id, version: base.version, nextStep: 'Chờ', followUpOn: dayFromNow(5) }),
    ).toMatchObject({ code: 'ALERT_NOT_ACKNOWLEDGED' });
    expect(await answer('alertAcknowledge', { ...base, reasonCode: 'X' })).toMatchObject({ code: 'STALL_REASON_UNKNOWN' });
    expect(await answer('alertAcknowledge', { ...base, followUpOn: dayFromNow(31) })).toMatchObject({
      code: 'FOLLOW_UP_TOO_LATE',
    });
    const answered = await answer('alertAcknowledge', base);
    expect(answered).toMatchObject({
      status: 'ACKNOWLEDGED',
      reasonCode: 'DISCOUNT_RATE',
      answers: [{ kind: 'ACKNOWLEDGE', nextStep: 'Mời hai bên họp' }],
    });
    expect(await answer('alertAcknowledge', base)).toMatchObject({ code: 'VERSION_CONFLICT' });
    const snoozed = await answer('alertSnooze', {
      id: base.id,
      version: answered.version,
      nextStep: 'Bên mua xin thêm tuần',
      followUpOn: dayFromNow(30),
    });
    expect(snoozed.answers.map(({ kind }) => kind)).toEqual(['SNOOZE', 'ACKNOWLEDGE']);
    // Its day passes: raised again by the clock at once, and by the nightly run for good.
    await api.sql(`update agreement_alert set follow_up_on = current_date - 2 where id = $1`, [base.id]);
    expect((await alertsOf(officer, agreement))[0]!.status).toBe('RAISED');
    await api.app.get(StallJob).evaluateAll();
    const [row] = await api.sql(`select status, reason_code from agreement_alert where id = $1`, [base.id]);
    expect(row).toEqual({ status: 'RAISED', reason_code: 'DISCOUNT_RATE' });
    // Worse: an answer to a risk is none to a standstill.
    const again = await answer('alertAcknowledge', { ...base, version: (await alertsOf(officer, agreement))[0]!.version });
    expect(again.status).toBe('ACKNOWLEDGED');
    await aged(agreement, 30);
    expect((await alertsOf(officer, agreement))[0]).toMatchObject({ level: 'STALLED', status: 'RAISED' });
    await expect(api.sql('delete from alert_answer')).rejects.toThrow(/insert-only/);
  });

  it('show the parties whose move it is, but not what officers wrote, and strangers nothing', async () => {
    const agreement = await anAgreement(api, { title: 'Hai bên', contract: false });
    await aged(agreement, 100);
    const [alert] = await alertsOf(officer, agreement);
    await answer('alertAcknowledge', {
      id: alert!.id,
      version: alert!.version,
      reasonCode: 'CAPITAL',
      nextStep: 'Ghi riêng',
      followUpOn: dayFromNow(3),
    });
    expect((await alertsOf(agreement.sells, agreement))[0]).toMatchObject({
      level: 'STALLED',
      status: 'RAISED',
      reasonCode: null,
      answers: [],
      mayAnswer: false,
    });
    const stranger = await anAgreement(api, { title: 'Người ngoài', contract: false });
    expect(await alertsOf(stranger.buys, agreement)).toEqual([]);
    const refused = await stranger.buys.send('{ alerts(first: 5) { edges { node { id } } } }');
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('wait for a petition: raised from the alert in one act, with the money at stake; a receipt clears the alert, people end the waiting', async () => {
    const agreement = await anAgreement(api, { title: 'Vướng kho', validFrom: dayFromNow(0) });
    await aged(agreement, 80);
    const [raised] = await alertsOf(officer, agreement);
    const base = { id: raised!.id, version: raised!.version, nextStep: 'Chờ sở trả lời', followUpOn: dayFromNow(9) };
    expect(await answer('alertAcknowledge', { ...base, reasonCode: 'PETITION' })).toMatchObject({ code: 'PETITION_NOT_LINKED' });
    const petition = { petitionerOrgId: agreement.seller.id, content: 'Xin kho lạnh', fieldCodes: ['NN'] };
    const other = await anAgreement(api, { title: 'Bên khác' });
    expect(await answer('alertBlock', { ...base, petition: { ...petition, petitionerOrgId: other.seller.id } })).toMatchObject({
      code: 'PETITIONER_NOT_PARTY',
    });
    expect(await answer('alertBlock', base)).toMatchObject({ code: 'PETITION_NOT_CHOSEN' });
    expect(await answer('alertBlock', { ...base, petition, followUpOn: dayFromNow(31) })).toMatchObject({
      code: 'FOLLOW_UP_TOO_LATE',
    });
    expect(await waiting(agreement.sells, agreement)).toEqual([]);
    const asked = `mutation($input: AlertBlockInput!) { alertBlock(input: $input) { __typename } }`;
    const foreign = await agreement.sells.send(asked, { input: { clientKey: 'not-an-officer', ...base, petition } });
    expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await answer('alertBlock', { ...base, petition, note: 'Thiếu kho lạnh' })).toMatchObject({
      status: 'ACKNOWLEDGED',
      reasonCode: 'PETITION',
    });
    const [linked] = await waiting(agreement.sells, agreement);
    expect(await waiting(agreement.buys, agreement)).toEqual([]);
    const stake = async (client: Client) =>
      (
        await client.query<{ agreementWaiting: unknown }>(
          'query($mouId: ID!) { agreementWaiting(mouId: $mouId) { value valueHidden quantities { unit qty } } }',
          { mouId: agreement.mouId },
        )
      ).agreementWaiting;
    const quantities = [{ unit: 'kg', qty: '1000' }];
    expect(await stake(agreement.buys)).toEqual({ value: 40_000_000, valueHidden: false, quantities });
    expect(await stake(officer)).toEqual({ value: null, valueHidden: true, quantities });
    const rows = async () =>
      (
        await officer.query<{ agreementBoard: { edges: { node: { id: string; waitingPetitions: number } }[] } }>(
          '{ agreementBoard(filter: { reasonCode: "PETITION" }, first: 50) { edges { node { id waitingPetitions } } } }',
        )
      ).agreementBoard.edges.map(({ node }) => node);
    expect(await rows()).toEqual([{ id: agreement.mouId, waitingPetitions: 1 }]);
    const metrics = async () =>
      (
        await officer.query<{ petitionMetrics: { byField: object[]; cohorts: object[] } }>(
          `{ petitionMetrics { byField { code petitions waitingAgreements waitingValue waitingHidden }
             cohorts { itemCount petitionerCount answerBefore answering answeringToday registered } } }`,
        )
      ).petitionMetrics;
    const field = { code: 'NN', petitions: 1, waitingAgreements: 1, waitingValue: null, waitingHidden: true };
    expect((await metrics()).byField).toEqual([field]);
    expect((await metrics()).cohorts).toEqual([
      expect.objectContaining({ itemCount: 41, petitionerCount: 28, answerBefore: '2024-05-10', registered: 0 }),
    ]);
    // Two more agreements wait for the same petition: from three sellers and three buyers on, the sum may be told.
    for (const title of ['Vướng hai', 'Vướng ba']) {
      const more = await anAgreement(api, { title, contract: false });
      await aged(more, 100);
      const [alert] = await alertsOf(officer, more);
      await answer('alertBlock', { ...base, id: alert!.id, version: alert!.version, petitionId: linked!.id });
    }
    expect((await metrics()).byField).toEqual([
      { ...field, waitingAgreements: 3, waitingValue: 120_000_000, waitingHidden: false },
    ]);
    await system((tx) =>
      api.app.get(CommitmentLedger).accept(tx, [
        {
          contractLineId: agreement.contractLineIds[0]!,
          mouLineId: agreement.mouLineIds[0]!,
          qty: quantity('100'),
          source: { type: 'RECEIPT', id: newId(), lineId: newId() },
        },
      ]),
    );
    await api.drainJobs();
    expect((await alertsOf(officer, agreement))[0]!.status).toBe('CLEARED');
    expect(await stake(agreement.sells)).toMatchObject({ value: 36_000_000, quantities: [{ unit: 'kg', qty: '900' }] });
    expect(await waiting(officer, agreement)).toHaveLength(1);
  });

  it('are listed gravest first, counted, filtered on the board, and wait in the inbox until they are answered', async () => {
    const { alerts } = await officer.query<{
      alerts: { totalCount: number; edges: { node: Alert & { mou: { id: string } } }[] };
    }>(`{ alerts(first: 50) { totalCount edges { node { ${FIELDS} mou { id } } } } }`);
    const levels = alerts.edges.map(({ node }) => node.level);
    expect(levels).toEqual(
      [...levels].sort((a, b) => ['STALLED', 'RISK', 'WATCH'].indexOf(a) - ['STALLED', 'RISK', 'WATCH'].indexOf(b)),
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { alerts: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string } }[] } } =
        await officer.query(
          'query($after: String) { alerts(first: 1, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }',
          { after },
        );
      seen.push(...page.alerts.edges.map(({ node }) => node.id));
      after = page.alerts.pageInfo.hasNextPage ? page.alerts.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(alerts.edges.map(({ node }) => node.id));
    const { stallSummary } = await officer.query<{
      stallSummary: { stalled: number; unanswered: number; byLevel: { code: string; count: number }[] };
    }>('{ stallSummary { agreements stalled unanswered byLevel { code count } byReason { code count } } }');
    expect(stallSummary.byLevel.reduce((sum, { count }) => sum + count, 0)).toBe(alerts.totalCount);
    const board = async (filter: Record<string, unknown>, client = officer) =>
      (
        await client.query<{ agreementBoard: { edges: { node: { id: string; alert: { level: string } | null } }[] } }>(
          'query($filter: AgreementFilter) { agreementBoard(filter: $filter, first: 50) { edges { node { id alert { level answered } } } } }',
          { filter },
        )
      ).agreementBoard.edges.map(({ node }) => node);
    const stalled = await board({ stall: 'STALLED' });
    expect(stalled.map(({ id }) => id).sort()).toEqual(
      [...new Set(alerts.edges.filter(({ node }) => node.level === 'STALLED').map(({ node }) => node.mou.id))].sort(),
    );
    expect(stalled.every(({ alert }) => alert?.level === 'STALLED')).toBe(true);
    expect((await board({ stalled: false })).every(({ alert }) => alert === null)).toBe(true);
    expect(await board({ reasonCode: 'CAPITAL' })).toHaveLength(1);
    const { workItems } = await officer.query<{ workItems: { id: string; kind: string }[] }>('{ workItems { id kind } }');
    const waiting = workItems.filter(({ kind }) => kind === 'ALERT_ANSWER').map(({ id }) => id.split(':')[1]);
    const open = alerts.edges.filter(({ node }) => node.status === 'RAISED' && node.level !== 'WATCH').map(({ node }) => node.id);
    expect(waiting.sort()).toEqual(open.sort());
  });

  it('follow thresholds and days off that officers change, from today on, for one event or for all', async () => {
    const set = async (input: Record<string, unknown>) =>
      (
        await officer.mutate<{
          stallRuleSet: { code?: string; rules: { level: string; transition: string; days: number; ofEvent: boolean }[] };
        }>(
          `mutation($input: StallRuleSetInput!) { stallRuleSet(input: $input) { __typename ... on DomainError { code }
            ... on StallRuleBook { rules { level transition days ofEvent } } } }`,
          input,
        )
      ).stallRuleSet;
    const agreement = await anAgreement(api, { title: 'Ngưỡng riêng', contract: false });
    await aged(agreement, 30);
    expect(await alertsOf(officer, agreement)).toEqual([]);
    const rule = { transition: 'CONTRACT', variant: 'ANY', level: 'WATCH', days: 10, source: 'Quyết định của Ban tổ chức' };
    expect(await set({ ...rule, days: 46 })).toMatchObject({ code: 'STALL_RULE_NOT_IN_ORDER' });
    expect(await set({ ...rule, source: ' ' })).toMatchObject({ code: 'RULE_SOURCE_MISSING' });
    const own = await set({ ...rule, eventCode: 'HNKN-2024' }).catch(() => null);
    if (own)
      expect(own.rules.find(({ level, transition }) => level === 'WATCH' && transition === 'CONTRACT')).toMatchObject({
        days: 10,
        ofEvent: true,
      });
    const general = await set(rule);
    expect(general.rules.find(({ level, transition }) => level === 'WATCH' && transition === 'CONTRACT')).toMatchObject({
      days: 10,
      ofEvent: false,
    });
    await api.drainJobs();
    expect((await alertsOf(officer, agreement))[0]).toMatchObject({ transition: 'CONTRACT', level: 'WATCH' });
    const old = await api.sql(
      `select days from stall_rule where transition = 'CONTRACT' and level = 'WATCH' and event_id is null and valid_to is not null`,
    );
    expect(old).toEqual([{ days: 30 }]);
    expect(await violations()).toBe(0);
    const { officeDaySet } = await officer.mutate<{ officeDaySet: { holidays: { day: string }[] } }>(
      'mutation($input: OfficeDaySetInput!) { officeDaySet(input: $input) { ... on StallRuleBook { holidays { day kind } } } }',
      { day: dayFromNow(1), kind: 'HOLIDAY', nameVi: 'Nghỉ đột xuất', nameEn: '', source: 'Thông báo của tỉnh' },
    );
    expect(officeDaySet.holidays.map(({ day }) => day)).toContain(dayFromNow(1));
  });

  it('are proven from zero: a row that no fact supports is found', async () => {
    await api.app.get(StallJob).evaluateAll();
    expect(await violations()).toBe(0);
    await api.sql(
      `update agreement_alert set level = 'WATCH' where id = (select id from agreement_alert where cleared_at is null and level = 'STALLED' limit 1)`,
    );
    expect(await violations()).toBe(1);
    await api.app.get(StallJob).evaluateAll();
    expect(await violations()).toBe(0);
  });
});
