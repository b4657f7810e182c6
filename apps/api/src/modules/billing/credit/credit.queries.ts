import { Injectable } from '@nestjs/common';
import { lineAmount, Quantity, quantity, vatAmount, type VatCode } from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SideName } from '../../ordering/index.js';
import { type OrganizationRef, organizationRefSql } from '../../registry/index.js';

export interface CreditView {
  readonly id: string;
  readonly seller: OrganizationRef;
  readonly buyer: OrganizationRef;
  readonly source: string;
  readonly amount: bigint;
  readonly allocated: bigint;
  readonly paidBack: bigint;
  readonly free: bigint;
  readonly since: Date;
  readonly version: number;
}

export interface ExposureView {
  readonly buyer: OrganizationRef;
  readonly unpaid: bigint;
  readonly overdue: bigint;
  readonly undelivered: bigint;
  readonly credit: bigint;
  readonly total: bigint;
  readonly openOrders: number;
}

const MOST = 200;
const CREDIT = `select c.id, ${organizationRefSql('se')} as seller, ${organizationRefSql('bu')} as buyer, c.source, c.amount, c.allocated,
    c.paid_back as "paidBack", c.amount - c.allocated - c.paid_back as free, c.created_at as since, c.version
  from buyer_credit c join organization se on se.id = c.seller_org_id join organization bu on bu.id = c.buyer_org_id`;

@Injectable()
export class CreditQueries {
  constructor(private readonly uow: UnitOfWork) {}

  byId(actor: Actor, id: string): Promise<CreditView> {
    return this.uow.read(actor, (tx) => tx.one<CreditView>(`${CREDIT} where c.id = $1`, [idOf(id)]));
  }

  list(actor: Actor, side: SideName, counterpartyOrgId: string | null, all: boolean): Promise<CreditView[]> {
    const [own, other] = side === 'SELLER' ? ['seller_org_id', 'buyer_org_id'] : ['buyer_org_id', 'seller_org_id'];
    return this.uow.read(actor, (tx) =>
      tx.query<CreditView>(
        `${CREDIT} where c.${own} = $1 and ($2::uuid is null or c.${other} = $2) and ($3 or c.amount > c.allocated + c.paid_back)
         order by c.id desc limit ${MOST}`,
        [actor.orgId, counterpartyOrgId && idOf(counterpartyOrgId), all],
      ),
    );
  }

  /** One row for each buyer with anything open, the most at stake first. */
  async exposures(actor: Actor): Promise<ExposureView[]> {
    return this.uow.read(actor, async (tx) => {
      const owed = await tx.query<{ buyerOrgId: string; unpaid: bigint; overdue: bigint }>(
        `select buyer_org_id as "buyerOrgId", sum(total + noted_amount - paid_amount)::bigint as unpaid,
           coalesce(sum(total + noted_amount - paid_amount) filter (where due_on < $2), 0)::bigint as overdue
         from payment_request where seller_org_id = $1 and total + noted_amount > paid_amount group by buyer_org_id`,
        [actor.orgId, tx.today],
      );
      const lines = await tx.query<{ buyerOrgId: string; orderId: string; qty: string; unitPrice: bigint; vatCode: VatCode }>(
        `select o.buyer_org_id as "buyerOrgId", o.id as "orderId", greatest(l.confirmed_qty - l.accepted_qty - l.rejected_qty - l.missing_qty, 0) as qty,
           l.unit_price as "unitPrice", l.vat_code as "vatCode"
         from purchase_order o join order_line l on l.order_id = o.id
         where o.seller_org_id = $1 and o.status in ('CONFIRMED', 'IN_DELIVERY', 'RECEIVED_PART')`,
        [actor.orgId],
      );
      const credits = await tx.query<{ buyerOrgId: string; credit: bigint }>(
        `select buyer_org_id as "buyerOrgId", sum(amount - allocated - paid_back)::bigint as credit from buyer_credit
         where seller_org_id = $1 group by buyer_org_id`,
        [actor.orgId],
      );
      const ids = [...new Set([...owed, ...lines, ...credits].map(({ buyerOrgId }) => buyerOrgId))];
      const buyers = await tx.query<{ id: string; buyer: OrganizationRef }>(
        `select o.id, ${organizationRefSql('o')} as buyer from organization o where o.id = any($1)`,
        [ids],
      );
      const rows = buyers.map(({ id, buyer }) => {
        const open = lines.filter(({ buyerOrgId, qty }) => buyerOrgId === id && quantity(qty).isPositive);
        const undelivered = open.reduce((sum, line) => sum + worth(quantity(line.qty), line), 0n);
        const { unpaid = 0n, overdue = 0n } = owed.find(({ buyerOrgId }) => buyerOrgId === id) ?? {};
        const credit = credits.find(({ buyerOrgId }) => buyerOrgId === id)?.credit ?? 0n;
        const openOrders = new Set(open.map(({ orderId }) => orderId)).size;
        return { buyer, unpaid, overdue, undelivered, credit, total: unpaid + undelivered - credit, openOrders };
      });
      return rows
        .filter(({ unpaid, undelivered, credit }) => unpaid + undelivered + credit > 0n)
        .sort((a, b) => (b.total > a.total ? 1 : b.total < a.total ? -1 : 0));
    });
  }
}

function worth(qty: Quantity, { unitPrice, vatCode }: { unitPrice: bigint; vatCode: VatCode }): bigint {
  const net = lineAmount(qty, unitPrice);
  return net + vatAmount(net, vatCode);
}
