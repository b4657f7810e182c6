import type { Client } from './client.js';
import type { GivenProduct, Org, Person } from './given.js';
import type { TestApi } from './start-api.js';
import { done } from './trade.js';

export interface GivenLine {
  /** Null: the memorandum names no quantity. */
  readonly target: string | null;
  readonly referencePrice?: number | null;
  readonly seasonMonths?: number[];
  readonly max?: string;
}

/** A signed memorandum, and its contract unless there is to be none. */
export interface GivenAgreement {
  readonly seller: Org;
  readonly buyer: Org;
  readonly director: Person;
  readonly manager: Person;
  readonly sells: Client;
  readonly buys: Client;
  readonly products: readonly GivenProduct[];
  readonly mouId: string;
  readonly mouLineIds: readonly string[];
  readonly contractId: string | null;
  readonly contractLineIds: readonly string[];
}

export interface AgreementOptions {
  readonly title?: string;
  readonly lines?: readonly GivenLine[];
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly toleranceBp?: number;
  readonly eventCode?: string;
  readonly contract?: boolean;
  readonly signed?: boolean;
}

type Made = { id: string; version: number; lines: { id: string }[] };

/** Two parties, signed by both in the app; contract lines follow the memorandum's, 40.000 đ a kilogram. */
export async function anAgreement(api: TestApi, options: AgreementOptions = {}): Promise<GivenAgreement> {
  const { title = 'Biên bản tiêu thụ', lines = [{ target: '1000' }], validFrom = '2024-01-01', validTo = '2030-12-31' } = options;
  const seller = await api.given.cooperative({ name: `HTX ${title}` });
  const buyer = await api.given.retailer({ name: `Siêu thị ${title}` });
  const director = await api.given.member(seller, 'SELLER_DIRECTOR');
  const manager = await api.given.member(buyer, 'BUYER_MANAGER', 'BUYER', 'BUYER_RECEIVER');
  const [sells, buys] = [await api.as(director), await api.as(manager)];
  const products: GivenProduct[] = [];
  for (const line of lines)
    products.push(await api.given.product(seller, line.seasonMonths ? { harvestMonths: line.seasonMonths } : {}));

  const mou = await done<Made>(
    sells,
    'mouCreate',
    'MouCreateInput',
    {
      title,
      pricePrinciple: 'FIXED',
      validFrom,
      validTo,
      ...(options.eventCode ? { eventCode: options.eventCode } : {}),
      parties: [
        { orgId: seller.id, role: 'SELLER', mustSign: true },
        { orgId: buyer.id, role: 'BUYER', mustSign: true },
      ],
      lines: lines.map((line, i) => ({
        productId: products[i]!.id,
        description: `Hàng ${i + 1}`,
        baseUnit: 'kg',
        targetQty: line.target,
        seasonMonths: line.seasonMonths ?? [],
        referencePrice: line.referencePrice === undefined ? 40_000 : line.referencePrice,
      })),
    },
    '... on Mou { id version lines { id } }',
  );
  const made = {
    seller,
    buyer,
    director,
    manager,
    sells,
    buys,
    products,
    mouId: mou.id,
    mouLineIds: mou.lines.map(({ id }) => id),
  };
  if (options.signed === false) return { ...made, contractId: null, contractLineIds: [] };
  let { version } = mou;
  for (const [client, action] of [
    [sells, 'mouCirculate'],
    [sells, 'mouSign'],
    [buys, 'mouSign'],
  ] as const) {
    ({ version } = await done<Made>(client, action, 'MouActionInput', { id: mou.id, version }, '... on Mou { id version }'));
  }
  if (options.contract === false) return { ...made, contractId: null, contractLineIds: [] };
  const contract = await done<Made>(
    buys,
    'contractPropose',
    'ContractProposeInput',
    {
      mouId: mou.id,
      sellerOrgId: seller.id,
      buyerOrgId: buyer.id,
      validFrom: validFrom ?? '2024-01-01',
      validTo: validTo ?? '2030-12-31',
      priceClause: 'FIXED',
      toleranceBp: options.toleranceBp ?? 0,
      paymentTermDays: 15,
      lines: lines.map((line, i) => ({
        mouLineId: mou.lines[i]!.id,
        productId: products[i]!.id,
        packId: products[i]!.packId,
        minQty: '0',
        targetQty: line.target ?? line.max ?? '1000',
        maxQty: line.max ?? line.target ?? '1000',
        unitPrice: 40_000,
        schedule: [],
      })),
    },
    '... on Contract { id version lines { id } }',
  );
  let contractVersion = contract.version;
  for (const client of [sells, buys]) {
    ({ version: contractVersion } = await done<Made>(
      client,
      'contractSign',
      'ContractActionInput',
      { id: contract.id, version: contractVersion },
      '... on Contract { id version }',
    ));
  }
  return { ...made, contractId: contract.id, contractLineIds: contract.lines.map(({ id }) => id) };
}
