import { Injectable } from '@nestjs/common';
import type { ContractState, MouState } from '@lienket/domain';
import { idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { LegalBook, organizationRefSql, type OrganizationRefView } from '../registry/index.js';
import { openPrices } from './consent/open-prices.js';
import { numbersSql, signatureSql, type LineNumbersView, type SignatureView } from './agreement-sql.js';
import { remainingOf } from './contract-book.js';
import { contractActions } from './contract-rules.js';
import { type ContractRules, contractRules } from './contract-usual.js';

export interface ContractLineView {
  readonly id: string;
  readonly lineNo: number;
  readonly mouLineId: string | null;
  readonly product: { id: string; slug: string; nameVi: string; baseUnit: string };
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSize: string;
  readonly minQty: string;
  readonly targetQty: string;
  readonly maxQty: string;
  readonly unitPrice: bigint | null;
  readonly vatClass: 'RAW_AGRI' | 'PROCESSED' | 'EXCISE' | 'SERVICE';
  readonly numbers: LineNumbersView;
  readonly remaining: string;
  readonly schedule: { from: string; to: string; qty: string }[];
}

export interface ContractView {
  readonly id: string;
  readonly number: string;
  readonly status: ContractState;
  readonly mou: { id: string; registerNo: string; title: string; status: MouState } | null;
  readonly seller: OrganizationRefView;
  readonly buyer: OrganizationRefView;
  readonly validFrom: string;
  readonly validTo: string;
  readonly priceClause: 'FIXED' | 'LIST' | 'INDEXED' | 'AT_CALL_OFF';
  readonly priceClauseNote: string | null;
  readonly toleranceBp: number;
  readonly paymentTermDays: number;
  readonly paymentBase: 'RECEIPT' | 'INVOICE' | 'MONTH_END';
  readonly returnPolicy: string | null;
  readonly minRemainingLifePct: number | null;
  readonly noticeDays: number;
  readonly places: { locationId: string; name: string; address: string }[];
  readonly lines: ContractLineView[];
  readonly signatures: { organization: OrganizationRefView; signature: SignatureView | null }[];
  readonly isDemo: boolean;
  readonly version: number;
  readonly availableActions: { action: string; allowed: boolean; reason: string | null }[];
}

interface Row extends Omit<ContractView, 'lines' | 'availableActions'> {
  readonly lines: (Omit<ContractLineView, 'remaining' | 'unitPrice' | 'product'> & {
    unitPrice: string;
    product: ContractLineView['product'] | null;
    productId: string;
  })[];
}

const CONTRACT = `select c.id, c.number, c.status, c.valid_from as "validFrom", c.valid_to as "validTo", c.price_clause as "priceClause",
    c.price_clause_note as "priceClauseNote", c.tolerance_bp as "toleranceBp", c.payment_term_days as "paymentTermDays", c.payment_base as "paymentBase",
    c.return_policy as "returnPolicy", c.min_remaining_life_pct as "minRemainingLifePct", c.notice_days as "noticeDays",
    coalesce((select json_agg(json_build_object('locationId', cp.location_id, 'name', cp.name, 'address', cp.address) order by cp.position)
      from contract_place cp where cp.contract_id = c.id), '[]') as places, c.is_demo as "isDemo", c.version,
    ${organizationRefSql('s')} as seller, ${organizationRefSql('b')} as buyer,
    case when m.id is not null then json_build_object('id', m.id, 'registerNo', m.register_no, 'title', m.title, 'status', m.status) end as mou,
    json_build_array(
      json_build_object('organization', ${organizationRefSql('s')}, 'signature', ${signatureSql('CONTRACT', 'c.id', 'c.seller_org_id')}),
      json_build_object('organization', ${organizationRefSql('b')}, 'signature', ${signatureSql('CONTRACT', 'c.id', 'c.buyer_org_id')})) as signatures,
    coalesce((select json_agg(json_build_object('id', l.id, 'lineNo', l.line_no, 'mouLineId', l.mou_line_id, 'description', l.description,
        'baseUnit', l.base_unit, 'packName', l.pack_name, 'packSize', l.pack_size_base::text, 'minQty', l.min_qty::text, 'targetQty', l.target_qty::text,
        'maxQty', l.max_qty::text, 'unitPrice', l.unit_price::text, 'vatClass', l.vat_class, 'numbers', ${numbersSql('t', 'contract_line_id')}, 'productId', l.product_id,
        'product', case when p.id is not null then json_build_object('id', p.id, 'slug', p.slug, 'nameVi', p.name_vi, 'baseUnit', p.base_unit) end,
        'schedule', coalesce((select json_agg(json_build_object('from', cs.period_from, 'to', cs.period_to, 'qty', cs.qty::text) order by cs.period_from)
          from contract_schedule cs where cs.contract_line_id = l.id), '[]')) order by l.line_no)
      from contract_line l left join product p on p.id = l.product_id left join agreement_line_total t on t.line_id = l.id
      where l.contract_id = c.id), '[]') as lines
  from contract c join organization s on s.id = c.seller_org_id join organization b on b.id = c.buyer_org_id left join mou m on m.id = c.mou_id`;

@Injectable()
export class ContractQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly legal: LegalBook,
  ) {}

  /** What a new contract is filled in with. */
  usual(actor: Actor): Promise<ContractRules> {
    return this.uow.read(actor, (tx) => contractRules(this.legal, tx));
  }

  byId(actor: Actor, id: string): Promise<ContractView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<Row>(`${CONTRACT} where c.id = $1`, [idOf(id)]);
      return view(row, actor, await openPrices(tx, [row.mou?.id]));
    });
  }

  /** Those of one memorandum that the reader may see, the oldest first. */
  ofMou(actor: Actor, mouId: string): Promise<ContractView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(`${CONTRACT} where c.mou_id = $1 order by c.id`, [mouId]);
      const open = await openPrices(tx, [mouId]);
      return rows.map((row) => view(row, actor, open));
    });
  }

  /** The newest first; the Alliance sees all, others their own. */
  page(
    actor: Actor,
    filter: { readonly mouId?: string | null; readonly status?: readonly string[] | null },
    first: number | null,
    after: string | null,
  ): Promise<Connection<ContractView>> {
    const size = pageSize(first);
    const [before] = decodeCursor(after, 1) ?? [];
    const mouId = filter.mouId ? (isUuid(filter.mouId) ? filter.mouId : null) : undefined;
    const where = `($1::uuid is null or c.seller_org_id = $1 or c.buyer_org_id = $1)
      and ($2::boolean is false or c.mou_id = $3) and ($4::text[] is null or c.status = any($4))`;
    const own = actor.orgKind === 'ALLIANCE' ? null : actor.orgId;
    const values = [own, mouId !== undefined, mouId ?? null, filter.status ?? null];
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `${CONTRACT} where ${where} and ($5::uuid is null or c.id < $5) order by c.id desc limit $6`,
        [...values, before && isUuid(before) ? before : null, size + 1],
      );
      const open = await openPrices(
        tx,
        rows.map(({ mou }) => mou?.id),
      );
      return toConnection(
        rows,
        size,
        (row) => view(row, actor, open),
        (row) => encodeCursor(row.id),
        () => this.uow.read(actor, (count) => countOf(count, where, values)),
      );
    });
  }
}

async function countOf(tx: Tx, where: string, values: readonly unknown[]): Promise<number> {
  const { n } = await tx.one<{ n: number }>(`select count(*)::int as n from contract c where ${where}`, values);
  return n;
}

function view(row: Row, actor: Actor, open: ReadonlySet<string>): ContractView {
  const seesPrices = actor.orgId === row.seller.id || actor.orgId === row.buyer.id || (row.mou !== null && open.has(row.mou.id));
  const standing = {
    status: row.status,
    mouStatus: row.mou?.status ?? null,
    sellerOrgId: row.seller.id,
    buyerOrgId: row.buyer.id,
    signatures: row.signatures.filter(({ signature }) => signature).map(({ organization }) => ({ orgId: organization.id })),
  };
  return {
    ...row,
    lines: row.lines.map(({ productId, product, ...line }) => ({
      ...line,
      // The name as signed, where the product itself is not for this reader any more.
      product: product ?? { id: productId, slug: '', nameVi: line.description, baseUnit: line.baseUnit },
      unitPrice: seesPrices ? BigInt(line.unitPrice) : null,
      remaining: remainingOf({
        ...line,
        packSizeBase: line.packSize,
        toleranceBp: row.toleranceBp,
        calledOff: line.numbers.calledOff,
      }).toDecimalString(),
    })),
    availableActions: contractActions(actor, standing),
  };
}
