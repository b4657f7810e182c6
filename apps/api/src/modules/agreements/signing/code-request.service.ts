import { Injectable } from '@nestjs/common';
import { type Refusal, refuse, type Result } from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../../platform/errors.js';
import { blockedBy, hashOfMou, mayDo } from '../mou-rules.js';
import { readMou } from '../mou-standing.js';
import type { SignedDocumentType } from './signature-log.js';
import { SigningCodeService, type CodeDocument } from './signing-code.service.js';

export interface CodeRequest {
  readonly clientKey: string;
  readonly document: SignedDocumentType;
  readonly id: string;
}

/** Only somebody who may sign this document now is sent a code for it. */
@Injectable()
export class CodeRequestService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: SigningCodeService,
  ) {}

  request(actor: Actor, input: CodeRequest): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'signing.code', clientKey: input.clientKey, input }, async (tx) => {
      const document = await this.mou(tx, actor, idOf(input.id));
      return document.ok ? this.codes.ask(tx, actor, document.value) : document;
    });
  }

  /** Where the letter goes, "ng…@htx.vn". */
  asked(actor: Actor, id: string): Promise<{ id: string; sentTo: string }> {
    return this.uow.read(actor, async (tx) => {
      const { email } = await tx.one<{ email: string }>(
        'select u.email from signing_code c join app_user u on u.id = c.user_id where c.id = $1',
        [id],
      );
      const [name = '', host = ''] = email.split('@');
      return { id, sentTo: `${name.slice(0, 2)}…@${host}` };
    });
  }

  private async mou(tx: Tx, actor: Actor, id: string): Promise<Result<CodeDocument, Refusal>> {
    const mou = await readMou(tx, id);
    if (!mayDo(actor, 'mouSign', mou)) throw new ForbiddenError();
    const blocked = blockedBy('mouSign', mou, actor, tx.today);
    if (blocked) return refuse(blocked);
    return { ok: true, value: { type: 'MOU', id: mou.id, sha256: hashOfMou(mou), title: `${mou.registerNo} · ${mou.title}` } };
  }
}
