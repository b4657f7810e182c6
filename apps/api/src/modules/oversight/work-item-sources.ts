import { notPausedAboveSql } from '../agreements/index.js';
import { holdsDutiesSql } from '../registry/index.js';
import type { PolicyAction, Relation } from '@lienket/domain';

export const WORK_ITEM_KINDS = [
  'ORGANIZATION_RETURNED',
  'ORGANIZATION_VERIFY',
  'BANK_CHANGE_CONFIRM',
  'BANK_CHANGE_CALL',
  'MERGE_DECIDE',
  'PRODUCT_REVIEW',
  'PRODUCT_RETURNED',
  'MOU_SIGN',
  'MOU_ATTACH',
  'MOU_ATTEST',
  'MOU_COUNTERSIGN',
  'MOU_OUTCOME',
  'MOU_CONCRETIZE',
  'CONTRACT_SIGN',
  'MOU_PROPOSAL_ANSWER',
  'CONTRACT_PROPOSAL_ANSWER',
  'OBLIGATION_REPORT',
  'OBLIGATION_CONFIRM',
  'SUPPLY_SHARE_ANSWER',
  'TRIP_ANSWER',
  'TRIP_LOAD',
  'SUPPLY_POOL_AGREE',
  'OUTSIDE_ANSWER',
  'CONTRACT_OUTSIDE_ANSWER',
  'RFQ_ANSWER',
  'QUOTE_COUNTERED',
  'QUOTE_DIRECTOR',
  'POOL_SHARE_ANSWER',
  'RFQ_DECIDE',
  'AWARD_APPROVE',
  'AWARD_USE',
  'CALL_OFF',
  'ORDER_ACKNOWLEDGE',
  'ORDER_APPROVE',
  'STANDING_ORDER_FAILED',
  'ORDER_COUNTERED',
  'ORDER_CHANGE_ANSWER',
  'ORDER_DISPATCH',
  'LIFE_WAIVER_DECIDE',
  'SHIPMENT_RECEIVE',
  'RECEIPT_DISPUTED',
  'GOODS_SETTLE',
  'CLAIM_ANSWER',
  'CLAIM_DECIDE',
  'CLAIM_MEDIATE',
  'PAYMENT_DUE',
  'PAYMENT_CONFIRM',
  'INVOICE_DECIDE',
  'INVOICE_REPLACE',
  'NOTE_ANSWER',
  'CERTIFICATE_EXPIRING',
  'CERTIFICATE_RETURNED',
  'CERTIFICATE_VERIFY',
  'AGREEMENT_FOLLOW_UP',
  'CREDIT_CONFIRM',
  'CREDIT_FILE',
  'CREDIT_MOVE',
  'CREDIT_LATE',
  'EVIDENCE_ANSWER',
  'PETITION_CLASSIFY',
  'PETITION_ASSIGN',
  'PETITION_ANSWER',
  'PETITION_ISSUE',
  'PETITION_JUDGE',
  'DUTY_FOLLOW_UP',
  'DUTY_CONFIRM',
  'DUTY_TELL',
  'NOTICE_READ',
  'REGISTER_APPROVE',
  'REGISTER_FINISH',
  'ALERT_ANSWER',
  'CASE_NEXT_ACTION',
  'PLAN_TASK_DUE',
  'MEETING_ANSWER',
  'SLIP_ANSWER',
  'REPORT_ISSUE',
  'MANDATE_CHECK',
  'ASSISTED_ACT_ANSWER',
  'ASSISTED_ACT_SETTLE',
] as const;
export type WorkItemKindName = (typeof WORK_ITEM_KINDS)[number];

/** Where one kind of item comes from, and which act of whom it waits for. $1 organization, $2 person, $3 now, $4 today. */
export interface Source {
  readonly policy: PolicyAction;
  readonly as: Relation;
  /** Columns: key, entity, title, counterparty, amount, quantity, due, since. */
  readonly sql: string;
  /** How many at most; the oldest first. */
  readonly most?: number;
}

/** A business day is in time until it ends in Việt Nam. */
const endOf = (day: string) => `(${day} + time '23:59:59') at time zone 'Asia/Ho_Chi_Minh'`;
const startOf = (day: string) => `${day}::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
const nameOf = (orgId: string) => `(select named.short_name from organization named where named.id = ${orgId})`;
/** When this last happened to it: audit rows carry no wall, and the row itself was found behind one. */
const lastTime = (type: string, id: string, action: string) =>
  `(select max(a.at) from audit_event a where a.entity_type = '${type}' and a.entity_id = ${id} and a.action = '${action}')`;
const others = (mouId: string, roles = `true`) =>
  `(select string_agg(po.short_name, ', ' order by mp.position) from mou_party mp join organization po on po.id = mp.org_id
    where mp.mou_id = ${mouId} and mp.org_id <> $1 and ${roles})`;
/** The paper's product, else the kind's name in the reader's language. */
const CERTIFICATE_TITLE = `coalesce(p.name_vi, (select case (select locale from app_user where id = $2) when 'en' then k.name_en else k.name_vi end
  from certificate_kind k where k.code = c.kind))`;
const MOU_TITLE = `m.register_no || ' · ' || m.title`;
const awaitsAnswer = `p.state = 'OPEN' and p.kind <> 'TERMINATE' and p.party_org_ids @> array[$1::uuid] and p.proposed_by_org_id <> $1
        and not exists (select 1 from agreement_proposal_answer a where a.proposal_id = p.id and a.org_id = $1)`;
const unsignedParty = `exists (select 1 from mou_party mp where mp.mou_id = m.id and mp.must_sign and not exists (
  select 1 from signature s where s.document_type = 'MOU' and s.document_id = m.id and s.org_id = mp.org_id))`;

/** A proposal about a confirmed order, for the side that has to answer. */
const changeWaits = `select c.id, o.id, o.number, (select p.short_name from organization p where p.id = c.proposed_by_org_id), o.confirmed_total,
    o.line_count, null::timestamptz, c.proposed_at from order_change c join purchase_order o on o.id = c.order_id`;

const ofSeller: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  PRODUCT_RETURNED: {
    policy: 'product.edit',
    as: 'OWNER',
    sql: `select p.id as key, p.id as entity, p.name_vi as title, null::text as counterparty, null::bigint as amount, null::int as quantity,
        null::timestamptz as due, coalesce(${lastTime('product', 'p.id', 'product.return')}, p.created_at) as since
      from product p where p.org_id = $1 and p.status = 'DRAFT' and p.return_reason is not null`,
  },
  SUPPLY_SHARE_ANSWER: {
    policy: 'supplyPool.answer',
    as: 'SELLER',
    sql: `select s.id, s.pool_id, p.goods, ${nameOf('s.offered_by_org_id')}, null::bigint, null::int, ${endOf('s.answer_by')}, s.offered_at
      from supply_share s join supply_pool p on p.id = s.pool_id
      where s.member_org_id = $1 and s.status = 'OFFERED' and s.answer_by >= $4::date and p.closed_at is null`,
  },
  TRIP_ANSWER: {
    policy: 'trip.ride',
    as: 'SELLER',
    sql: `select m.id, m.trip_id, t.number || ' · ' || t.vehicle, ${nameOf('m.opener_org_id')}, null::bigint, null::int, t.departs_at, m.invited_at
      from trip_member m join trip t on t.id = m.trip_id
      where m.org_id = $1 and m.status = 'INVITED' and t.cancelled_at is null and t.departs_at > $3`,
  },
  TRIP_LOAD: {
    policy: 'shipment.dispatch',
    as: 'SELLER',
    sql: `select l.id, l.order_id, o.number || ' · ' || t.number, ${nameOf('l.buyer_org_id')}, null::bigint, null::int, t.departs_at, l.booked_at
      from trip_load l join trip t on t.id = l.trip_id join purchase_order o on o.id = l.order_id
      where l.seller_org_id = $1 and l.shipment_id is null and l.removed_at is null and t.departs_at < $3::timestamptz + interval '1 day'`,
  },
  ORDER_ACKNOWLEDGE: {
    policy: 'order.acknowledge',
    as: 'SELLER',
    sql: `select o.id, o.id, o.number, ${nameOf('o.buyer_org_id')}, o.ordered_total, o.line_count, o.ack_due_at, o.placed_at
      from purchase_order o where o.seller_org_id = $1 and o.status = 'PLACED'`,
  },
  ORDER_DISPATCH: {
    policy: 'shipment.dispatch',
    as: 'SELLER',
    sql: `select o.id, o.id, o.number, ${nameOf('o.buyer_org_id')}, o.confirmed_total, open.lines, ${endOf('coalesce(open.promised, o.requested_on)')},
        coalesce(o.acknowledged_at, o.placed_at)
      from purchase_order o cross join lateral (select count(*)::int as lines, min(l.promised_on) as promised from order_line l
        where l.order_id = o.id and l.dispatched_qty < l.confirmed_qty) open
      where o.seller_org_id = $1 and o.status in ('CONFIRMED', 'IN_DELIVERY', 'RECEIVED_PART') and open.lines > 0`,
  },
  PAYMENT_CONFIRM: {
    policy: 'payment.confirm',
    as: 'SELLER',
    sql: `select p.id, p.payment_request_id, r.number, ${nameOf('p.buyer_org_id')}, p.amount, null::int, null::timestamptz, coalesce(p.declared_at, p.created_at)
      from payment p join payment_request r on r.id = p.payment_request_id where p.seller_org_id = $1 and p.status = 'DECLARED'`,
  },
  INVOICE_REPLACE: {
    policy: 'invoice.record',
    as: 'SELLER',
    sql: `select i.id, i.id, i.symbol || ' ' || i.number, ${nameOf('i.buyer_org_id')}, i.total, null::int, null::timestamptz, i.decided_at
      from invoice i where i.seller_org_id = $1 and i.state = 'RETURNED'`,
  },
  CERTIFICATE_EXPIRING: {
    policy: 'certificate.declare',
    as: 'OWNER',
    sql: `select c.id, c.id, ${CERTIFICATE_TITLE}, c.issuer, null::bigint, c.stars, ${endOf('c.expires_on')}, ${startOf('(c.expires_on - 90)')}
      from certificate c left join product p on p.id = c.product_id
      where c.org_id = $1 and c.status = 'VERIFIED' and c.superseded_by is null and c.expires_on between $4::date and $4::date + 90
        and not exists (select 1 from certificate n where n.org_id = c.org_id and n.kind = c.kind and n.product_id is not distinct from c.product_id
          and n.status = 'DECLARED' and n.issued_on > c.issued_on)`,
  },
  CERTIFICATE_RETURNED: {
    policy: 'certificate.declare',
    as: 'OWNER',
    sql: `select c.id, c.id, ${CERTIFICATE_TITLE}, null::text, null::bigint, c.stars, null::timestamptz,
        coalesce(${lastTime('certificate', 'c.id', 'certificate.return')}, c.created_at)
      from certificate c left join product p on p.id = c.product_id where c.org_id = $1 and c.status = 'RETURNED'`,
  },
};

/** After the arrival: counts that are disputed, goods that came back, claims with their clocks. The clock decides whose move it is. */
const ofReceipts: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  RECEIPT_DISPUTED: {
    policy: 'receipt.defend',
    as: 'BUYER',
    sql: `select d.id, r.shipment_id, r.number, ${nameOf('d.seller_org_id')}, null::bigint, null::int, null::timestamptz, d.opened_at
      from receipt_dispute d join goods_receipt r on r.id = d.receipt_id where d.buyer_org_id = $1 and d.status = 'OPEN'`,
  },
  GOODS_SETTLE: {
    policy: 'goods.settle',
    as: 'SELLER',
    sql: `select r.id, r.shipment_id, r.number, ${nameOf('r.buyer_org_id')}, null::bigint, back.lines, null::timestamptz, r.received_at
      from goods_receipt r cross join lateral (
        select count(*)::int as lines from (
          select g.id, g.rejected_qty as qty, 'REJECTED' as type from goods_receipt_line g where g.receipt_id = r.id and g.rejected_qty > 0
          union all select t.id, t.qty, 'RETURNED' from claim_settlement t where t.receipt_id = r.id and t.outcome = 'RETURN' and t.qty > 0) b
        where b.qty > coalesce((select sum(f.qty) from goods_fate f where f.source_type = b.type and f.source_id = b.id), 0)) back
      where r.seller_org_id = $1 and r.status = 'POSTED' and back.lines > 0`,
    most: 50,
  },
  LIFE_WAIVER_DECIDE: {
    policy: 'lifeWaiver.decide',
    as: 'BUYER',
    sql: `select w.id, w.order_id, w.lot_code || ' · ' || w.goods, ${nameOf('w.seller_org_id')}, null::bigint, null::int, ${endOf('w.arrives_on')}, w.asked_at
      from life_waiver w where w.buyer_org_id = $1 and w.status = 'ASKED'`,
  },
  CLAIM_ANSWER: {
    policy: 'claim.answer',
    as: 'SELLER',
    sql: `select c.id, c.id, c.number, ${nameOf('c.buyer_org_id')}, null::bigint, (select count(*)::int from claim_line l where l.claim_id = c.id),
        c.answer_due_at, c.opened_at
      from claim c where c.seller_org_id = $1 and c.status = 'OPEN' and c.escalate_at >= $3`,
  },
  CLAIM_DECIDE: {
    policy: 'claim.settle',
    as: 'BUYER',
    sql: `select c.id, c.id, c.number, ${nameOf('c.seller_org_id')}, null::bigint, null::int, c.escalate_at, coalesce(c.answered_at, c.opened_at)
      from claim c where c.buyer_org_id = $1 and c.status = 'ANSWERED' and c.escalate_at >= $3`,
  },
  CLAIM_MEDIATE: {
    policy: 'claim.mediate',
    as: 'ALLIANCE',
    sql: `select c.id, c.id, c.number, ${nameOf('c.seller_org_id')} || ' · ' || ${nameOf('c.buyer_org_id')}, null::bigint, null::int, null::timestamptz,
        coalesce(c.escalated_at, c.escalate_at)
      from claim c where (c.status = 'MEDIATION' or (c.status in ('OPEN', 'ANSWERED') and c.escalate_at < $3))
        and not exists (select 1 from claim_offer o where o.claim_id = c.id and o.side = 'ALLIANCE')`,
  },
};

/** Requests for quotation: the cooperative answers, the buyer decides and makes an order or a contract of it. */
const ofSourcing: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  RFQ_ANSWER: {
    policy: 'quote.prepare',
    as: 'SELLER',
    sql: `select r.id, r.id, r.number || ' · ' || r.title, ${nameOf('r.buyer_org_id')}, null::bigint,
        (select count(*)::int from rfq_line l where l.rfq_id = r.id), r.deadline_at, i.invited_at
      from rfq_invitee i join rfq r on r.id = i.rfq_id left join quote q on q.rfq_id = r.id and q.seller_org_id = $1
      where i.seller_org_id = $1 and i.declined_at is null and r.status = 'OPEN' and r.deadline_at > $3
        and coalesce(q.revision, 0) = 0 and not coalesce(q.awaits_director, false)`,
  },
  QUOTE_COUNTERED: {
    policy: 'quote.prepare',
    as: 'SELLER',
    sql: `select q.id, r.id, r.number || ' · ' || r.title, ${nameOf('r.buyer_org_id')}, null::bigint, null::int,
        least(r.deadline_at, ${endOf('q.valid_until')}), coalesce(${lastTime('quote', 'q.id', 'quote.counter')}, q.sent_at)
      from quote q join rfq r on r.id = q.rfq_id
      where q.seller_org_id = $1 and q.status = 'COUNTERED' and q.valid_until >= $4::date and r.status in ('OPEN', 'CLOSED')`,
  },
  QUOTE_DIRECTOR: {
    policy: 'quote.share',
    as: 'SELLER',
    sql: `select q.id, r.id, r.number || ' · ' || r.title, ${nameOf('r.buyer_org_id')}, null::bigint, null::int, r.deadline_at, q.created_at
      from quote q join rfq r on r.id = q.rfq_id
      where q.seller_org_id = $1 and q.awaits_director and (r.status = 'OPEN' and r.deadline_at > $3 or q.status = 'COUNTERED')`,
  },
  POOL_SHARE_ANSWER: {
    policy: 'quote.share',
    as: 'SELLER',
    sql: `select s.id, s.id, s.description, ${nameOf('s.lead_org_id')}, null::bigint, null::int, s.answer_by, s.asked_at
      from pool_share s where s.member_org_id = $1 and s.status = 'OFFERED' and (s.answer_by is null or s.answer_by > $3)`,
  },
  RFQ_DECIDE: {
    policy: 'rfq.manage',
    as: 'BUYER',
    sql: `select r.id, r.id, r.number || ' · ' || r.title, null::text, null::bigint, quotes.n, ${endOf('quotes.until')}, r.deadline_at
      from rfq r cross join lateral (select count(*)::int as n, min(q.valid_until) as until from quote q
        where q.rfq_id = r.id and q.status in ('SENT', 'COUNTERED') and q.valid_until >= $4::date) quotes
      where r.buyer_org_id = $1 and r.status in ('OPEN', 'CLOSED') and r.deadline_at <= $3 and quotes.n > 0
        and not exists (select 1 from award a where a.rfq_id = r.id and a.status = 'PROPOSED')`,
  },
  AWARD_APPROVE: {
    policy: 'rfq.approve',
    as: 'BUYER',
    sql: `select a.id, r.id, r.number || ' · ' || r.title, null::text, a.total, null::int, null::timestamptz, a.proposed_at
      from award a join rfq r on r.id = a.rfq_id where a.buyer_org_id = $1 and a.status = 'PROPOSED' and a.proposed_by <> $2`,
  },
  AWARD_USE: {
    policy: 'order.place',
    as: 'BUYER',
    sql: `select l.rfq_id, l.rfq_id, min(l.rfq_number), string_agg(distinct o.short_name, ', '),
        sum(round(l.qty * (l.unit_price + coalesce(l.freight_per_unit, 0))))::bigint, count(*)::int, null::timestamptz, min(l.awarded_at)
      from award_line l join organization o on o.id = l.seller_org_id
      where l.buyer_org_id = $1 and l.used_at is null group by l.rfq_id`,
  },
};

const ofBuyer: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  CALL_OFF: {
    policy: 'order.place',
    as: 'BUYER',
    sql: `select c.id, c.id, c.number, ${nameOf('c.seller_org_id')}, null::bigint, lines.n, ${endOf('c.valid_to')}, c.activated_at
      from contract c cross join lateral (select count(*)::int as n, sum(t.called_off) as called_off,
          bool_or(coalesce(p.harvest_months, '{}') = '{}' or extract(month from $4::date)::int = any(p.harvest_months)) as in_season
        from contract_line l left join agreement_line_total t on t.line_id = l.id left join product p on p.id = l.product_id where l.contract_id = c.id) lines
      where c.buyer_org_id = $1 and c.status = 'ACTIVE' and ${notPausedAboveSql('c')} and $4::date between c.valid_from and c.valid_to
        and coalesce(lines.called_off, 0) = 0 and lines.in_season`,
  },
  SUPPLY_POOL_AGREE: {
    policy: 'supplyPool.agree',
    as: 'BUYER',
    sql: `select p.id, p.id, p.goods, string_agg(${nameOf('s.member_org_id')}, ', ' order by s.answered_at), null::bigint, count(*)::int, null::timestamptz, min(s.answered_at)
      from supply_pool p join supply_share s on s.pool_id = p.id and s.status = 'COMMITTED' and s.agreed_at is null
      where p.buyer_org_id = $1 and p.closed_at is null group by p.id, p.goods`,
  },
  ORDER_APPROVE: {
    policy: 'order.approve',
    as: 'BUYER',
    sql: `select r.id, r.id, (select u.full_name from app_user u where u.id = r.requested_by), r.sellers, r.total, jsonb_array_length(r.lines), null::timestamptz, r.requested_at
      from order_request r where r.buyer_org_id = $1 and r.state = 'WAITING' and r.requested_by <> $2`,
  },
  STANDING_ORDER_FAILED: {
    policy: 'order.place',
    as: 'BUYER',
    sql: `select d.id, d.standing_order_id, s.name, r.sellers, null::bigint, jsonb_array_length(r.lines), ${endOf('d.day')}, d.decided_at
      from standing_order_day d join standing_order s on s.id = d.standing_order_id
        join lateral (select h.sellers, h.lines from standing_order_rule h where h.standing_order_id = s.id order by h.number desc limit 1) r on true
      where d.buyer_org_id = $1 and d.state = 'FAILED'`,
  },
  ORDER_COUNTERED: {
    policy: 'order.acceptCounter',
    as: 'BUYER',
    sql: `select o.id, o.id, o.number, ${nameOf('o.seller_org_id')}, o.ordered_total, o.line_count, ${endOf('o.requested_on')},
        coalesce(o.acknowledged_at, o.placed_at)
      from purchase_order o where o.buyer_org_id = $1 and o.status = 'COUNTERED'`,
  },
  SHIPMENT_RECEIVE: {
    policy: 'receipt.post',
    as: 'BUYER',
    sql: `select s.id, s.id, s.number, ${nameOf('s.seller_org_id')}, null::bigint,
        (select count(*)::int from shipment_line l where l.shipment_id = s.id), coalesce(s.auto_receipt_at, ${endOf('s.expected_on')}), s.dispatched_at
      from shipment s where s.buyer_org_id = $1 and s.status in ('DISPATCHED', 'ARRIVED')`,
  },
  INVOICE_DECIDE: {
    policy: 'invoice.approve',
    as: 'BUYER',
    sql: `select i.id, i.id, i.symbol || ' ' || i.number, ${nameOf('i.seller_org_id')}, i.total, null::int, null::timestamptz, i.recorded_at
      from invoice i where i.buyer_org_id = $1 and i.state = 'EXCEPTION'`,
  },
  NOTE_ANSWER: {
    policy: 'note.answer',
    as: 'BUYER',
    sql: `select n.id, n.payment_request_id, r.number, ${nameOf('n.seller_org_id')}, n.total, null::int, null::timestamptz, n.created_at
      from billing_note n join payment_request r on r.id = n.payment_request_id where n.buyer_org_id = $1 and n.state = 'PROPOSED'`,
  },
  PAYMENT_DUE: {
    policy: 'payment.declare',
    as: 'BUYER',
    sql: `select r.id, r.id, r.number, ${nameOf('r.seller_org_id')}, r.total + r.noted_amount - r.paid_amount, null::int, ${endOf('r.due_on')}, r.issued_at
      from payment_request r where r.buyer_org_id = $1 and r.status in ('DUE', 'PART_PAID')`,
  },
};

const ofBothSides: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  ORDER_CHANGE_ANSWER: {
    policy: 'order.change',
    as: 'PARTY',
    sql: `${changeWaits} where $1 in (c.seller_org_id, c.buyer_org_id) and c.status = 'PROPOSED' and c.proposed_by_org_id <> $1`,
  },
  MOU_SIGN: {
    policy: 'mou.sign',
    as: 'PARTY',
    sql: `select m.id, m.id, ${MOU_TITLE}, ${others('m.id')}, null::bigint, null::int, ${endOf('r.expires_on')},
        coalesce(${lastTime('mou', 'm.id', 'mou.circulate')}, m.recorded_at)
      from mou m left join signing_round r on r.document_type = 'MOU' and r.document_id = m.id and r.state = 'OPEN'
      where m.status = 'SIGNING' and m.party_org_ids @> array[$1::uuid]
        and (r.signing_order is distinct from 'SEQUENTIAL' or not exists (select 1 from mou_party own join mou_party first on first.mou_id = m.id and first.must_sign
          and first.position < own.position where own.mou_id = m.id and own.org_id = $1 and own.must_sign and not exists (
            select 1 from signature s where s.document_type = 'MOU' and s.document_id = m.id and s.org_id = first.org_id)))
        and not exists (select 1 from signature s where s.document_type = 'MOU' and s.document_id = m.id and s.org_id = $1)`,
  },
  MOU_CONCRETIZE: {
    policy: 'contract.propose',
    as: 'PARTY',
    sql: `select m.id, m.id, ${MOU_TITLE}, ${others('m.id', `mp.role in ('SELLER', 'BUYER')`)}, null::bigint, null::int, ${endOf('m.valid_to')},
        coalesce(${startOf('m.signed_on')}, m.recorded_at)
      from mou m join mou_party own on own.mou_id = m.id and own.org_id = $1 and own.role in ('SELLER', 'BUYER')
      where m.status in ('SIGNED', 'IN_FORCE')
        and not exists (select 1 from contract c where c.mou_id = m.id and c.status <> 'TERMINATED' and $1 in (c.seller_org_id, c.buyer_org_id))`,
  },
  CONTRACT_SIGN: {
    policy: 'contract.sign',
    as: 'PARTY',
    sql: `select c.id, c.id, c.number, case when c.seller_org_id = $1 then ${nameOf('c.buyer_org_id')} else ${nameOf('c.seller_org_id')} end,
        null::bigint, (select count(*)::int from contract_line l where l.contract_id = c.id), ${endOf('c.valid_from')}, c.created_at
      from contract c where $1 in (c.seller_org_id, c.buyer_org_id) and c.status = 'NEGOTIATING'
        and not exists (select 1 from signature s where s.document_type = 'CONTRACT' and s.document_id = c.id and s.org_id = $1)`,
  },
  MOU_PROPOSAL_ANSWER: {
    policy: 'agreement.answer',
    as: 'PARTY',
    sql: `select p.id, m.id, ${MOU_TITLE}, ${nameOf('p.proposed_by_org_id')}, null::bigint, null::int, ${endOf('p.until_on')}, p.proposed_at
      from agreement_proposal p join mou m on m.id = p.document_id where p.document_type = 'MOU' and ${awaitsAnswer}`,
  },
  CONTRACT_PROPOSAL_ANSWER: {
    policy: 'agreement.answer',
    as: 'PARTY',
    sql: `select p.id, c.id, c.number, ${nameOf('p.proposed_by_org_id')}, null::bigint, null::int, ${endOf('p.until_on')}, p.proposed_at
      from agreement_proposal p join contract c on c.id = p.document_id where p.document_type = 'CONTRACT' and ${awaitsAnswer}`,
  },
  OBLIGATION_REPORT: {
    policy: 'obligation.report',
    as: 'PARTY',
    sql: `select b.id, m.id, b.title || ' · ' || m.register_no, ${others('m.id')}, null::bigint, null::int, ${endOf('b.due_on')}, ${startOf('(b.due_on - 14)')}
      from mou_obligation b join mou m on m.id = b.mou_id where b.obliged_org_id = $1 and m.status in ('SIGNED', 'IN_FORCE') and b.due_on <= $4::date + 14
        and not exists (select 1 from obligation_event e where e.obligation_id = b.id and e.kind in ('CLAIM', 'ATTEST')
          and not exists (select 1 from obligation_event d where d.obligation_id = b.id and d.kind = 'DISPUTE' and d.at > e.at))`,
  },
  OUTSIDE_ANSWER: {
    policy: 'outside.record',
    as: 'PARTY',
    sql: `select d.id, d.mou_id, l.description || ' · ' || m.register_no, ${nameOf('d.author_org_id')}, null::bigint, null::int, ${endOf('d.answer_by')}, d.recorded_at
      from outside_delivery d join mou m on m.id = d.mou_id join mou_line l on l.id = d.mou_line_id
      where $1 in (d.seller_org_id, d.buyer_org_id) and d.author_org_id <> $1 and d.state = 'WAITING' and d.answer_by >= $4::date
        and d.contract_id is null`,
  },
  CONTRACT_OUTSIDE_ANSWER: {
    policy: 'outside.record',
    as: 'PARTY',
    sql: `select d.id, d.contract_id, l.description || ' · ' || c.number, ${nameOf('d.author_org_id')}, null::bigint, null::int, ${endOf('d.answer_by')}, d.recorded_at
      from outside_delivery d join contract c on c.id = d.contract_id join contract_line l on l.id = d.contract_line_id
      where $1 in (d.seller_org_id, d.buyer_org_id) and d.author_org_id <> $1 and d.state = 'WAITING' and d.answer_by >= $4::date`,
  },
  OBLIGATION_CONFIRM: {
    policy: 'obligation.report',
    as: 'PARTY',
    sql: `select b.id, m.id, b.title || ' · ' || m.register_no, ${nameOf('b.obliged_org_id')}, null::bigint, null::int, null::timestamptz, e.at
      from mou_obligation b join mou m on m.id = b.mou_id
        join lateral (select o.kind, o.at from obligation_event o where o.obligation_id = b.id order by o.at desc, o.id desc limit 1) e on e.kind = 'CLAIM'
      where b.obliged_org_id <> $1 and m.status in ('SIGNED', 'IN_FORCE', 'SUSPENDED')
        and exists (select 1 from mou_party own where own.mou_id = m.id and own.org_id = $1 and own.role <> 'WITNESS')`,
  },
};

const ofAlliance: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  PRODUCT_REVIEW: {
    policy: 'product.publish',
    as: 'ALLIANCE',
    sql: `select p.id, p.id, p.name_vi, ${nameOf('p.org_id')}, null::bigint, null::int, null::timestamptz,
        coalesce(${lastTime('product', 'p.id', 'product.submit')}, p.created_at)
      from product p where p.status = 'IN_REVIEW'`,
  },
  CERTIFICATE_VERIFY: {
    policy: 'certificate.verify',
    as: 'ALLIANCE',
    sql: `select c.id, c.id, ${CERTIFICATE_TITLE}, ${nameOf('c.org_id')}, null::bigint, c.stars, null::timestamptz, c.created_at
      from certificate c left join product p on p.id = c.product_id where c.status = 'DECLARED'`,
  },
  MOU_ATTACH: {
    policy: 'mou.attest',
    as: 'ALLIANCE',
    sql: `select m.id, m.id, ${MOU_TITLE}, ${others('m.id')}, null::bigint, null::int, null::timestamptz, m.recorded_at
      from mou m where m.status = 'DRAFT' and m.created_by_org_id = $1 and m.document_file_id is null`,
  },
  MOU_ATTEST: {
    policy: 'mou.attest',
    as: 'ALLIANCE',
    sql: `select m.id, m.id, ${MOU_TITLE}, ${others('m.id')}, null::bigint, null::int, null::timestamptz, m.recorded_at
      from mou m where m.status = 'DRAFT' and m.document_file_id is not null and ${unsignedParty}`,
  },
  MOU_COUNTERSIGN: {
    policy: 'mou.countersign',
    as: 'ALLIANCE',
    sql: `select m.id, m.id, ${MOU_TITLE}, ${others('m.id')}, null::bigint, null::int, null::timestamptz,
        coalesce(${lastTime('mou', 'm.id', 'mou.attest')}, m.recorded_at)
      from mou m where m.status = 'DRAFT' and m.document_file_id is not null and not ${unsignedParty}
        and not exists (select 1 from signature s where s.document_type = 'MOU' and s.document_id = m.id and s.attested_by = $2)`,
  },
  // Time alone ended it: people say how.
  MOU_OUTCOME: {
    policy: 'agreement.propose',
    as: 'ALLIANCE',
    most: 20,
    sql: `select m.id, m.id, ${MOU_TITLE}, ${others('m.id')}, null::bigint, null::int, null::timestamptz,
        coalesce(${lastTime('mou', 'm.id', 'mou.expire')}, m.recorded_at)
      from mou m where m.status = 'EXPIRED' and m.outcome is null and not exists (
        select 1 from agreement_proposal p where p.document_type = 'MOU' and p.document_id = m.id and p.state = 'OPEN')`,
  },
  // Watch is for the list; what is at risk or stands still waits for an answer, again once its day has passed.
  ALERT_ANSWER: {
    policy: 'alert.answer',
    as: 'ALLIANCE',
    most: 20,
    sql: `select a.id, m.id, ${MOU_TITLE}, ${others('m.id', `mp.role = any(case a.actor when 'BOTH' then '{SELLER,BUYER}'::text[] else array[a.actor] end)`)},
        null::bigint, a.days, null::timestamptz, a.level_at as since
      from agreement_alert a join mou m on m.id = a.mou_id
      where a.cleared_at is null and a.level in ('RISK', 'STALLED') and (a.status = 'RAISED' or a.follow_up_on < $4::date)`,
  },
  // What an officer has put down for himself, and the plan's tasks, from a week before their day.
  CASE_NEXT_ACTION: {
    policy: 'case.work',
    as: 'ALLIANCE',
    sql: `select c.mou_id, c.mou_id, ${MOU_TITLE}, c.next_action, null::bigint, null::int, ${endOf('c.next_action_on')}, c.saved_at
      from case_file c join mou m on m.id = c.mou_id
      where c.next_action_on <= $4::date + 7 and (c.owner_id is null or c.owner_id = $2)`,
  },
  PLAN_TASK_DUE: {
    policy: 'case.work',
    as: 'ALLIANCE',
    sql: `select t.id, t.mou_id, t.title, ${MOU_TITLE}, null::bigint, null::int, ${endOf('t.due_on')}, t.created_at
      from plan_task t join mou m on m.id = t.mou_id left join case_file c on c.mou_id = t.mou_id
      where t.state = 'OPEN' and t.due_on <= $4::date + 7 and (c.owner_id is null or c.owner_id = $2)`,
  },
  AGREEMENT_FOLLOW_UP: {
    policy: 'board.view',
    as: 'ALLIANCE',
    most: 20,
    sql: `select m.id, m.id, ${MOU_TITLE}, ${others('m.id', `mp.role = any(case p.next_actor when 'BOTH' then '{SELLER,BUYER}'::text[] else array[p.next_actor] end)`)},
        null::bigint, null::int, null::timestamptz, p.next_since as since
      from mou_progress p join mou m on m.id = p.mou_id where p.next_actor not in ('NONE', 'ALLIANCE') and m.status in ('SIGNED', 'IN_FORCE')`,
  },
};

const NOTHING = 'null::bigint, null::int, null::timestamptz';

/** Registrations, merges and bank accounts: each waits for a person other than the one who began. */
const ofRegistry: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  ORGANIZATION_RETURNED: {
    policy: 'organization.submit',
    as: 'OWNER',
    sql: `select o.id, o.id, o.name, o.status_reason, ${NOTHING}, coalesce(o.status_at, o.created_at) as since
      from organization o where o.id = $1 and o.status = 'DRAFT' and o.status_reason is not null`,
  },
  BANK_CHANGE_CONFIRM: {
    policy: 'bankAccount.confirm',
    as: 'OWNER',
    sql: `select b.id, b.org_id, b.bank_name, p.full_name, ${NOTHING}, b.requested_at as since
      from bank_account_change b join app_user p on p.id = b.requested_by
      where b.org_id = $1 and b.status = 'WAITING' and b.requested_by <> $2`,
  },
  ORGANIZATION_VERIFY: {
    policy: 'organization.verify',
    as: 'ALLIANCE',
    sql: `select o.id, o.id, o.name, null::text, ${NOTHING}, coalesce(o.status_at, o.created_at) as since
      from organization o where o.status = 'PENDING' and o.status_by is distinct from $2`,
  },
  BANK_CHANGE_CALL: {
    policy: 'bankAccount.confirm',
    as: 'ALLIANCE',
    sql: `select b.id, b.org_id, o.short_name, b.bank_name, ${NOTHING}, b.requested_at as since
      from bank_account_change b join organization o on o.id = b.org_id where b.status = 'WAITING' and b.requested_by <> $2`,
  },
  REGISTER_APPROVE: {
    policy: 'register.approve',
    as: 'ALLIANCE',
    sql: `select b.id, b.id, e.title, u.full_name, ${NOTHING}, b.submitted_at as since
      from register_batch b join event e on e.id = b.event_id join app_user u on u.id = b.submitted_by
      where b.status = 'SUBMITTED' and b.created_by <> $2 and b.submitted_by <> $2`,
  },
  REGISTER_FINISH: {
    policy: 'register.prepare',
    as: 'ALLIANCE',
    sql: `select b.id, b.id, e.title, null::text, ${NOTHING}, b.created_at as since
      from register_batch b join event e on e.id = b.event_id where b.status = 'VALIDATED' and b.created_by = $2`,
  },
  REPORT_ISSUE: {
    policy: 'report.issue',
    as: 'ALLIANCE',
    sql: `select r.id, r.id, to_char(r.as_of, 'DD/MM/YYYY'), u.full_name, ${NOTHING}, r.prepared_at as since
      from progress_report r join app_user u on u.id = r.prepared_by where r.status = 'DRAFT' and r.prepared_by <> $2`,
  },
  MERGE_DECIDE: {
    policy: 'organization.merge',
    as: 'ALLIANCE',
    sql: `select m.id, m.duplicate_id, d.name, s.name, ${NOTHING}, m.proposed_at as since
      from organization_merge m join organization d on d.id = m.duplicate_id join organization s on s.id = m.survivor_id
      where m.status = 'PROPOSED' and m.proposed_by <> $2`,
  },
};

const ofConferences: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  MEETING_ANSWER: {
    policy: 'meeting.ask',
    as: 'OWNER',
    sql: `select m.id, e.id, e.title, ${nameOf('m.from_org_id')}, ${NOTHING}, m.created_at as since
      from meeting m join event e on e.id = m.event_id where m.to_org_id = $1 and m.status = 'REQUESTED' and e.held_on >= $4::date`,
  },
  SLIP_ANSWER: {
    policy: 'slip.answer',
    as: 'OWNER',
    sql: `select i.id, i.event_id, i.goods, ${nameOf('i.buyer_org_id')}, ${NOTHING}, i.created_at as since
      from interest_slip i where i.seller_org_id = $1 and i.mou_id is null`,
    most: 20,
  },
};

/** Credit agreements: the side whose move it is, by the days its step should take; the Alliance only when they are over. Amounts are the two sides'. */
const creditDue = `c.since_on + (select (p.value ->> c.status)::int from legal_parameter p where p.code = 'CREDIT_STATE_DAYS' and p.valid_from <= $4::date
  and (p.valid_to is null or p.valid_to >= $4::date) order by p.valid_from desc limit 1)`;
const creditMoves = `c.status in ('FILED', 'APPRAISING', 'APPROVED') or (c.status = 'GRANTED' and c.disbursed_amount = 0)`;
const ofCredit: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  CREDIT_CONFIRM: {
    policy: 'credit.confirm',
    as: 'PARTY',
    sql: `select c.id, c.id, c.number, case when c.bank_org_id = $1 then ${nameOf('c.borrower_org_id')} else ${nameOf('c.bank_org_id')} end, c.amount, null::int,
        ${endOf(`(${creditDue})`)}, c.created_at
      from credit_agreement c where c.status = 'RECORDED'
        and ((c.borrower_org_id = $1 and c.recorded_side <> 'COOPERATIVE') or (c.bank_org_id = $1 and c.recorded_side = 'COOPERATIVE'))`,
  },
  CREDIT_FILE: {
    policy: 'credit.file',
    as: 'PARTY',
    sql: `select c.id, c.id, c.number, ${nameOf('c.bank_org_id')}, c.amount, null::int, ${endOf(`(${creditDue})`)}, ${startOf('c.since_on')}
      from credit_agreement c where c.status = 'SIGNED' and c.borrower_org_id = $1`,
  },
  CREDIT_MOVE: {
    policy: 'credit.decide',
    as: 'PARTY',
    sql: `select c.id, c.id, c.number, ${nameOf('c.borrower_org_id')}, c.amount, null::int, ${endOf(`(${creditDue})`)}, ${startOf('c.since_on')}
      from credit_agreement c where c.bank_org_id = $1 and (${creditMoves})`,
  },
  EVIDENCE_ANSWER: {
    policy: 'evidence.grant',
    as: 'PARTY',
    sql: `select e.id, c.id, c.number, ${nameOf('e.bank_org_id')}, ${NOTHING}, e.asked_at as since
      from evidence_consent e join credit_agreement c on c.id = e.agreement_id where e.borrower_org_id = $1 and e.status = 'REQUESTED'`,
  },
  CREDIT_LATE: {
    policy: 'board.view',
    as: 'ALLIANCE',
    most: 20,
    sql: `select c.id, c.id, c.number, ${nameOf('c.bank_org_id')} || ' · ' || ${nameOf('c.borrower_org_id')}, null::bigint, null::int, ${endOf(`(${creditDue})`)},
        ${startOf('c.since_on')}
      from credit_agreement c where (c.status in ('RECORDED', 'SIGNED') or ${creditMoves}) and ${creditDue} < $4::date`,
  },
};

/** Petitions: the Alliance sends them on, the body asked answers, the petitioner judges. "Trước ngày" ends when that day begins. */
const petitionDue = startOf('p.answer_before');
const ofPetitions: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  PETITION_CLASSIFY: {
    policy: 'petition.manage',
    as: 'ALLIANCE',
    sql: `select p.id, p.id, p.number, coalesce(${nameOf('p.petitioner_org_id')}, p.petitioner_name), ${NOTHING}, p.created_at
      from petition p where p.status = 'RECEIVED'`,
  },
  PETITION_ASSIGN: {
    policy: 'petition.manage',
    as: 'ALLIANCE',
    sql: `select p.id, p.id, p.number, coalesce(${nameOf('p.petitioner_org_id')}, p.petitioner_name), ${NOTHING}, p.created_at
      from petition p where p.status = 'CLASSIFIED'`,
  },
  PETITION_ANSWER: {
    policy: 'petition.answer',
    as: 'OWNER',
    sql: `select p.id, p.id, p.number, ${nameOf('p.petitioner_org_id')}, null::bigint, null::int, ${petitionDue},
        coalesce((select max(a.at) from petition_assignment a where a.petition_id = p.id), p.created_at)
      from petition p where p.department_id = $1 and p.status in ('ASSIGNED', 'ANSWERED_IN_REPORT')`,
  },
  PETITION_ISSUE: {
    policy: 'petition.issue',
    as: 'OWNER',
    sql: `select p.id, p.id, p.number, ${nameOf('p.petitioner_org_id')}, null::bigint, null::int, ${petitionDue}, d.prepared_at
      from petition p join petition_draft d on d.petition_id = p.id where p.department_id = $1 and p.status = 'DRAFT_ANSWER'`,
  },
  PETITION_JUDGE: {
    policy: 'petition.file',
    as: 'OWNER',
    sql: `select p.id, p.id, p.number, ${nameOf('p.department_id')}, ${NOTHING},
        coalesce((select max(a.at) from petition_answer a where a.petition_id = p.id), p.created_at)
      from petition p where p.status = 'OFFICIAL_ANSWER' and p.petitioner_org_ids @> array[$1::uuid]`,
  },
};

/** Duties of a notice wait for the day an officer set, or for a word when their day has come; a notice waits for whoever got it. */
const ofDuties: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  DUTY_FOLLOW_UP: {
    policy: 'duty.record',
    as: 'ALLIANCE',
    sql: `select d.id, d.id, d.title_vi, coalesce(t.next_move, d.actor_vi), null::bigint, null::int,
        coalesce(${endOf('t.next_on')}, ${startOf('d.before')}), coalesce(t.changed_at, ${startOf('d.before')})
      from duty d left join duty_task t on t.duty_id = d.id
      where coalesce(t.status, 'UNKNOWN') <> 'DONE' and (t.next_on is not null or (d.before <= $4::date and coalesce(t.status, 'UNKNOWN') = 'UNKNOWN'))`,
  },
  DUTY_CONFIRM: {
    policy: 'duty.record',
    as: 'ALLIANCE',
    sql: `select w.id, d.id, d.title_vi, ${nameOf('w.org_id')}, ${NOTHING}, w.at
      from duty_word w join duty d on d.id = w.duty_id where w.status = 'WAITING'`,
  },
  // A duty laid on the reader's body by name of which nothing is known, and a word that came back.
  DUTY_TELL: {
    policy: 'duty.tell',
    as: 'OWNER',
    sql: `select d.id, d.id, d.title_vi, d.actor_vi, null::bigint, null::int, ${startOf('d.before')}, coalesce(back.decided_at, ${startOf('e.held_on')})
      from duty d join event e on e.id = d.event_id left join duty_task t on t.duty_id = d.id
      left join lateral (select w.status, w.decided_at from duty_word w where w.duty_id = d.id and w.org_id = $1 order by w.at desc limit 1) back on true
      where d.org_id is not null and ${holdsDutiesSql('d.org_id', '$1', '$4')} and coalesce(t.status, 'UNKNOWN') <> 'DONE'
        and (back.status = 'RETURNED' or (back.status is null and coalesce(t.status, 'UNKNOWN') = 'UNKNOWN'))`,
  },
  NOTICE_READ: {
    policy: 'notice.confirm',
    as: 'OWNER',
    sql: `select c.id, c.id, e.title, ${nameOf('c.sent_by_org_id')}, ${NOTHING}, ${startOf('c.sent_on')}
      from notice_receipt c join notice_recipient r on r.id = c.recipient_id join event e on e.id = r.event_id where c.org_id = $1 and c.read_on is null`,
  },
};

/** Assisted mode: a mandate for a second person to check, what was done for the director to answer, a denial for the officer to settle. */
const ofAssistance: Readonly<Partial<Record<WorkItemKindName, Source>>> = {
  MANDATE_CHECK: {
    policy: 'mandate.check',
    as: 'ALLIANCE',
    sql: `select m.id, m.id, ${nameOf('m.org_id')}, u.full_name, ${NOTHING}, m.created_at as since
      from mandate m join app_user u on u.id = m.recorded_by
      where m.way <> 'IN_APP' and m.checked_at is null and m.revoked_at is null and m.ends_on >= $4::date and m.recorded_by <> $2`,
  },
  ASSISTED_ACT_ANSWER: {
    policy: 'assisted.answer',
    as: 'OWNER',
    sql: `select a.mandate_id, a.mandate_id, string_agg(distinct u.full_name, ', ') || ' · ' || count(*), null::text, ${NOTHING}, min(a.at) as since
      from assisted_act a join app_user u on u.id = a.officer_id where a.org_id = $1 and a.state = 'WAITING' group by a.mandate_id`,
  },
  ASSISTED_ACT_SETTLE: {
    policy: 'assisted.settle',
    as: 'ALLIANCE',
    sql: `select a.id, a.id, ${nameOf('a.org_id')}, a.reason, ${NOTHING}, a.answered_at as since
      from assisted_act a where a.state = 'DENIED' and a.officer_id = $2`,
  },
};

export const SOURCES = {
  ...ofRegistry,
  ...ofSeller,
  ...ofReceipts,
  ...ofSourcing,
  ...ofBuyer,
  ...ofBothSides,
  ...ofAlliance,
  ...ofConferences,
  ...ofCredit,
  ...ofPetitions,
  ...ofDuties,
  ...ofAssistance,
} as Readonly<Record<WorkItemKindName, Source>>;
