import { Injectable } from '@nestjs/common';
import { daysBetween } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { LegalBook } from '../../registry/index.js';
import { agreementEnding } from './life.notices.js';
import { lockLife, readProposal } from './proposal-standing.js';
import { ProposalService } from './proposal.service.js';

/** What time alone decides: silence until the last day, notice that has run out, and the coming end of a term. */
@Injectable()
export class LifeJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly proposals: ProposalService,
    private readonly legal: LegalBook,
  ) {}

  @JobHandler('agreements.decide-proposals')
  @DailyAt('00:20')
  async decide(): Promise<void> {
    const due = await this.uow.run(SYSTEM, (tx) =>
      tx.query<{ id: string }>(`select id from agreement_proposal where state = 'OPEN' and until_on < $1 order by id`, [
        tx.today,
      ]),
    );
    // One transaction each: one that cannot take effect any more must not hold up the others.
    for (const { id } of due) {
      await this.uow.run(SYSTEM, async (tx) => {
        const found = await readProposal(tx, id);
        const document = await lockLife(tx, found.documentType, found.documentId);
        const proposal = await readProposal(tx, id);
        if (proposal.state !== 'OPEN') return;
        const decided = await this.proposals.decide(tx, document, proposal);
        if (!decided.ok) await this.proposals.lapse(tx, document, proposal);
      });
    }
  }

  @JobHandler('agreements.ending')
  @DailyAt('06:50')
  async warn(): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const steps = (await this.legal.value<number[]>(tx, 'AGREEMENT_EXPIRY_NOTICE_DAYS', tx.today)) ?? [];
      const ending = await tx.query<{
        document: 'MOU' | 'CONTRACT';
        documentId: string;
        title: string;
        validTo: string;
        orgIds: string[];
      }>(
        `select 'MOU' as document, id as "documentId", title, valid_to as "validTo", party_org_ids as "orgIds" from mou
           where status in ('IN_FORCE', 'SUSPENDED') and valid_to = any(select $1::date + step from unnest($2::int[]) as step)
         union all select 'CONTRACT', id, number, valid_to, array[seller_org_id, buyer_org_id] from contract
           where status in ('ACTIVE', 'SUSPENDED') and valid_to = any(select $1::date + step from unnest($2::int[]) as step)`,
        [tx.today, steps],
      );
      for (const { orgIds, validTo, ...facts } of ending) {
        const days = daysBetween(tx.today, validTo);
        for (const orgId of orgIds) {
          await sendNotice(tx, agreementEnding, {
            orgId,
            key: `${facts.documentId}-${days}`,
            facts: { ...facts, days },
            fromOrgId: null,
          });
        }
      }
    });
  }
}
