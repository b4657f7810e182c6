import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { RowsRefusal } from '../../../platform/graphql/refusal.js';
import { type Sheet, type SheetCommand, SheetDesk } from '../templates/sheet.js';
import { SheetToday } from '../templates/sheet-today.js';
import type { StandingRefusal } from './standing-order.messages.js';
import type { StandingOrderChangeCommand, StandingOrderCreateCommand } from './standing-order.view.js';

type StandingSheet = Sheet & { readonly isDemo: boolean };

interface OrderedLine {
  readonly contractId: string | null;
  readonly note: string | null;
  readonly isDemo: boolean;
  readonly productId: string;
  readonly contractLineId: string | null;
  readonly gradeId: string | null;
  readonly packId: string | null;
  readonly description: string;
  readonly qty: string;
  readonly locationId: string;
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  readonly costCenter: string | null;
}

/** What a standing order is made from: a template, or an order of the past. Either is copied. */
@Injectable()
export class StandingSource {
  constructor(
    private readonly desk: SheetDesk,
    private readonly today: SheetToday,
  ) {}

  /** Refuses with the names of goods that are not to be had as they stand there. */
  sheet(
    tx: Tx,
    actor: Actor,
    { templateId, orderId }: Pick<StandingOrderCreateCommand, 'templateId' | 'orderId'>,
  ): Promise<Result<StandingSheet, Refusal>> {
    if (templateId) return this.ofTemplate(tx, actor, idOf(templateId));
    if (orderId) return this.ofOrder(tx, actor, idOf(orderId));
    return Promise.resolve(refuse<StandingRefusal>({ code: 'STANDING_SOURCE_MISSING' }));
  }

  /** For a change: another template, or the lines of a rule with other quantities; a line without one is left out. */
  async changed(
    tx: Tx,
    actor: Actor,
    base: Sheet,
    { templateId, lines }: Pick<StandingOrderChangeCommand, 'templateId' | 'lines'>,
  ): Promise<Result<Sheet, Refusal>> {
    if (templateId) return this.ofTemplate(tx, actor, idOf(templateId));
    const asked = new Map(lines?.map(({ position, qty }) => [position, qty]));
    const kept = base.lines.flatMap((line, position) => {
      const qty = lines ? asked.get(position) : line.qty;
      return qty === undefined ? [] : [{ ...line, qty }];
    });
    const { contractId, deliveryLocationId, note } = base;
    const sheet = await this.desk.take(tx, actor, { contractId, deliveryLocationId, note, lines: kept });
    if (sheet.ok || sheet.refusal.code !== 'ROWS_REFUSED') return sheet;
    const { rows } = sheet.refusal as RowsRefusal;
    const wrong = rows.find(({ refusal }) => refusal.code === 'QUANTITY_NOT_POSITIVE');
    if (wrong) return refuse(wrong.refusal);
    return refuse<StandingRefusal>({ code: 'STANDING_LINES_GONE', names: namesOf(rows.map(({ row }) => kept[row]!)) });
  }

  private async ofTemplate(tx: Tx, actor: Actor, id: string): Promise<Result<StandingSheet, Refusal>> {
    const sheet = await tx.one<StandingSheet>(
      `select contract_id as "contractId", delivery_location_id as "deliveryLocationId", note, sellers, lines, is_demo as "isDemo"
       from order_template where id = $1 and buyer_org_id = $2 for share`,
      [id, actor.orgId],
    );
    const today = await this.today.of(tx, actor, sheet);
    const gone = sheet.lines.filter((_, index) => today[index]!.standing !== 'SAME');
    return gone.length > 0 ? goodsGone(gone) : accept(sheet);
  }

  private async ofOrder(tx: Tx, actor: Actor, id: string): Promise<Result<StandingSheet, Refusal>> {
    await tx.one('select 1 from purchase_order where id = $1 and buyer_org_id = $2', [id, actor.orgId]);
    const ordered = await tx.query<OrderedLine>(
      `select o.contract_id as "contractId", o.note, o.is_demo as "isDemo", l.product_id as "productId", l.contract_line_id as "contractLineId",
         l.grade_id as "gradeId", l.pack_id as "packId", l.description, l.ordered_qty as qty, l.location_id as "locationId",
         l.window_from as "windowFrom", l.window_to as "windowTo", l.cost_center as "costCenter"
       from order_line l join purchase_order o on o.id = l.order_id where l.order_id = $1 order by l.line_no`,
      [id],
    );
    const [first] = ordered as [OrderedLine];
    // One place for all belongs to the sheet.
    const ofMany = ordered.some(({ locationId }) => locationId !== first.locationId);
    const command: SheetCommand = {
      contractId: first.contractId,
      deliveryLocationId: ofMany ? null : first.locationId,
      note: first.note,
      lines: ordered.map(({ locationId, ...line }) => ({ ...line, deliveryLocationId: ofMany ? locationId : null })),
    };
    const sheet = await this.desk.take(tx, actor, command);
    if (sheet.ok) return accept({ ...sheet.value, isDemo: first.isDemo });
    if (sheet.refusal.code !== 'ROWS_REFUSED') return sheet;
    return goodsGone((sheet.refusal as RowsRefusal).rows.map(({ row }) => ordered[row]!));
  }
}

const goodsGone = (lines: readonly { description: string }[]) =>
  refuse<StandingRefusal>({
    code: 'STANDING_GOODS_GONE',
    names: namesOf(lines),
  });

const namesOf = (lines: readonly { description: string }[]): string =>
  [...new Set(lines.map(({ description }) => description))].join(', ');
