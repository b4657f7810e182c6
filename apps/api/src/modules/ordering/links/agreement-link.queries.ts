import { linkableLines, quantity } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

import { readOrder } from '../locked-order.js';
import { LINES_MAX } from '../order-sides.js';
import { isLinkable, spotLinesOf } from './agreement-linker.js';
import { ContractBook, SpotBook } from '../../agreements/index.js';

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

export interface PadOfferLineCommand {
  readonly row: number;
  readonly productId: string;
  readonly qty: string;
  readonly on: string;
}

export interface PadOfferView {
  readonly kind: 'CONTRACT' | 'MOU';
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly validTo: string | null;
  readonly lines: {
    readonly row: number;
    readonly agreementLineId: string;
    readonly remaining: string | null;
    readonly unitPrice: bigint | null;
  }[];
}

/** What a spot order could count for, offered to its buyer while nothing of it has left. */
@Injectable()
export class AgreementLinkQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly spots: SpotBook,
    private readonly contracts: ContractBook,
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
            others: spot.length - links.length,
          };
        });
    });
  }

  /** The same while a sheet is filled in, before anything is ordered; a contract's lines with the price agreed. */
  forSheet(actor: Actor, sellerOrgId: string, lines: readonly PadOfferLineCommand[]): Promise<PadOfferView[]> {
    if (!allows(actor, 'order.place', { buyerOrgId: actor.orgId }) || lines.length > LINES_MAX) return Promise.resolve([]);
    return this.uow.read(actor, async (tx) => {
      const ids = lines.map(({ productId }) => idOf(productId));
      const products = await tx.query<{ id: string; unit: string }>(
        'select id, base_unit as unit from product where id = any($1)',
        [ids],
      );
      const units = new Map(products.map(({ id, unit }) => [id, unit]));
      const spot = lines.map(({ row, qty, on }, index) => ({
        ...{ id: NOWHERE, row, on, productId: ids[index]!, baseUnit: units.get(ids[index]!) ?? '', qty: quantity(qty) },
      }));
      const candidates = await this.spots.candidates(tx, {
        sellerOrgId: idOf(sellerOrgId),
        buyerOrgId: actor.orgId,
        lines: spot,
      });
      const offers: PadOfferView[] = [];
      for (const candidate of candidates) {
        const { kind, id, number, title, validTo } = candidate;
        const agreed = kind === 'CONTRACT' ? (await this.contracts.forOrder(tx, id)).lines : [];
        offers.push({
          ...{ kind, id, number, title, validTo },
          lines: linkableLines(spot, candidate.lines, candidate).map(({ line, to }) => ({
            row: line.row,
            agreementLineId: to.id,
            remaining: to.remaining?.toDecimalString() ?? null,
            unitPrice: agreed.find((one) => one.id === to.id)?.unitPrice ?? null,
          })),
        });
      }
      return offers;
    });
  }
}

/** A row of a sheet is no line of an order yet. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';
