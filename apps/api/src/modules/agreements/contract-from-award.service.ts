import { Injectable } from '@nestjs/common';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AwardBook, type ChosenProduct } from '../sourcing/index.js';
import { ContractService } from './contract.service.js';

export interface ContractFromAwardCommand {
  readonly clientKey: string;
  readonly awardLineIds: readonly string[];
  readonly products: readonly ChosenProduct[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly toleranceBp: number;
  readonly paymentTermDays: number;
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
      const proposed = await this.contracts.proposeIn(tx, actor, {
        clientKey: input.clientKey,
        sellerOrgId: first!.sellerOrgId,
        buyerOrgId: first!.buyerOrgId,
        validFrom,
        validTo,
        toleranceBp,
        paymentTermDays,
        priceClause: 'FIXED',
        priceClauseNote: `Theo báo giá được chọn của yêu cầu ${first!.rfqNumber}`,
        lines: agreed.value.map((line) => ({
          productId: line.productId,
          packId: line.packId,
          minQty: '0',
          targetQty: line.qty,
          maxQty: line.qty,
          unitPrice: line.agreedPrice,
          schedule: [],
        })),
      });
      if (proposed.ok) await this.awards.use(tx, agreed.value, 'CONTRACT', proposed.value);
      return proposed;
    });
  }
}
