import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';
import type { GivenProduct, Org } from './given.js';
import type { TestApi } from './start-api.js';
import { done } from './trade.js';

const DAY_MS = 86_400_000;

export interface Asked {
  readonly org: Org;
  readonly client: Client;
  readonly product: GivenProduct;
}

/** A sent request for 1000 kg of one product in words, and those who were asked. */
export interface Request {
  readonly buyer: Org;
  readonly buys: Client;
  readonly sellers: readonly Asked[];
  readonly id: string;
  readonly lineId: string;
  readonly locationId: string;
}

interface SentRfq {
  readonly id: string;
  readonly version: number;
  readonly lines: { readonly id: string }[];
}

export interface SentQuote {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly revision: number;
  readonly awaitsDirector: boolean;
  readonly revisions: { readonly n: number; readonly lines: { readonly id: string; readonly unitPrice: number }[] }[];
}

const QUOTE = '... on Quote { id version status revision awaitsDirector revisions { n lines { id unitPrice } } }';

export async function aRequest(
  api: TestApi,
  options: { sellers?: number; title?: string; buyer?: Org; askedQty?: string } = {},
): Promise<Request> {
  const { sellers: count = 2, title = 'Hỏi giá na', askedQty = '1000' } = options;
  const buyer = options.buyer ?? (await api.given.retailer({ name: `Siêu thị ${title} ${randomUUID().slice(0, 4)}` }));
  const buys = await api.as(await api.given.member(buyer, 'BUYER', 'BUYER_MANAGER'));
  const locationId = await api.given.location(buyer);
  const sellers: Asked[] = [];
  for (let n = 0; n < count; n += 1) {
    const org = await api.given.cooperative({ name: `HTX ${title} ${n}` });
    const client = await api.as(await api.given.member(org, 'SELLER_DIRECTOR'));
    sellers.push({ org, client, product: await api.given.product(org, { nameVi: `Na ${title} ${n}` }) });
  }
  const rfq = await done<SentRfq>(
    buys,
    'rfqSave',
    'RfqSaveInput',
    {
      title,
      basis: 'DC',
      deliveryLocationId: locationId,
      deadlineAt: new Date(Date.now() + 3 * DAY_MS).toISOString(),
      lines: [{ description: `Na dai ${title}`, baseUnit: 'kg', per: 'TOTAL', perQty: askedQty, times: 1 }],
      inviteeIds: sellers.map(({ org }) => org.id),
      fileIds: [],
    },
    '... on Rfq { id version lines { id } }',
  );
  await done(buys, 'rfqSend', 'RfqActionInput', { id: rfq.id, version: rfq.version }, '... on Rfq { id }');
  return { buyer, buys, sellers, id: rfq.id, lineId: rfq.lines[0]!.id, locationId };
}

/** The form of a quote for the request's one line. */
export const quoteForm = (request: Request, seller: Asked, patch: Record<string, unknown> = {}) => ({
  rfqId: request.id,
  basis: 'DC',
  validUntil: new Date(Date.now() + 10 * DAY_MS).toISOString().slice(0, 10),
  lines: [
    {
      rfqLineId: request.lineId,
      productId: seller.product.id,
      price: 40_000,
      pricedPer: 'UNIT',
      offeredQty: '600',
      leadDays: 3,
      alternative: false,
      ...patch,
    },
  ],
});

/** Sends the seller's quote: 600 kg at 40.000 đ at the distribution centre unless the patch says otherwise. */
export const aQuote = (
  request: Request,
  seller: Asked,
  patch: Record<string, unknown> = {},
  version?: number,
): Promise<SentQuote> =>
  done<SentQuote>(seller.client, 'quoteSend', 'QuoteInput', { ...quoteForm(request, seller, patch), version }, QUOTE);

export const quoteLineOf = (quote: SentQuote): string => quote.revisions[0]!.lines[0]!.id;

export interface AwardedRfq {
  readonly id: string;
  readonly status: string;
  readonly award: { readonly id: string; readonly version: number; readonly status: string } | null;
  readonly awardLines: {
    readonly id: string;
    readonly qty: string;
    readonly unitPrice: number;
    readonly seller: { readonly id: string };
    readonly lead: { readonly id: string } | null;
  }[];
}

export const AWARDED =
  '... on Rfq { id status award { id version status } awardLines { id qty unitPrice seller { id } lead { id } } }';

export async function versionOf(request: Request): Promise<number> {
  const { rfq } = await request.buys.query<{ rfq: { version: number } }>('query($id: ID!) { rfq(id: $id) { version } }', {
    id: request.id,
  });
  return rfq.version;
}

export const anAward = async (
  request: Request,
  picks: { quoteLineId: string; qty: string }[],
  patch: Record<string, unknown> = {},
): Promise<AwardedRfq> =>
  done<AwardedRfq>(
    request.buys,
    'rfqAward',
    'RfqAwardInput',
    { rfqId: request.id, version: await versionOf(request), picks, allowOver: false, ...patch },
    AWARDED,
  );

/** The code of a refusal, and of its rows. */
export async function refusalOf(client: Client, name: string, type: string, input: Record<string, unknown>): Promise<string[]> {
  const answer = await client.mutate<Record<string, { code?: string; rows?: { code: string }[] }>>(
    `mutation($input: ${type}!) { ${name}(input: $input) { ... on DomainError { code } ... on RowsRefused { rows { code } } } }`,
    input,
  );
  const { code, rows } = answer[name]!;
  return rows ? rows.map((row) => row.code) : code ? [code] : [];
}
