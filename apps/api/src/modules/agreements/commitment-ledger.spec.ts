import fc from 'fast-check';
import { Quantity, quantity } from '@lienket/domain';
import { type Actor, SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { anAgreement, type GivenAgreement } from '../../testing/agreement.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { auditCommitments } from './audit-commitments.js';
import { CommitmentLedger, type LedgerLine } from './commitment-ledger.js';
import { ContractBook } from './contract-book.js';
import { ProgressKeeper } from './progress-keeper.js';

describe('the commitment ledger', () => {
  let api: TestApi;
  let uow: UnitOfWork;
  let ledger: CommitmentLedger;

  beforeAll(async () => {
    api = await startApi();
    uow = api.app.get(UnitOfWork);
    ledger = api.app.get(CommitmentLedger);
  });
  afterEach(() => api.clock.set(null));
  afterAll(() => api.stop());

  const buyerOf = ({ manager, buyer }: GivenAgreement): Actor => ({
    ...SYSTEM,
    userId: manager.userId,
    orgId: buyer.id,
    orgKind: 'RETAILER',
    roles: ['BUYER'],
  });
  const lineOf = (
    agreement: GivenAgreement,
    index: number,
    qty: string,
    type: LedgerLine['source']['type'] = 'ORDER',
    id = newId(),
  ): LedgerLine => ({
    contractLineId: agreement.contractLineIds[index]!,
    mouLineId: agreement.mouLineIds[index]!,
    qty: quantity(qty),
    source: { type, id, lineId: newId() },
  });
  const totals = async (lineId: string) =>
    (
      await api.sql<{ called_off: string; accepted: string; committed: string }>(
        'select * from agreement_line_total where line_id = $1',
        [lineId],
      )
    )[0]!;
  const broken = () => uow.read(SYSTEM, async (tx) => (await auditCommitments(tx)).filter((check) => check.violations > 0));

  it('grants exactly what fits when twenty buyers ask at once for the last 100 kg', async () => {
    const agreement = await anAgreement(api);
    await uow.run(buyerOf(agreement), (tx) => ledger.callOff(tx, [lineOf(agreement, 0, '900')]));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => uow.run(buyerOf(agreement), (tx) => ledger.callOff(tx, [lineOf(agreement, 0, '30')]))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect((await totals(agreement.contractLineIds[0]!)).called_off).toBe('990.000');
    const refused = answers.find((answer) => !answer.ok);
    expect(refused).toMatchObject({
      refusal: { code: 'ROWS_REFUSED', rows: [{ row: 0, suggestion: '10', refusal: { code: 'OVER_CALL' } }] },
    });
    expect(await broken()).toEqual([]);
  });

  it('counts the tolerance, and two rows of one line together', async () => {
    const agreement = await anAgreement(api, { toleranceBp: 500 });
    const answer = await uow.run(buyerOf(agreement), (tx) =>
      ledger.callOff(tx, [lineOf(agreement, 0, '1000'), lineOf(agreement, 0, '50'), lineOf(agreement, 0, '0.001')]),
    );
    expect(answer).toMatchObject({ ok: false, refusal: { rows: [{ row: 2 }] } });
    expect((await totals(agreement.contractLineIds[0]!)).called_off).toBe('0.000');
  });

  it('gives back what was released, for the next call-off', async () => {
    const agreement = await anAgreement(api);
    const line = lineOf(agreement, 0, '1000');
    await uow.run(buyerOf(agreement), async (tx) => {
      await ledger.callOff(tx, [line]);
      await ledger.release(tx, [{ ...line, qty: quantity('300') }]);
      await ledger.release(tx, [{ ...line, qty: quantity('100.5') }]);
    });
    const contract = await uow.run(buyerOf(agreement), (tx) => api.app.get(ContractBook).forOrder(tx, agreement.contractId!));
    expect(contract.lines[0]!.remaining.toDecimalString()).toBe('400');
    expect(await broken()).toEqual([]);
  });

  it('answers a line of another contract, and a line of no one, like a missing one', async () => {
    const [ours, theirs] = [await anAgreement(api), await anAgreement(api)];
    const mixed = { ...lineOf(ours, 0, '1'), mouLineId: theirs.mouLineIds[0]! };
    await expect(uow.run(buyerOf(ours), (tx) => ledger.callOff(tx, [mixed]))).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
    const missing = { ...lineOf(ours, 0, '1'), contractLineId: newId() };
    await expect(uow.run(buyerOf(ours), (tx) => ledger.accept(tx, [missing]))).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
    await expect(
      uow.run(buyerOf(ours), (tx) => api.app.get(ContractBook).forOrder(tx, theirs.contractId!)),
    ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });

  it('refuses to be changed or emptied, and to count one source line twice', async () => {
    const agreement = await anAgreement(api);
    const line = lineOf(agreement, 0, '5', 'RECEIPT');
    await uow.run(SYSTEM, (tx) => ledger.accept(tx, [line]));
    await expect(uow.run(SYSTEM, (tx) => ledger.accept(tx, [line]))).rejects.toThrow(/commitment_entry_once/);
    const change = (sql: string) => uow.run(SYSTEM, (tx) => tx.query(sql));
    await expect(change('update commitment_entry set qty = qty + 1')).rejects.toThrow(/insert-only/);
    await expect(change('delete from commitment_entry')).rejects.toThrow(/insert-only/);
    await expect(change('truncate commitment_entry cascade')).rejects.toThrow(/insert-only/);
    expect((await totals(agreement.mouLineIds[0]!)).accepted).toBe('5.000');
  });

  it('takes as many statements for a thousand lines as for one', async () => {
    const agreement = await anAgreement(api, { lines: [{ target: '100000' }] });
    const counted = async (lines: number) => {
      let statements = 0;
      await uow.run(buyerOf(agreement), async (tx) => {
        const query = tx.query.bind(tx);
        tx.query = <Row>(sql: string, parameters?: readonly unknown[]) => {
          statements += 1;
          return query<Row>(sql, parameters);
        };
        const called = Array.from({ length: lines }, () => lineOf(agreement, 0, '1'));
        await ledger.callOff(tx, called);
        await ledger.confirm(tx, called);
        await ledger.accept(tx, called);
      });
      return statements;
    };
    const one = await counted(1);
    expect(await counted(1000)).toBe(one);
    expect(await broken()).toEqual([]);
  });

  it('stores after any history what a recomputation from zero says', async () => {
    const line = fc.integer({ min: 0, max: 2 });
    const qty = fc.integer({ min: 1, max: 400_000 }).map((n) => Quantity.fromThousandths(BigInt(n)).toDecimalString());
    const act = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant('accept' as const), line, qty, day: fc.integer({ min: 0, max: 30 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('confirm' as const), line, qty, day: fc.integer({ min: 0, max: 30 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('reverse' as const), line, qty, day: fc.integer({ min: 0, max: 30 }) }),
      },
    );
    const target = fc.option(fc.constantFrom('100', '500', '900'), { freq: 4 });
    const history = fc.record({
      targets: fc.array(target, { minLength: 3, maxLength: 3 }),
      prices: fc.array(fc.option(fc.constantFrom(10_000, 40_000), { freq: 4 }), { minLength: 3, maxLength: 3 }),
      acts: fc.array(act, { maxLength: 14 }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ targets, prices, acts }) => {
        api.clock.set(null);
        const agreement = await anAgreement(api, {
          lines: targets.map((value, i) => ({ target: value, referencePrice: prices[i]! })),
        });
        const posted: string[] = [];
        for (const { kind, line: index, qty: amount, day } of acts) {
          // Days come in any order, as they do when two processes work at once or a clock is set back.
          api.clock.set(new Date(Date.UTC(2026, 7, 1 + day)));
          const id = newId();
          await uow.run(SYSTEM, async (tx: Tx) => {
            if (kind === 'accept') await ledger.accept(tx, [lineOf(agreement, index, amount, 'RECEIPT', id)]);
            else if (kind === 'confirm') await ledger.confirm(tx, [lineOf(agreement, index, amount)]);
            else if (posted.length) await ledger.reverse(tx, { type: 'RECEIPT', id: posted[index % posted.length]! });
          });
          if (kind === 'accept') posted.push(id);
        }
        expect(await broken()).toEqual([]);
      }),
      // A history costs over a second; the hundred belong to `npm run test:heavy`.
      { numRuns: process.env['PROPERTY_RUNS'] === 'full' ? 100 : 8 },
    );
  }, 120_000);

  it('finds a rollup, a rung or a signature that was tampered with', async () => {
    const agreement = await anAgreement(api);
    const names = async () => (await broken()).map(({ name }) => name);
    const spoil = async (damage: string, repair: string, expected: string) => {
      await api.sql(damage, [agreement.mouId]);
      expect(await names()).toEqual([expected]);
      await api.sql(repair, [agreement.mouId]);
      expect(await names()).toEqual([]);
    };
    const line = '(select id from mou_line where mou_id = $1)';
    await spoil(
      `update agreement_line_total set rejected = 1 where line_id in ${line}`,
      `update agreement_line_total set rejected = 0 where line_id in ${line}`,
      'rollup of a line = sum of its ledger entries',
    );
    await spoil(
      `update mou_progress set realisation_bp = 9999 where mou_id = $1`,
      `update mou_progress set realisation_bp = 0 where mou_id = $1`,
      'stored progress = progress recomputed from zero',
    );
    await spoil(
      `update mou set party_org_ids = party_org_ids || gen_random_uuid() where id = $1`,
      `update mou set party_org_ids = party_org_ids[1:2] where id = $1`,
      'the copied list of parties is that of the parties',
    );
    await api.app.get(UnitOfWork).run(SYSTEM, (tx) => api.app.get(ProgressKeeper).recompute(tx, [agreement.mouId]));
    expect(await names()).toEqual([]);
  });
});
