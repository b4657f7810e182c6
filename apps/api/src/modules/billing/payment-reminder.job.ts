import { Injectable } from '@nestjs/common';
import { reminderOf } from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../platform/jobs/job-handler.js';
import { declareNotice, sendNotice } from '../../platform/notices/index.js';
import { billingRules } from './billing-rules.js';
import type { PaymentFacts } from './payment.notices.js';

type ReminderFacts = PaymentFacts & { readonly day: number };

const reminded = declareNotice<ReminderFacts>({
  kind: 'payment.reminder',
  group: 'PAYMENTS',
  to: ['BUYER', 'BUYER_MANAGER'],
  link: ({ paymentRequestId }) => `/payments/${paymentRequestId}`,
  vi: ({ number, day }, from) =>
    day < 0
      ? `Đề nghị ${number} của ${from} đến hạn sau ${-day} ngày.`
      : day === 0
        ? `Đề nghị ${number} của ${from} đến hạn hôm nay.`
        : `Đề nghị ${number} của ${from} đã quá hạn từ ${day} ngày trở lên.`,
  en: ({ number, day }, from) =>
    day < 0
      ? `Request ${number} of ${from} is due in ${-day} days.`
      : day === 0
        ? `Request ${number} of ${from} is due today.`
        : `Request ${number} of ${from} is ${day} or more days overdue.`,
});

/** Payers are reminded on the days of the plan, each day once for each request, however often the job runs. */
@Injectable()
export class PaymentReminderJob {
  constructor(private readonly uow: UnitOfWork) {}

  @JobHandler('billing.remind')
  @DailyAt('07:30')
  async remind(): Promise<void> {
    const due = await this.uow.read(SYSTEM, async (tx) => {
      const { reminderDays } = await billingRules(tx);
      const rows = await tx.query<{ id: string; dueOn: string }>(
        `select id, due_on as "dueOn" from payment_request where total + noted_amount > paid_amount and status <> 'DECLARED' and due_on <= $1::date + $2::int`,
        [tx.today, Math.max(0, ...reminderDays.map((day) => -day))],
      );
      return rows.flatMap(({ id, dueOn }) => {
        const day = reminderOf(dueOn, tx.today, reminderDays);
        return day === null ? [] : [{ id, day }];
      });
    });
    for (const { id, day } of due) await this.tell(id, day);
  }

  /** One transaction for each: the row that stops a second reminder stands or falls with the first. */
  private tell(id: string, day: number): Promise<void> {
    return this.uow.run(SYSTEM, async (tx) => {
      const fresh = await tx.change<{ number: string; sellerOrgId: string; buyerOrgId: string }>(
        `with told as (
           insert into payment_reminder (payment_request_id, day, seller_org_id, buyer_org_id)
           select id, $2, seller_org_id, buyer_org_id from payment_request where id = $1 on conflict do nothing returning payment_request_id)
         select p.number, p.seller_org_id as "sellerOrgId", p.buyer_org_id as "buyerOrgId" from payment_request p join told on told.payment_request_id = p.id`,
        [id, day],
      );
      for (const { number, sellerOrgId, buyerOrgId } of fresh) {
        const facts = { paymentRequestId: id, number, day };
        await sendNotice(tx, reminded, { orgId: buyerOrgId, fromOrgId: sellerOrgId, facts, key: `${id}:${day}` });
      }
    });
  }
}
