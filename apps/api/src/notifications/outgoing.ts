import { deliveryTime, digestDay, digestTime, type NoticeHours } from '@lienket/domain';
import type { Tx } from '../platform/database/unit-of-work.js';

export const MAIL_NOTICE = 'notice.mail';
export const MAIL_DIGEST = 'notice.digest';

/** Queues the letter about one notification for the first moment it may leave. */
export async function queueLetter(tx: Tx, notificationId: string, hours: NoticeHours, urgent: boolean): Promise<void> {
  const at = deliveryTime(hours, { way: 'EMAIL', urgent }, tx.now)!;
  await tx.tell(MAIL_NOTICE, { notificationId }, at > tx.now ? at : null);
}

/** Queues the person's next daily letter; the jobs of one letter are one job. */
export async function queueDigest(tx: Tx, userId: string, hours: NoticeHours): Promise<void> {
  const day = digestDay(hours, tx.now);
  await tx.tell(MAIL_DIGEST, { userId, day }, digestTime(hours, day), `${MAIL_DIGEST}:${userId}:${day}`);
}
