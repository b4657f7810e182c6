import { newId } from '../platform/ids.js';
import type { Client } from './client.js';
import type { GivenProduct, Org } from './given.js';
import type { TestApi } from './start-api.js';

/** A seller and a buyer with an active contract under a memorandum, before the first order. */
export interface Deal {
  readonly seller: Org;
  readonly buyer: Org;
  readonly sells: Client;
  readonly buys: Client;
  readonly receives: Client;
  readonly product: GivenProduct;
  readonly locationId: string;
  readonly mouId: string;
  readonly mouLineId: string;
  readonly contractId: string;
  readonly contractLineId: string;
}

export interface DealOptions {
  /** Maximum of the contract line in kg; also its target and the memorandum's. */
  readonly max?: string;
  readonly unitPrice?: bigint;
  readonly tiers?: { minQtyBase: string; unitPrice: bigint }[];
  readonly vatClass?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Written row by row, so that tests of orders do not depend on how agreements are made. */
export async function aDeal(api: TestApi, options: DealOptions = {}): Promise<Deal> {
  const {
    max = '1000',
    unitPrice = 42_000n,
    tiers,
    vatClass = 'RAW_AGRI',
    validFrom = '2026-01-01',
    validTo = '2027-12-31',
  } = options;
  const seller = await api.given.cooperative();
  const buyer = await api.given.retailer();
  const director = await api.given.member(seller, 'SELLER_DIRECTOR');
  const manager = await api.given.member(buyer, 'BUYER_MANAGER', 'BUYER');
  const receiver = await api.given.member(buyer, 'BUYER_RECEIVER');
  const product = await api.given.product(seller, { vatClass, ...(tiers && { tiers }) });
  const [mouId, mouLineId, contractId, contractLineId] = [newId(), newId(), newId(), newId()];
  await api.sql(
    `insert into mou (id, register_no, title, status, signed_on, valid_from, valid_to, party_org_ids, created_by, created_by_org_id, recorded_at)
     values ($1, $2, 'Biên bản ghi nhớ', 'IN_FORCE', $5, $5, $6, $3, $4, $7, now())`,
    [mouId, `BB-${mouId}`, [seller.id, buyer.id], director.userId, validFrom, validTo, seller.id],
  );
  await api.sql(
    `insert into mou_party (id, mou_id, org_id, role, must_sign, position) values ($1, $3, $4, 'SELLER', true, 1), ($2, $3, $5, 'BUYER', true, 2)`,
    [newId(), newId(), mouId, seller.id, buyer.id],
  );
  await api.sql(
    `insert into mou_line (id, mou_id, line_no, product_id, description, base_unit, target_qty, season_months, reference_price)
     values ($1, $2, 1, $3, 'Na', 'kg', $4, '{1,2,3,4,5,6,7,8,9,10,11,12}', 40000)`,
    [mouLineId, mouId, product.id, max],
  );
  await api.sql(
    `insert into contract (id, mou_id, number, seller_org_id, buyer_org_id, status, valid_from, valid_to, price_clause, payment_term_days,
       proposed_by_org_id, activated_at)
     values ($1, $2, $3, $4, $5, 'ACTIVE', $6, $7, 'FIXED', 15, $4, now())`,
    [contractId, mouId, `HD-${contractId}`, seller.id, buyer.id, validFrom, validTo],
  );
  await api.sql(
    `insert into contract_line (id, contract_id, line_no, mou_line_id, product_id, pack_id, description, base_unit, pack_name, pack_size_base,
       min_qty, target_qty, max_qty, unit_price, vat_class)
     values ($1, $2, 1, $3, $4, $5, 'Na dai loại 1', 'kg', 'Thùng 10 kg', 10, 0, $6, $6, $7, $8)`,
    [contractLineId, contractId, mouLineId, product.id, product.packId, max, unitPrice.toString(), vatClass],
  );
  await api.sql(`insert into agreement_line_total (line_id, line_kind, committed) values ($1, 'MOU', $3), ($2, 'CONTRACT', $3)`, [
    mouLineId,
    contractLineId,
    max,
  ]);
  return {
    seller,
    buyer,
    sells: await api.as(director),
    buys: await api.as(manager),
    receives: await api.as(receiver),
    product,
    locationId: await api.given.location(buyer),
    mouId,
    mouLineId,
    contractId,
    contractLineId,
  };
}

/** A business date `days` from the API's today. */
export const inDays = (api: TestApi, days: number): string =>
  new Date(api.clock.now().getTime() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

export interface OrderAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string | null;
  readonly currentVersion?: number;
  readonly rows?: readonly { row: number; field: string; code: string; message: string; suggestion: string | null }[];
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly orderedTotal: number | string;
  readonly confirmedTotal: number | string;
  readonly acceptedTotal: number | string;
  readonly lines: readonly {
    id: string;
    unitPrice: number | string;
    amount: number | string;
    vatCode: string;
    answer: string;
    confirmedQty: string;
    dispatchedQty: string;
    acceptedQty: string;
    rejectedQty: string;
    missingQty: string;
  }[];
}

const ORDER = `id number status version orderedTotal confirmedTotal acceptedTotal
  lines { id unitPrice amount vatCode answer confirmedQty dispatchedQty acceptedQty rejectedQty missingQty }`;
const REFUSAL = `... on DomainError { code message field } ... on VersionConflict { currentVersion }
  ... on RowsRefused { rows { row field code message suggestion } }`;

/** Any of the order mutations; the answer is the order or the refusal. */
export async function orderAct(client: Client, name: string, input: Record<string, unknown>): Promise<OrderAnswer> {
  const type =
    name === 'orderPlace' ? 'OrderPlaceInput' : name === 'orderAcknowledge' ? 'OrderAcknowledgeInput' : 'OrderActionInput';
  const data = await client.mutate<Record<string, OrderAnswer>>(
    `mutation($input: ${type}!) { ${name}(input: $input) { __typename ${REFUSAL} ... on Order { ${ORDER} } } }`,
    input,
  );
  return data[name]!;
}

/** A call-off of the deal's contract line, or with `spot` an order by the price list. */
export const placeInput = (api: TestApi, deal: Deal, qty: string, { spot = false } = {}): Record<string, unknown> => ({
  sellerOrgId: deal.seller.id,
  contractId: spot ? null : deal.contractId,
  requestedOn: inDays(api, 3),
  deliveryLocationId: deal.locationId,
  lines: [{ productId: deal.product.id, contractLineId: spot ? null : deal.contractLineId, qty }],
});

export interface ShipmentAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly rows?: OrderAnswer['rows'];
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly lines: readonly { id: string; qty: string }[];
  readonly receipt: {
    number: string;
    lines: readonly { acceptedQty: string; rejectedQty: string; rejectReason: string | null }[];
  } | null;
}

/** Dispatch or receipt; the answer is the shipment or the refusal. */
export async function shipmentAct(
  client: Client,
  name: 'shipmentDispatch' | 'receiptPost',
  input: Record<string, unknown>,
): Promise<ShipmentAnswer> {
  const type = name === 'shipmentDispatch' ? 'ShipmentDispatchInput' : 'ReceiptPostInput';
  const data = await client.mutate<Record<string, ShipmentAnswer>>(
    `mutation($input: ${type}!) { ${name}(input: $input) { __typename ${REFUSAL}
       ... on Shipment { id number status version lines { id qty } receipt { number lines { acceptedQty rejectedQty rejectReason } } } } }`,
    input,
  );
  return data[name]!;
}

/** The rollups of the deal's two lines, which must agree with the sums of the ledger. */
export async function ledgerOf(
  api: TestApi,
  deal: Deal,
): Promise<Record<'calledOff' | 'dispatched' | 'accepted' | 'rejected', number>> {
  const read = async (lineId: string, column: string) => {
    const [row] = await api.sql<Record<string, number>>(
      `select t.called_off::float8 as "calledOff", t.dispatched::float8, t.accepted::float8, t.rejected::float8,
         coalesce(e.called_off, 0)::float8 as sum_called, coalesce(e.dispatched, 0)::float8 as sum_dispatched,
         coalesce(e.accepted, 0)::float8 as sum_accepted, coalesce(e.rejected, 0)::float8 as sum_rejected
       from agreement_line_total t left join lateral (
         select sum(case kind when 'CALL_OFF' then qty when 'CALL_OFF_RELEASE' then -qty end) as called_off,
           sum(qty) filter (where kind = 'DISPATCH') as dispatched, sum(qty) filter (where kind = 'ACCEPT') as accepted,
           sum(qty) filter (where kind = 'REJECT') as rejected
         from commitment_entry where ${column} = t.line_id) e on true
       where t.line_id = $1`,
      [lineId],
    );
    const { sum_called, sum_dispatched, sum_accepted, sum_rejected, ...totals } = row!;
    mustAgree(totals, { calledOff: sum_called, dispatched: sum_dispatched, accepted: sum_accepted, rejected: sum_rejected });
    return totals as Awaited<ReturnType<typeof ledgerOf>>;
  };
  const contract = await read(deal.contractLineId, 'contract_line_id');
  mustAgree(await read(deal.mouLineId, 'mou_line_id'), contract);
  return contract;
}

function mustAgree(rollup: Record<string, number | undefined>, other: Record<string, number | undefined>): void {
  for (const key of Object.keys(rollup)) {
    if (rollup[key] !== other[key]) throw new Error(`The rollup disagrees on ${key}: ${JSON.stringify({ rollup, other })}`);
  }
}
