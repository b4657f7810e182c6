import { Inject, Injectable } from '@nestjs/common';
import { deliveryTime, digestTime, formatDateVi } from '@lienket/domain';
import { SYSTEM } from '../platform/auth/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { type Tx, UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobHandler } from '../platform/jobs/job-handler.js';
import { Mailer } from '../platform/mail/mailer.js';
import { noticeOf, readNotice } from '../platform/notices/index.js';
import { lettersLinks } from './letter-links.js';
import { digestLetter } from './notice-letter.js';
import { MAIL_DIGEST, queueDigest } from './outgoing.js';
import { type OutgoingRow, outgoingSql } from './outgoing-row.js';
import { hoursOf, wayOf } from './preferences.js';

interface Payload {
  readonly userId: string;
  readonly day: string;
}

/** The day's letter of one person. The row of `notice_digest` makes it one, however many workers come for it. */
@Injectable()
export class MailDigestJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @JobHandler(MAIL_DIGEST)
  async mail({ userId, day }: Payload): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const waiting = await tx.query<OutgoingRow>(
        `${outgoingSql} where n.user_id = $1 and n.way = 'DIGEST' and n.mailed_at is null order by n.created_at, n.id for update of n`,
        [userId],
      );
      const rows = await this.stillWanted(tx, waiting);
      if (rows.length === 0 || !rows[0]!.email) return;
      const hours = hoursOf(rows[0]!);
      const later = this.notBefore(tx, hours, day);
      if (later) return tx.tell(MAIL_DIGEST, { userId, day }, later);
      if (!(await claimDay(tx, userId, day, rows.length))) return queueDigest(tx, userId, hours);
      await this.send(tx, rows, day);
    });
  }

  /** What the person has switched off since stays in the app only. */
  private async stillWanted(tx: Tx, rows: readonly OutgoingRow[]): Promise<OutgoingRow[]> {
    const wanted = (row: OutgoingRow): boolean => {
      const notice = noticeOf(row.kind);
      return notice !== undefined && ['DIGEST', 'EMAIL'].includes(wayOf(row, notice.group));
    };
    const dropped = rows.filter((row) => !wanted(row)).map(({ id }) => id);
    if (dropped.length) await tx.query(`update notification set way = 'APP' where id = any($1)`, [dropped]);
    return rows.filter(wanted);
  }

  /** A later hour chosen since, or a worker that comes late into quiet hours. */
  private notBefore(tx: Tx, hours: ReturnType<typeof hoursOf>, day: string): Date | null {
    const planned = digestTime(hours, day);
    const at = deliveryTime(hours, { way: 'EMAIL', urgent: false }, planned > tx.now ? planned : tx.now)!;
    return at > tx.now ? at : null;
  }

  private async send(tx: Tx, rows: readonly OutgoingRow[], day: string): Promise<void> {
    const { userId, email, locale } = rows[0]!;
    const links = lettersLinks(this.config, { userId, group: 'DIGEST' }, tx.now);
    const items = rows.map(({ kind, facts, from, orgName }) => ({
      ...readNotice(noticeOf(kind)!, facts, from, locale),
      orgName,
    }));
    const letter = digestLetter(items, formatDateVi(day), links, locale);
    await this.mailer.send({ id: `digest-${userId}-${day}`, to: email!, ...letter, unsubscribeUrl: links.oneClick });
    await tx.query('update notification set mailed_at = $2 where id = any($1)', [rows.map(({ id }) => id), tx.now]);
  }
}

/** False when this day's letter has left already. */
async function claimDay(tx: Tx, userId: string, day: string, items: number): Promise<boolean> {
  const claimed = await tx.change(
    'insert into notice_digest (user_id, day, items, sent_at) values ($1, $2, $3, $4) on conflict do nothing returning day',
    [userId, day, items, tx.now],
  );
  return claimed.length === 1;
}
