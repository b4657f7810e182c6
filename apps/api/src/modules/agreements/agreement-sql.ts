import { organizationRefSql, type OrganizationRefView } from '../registry/index.js';

export interface SignatureView {
  readonly method: string;
  readonly signedOn: string;
  readonly signedByName: string | null;
  readonly attestedByName: string | null;
  readonly countersignedByName: string | null;
  readonly documentSha256: string;
  readonly recordedAt: Date;
  readonly complete: boolean;
  readonly fileUrl: string | null;
  readonly inspection: PdfSignatureView[] | null;
}

/** `PdfSignature` as it was kept: instants are text. */
export interface PdfSignatureView {
  readonly signerName: string | null;
  readonly issuerName: string | null;
  readonly signedAt: string | null;
  readonly certificateFrom: string | null;
  readonly certificateTo: string | null;
  readonly certificateValidThen: boolean | null;
  readonly coversWholeFile: boolean;
  readonly intact: boolean;
  readonly startsWithOurs: boolean;
}

export interface PartyView {
  readonly id: string;
  readonly organization: OrganizationRefView;
  readonly role: 'SELLER' | 'BUYER' | 'BANK' | 'WITNESS';
  readonly mustSign: boolean;
  readonly representative: string | null;
  readonly signature: SignatureView | null;
}

export interface LineNumbersView {
  readonly committed: string | null;
  readonly calledOff: string;
  readonly dispatched: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly acceptedB: string;
  readonly acceptedC: string;
}

/** The signature of one organization under one document, as JSON or null. */
export const signatureSql = (type: 'MOU' | 'CONTRACT', documentId: string, orgId: string): string =>
  `(select json_build_object('method', s.method, 'signedOn', s.signed_on, 'documentSha256', s.document_sha256, 'recordedAt', s.recorded_at,
      'complete', s.method <> 'PAPER_ATTESTED' or s.countersigned_by is not null, 'fileUrl', '/files/' || s.file_id, 'inspection', s.inspection, 'signedByName', su.full_name, 'attestedByName', sa.full_name,
      'countersignedByName', sc.full_name)
    from signature s left join app_user su on su.id = s.signed_by left join app_user sa on sa.id = s.attested_by
    left join app_user sc on sc.id = s.countersigned_by
    where s.document_type = '${type}' and s.document_id = ${documentId} and s.org_id = ${orgId})`;

/** The parties of a memorandum with their signatures, in the order of the document. */
export const partiesSql = (mouId: string): string =>
  `coalesce((select json_agg(json_build_object('id', mp.id, 'organization', ${organizationRefSql('po')}, 'role', mp.role, 'mustSign', mp.must_sign,
      'representative', mp.representative, 'signature', ${signatureSql('MOU', 'mp.mou_id', 'mp.org_id')}) order by mp.position)
    from mou_party mp join organization po on po.id = mp.org_id where mp.mou_id = ${mouId}), '[]')`;

/** Lower grades are few, so that their sum costs a look into the index; grade A is the rest of what was accepted. */
const gradedSql = (total: string, line: 'mou_line_id' | 'contract_line_id', grade: 'B' | 'C'): string =>
  `(select coalesce(sum(ge.qty), 0)::text from commitment_entry ge
    where ge.${line} = ${total}.line_id and ge.kind = 'ACCEPT' and ge.evidence_grade = '${grade}')`;

/** The numbers of a line out of its rollup, zeros before there is one; `line` says whose line it is. */
export const numbersSql = (total: string, line: 'mou_line_id' | 'contract_line_id'): string =>
  `json_build_object('committed', ${total}.committed::text, 'calledOff', coalesce(${total}.called_off, 0)::text,
    'dispatched', coalesce(${total}.dispatched, 0)::text, 'accepted', coalesce(${total}.accepted, 0)::text,
    'rejected', coalesce(${total}.rejected, 0)::text,
    'acceptedB', ${gradedSql(total, line, 'B')}, 'acceptedC', ${gradedSql(total, line, 'C')})`;

/** Contracts whose memorandum, if there is one, lets them take call-offs: `checkCallOffOpen` as a condition. */
export const notPausedAboveSql = (contract: string): string =>
  `not exists (select 1 from mou pm where pm.id = ${contract}.mou_id and pm.status in ('SUSPENDED', 'CLOSED', 'EXPIRED', 'LAPSED'))`;
