import { Injectable } from '@nestjs/common';
import { accept, checkMessage, type Refusal, type Result } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { tidyText } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import { type OpenDocument, ThreadDesk } from './thread-desk.js';
import { ThreadFile, ThreadMessage } from './thread.entity.js';
import { messageWritten } from './thread.notices.js';
import type { MessageCommand, ThreadPlace } from './thread.view.js';

/** One talk for each document, between those who stand in it. */
@Injectable()
export class ThreadService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ThreadDesk,
    private readonly files: FileBook,
  ) {}

  /** Answers with the message's id. */
  send(actor: Actor, input: MessageCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'thread.message', clientKey: input.clientKey, input }, async (tx) => {
      const document = await this.desk.document(tx, actor, input);
      const body = tidyText(input.body) ?? '';
      const fileIds = input.fileIds.map(idOf);
      const sound = checkMessage(body, fileIds);
      if (!sound.ok) return sound;
      const threadId = (await this.desk.row(tx, document, true))!;
      const id = newId();
      await tx.insert(ThreadMessage, { id, threadId, fromOrgId: actor.orgId, authorId: actor.userId, body, at: tx.now });
      await this.attach(tx, actor, id, fileIds);
      await this.desk.markRead(tx, actor, document, threadId);
      await tx.audit('thread.message', 'thread', threadId, { document: document.title });
      for (const orgId of document.orgIds) if (orgId !== actor.orgId) await tell(tx, document, orgId, id);
      return accept(id);
    });
  }

  /** The reader's organization has seen what was written. Answers with the document's id. */
  read(actor: Actor, input: ThreadPlace & { readonly clientKey: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'thread.read', clientKey: input.clientKey, input }, async (tx) => {
      const document = await this.desk.document(tx, actor, input);
      await this.desk.markRead(tx, actor, document, await this.desk.row(tx, document, false));
      return accept(document.id);
    });
  }

  /** Only files of the writer's organization; from now on they stay between the parties of the document. */
  private async attach(tx: Tx, actor: Actor, messageId: string, fileIds: readonly string[]): Promise<void> {
    for (const fileId of fileIds) {
      await this.files.attach(tx, fileId, actor.orgId);
      await this.files.keepBetweenSides(tx, fileId);
    }
    await tx.insert(
      ThreadFile,
      fileIds.map((fileId, index) => ({ messageId, position: index + 1, fileId })),
    );
  }
}

function tell(tx: Tx, document: OpenDocument, orgId: string, key: string): Promise<void> {
  const { kind, title, link } = document;
  return kind.tell?.(tx, orgId, document, key) ?? sendNotice(tx, messageWritten, { orgId, facts: { title, link }, key });
}
