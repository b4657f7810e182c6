import {
  accept,
  checkStandingRule,
  isDeliveryDay,
  nextState,
  refuse,
  type Refusal,
  type Result,
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
import type { StandingDayCommand, StandingOrderCreateCommand, StandingOrderMoveCommand } from './standing-order.view.js';
import { reasonsOf, sentenceOf, StandingPlacer } from './standing-placer.js';
import { type DayRow, dayOf, type LockedStanding, lockStanding, writeDay } from './standing-rows.js';
import { StandingSource } from './standing-source.js';

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
      const [name, buyerPoNo] = [trimmed(input.name), trimmed(input.buyerPoNo)];
      if (!name) return refuse<StandingRefusal>({ code: 'STANDING_NAME_MISSING' });
      if (tooLong(name, STANDING_NAME_MAX)) {
        return refuse<StandingRefusal>({ code: 'STANDING_NAME_TOO_LONG', max: STANDING_NAME_MAX });
      }
      if (tooLong(buyerPoNo, NAME_MAX)) return refuse<OrderRefusal>({ code: 'PO_NUMBER_TOO_LONG', max: NAME_MAX });
      const { validFrom, validTo, leadDays, maxTotal = null } = input;
      const weekdays = [...new Set(input.weekdays)].sort((a, b) => a - b);
      const rule = checkStandingRule({ weekdays, validFrom, validTo, leadDays }, tx.today);
      if (!rule.ok) return rule;
      if (maxTotal !== null && maxTotal <= 0n) return refuse<StandingRefusal>({ code: 'STANDING_CEILING_NOT_POSITIVE' });
      const sheet = await this.source.sheet(tx, actor, input);
      if (!sheet.ok) return sheet;
      const placeId = input.deliveryLocationId ?? sheet.value.deliveryLocationId;
      if (!placeId) return refuse<StandingRefusal>({ code: 'STANDING_PLACE_MISSING' });
      const place = (await placesOf(tx, actor.orgId, [placeId])).get(placeId.toLowerCase());
      if (!place) return refuse<OrderRefusal>({ code: 'LOCATION_NOT_YOURS' });

      const id = newId();
      await tx.insert(StandingOrder, {
        ...{ id, buyerOrgId: actor.orgId, name, state: 'ACTIVE', weekdays, validFrom, validTo, leadDays, maxTotal, buyerPoNo },
        ...{ contractId: sheet.value.contractId, deliveryLocationId: place.id, note: sheet.value.note },
        ...{ sellers: sheet.value.sellers, lines: [...sheet.value.lines], isDemo: sheet.value.isDemo },
        responsibleId: actor.userId,
        setUpAt: tx.now,
      });
      await tx.audit('standing-order.set-up', 'standing-order', id, { weekdays, validFrom, validTo, leadDays, maxTotal });
      // What is due already is placed in a moment, not tomorrow.
      await tx.tell(STANDING_DUE, { standingOrderId: id });
      return accept(id);
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
      const placed = await this.placer.place(tx, actor, standing, input.day, { held, decidedBy: actor.userId });
      if (placed.ok) return accept(standing.id);
      const reasons = reasonsOf(placed.refusal, standing);
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
      if (!isDeliveryDay(standing, input.day)) return refuse<StandingRefusal>({ code: 'STANDING_NOT_A_DAY' });
      const held = await dayOf(tx, standing.id, input.day);
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
