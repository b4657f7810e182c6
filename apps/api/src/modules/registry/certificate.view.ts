import {
  type Certificate as CertificateFacts,
  type CertificateDecision,
  certificateStatusOn,
  type CertificateStatus,
  daysLeft,
  formatScore,
  type LocalDate,
} from '@lienket/domain';

/** A certificate as SQL hands it over; `certificateSql` makes it. */
export interface CertificateRow {
  readonly id: string;
  readonly orgId: string;
  readonly productId: string | null;
  readonly kind: string;
  readonly kindNames: { readonly vi: string; readonly en: string; readonly isPublic: boolean } | null;
  readonly stars: number | null;
  readonly scoreHundredths: number | null;
  readonly criteriaVersion: string | null;
  readonly number: string | null;
  readonly decidedOn: LocalDate | null;
  readonly issuer: string | null;
  readonly issuerLevel: string | null;
  readonly legalBasis: string | null;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate | null;
  readonly status: CertificateDecision;
  readonly verifiedOn: LocalDate | null;
  readonly declaredBy: string | null;
  readonly returnReason: string | null;
  readonly revokedOn: LocalDate | null;
  readonly revokeReason: string | null;
  readonly revokeFileId: string | null;
  readonly supersededBy: string | null;
  readonly supersededOn: LocalDate | null;
  readonly fileId: string | null;
  readonly isDemo: boolean;
  readonly holderName: string;
  readonly productName: string | null;
}

export interface CertificateView extends Omit<
  CertificateRow,
  'scoreHundredths' | 'status' | 'fileId' | 'revokeFileId' | 'revokedOn' | 'supersededOn'
> {
  readonly decision: CertificateDecision;
  readonly state: CertificateStatus;
  readonly daysLeft: number | null;
  readonly score: string | null;
  readonly revokedOn: LocalDate | null;
  readonly fileUrl: string | null;
  readonly revokeFileUrl: string | null;
}

const COLUMNS = {
  orgId: 'org_id',
  productId: 'product_id',
  kind: 'kind',
  stars: 'stars',
  scoreHundredths: 'score_hundredths',
  criteriaVersion: 'criteria_version',
  number: 'number',
  decidedOn: 'decided_on',
  issuer: 'issuer',
  issuerLevel: 'issuer_level',
  legalBasis: 'legal_basis',
  issuedOn: 'issued_on',
  expiresOn: 'expires_on',
  status: 'status',
  declaredBy: 'declared_by',
  returnReason: 'return_reason',
  revokedOn: 'revoked_on',
  revokeReason: 'revoke_reason',
  revokeFileId: 'revoke_file_id',
  supersededBy: 'superseded_by',
  supersededOn: 'superseded_on',
  fileId: 'file_id',
  isDemo: 'is_demo',
};

/** SQL of a CertificateRow; days are Vietnamese days. */
export const certificateSql = (alias: string): string =>
  `json_build_object('id', ${alias}.id, ${Object.entries(COLUMNS)
    .map(([name, column]) => `'${name}', ${alias}.${column}`)
    .join(', ')},
    'kindNames', (select json_build_object('vi', name_vi, 'en', name_en, 'isPublic', is_public) from certificate_kind where code = ${alias}.kind),
    'holderName', (select short_name from organization where id = ${alias}.org_id), 'productName', (select name_vi from product where id = ${alias}.product_id),
    'verifiedOn', (${alias}.verified_at at time zone 'Asia/Ho_Chi_Minh')::date)`;

/** The domain's facts of a row. */
export const certificateFacts = (row: CertificateRow): CertificateFacts => ({
  kind: row.kind,
  decision: row.status,
  issuedOn: row.issuedOn,
  expiresOn: row.expiresOn,
  verifiedOn: row.verifiedOn,
  revokedOn: row.revokedOn,
  supersededOn: row.supersededOn,
});

const fileUrl = (id: string | null): string | null => id && `/files/${id}`;

/** For its own people and the Alliance, with the scan and whatever its state. */
export function certificateForInsider(row: CertificateRow, today: LocalDate): CertificateView {
  const { scoreHundredths, status, fileId, revokeFileId, supersededOn: _, ...rest } = row;
  return {
    ...rest,
    decision: status,
    state: certificateStatusOn(certificateFacts(row), today),
    daysLeft: daysLeft(row.expiresOn, today),
    score: scoreHundredths === null ? null : formatScore(scoreHundredths),
    fileUrl: fileUrl(fileId),
    revokeFileUrl: fileUrl(revokeFileId),
  };
}

/** What was withdrawn was never more than a slip of the pen. */
export const certificatesForInsider = (rows: readonly CertificateRow[], today: LocalDate): CertificateView[] =>
  rows.map((row) => certificateForInsider(row, today)).filter(({ state }) => state !== 'WITHDRAWN');

/** For everybody else: only what holds today, of the kinds that are shown. A lapsed star shown to buyers would be a false claim. */
export function certificatesForPublic(rows: readonly CertificateRow[], today: LocalDate): CertificateView[] {
  return rows
    .filter(({ kindNames }) => kindNames?.isPublic ?? true)
    .map((row) => ({ ...certificateForInsider(row, today), ...HIDDEN }))
    .filter(({ state }) => state === 'VALID' || state === 'EXPIRING_SOON');
}

const HIDDEN = { fileUrl: null, revokeFileUrl: null, score: null, returnReason: null, revokeReason: null, declaredBy: null };
