import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { quantity } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { QuantityScalar, VND } from '../../platform/graphql/scalars.js';
import { Contract, Mou } from '../agreements/index.js';

@ObjectType({ description: 'What was requested and paid for a line, as quantity; a partly paid request counts by its share.' })
@Authority('PARTIES')
export class LineMoney {
  @Field(() => ID) lineId: string;
  @Field(() => QuantityScalar) invoicedQty: string;
  @Field(() => QuantityScalar) paidQty: string;
}

@ObjectType({ description: 'Money under an agreement, for the reader’s own side only.' })
@Authority('PARTIES')
export class AgreementMoney {
  @Field(() => VND) invoiced: bigint;
  @Field(() => VND) paid: bigint;
  @Field(() => [LineMoney]) lines: LineMoney[];
}

interface LineRow {
  readonly lineId: string;
  readonly accepted: string;
  readonly total: bigint;
  readonly paidAmount: bigint;
}

/** Money is between the two sides: row-level security leaves only the reader's own requests, and the Alliance is told nothing. */
async function moneyOf(
  tx: Tx,
  column: 'mou_line_id' | 'contract_line_id',
  lines: string,
  documentId: string,
): Promise<AgreementMoney> {
  const rows = await tx.query<LineRow>(
    `select ol.${column} as "lineId", sum(rl.accepted_qty) as accepted, r.total, r.paid_amount as "paidAmount"
     from ${lines} l join order_line ol on ol.${column} = l.id join goods_receipt_line rl on rl.order_line_id = ol.id
     join payment_request r on r.receipt_id = rl.receipt_id
     where l.${lines === 'mou_line' ? 'mou_id' : 'contract_id'} = $1 group by ol.${column}, r.id`,
    [documentId],
  );
  const sums = await tx.one<{ invoiced: bigint; paid: bigint }>(
    `select coalesce(sum(total), 0)::bigint as invoiced, coalesce(sum(paid_amount), 0)::bigint as paid from payment_request
     where order_id in (select ol.order_id from order_line ol join ${lines} l on l.id = ol.${column} where l.${lines === 'mou_line' ? 'mou_id' : 'contract_id'} = $1)`,
    [documentId],
  );
  const byLine = new Map<string, { invoiced: bigint; paid: bigint }>();
  for (const { lineId, accepted, total, paidAmount } of rows) {
    const qty = quantity(accepted);
    const so = byLine.get(lineId) ?? { invoiced: 0n, paid: 0n };
    const share = total > 0n ? qty.timesRatio(paidAmount, total, 'down').thousandths : qty.thousandths;
    byLine.set(lineId, { invoiced: so.invoiced + qty.thousandths, paid: so.paid + share });
  }
  const text = (thousandths: bigint) => quantity('0.001').timesRatio(thousandths, 1n, 'down').toDecimalString();
  return {
    ...sums,
    lines: [...byLine].map(([lineId, { invoiced, paid }]) => ({ lineId, invoicedQty: text(invoiced), paidQty: text(paid) })),
  };
}

@Resolver(() => Mou)
export class MouMoneyResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField(() => AgreementMoney, { nullable: true, description: 'Null for those who are no party.' })
  money(@Parent() mou: Mou, @CurrentActor() actor: Actor): Promise<AgreementMoney> | null {
    const own = mou.parties.some(({ organization, role }) => organization.id === actor.orgId && role !== 'WITNESS');
    return own && actor.orgKind !== 'ALLIANCE'
      ? this.uow.read(actor, (tx) => moneyOf(tx, 'mou_line_id', 'mou_line', mou.id))
      : null;
  }
}

@Resolver(() => Contract)
export class ContractMoneyResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField(() => AgreementMoney, { nullable: true, description: 'Null for those who are no party.' })
  money(@Parent() contract: Contract, @CurrentActor() actor: Actor): Promise<AgreementMoney> | null {
    const own = [contract.seller.id, contract.buyer.id].includes(actor.orgId);
    return own && actor.orgKind !== 'ALLIANCE'
      ? this.uow.read(actor, (tx) => moneyOf(tx, 'contract_line_id', 'contract_line', contract.id))
      : null;
  }
}
