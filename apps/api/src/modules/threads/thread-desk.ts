import { Injectable } from '@nestjs/common';
import type { ThreadDocument } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { ThreadDocuments, type ThreadKind, type ThreadSubject } from './thread-documents.js';
import type { ThreadPlace } from './thread.view.js';

export interface OpenDocument extends ThreadSubject {
  readonly id: string;
  readonly type: ThreadDocument;
  readonly kind: ThreadKind;
}

/** Who may stand at a document's thread, and the thread's row. */
@Injectable()
export class ThreadDesk {
  constructor(private readonly documents: ThreadDocuments) {}

  /** NOT_FOUND for everybody who does not stand in the document, FORBIDDEN for a role of a party that may not talk. */
  async document(tx: Tx, actor: Actor, { documentType: type, documentId }: ThreadPlace): Promise<OpenDocument> {
    const id = idOf(documentId);
    const kind = this.documents.kind(type);
    const subject = await kind.find(tx, id);
    if (!subject?.orgIds.includes(actor.orgId)) throw new NotFoundError();
    const { orgIds: partyOrgIds, sellerOrgId, buyerOrgId } = subject;
    assertMay(actor, kind.action ?? 'thread.talk', { partyOrgIds, sellerOrgId, buyerOrgId });
    return { ...subject, orgIds: [...new Set(partyOrgIds)].toSorted(), id, type, kind };
  }

  /** The thread's id, with the parties as they stand now; null while nothing was said and nothing is to be. */
  async row(tx: Tx, document: OpenDocument, make: boolean): Promise<string | null> {
    const { type, id, orgIds, title, link } = document;
    // Somebody who came to the document later is not in the row yet, and would not find it behind its own wall.
    return asSystem(tx, async () => {
      const [known] = await tx.query<{ id: string; current: boolean }>(
        `select id, (org_ids, title, link) is not distinct from ($3::uuid[], $4::text, $5::text) as current
         from thread where document_type = $1 and document_id = $2`,
        [type, id, orgIds, title, link],
      );
      // Readers of a thread that is as it should be take no lock on it.
      if (!make && (!known || known.current)) return known?.id ?? null;
      const [row] = await tx.change<{ id: string }>(
        `insert into thread (id, document_type, document_id, org_ids, title, link, last_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (document_type, document_id) do update set org_ids = excluded.org_ids, title = excluded.title, link = excluded.link,
           last_at = case when $8 then excluded.last_at else thread.last_at end
         returning id`,
        [newId(), type, id, orgIds, title, link, tx.now, make],
      );
      return row!.id;
    });
  }

  async markRead(tx: Tx, actor: Actor, document: OpenDocument, threadId: string | null): Promise<void> {
    if (threadId)
      await tx.query(
        `insert into thread_read (thread_id, org_id, read_at, read_by) values ($1, $2, $3, $4)
         on conflict (thread_id, org_id) do update set read_at = greatest(thread_read.read_at, excluded.read_at), read_by = excluded.read_by`,
        [threadId, actor.orgId, tx.now, actor.userId],
      );
    await document.kind.opened?.(tx, actor, document.id);
  }
}
