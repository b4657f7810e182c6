import { Injectable } from '@nestjs/common';
import {
  addDays,
  completionOf,
  CONTRACT_TRANSITIONS,
  type ContractUse,
  type ContractState,
  MOU_TRANSITIONS,
  type MouState,
  nextState,
  quantity,
  RUNNING_CONTRACT_STATES,
} from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../platform/jobs/job-handler.js';
import { sendNotice } from '../../platform/notices/index.js';
import { AvailabilityBook } from '../catalog/index.js';
import { LegalBook } from '../registry/index.js';
import { contractCompleted } from './life/life.notices.js';
import { ProgressKeeper } from './progress-keeper.js';

/** What happens when the last day of an agreement has passed. */
@Injectable()
export class EndOfTerm {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly legal: LegalBook,
    private readonly progress: ProgressKeeper,
    private readonly availability: AvailabilityBook,
  ) {}

  /**
   * Memoranda past their last day and the days of grace expire; how each ended is for people to say. One whose contract still runs
   * waits for the contract's end: an expired agreement takes no call-off, and the contract does.
   */
  @JobHandler('agreements.expire')
  @DailyAt('00:10')
  async expireMous(): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const grace = (await this.legal.number(tx, 'MOU_GRACE_DAYS', tx.today)) ?? 0;
      const past = await tx.query<{ id: string; status: MouState }>(
        `select id, status from mou where status in ('IN_FORCE', 'SUSPENDED') and valid_to < $1 order by id for update`,
        [addDays(tx.today, -grace)],
      );
      // Asked once the memoranda are locked: signing a contract holds them, too.
      const running = await tx.query<{ mouId: string }>(
        'select distinct mou_id as "mouId" from contract where mou_id = any($1) and status = any($2)',
        [past.map(({ id }) => id), RUNNING_CONTRACT_STATES],
      );
      const due = past.filter(({ id }) => !running.some(({ mouId }) => mouId === id));
      for (const { id, status } of due) {
        const moved = nextState(MOU_TRANSITIONS, status, 'expire');
        if (!moved.ok) continue;
        await tx.query('update mou set status = $2, version = version + 1 where id = $1', [id, moved.value]);
        await tx.audit('mou.expire', 'mou', id);
      }
      if (due.length > 0)
        await this.progress.refresh(
          tx,
          due.map(({ id }) => id),
        );
    });
  }

  /**
   * Completes a contract whose term is over or that was received in full, once nothing is open under it; else leaves it as it is.
   * `openOrdersOf` counts what only the module of orders knows.
   */
  async completeContract(tx: Tx, id: string, openOrdersOf: (contractId: string) => Promise<number>): Promise<void> {
    const contract = await tx.one<{ status: ContractState; mouId: string | null; number: string; orgIds: string[] }>(
      `select status, mou_id as "mouId", number, array[seller_org_id, buyer_org_id] as "orgIds" from contract where id = $1 for update`,
      [id],
    );
    // Asked once the contract is locked: an order holds it while it is placed.
    const why = completionOf({ ...(await useOf(tx, id)), openOrders: await openOrdersOf(id) }, tx.today);
    if (why === null) return;
    const moved = nextState(CONTRACT_TRANSITIONS, contract.status, 'complete');
    if (!moved.ok) return;
    await tx.query('update contract set status = $2, version = version + 1 where id = $1', [id, moved.value]);
    await tx.audit('contract.complete', 'contract', id, { why });
    await this.availability.release(tx, id);
    for (const orgId of contract.orgIds) {
      await sendNotice(tx, contractCompleted, { orgId, key: id, facts: { contractId: id, number: contract.number, why } });
    }
    if (contract.mouId) await this.progress.refresh(tx, [contract.mouId]);
  }
}

/** What the contract's lines were promised at most, and how much of it came, by what is proven. */
async function useOf(tx: Tx, id: string): Promise<Pick<ContractUse, 'validTo' | 'lines'>> {
  const { validTo } = await tx.one<{ validTo: string }>('select valid_to as "validTo" from contract where id = $1', [id]);
  const lines = await tx.query<{ max: string; proven: string }>(
    `select l.max_qty::text as max, (coalesce(t.accepted, 0) - coalesce((select sum(e.qty) from commitment_entry e
         where e.contract_line_id = l.id and e.kind = 'ACCEPT' and e.evidence_grade = 'C'), 0))::text as proven
     from contract_line l left join agreement_line_total t on t.line_id = l.id where l.contract_id = $1 order by l.line_no`,
    [id],
  );
  return { validTo, lines: lines.map(({ max, proven }) => ({ max: quantity(max), proven: quantity(proven) })) };
}
