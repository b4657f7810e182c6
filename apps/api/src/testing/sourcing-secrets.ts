import type { TestApi } from './start-api.js';
import { done, type Trade } from './trade.js';

/** Ids of one asked and one awarded request between the two sides of a trade; prices and words of it are theirs alone. */
export interface SourcingSecrets {
  readonly rfq: string;
  readonly rfqLine: string;
  readonly quote: string;
  readonly quoteLine: string;
  readonly poolShare: string;
  readonly award: string;
  readonly awardLine: string;
}

const DAY_MS = 86_400_000;

export async function sourcingSecrets(api: TestApi, trade: Trade, title = 'Hỏi giá của ta'): Promise<SourcingSecrets> {
  const [buys, sells] = [await api.as(trade.manager), await api.as(trade.director)];
  const member = await api.given.cooperative({ name: `HTX góp ${title}` });
  const ask = async () => {
    const form = {
      title,
      basis: 'DC',
      deadlineAt: new Date(Date.now() + 3 * DAY_MS).toISOString(),
      note: title,
      lines: [{ description: title, baseUnit: 'kg', per: 'TOTAL', perQty: '100', times: 1 }],
      inviteeIds: [trade.seller.id],
      fileIds: [],
    };
    const saved = await done<{ id: string; version: number; lines: { id: string }[] }>(
      buys,
      'rfqSave',
      'RfqSaveInput',
      form,
      '... on Rfq { id version lines { id } }',
    );
    await done(buys, 'rfqSend', 'RfqActionInput', { id: saved.id, version: saved.version }, '... on Rfq { id }');
    const answer = {
      rfqId: saved.id,
      basis: 'DC',
      validUntil: new Date(Date.now() + 10 * DAY_MS).toISOString().slice(0, 10),
      note: title,
      lines: [
        {
          rfqLineId: saved.lines[0]!.id,
          productId: trade.product.id,
          price: 40_000,
          pricedPer: 'UNIT',
          offeredQty: '100',
          leadDays: 3,
          alternative: false,
        },
      ],
    };
    const quote = await done<{ id: string; revisions: { lines: { id: string }[] }[] }>(
      sells,
      'quoteSend',
      'QuoteInput',
      answer,
      '... on Quote { id revisions { lines { id } } }',
    );
    const { rfq } = await sells.query<{ rfq: { invitations: { id: string }[] } }>(
      'query($id: ID!) { rfq(id: $id) { invitations { id } } }',
      { id: saved.id },
    );
    const said = { documentType: 'RFQ', documentId: rfq.invitations[0]!.id, body: title };
    await done(sells, 'threadMessageSend', 'ThreadMessageInput', said, '... on ThreadMessage { id }');
    return { rfq: saved.id, rfqLine: saved.lines[0]!.id, quote: quote.id, quoteLine: quote.revisions[0]!.lines[0]!.id };
  };
  const chosen = await ask();
  const { rfq: page } = await buys.query<{ rfq: { version: number } }>('query($id: ID!) { rfq(id: $id) { version } }', {
    id: chosen.rfq,
  });
  const awarded = await done<{ award: { id: string }; awardLines: { id: string }[] }>(
    buys,
    'rfqAward',
    'RfqAwardInput',
    { rfqId: chosen.rfq, version: page.version, picks: [{ quoteLineId: chosen.quoteLine, qty: '100' }], allowOver: false },
    '... on Rfq { award { id } awardLines { id } }',
  );
  const open = await ask();
  const shared = await done<{ shares: { id: string }[] }>(
    sells,
    'poolShareAsk',
    'PoolShareAskInput',
    { rfqId: open.rfq, rfqLineId: open.rfqLine, memberOrgId: member.id, qty: '10', note: title },
    '... on Quote { shares { id } }',
  );
  return { ...open, poolShare: shared.shares[0]!.id, award: awarded.award.id, awardLine: awarded.awardLines[0]!.id };
}
