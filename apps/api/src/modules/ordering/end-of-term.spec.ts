import { JobRunner } from '../../platform/jobs/job-runner.js';
import { aDeal, type Deal, inDays, orderAct, type OrderAnswer, placeInput, shipmentAct } from '../../testing/deal.js';
import { anAgreement } from '../../testing/agreement.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { EndOfTerm } from '../agreements/index.js';
import { ContractCompletion } from './contract-completion.js';

describe('the end of a term', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterEach(() => api.clock.set(null));
  afterAll(() => api.stop());

  const statusOf = async (table: 'mou' | 'contract' | 'purchase_order', id: string) =>
    (await api.sql<{ status: string }>(`select status from ${table} where id = $1`, [id]))[0]!.status;
  const complete = () => api.app.get(ContractCompletion).completeContracts();
  const expire = () => api.app.get(EndOfTerm).expireMous();
  const confirmed = async (deal: Deal): Promise<OrderAnswer> => {
    const order = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100'));
    const lines = [{ lineId: order.lines[0]!.id, kind: 'ALL' }];
    return orderAct(deal.sells, 'orderAcknowledge', { id: order.id, version: order.version, lines });
  };
  const delivered = async (deal: Deal, order: OrderAnswer, counts: { accepted: string; rejected: string; missing: string }) => {
    const shipment = await shipmentAct(deal.sells, 'shipmentDispatch', {
      orderId: order.id,
      orderVersion: order.version,
      expectedOn: inDays(api, 1),
      lines: [{ orderLineId: order.lines[0]!.id, qty: '100' }],
    });
    const reason = counts.rejected === '0' ? {} : { rejectReason: 'BRUISED' };
    await shipmentAct(deal.receives, 'receiptPost', {
      shipmentId: shipment.id,
      shipmentVersion: shipment.version,
      lines: [{ shipmentLineId: shipment.lines[0]!.id, ...counts, ...reason }],
    });
  };

  it('lets a memorandum expire after its last day and the days of grace, once', async () => {
    const { mouId } = await anAgreement(api, { validFrom: '2026-01-01', validTo: '2026-12-31', contract: false });
    api.clock.set(new Date('2027-01-30T05:00:00Z'));
    await expire();
    expect(await statusOf('mou', mouId)).toBe('IN_FORCE');
    api.clock.set(new Date('2027-01-31T05:00:00Z'));
    await Promise.all([expire(), expire()]);
    expect(await statusOf('mou', mouId)).toBe('EXPIRED');
    const diary = await api.sql(`select 1 from audit_event where action = 'mou.expire' and entity_id = $1`, [mouId]);
    expect(diary).toHaveLength(1);
  });

  it('keeps a memorandum while its contract still runs, since what has expired takes no call-off', async () => {
    const { mouId, contractId } = await anAgreement(api, {
      title: 'Còn hợp đồng',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    });
    api.clock.set(new Date('2027-01-31T05:00:00Z'));
    await expire();
    expect([await statusOf('mou', mouId), await statusOf('contract', contractId!)]).toEqual(['IN_FORCE', 'ACTIVE']);
    await complete();
    await expire();
    expect([await statusOf('mou', mouId), await statusOf('contract', contractId!)]).toEqual(['EXPIRED', 'COMPLETED']);
  });

  it('completes a contract past its last day only when none of its orders is open', async () => {
    const deal = await aDeal(api, { validTo: inDays(api, 30) });
    const order = await confirmed(deal);
    api.clock.set(new Date(Date.now() + 40 * 86_400_000));
    await complete();
    expect(await statusOf('contract', deal.contractId)).toBe('ACTIVE');
    // After the cut-off the seller would have to consent: it was the buyer's alone to cancel before.
    api.clock.set(null);
    await orderAct(deal.buys, 'orderCancel', { id: order.id, version: order.version, reason: 'Hết vụ' });
    api.clock.set(new Date(Date.now() + 40 * 86_400_000));
    await complete();
    expect(await statusOf('contract', deal.contractId)).toBe('COMPLETED');
  });

  it('completes a contract that was received in full before its last day, and tells both sides why', async () => {
    const deal = await aDeal(api);
    const order = await confirmed(deal);
    await delivered(deal, order, { accepted: '100', rejected: '0', missing: '0' });
    const max = (qty: string) =>
      api.sql('update contract_line set min_qty = 0, target_qty = $2, max_qty = $2 where contract_id = $1', [
        deal.contractId,
        qty,
      ]);
    await max('100');
    await complete();
    expect(await statusOf('contract', deal.contractId)).toBe('ACTIVE');
    await api.sql(`update purchase_order set status = 'CLOSED' where id = $1`, [order.id]);
    await max('100.001');
    await complete();
    expect(await statusOf('contract', deal.contractId)).toBe('ACTIVE');
    await max('100');
    // What one side alone says does not end the contract of both.
    const grade = (said: string) =>
      api.sql(
        `insert into commitment_entry (id, contract_line_id, kind, qty, source_type, source_id, source_line_id, evidence_grade, at)
         select gen_random_uuid(), l.id, 'ACCEPT', $2::numeric, 'OUTSIDE', gen_random_uuid(), gen_random_uuid(), 'C', now() from contract_line l where l.contract_id = $1`,
        [deal.contractId, said],
      );
    await grade('1');
    await complete();
    expect(await statusOf('contract', deal.contractId)).toBe('ACTIVE');
    await grade('-1');
    await Promise.all([complete(), complete()]);
    expect(await statusOf('contract', deal.contractId)).toBe('COMPLETED');
    const diary = await api.sql<{ data: unknown }>(
      `select data from audit_event where action = 'contract.complete' and entity_id = $1`,
      [deal.contractId],
    );
    expect(diary).toEqual([{ data: { why: 'ALL_ACCEPTED' } }]);
    await api.drainJobs();
    const told = await api.sql(`select 1 from notification where kind = 'contract.completed' and facts ->> 'contractId' = $1`, [
      deal.contractId,
    ]);
    expect(told.length).toBeGreaterThanOrEqual(2);
    const late = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '10'));
    expect(late).toMatchObject({ code: 'CONTRACT_NOT_ACTIVE' });
  });

  it('takes nothing new under a paused memorandum and says why, while a confirmed order is delivered', async () => {
    const deal = await aDeal(api);
    const order = await confirmed(deal);
    await api.sql(`update mou set status = 'SUSPENDED' where id = (select mou_id from contract where id = $1)`, [
      deal.contractId,
    ]);
    const stopped = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '10'));
    expect(stopped).toMatchObject({
      code: 'AGREEMENT_SUSPENDED',
      message: expect.stringMatching(/đang tạm dừng.*đơn đã xác nhận/),
    });
    const { contract } = await deal.buys.query<{
      contract: { availableActions: { action: string; allowed: boolean; reason: string | null }[] };
    }>('query($id: ID!) { contract(id: $id) { availableActions { action allowed reason } } }', { id: deal.contractId });
    expect(contract.availableActions).toContainEqual({
      action: 'orderPlace',
      allowed: false,
      reason: expect.stringContaining('đang tạm dừng'),
    });
    await delivered(deal, order, { accepted: '100', rejected: '0', missing: '0' });
    const [line] = await api.sql<{ accepted: string }>(
      `select t.accepted::text as accepted from agreement_line_total t join contract_line l on l.id = t.line_id where l.contract_id = $1`,
      [deal.contractId],
    );
    expect(line!.accepted).toBe('100.000');
    await api.sql(`update mou set status = 'IN_FORCE' where id = (select mou_id from contract where id = $1)`, [deal.contractId]);
    expect(await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '10'))).toMatchObject({ status: 'PLACED' });
  });

  it('closes an order of which nothing was accepted, since nothing will be due', async () => {
    const deal = await aDeal(api);
    const order = await confirmed(deal);
    await delivered(deal, order, { accepted: '0', rejected: '100', missing: '0' });
    expect(await statusOf('purchase_order', order.id)).toBe('CLOSED');
  });

  it('is looked at every day', () => {
    const { crons } = (api.app.get(JobRunner) as unknown as { collect(): { crons: { task: string }[] } }).collect();
    expect(crons.map(({ task }) => task)).toEqual(expect.arrayContaining(['agreements.expire', 'ordering.complete-contracts']));
  });
});
