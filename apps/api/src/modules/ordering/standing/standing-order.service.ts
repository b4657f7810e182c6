import {
  accept,
  checkStandingChange,
  checkStandingRule,
  isDeliveryDay,
  nextState,
  refuse,
  type Refusal,
  type Result,
  ruleOn,
  seasonOf,
  STANDING_DAY_TRANSITIONS,
  STANDING_TRANSITIONS,
  type StandingAction,
  type StandingDayAction,
} from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { placesOf } from '../delivery-lines.js';
import type { OrderRefusal } from '../order.messages.js';
import { NAME_MAX, tooLong, trimmed } from '../text-field.js';
import { STANDING_DUE } from './standing-jobs.js';
import { StandingOrder } from './standing-order.entity.js';
import type { StandingRefusal } from './standing-order.messages.js';
import { StandingOrderRule } from './standing-order-rule.entity.js';
import type {
  StandingDayCommand,
  StandingOrderChangeCommand,
  StandingOrderCreateCommand,
  StandingOrderMoveCommand,
} from './standing-order.view.js';
import { reasonsOf, sentenceOf, StandingPlacer } from './standing-placer.js';
import { type DayRow, dayOf, type LockedStanding, lockStanding, type StandingTerms, writeDay } from './standing-rows.js';
import { StandingSource } from './standing-source.js';
import type { Sheet } from '../templates/sheet.js';

const STANDING_NAME_MAX = 80;

/** A buyer's standing orders: set up, paused, resumed, ended; and single days skipped or placed by hand. */
@Injectable()
export class StandingOrderService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly source: StandingSource,
    private readonly placer: StandingPlacer,
  ) {}

  create(actor: Actor, input: StandingOrderCreateCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'standingOrderCreate', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'order.place', { buyerOrgId: actor.orgId });
      const name = trimmed(input.name);
      if (!name) return refuse<StandingRefusal>({ code: 'STANDING_NAME_MISSING' });
      if (tooLong(name, STANDING_NAME_MAX)) {
        return refuse<StandingRefusal>({ code: 'STANDING_NAME_TOO_LONG', max: STANDING_NAME_MAX });
      }
      const sheet = await this.source.sheet(tx, actor, input);
      if (!sheet.ok) return sheet;
      const made = await this.termsOf(tx, actor, input, sheet.value);
      if (!made.ok) return made;
      const rule = checkStandingRule(made.value, tx.today);
      if (!rule.ok) return rule;

      const id = newId();
      const { validFrom, validTo } = made.value;
      await tx.insert(StandingOrder, {
        ...{ id, buyerOrgId: actor.orgId, name, state: 'ACTIVE', validFrom, validTo, isDemo: sheet.value.isDemo },
        ...{ responsibleId: actor.userId, setUpAt: tx.now },
      });
      await this.writeRule(tx, actor, id, { ...made.value, number: 1 });
      await tx.audit('standing-order.set-up', 'standing-order', id, said(made.value));
      // What is due already is placed in a moment, not tomorrow.
      await tx.tell(STANDING_DUE, { standingOrderId: id });
      return accept(id);
    });
  }

  /**
   * Another rule from a day on: weekdays, season, lead, ceiling, place and goods. What was placed stays, and so does every day before
   * the change. Whoever changes it takes it over.
   */
  change(actor: Actor, input: StandingOrderChangeCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'standingOrderChange', clientKey: input.clientKey, input }, async (tx) => {
      const standing = await lockStanding(tx, idOf(input.id), actor.orgId);
      assertMay(actor, 'order.place', { buyerOrgId: actor.orgId });
      if (standing.state === 'ENDED') return refuse<StandingRefusal>({ code: 'STANDING_NOT_OPEN' });
      if (standing.version !== input.version) return versionConflict(standing.version);
      const base = standing.plan.find(({ number }) => number === input.ruleNumber);
      if (!base) throw new NotFoundError();
      const sheet = await this.source.changed(tx, actor, base, input);
      if (!sheet.ok) return sheet;
      const made = await this.termsOf(tx, actor, input, sheet.value);
      if (!made.ok) return made;
      const [taken] = await tx.query<{ day: string | null }>(
        `select max(day) as day from standing_order_day where standing_order_id = $1 and state in ('PLACED', 'ASKED')`,
        [standing.id],
      );
      const rule = checkStandingChange(made.value, tx.today, taken!.day);
      if (!rule.ok) return rule;

      const { first, last } = seasonOf([...standing.plan, made.value]);
      await this.writeRule(tx, actor, standing.id, { ...made.value, number: standing.plan.length + 1 });
      await tx.updateVersioned(StandingOrder, standing.id, standing.version, {
        ...{ validFrom: first, validTo: last, responsibleId: actor.userId },
      });
      await tx.audit('standing-order.change', 'standing-order', standing.id, said(made.value));
      await tx.tell(STANDING_DUE, { standingOrderId: standing.id });
      return accept(standing.id);
    });
  }

  /** What one rule says, except its place in the row of rules. */
  private async termsOf(
    tx: Tx,
    actor: Actor,
    input: Pick<
      StandingOrderCreateCommand,
      'weekdays' | 'validFrom' | 'validTo' | 'leadDays' | 'maxTotal' | 'deliveryLocationId' | 'buyerPoNo'
    >,
    sheet: Sheet,
  ): Promise<Result<Omit<StandingTerms, 'number'>, StandingRefusal | OrderRefusal>> {
    const buyerPoNo = trimmed(input.buyerPoNo);
    if (tooLong(buyerPoNo, NAME_MAX)) return refuse({ code: 'PO_NUMBER_TOO_LONG', max: NAME_MAX });
    const { validFrom, validTo, leadDays, maxTotal = null } = input;
    if (maxTotal !== null && maxTotal <= 0n) return refuse({ code: 'STANDING_CEILING_NOT_POSITIVE' });
    const placeId = input.deliveryLocationId ?? sheet.deliveryLocationId;
    if (!placeId) return refuse({ code: 'STANDING_PLACE_MISSING' });
    const place = (await placesOf(tx, actor.orgId, [placeId])).get(placeId.toLowerCase());
    if (!place) return refuse({ code: 'LOCATION_NOT_YOURS' });
    return accept({
      weekdays: [...new Set(input.weekdays)].sort((a, b) => a - b),
      ...{ validFrom, validTo, leadDays, maxTotal, buyerPoNo, deliveryLocationId: place.id },
      ...{ contractId: sheet.contractId, note: sheet.note, sellers: sheet.sellers, lines: sheet.lines },
    });
  }

  private async writeRule(
    tx: Tx,
    actor: Actor,
    standingOrderId: string,
    { weekdays, lines, ...terms }: StandingTerms,
  ): Promise<void> {
    await tx.insert(StandingOrderRule, {
      ...{ ...terms, id: newId(), standingOrderId, buyerOrgId: actor.orgId, weekdays: [...weekdays], lines: [...lines] },
      ...{ madeBy: actor.userId, madeAt: tx.now },
    });
  }

  /** Whoever resumes it takes it over: it is placed in his name from then on. */
  move(actor: Actor, action: StandingAction, input: StandingOrderMoveCommand): Promise<Result<string, Refusal>> {
    const command = { operation: `standingOrder.${action}`, clientKey: input.clientKey, input };
    return this.uow.mutate(actor, command, async (tx) => {
      const standing = await lockStanding(tx, idOf(input.id), actor.orgId);
      assertMay(actor, 'order.place', { buyerOrgId: actor.orgId });
      const next = nextState(STANDING_TRANSITIONS, standing.state, action);
      if (!next.ok) return refuse<StandingRefusal>({ code: 'STANDING_NOT_OPEN' });
      if (standing.version !== input.version) return versionConflict(standing.version);
      await tx.updateVersioned(StandingOrder, standing.id, standing.version, {
        state: next.value,
        ...(action === 'resume' && { responsibleId: actor.userId }),
      });
      await tx.audit(`standing-order.${action}`, 'standing-order', standing.id);
      if (action === 'resume') await tx.tell(STANDING_DUE, { standingOrderId: standing.id });
      return accept(standing.id);
    });
  }

  /** One day is left out, whether it is still to come or could not be placed. */
  skipDay(actor: Actor, input: StandingDayCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'skip', input, async (tx, standing, held) => {
      await writeDay(tx, standing, input.day, held, { state: 'SKIPPED', decidedBy: actor.userId });
      return accept(standing.id);
    });
  }

  /** A day that was to be left out counts again. */
  restoreDay(actor: Actor, input: StandingDayCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'restore', input, async (tx, standing, held) => {
      await tx.query('delete from standing_order_day where id = $1', [held!.id]);
      await tx.audit('standing-order.day-restored', 'standing-order', standing.id, { day: input.day });
      await tx.tell(STANDING_DUE, { standingOrderId: standing.id });
      return accept(standing.id);
    });
  }

  /** A day is placed by hand: before its time, or after the clock could not. In the name and under the limits of who does it. */
  placeDay(actor: Actor, input: StandingDayCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'place', input, async (tx, standing, held) => {
      const terms = ruleOn(standing.plan, input.day)!;
      const placed = await this.placer.place(tx, actor, standing, terms, input.day, { held, decidedBy: actor.userId });
      if (placed.ok) return accept(standing.id);
      const reasons = reasonsOf(placed.refusal, terms);
      return refuse<StandingRefusal>({
        code: 'STANDING_DAY_NOT_PLACED',
        vi: sentenceOf(reasons, 'vi'),
        en: sentenceOf(reasons, 'en'),
      });
    });
  }

  private decide(
    actor: Actor,
    action: StandingDayAction,
    input: StandingDayCommand,
    work: (tx: Tx, standing: LockedStanding, held: DayRow | null) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    const command = { operation: `standingOrderDay.${action}`, clientKey: input.clientKey, input };
    return this.uow.mutate(actor, command, async (tx) => {
      const standing = await lockStanding(tx, idOf(input.id), actor.orgId);
      assertMay(actor, 'order.place', { buyerOrgId: actor.orgId });
      const held = await dayOf(tx, standing.id, input.day);
      // A day that could not be placed may have left the schedule by a change: it can still be put away.
      if (!isDeliveryDay(standing.plan, input.day) && !(held && action === 'skip')) {
        return refuse<StandingRefusal>({ code: 'STANDING_NOT_A_DAY' });
      }
      if (standing.state === 'ENDED' && !held) return refuse<StandingRefusal>({ code: 'STANDING_NOT_OPEN' });
      const next = nextState(STANDING_DAY_TRANSITIONS, held?.state ?? 'OPEN', action);
      if (!next.ok) return refuse<StandingRefusal>({ code: 'STANDING_DAY_DONE' });
      // What is over can only be put away.
      if (input.day < tx.today && action !== 'skip') {
        return refuse<StandingRefusal>({ code: 'STANDING_DAY_PASSED', day: input.day });
      }
      try {
        return await work(tx, standing, held);
      } catch (error) {
        if (error instanceof NotFoundError) return refuse<OrderRefusal>({ code: 'SELLER_NOT_ACTIVE' });
        throw error;
      }
    });
  }
}

/** What the audit keeps of a rule; the rule itself stays. */
const said = ({ weekdays, validFrom, validTo, leadDays, maxTotal, lines }: Omit<StandingTerms, 'number'>) => ({
  ...{ weekdays, validFrom, validTo, leadDays, maxTotal },
  lines: lines.length,
});
