import {
  accept,
  CERTIFICATE_TRANSITIONS,
  type CertificateAction,
  type CertificateDecision,
  nextState,
  type Refusal,
  type Result,
  refuse,
} from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { type Facts, type Notice, sendNotice } from '../../platform/notices/index.js';
import { tidyText } from '../../platform/text.js';
import { CertificateRules } from './certificate-rules.js';
import { type CertificateColumns, type CertificateSheet, columnsOf } from './certificate-sheet.js';
import { certificateTitleSql } from './certificate-title.js';
import { Certificate } from './certificate.entity.js';
import type { CertificateRefusal } from './certificate.messages.js';
import { certificateReturned, certificateRevoked, certificateVerified } from './certificate.notices.js';
import { FileBook } from './file-book.js';

export interface CertificateDeclare extends CertificateSheet {
  readonly clientKey: string;
}
export interface CertificateCorrect extends CertificateDeclare {
  readonly id: string;
}
export interface CertificateAct {
  readonly clientKey: string;
  readonly id: string;
  readonly reason?: string | null;
  readonly fileId?: string | null;
}

interface Locked {
  id: string;
  org_id: string;
  product_id: string | null;
  kind: string;
  status: CertificateDecision;
  issued_on: string;
  declared_by: string | null;
}

/** A paper's life: declared by its holder, verified, returned or revoked by the Alliance; its end is a date. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: CertificateRules,
    private readonly files: FileBook,
  ) {}

  /** The holder states what it has; it counts nowhere as verified until the Alliance has seen the paper. */
  declare(actor: Actor, input: CertificateDeclare): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'certificateDeclare', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'certificate.declare', { ownerOrgId: actor.orgId });
      const columns = await this.read(tx, actor, input);
      if (!columns.ok) return columns;
      const id = newId();
      await tx.insert(Certificate, { id, orgId: actor.orgId, ...columns.value, status: 'DECLARED', declaredBy: actor.userId });
      await tx.audit('certificate.declare', 'certificate', id, { ...columns.value });
      return accept(id);
    });
  }

  /** Before it is verified: also the answer to a paper that came back. */
  correct(actor: Actor, input: CertificateCorrect): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'certificateCorrect', clientKey: input.clientKey, input }, async (tx) => {
      const row = await this.ofHolder(tx, actor, input.id);
      const moved = step(row.status, 'correct');
      if (!moved.ok) return moved;
      const columns = await this.read(tx, actor, input);
      if (!columns.ok) return columns;
      await this.change(tx, row.id, { ...columns.value, status: moved.value, declaredBy: actor.userId, returnReason: null });
      await tx.audit('certificate.correct', 'certificate', row.id, { ...columns.value });
      return accept(row.id);
    });
  }

  withdraw(actor: Actor, input: CertificateAct): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'certificateWithdraw', clientKey: input.clientKey, input }, async (tx) => {
      const row = await this.ofHolder(tx, actor, input.id);
      const moved = step(row.status, 'withdraw');
      if (!moved.ok) return moved;
      await this.change(tx, row.id, { status: moved.value });
      await tx.audit('certificate.withdraw', 'certificate', row.id);
      return accept(row.id);
    });
  }

  /** The Alliance has seen the paper; of kinds that hold one at a time the older papers step back. */
  verify(actor: Actor, input: CertificateAct): Promise<Result<string, Refusal>> {
    return this.uow.mutate(
      actor,
      { operation: 'certificateVerify', clientKey: input.clientKey, input: { id: input.id } },
      async (tx) => {
        const row = await this.ofAlliance(tx, actor, input.id);
        if (row.status !== 'DECLARED') return no({ code: 'CERTIFICATE_NOT_WAITING' });
        if (row.declared_by === actor.userId) return no({ code: 'DECLARED_BY_YOURSELF' });
        await this.change(tx, row.id, { status: 'VERIFIED', verifiedBy: actor.userId, verifiedAt: tx.now });
        await this.supersede(tx, row);
        await tx.audit('certificate.verify', 'certificate', row.id);
        await this.tellHolder(tx, row, certificateVerified, {});
        await this.tellCatalog(tx, row);
        return accept(row.id);
      },
    );
  }

  giveBack(actor: Actor, input: CertificateAct): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'certificateReturn', clientKey: input.clientKey, input }, async (tx) => {
      const row = await this.ofAlliance(tx, actor, input.id);
      const moved = step(row.status, 'return');
      if (!moved.ok) return moved;
      const reason = reasonOf(input);
      if (!reason.ok) return reason;
      await this.change(tx, row.id, { status: moved.value, returnReason: reason.value });
      await tx.audit('certificate.return', 'certificate', row.id, { reason: reason.value });
      await this.tellHolder(tx, row, certificateReturned, { reason: reason.value });
      return accept(row.id);
    });
  }

  /** From today it counts nowhere; badge, star filter and readiness go with it. */
  revoke(actor: Actor, input: CertificateAct): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'certificateRevoke', clientKey: input.clientKey, input }, async (tx) => {
      const row = await this.ofAlliance(tx, actor, input.id);
      const moved = step(row.status, 'revoke');
      if (!moved.ok) return moved;
      const reason = reasonOf(input);
      if (!reason.ok) return reason;
      if (input.fileId) await this.files.attach(tx, idOf(input.fileId), actor.orgId);
      await this.change(tx, row.id, {
        status: moved.value,
        revokedOn: tx.today,
        revokedBy: actor.userId,
        revokeReason: reason.value,
        revokeFileId: input.fileId ?? null,
      });
      await tx.audit('certificate.revoke', 'certificate', row.id, { reason: reason.value });
      await this.tellHolder(tx, row, certificateRevoked, { reason: reason.value });
      await this.tellCatalog(tx, row);
      return accept(row.id);
    });
  }

  private async read(tx: Tx, actor: Actor, input: CertificateSheet): Promise<Result<CertificateColumns, CertificateRefusal>> {
    if (input.productId) {
      await tx.one('select id from product where id = $1 and org_id = $2', [idOf(input.productId), actor.orgId]);
    }
    if (input.fileId) await this.files.attach(tx, idOf(input.fileId), actor.orgId);
    return columnsOf(input, await this.rules.of(tx, input), tx.today);
  }

  private async supersede(tx: Tx, row: Locked): Promise<void> {
    await tx.query(
      `update certificate old set superseded_by = $1, superseded_on = $6 from certificate_kind k
       where k.code = old.kind and k.replaces_older and old.org_id = $2 and old.kind = $3 and old.product_id is not distinct from $4::uuid
         and old.status = 'VERIFIED' and old.superseded_by is null and old.id <> $1 and old.issued_on <= $5`,
      [row.id, row.org_id, row.kind, row.product_id, row.issued_on, tx.today],
    );
  }

  private async tellCatalog(tx: Tx, { product_id: productId }: Locked): Promise<void> {
    if (productId) await tx.tell('catalog.certificate-changed', { productId });
  }

  private async tellHolder<F extends Facts>(tx: Tx, row: Locked, notice: Notice<TitleFacts & F>, facts: F): Promise<void> {
    const { titleVi, titleEn } = await tx.one<{ titleVi: string; titleEn: string }>(
      `select ${certificateTitleSql('c', 'vi')} as "titleVi", ${certificateTitleSql('c', 'en')} as "titleEn" from certificate c where c.id = $1`,
      [row.id],
    );
    const key = `${row.id}:${tx.now.toISOString()}`;
    await sendNotice(tx, notice, { orgId: row.org_id, key, facts: { certificateId: row.id, titleVi, titleEn, ...facts } });
  }

  private change(tx: Tx, id: string, patch: Partial<Certificate>): Promise<unknown> {
    return tx.manager.update(Certificate, { id }, patch);
  }

  private async ofHolder(tx: Tx, actor: Actor, id: string): Promise<Locked> {
    const row = await tx.one<Locked>(`${LOCK} and org_id = $2 for update`, [idOf(id), actor.orgId]);
    assertMay(actor, 'certificate.declare', { ownerOrgId: row.org_id });
    return row;
  }

  private async ofAlliance(tx: Tx, actor: Actor, id: string): Promise<Locked> {
    const row = await tx.one<Locked>(`${LOCK} for update`, [idOf(id)]);
    assertMay(actor, 'certificate.verify', {});
    return row;
  }
}

type TitleFacts = { readonly certificateId: string; readonly titleVi: string; readonly titleEn: string };
const LOCK = 'select id, org_id, product_id, kind, status, issued_on, declared_by from certificate where id = $1';
const no = (refusal: CertificateRefusal) => refuse(refusal);

function step(from: CertificateDecision, action: CertificateAction): Result<CertificateDecision, CertificateRefusal> {
  const moved = nextState(CERTIFICATE_TRANSITIONS, from, action);
  return moved.ok ? moved : no({ code: 'TRANSITION_NOT_ALLOWED', from });
}

function reasonOf({ reason: typed }: CertificateAct): Result<string, CertificateRefusal> {
  const reason = tidyText(typed);
  if (!reason) return no({ code: 'REASON_MISSING' });
  return reason.length > 2000 ? no({ code: 'REASON_TOO_LONG' }) : accept(reason);
}
