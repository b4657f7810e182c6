import { Injectable } from '@nestjs/common';
import type { NoticeHours, NoticeWay } from '@lienket/domain';
import { SYSTEM } from '../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids.js';
import { JobHandler } from '../platform/jobs/job-handler.js';
import { DELIVER_NOTICE, type Notice, type NoticeJob, noticeOf } from '../platform/notices/index.js';
import { queueDigest, queueLetter } from './outgoing.js';
import { hoursOf, type PreferenceRow, preferenceSql, wayOf } from './preferences.js';

interface Member extends PreferenceRow {
  readonly userId: string;
  readonly reachable: boolean;
}

interface Recipient {
  readonly id: string;
  readonly userId: string;
  readonly way: NoticeWay;
  readonly hours: NoticeHours;
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
      await tellPrograms(tx, job);
      const recipients = (await membersOf(tx, job.orgId, notice)).map((member) => recipientOf(member, notice));
      const written = await write(tx, notice, job, recipients);
      for (const { id, userId, way, hours } of recipients.filter((recipient) => written.has(recipient.id))) {
        if (way === 'EMAIL') await queueLetter(tx, id, hours, notice.urgent ?? false);
        if (way === 'DIGEST') await queueDigest(tx, userId, hours);
      }
    });
  }
}

/** The organization's own programs hear the same facts, where it has given an address for them. */
async function tellPrograms(tx: Tx, { kind, orgId, key, facts }: NoticeJob): Promise<void> {
  const [listening] = await tx.query('select 1 from webhook_endpoint where org_id = $1 and ended_at is null limit 1', [orgId]);
  if (listening) await tx.tell('integration.fact', { kind, orgId, key, facts });
}

function membersOf(tx: Tx, orgId: string, notice: Notice): Promise<Member[]> {
  return tx.query<Member>(
    `select u.id as "userId", u.email is not null as reachable, ${preferenceSql('p')}
     from membership m join app_user u on u.id = m.user_id and u.disabled_at is null left join notice_preference p on p.user_id = u.id
     where m.org_id = $1 and m.ended_at is null and m.roles && $2::text[] order by u.id`,
    [orgId, notice.to],
  );
}

/** People without an e-mail address see it in the app. */
function recipientOf(member: Member, notice: Notice): Recipient {
  const chosen = wayOf(member, notice.group);
  const way = chosen !== 'OFF' && !member.reachable ? 'APP' : chosen;
  return { id: newId(), userId: member.userId, way, hours: hoursOf(member) };
}

/** The ids of the rows that are new. */
async function write(tx: Tx, notice: Notice, job: NoticeJob, recipients: readonly Recipient[]): Promise<Set<string>> {
  const rows = recipients.filter(({ way }) => way !== 'OFF').map(({ id, userId, way }) => ({ id, userId, way }));
  const facts = JSON.stringify(job.facts);
  const written = await tx.change<{ id: string }>(
    `insert into notification (id, user_id, org_id, kind, notice_group, key, facts, from_org_id, way, created_at)
     select id, "userId", $2, $3, $4, $5, $6::jsonb, $7, way, $8 from jsonb_to_recordset($1::jsonb) as told(id uuid, "userId" uuid, way text)
     on conflict (user_id, org_id, kind, key) do nothing returning id`,
    [JSON.stringify(rows), job.orgId, job.kind, notice.group, job.key, facts, job.fromOrgId ?? null, tx.now],
  );
  return new Set(written.map(({ id }) => id));
}
