import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { ThreadDocuments, type ThreadKind, type ThreadSubject } from '../../threads/index.js';
import { RFQ_NOTICES, tellRfq } from '../sourcing.notices.js';

interface Invitation extends ThreadSubject {
  readonly rfqId: string;
  readonly number: string;
  readonly name: string;
}

/** Questions and answers between the buyer and one invited cooperative: the thread hangs on the invitation. */
@Injectable()
export class RfqThread implements ThreadKind, OnModuleInit {
  readonly type = 'RFQ';
  readonly action = 'rfq.message';

  constructor(private readonly documents: ThreadDocuments) {}

  onModuleInit(): void {
    this.documents.add(this);
  }

  async find(tx: Tx, id: string): Promise<Invitation | null> {
    const [row] = await tx.query<Omit<Invitation, 'orgIds' | 'link' | 'title'> & { sellerOrgId: string; buyerOrgId: string }>(
      `select r.id as "rfqId", r.number, r.title as name, i.seller_org_id as "sellerOrgId", i.buyer_org_id as "buyerOrgId"
       from rfq_invitee i join rfq r on r.id = i.rfq_id where i.id = $1 and i.invited_at is not null`,
      [id],
    );
    return row
      ? { ...row, title: `${row.number} “${row.name}”`, link: `/rfqs/${row.rfqId}`, orgIds: [row.sellerOrgId, row.buyerOrgId] }
      : null;
  }

  tell(tx: Tx, toOrgId: string, subject: ThreadSubject, key: string): Promise<void> {
    const { rfqId: id, number, name: title, sellerOrgId } = subject as Invitation;
    const notice = toOrgId === sellerOrgId ? RFQ_NOTICES.messageToSeller : RFQ_NOTICES.messageToBuyer;
    return tellRfq(tx, notice, toOrgId, { id, number, title }, key);
  }

  /** Opening the request tells the buyer that it was seen. */
  async opened(tx: Tx, actor: Actor, id: string): Promise<void> {
    await tx.query('update rfq_invitee set seen_at = coalesce(seen_at, $3) where id = $1 and seller_org_id = $2', [
      id,
      actor.orgId,
      tx.now,
    ]);
  }
}
