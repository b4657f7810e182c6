import { Injectable } from '@nestjs/common';
import {
  accept,
  addDays,
  checkHarvestWindows,
  monthsOfWindows,
  quantity,
  Quantity,
  refuse,
  type Refusal,
  type Result,
  startOfWeek,
} from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { CatalogProjector } from '../catalog-projector.js';
import { HarvestForecast } from './harvest-forecast.entity.js';
import { HarvestWindow } from './harvest-window.entity.js';
import { ownProduct } from './lot.service.js';
import type { SupplyRefusal } from './supply.messages.js';

export interface ForecastWeek {
  /** Any day of the week. */
  readonly week: string;
  readonly qty: string;
  readonly confidence: 'OBSERVED' | 'FORECAST';
}

export interface WindowGiven {
  readonly from: string;
  readonly to: string;
  readonly weeklyQty?: string | null;
}

export interface StockKeeping {
  readonly clientKey: string;
  readonly productId: string;
  readonly stockKept: boolean;
  readonly supplyVisibility?: 'BUYERS' | 'PARTIES' | null;
}

const MAX_WEEKS = 53;
const MAX_WINDOWS = 6;

/** What a cooperative says of harvests to come, and whether it keeps stock. */
@Injectable()
export class PlanService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projector: CatalogProjector,
  ) {}

  /** A new revision for each week given; earlier words stay on record for the measure of accuracy. */
  forecast(
    actor: Actor,
    input: { readonly clientKey: string; readonly productId: string; readonly weeks: readonly ForecastWeek[] },
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'forecastRecord', clientKey: input.clientKey, input }, async (tx) => {
      const product = await ownProduct(tx, actor, input.productId);
      if (product.status === 'ARCHIVED') return refuse<SupplyRefusal>({ code: 'PRODUCT_ARCHIVED' });
      const weeks = weeksOf(input.weeks, tx.today);
      if (!weeks.ok) return weeks;
      const known = await tx.query<{ week: string; last: number }>(
        `select week_start as week, max(revision) as last from harvest_forecast where product_id = $1 and week_start = any($2) group by 1`,
        [product.id, weeks.value.map(({ week }) => week)],
      );
      await tx.insert(
        HarvestForecast,
        weeks.value.map(({ week, qty, confidence }) => ({
          id: newId(),
          orgId: product.orgId,
          productId: product.id,
          weekStart: week,
          revision: (known.find((row) => row.week === week)?.last ?? 0) + 1,
          qty,
          confidence,
          recordedAt: tx.now,
          recordedBy: actor.userId,
        })),
      );
      await tx.audit('supply.forecast', 'product', product.id, { weeks: weeks.value.length });
      return accept(product.id);
    });
  }

  /** Replaces the product's harvest calendar; its coarse months follow, so that search by season stays true. */
  saveCalendar(
    actor: Actor,
    input: { readonly clientKey: string; readonly productId: string; readonly windows: readonly WindowGiven[] },
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'harvestCalendarSave', clientKey: input.clientKey, input }, async (tx) => {
      const product = await ownProduct(tx, actor, input.productId);
      if (product.status === 'ARCHIVED') return refuse<SupplyRefusal>({ code: 'PRODUCT_ARCHIVED' });
      if (input.windows.length > MAX_WINDOWS) return refuse<SupplyRefusal>({ code: 'WINDOWS_TOO_MANY', max: MAX_WINDOWS });
      const windows = input.windows.map(({ from, to, weeklyQty }) => ({
        from,
        to,
        weeklyQty: weeklyQty ? quantity(weeklyQty) : null,
      }));
      const checked = checkHarvestWindows(windows);
      if (!checked.ok) {
        const { code, row } = checked.refusal;
        return rowsRefused<SupplyRefusal>([{ row, field: 'from', refusal: { code } }]);
      }
      await this.replaceWindows(tx, product, windows);
      if (windows.length) {
        await tx.query('update product set harvest_months = $2 where id = $1', [product.id, monthsOfWindows(windows)]);
        await this.projector.refresh(tx, [product.id]);
      }
      await tx.audit('supply.calendar', 'product', product.id, { windows: windows.length });
      return accept(product.id);
    });
  }

  /** Stock-keeping is turned off only while nothing is held for orders. */
  keepStock(actor: Actor, input: StockKeeping): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'stockKeepingSet', clientKey: input.clientKey, input }, async (tx) => {
      const product = await ownProduct(tx, actor, input.productId);
      const { held, unit } = await tx.one<{ held: string; unit: string }>(
        `select coalesce((select sum(reserved) from lot_balance where product_id = p.id), 0)::text as held, p.base_unit as unit from product p where p.id = $1`,
        [product.id],
      );
      if (!input.stockKept && quantity(held).isPositive) {
        return refuse<SupplyRefusal>({ code: 'STOCK_STILL_HELD', held: quantity(held), unit });
      }
      await tx.query('update product set stock_kept = $2, supply_visibility = coalesce($3, supply_visibility) where id = $1', [
        product.id,
        input.stockKept,
        input.supplyVisibility ?? null,
      ]);
      await tx.audit('supply.stock-keeping', 'product', product.id, { stockKept: input.stockKept });
      return accept(product.id);
    });
  }

  private async replaceWindows(
    tx: Tx,
    product: { id: string; orgId: string },
    windows: readonly { from: string; to: string; weeklyQty: Quantity | null }[],
  ): Promise<void> {
    await tx.query('delete from harvest_window where product_id = $1', [product.id]);
    await tx.insert(
      HarvestWindow,
      windows.map(({ from, to, weeklyQty }) => ({
        id: newId(),
        orgId: product.orgId,
        productId: product.id,
        fromDay: from,
        toDay: to,
        weeklyQty: weeklyQty?.toDecimalString() ?? null,
      })),
    );
  }
}

function weeksOf(given: readonly ForecastWeek[], today: string): Result<ForecastWeek[], Refusal> {
  if (given.length === 0) return refuse<SupplyRefusal>({ code: 'WEEKS_MISSING' });
  if (given.length > MAX_WEEKS) return refuse<SupplyRefusal>({ code: 'WEEKS_TOO_MANY', max: MAX_WEEKS });
  const refused: RowRefusal<SupplyRefusal>[] = [];
  const weeks = new Map<string, ForecastWeek>();
  given.forEach((row, index) => {
    const week = startOfWeek(row.week);
    const say = (code: 'WEEK_TWICE' | 'WEEK_PAST' | 'WEEK_TOO_FAR') =>
      refused.push({ row: index, field: 'week', refusal: { code } });
    if (week < startOfWeek(today)) say('WEEK_PAST');
    else if (week > addDays(today, 371)) say('WEEK_TOO_FAR');
    else if (weeks.has(week)) say('WEEK_TWICE');
    else weeks.set(week, { ...row, week });
  });
  return refused.length ? rowsRefused(refused) : accept([...weeks.values()]);
}
