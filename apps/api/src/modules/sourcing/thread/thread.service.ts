import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { tidyText } from '../../../platform/text.js';
import { FileBook } from '../../registry/index.js';
import type { QuoteRefusal } from '../quote/quote.messages.js';
import { TEXT_MAX } from '../quote/quote-terms.js';
import { RFQ_NOTICES, tellRfq } from '../sourcing.notices.js';
import { RfqMessage } from './rfq-message.entity.js';

export interface MessageView {
  readonly id: string;
  readonly mine: boolean;
  readonly authorName: string | null;
  readonly orgName: string;
  readonly body: string;
  readonly file: { readonly id: string; readonly name: string; readonly mime: string } | null;
  readonly at: Date;
  /** The other side has opened the thread since. */
  readonly read: boolean;
}

export interface MessageCommand {
  readonly clientKey: string;
  readonly rfqId: string;
  readonly sellerOrgId: string;
  readonly body: string;
  readonly fileId?: string | null;
}

interface Thread {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
}

/** Questions and answers between the buyer and one invited cooperative. */
@Injectable()
export class ThreadService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  send(actor: Actor, input: MessageCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'rfq.message', clientKey: input.clientKey, input }, async (tx) => {
      const thread = await this.threadOf(tx, actor, input.rfqId, input.sellerOrgId);
      assertMay(actor, 'rfq.message', thread);
      const body = tidyText(input.body) ?? '';
      if (!body && !input.fileId) return refuse<QuoteRefusal>({ code: 'MESSAGE_EMPTY' });
      if (body.length > TEXT_MAX) return refuse<QuoteRefusal>({ code: 'MESSAGE_TOO_LONG', max: TEXT_MAX });
      const file = input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      if (file) await this.files.keepBetweenSides(tx, file.id);
      const { sellerOrgId, buyerOrgId } = thread;
      const id = newId();
      const said = { id, rfqId: thread.id, sellerOrgId, buyerOrgId, fromOrgId: actor.orgId, authorId: actor.userId };
      await tx.insert(RfqMessage, { ...said, body, fileId: file?.id ?? null, at: tx.now });
      await this.markRead(tx, actor, thread);
      await tx.audit('rfq.message', 'rfq', thread.id);
      const toSeller = actor.orgId === buyerOrgId;
      const notice = toSeller ? RFQ_NOTICES.messageToSeller : RFQ_NOTICES.messageToBuyer;
      await tellRfq(tx, notice, toSeller ? sellerOrgId : buyerOrgId, thread, id);
      return accept(id);
    });
  }

  /** The reader has seen the request and what was written to it. Answers with the request's id. */
  read(
    actor: Actor,
    input: { readonly clientKey: string; readonly rfqId: string; readonly sellerOrgId: string },
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'rfq.read', clientKey: input.clientKey, input }, async (tx) => {
      const thread = await this.threadOf(tx, actor, input.rfqId, input.sellerOrgId);
      assertMay(actor, 'rfq.message', thread);
      await this.markRead(tx, actor, thread);
      return accept(thread.id);
    });
  }

  list(actor: Actor, rfqId: string, sellerOrgId: string): Promise<MessageView[]> {
    return this.uow.read(actor, async (tx) => {
      const thread = await this.threadOf(tx, actor, rfqId, sellerOrgId);
      return tx.query<MessageView>(
        `select m.id, m.from_org_id = $3 as mine, u.full_name as "authorName", o.short_name as "orgName", m.body, m.at,
           case when f.id is not null then json_build_object('id', f.id, 'name', f.name, 'mime', f.mime) end as file,
           m.at <= coalesce(case when m.from_org_id = m.buyer_org_id then i.seller_read_at else i.buyer_read_at end, '-infinity') as read
         from rfq_message m join organization o on o.id = m.from_org_id left join app_user u on u.id = m.author_id
         left join stored_file f on f.id = m.file_id
         join rfq_invitee i on i.rfq_id = m.rfq_id and i.seller_org_id = m.seller_org_id
         where m.rfq_id = $1 and m.seller_org_id = $2 order by m.id desc limit 500`,
        [thread.id, thread.sellerOrgId, actor.orgId],
      );
    });
  }

  one(actor: Actor, id: string): Promise<MessageView> {
    return this.uow.read(actor, async (tx) => {
      const { rfqId, sellerOrgId } = await tx.one<{ rfqId: string; sellerOrgId: string }>(
        'select rfq_id as "rfqId", seller_org_id as "sellerOrgId" from rfq_message where id = $1',
        [id],
      );
      const all = await this.list(actor, rfqId, sellerOrgId);
      return all.find((message) => message.id === id)!;
    });
  }

  /** Only the two of it; NOT_FOUND for anybody else, the Alliance too. */
  private threadOf(tx: Tx, actor: Actor, rfqId: string, sellerOrgId: string): Promise<Thread> {
    return tx.one<Thread>(
      `select r.id, r.number, r.title, i.seller_org_id as "sellerOrgId", i.buyer_org_id as "buyerOrgId"
       from rfq_invitee i join rfq r on r.id = i.rfq_id
       where i.rfq_id = $1 and i.seller_org_id = $2 and i.invited_at is not null and $3 in (i.seller_org_id, i.buyer_org_id)`,
      [idOf(rfqId), idOf(sellerOrgId), actor.orgId],
    );
  }

  private async markRead(tx: Tx, actor: Actor, thread: Thread): Promise<void> {
    const seller = actor.orgId === thread.sellerOrgId;
    await tx.query(
      `update rfq_invitee set ${seller ? 'seller_read_at = $3, seen_at = coalesce(seen_at, $3)' : 'buyer_read_at = $3'}
       where rfq_id = $1 and seller_org_id = $2`,
      [thread.id, thread.sellerOrgId, tx.now],
    );
  }
}
