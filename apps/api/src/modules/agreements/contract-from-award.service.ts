import { Injectable } from '@nestjs/common';
import { type LocalDate, quantity, type Refusal, type Result, weeklyDeliveries } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type AgreedGoods, type AgreedRhythm, AwardBook, type ChosenProduct } from '../sourcing/index.js';
import { ContractService } from './contract.service.js';

export interface ContractFromAwardCommand {
  readonly clientKey: string;
  readonly awardLineIds: readonly string[];
  readonly products: readonly ChosenProduct[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly toleranceBp?: number | null;
  readonly paymentTermDays?: number | null;
}

/** What a quote agreed becomes a contract that both sides still sign: goods, quantities and prices are taken over. */
@Injectable()
export class ContractFromAwardService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly awards: AwardBook,
    private readonly contracts: ContractService,
  ) {}

  propose(actor: Actor, input: ContractFromAwardCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'contractFromAward', clientKey: input.clientKey, input }, async (tx) => {
      const { awardLineIds, products, validFrom, validTo, toleranceBp, paymentTermDays } = input;
      const agreed = await this.awards.goods(tx, { awardLineIds, products, orgId: actor.orgId, as: 'EITHER' });
      if (!agreed.ok) return agreed;
      const [first] = agreed.value;
      const rhythms = await this.awards.rhythms(tx, agreed.value);
      const proposed = await this.contracts.proposeIn(tx, actor, {
        clientKey: input.clientKey,
        sellerOrgId: first!.sellerOrgId,
        buyerOrgId: first!.buyerOrgId,
        validFrom,
        validTo,
        ...(toleranceBp != null && { toleranceBp }),
        ...(paymentTermDays != null && { paymentTermDays }),
        priceClause: 'FIXED',
        priceClauseNote: termsOf(agreed.value, rhythms),
        lines: agreed.value.map((line) => ({
          productId: line.productId,
          packId: line.packId,
          minQty: '0',
          targetQty: line.qty,
          maxQty: line.qty,
          unitPrice: line.agreedPrice,
          schedule: scheduleOf(line, rhythms.get(line.id)!, validFrom, validTo),
        })),
      });
      if (proposed.ok) await this.awards.use(tx, agreed.value, 'CONTRACT', proposed.value);
      return proposed;
    });
  }
}

const PLACES: Readonly<Record<string, string>> = {
  EXW: 'giao tại vườn hoặc xưởng bên bán',
  DC: 'giao tại kho tổng bên mua',
  STORE: 'giao tại cửa hàng bên mua',
};
const NOTE_MAX = 1000;

/** The requests and the places that the prices were agreed for, in the contract's own words. */
function termsOf(goods: readonly AgreedGoods[], rhythms: ReadonlyMap<string, AgreedRhythm>): string {
  const requests = [...new Set(goods.map(({ rfqNumber }) => rfqNumber))].join(', ');
  const places = [
    ...new Set(
      goods.map(({ id }) => {
        const { basis, deliveryPlace } = rhythms.get(id)!;
        return [PLACES[basis], basis === 'EXW' ? null : deliveryPlace].filter(Boolean).join(': ');
      }),
    ),
  ].join('; ');
  return `Theo báo giá được chọn của yêu cầu ${requests}; ${places}`.slice(0, NOTE_MAX);
}

/** By the week, in season and in the period asked for as far as the contract reaches; without a week in season the quantity stands alone. */
function scheduleOf(line: AgreedGoods, rhythm: AgreedRhythm, validFrom: LocalDate, validTo: LocalDate) {
  const later = (a: LocalDate, b: LocalDate | null) => (b !== null && b > a ? b : a);
  const earlier = (a: LocalDate, b: LocalDate | null) => (b !== null && b < a ? b : a);
  const [from, to] = [later(validFrom, rhythm.periodFrom), earlier(validTo, rhythm.periodTo)];
  const [start, end] = from <= to ? [from, to] : [validFrom, validTo];
  const { perWeek, season } = rhythm;
  return weeklyDeliveries(
    {
      total: quantity(line.qty),
      packSize: quantity(line.packSizeBase),
      perWeek: perWeek === null ? null : quantity(perWeek),
      season,
    },
    start,
    end,
  ).map(({ from: first, to: last, qty }) => ({ from: first, to: last, qty: qty.toDecimalString() }));
}
