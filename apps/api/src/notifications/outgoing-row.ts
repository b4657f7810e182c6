import type { Facts } from '../platform/notices/index.js';
import { type PreferenceRow, preferenceSql } from './preferences.js';

/** A notification on its way out by e-mail, with its reader's address, language and wishes. */
export interface OutgoingRow extends PreferenceRow {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly facts: Facts;
  readonly from: string;
  readonly orgName: string;
  readonly email: string | null;
  readonly locale: 'vi' | 'en';
}

/** Of people who still have their account; the caller adds the condition and the lock on `n`. */
export const outgoingSql = `select n.id, n.user_id as "userId", n.kind, n.facts, coalesce(f.name, 'Liên Kết') as "from",
    o.name as "orgName", u.email, u.locale, ${preferenceSql('p')}
  from notification n join app_user u on u.id = n.user_id and u.disabled_at is null join organization o on o.id = n.org_id
  left join organization f on f.id = n.from_org_id left join notice_preference p on p.user_id = n.user_id`;
