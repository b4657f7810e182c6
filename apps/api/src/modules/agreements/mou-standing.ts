import type { Tx } from '../../platform/database/unit-of-work.js';
import type { LinePricePrinciple, MouState, SignatureMethod, SigningOrder } from '@lienket/domain';

/** A memorandum as its rules see it. */
export interface MouStanding {
  readonly id: string;
  readonly status: MouState;
  readonly version: number;
  readonly eventId: string | null;
  readonly registerNo: string;
  readonly title: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly pricePrinciple: string;
  readonly qualityTerms: string | null;
  readonly documentSha256: string | null;
  readonly partyOrgIds: readonly string[];
  readonly parties: readonly StandingParty[];
  readonly lines: readonly StandingLine[];
  readonly obligations: readonly StandingObligation[];
  readonly signatures: readonly StandingSignature[];
  readonly round: StandingRound | null;
}

export interface StandingParty {
  readonly orgId: string;
  readonly role: string;
  readonly mustSign: boolean;
  readonly representative: string | null;
}

export interface StandingLine {
  readonly id: string;
  readonly productId: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly targetQty: string | null;
  readonly seasonMonths: readonly number[];
  readonly referencePrice: string | null;
  readonly pricePrinciple: LinePricePrinciple | null;
  readonly priceSource: string | null;
  readonly qualityTerms: string | null;
}

export interface StandingObligation {
  readonly title: string;
  readonly obligedOrgId: string;
  readonly dueOn: string;
}

/** The open round of signing. */
export interface StandingRound {
  readonly id: string;
  readonly roundNo: number;
  readonly order: SigningOrder;
  readonly requireCode: boolean;
  readonly expiresOn: string | null;
  readonly documentSha256: string;
  readonly paperSha256: string | null;
  readonly paperBytes: number | null;
}

export interface StandingSignature {
  readonly orgId: string;
  readonly method: SignatureMethod;
  readonly signedOn: string;
  readonly attestedBy: string | null;
  readonly countersignedBy: string | null;
}

/** The open round of a document as JSON, or null. */
export const openRoundSql = (type: 'MOU' | 'CONTRACT', documentId: string): string =>
  `(select json_build_object('id', r.id, 'roundNo', r.round_no, 'order', r.signing_order, 'requireCode', r.require_code, 'expiresOn', r.expires_on,
      'documentSha256', r.document_sha256, 'paperSha256', r.paper_sha256, 'paperBytes', r.paper_bytes)
    from signing_round r where r.document_type = '${type}' and r.document_id = ${documentId} and r.state = 'OPEN')`;

const SELECT = `select m.id, m.status, m.version, m.event_id as "eventId", m.register_no as "registerNo", m.title, m.valid_from as "validFrom",
    m.valid_to as "validTo", m.price_principle as "pricePrinciple", m.quality_terms as "qualityTerms", m.document_sha256 as "documentSha256",
    m.party_org_ids as "partyOrgIds",
    coalesce((select json_agg(json_build_object('orgId', p.org_id, 'role', p.role, 'mustSign', p.must_sign, 'representative', p.representative) order by p.position)
      from mou_party p where p.mou_id = m.id), '[]') as parties,
    coalesce((select json_agg(json_build_object('id', l.id, 'productId', l.product_id, 'description', l.description, 'baseUnit', l.base_unit,
        'targetQty', l.target_qty::text, 'seasonMonths', l.season_months, 'referencePrice', l.reference_price::text,
        'pricePrinciple', l.price_principle, 'priceSource', l.price_source, 'qualityTerms', l.quality_terms) order by l.line_no)
      from mou_line l where l.mou_id = m.id), '[]') as lines,
    coalesce((select json_agg(json_build_object('orgId', s.org_id, 'method', s.method, 'signedOn', s.signed_on, 'attestedBy', s.attested_by,
        'countersignedBy', s.countersigned_by)) from signature s where s.document_type = 'MOU' and s.document_id = m.id), '[]') as signatures,
    coalesce((select json_agg(json_build_object('title', b.title, 'obligedOrgId', b.obliged_org_id, 'dueOn', b.due_on) order by b.obligation_no)
      from mou_obligation b where b.mou_id = m.id), '[]') as obligations,
    ${openRoundSql('MOU', 'm.id')} as round
  from mou m where m.id = $1`;

export const readMou = (tx: Tx, id: string): Promise<MouStanding> => tx.one<MouStanding>(SELECT, [id]);

/** The lock comes first, so that what is read after it is what the last writer left. */
export async function lockMou(tx: Tx, id: string): Promise<MouStanding> {
  await tx.one('select id from mou where id = $1 for update', [id]);
  return readMou(tx, id);
}
