import { Inject, Injectable } from '@nestjs/common';
import { deliveryTime, NOTICE_GROUPS } from '@lienket/domain';
import { SYSTEM } from '../platform/auth/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { type Tx, UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobHandler } from '../platform/jobs/job-handler.js';
import { Mailer } from '../platform/mail/mailer.js';
import { noticeOf, readNotice } from '../platform/notices/index.js';
import { lettersLinks } from './letter-links.js';
import { noticeLetter } from './notice-letter.js';
import { MAIL_NOTICE, queueDigest, queueLetter } from './outgoing.js';
import { type OutgoingRow, outgoingSql } from './outgoing-row.js';
import { hoursOf, wayOf } from './preferences.js';

/** One e-mail about one notification. Its row is held while the letter goes, so that two workers never send it both. */
@Injectable()
export class MailNoticeJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @JobHandler(MAIL_NOTICE)
  async mail({ notificationId }: { notificationId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const [row] = await tx.query<OutgoingRow>(
        `${outgoingSql} where n.id = $1 and n.way = 'EMAIL' and n.mailed_at is null for update of n`,
        [notificationId],
      );
      if (row) await this.send(tx, row);
    });
  }

  /** The person may have chosen otherwise since the fact was told, or the worker may come late, at night. */
  private async send(tx: Tx, row: OutgoingRow): Promise<void> {
    const notice = noticeOf(row.kind);
    if (!notice || !row.email) return;
    const hours = hoursOf(row);
    const way = wayOf(row, notice.group);
    if (way !== 'EMAIL') {
      await tx.query('update notification set way = $2 where id = $1', [row.id, way === 'DIGEST' ? 'DIGEST' : 'APP']);
      return way === 'DIGEST' ? queueDigest(tx, row.userId, hours) : undefined;
    }
    const urgent = notice.urgent ?? false;
    if (deliveryTime(hours, { way, urgent }, tx.now)! > tx.now) return queueLetter(tx, row.id, hours, urgent);
    const wish = NOTICE_GROUPS[notice.group].mandatory ? null : { userId: row.userId, group: notice.group };
    const links = lettersLinks(this.config, wish, tx.now);
    const item = { ...readNotice(notice, row.facts, row.from, row.locale), orgName: row.orgName };
    const letter = noticeLetter(item, notice.group, links, row.locale);
    await this.mailer.send({ id: `notice-${row.id}`, to: row.email, ...letter, unsubscribeUrl: links.oneClick });
    await tx.query('update notification set mailed_at = $2 where id = $1', [row.id, tx.now]);
  }
}
