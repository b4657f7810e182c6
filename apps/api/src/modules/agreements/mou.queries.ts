import { Injectable } from '@nestjs/common';
import { addMonths, quantity, type LinePricePrinciple, type MouState, type SignatureMethod } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { explain } from '../../platform/graphql/refusal.js';
import { openPrices } from './consent/open-prices.js';
import { diaryOf, type DiaryLine } from './diary.js';
import { paceOf, type PacePointView } from './mou-pace.js';
import { mouMessages } from './mou.messages.js';
import { blockedBy, concerns, mayDo, MOU_ACTIONS } from './mou-rules.js';
import { PROGRESS_SQL, progressView, type ProgressRow, type ProgressView } from './progress-view.js';
import { openRoundSql, type StandingRound } from './mou-standing.js';
import { numbersSql, partiesSql, type LineNumbersView, type PartyView } from './agreement-sql.js';

export interface MouLineView {
  readonly id: string;
  readonly lineNo: number;
  readonly description: string;
  readonly product: { id: string; slug: string; nameVi: string; baseUnit: string } | null;
  readonly baseUnit: string;
  readonly targetQty: string | null;
  readonly seasonMonths: number[];
  readonly referencePrice: bigint | null;
  readonly pricePrinciple: LinePricePrinciple | null;
  readonly priceSource: string | null;
  readonly qualityTerms: string | null;
  readonly numbers: LineNumbersView;
}

export interface MouView extends ProgressView {
  readonly id: string;
  readonly registerNo: string;
  readonly title: string;
  readonly status: MouState;
  readonly outcome: string | null;
  readonly isDemo: boolean;
  readonly event: { code: string; title: string; heldOn: string } | null;
  readonly signedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly pricePrinciple: 'FIXED' | 'FLOOR' | 'MARKET' | 'INDEXED' | 'PER_ORDER';
  readonly qualityTerms: string | null;
  readonly documentUrl: string | null;
  readonly documentName: string | null;
  readonly documentSha256: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly renewedFrom: { id: string; registerNo: string; title: string } | null;
  readonly parties: PartyView[];
  readonly lines: MouLineView[];
  readonly version: number;
  readonly availableActions: { action: string; allowed: boolean; reason: string | null }[];
}

interface Row extends Omit<MouView, keyof ProgressView | 'lines' | 'availableActions' | 'documentUrl'> {
  readonly documentFileId: string | null;
  readonly progress: ProgressRow;
  readonly lines: (Omit<MouLineView, 'referencePrice'> & { referencePrice: string | null })[];
  readonly signing: {
    orgId: string;
    method: SignatureMethod;
    signedOn: string;
    attestedBy: string | null;
    countersignedBy: string | null;
  }[];
  readonly round: StandingRound | null;
}

const STORY = `select m.id, m.register_no as "registerNo", m.title, m.status, m.outcome, m.is_demo as "isDemo", m.signed_on as "signedOn",
    m.valid_from as "validFrom", m.valid_to as "validTo", m.price_principle as "pricePrinciple", m.quality_terms as "qualityTerms",
    m.document_file_id as "documentFileId", f.name as "documentName", m.document_sha256 as "documentSha256", m.recorded_at as "recordedAt",
    m.version, coalesce(ro.short_name, u.full_name) as "recordedBy",
    case when e.id is not null then json_build_object('code', e.code, 'title', e.title, 'heldOn', e.held_on) end as event,
    (select json_build_object('id', rn.id, 'registerNo', rn.register_no, 'title', rn.title) from mou rn where rn.id = m.renewed_from_id) as "renewedFrom",
    ${PROGRESS_SQL} as progress, ${partiesSql('m.id')} as parties,
    coalesce((select json_agg(json_build_object('id', l.id, 'lineNo', l.line_no, 'description', l.description, 'baseUnit', l.base_unit,
        'targetQty', l.target_qty::text, 'seasonMonths', l.season_months, 'referencePrice', l.reference_price::text,
        'pricePrinciple', l.price_principle, 'priceSource', l.price_source, 'qualityTerms', l.quality_terms,
        'product', case when pr.id is not null then json_build_object('id', pr.id, 'slug', pr.slug, 'nameVi', pr.name_vi, 'baseUnit', pr.base_unit) end,
        'numbers', ${numbersSql('t', 'mou_line_id')}) order by l.line_no)
      from mou_line l left join product pr on pr.id = l.product_id left join agreement_line_total t on t.line_id = l.id
      where l.mou_id = m.id), '[]') as lines,
    coalesce((select json_agg(json_build_object('orgId', s.org_id, 'method', s.method, 'signedOn', s.signed_on, 'attestedBy', s.attested_by,
        'countersignedBy', s.countersigned_by)) from signature s where s.document_type = 'MOU' and s.document_id = m.id), '[]') as signing,
    ${openRoundSql('MOU', 'm.id')} as round
  from mou m join mou_progress p on p.mou_id = m.id left join event e on e.id = m.event_id left join stored_file f on f.id = m.document_file_id
  left join app_user u on u.id = m.created_by left join organization ro on ro.id = m.created_by_org_id
  where m.id = $1`;

@Injectable()
export class MouQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** Everything of one memorandum but its contracts, pace and diary, in one statement. */
  byId(actor: Actor, id: string): Promise<MouView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<Row>(STORY, [idOf(id)]);
      return view(row, actor, tx.today, (await openPrices(tx, [row.id])).has(row.id));
    });
  }

  /** Plan against acceptance by month; the plan of other parties' contracts stays theirs. */
  pace(actor: Actor, mouId: string): Promise<PacePointView[]> {
    return this.uow.read(actor, async (tx) => {
      const [mou] = await tx.query<{ starts: string | null; valid_to: string | null }>(
        'select coalesce(valid_from, signed_on) as starts, valid_to from mou where id = $1',
        [mouId],
      );
      if (!mou?.starts) return [];
      const { starts, valid_to: to } = mou;
      return paceOf(await paceLines(tx, mouId), starts, to ?? addMonths(starts, 12));
    });
  }

  /** The memorandum's diary and that of its contracts the reader may see. */
  diary(actor: Actor, mouId: string): Promise<DiaryLine[]> {
    return this.uow.read(actor, async (tx) => {
      const contracts = await tx.query<{ id: string }>('select id from contract where mou_id = $1', [mouId]);
      const own = await diaryOf(tx, 'mou', [mouId]);
      const theirs = await diaryOf(
        tx,
        'contract',
        contracts.map((contract) => contract.id),
      );
      return [...own, ...theirs].sort((a, b) => a.at.getTime() - b.at.getTime());
    });
  }
}

function view(row: Row, actor: Actor, today: string, isOpen: boolean): MouView {
  const { progress, signing, round: _open, documentFileId, lines, ...plain } = row;
  const isParty = actor.orgKind !== 'ALLIANCE' && row.parties.some(({ organization }) => organization.id === actor.orgId);
  const seesPrices = isParty || isOpen;
  const standing = {
    status: row.status,
    round: row.round,
    documentSha256: row.documentSha256,
    signatures: signing,
    parties: row.parties.map(({ organization, ...party }) => ({ ...party, orgId: organization.id })),
  };
  return {
    ...plain,
    ...progressView(progress, today),
    documentUrl: documentFileId && `/files/${documentFileId}`,
    lines: lines.map((line) => ({
      ...line,
      referencePrice: seesPrices && line.referencePrice !== null ? BigInt(line.referencePrice) : null,
    })),
    availableActions: MOU_ACTIONS.filter((action) => concerns(actor, action, standing)).map((action) => {
      const refusal = mayDo(actor, action, standing)
        ? blockedBy(action, standing, actor, today)
        : ({ code: 'WRONG_ROLE' } as const);
      return { action, allowed: refusal === null, reason: refusal && explain(mouMessages, refusal, actor.locale).message };
    }),
  };
}

async function paceLines(tx: Tx, mouId: string) {
  const rows = await tx.query<{
    id: string;
    target: string | null;
    refPrice: bigint | null;
    seasonMonths: number[];
    schedule: { from: string; to: string; qty: string }[];
    accepted: { month: string; qty: string }[];
  }>(
    `select l.id, l.target_qty as target, l.reference_price as "refPrice", l.season_months as "seasonMonths",
       coalesce((select json_agg(json_build_object('from', s.period_from, 'to', s.period_to, 'qty', s.qty::text))
         from contract_line cl join contract c on c.id = cl.contract_id and c.activated_at is not null
         join contract_schedule s on s.contract_line_id = cl.id where cl.mou_line_id = l.id), '[]') as schedule,
       coalesce((select json_agg(json_build_object('month', a.month, 'qty', a.qty::text)) from (
         select to_char(e.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month, sum(e.qty) as qty
         from commitment_entry e where e.mou_line_id = l.id and e.kind = 'ACCEPT' group by 1) a), '[]') as accepted
     from mou_line l where l.mou_id = $1 and l.target_qty is not null order by l.line_no`,
    [mouId],
  );
  return rows.map((row) => ({
    lineId: row.id,
    target: quantity(row.target!),
    refPrice: row.refPrice,
    seasonMonths: row.seasonMonths,
    schedule: row.schedule.map((period) => ({ ...period, qty: quantity(period.qty) })),
    accepted: new Map(row.accepted.map(({ month, qty }) => [month, quantity(qty)])),
  }));
}
