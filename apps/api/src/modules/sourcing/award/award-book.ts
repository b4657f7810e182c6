import { Injectable } from '@nestjs/common';
import { idOf } from '../../../platform/auth/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import type { AwardUseName } from './award.view.js';

/** What was agreed, for the order or the contract that is made of it; quantities are decimal strings in the base unit. */
export interface AgreedLine {
  readonly id: string;
  readonly rfqId: string;
  readonly rfqNumber: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly productId: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSizeBase: string;
  readonly vatClass: string | null;
  readonly qty: string;
  /** What is paid for one base unit: the quoted price and, where the seller brings it, the quoted freight. */
  readonly agreedPrice: bigint;
  readonly leadDays: number;
  readonly isDemo: boolean;
  readonly used: boolean;
}

/** Agreed lines for documents of later modules; each is used once. */
@Injectable()
export class AwardBook {
  /** Holds the lines in id order; NOT_FOUND when one is missing or the organization is not its side. */
  async hold(
    tx: Tx,
    ids: readonly string[],
    side: { readonly orgId: string; readonly as: 'BUYER' | 'EITHER' },
  ): Promise<AgreedLine[]> {
    const wanted = [...new Set(ids.map(idOf))].sort();
    const rows = await tx.query<AgreedLine>(
      `select id, rfq_id as "rfqId", rfq_number as "rfqNumber", seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId",
         product_id as "productId", description, base_unit as "baseUnit", pack_name as "packName", pack_size_base as "packSizeBase",
         vat_class as "vatClass", qty, unit_price + coalesce(freight_per_unit, 0) as "agreedPrice", lead_days as "leadDays",
         is_demo as "isDemo", used_at is not null as used
       from award_line where id = any($1) and ($2 = buyer_org_id or ($3 and $2 = seller_org_id)) order by id for update`,
      [wanted, side.orgId, side.as === 'EITHER'],
    );
    if (rows.length !== wanted.length) throw new NotFoundError();
    return rows;
  }

  /** Writes down what the lines became; the caller holds them and has seen that they are free. */
  async use(tx: Tx, ids: readonly string[], type: AwardUseName, documentId: string): Promise<void> {
    await tx.query('update award_line set used_by_type = $2, used_by_id = $3, used_at = $4 where id = any($1)', [
      ids,
      type,
      documentId,
      tx.now,
    ]);
  }
}
