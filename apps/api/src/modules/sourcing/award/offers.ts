import { PRICE_PLACES, quantity, quoteStateAt, type AwardableOffer, type PricePlace, type QuoteState } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** One line of a quote's last revision, with all that an agreed line takes over from it. */
export interface OfferedLine {
  readonly id: string;
  readonly quoteId: string;
  readonly rfqLineId: string;
  readonly sellerOrgId: string;
  readonly productId: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSizeBase: string;
  readonly vatClass: string | null;
  readonly unitPrice: bigint;
  readonly freightPerUnit: bigint | null;
  readonly offeredQty: string;
  readonly moqQty: string | null;
  readonly leadDays: number;
  readonly basis: PricePlace;
  readonly shares: readonly { readonly memberOrgId: string; readonly productId: string | null; readonly qty: string }[];
}

export interface LockedQuotes {
  readonly quotes: readonly { readonly id: string; readonly sellerOrgId: string; readonly status: QuoteState }[];
  /** Of the quotes that stand today only. */
  readonly offers: readonly OfferedLine[];
}

/** Holds every quote of a request, in id order, and reads the offers that stand. */
export async function lockOffers(tx: Tx, rfqId: string, wanted: PricePlace): Promise<LockedQuotes> {
  const rows = await tx.query<{ id: string; sellerOrgId: string; status: QuoteState; validUntil: string | null }>(
    `select id, seller_org_id as "sellerOrgId", status, valid_until as "validUntil" from quote
     where rfq_id = $1 and status <> 'DRAFT' order by id for update`,
    [rfqId],
  );
  const quotes = rows.map((row) => ({
    ...row,
    status: quoteStateAt({ state: row.status, validUntil: row.validUntil }, tx.today),
  }));
  const standing = quotes.filter(({ status }) => status === 'SENT').map(({ id }) => id);
  const lines = await tx.query<OfferedLine>(
    `select l.id, r.quote_id as "quoteId", l.rfq_line_id as "rfqLineId", l.seller_org_id as "sellerOrgId", l.product_id as "productId",
       l.description, l.base_unit as "baseUnit", l.pack_name as "packName", l.pack_size_base as "packSizeBase", l.vat_class as "vatClass",
       l.unit_price as "unitPrice", l.freight_per_unit as "freightPerUnit", l.offered_qty as "offeredQty", l.moq_qty as "moqQty",
       l.lead_days as "leadDays", r.basis,
       coalesce((select json_agg(json_build_object('memberOrgId', s.member_org_id, 'productId', s.product_id, 'qty', s.qty::text)
         order by s.qty desc, s.member_org_id) from quote_line_share s where s.quote_line_id = l.id), '[]') as shares
     from quote q join quote_revision r on r.quote_id = q.id and r.n = q.revision join quote_line l on l.revision_id = r.id
     where q.id = any($1) order by l.id`,
    [standing],
  );
  return { quotes, offers: lines.map((line) => ({ ...line, freightPerUnit: payableFreight(line, wanted) })) };
}

/** Freight is part of the bargain only where the goods must still travel to the place asked for. */
function payableFreight(line: OfferedLine, wanted: PricePlace): bigint | null {
  return PRICE_PLACES.indexOf(line.basis) < PRICE_PLACES.indexOf(wanted) ? line.freightPerUnit : null;
}

export const awardable = (line: OfferedLine): AwardableOffer => ({
  id: line.id,
  askedLineId: line.rfqLineId,
  offered: quantity(line.offeredQty),
  packSize: quantity(line.packSizeBase),
  moq: line.moqQty === null ? null : quantity(line.moqQty),
  unitPrice: line.unitPrice,
  freightPerUnit: line.freightPerUnit,
});
