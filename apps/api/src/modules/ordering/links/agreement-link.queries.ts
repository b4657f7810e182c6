import { linkableLines } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { SpotBook } from '../../agreements/index.js';
import { readOrder } from '../locked-order.js';
import { isLinkable, spotLinesOf } from './agreement-link.service.js';

export interface AgreementOfferLineView {
  readonly lineId: string;
  readonly description: string;
  readonly qty: string;
  readonly unit: string;
  readonly remaining: string | null;
}

export interface AgreementOfferView {
  readonly kind: 'CONTRACT' | 'MOU';
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly validTo: string | null;
  readonly lines: AgreementOfferLineView[];
  /** Lines of the order that would stay spot. */
  readonly others: number;
}

/** What a spot order could count for, offered to its buyer while nothing of it has left. */
@Injectable()
export class AgreementLinkQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly spots: SpotBook,
  ) {}

  offers(actor: Actor, orderId: string): Promise<AgreementOfferView[]> {
    return this.uow.read(actor, async (tx) => {
      const order = await readOrder(tx, idOf(orderId));
      if (!allows(actor, 'order.place', { buyerOrgId: order.buyerOrgId }) || !isLinkable(order)) return [];
      const spot = spotLinesOf(order);
      if (spot.length === 0) return [];
      const candidates = await this.spots.candidates(tx, { ...order, lines: spot });
      return candidates
        .filter(({ kind, id }) => kind === 'MOU' || order.contractId === null || order.contractId === id)
        .map((candidate) => {
          const links = linkableLines(spot, candidate.lines, candidate);
          const { kind, id, number, title, validTo } = candidate;
          return {
            ...{ kind, id, number, title, validTo },
            lines: links.map(({ line, to }) => ({
              lineId: line.id,
              description: line.line.description,
              qty: line.qty.toDecimalString(),
              unit: line.baseUnit,
              remaining: to.remaining?.toDecimalString() ?? null,
            })),
            others: order.lines.length - links.length,
          };
        });
    });
  }
}
