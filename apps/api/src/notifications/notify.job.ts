import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../platform/auth/actor.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobHandler } from '../platform/jobs/job-handler.js';
import { Mailer } from '../platform/mail/mailer.js';
import { LETTERS, type LetterKind } from './letters.js';

interface Payload {
  readonly event: LetterKind;
  readonly orderId: string;
  /** One order may have several; each has its own letters. */
  readonly paymentRequestId?: string;
}

interface Recipient {
  order_number: string;
  counterparty: string;
  email: string;
  locale: 'vi' | 'en';
  user_id: string;
}

/** One letter to each person of the side whose move it is; people without an e-mail see it under "Việc cần làm". */
@Injectable()
export class NotifyJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mailer: Mailer,
  ) {}

  @JobHandler('mail.notify')
  async notify({ event, orderId, paymentRequestId }: Payload): Promise<void> {
    const letter = LETTERS[event];
    if (!letter) return;
    const side = letter.to === 'SELLER' ? 'seller_org_id' : 'buyer_org_id';
    const other = letter.to === 'SELLER' ? 'buyer_org_id' : 'seller_org_id';
    const recipients = await this.uow.read(SYSTEM, (tx) =>
      tx.query<Recipient>(
        `select o.number as order_number, c.name as counterparty, u.email, u.locale, u.id as user_id
         from purchase_order o join organization c on c.id = o.${other}
         join membership m on m.org_id = o.${side} and m.ended_at is null join app_user u on u.id = m.user_id and u.disabled_at is null
         where o.id = $1 and u.email is not null`,
        [orderId],
      ),
    );
    for (const { order_number: number, counterparty, email, locale, user_id: userId } of recipients) {
      const { subject, text } = letter[locale]({ number, counterparty });
      await this.mailer.send({ id: `${event}-${paymentRequestId ?? orderId}-${userId}`, to: email, subject, text });
    }
  }
}
