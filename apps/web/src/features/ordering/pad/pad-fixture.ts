import type { OrderPadAnswer } from './pad-items';

type Item = OrderPadAnswer['items'][number];

const variant = (packId: string, more: Partial<Item['variants'][number]> = {}): Item['variants'][number] => ({
  __typename: 'OrderPadVariant',
  gradeId: null,
  gradeCode: null,
  gradeName: null,
  packId,
  packName: 'thùng',
  packLevel: 'CASE',
  gtin: null,
  packSize: '5',
  moqPacks: 4,
  catchWeight: false,
  weightToleranceBp: null,
  priceTiers: [
    { __typename: 'PriceTier', minQty: '500', unitPrice: 40_000 },
    { __typename: 'PriceTier', minQty: '0', unitPrice: 42_000 },
  ],
  ...more,
});

const item = (id: string, nameVi: string, more: Partial<Item> = {}): Item => ({
  __typename: 'OrderPadItem',
  product: { __typename: 'ProductRef', id, slug: id, nameVi, baseUnit: 'kg' },
  harvestMonths: [],
  variants: [variant(`${id}-case`)],
  contractLine: null,
  ...more,
});

/** A seller with two products by price list: cases of 5 kg, at least 20 kg, cheaper from 500 kg. */
export const spotPad: OrderPadAnswer = {
  __typename: 'OrderPad',
  seller: { __typename: 'OrganizationRef', id: 'seller', name: 'HTX Na Chi Lăng', shortName: 'HTX Na', isDemo: false },
  contract: null,
  items: [item('na', 'Na Chi Lăng loại 1'), item('hoi', 'Hoa hồi khô', { harvestMonths: [7, 8, 9] })],
  locations: [{ __typename: 'Location', id: 'dc', code: 'GL01', name: 'DC Gia Lâm', address: 'Hà Nội' }],
  routes: [],
  holidays: [],
  closures: [],
};

/** A second seller of the same fruit. */
export const neighbourPad: OrderPadAnswer = {
  ...spotPad,
  seller: { __typename: 'OrganizationRef', id: 'neighbour', name: 'HTX Mai Sao', shortName: 'HTX Mai Sao', isDemo: false },
  items: [item('na-mai-sao', 'Na Chi Lăng loại 1')],
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

/** Two grades in a case and a pallet, the case weighed; three stores, and days off from the fifth of March 2030. */
export const gradedPad: OrderPadAnswer = {
  ...spotPad,
  items: [
    item('na', 'Na Chi Lăng', {
      variants: [
        variant('case', { gradeId: 'g1', gradeCode: 'L1', gradeName: 'Loại 1', catchWeight: true, weightToleranceBp: 200 }),
        variant('case', {
          gradeId: 'g2',
          gradeCode: 'L2',
          gradeName: 'Loại 2',
          priceTiers: [{ __typename: 'PriceTier', minQty: '0', unitPrice: 30_000 }],
        }),
        variant('pallet', {
          gradeId: 'g1',
          gradeCode: 'L1',
          gradeName: 'Loại 1',
          packName: 'Pallet',
          packSize: '400',
          moqPacks: 1,
          gtin: '18931234500014',
        }),
      ],
    }),
  ],
  locations: [
    { __typename: 'Location', id: 's1', code: 'CH01', name: 'Cửa hàng Long Biên', address: 'Hà Nội' },
    { __typename: 'Location', id: 's2', code: 'CH02', name: 'Cửa hàng Hà Đông', address: 'Hà Nội' },
    { __typename: 'Location', id: 's3', code: null, name: 'Kho Gia Lâm', address: 'Hà Nội' },
  ],
  closures: [{ __typename: 'HolidayClosure', firstDay: '2030-03-05', lastDay: '2030-03-07', message: 'Nghỉ kiểm kê' }],
};
