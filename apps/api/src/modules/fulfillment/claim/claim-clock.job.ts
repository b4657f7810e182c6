import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { ESCALATE_CLAIM } from './claim-open.service.js';
import { lockClaim, saveClaim } from './locked-claim.js';

/** Writes down what the clock has done, once. Readers and acts do not wait for it: they ask the clock itself. */
@Injectable()
export class ClaimClockJob {
  constructor(private readonly uow: UnitOfWork) {}

  @JobHandler(ESCALATE_CLAIM)
  async onTime({ claimId }: { claimId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const [known] = await tx.query('select id from claim where id = $1', [claimId]);
      if (!known) return;
      const claim = await lockClaim(tx, claimId);
      if (claim.state === 'MEDIATION' && claim.status !== 'MEDIATION') await saveClaim(tx, claim, { status: 'MEDIATION' });
    });
  }

  /** For clocks whose job was lost, by a restored backup for example. */
  @JobHandler('fulfillment.claim-escalate-sweep')
  @DailyAt('03:20')
  async sweep(): Promise<void> {
    const due = await this.uow.run(SYSTEM, (tx) =>
      tx.query<{ id: string }>(`select id from claim where status in ('OPEN', 'ANSWERED') and escalate_at < $1`, [tx.now]),
    );
    for (const { id } of due) await this.onTime({ claimId: id });
  }
}
