import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { RFQ_NOTICES, tellRfq } from '../sourcing.notices.js';
import { DEADLINE_NEAR } from './rfq.service.js';

interface Near {
  readonly rfqId: string;
  readonly deadlineAt: string;
}

/** A day before a request closes: both sides hear of it, unless the deadline moved or the request ended meanwhile. */
@Injectable()
export class DeadlineJob {
  constructor(private readonly uow: UnitOfWork) {}

  @JobHandler(DEADLINE_NEAR)
  async remind(payload: Near): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const [rfq] = await tx.query<{ id: string; number: string; title: string; buyerOrgId: string }>(
        `select id, number, title, buyer_org_id as "buyerOrgId" from rfq where id = $1 and status = 'OPEN' and deadline_at = $2`,
        [payload.rfqId, payload.deadlineAt],
      );
      if (!rfq) return;
      const silent = await tx.query<{ orgId: string }>(
        `select i.seller_org_id as "orgId" from rfq_invitee i left join quote q on q.rfq_id = i.rfq_id and q.seller_org_id = i.seller_org_id
         where i.rfq_id = $1 and i.declined_at is null and coalesce(q.revision, 0) = 0 order by i.seller_org_id`,
        [rfq.id],
      );
      const key = `${rfq.id}:${payload.deadlineAt}`;
      for (const { orgId } of silent) await tellRfq(tx, RFQ_NOTICES.deadlineForSeller, orgId, rfq, key);
      await tellRfq(tx, RFQ_NOTICES.deadlineForBuyer, rfq.buyerOrgId, rfq, key);
    });
  }
}
