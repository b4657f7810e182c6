import { Injectable } from '@nestjs/common';
import {
  callOffLimit,
  checkCallOffOpen,
  Quantity,
  quantity,
  roundDownToPack,
  type ContractState,
  type MouState,
  type TermBase,
} from '@lienket/domain';
import { prepared } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

export interface OrderableContract {
  readonly contract: {
    readonly id: string;
    readonly number: string;
    readonly status: ContractState;
    readonly sellerOrgId: string;
    readonly buyerOrgId: string;
    readonly validFrom: string;
    readonly validTo: string;
    readonly paymentTermDays: number;
    readonly paymentBase: TermBase;
    readonly toleranceBp: number;
    readonly mouId: string | null;
    /** Of the memorandum above it; null where there is none. */
    readonly mouStatus: MouState | null;
  };
  readonly lines: readonly OrderableContractLine[];
}

export interface OrderableContractLine {
  readonly id: string;
  readonly mouLineId: string | null;
  readonly productId: string;
  readonly packId: string;
  readonly packName: string;
  readonly packSizeBase: Quantity;
  readonly description: string;
  readonly baseUnit: string;
  readonly unitPrice: bigint;
  readonly vatClass: string;
  readonly maxQty: Quantity;
  /** What may still be called off, tolerance included. */
  readonly remaining: Quantity;
}

interface LineRow extends Omit<OrderableContractLine, 'packSizeBase' | 'maxQty' | 'remaining'> {
  readonly packSizeBase: string;
  readonly maxQty: string;
  readonly calledOff: string | null;
}

interface LineLimit {
  readonly maxQty: string;
  readonly packSizeBase: string;
  readonly toleranceBp: number;
  readonly calledOff: string | null;
}

/** What may still be called off from a line, in whole packs, as orders are; never below zero. */
export function remainingOf({ maxQty, packSizeBase, toleranceBp, calledOff }: LineLimit): Quantity {
  const ceiling = callOffLimit({ max: quantity(maxQty), tolerancePct: toleranceBp / 100 }) ?? Quantity.ZERO;
  return roundDownToPack(Quantity.max(Quantity.ZERO, ceiling.sub(quantity(calledOff ?? '0'))), quantity(packSizeBase));
}

/** Whether something new may be called off under it now. */
export const callOffOpen = ({ status, mouStatus }: Pick<OrderableContract['contract'], 'status' | 'mouStatus'>) =>
  checkCallOffOpen({ contract: status, mou: mouStatus });

const HEAD = `select c.id, c.number, c.status, c.seller_org_id as "sellerOrgId", c.buyer_org_id as "buyerOrgId", c.valid_from as "validFrom", c.valid_to as "validTo",
    c.payment_term_days as "paymentTermDays", c.payment_base as "paymentBase", c.tolerance_bp as "toleranceBp", c.mou_id as "mouId", m.status as "mouStatus"
  from contract c left join mou m on m.id = c.mou_id where c.id = $1`;
const HELD = prepared(`${HEAD} for share of c`);
const SHOWN = prepared(HEAD);

/** Contracts as the order pad and the order need them. */
@Injectable()
export class ContractBook {
  /**
   * Holds the contract as it is until the transaction ends, with all of its lines or only those named; NOT_FOUND for anybody
   * but its two sides and the Alliance.
   */
  forOrder(tx: Tx, contractId: string, lineIds: readonly string[] | null = null): Promise<OrderableContract> {
    return this.read(tx, HELD, contractId, lineIds);
  }

  /** The same without holding it: for what is only shown, so that no page waits for an annex. */
  toShow(tx: Tx, contractId: string): Promise<OrderableContract> {
    return this.read(tx, SHOWN, contractId, null);
  }

  private async read(
    tx: Tx,
    head: typeof HELD,
    contractId: string,
    lineIds: readonly string[] | null,
  ): Promise<OrderableContract> {
    const contract = await tx.one<OrderableContract['contract']>(head, [contractId]);
    const rows = await tx.query<LineRow>(
      prepared(`select l.id, l.mou_line_id as "mouLineId", l.product_id as "productId", l.pack_id as "packId", l.pack_name as "packName",
         l.pack_size_base as "packSizeBase", l.description, l.base_unit as "baseUnit", l.unit_price as "unitPrice", l.vat_class as "vatClass",
         l.max_qty as "maxQty", t.called_off as "calledOff"
       from contract_line l left join agreement_line_total t on t.line_id = l.id where l.contract_id = $1 and ($2::uuid[] is null or l.id = any($2)) order by l.line_no`),
      [contractId, lineIds],
    );
    const lines = rows.map(({ calledOff, ...row }) => ({
      ...row,
      packSizeBase: quantity(row.packSizeBase),
      maxQty: quantity(row.maxQty),
      remaining: remainingOf({ ...row, toleranceBp: contract.toleranceBp, calledOff }),
    }));
    return { contract, lines };
  }
}
