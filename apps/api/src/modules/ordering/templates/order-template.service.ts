import { accept, foldVietnamese, refuse, type Refusal, type Result } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BadInputError } from '../../../platform/errors.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tooLong, trimmed } from '../text-field.js';
import { OrderTemplate } from './order-template.entity.js';
import type { TemplateRefusal } from './order-template.messages.js';
import type { OrderTemplateRemoveCommand, OrderTemplateSaveCommand } from './order-template.view.js';
import { type Sheet, SheetDesk } from './sheet.js';

export const TEMPLATE_NAME_MAX = 80;
export const TEMPLATES_MAX = 300;

/** Sheets of the order pad that a buyer keeps under a name: everybody who orders for the organization uses and changes them. */
@Injectable()
export class OrderTemplateService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: SheetDesk,
  ) {}

  /** A new template, or with `id` the one that exists: its name and, where lines are given, its whole sheet. */
  save(actor: Actor, input: OrderTemplateSaveCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderTemplateSave', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'order.place', { buyerOrgId: actor.orgId });
      // Names are compared with those that stand: one at a time for each buyer.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('order-template:' || $1, 0))`, [actor.orgId]);
      const held = input.id ? await lockTemplate(tx, actor, input.id) : null;
      if (held && held.version !== input.version) return versionConflict(held.version);
      const named = await this.nameOf(tx, actor, input.name, held?.id ?? null);
      if (!named.ok) return named;
      if (!input.lines && !held) throw new BadInputError('Mẫu mới cần có dòng hàng.', 'lines');
      const sheet = input.lines ? await this.desk.take(tx, actor, { ...input, lines: input.lines }) : accept(null);
      if (!sheet.ok) return sheet;
      return accept(await this.write(tx, actor, held, named.value, sheet.value));
    });
  }

  /** What was ordered by it stays; so do standing orders, which have a copy. */
  remove(actor: Actor, input: OrderTemplateRemoveCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderTemplateRemove', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'order.place', { buyerOrgId: actor.orgId });
      const { id, name } = await lockTemplate(tx, actor, input.id);
      await tx.query('delete from order_template where id = $1', [id]);
      await tx.audit('order-template.remove', 'order-template', id, { name });
      return accept(id);
    });
  }

  private async nameOf(
    tx: Tx,
    actor: Actor,
    text: string,
    ownId: string | null,
  ): Promise<Result<{ name: string; nameKey: string }, TemplateRefusal>> {
    const name = trimmed(text);
    if (!name) return refuse({ code: 'TEMPLATE_NAME_MISSING' });
    if (tooLong(name, TEMPLATE_NAME_MAX)) return refuse({ code: 'TEMPLATE_NAME_TOO_LONG', max: TEMPLATE_NAME_MAX });
    const nameKey = foldVietnamese(name);
    const { taken, count } = await tx.one<{ taken: boolean; count: number }>(
      `select coalesce(bool_or(name_key = $2 and id is distinct from $3), false) as taken, count(*)::int as count
       from order_template where buyer_org_id = $1`,
      [actor.orgId, nameKey, ownId],
    );
    if (taken) return refuse({ code: 'TEMPLATE_NAME_TAKEN' });
    if (!ownId && count >= TEMPLATES_MAX) return refuse({ code: 'TEMPLATES_TOO_MANY', max: TEMPLATES_MAX });
    return accept({ name, nameKey });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    held: HeldTemplate | null,
    named: { name: string; nameKey: string },
    sheet: Sheet | null,
  ): Promise<string> {
    const said = { ...named, ...(sheet && { ...sheet, lines: [...sheet.lines] }), savedBy: actor.userId, savedAt: tx.now };
    const id = held?.id ?? newId();
    if (held) await tx.updateVersioned(OrderTemplate, id, held.version, said);
    else {
      const { isDemo } = await tx.one<{ isDemo: boolean }>('select is_demo as "isDemo" from organization where id = $1', [
        actor.orgId,
      ]);
      await tx.insert(OrderTemplate, { ...said, id, buyerOrgId: actor.orgId, isDemo });
    }
    await tx.audit(held ? 'order-template.change' : 'order-template.save', 'order-template', id, {
      name: named.name,
      ...(sheet && { lines: sheet.lines.length }),
    });
    return id;
  }
}

interface HeldTemplate {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

const lockTemplate = (tx: Tx, actor: Actor, id: string): Promise<HeldTemplate> =>
  tx.one<HeldTemplate>('select id, name, version from order_template where id = $1 and buyer_org_id = $2 for update', [
    idOf(id),
    actor.orgId,
  ]);
