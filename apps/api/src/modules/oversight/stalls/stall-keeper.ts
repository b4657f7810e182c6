import { Injectable } from '@nestjs/common';
import {
  reconcileAlerts,
  stallRank,
  stallsOf,
  type LocalDate,
  type OpenAlert,
  type Stall,
  type StallLevel,
} from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { LegalBook } from '../../registry/index.js';
import { AgreementAlert } from './agreement-alert.entity.js';
import { bookFor, readCalendar, readRules, readStallFacts } from './stall-facts.js';

const levelOrder = (level: StallLevel): number => 4 - stallRank(level);

interface StoredAlert extends OpenAlert, Stall {
  readonly mouId: string;
}

/** What an alert says, as stored and as compared by the audit. */
const STALL_COLUMNS = `transition, level, fact, fact_on as "factOn", fact_ref as "factRef", days, limit_days as "limitDays", share_bp as "shareBp",
  limit_bp as "limitBp", actor, step`;

/** Keeps the alerts of agreements what their facts, the rules and the calendar say. */
@Injectable()
export class StallKeeper {
  constructor(private readonly legal: LegalBook) {}

  /** What was derived goes with its memorandum; an alert that a person answered stays, and holds the memorandum. */
  forget(tx: Tx, mouIds: readonly string[]): Promise<void> {
    return asSystem(tx, async () => {
      await tx.query('delete from stall_evaluation where mou_id = any($1)', [mouIds]);
      await tx.query(
        'delete from agreement_alert a where a.mou_id = any($1) and not exists (select 1 from alert_answer w where w.alert_id = a.id)',
        [mouIds],
      );
    });
  }

  /** Raises, changes and clears; a handful of statements for any number of memoranda. Returns how many were raised or raised again. */
  async evaluate(tx: Tx, mouIds: readonly string[]): Promise<number> {
    if (mouIds.length === 0) return 0;
    return asSystem(tx, async () => {
      // A receipt and the nightly run on one memorandum queue up here.
      await tx.query('select 1 from mou_progress where mou_id = any($1) order by mou_id for update', [mouIds]);
      const stalls = await this.stalls(tx, mouIds, tx.today);
      const open = await openAlerts(tx, mouIds);
      let raised = 0;
      for (const [mouId, found] of stalls) {
        raised += await this.reconcile(
          tx,
          mouId,
          open.filter((alert) => alert.mouId === mouId),
          found,
        );
      }
      await tx.query(
        `insert into stall_evaluation (mou_id, evaluated_on) select unnest($1::uuid[]), $2
         on conflict (mou_id) do update set evaluated_on = excluded.evaluated_on where stall_evaluation.evaluated_on <> excluded.evaluated_on`,
        [[...stalls.keys()], tx.today],
      );
      return raised;
    });
  }

  /** What the facts say for a day, without storing it; the caller stands outside the walls. */
  async stalls(tx: Tx, mouIds: readonly string[], on: LocalDate): Promise<Map<string, Stall[]>> {
    const freshDays = (await this.legal.number(tx, 'FRESH_SHELF_LIFE_DAYS', on)) ?? 0;
    const [rules, calendar] = [await readRules(tx, on), await readCalendar(tx)];
    const facts = await readStallFacts(tx, mouIds, freshDays);
    return new Map(facts.map((mou) => [mou.mouId, stallsOf(mou, on, bookFor(rules, mou.eventId), calendar)]));
  }

  private async reconcile(tx: Tx, mouId: string, open: readonly StoredAlert[], stalls: readonly Stall[]): Promise<number> {
    const { raise, keep, clear } = reconcileAlerts(open, stalls, tx.today);
    for (const stall of raise) {
      const id = newId();
      const row = {
        ...stall,
        id,
        mouId,
        levelOrder: levelOrder(stall.level),
        status: 'RAISED',
        raisedAt: tx.now,
        levelAt: tx.now,
      };
      await tx.insert(AgreementAlert, row);
      await tx.audit('alert.raise', 'agreement_alert', id, { mouId, transition: stall.transition, level: stall.level });
    }
    for (const { alert, stall, again } of keep) {
      const stored = open.find(({ id }) => id === alert.id)!;
      if (again || !sameStall(stored, stall)) await update(tx, stored, stall, again);
    }
    for (const { id, transition } of clear) {
      await tx.query(`update agreement_alert set status = 'CLEARED', cleared_at = $2, version = version + 1 where id = $1`, [
        id,
        tx.now,
      ]);
      await tx.audit('alert.clear', 'agreement_alert', id, { mouId, transition });
    }
    return raise.length + keep.filter(({ again }) => again).length;
  }
}

async function update(tx: Tx, stored: StoredAlert, stall: Stall, again: boolean): Promise<void> {
  await tx.query(
    `update agreement_alert set level = $2, level_order = $3, fact = $4, fact_on = $5, fact_ref = $6, days = $7, limit_days = $8, share_bp = $9,
       limit_bp = $10, actor = $11, step = $12, level_at = case when level = $2 then level_at else $13 end,
       status = case when $14 then 'RAISED' else status end, version = version + case when $14 or level <> $2 then 1 else 0 end
     where id = $1`,
    [
      stored.id,
      stall.level,
      levelOrder(stall.level),
      stall.fact,
      stall.factOn,
      stall.factRef,
      stall.days,
      stall.limitDays,
      stall.shareBp,
      stall.limitBp,
      stall.actor,
      stall.step,
      tx.now,
      again,
    ],
  );
  const { mouId, transition } = stored;
  if (again) await tx.audit('alert.resurface', 'agreement_alert', stored.id, { mouId, transition, level: stall.level });
  else if (stored.level !== stall.level)
    await tx.audit('alert.change', 'agreement_alert', stored.id, { mouId, transition, from: stored.level, to: stall.level });
}

const openAlerts = (tx: Tx, mouIds: readonly string[]): Promise<StoredAlert[]> =>
  tx.query<StoredAlert>(
    `select id, mou_id as "mouId", status as state, follow_up_on as "followUpOn", ${STALL_COLUMNS}
     from agreement_alert where mou_id = any($1) and cleared_at is null order by id for update`,
    [mouIds],
  );

const FIELDS = [
  'transition',
  'level',
  'fact',
  'factOn',
  'factRef',
  'days',
  'limitDays',
  'shareBp',
  'limitBp',
  'actor',
  'step',
] as const;
export const sameStall = (a: Stall, b: Stall): boolean => FIELDS.every((field) => a[field] === b[field]);

/** Open alerts of memoranda as stalls; for the audit. */
export const storedStalls = (tx: Tx, mouIds: readonly string[]): Promise<(Stall & { mouId: string })[]> =>
  tx.query(`select mou_id as "mouId", ${STALL_COLUMNS} from agreement_alert where mou_id = any($1) and cleared_at is null`, [
    mouIds,
  ]);
