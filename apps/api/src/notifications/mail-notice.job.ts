import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../platform/auth/actor.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobHandler } from '../platform/jobs/job-handler.js';
import { Mailer } from '../platform/mail/mailer.js';
import { type Facts, noticeOf, readNotice } from '../platform/notices/index.js';

export const MAIL_NOTICE = 'notice.mail';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly facts: Facts;
  readonly from: string;
  readonly email: string;
  readonly locale: 'vi' | 'en';
}

const CLOSING = {
  vi: 'Mở Liên Kết, mục "Việc cần làm", để xem và trả lời.',
  en: 'Open Liên Kết, "To do", to see it and answer.',
};

/** One e-mail about one notification. Its row is held while the letter goes, so that two workers never send it both. */
@Injectable()
export class MailNoticeJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mailer: Mailer,
  ) {}

  @JobHandler(MAIL_NOTICE)
  async mail({ notificationId }: { notificationId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const [row] = await tx.query<Row>(
        `select n.id, n.kind, n.facts, coalesce(f.name, 'Liên Kết') as "from", u.email, u.locale
         from notification n join app_user u on u.id = n.user_id left join organization f on f.id = n.from_org_id
         where n.id = $1 and n.mailed_at is null and u.email is not null and u.disabled_at is null for update of n`,
        [notificationId],
      );
      const notice = row && noticeOf(row.kind);
      if (!notice) return;
      const { title, text } = readNotice(notice, row.facts, row.from, row.locale);
      await this.mailer.send({
        id: `notice-${row.id}`,
        to: row.email,
        subject: `[Liên Kết] ${title}`,
        text: `${[title, text, CLOSING[row.locale]].filter(Boolean).join('\n\n')}\n`,
      });
      await tx.query('update notification set mailed_at = $2 where id = $1', [row.id, tx.now]);
    });
  }
}
