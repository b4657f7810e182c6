import { Injectable } from '@nestjs/common';
import { noticeWay } from '@lienket/domain';
import { SYSTEM } from '../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids.js';
import { JobHandler } from '../platform/jobs/job-handler.js';
import { DELIVER_NOTICE, type Notice, type NoticeJob, noticeOf } from '../platform/notices/index.js';
import { MAIL_NOTICE } from './mail-notice.job.js';

interface Person {
  readonly userId: string;
  readonly reachable: boolean;
}

/** Turns a told fact into one row for each fitting person, and their e-mails into jobs of their own. */
@Injectable()
export class DeliverNoticeJob {
  constructor(private readonly uow: UnitOfWork) {}

  @JobHandler(DELIVER_NOTICE)
  async deliver(job: NoticeJob): Promise<void> {
    const notice = noticeOf(job.kind);
    if (!notice) throw new Error(`No notice of the kind ${job.kind} is declared.`);
    await this.uow.run(SYSTEM, async (tx) => {
      for (const id of await this.write(tx, notice, job)) await tx.tell(MAIL_NOTICE, { notificationId: id });
    });
  }

  /** The rows that are new and go out by e-mail at once. */
  private async write(tx: Tx, notice: Notice, job: NoticeJob): Promise<string[]> {
    const people = await tx.query<Person>(
      `select u.id as "userId", u.email is not null as reachable
       from membership m join app_user u on u.id = m.user_id and u.disabled_at is null
       where m.org_id = $1 and m.ended_at is null and m.roles && $2::text[] order by u.id`,
      [job.orgId, notice.to],
    );
    const rows = people.map(({ userId, reachable }) => {
      const way = noticeWay(notice.group, null);
      return { id: newId(), userId, way: reachable ? way : 'APP' };
    });
    const written = await tx.change<{ id: string; way: string }>(
      `insert into notification (id, user_id, org_id, kind, notice_group, key, facts, from_org_id, way, created_at)
       select id, "userId", $2, $3, $4, $5, $6::jsonb, $7, way, $8 from jsonb_to_recordset($1::jsonb) as told(id uuid, "userId" uuid, way text)
       on conflict (user_id, org_id, kind, key) do nothing returning id, way`,
      [
        JSON.stringify(rows),
        job.orgId,
        job.kind,
        notice.group,
        job.key,
        JSON.stringify(job.facts),
        job.fromOrgId ?? null,
        tx.now,
      ],
    );
    return written.filter(({ way }) => way === 'EMAIL').map(({ id }) => id);
  }
}
