import { Injectable } from '@nestjs/common';
import { accept, type Refusal, refuse, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { MouService } from '../agreements/index.js';

export interface SlipDraft {
  readonly clientKey: string;
  readonly id: string;
}

export type SlipDraftRefusal = { readonly code: 'SLIP_WITHOUT_SELLER' } | { readonly code: 'SLIP_DRAFTED' };

interface Slip {
  readonly id: string;
  readonly eventCode: string;
  readonly sellerOrgId: string | null;
  readonly buyerOrgId: string;
  readonly goods: string;
  readonly qty: string | null;
  readonly unit: string | null;
  readonly mouId: string | null;
}

/** A slip of the day becomes the draft of a memorandum: parties, goods and quantity as they were left, unknown stays empty. */
@Injectable()
export class SlipDraftService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mous: MouService,
  ) {}

  async draft(actor: Actor, input: SlipDraft): Promise<Result<string, Refusal>> {
    const slip = await this.uow.read(actor, (tx) =>
      tx.one<Slip>(
        `select i.id, e.code as "eventCode", i.seller_org_id as "sellerOrgId", i.buyer_org_id as "buyerOrgId", i.goods, i.qty, i.unit, i.mou_id as "mouId"
         from interest_slip i join event e on e.id = i.event_id where i.id = $1`,
        [idOf(input.id)],
      ),
    );
    assertMay(actor, 'slip.answer', { ownerOrgId: slip.sellerOrgId });
    if (!slip.sellerOrgId) return refuse<SlipDraftRefusal>({ code: 'SLIP_WITHOUT_SELLER' });
    if (slip.mouId) return refuse<SlipDraftRefusal>({ code: 'SLIP_DRAFTED' });
    // The key is the slip's: pressed twice, or cut off in between, there is one draft.
    const made = await this.mous.create(actor, {
      clientKey: `slip-${slip.id}`,
      eventCode: slip.eventCode,
      title: `Hợp tác tiêu thụ ${slip.goods}`.slice(0, 200),
      pricePrinciple: 'PER_ORDER',
      parties: [
        { orgId: slip.sellerOrgId, role: 'SELLER', mustSign: true },
        { orgId: slip.buyerOrgId, role: 'BUYER', mustSign: true },
      ],
      lines: [{ description: slip.goods, baseUnit: slip.unit ?? 'kg', targetQty: slip.qty, seasonMonths: [] }],
    });
    if (!made.ok) return made;
    return this.uow.mutate(actor, { operation: 'slipDraft', clientKey: input.clientKey, input }, async (tx) => {
      const linked = await tx.change('update interest_slip set mou_id = $2 where id = $1 and mou_id is null returning id', [
        slip.id,
        made.value,
      ]);
      if (linked.length) await tx.audit('slip.draft', 'interest_slip', slip.id, { mouId: made.value });
      return accept(made.value);
    });
  }
}
