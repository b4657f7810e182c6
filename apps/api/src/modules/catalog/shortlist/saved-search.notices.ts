import { declareNotice } from '../../../platform/notices/index.js';

/** The names of a few, and how many there are. */
const named = (products: readonly string[], count: number, more: (rest: number) => string): string =>
  products.slice(0, 3).join(', ') + (count > 3 ? more(count - 3) : '');

export const newInSavedSearch = declareNotice<{
  readonly searchId: string;
  readonly name: string;
  readonly count: number;
  readonly products: readonly string[];
  readonly address: string;
}>({
  kind: 'saved-search.new-products',
  group: 'WATCHES',
  to: ['BUYER', 'BUYER_MANAGER', 'SELLER_STAFF', 'SELLER_DIRECTOR', 'ALLIANCE_OFFICER', 'ALLIANCE_LEADER', 'PROMOTER'],
  vi: ({ name, count, products }) =>
    `“${name}” có ${count} sản phẩm mới: ${named(products, count, (rest) => ` và ${rest} sản phẩm khác`)}.`,
  en: ({ name, count, products }) =>
    `“${name}” has ${count} new products: ${named(products, count, (rest) => ` and ${rest} more`)}.`,
  link: ({ searchId, address }) => `/catalog?${address}${address ? '&' : ''}saved=${searchId}`,
});
