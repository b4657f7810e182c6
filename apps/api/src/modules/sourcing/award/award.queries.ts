import { Injectable } from '@nestjs/common';
import { lineAmount, quantity } from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { PRODUCT_REF_SQL } from '../../catalog/index.js';
import { organizationRefSql } from '../../registry/index.js';
import { WRONG_ROLE } from '../rfq/rfq-rules.js';
import type { OfferedAction } from '../rfq/rfq.view.js';
import { type AwardRefusal, awardMessages } from './award.messages.js';
import type { AwardLineView, AwardView } from './award.view.js';

const LINES = `select l.id, l.rfq_id as "rfqId", l.rfq_number as "rfqNumber", l.rfq_line_id as "rfqLineId",
    l.quote_line_id as "quoteLineId", ${organizationRefSql('s')} as seller, ${organizationRefSql('b')} as buyer,
    case when g.id is not null then ${organizationRefSql('g')} end as lead, case when p.id is not null then ${PRODUCT_REF_SQL('p')} end as product,
    l.description, l.base_unit as "baseUnit", l.pack_name as "packName", l.pack_size_base as "packSize", l.qty,
    l.unit_price as "unitPrice", l.freight_per_unit as "freightPerUnit", l.basis, l.lead_days as "leadDays",
    l.used_by_type as "usedByType", l.used_by_id as "usedById", l.awarded_at as "awardedAt"
  from award_line l join organization s on s.id = l.seller_org_id join organization b on b.id = l.buyer_org_id
  left join organization g on g.id = l.lead_org_id left join product p on p.id = l.product_id`;

@Injectable()
export class AwardQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The buyer's last decision on a request, with what waits for approval. */
  ofRfq(actor: Actor, rfqId: string): Promise<AwardView | null> {
    return this.uow.read(actor, async (tx) => {
      const [row] = await tx.query<Omit<AwardView, 'availableActions'> & { buyerOrgId: string; proposedBy: string }>(
        `select a.id, a.status, a.total, a.note, a.allow_over as "allowOver", a.picks, a.proposed_at as "proposedAt",
           p.full_name as "proposedByName", a.decided_at as "decidedAt", d.full_name as "decidedByName",
           a.return_reason as "returnReason", a.version, a.buyer_org_id as "buyerOrgId", a.proposed_by as "proposedBy"
         from award a left join app_user p on p.id = a.proposed_by left join app_user d on d.id = a.decided_by
         where a.rfq_id = $1 order by a.proposed_at desc, a.id desc limit 1`,
        [rfqId],
      );
      if (!row) return null;
      const { buyerOrgId, proposedBy, ...award } = row;
      return { ...award, availableActions: awardActions(actor, { status: row.status, buyerOrgId, proposedBy }) };
    });
  }

  /** Agreed lines of a request that are the reader's own: all of them for the buyer, its own for a cooperative. */
  lines(actor: Actor, rfqId: string): Promise<AwardLineView[]> {
    return this.uow.read(actor, (tx) => readLines(tx, 'l.rfq_id = $1 order by l.line_no', [idOf(rfqId)]));
  }

  /** The reader's agreed lines of every request, the newest first; `unused` leaves out those that became an order or a contract. */
  mine(actor: Actor, unused: boolean): Promise<AwardLineView[]> {
    return this.uow.read(actor, (tx) =>
      readLines(
        tx,
        `$1 in (l.seller_org_id, l.buyer_org_id) ${unused ? 'and l.used_at is null' : ''} order by l.id desc limit 200`,
        [actor.orgId],
      ),
    );
  }
}

async function readLines(tx: Tx, where: string, values: unknown[]): Promise<AwardLineView[]> {
  const rows = await tx.query<Omit<AwardLineView, 'amount'>>(`${LINES} where ${where}`, values);
  return rows.map((row) => ({ ...row, amount: lineAmount(quantity(row.qty), row.unitPrice + (row.freightPerUnit ?? 0n)) }));
}

function awardActions(
  actor: Actor,
  award: { readonly status: string; readonly buyerOrgId: string; readonly proposedBy: string },
): OfferedAction[] {
  if (actor.orgId !== award.buyerOrgId) return [];
  const say = (refusal: AwardRefusal) => explain(awardMessages, refusal, actor.locale).message;
  const common = !allows(actor, 'rfq.approve', award)
    ? WRONG_ROLE[actor.locale]
    : award.status === 'PROPOSED'
      ? null
      : say({ code: 'AWARD_NOT_PENDING' });
  const own = award.proposedBy === actor.userId ? say({ code: 'SAME_PERSON' }) : null;
  const [approve, back] = [common ?? own, common];
  return [
    { action: 'awardApprove', allowed: approve === null, reason: approve },
    { action: 'awardReturn', allowed: back === null, reason: back },
  ];
}
