import { Injectable } from '@nestjs/common';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ThreadDesk } from './thread-desk.js';
import type { ThreadMessageView, ThreadPlace, ThreadView } from './thread.view.js';

const PAGE = 30;

/** $1 the reader's organization. */
const MESSAGE = `select m.id, m.from_org_id = $1 as mine, u.full_name as "authorName", o.short_name as "orgName", m.body, m.at,
    coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mime', f.mime) order by tf.position)
      from thread_file tf join stored_file f on f.id = tf.file_id where tf.message_id = m.id), '[]') as files,
    coalesce((select json_agg(ro.short_name order by ro.short_name) from thread_read r join organization ro on ro.id = r.org_id
      where r.thread_id = m.thread_id and r.org_id <> m.from_org_id and r.read_at >= m.at), '[]') as "readBy"
  from thread_message m join organization o on o.id = m.from_org_id left join app_user u on u.id = m.author_id`;

/** How many messages of others an organization has not opened, for lists of `documents` (an SQL expression of their id). */
export const unreadSql = (documentType: string, documentId: string, orgId: string): string =>
  `(select count(*)::int from thread h join thread_message m on m.thread_id = h.id left join thread_read d on d.thread_id = h.id and d.org_id = ${orgId}
    where h.document_type = '${documentType}' and h.document_id = ${documentId} and m.from_org_id <> ${orgId} and m.at > coalesce(d.read_at, '-infinity'))`;

@Injectable()
export class ThreadQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ThreadDesk,
  ) {}

  /** The newest messages, or those before the message `before`; NOT_FOUND for who does not stand in the document. */
  of(actor: Actor, place: ThreadPlace, before?: string | null): Promise<ThreadView> {
    return this.uow.read(actor, async (tx) => {
      const document = await this.desk.document(tx, actor, place);
      const threadId = await this.desk.row(tx, document, false);
      const messages = threadId ? await messagesOf(tx, actor, threadId, before) : [];
      const [{ unread }] = (await tx.query(`select ${unreadSql(document.type, '$1::uuid', '$2::uuid')} as unread`, [
        document.id,
        actor.orgId,
      ])) as [{ unread: number }];
      const parties = await tx.query<{ name: string }>(
        'select short_name as name from organization where id = any($1) order by id <> $2, short_name',
        [document.orgIds, actor.orgId],
      );
      return {
        id: `${document.type}:${document.id}`,
        documentType: document.type,
        documentId: document.id,
        title: document.title,
        parties: parties.map(({ name }) => name),
        messages: messages.slice(0, PAGE),
        hasEarlier: messages.length > PAGE,
        unread,
      };
    });
  }

  one(actor: Actor, id: string): Promise<ThreadMessageView> {
    return this.uow.read(actor, (tx) => tx.one<ThreadMessageView>(`${MESSAGE} where m.id = $2`, [actor.orgId, idOf(id)]));
  }
}

const messagesOf = (tx: Tx, actor: Actor, threadId: string, before?: string | null): Promise<ThreadMessageView[]> =>
  tx.query<ThreadMessageView>(
    `${MESSAGE} where m.thread_id = $2 and ($3::uuid is null or m.id < $3) order by m.id desc limit ${PAGE + 1}`,
    [actor.orgId, threadId, before ? idOf(before) : null],
  );
