import { Injectable } from '@nestjs/common';
import {
  addDays,
  CONTRACT_TRANSITIONS,
  type ContractState,
  MOU_TRANSITIONS,
  type MouState,
  nextState,
  RUNNING_CONTRACT_STATES,
} from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../platform/jobs/job-handler.js';
import { LegalBook } from '../registry/index.js';
import { ProgressKeeper } from './progress-keeper.js';

/** What happens when the last day of an agreement has passed. */
@Injectable()
export class EndOfTerm {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly legal: LegalBook,
    private readonly progress: ProgressKeeper,
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

  /** For the modules that know that nothing is open under the contract any more; another state stays as it is. */
  async completeContract(tx: Tx, id: string): Promise<void> {
    const contract = await tx.one<{ status: ContractState; mouId: string | null }>(
      'select status, mou_id as "mouId" from contract where id = $1 for update',
      [id],
    );
    const moved = nextState(CONTRACT_TRANSITIONS, contract.status, 'complete');
    if (!moved.ok) return;
    await tx.query('update contract set status = $2, version = version + 1 where id = $1', [id, moved.value]);
    await tx.audit('contract.complete', 'contract', id);
    if (contract.mouId) await this.progress.refresh(tx, [contract.mouId]);
  }
}
