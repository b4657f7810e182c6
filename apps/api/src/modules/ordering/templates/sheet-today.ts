import { matchSheetLine, priceOrderLine, Quantity, quantity, type SheetGoods, type SheetStanding } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { callOffOpen, ContractBook } from '../../agreements/index.js';
import { chooseVariant, type Variant, VariantBook } from '../../catalog/index.js';
import type { OpenContract } from '../priced-lines.js';
import type { Sheet, SheetLine } from './sheet.js';

export interface LineToday {
  readonly standing: SheetStanding;
  readonly unitPrice: bigint | null;
  readonly amount: bigint | null;
}

type Offer = SheetGoods & { readonly price: Omit<Parameters<typeof priceOrderLine>[0], 'qtyBase'> };

/** What a kept sheet would come to today: which goods are still there, and at which price. */
@Injectable()
export class SheetToday {
  constructor(
    private readonly variants: VariantBook,
    private readonly contracts: ContractBook,
  ) {}

  async of(tx: Tx, actor: Actor, { contractId, lines }: Pick<Sheet, 'contractId' | 'lines'>): Promise<LineToday[]> {
    const contract = contractId ? await this.contracts.toShow(tx, contractId) : null;
    const ids = [...new Set(lines.map(({ productId }) => productId))];
    const variants = await this.variants.ofProducts(tx, ids, { buyerOrgId: actor.orgId });
    return lines.map((line) => {
      const match = matchSheetLine(line, offersOf(line, variants.get(line.productId) ?? [], contract));
      if (match.standing === 'GONE') return { standing: match.standing, unitPrice: null, amount: null };
      const priced = priceOrderLine({ qtyBase: quantity(line.qty), ...match.offer.price });
      return {
        standing: match.standing,
        unitPrice: priced.ok ? priced.value.unitPrice : null,
        amount: priced.ok ? priced.value.amount : null,
      };
    });
  }
}

function offersOf(line: SheetLine, variants: readonly Variant[], contract: OpenContract | null): Offer[] {
  if (contract && line.contractLineId) {
    const agreed = callOffOpen(contract.contract).ok ? contract.lines.find(({ id }) => id === line.contractLineId) : undefined;
    if (!agreed) return [];
    const variant = chooseVariant(variants, line.gradeId, line.packId);
    const isAgreedPack = line.packId === null || line.packId === agreed.packId;
    const packSizeBase = isAgreedPack || !variant ? agreed.packSizeBase : quantity(variant.pack.sizeBase);
    const price = { packSizeBase, moqBase: null, contractUnitPrice: agreed.unitPrice, tiers: [] };
    // Another pack that is no longer made leaves the agreed one.
    const packId = isAgreedPack || !variant ? agreed.packId : line.packId;
    return [{ productId: agreed.productId, gradeId: line.gradeId, packId, contractLineId: agreed.id, price }];
  }
  return variants
    .filter(({ orgId, status }) => orgId === line.sellerOrgId && status === 'PUBLISHED')
    .map(({ productId, grade, pack, tiers }): Offer => {
      const packSizeBase = quantity(pack.sizeBase);
      return {
        ...{ productId, gradeId: grade?.id ?? null, packId: pack.id, contractLineId: null },
        price: {
          packSizeBase,
          moqBase: Quantity.fromThousandths(packSizeBase.thousandths * BigInt(pack.moqPacks)),
          contractUnitPrice: null,
          tiers: tiers.map((tier) => ({ minQtyBase: quantity(tier.minQty), unitPrice: tier.unitPrice })),
        },
      };
    });
}
