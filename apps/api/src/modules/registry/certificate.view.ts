import { certificateStatusOn, type CertificateStatus, type LocalDate } from '@lienket/domain';

/** A certificate as SQL hands it over; `certificateSql` makes it. */
export interface CertificateRow {
  readonly id: string;
  readonly orgId: string;
  readonly productId: string | null;
  readonly kind: string;
  readonly stars: number | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate | null;
  readonly status: 'DECLARED' | 'VERIFIED' | 'REVOKED';
  readonly verifiedOn: LocalDate | null;
  readonly fileId: string | null;
  readonly isDemo: boolean;
  readonly holderName: string;
  readonly productName: string | null;
}

export interface CertificateView {
  readonly id: string;
  readonly kind: string;
  readonly stars: number | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate | null;
  readonly state: CertificateStatus;
  readonly fileUrl: string | null;
  readonly productId: string | null;
  readonly isDemo: boolean;
  readonly holderName: string;
  readonly productName: string | null;
}

/** SQL of a CertificateRow; days are Vietnamese days. */
export const certificateSql = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'orgId', ${alias}.org_id, 'productId', ${alias}.product_id, 'kind', ${alias}.kind,
    'stars', ${alias}.stars, 'number', ${alias}.number, 'issuer', ${alias}.issuer, 'issuedOn', ${alias}.issued_on,
    'expiresOn', ${alias}.expires_on, 'status', ${alias}.status, 'fileId', ${alias}.file_id, 'isDemo', ${alias}.is_demo,
    'holderName', (select short_name from organization where id = ${alias}.org_id), 'productName', (select name_vi from product where id = ${alias}.product_id),
    'verifiedOn', (${alias}.verified_at at time zone 'Asia/Ho_Chi_Minh')::date)`;

/** The domain's facts of a row. No day of revocation is kept: a revoked paper counts as never held. */
export const certificateFacts = (row: CertificateRow) => ({
  kind: row.kind,
  issuedOn: row.issuedOn,
  expiresOn: row.expiresOn,
  verifiedOn: row.status === 'DECLARED' ? null : row.verifiedOn,
  revokedOn: row.status === 'REVOKED' ? row.issuedOn : null,
});

/** For its own people and the Alliance, with the scan and whatever its state. */
export function certificateForInsider(row: CertificateRow, today: LocalDate): CertificateView {
  const { id, kind, stars, number, issuer, issuedOn, expiresOn, productId, isDemo, holderName, productName } = row;
  const state = certificateStatusOn(certificateFacts(row), today);
  return {
    id,
    kind,
    stars,
    number,
    issuer,
    issuedOn,
    expiresOn,
    productId,
    isDemo,
    holderName,
    productName,
    state,
    fileUrl: row.fileId && `/files/${row.fileId}`,
  };
}

/** For everybody else: only what holds today. A lapsed star shown to buyers would be a false claim. */
export function certificatesForPublic(rows: readonly CertificateRow[], today: LocalDate): CertificateView[] {
  return rows
    .map((row) => ({ ...certificateForInsider(row, today), fileUrl: null }))
    .filter(({ state }) => state === 'VALID' || state === 'EXPIRING_SOON');
}
