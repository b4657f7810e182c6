import { Injectable } from '@nestjs/common';
import type { NoticeGroup } from '@lienket/domain';
import { idOf, isUuid } from '../platform/auth/access.js';
import type { Actor } from '../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../platform/graphql/keyset.js';
import { declaredNotices, type Facts, noticeOf, readNotice } from '../platform/notices/index.js';

export interface NotificationView {
  readonly id: string;
  readonly group: NoticeGroup;
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly urgent: boolean;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface NotificationQuestion {
  readonly group?: NoticeGroup | null;
  readonly unreadOnly?: boolean | null;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly facts: Facts;
  readonly from: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** The bell shows "99+" beyond this. */
const COUNTED = 100;

/** A person's notifications for the organization they act for; kinds that this version no longer knows stay out. */
@Injectable()
export class NotificationQueries {
  constructor(private readonly uow: UnitOfWork) {}

  unread(actor: Actor): Promise<number> {
    return this.uow.read(actor, (tx) => this.unreadIn(tx, actor));
  }

  async page(
    actor: Actor,
    question: NotificationQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<NotificationView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 2);
    const known = declaredNotices().filter(({ group }) => !question?.group || group === question.group);
    const where = `n.user_id = $1 and n.org_id = $2 and n.kind = any($3) ${question?.unreadOnly ? 'and n.read_at is null' : ''}`;
    const values = [actor.userId, actor.orgId, known.map(({ kind }) => kind)];
    const beyond = cursor ? [new Date(cursor[0]!), idOf(cursor[1]!)] : [];
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `select n.id, n.kind, n.facts, coalesce(f.name, 'Liên Kết') as "from", n.created_at as "createdAt", n.read_at as "readAt"
         from notification n left join organization f on f.id = n.from_org_id
         where ${where} ${cursor ? 'and (n.created_at, n.id) < ($4, $5)' : ''} order by n.created_at desc, n.id desc limit ${size + 1}`,
        [...values, ...beyond],
      );
      return toConnection(
        rows,
        size,
        (row) => viewOf(row, actor.locale),
        ({ createdAt, id }) => encodeCursor(createdAt, id),
        () => this.uow.read(actor, (again) => countOf(again, where, values)),
      );
    });
  }

  /** Reading twice changes nothing; another person's ids change nothing. Answers what is still unread. */
  markRead(actor: Actor, ids: readonly string[]): Promise<number> {
    return this.uow.run(actor, async (tx) => {
      await tx.query(
        'update notification set read_at = $4 where user_id = $1 and org_id = $2 and id = any($3) and read_at is null',
        [actor.userId, actor.orgId, ids.filter(isUuid), tx.now],
      );
      return this.unreadIn(tx, actor);
    });
  }

  /** What came after `until` was not on the screen and stays unread. */
  markAllRead(actor: Actor, group: NoticeGroup | null, until: Date): Promise<number> {
    return this.uow.run(actor, async (tx) => {
      await tx.query(
        `update notification set read_at = $5 where user_id = $1 and org_id = $2 and read_at is null and created_at <= $3
           and ($4::text is null or notice_group = $4)`,
        [actor.userId, actor.orgId, until, group, tx.now],
      );
      return this.unreadIn(tx, actor);
    });
  }

  private async unreadIn(tx: Tx, { userId, orgId }: Actor): Promise<number> {
    const rows = await tx.query(
      `select 1 from notification where user_id = $1 and org_id = $2 and read_at is null and kind = any($3) limit ${COUNTED}`,
      [userId, orgId, declaredNotices().map(({ kind }) => kind)],
    );
    return rows.length;
  }
}

async function countOf(tx: Tx, where: string, values: readonly unknown[]): Promise<number> {
  const { count } = await tx.one<{ count: bigint }>(`select count(*) as count from notification n where ${where}`, values);
  return Number(count);
}

function viewOf({ id, kind, facts, from, createdAt, readAt }: Row, locale: 'vi' | 'en'): NotificationView {
  const notice = noticeOf(kind)!;
  return {
    id,
    group: notice.group,
    ...readNotice(notice, facts, from, locale),
    urgent: notice.urgent ?? false,
    createdAt,
    readAt,
  };
}
