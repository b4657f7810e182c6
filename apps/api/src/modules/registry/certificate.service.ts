import { Injectable } from '@nestjs/common';
import { accept, type Actor as DomainActor, addMonths, may, type Refusal, type Result, refuse } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { tidyLine } from '../../platform/text.js';
import { Certificate } from './certificate.entity.js';
import { FileBook } from './file-book.js';
import { LegalBook } from './legal-book.js';
import type { CertificateRefusal } from './registry.messages.js';

export interface CertificateDeclare {
  readonly clientKey: string;
  readonly productId?: string | null;
  readonly kind: string;
  readonly stars?: number | null;
  readonly number?: string | null;
  readonly issuer?: string | null;
  readonly issuedOn: string;
  readonly expiresOn?: string | null;
  readonly fileId?: string | null;
}

export const CERTIFICATE_KINDS = [
  'OCOP',
  'VIETGAP',
  'GLOBALGAP',
  'ORGANIC',
  'HACCP',
  'ISO_22000',
  'FOOD_SAFETY',
  'GI_USE_RIGHT',
  'COLLECTIVE_MARK',
];

@Injectable()
export class CertificateService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly law: LegalBook,
    private readonly files: FileBook,
  ) {}

  /** The cooperative states what it holds; it counts nowhere until the Alliance has seen the paper. */
  declare(actor: Actor, input: CertificateDeclare): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'certificateDeclare', clientKey: input.clientKey, input }, async (tx) => {
      if (!may(actor as DomainActor, 'certificate.declare', { ownerOrgId: actor.orgId })) throw new ForbiddenError();
      if (input.productId) await tx.one('select id from product where id = $1 and org_id = $2', [input.productId, actor.orgId]);
      if (input.fileId) await this.files.attach(tx, input.fileId, actor.orgId);
      const sound = certificateOf(input, tx.today);
      if (!sound.ok) return sound;
      const lastDay = await this.lastDay(tx, input);
      if (!lastDay.ok) return lastDay;
      const id = newId();
      const expiresOn = lastDay.value;
      await tx.insert(Certificate, { id, orgId: actor.orgId, ...sound.value, expiresOn, status: 'DECLARED' });
      await tx.audit('certificate.declare', 'certificate', id, { ...sound.value, expiresOn });
      return accept(id);
    });
  }

  /** The Alliance has seen the paper. A star appears in the catalogue as soon as the job behind this has run. */
  verify(actor: Actor, id: string, clientKey: string): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'certificateVerify', clientKey, input: { id } }, async (tx) => {
      const row = await tx.one<{ status: string; product_id: string | null }>(
        'select status, product_id from certificate where id = $1 for update',
        [id],
      );
      if (!may(actor as DomainActor, 'certificate.verify')) throw new ForbiddenError();
      if (row.status !== 'DECLARED') return refuse<CertificateRefusal>({ code: 'CERTIFICATE_NOT_WAITING' });
      await tx.query(`update certificate set status = 'VERIFIED', verified_by = $2, verified_at = $3 where id = $1`, [
        id,
        actor.userId,
        tx.now,
      ]);
      await tx.audit('certificate.verify', 'certificate', id);
      if (row.product_id) await tx.tell('catalog.certificate-verified', { productId: row.product_id });
      return accept(id);
    });
  }

  /** OCOP's term is law and not what somebody typed; every other paper carries its own last day. */
  private async lastDay(tx: Tx, input: CertificateDeclare): Promise<Result<string | null, CertificateRefusal>> {
    if (input.kind !== 'OCOP') return accept(input.expiresOn ?? null);
    const months = await this.law.number(tx, 'OCOP_VALIDITY_MONTHS', input.issuedOn);
    return months === null ? refuse({ code: 'OCOP_NOT_YET' }) : accept(addMonths(input.issuedOn, months));
  }
}

function certificateOf(input: CertificateDeclare, today: string) {
  const { kind, issuedOn } = input;
  const stars = input.stars ?? null;
  const number = tidyLine(input.number);
  const issuer = tidyLine(input.issuer);
  const no = (refusal: CertificateRefusal) => refuse(refusal);
  if (!CERTIFICATE_KINDS.includes(kind)) return no({ code: 'CERTIFICATE_KIND_UNKNOWN' });
  if (kind !== 'OCOP' && stars !== null) return no({ code: 'STARS_ONLY_FOR_OCOP' });
  if (kind === 'OCOP' && (stars === null || stars < 3 || stars > 5)) return no({ code: 'STARS_NOT_VALID' });
  if (kind === 'OCOP' && !input.productId) return no({ code: 'OCOP_NEEDS_PRODUCT' });
  if (issuedOn > today) return no({ code: 'ISSUED_IN_FUTURE' });
  if (kind !== 'OCOP' && input.expiresOn && input.expiresOn <= issuedOn) return no({ code: 'EXPIRES_BEFORE_ISSUE', issuedOn });
  if ((number?.length ?? 0) > 100) return no({ code: 'CERTIFICATE_NUMBER_TOO_LONG' });
  if ((issuer?.length ?? 0) > 200) return no({ code: 'ISSUER_TOO_LONG' });
  return accept({ kind, stars, number, issuer, issuedOn, productId: input.productId ?? null, fileId: input.fileId ?? null });
}
