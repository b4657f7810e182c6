import { Injectable } from '@nestjs/common';
import {
  accept,
  NOTICE_GROUP_NAMES,
  NOTICE_GROUPS,
  type NoticeGroup,
  type NoticeWay,
  refuse,
  type Refusal,
  type Result,
  USUAL_HOURS,
} from '@lienket/domain';
import { type Actor, SYSTEM } from '../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../platform/database/unit-of-work.js';
import type { SettingsRefusal } from './notice-settings.messages.js';
import { MAIL_NOTICE, queueDigest } from './outgoing.js';
import { hoursOf, type PreferenceRow, preferenceSql, wayOf } from './preferences.js';
import type { Unsubscription } from './unsubscribe-token.js';

export interface SettingsCommand {
  readonly clientKey: string;
  readonly ways: readonly { readonly group: NoticeGroup; readonly way: NoticeWay }[];
  readonly quietFrom?: number | null;
  readonly quietTo?: number | null;
  readonly digestAt: number;
}

export interface SettingsView {
  readonly id: string;
  readonly email: string | null;
  readonly groups: readonly { readonly group: NoticeGroup; readonly way: NoticeWay; readonly mandatory: boolean }[];
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  readonly digestAt: number;
}

const NOBODY: PreferenceRow = { quietFrom: null, quietTo: null, digestAt: null, ways: null };
const MINUTES = 24 * 60;
const isMinute = (minute: number): boolean => Number.isInteger(minute) && minute >= 0 && minute < MINUTES;

/** How one person wants to be told; it is theirs in every organization they work for. */
@Injectable()
export class NoticeSettingsService {
  constructor(private readonly uow: UnitOfWork) {}

  async of(actor: Actor): Promise<SettingsView> {
    return this.uow.read(actor, async (tx) => {
      const { email } = await tx.one<{ email: string | null }>('select email from app_user where id = $1', [actor.userId]);
      const row = await preferenceOf(tx, actor.userId);
      const { quiet, digestAt } = hoursOf(row);
      const groups = NOTICE_GROUP_NAMES.map((group) => ({
        group,
        way: wayOf(row, group),
        mandatory: NOTICE_GROUPS[group].mandatory,
      }));
      return { id: actor.userId, email, groups, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, digestAt };
    });
  }

  save(actor: Actor, input: SettingsCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'noticeSettingsSave', clientKey: input.clientKey, input }, async (tx) => {
      const sound = check(input);
      if (!sound.ok) return sound;
      const { quietFrom = null, quietTo = null, digestAt } = input;
      const { ways } = await preferenceOf(tx, actor.userId);
      const chosen = { ...ways, ...Object.fromEntries(input.ways.map(({ group, way }) => [group, way])) };
      await store(tx, actor.userId, { quietFrom, quietTo, digestAt, ways: chosen });
      return accept(actor.userId);
    });
  }

  /** By the link of a letter, without a session: what it ends is still shown in the app. False when the account is gone. */
  async unsubscribe({ userId, group }: Unsubscription): Promise<boolean> {
    return this.uow.run(SYSTEM, async (tx) => {
      const [person] = await tx.query('select id from app_user where id = $1 and disabled_at is null for update', [userId]);
      if (!person) return false;
      const row = await preferenceOf(tx, userId);
      const ended = NOTICE_GROUP_NAMES.filter((name) =>
        group === 'DIGEST' ? wayOf(row, name) === 'DIGEST' : name === group && wayOf(row, name) !== 'OFF',
      );
      const { quiet, digestAt } = hoursOf(row);
      const ways = { ...row.ways, ...Object.fromEntries(ended.map((name) => [name, 'APP' as const])) };
      await store(tx, userId, { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, digestAt, ways });
      return true;
    });
  }
}

function check({ ways, quietFrom, quietTo, digestAt }: SettingsCommand): Result<null, SettingsRefusal> {
  const fixed = ways.find(({ group, way }) => NOTICE_GROUPS[group].mandatory && way !== NOTICE_GROUPS[group].usual);
  if (fixed) return refuse({ code: 'GROUP_MANDATORY', group: fixed.group });
  if ((quietFrom ?? null) === null ? (quietTo ?? null) !== null : (quietTo ?? null) === null)
    return refuse({ code: 'QUIET_HOURS_HALF' });
  if (![quietFrom ?? 0, quietTo ?? 0, digestAt].every(isMinute)) return refuse({ code: 'MINUTE_OUT_OF_DAY' });
  return accept(null);
}

async function preferenceOf(tx: Tx, userId: string): Promise<PreferenceRow> {
  const [row] = await tx.query<PreferenceRow>(`select ${preferenceSql('p')} from notice_preference p where p.user_id = $1`, [
    userId,
  ]);
  return row ?? NOBODY;
}

/** Saves, and plans anew what has not left yet. */
async function store(tx: Tx, userId: string, row: PreferenceRow): Promise<void> {
  await tx.query(
    `insert into notice_preference (user_id, quiet_from, quiet_to, digest_at, ways, updated_at) values ($1, $2, $3, $4, $5::jsonb, $6)
     on conflict (user_id) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
       digest_at = excluded.digest_at, ways = excluded.ways, updated_at = excluded.updated_at`,
    [userId, row.quietFrom, row.quietTo, row.digestAt ?? USUAL_HOURS.digestAt, JSON.stringify(row.ways ?? {}), tx.now],
  );
  const waiting = await tx.query<{ id: string; way: NoticeWay }>(
    `select id, way from notification where user_id = $1 and mailed_at is null and way in ('EMAIL', 'DIGEST')`,
    [userId],
  );
  // Each job reads the settings as they stand when it runs: waking it is enough.
  for (const { id, way } of waiting) if (way === 'EMAIL') await tx.tell(MAIL_NOTICE, { notificationId: id });
  if (waiting.some(({ way }) => way === 'DIGEST')) await queueDigest(tx, userId, hoursOf(row));
}
