import { isInSeason, roundDownToPack, roundUpToPack, type DeliveryDayRefusal, type Quantity } from '@lienket/domain';
import type { GridFix, GridMessage } from '@lienket/ui';
import type { RowRefusal } from '../../../shared/forms/use-mutation-form';
import type { Formats } from '../../../shared/i18n/formats';
import type { Text } from '../../../shared/i18n/use-text';
import type { ordering } from '../../../shared/messages/vi/ordering';
import type { PadCheck, RowCheck } from './pad-check';
import type { PadItem } from './pad-items';
import { dayText } from './day-text';
import type { DeliveryProblem, RowDelivery } from './pad-delivery';
import { isBlank, type PadRow } from './pad-rows';
import { variantText } from './variant-text';

export interface RowActions {
  take: (rowId: string, qty: Quantity) => void;
  takeText: (rowId: string, wire: string) => void;
  choose: (rowId: string, item: PadItem) => void;
  merge: (rowId: string, intoRow: number) => void;
  /** Of one row, or of the order. */
  takeDay: (rowId: string | null, on: string) => void;
}

/** What the server refused, with the rows as they were sent: a row that has changed since is no longer refused. */
export type Refusals = ReadonlyMap<string, { row: PadRow; refusals: readonly RowRefusal[] }>;

export interface Speaker {
  t: Text<keyof typeof ordering>;
  format: Formats;
  requestedOn: string;
  act: RowActions;
  /** By row id. */
  deliveryOf: (row: PadRow) => RowDelivery | undefined;
  /** What stands against the order's own day, by seller; said in the seller's first row that goes by it. */
  orderDays: ReadonlyMap<string, DeliveryDayRefusal>;
  /** The seller's name before what concerns its whole order, where there are several. */
  ofSeller: (item: PadItem, text: string) => string;
  ofMany: boolean;
}

/** Every row's sentences, each with the button that mends it. */
export function padMessages(rows: readonly PadRow[], check: PadCheck, refusals: Refusals, speaker: Speaker) {
  const said: Record<string, GridMessage[]> = {};
  const toSay = new Map(speaker.orderDays);
  rows.forEach((row, index) => {
    const found = check.rows[index];
    if (!found) return;
    const delivery = isBlank(row) ? undefined : speaker.deliveryOf(row);
    const own = [...ofRow(row, found, speaker), ...(delivery?.problem ? [ofDelivery(row, delivery.problem, speaker)] : [])];
    const against = found.kind === 'OK' && !row.on && !row.place ? toSay.get(found.item.seller.id) : undefined;
    if (against && found.kind === 'OK') {
      const said = ofDay(null, 'qty', against, speaker);
      own.push({ ...said, text: speaker.ofSeller(found.item, said.text) });
      toSay.delete(found.item.seller.id);
    }
    const refused = refusals.get(row.id);
    const list =
      refused?.row === row ? [...refused.refusals.map((refusal) => ofServer(row, found, refusal, speaker)), ...own] : own;
    if (list.length) said[row.id] = list;
  });
  return said;
}

function ofRow(row: PadRow, check: RowCheck, speaker: Speaker): GridMessage[] {
  const { t, format, act, requestedOn } = speaker;
  const wrong = (columnKey: 'product' | 'qty', text: string, fix?: GridFix, otherFix?: GridFix): GridMessage => ({
    tone: 'danger',
    columnKey,
    text,
    fix,
    otherFix,
  });
  const take = (item: PadItem, qty: Quantity): GridFix => ({
    label: t('pad.fix.take', { qty: format.quantity(qty.toDecimalString(), item.unit) }),
    onFix: () => act.take(row.id, qty),
  });
  const size = (item: PadItem, qty: Quantity) => format.quantity(qty.toDecimalString(), item.unit);
  switch (check.kind) {
    case 'EMPTY':
    case 'NO_QUANTITY':
      return [];
    case 'NO_PRODUCT':
      return [wrong('product', t('pad.say.noProduct'))];
    case 'UNKNOWN': {
      const [first, second] = check.near.map((item): GridFix => ({
        label: speaker.ofMany ? `${item.name}, ${item.seller.shortName}` : item.name,
        onFix: () => act.choose(row.id, item),
      }));
      return [wrong('product', t(first ? 'pad.say.unknown' : 'pad.say.unknownNone', { text: check.text }), first, second)];
    }
    case 'NO_VARIANT': {
      const [first, second] = check.variants.map((item): GridFix => ({
        label: variantText(item, t, format),
        onFix: () => act.choose(row.id, item),
      }));
      return [
        {
          tone: 'danger',
          columnKey: 'variant',
          text: t('pad.say.noVariant', { text: check.text }),
          fix: first,
          otherFix: second,
        },
      ];
    }
    case 'UNREAD': {
      const { refusal, item } = check;
      if (refusal.code === 'QUANTITY_AMBIGUOUS') {
        const [first, second] = refusal.readings.map((wire): GridFix => ({
          label: format.quantity(wire, item.unit),
          onFix: () => act.takeText(row.id, wire),
        }));
        return [wrong('qty', t('pad.say.ambiguous', { text: row.qty }), first, second)];
      }
      if (refusal.code === 'QUANTITY_TOO_PRECISE') return [wrong('qty', t('pad.say.tooPrecise'))];
      if (refusal.code === 'QUANTITY_TOO_LARGE') return [wrong('qty', t('pad.say.tooLarge'))];
      return [wrong('qty', t('pad.say.notNumber', { text: row.qty }))];
    }
    case 'REFUSED': {
      const { refusal, item, qty } = check;
      if (refusal.code === 'QUANTITY_NOT_POSITIVE') return [wrong('qty', t('pad.say.notPositive'))];
      if (refusal.code === 'NO_PRICE') return [wrong('product', t('pad.say.noPrice'))];
      if (refusal.code === 'BELOW_MOQ') {
        return [wrong('qty', t('pad.say.moq', { moq: size(item, refusal.moq) }), take(item, refusal.suggested))];
      }
      const fits = !item.contract || refusal.up.compare(item.contract.remaining) <= 0;
      const [down, up] = [refusal.down && take(item, refusal.down), fits ? take(item, refusal.up) : undefined];
      const text = t('pad.say.pack', { qty: size(item, qty), size: size(item, item.packSize) });
      return [down ? wrong('qty', text, down, up) : wrong('qty', text, up)];
    }
    case 'OVER': {
      const { item, left } = check;
      const fits = roundDownToPack(left, item.packSize);
      return fits.isPositive
        ? [wrong('qty', t('pad.say.over', { left: size(item, left) }), take(item, fits))]
        : [wrong('qty', t('pad.say.overNone'))];
    }
    case 'OK': {
      const { item, qty, priced, sameAsRow } = check;
      const list: GridMessage[] = [];
      if (sameAsRow !== null) {
        list.push({
          tone: 'warning',
          text: t('pad.say.same', { row: sameAsRow + 1 }),
          fix: { label: t('pad.fix.merge', { row: sameAsRow + 1 }), onFix: () => act.merge(row.id, sameAsRow) },
        });
      }
      const next = priced.nextTier;
      // Only a tier within a quarter of what is wanted is worth a line of its own; the price cell names the others.
      if (next && next.missing.timesRatio(4n, 1n).compare(qty) <= 0) {
        list.push({
          tone: 'info',
          text: t('pad.say.nextTier', {
            missing: size(item, next.missing),
            price: format.vnd(next.tier.unitPrice),
            unit: item.unit,
          }),
          fix: take(item, roundUpToPack(next.tier.minQtyBase, item.packSize)),
        });
      }
      const on = row.on || requestedOn;
      if (on && !isInSeason(item.harvestMonths, on)) {
        list.push({ tone: 'warning', text: t('pad.say.offSeason', { months: format.months(item.harvestMonths) }) });
      }
      return list;
    }
  }
}

/** Fields of a whole order: of several orders each stands at its first row. */
const OF_ORDER = ['seller', 'lines', 'sellerOrgId', 'contractId'];

function ofServer(row: PadRow, check: RowCheck, refusal: RowRefusal, speaker: Speaker): GridMessage {
  const { t, format, act } = speaker;
  const unit = 'item' in check ? check.item.unit : '';
  const { suggestion } = refusal;
  if (refusal.field === 'requestedOn') {
    return {
      tone: 'danger',
      columnKey: row.on ? 'on' : 'qty',
      text: 'item' in check && !row.on ? speaker.ofSeller(check.item, refusal.message) : refusal.message,
      ...(suggestion && {
        fix: {
          label: t('pad.fix.day', { date: format.date(suggestion) }),
          onFix: () => act.takeDay(row.on ? row.id : null, suggestion),
        },
      }),
    };
  }
  const ofOrder = OF_ORDER.includes(refusal.field) && 'item' in check;
  return {
    tone: 'danger',
    columnKey: refusal.field === 'qty' ? 'qty' : 'product',
    text: ofOrder ? speaker.ofSeller(check.item, refusal.message) : refusal.message,
    ...(suggestion && {
      fix: {
        label: t('pad.fix.take', { qty: format.quantity(suggestion, unit) }),
        onFix: () => act.takeText(row.id, suggestion),
      },
    }),
  };
}

function ofDelivery(row: PadRow, problem: DeliveryProblem, speaker: Speaker): GridMessage {
  const { t, format } = speaker;
  const wrong = (text: string): GridMessage => ({ tone: 'danger', columnKey: problem.column, text });
  switch (problem.code) {
    case 'PLACE_UNKNOWN':
      return wrong(t('pad.say.place', { text: problem.text }));
    case 'DATE_UNREAD':
      return wrong(t('pad.say.date', { text: problem.text }));
    case 'DATE_PAST':
      return wrong(t('pad.err.datePast', { today: format.date(format.today()) }));
    case 'HOURS_UNREAD':
      return wrong(t('pad.say.hours', { text: problem.text }));
    case 'DAY':
      return ofDay(row.on ? row.id : null, problem.column, problem.refusal, speaker);
  }
}

function ofDay(rowId: string | null, columnKey: string, refusal: DeliveryDayRefusal, { t, format, act }: Speaker): GridMessage {
  const { next } = refusal;
  return {
    tone: 'danger',
    columnKey,
    text: dayText(refusal, t, format),
    ...(next && { fix: { label: t('pad.fix.day', { date: format.date(next) }), onFix: () => act.takeDay(rowId, next) } }),
  };
}
