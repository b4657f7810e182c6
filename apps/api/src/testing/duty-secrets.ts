import { newId } from '../platform/ids.js';
import type { TestApi } from './start-api.js';
import type { Trade } from './trade.js';

/** What is known of a duty, a notice's receipt and a training of the other world, each with the private words. */
export async function dutySecrets(api: TestApi, { seller, director }: Trade, words: string): Promise<Record<string, string>> {
  const [receipt, training, dutyWord] = [newId(), newId(), newId()];
  await api.sql(
    `insert into notice_receipt (id, recipient_id, org_id, method, sent_on, sent_by_org_id, sent_by, read_on, read_by, read_note)
     select $1, r.id, $2, 'PAPER', '2026-01-02', $2, $3, '2026-01-03', $3, $4 from notice_recipient r order by r.position limit 1`,
    [receipt, seller.id, director.userId, words],
  );
  await api.sql(
    `insert into training_session (id, kind, topic, held_on, organizer_org_id, attendee_org_ids, people, recorded_by, at)
     values ($1, 'TRAINING', $2, '2026-01-02', $3, array[$3::uuid], 1, $4, now())`,
    [training, words, seller.id, director.userId],
  );
  await api.sql(
    `insert into duty_record (id, duty_id, step, text, happened_on, by_user, at)
     select $1, d.id, 'progress', $2, '2026-01-02', $3, now() from duty d order by d.position limit 1`,
    [newId(), words, director.userId],
  );
  // One said by the other house itself: waits for the Alliance, and one that came back with the Alliance's words.
  await api.sql(
    `insert into duty_word (id, duty_id, org_id, step, text, happened_on, by_user, at, status, decided_by, decided_at, reason)
     select w.id, d.id, $3, 'progress', $4, '2026-01-02', $5, now(), w.status, case when w.status = 'RETURNED' then $5::uuid end,
       case when w.status = 'RETURNED' then now() end, case when w.status = 'RETURNED' then $4 end
     from (values ($1::uuid, 'WAITING'), ($2::uuid, 'RETURNED')) as w(id, status), (select id from duty order by position limit 1) d`,
    [dutyWord, newId(), seller.id, words, director.userId],
  );
  return { dutyWord, noticeReceipt: receipt, training };
}
