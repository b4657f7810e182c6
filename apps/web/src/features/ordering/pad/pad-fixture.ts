import type { OrderPadAnswer } from './pad-items';

type Item = OrderPadAnswer['items'][number];

const item = (id: string, nameVi: string, more: Partial<Item> = {}): Item => ({
  __typename: 'OrderPadItem',
  product: { __typename: 'ProductRef', id, slug: id, nameVi, baseUnit: 'kg' },
  packName: 'thùng',
  packSize: '5',
  moqPacks: 4,
  harvestMonths: [],
  priceTiers: [
    { __typename: 'PriceTier', minQty: '500', unitPrice: 40_000 },
    { __typename: 'PriceTier', minQty: '0', unitPrice: 42_000 },
  ],
  contractLine: null,
  ...more,
});

/** A seller with two products by price list: cases of 5 kg, at least 20 kg, cheaper from 500 kg. */
export const spotPad: OrderPadAnswer = {
  __typename: 'OrderPad',
  seller: { __typename: 'OrganizationRef', id: 'seller', name: 'HTX Na Chi Lăng', shortName: 'HTX Na', isDemo: false },
  contract: null,
  items: [item('na', 'Na Chi Lăng loại 1'), item('hoi', 'Hoa hồi khô', { harvestMonths: [7, 8, 9] })],
  locations: [{ __typename: 'Location', id: 'dc', name: 'DC Gia Lâm', address: 'Hà Nội' }],
};

/** The same products under a contract that still allows 100 kg of the first. */
export const contractPad: OrderPadAnswer = {
  ...spotPad,
  contract: { __typename: 'ContractRef', id: 'contract', number: 'HD-2026-000001' },
  items: spotPad.items.map((spot, index) => ({
    ...spot,
    contractLine: {
      __typename: 'OrderPadContractLine',
      id: `line-${index}`,
      contractId: 'contract',
      contractNumber: 'HD-2026-000001',
      unitPrice: 38_500,
      remaining: '100',
    },
  })),
};
