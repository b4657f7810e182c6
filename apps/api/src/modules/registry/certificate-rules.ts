import { Injectable } from '@nestjs/common';
import type { CertificateTerm, OcopBand } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { CertificateSheet, KindRules } from './certificate-sheet.js';
import { LegalBook } from './legal-book.js';

/** What the dated tables say of a paper: how long its kind holds, which bands and bodies an OCOP rank had on that day. */
@Injectable()
export class CertificateRules {
  constructor(private readonly law: LegalBook) {}

  async of(
    tx: Tx,
    { kind: code, stars, issuedOn, decidedOn }: Pick<CertificateSheet, 'kind' | 'stars' | 'issuedOn' | 'decidedOn'>,
  ): Promise<KindRules> {
    const [kind] = await tx.query<{ code: string; scope: string }>('select code, scope from certificate_kind where code = $1', [
      code,
    ]);
    return {
      kind: kind ?? null,
      term: await this.law.value<CertificateTerm>(tx, 'CERTIFICATE_TERM', issuedOn, code),
      bands: (await this.law.value<OcopBand[]>(tx, 'OCOP_BANDS', decidedOn ?? issuedOn)) ?? [],
      issuerLevels: (await this.law.value<string[]>(tx, 'OCOP_ISSUER', decidedOn ?? issuedOn, String(stars ?? ''))) ?? [],
    };
  }
}
