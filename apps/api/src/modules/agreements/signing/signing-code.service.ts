import { randomInt, scryptSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accept, checkCode, CODE_DIGITS, CODE_LIFE_MS, type CodeRefusal, refuse, type Result } from '@lienket/domain';
import { type Actor, SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { Mailer } from '../../../platform/mail/mailer.js';
import { codeLetter } from './code-letter.js';
import { keepEvidence, type SignedDocumentType } from './signature-log.js';
import { SigningCode } from './signing-code.entity.js';

export interface CodeDocument {
  readonly type: SignedDocumentType;
  readonly id: string;
  readonly sha256: string;
  /** As the letter names it. */
  readonly title: string;
}

interface CodeRow {
  readonly id: string;
  readonly expiresAt: Date;
  readonly tries: number;
  readonly usedAt: Date | null;
  readonly documentSha256: string;
  readonly codeHash: string | null;
}

export type AskRefusal = { readonly code: 'NO_EMAIL' } | { readonly code: 'TOO_MANY_CODES' };

const MOST_AN_HOUR = 5;

/** A code of six digits lives ten minutes: scrypt makes trying them all against a stolen hash slower than that. */
const hashOf = (id: string, code: string): Buffer => scryptSync(code, id, 32);

@Injectable()
export class SigningCodeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mailer: Mailer,
  ) {}

  /** Asks for a code; the worker makes it and writes the letter, so that no row and no job ever holds it in the clear. */
  async ask(tx: Tx, actor: Actor, document: CodeDocument): Promise<Result<string, AskRefusal>> {
    const { email, recent } = await tx.one<{ email: string | null; recent: number }>(
      `select u.email, (select count(*)::int from signing_code c where c.user_id = u.id and c.requested_at > $2) as recent from app_user u where u.id = $1`,
      [actor.userId, new Date(tx.now.getTime() - 3_600_000)],
    );
    if (!email) return refuse({ code: 'NO_EMAIL' });
    if (recent >= MOST_AN_HOUR) return refuse({ code: 'TOO_MANY_CODES' });
    const id = newId();
    await tx.insert(SigningCode, {
      id,
      documentType: document.type,
      documentId: document.id,
      userId: actor.userId,
      orgId: actor.orgId,
      documentSha256: document.sha256,
      requestedAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + CODE_LIFE_MS),
    });
    await keepEvidence(tx, [
      { documentType: document.type, documentId: document.id, kind: 'CODE_ASKED', documentSha256: document.sha256 },
    ]);
    await tx.tell('agreements.signing-code', { codeId: id, title: document.title });
    return accept(id);
  }

  /** The ten minutes begin when the letter leaves. A second run finds the hash and sends nothing. */
  @JobHandler('agreements.signing-code')
  async send({ codeId, title }: { codeId: string; title: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const code = await tx.one<{
        documentType: SignedDocumentType;
        documentId: string;
        documentSha256: string;
        orgId: string;
        codeHash: string | null;
        email: string | null;
        locale: 'vi' | 'en';
      }>(
        `select c.document_type as "documentType", c.document_id as "documentId", c.document_sha256 as "documentSha256", c.org_id as "orgId",
           c.code_hash as "codeHash", u.email, u.locale from signing_code c join app_user u on u.id = c.user_id where c.id = $1 for update of c`,
        [codeId],
      );
      if (code.codeHash || !code.email) return;
      const digits = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
      await tx.query('update signing_code set code_hash = $2, expires_at = $3 where id = $1', [
        codeId,
        hashOf(codeId, digits).toString('hex'),
        new Date(tx.now.getTime() + CODE_LIFE_MS),
      ]);
      const { documentType, documentId, documentSha256, orgId } = code;
      await keepEvidence(tx, [{ documentType, documentId, kind: 'CODE_SENT', orgId, documentSha256 }]);
      await this.mailer.send({
        id: `signing-code-${codeId}`,
        to: code.email,
        ...codeLetter(code.locale, { title, code: digits, sha256: documentSha256 }),
      });
    });
  }

  /** Tries a code before the act itself: a wrong try is kept although the act is refused. */
  async tryOut(actor: Actor, type: SignedDocumentType, documentId: string, typed: string): Promise<Result<null, CodeRefusal>> {
    return this.uow.run(actor, async (tx) => {
      const row = await this.newest(tx, actor, documentId);
      if (!row || row.usedAt) return accept(null);
      const matches = fits(row, typed);
      const answer = checkCode({ ...row, used: false }, { matches, documentSha256: row.documentSha256, now: tx.now });
      if (!answer.ok && answer.refusal.code === 'CODE_WRONG') {
        await tx.query('update signing_code set tries = tries + 1 where id = $1', [row.id]);
        await keepEvidence(tx, [{ documentType: type, documentId, kind: 'CODE_WRONG', data: { left: answer.refusal.left } }]);
      }
      return answer;
    });
  }

  /** Uses the code up inside the act's own transaction. */
  async use(tx: Tx, actor: Actor, document: { id: string; sha256: string }, typed: string): Promise<Result<null, CodeRefusal>> {
    const row = await this.newest(tx, actor, document.id);
    const issued = row && { ...row, used: row.usedAt !== null };
    const answer = checkCode(issued, {
      matches: row !== null && fits(row, typed),
      documentSha256: document.sha256,
      now: tx.now,
    });
    if (answer.ok) await tx.query('update signing_code set used_at = $2 where id = $1', [row!.id, tx.now]);
    return answer;
  }

  private async newest(tx: Tx, actor: Actor, documentId: string): Promise<CodeRow | null> {
    const [row] = await tx.query<CodeRow>(
      `select id, expires_at as "expiresAt", tries, used_at as "usedAt", document_sha256 as "documentSha256", code_hash as "codeHash"
       from signing_code where user_id = $1 and document_id = $2 order by requested_at desc, id desc limit 1 for update`,
      [actor.userId, documentId],
    );
    return row ?? null;
  }
}

function fits({ id, codeHash }: CodeRow, typed: string): boolean {
  const digits = typed.replace(/\D/g, '');
  return codeHash !== null && digits.length === CODE_DIGITS && timingSafeEqual(hashOf(id, digits), Buffer.from(codeHash, 'hex'));
}
