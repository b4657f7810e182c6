import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { AwardRefusal } from './award.messages.js';

export interface RuleView {
  readonly directorSends: boolean;
  readonly awardLimit: bigint | null;
}

export interface RuleCommand extends RuleView {
  readonly clientKey: string;
}

/** What an organization asks of its own people. */
@Injectable()
export class RuleService {
  constructor(private readonly uow: UnitOfWork) {}

  set(actor: Actor, input: RuleCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'sourcing.rule', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'sourcing.rule', { ownerOrgId: actor.orgId });
      const awardLimit = input.awardLimit ?? null;
      if (awardLimit !== null && awardLimit <= 0n) return refuse<AwardRefusal>({ code: 'LIMIT_NOT_VALID' });
      await tx.query(
        `insert into sourcing_rule (org_id, director_sends, award_limit) values ($1, $2, $3)
         on conflict (org_id) do update set director_sends = excluded.director_sends, award_limit = excluded.award_limit`,
        [actor.orgId, input.directorSends, awardLimit],
      );
      await tx.audit('sourcing.rule', 'organization', actor.orgId, { directorSends: input.directorSends, awardLimit });
      return accept(actor.orgId);
    });
  }

  of(actor: Actor): Promise<RuleView> {
    return this.uow.read(actor, async (tx) => {
      const [row] = await tx.query<RuleView>(
        'select director_sends as "directorSends", award_limit as "awardLimit" from sourcing_rule where org_id = $1',
        [actor.orgId],
      );
      return row ?? { directorSends: false, awardLimit: null };
    });
  }
}
