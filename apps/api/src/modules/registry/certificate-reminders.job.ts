import { Injectable } from '@nestjs/common';
import { daysLeft, reminderStep } from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../platform/jobs/job-handler.js';
import { sendNotice } from '../../platform/notices/index.js';
import { certificateTitleSql } from './certificate-title.js';
import { certificateExpiring } from './certificate.notices.js';
import { LegalBook } from './legal-book.js';

interface Ending {
  readonly id: string;
  readonly org_id: string;
  readonly expires_on: string;
  readonly title_vi: string;
  readonly title_en: string;
}

/** Reminds holders of papers that end, once for each paper and step. Nothing else hangs on it: expiry itself is read from the date. */
@Injectable()
export class CertificateRemindersJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly law: LegalBook,
  ) {}

  @JobHandler('registry.certificate-reminders')
  @DailyAt('06:30')
  async remind(): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const steps = (await this.law.value<number[]>(tx, 'CERTIFICATE_REMINDER_DAYS', tx.today)) ?? [];
      if (steps.length === 0) return;
      const due = (await this.ending(tx, Math.max(...steps))).flatMap((paper) => {
        const left = daysLeft(paper.expires_on, tx.today)!;
        const step = reminderStep(left, steps);
        return step === null ? [] : [{ paper, step, left }];
      });
      const fresh = await this.claim(
        tx,
        due.map(({ paper, step }) => ({ id: paper.id, step })),
      );
      for (const { paper, step, left } of due) {
        if (!fresh.has(`${paper.id} ${step}`)) continue;
        await sendNotice(tx, certificateExpiring, {
          orgId: paper.org_id,
          key: `${paper.id}:${step}`,
          facts: {
            certificateId: paper.id,
            titleVi: paper.title_vi,
            titleEn: paper.title_en,
            days: left,
            expiresOn: paper.expires_on,
          },
        });
      }
    });
  }

  private ending(tx: Tx, within: number): Promise<Ending[]> {
    return tx.query<Ending>(
      `select c.id, c.org_id, c.expires_on, ${certificateTitleSql('c', 'vi')} as title_vi, ${certificateTitleSql('c', 'en')} as title_en
       from certificate c where c.status = 'VERIFIED' and c.superseded_by is null and c.expires_on between $1::date and $1::date + $2::int
       order by c.expires_on, c.id`,
      [tx.today, within],
    );
  }

  /** The row's key decides between two workers: whoever writes it reminds. In key order, so that they wait for each other and never in a circle. */
  private async claim(tx: Tx, due: readonly { readonly id: string; readonly step: number }[]): Promise<Set<string>> {
    const rows = await tx.change<{ certificate_id: string; days: number }>(
      `insert into certificate_reminder (certificate_id, days, sent_at)
       select id, step, $2 from jsonb_to_recordset($1) as d(id uuid, step int) order by id, step
       on conflict do nothing returning certificate_id, days`,
      [JSON.stringify(due), tx.now],
    );
    return new Set(rows.map(({ certificate_id, days }) => `${certificate_id} ${days}`));
  }
}
