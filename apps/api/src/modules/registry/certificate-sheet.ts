import {
  accept,
  certificateExpiresOn,
  type CertificateTerm,
  type OcopBand,
  parseScore,
  type Result,
  refuse,
  scoreAgrees,
} from '@lienket/domain';
import { tidyLine } from '../../platform/text.js';
import type { CertificateKind } from './certificate-kind.entity.js';
import type { CertificateRefusal } from './certificate.messages.js';

/** What is read off a paper. */
export interface CertificateSheet {
  readonly productId?: string | null;
  readonly kind: string;
  readonly stars?: number | null;
  readonly score?: string | null;
  readonly criteriaVersion?: string | null;
  readonly number?: string | null;
  readonly decidedOn?: string | null;
  readonly issuer?: string | null;
  readonly issuerLevel?: string | null;
  readonly legalBasis?: string | null;
  readonly issuedOn: string;
  readonly expiresOn?: string | null;
  readonly fileId?: string | null;
}

/** What the data says of the kind on the day of issue. */
export interface KindRules {
  readonly kind: Pick<CertificateKind, 'code' | 'scope'> | null;
  readonly term: CertificateTerm | null;
  readonly bands: readonly OcopBand[];
  /** Bodies that recognized these stars then. */
  readonly issuerLevels: readonly string[];
}

export interface CertificateColumns {
  readonly kind: string;
  readonly productId: string | null;
  readonly stars: number | null;
  readonly scoreHundredths: number | null;
  readonly criteriaVersion: string | null;
  readonly number: string | null;
  readonly decidedOn: string | null;
  readonly issuer: string | null;
  readonly issuerLevel: string | null;
  readonly legalBasis: string | null;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly fileId: string | null;
}

const no = (refusal: CertificateRefusal) => refuse(refusal);
const tooLong = (text: string | null, most: number): boolean => (text?.length ?? 0) > most;

/** The paper as columns, or the first thing that no such paper can say. */
export function columnsOf(
  sheet: CertificateSheet,
  rules: KindRules,
  today: string,
): Result<CertificateColumns, CertificateRefusal> {
  const { kind, issuedOn } = sheet;
  const productId = sheet.productId ?? null;
  const number = tidyLine(sheet.number);
  const issuer = tidyLine(sheet.issuer);
  const legalBasis = tidyLine(sheet.legalBasis);
  const criteriaVersion = kind === 'OCOP' ? tidyLine(sheet.criteriaVersion) : null;
  if (!rules.kind) return no({ code: 'CERTIFICATE_KIND_UNKNOWN' });
  const rank = rankOf(sheet, rules);
  if (!rank.ok) return rank;
  if (rules.kind.scope === 'PRODUCT' && !productId) return no({ code: 'CERTIFICATE_NEEDS_PRODUCT' });
  if (rules.kind.scope === 'ORGANIZATION' && productId) return no({ code: 'CERTIFICATE_OF_ORGANIZATION' });
  if (issuedOn > today) return no({ code: 'ISSUED_IN_FUTURE' });
  if (kind === 'OCOP' && !rules.term) return no({ code: 'OCOP_NOT_YET' });
  const decidedOn = sheet.decidedOn ?? null;
  if (decidedOn !== null && decidedOn > issuedOn) return no({ code: 'DECIDED_AFTER_ISSUE', issuedOn });
  if (!rules.term?.fixed && sheet.expiresOn && sheet.expiresOn <= issuedOn) return no({ code: 'EXPIRES_BEFORE_ISSUE', issuedOn });
  if (tooLong(number, 100)) return no({ code: 'CERTIFICATE_NUMBER_TOO_LONG' });
  if (tooLong(issuer, 200)) return no({ code: 'ISSUER_TOO_LONG' });
  if (tooLong(legalBasis, 200) || tooLong(criteriaVersion, 200)) return no({ code: 'CERTIFICATE_NOTE_TOO_LONG' });
  const level = levelOf(sheet, rules);
  if (!level.ok) return level;
  return accept({
    kind,
    productId,
    ...rank.value,
    criteriaVersion,
    number,
    decidedOn,
    issuer,
    issuerLevel: level.value,
    legalBasis,
    issuedOn,
    expiresOn: certificateExpiresOn(issuedOn, sheet.expiresOn ?? null, rules.term),
    fileId: sheet.fileId ?? null,
  });
}

function rankOf({ kind, stars = null, score }: CertificateSheet, { bands }: KindRules) {
  const typed = tidyLine(score);
  if (kind !== 'OCOP') {
    return stars !== null || typed ? no({ code: 'STARS_ONLY_FOR_OCOP' }) : accept({ stars: null, scoreHundredths: null });
  }
  if (stars === null || stars < 3 || stars > 5) return no({ code: 'STARS_NOT_VALID' });
  if (!typed) return accept({ stars, scoreHundredths: null });
  const points = parseScore(typed);
  if (!points.ok) return points;
  const agrees = scoreAgrees(stars, points.value, bands);
  return agrees.ok ? accept({ stars, scoreHundredths: points.value }) : agrees;
}

/** Whoever could recognize these stars on that day; where only one body could, nobody needs to say it. */
function levelOf({ kind, stars, issuerLevel, decidedOn, issuedOn }: CertificateSheet, { issuerLevels }: KindRules) {
  if (kind !== 'OCOP') return accept(null);
  const date = decidedOn ?? issuedOn;
  if (!issuerLevel) return accept(issuerLevels.length === 1 ? issuerLevels[0]! : null);
  return issuerLevels.includes(issuerLevel)
    ? accept(issuerLevel)
    : no({ code: 'ISSUER_LEVEL_NOT_POSSIBLE', stars: stars ?? 0, date });
}
