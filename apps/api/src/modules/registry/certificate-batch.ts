import { Injectable } from '@nestjs/common';
import type { CertificateDecision } from '@lienket/domain';
import type { ImageSpec } from '../../platform/database/row-images.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { CertificateColumns } from './certificate-sheet.js';
import { Certificate } from './certificate.entity.js';

/** A paper with its row: declared anew, or corrected before anybody has verified it. */
export interface CertificatePaper {
  readonly id: string;
  readonly columns: CertificateColumns;
}

export interface KnownCertificate extends CertificatePaper {
  readonly status: CertificateDecision;
}

/** A declared paper whole, for taking an import back. */
export const CERTIFICATE_IMAGE: ImageSpec = { table: 'certificate', children: [] };

/** Papers by the hundred; what a paper may say is asked before, by the same rules as a single one. */
@Injectable()
export class CertificateBatch {
  kinds(tx: Tx): Promise<{ code: string; vi: string; en: string }[]> {
    return tx.query('select code, name_vi as vi, name_en as en from certificate_kind order by position');
  }

  /** The organization's papers under these numbers, in any case of letters, that it did not withdraw. */
  async find(tx: Tx, orgId: string, numbers: readonly string[], lock: boolean): Promise<KnownCertificate[]> {
    const rows = await tx.query<CertificateColumns & { id: string; status: CertificateDecision }>(
      `select id, status, kind, product_id as "productId", stars, score_hundredths as "scoreHundredths", criteria_version as "criteriaVersion", number,
         decided_on as "decidedOn", issuer, issuer_level as "issuerLevel", legal_basis as "legalBasis", issued_on as "issuedOn",
         expires_on as "expiresOn", file_id as "fileId"
       from certificate where org_id = $1 and lower(number) = any($2) and status <> 'WITHDRAWN' order by id ${lock ? 'for update' : ''}`,
      [orgId, numbers.map((number) => number.toLowerCase())],
    );
    return rows.map(({ id, status, ...columns }) => ({ id, status, columns }));
  }

  async declare(tx: Tx, orgId: string, papers: readonly CertificatePaper[]): Promise<void> {
    if (papers.length === 0) return;
    const { isDemo } = await tx.one<{ isDemo: boolean }>('select is_demo as "isDemo" from organization where id = $1', [orgId]);
    await tx.insert(
      Certificate,
      papers.map(({ id, columns }) => ({ id, orgId, ...columns, status: 'DECLARED', declaredBy: tx.actor!.userId, isDemo })),
    );
    await this.audit(tx, 'certificate.declare', papers);
  }

  /** Also the answer to papers that came back. */
  async correct(tx: Tx, papers: readonly CertificatePaper[]): Promise<void> {
    if (papers.length === 0) return;
    await tx.query(
      `update certificate c set stars = r.stars, score_hundredths = r.score, criteria_version = r.criteria, decided_on = r.decided_on, issuer = r.issuer,
         issuer_level = r.issuer_level, legal_basis = r.legal_basis, issued_on = r.issued_on, expires_on = r.expires_on,
         status = 'DECLARED', declared_by = $2, return_reason = null
       from jsonb_to_recordset($1::jsonb) as r(id uuid, stars int, score int, criteria text, decided_on date, issuer text, issuer_level text,
         legal_basis text, issued_on date, expires_on date) where c.id = r.id and c.status in ('DECLARED', 'RETURNED')`,
      [
        JSON.stringify(
          papers.map(({ id, columns: c }) => ({
            ...{
              id,
              stars: c.stars,
              score: c.scoreHundredths,
              criteria: c.criteriaVersion,
              decided_on: c.decidedOn,
              issuer: c.issuer,
            },
            ...{ issuer_level: c.issuerLevel, legal_basis: c.legalBasis, issued_on: c.issuedOn, expires_on: c.expiresOn },
          })),
        ),
        tx.actor!.userId,
      ],
    );
    await this.audit(tx, 'certificate.correct', papers);
  }

  /** After declared papers were put back as they were: nobody had verified them, so no badge changes. */
  putBack(tx: Tx, ids: readonly string[]): Promise<void> {
    return tx.auditMany(
      'certificate.import-undone',
      'certificate',
      ids.map((entityId) => ({ entityId, data: {} })),
    );
  }

  private audit(tx: Tx, action: string, papers: readonly CertificatePaper[]): Promise<void> {
    return tx.auditMany(
      action,
      'certificate',
      papers.map(({ id, columns }) => ({ entityId: id, data: { ...columns, byImport: true } })),
    );
  }
}
