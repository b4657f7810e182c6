import { Injectable } from '@nestjs/common';
import {
  type ContractState,
  type MouState,
  nextState,
  ROLES,
  SUPPLY_SHARE_TRANSITIONS,
  supplyPoolState,
  type SupplyPoolState,
  type SupplyShareState,
} from '@lienket/domain';
import { allows, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { asSystem } from '../../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { organizationRefSql, type OrganizationRefView } from '../../registry/index.js';
import { callOffMessages } from '../call-off.messages.js';
import { callOffOpen } from '../contract-book.js';

export interface SupplyShareView {
  readonly id: string;
  readonly member: OrganizationRefView;
  readonly status: SupplyShareState;
  readonly priority: number;
  readonly targetQty: string;
  readonly maxQty: string;
  readonly weeklyMax: string | null;
  readonly usedQty: string;
  readonly productName: string | null;
  readonly packName: string | null;
  readonly note: string | null;
  readonly answerBy: string;
  readonly offeredBy: OrganizationRefView;
  readonly offeredAt: Date;
  readonly answeredAt: Date | null;
  readonly agreedAt: Date | null;
  readonly reason: string | null;
  readonly own: boolean;
  readonly mayAnswer: boolean;
  readonly mayRelease: boolean;
  readonly version: number;
}

export interface PoolTermsView {
  readonly contractNumber: string;
  /** It takes call-offs now: itself in force, and nothing above it paused. */
  readonly inForce: boolean;
  /** Why it does not, for the reader to act on. */
  readonly blockedBy: string | null;
  readonly validFrom: string;
  readonly validTo: string;
  readonly unitPrice: bigint | null;
  readonly paymentTermDays: number;
}

export interface SupplyPoolView {
  readonly id: string;
  readonly goods: string;
  readonly baseUnit: string;
  readonly caseSize: string;
  readonly lineQty: string | null;
  readonly lead: OrganizationRefView;
  readonly buyer: OrganizationRefView;
  readonly mou: { id: string; registerNo: string; title: string } | null;
  readonly contract: { id: string; number: string } | null;
  readonly terms: PoolTermsView | null;
  readonly state: SupplyPoolState;
  readonly members: number;
  readonly promised: string;
  readonly most: string;
  readonly calledOff: string;
  readonly shares: SupplyShareView[];
  readonly mayOffer: boolean;
  readonly mayAgree: boolean;
  readonly mayCallOff: boolean;
  readonly mayClose: boolean;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
  readonly isDemo: boolean;
  readonly version: number;
}

interface Row extends Omit<SupplyPoolView, 'terms' | 'state' | 'members' | 'promised' | 'most' | 'calledOff' | 'shares'> {
  readonly contractId: string | null;
  readonly contractLineId: string | null;
  readonly shares: (Omit<SupplyShareView, 'own' | 'mayAnswer' | 'mayRelease'> & { readonly agreed: boolean })[];
}

interface Totals {
  readonly poolId: string;
  readonly shares: { status: SupplyShareState; agreed: boolean }[];
  readonly promised: string;
  readonly most: string;
  readonly calledOff: string;
  readonly terms: TermsRow | null;
}

type TermsRow = Omit<PoolTermsView, 'unitPrice' | 'inForce' | 'blockedBy'> & {
  readonly unitPrice: string;
  readonly status: ContractState;
  readonly mouStatus: MouState | null;
};

const POOL = `select p.id, p.goods, p.base_unit as "baseUnit", p.case_size as "caseSize", p.line_qty as "lineQty", p.contract_id as "contractId",
    p.contract_line_id as "contractLineId", ${organizationRefSql('l')} as lead, ${organizationRefSql('b')} as buyer, p.closed_at as "closedAt",
    p.close_reason as "closeReason", p.is_demo as "isDemo", p.version,
    case when m.id is not null then json_build_object('id', m.id, 'registerNo', m.register_no, 'title', m.title) end as mou,
    case when c.id is not null then json_build_object('id', c.id, 'number', c.number) end as contract,
    coalesce((select json_agg(json_build_object('id', s.id, 'member', ${organizationRefSql('o')}, 'status', s.status, 'priority', s.priority,
        'targetQty', s.target_qty::text, 'maxQty', s.max_qty::text, 'weeklyMax', s.weekly_max::text, 'usedQty', s.used_qty::text, 'productName', g.name_vi,
        'packName', k.name, 'note', s.note, 'answerBy', s.answer_by, 'offeredBy', ${organizationRefSql('f')}, 'offeredAt', s.offered_at,
        'answeredAt', s.answered_at, 'agreedAt', s.agreed_at, 'reason', s.reason, 'agreed', s.agreed_at is not null, 'version', s.version)
        order by s.priority, o.short_name, s.id)
      from supply_share s join organization o on o.id = s.member_org_id join organization f on f.id = s.offered_by_org_id
        left join product g on g.id = s.product_id left join pack k on k.id = s.pack_id where s.pool_id = p.id), '[]') as shares
  from supply_pool p join organization l on l.id = p.lead_org_id join organization b on b.id = p.buyer_org_id
    left join mou m on m.id = p.mou_id left join contract c on c.id = p.contract_id`;
const MOST = 100;

/** Each member reads its own share and the totals; the lead, the buyer and the Alliance all shares; nobody but the sides the price. */
@Injectable()
export class PoolQueries {
  constructor(private readonly uow: UnitOfWork) {}

  byId(actor: Actor, id: string): Promise<SupplyPoolView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<Row>(`${POOL} where p.id = $1`, [idOf(id)]);
      const [view] = await views(tx, actor, [row]);
      return view!;
    });
  }

  /** The newest hundred that the reader takes part in; the Alliance reads all. */
  list(actor: Actor, of: { readonly mouId?: string | null; readonly contractId?: string | null }): Promise<SupplyPoolView[]> {
    const given = [of.mouId ?? null, of.contractId ?? null];
    if (given.some((id) => id !== null && !isUuid(id))) return Promise.resolve([]);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `${POOL} where ($1::uuid is null or p.mou_id = $1) and ($2::uuid is null or p.contract_id = $2)
         order by p.closed_at is not null, p.id desc limit ${MOST}`,
        given,
      );
      return views(tx, actor, rows);
    });
  }
}

async function views(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<SupplyPoolView[]> {
  if (rows.length === 0) return [];
  const totals = await asSystem(tx, () => totalsOf(tx, rows));
  return rows.map((row) => view(actor, tx.today, row, totals.get(row.id)!));
}

/** Sums over all members, and the terms of the contract that a member is bound by without being its side. */
async function totalsOf(tx: Tx, rows: readonly Row[]): Promise<Map<string, Totals>> {
  const totals = await tx.query<Totals>(
    `select p.id as "poolId",
       coalesce(json_agg(json_build_object('status', s.status, 'agreed', s.agreed_at is not null)) filter (where s.id is not null), '[]') as shares,
       coalesce(sum(s.target_qty) filter (where s.status = 'COMMITTED'), 0)::text as promised,
       coalesce(sum(s.max_qty) filter (where s.status = 'COMMITTED'), 0)::text as most, coalesce(sum(s.used_qty), 0)::text as "calledOff",
       (select json_build_object('contractNumber', c.number, 'status', c.status,
           'mouStatus', (select m.status from mou m where m.id = c.mou_id), 'validFrom', c.valid_from, 'validTo', c.valid_to,
           'unitPrice', cl.unit_price::text, 'paymentTermDays', c.payment_term_days)
         from contract_line cl join contract c on c.id = cl.contract_id where cl.id = p.contract_line_id) as terms
     from supply_pool p left join supply_share s on s.pool_id = p.id where p.id = any($1) group by p.id`,
    [rows.map(({ id }) => id)],
  );
  return new Map(totals.map((row) => [row.poolId, row]));
}

function view(actor: Actor, today: string, row: Row, { shares: all, terms, promised, most, calledOff }: Totals): SupplyPoolView {
  const { contractId: _contractId, contractLineId: _lineId, shares, ...pool } = row;
  const closed = pool.closedAt !== null;
  const state = supplyPoolState({ closed, shares: all });
  const mayOffer = !closed && allows(actor, 'supplyPool.offer', { sellerOrgId: pool.lead.id });
  const buys = actor.orgId === pool.buyer.id;
  const sees = buys || actor.orgId === pool.lead.id || shares.some(({ member }) => member.id === actor.orgId);
  return {
    ...pool,
    state,
    members: all.filter(({ status }) => status === 'COMMITTED').length,
    promised,
    most,
    calledOff,
    terms: terms && termsView(actor, terms, sees),
    shares: shares.map(({ agreed: _agreed, ...share }) => {
      const own =
        share.member.id === actor.orgId && allows({ ...actor, roles: ROLES }, 'supplyPool.answer', { sellerOrgId: actor.orgId });
      return {
        ...share,
        offeredAt: new Date(share.offeredAt),
        answeredAt: share.answeredAt && new Date(share.answeredAt),
        agreedAt: share.agreedAt && new Date(share.agreedAt),
        own,
        mayAnswer:
          own &&
          !closed &&
          share.status === 'OFFERED' &&
          share.answerBy >= today &&
          allows(actor, 'supplyPool.answer', { sellerOrgId: share.member.id }),
        mayRelease: mayOffer && nextState(SUPPLY_SHARE_TRANSITIONS, share.status, 'release').ok,
      };
    }),
    mayOffer,
    mayClose: mayOffer,
    mayAgree:
      !closed &&
      buys &&
      all.some(({ status, agreed }) => status === 'COMMITTED' && !agreed) &&
      allows(actor, 'supplyPool.agree', { buyerOrgId: pool.buyer.id }),
    mayCallOff:
      state === 'OPEN' &&
      buys &&
      terms !== null &&
      callOffOpen(terms).ok &&
      allows(actor, 'order.place', { buyerOrgId: pool.buyer.id }),
  };
}

function termsView(actor: Actor, { status, mouStatus, ...terms }: TermsRow, seesPrice: boolean): PoolTermsView {
  const open = callOffOpen({ status, mouStatus });
  return {
    ...terms,
    unitPrice: seesPrice ? BigInt(terms.unitPrice) : null,
    inForce: open.ok,
    blockedBy: open.ok ? null : explain(callOffMessages, open.refusal, actor.locale).message,
  };
}
