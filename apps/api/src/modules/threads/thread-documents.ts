import { Injectable } from '@nestjs/common';
import type { PolicyAction, ThreadDocument } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** A document as its thread needs it. */
export interface ThreadSubject {
  /** Its name for people: "DH-2026-000012". */
  readonly title: string;
  /** Its address in the app. */
  readonly link: string;
  /** Who stands in it, and so reads and writes. */
  readonly orgIds: readonly string[];
  readonly sellerOrgId?: string | null;
  readonly buyerOrgId?: string | null;
}

export interface ThreadKind {
  readonly type: ThreadDocument;
  /** Whose roles may talk; `thread.talk` unless the document is narrower. */
  readonly action?: PolicyAction;
  /** Behind the reader's walls; null for a document that is not there, or not for this reader. */
  find(tx: Tx, id: string): Promise<ThreadSubject | null>;
  /** The module's own words for the other side, where it had them before there was one thread for all. */
  tell?(tx: Tx, toOrgId: string, subject: ThreadSubject, key: string): Promise<void>;
  /** The reader's organization has opened it. */
  opened?(tx: Tx, actor: Actor, id: string): Promise<void>;
}

/** Later modules tell here, when they start, which of their documents can be talked about. */
@Injectable()
export class ThreadDocuments {
  private readonly kinds = new Map<ThreadDocument, ThreadKind>();

  add(kind: ThreadKind): void {
    this.kinds.set(kind.type, kind);
  }

  kind(type: ThreadDocument): ThreadKind {
    const kind = this.kinds.get(type);
    if (!kind) throw new Error(`No module has told who reads the thread of ${type}.`);
    return kind;
  }
}

/** A document of a seller and a buyer, in a table of that shape; `title` and `where` are SQL over its row. */
export const twoSided = (
  type: ThreadDocument,
  table: string,
  path: string,
  { title = 'number', where = 'true' }: { readonly title?: string; readonly where?: string } = {},
): ThreadKind => ({
  type,
  async find(tx, id) {
    const [row] = await tx.query<{ title: string; sellerOrgId: string; buyerOrgId: string }>(
      `select ${title} as title, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId" from ${table} where id = $1 and ${where}`,
      [id],
    );
    return row ? { ...row, link: `${path}/${id}`, orgIds: [row.sellerOrgId, row.buyerOrgId] } : null;
  },
});
