import type { StandingDayState, StandingPlan, StandingRule, StandingState } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { newId } from '../../../platform/ids.js';
import type { SheetLine } from '../templates/sheet.js';
import { StandingOrderDay, type StandingReason } from './standing-order-day.entity.js';

/** One rule of a standing order with its sheet. */
export interface StandingTerms extends StandingRule {
  readonly number: number;
  readonly maxTotal: bigint | null;
  readonly contractId: string | null;
  readonly deliveryLocationId: string;
  readonly buyerPoNo: string | null;
  readonly note: string | null;
  readonly sellers: string;
  readonly lines: readonly SheetLine[];
}

export interface LockedStanding {
  readonly id: string;
  readonly buyerOrgId: string;
  readonly name: string;
  readonly state: StandingState;
  readonly responsibleId: string;
  readonly isDemo: boolean;
  readonly version: number;
  readonly plan: StandingPlan<StandingTerms>;
}

export interface DayRow {
  readonly id: string;
  readonly state: StandingDayState;
}

/** Whoever decides about a day holds the standing order first, so a day is decided by one at a time. */
export async function lockStanding(tx: Tx, id: string, buyerOrgId?: string): Promise<LockedStanding> {
  const [row] = await tx.query<Omit<LockedStanding, 'plan'>>(
    `select id, buyer_org_id as "buyerOrgId", name, state, responsible_id as "responsibleId", is_demo as "isDemo", version
     from standing_order where id = $1 and ($2::uuid is null or buyer_org_id = $2) for update`,
    [id, buyerOrgId ?? null],
  );
  if (!row) throw new NotFoundError();
  return { ...row, plan: await termsOf(tx, row.id) };
}

/** All rules with their sheets, in the order they were made. */
const termsOf = (tx: Tx, id: string): Promise<StandingTerms[]> =>
  tx.query<StandingTerms>(
    `select number, weekdays, valid_from as "validFrom", valid_to as "validTo", lead_days as "leadDays", max_total as "maxTotal",
       contract_id as "contractId", delivery_location_id as "deliveryLocationId", buyer_po_no as "buyerPoNo", note, sellers, lines
     from standing_order_rule where standing_order_id = $1 order by number`,
    [id],
  );

/** Only when it delivers: for looking at many days at once. */
export const planOf = (tx: Tx, id: string): Promise<StandingRule[]> =>
  tx.query<StandingRule>(
    `select weekdays, valid_from as "validFrom", valid_to as "validTo", lead_days as "leadDays"
     from standing_order_rule where standing_order_id = $1 order by number`,
    [id],
  );

export async function dayOf(tx: Tx, standingOrderId: string, day: string): Promise<DayRow | null> {
  const [row] = await tx.query<DayRow>('select id, state from standing_order_day where standing_order_id = $1 and day = $2', [
    standingOrderId,
    day,
  ]);
  return row ?? null;
}

export interface DayOutcome {
  readonly state: StandingDayState;
  readonly resultId?: string;
  readonly reasons?: readonly StandingReason[];
  /** Null: the clock. */
  readonly decidedBy: string | null;
}

/** Writes what became of a day, over what was said of it before. Audited: the row tells the present, the audit how it came. */
export async function writeDay(
  tx: Tx,
  standing: Pick<LockedStanding, 'id' | 'buyerOrgId'>,
  day: string,
  held: DayRow | null,
  outcome: DayOutcome,
): Promise<void> {
  const { state, resultId = null, reasons = [], decidedBy } = outcome;
  if (held) {
    await tx.query(
      'update standing_order_day set state = $2, result_id = $3, reasons = $4, decided_at = $5, decided_by = $6 where id = $1',
      [held.id, state, resultId, JSON.stringify(reasons), tx.now, decidedBy],
    );
  } else {
    await tx.insert(StandingOrderDay, {
      ...{ id: newId(), standingOrderId: standing.id, buyerOrgId: standing.buyerOrgId, day, state, resultId, decidedBy },
      reasons: [...reasons],
      decidedAt: tx.now,
    });
  }
  await tx.audit(`standing-order.day-${state.toLowerCase()}`, 'standing-order', standing.id, {
    day,
    ...(resultId && { resultId }),
    ...(reasons.length > 0 && { reasons }),
  });
}
