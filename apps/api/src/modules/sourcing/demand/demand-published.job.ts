import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { demandPublished } from './demand.notices.js';
import { type SoughtGoods, SupplierCandidates } from './supplier-candidates.js';

export const DEMAND_PUBLISHED = 'sourcing.demand-published';

interface Published extends SoughtGoods {
  readonly id: string;
  readonly title: string;
  readonly buyerOrgId: string;
  readonly visibility: string;
  readonly openUntil: string;
}

/** Tells those who were chosen, or those whose goods answer to the post; everybody else finds it in the list. */
@Injectable()
export class DemandPublishedJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly candidates: SupplierCandidates,
  ) {}

  @JobHandler(DEMAND_PUBLISHED)
  async onPublished({ postId }: { postId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const post = await tx.one<Published>(
        `select id, title, buyer_org_id as "buyerOrgId", visibility, open_until as "openUntil", product_id as "productId",
           product_name as "productName", product_group as "productGroup"
         from demand_post where id = $1`,
        [postId],
      );
      const facts = { postId, title: post.title, openUntil: post.openUntil };
      for (const orgId of await this.audience(tx, post))
        await sendNotice(tx, demandPublished, { orgId, facts, key: postId, fromOrgId: post.buyerOrgId });
    });
  }

  private async audience(tx: Tx, post: Published): Promise<string[]> {
    if (post.visibility === 'CHOSEN') {
      const rows = await tx.query<{ id: string }>('select seller_org_id as id from demand_choice where post_id = $1', [post.id]);
      return rows.map(({ id }) => id);
    }
    const found = await this.candidates.find(tx, post.buyerOrgId, post);
    // Goods of the same group alone are no reason to write to somebody.
    return [...new Set(found.filter(({ fit }) => fit !== 'GROUP').map(({ seller }) => seller.id))];
  }
}
