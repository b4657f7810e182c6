import { Injectable } from '@nestjs/common';
import type { PolicyAction, ThreadDocument } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Facts, Notice } from '../../platform/notices/index.js';

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
  notice?(toOrgId: string, subject: ThreadSubject): { readonly notice: Notice<never>; readonly facts: Facts };
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

/** For documents of a seller and a buyer: `sql` gives title, "sellerOrgId" and "buyerOrgId" of $1. */
export async function twoSided(tx: Tx, sql: string, id: string, link: string): Promise<ThreadSubject | null> {
  const [row] = await tx.query<{ title: string; sellerOrgId: string; buyerOrgId: string }>(sql, [id]);
  return row ? { ...row, link, orgIds: [row.sellerOrgId, row.buyerOrgId] } : null;
}
