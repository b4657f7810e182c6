import { newId } from '../platform/ids.js';
import type { TestApi } from './start-api.js';
import { done, type Trade } from './trade.js';

/** Ids of a receipt of a trade and of an answered claim on it; words and prices of it are the two sides' alone. */
export interface FulfillmentSecrets {
  readonly receipt: string;
  readonly receiptLine: string;
  readonly claim: string;
  readonly claimLine: string;
  readonly claimOffer: string;
}

export async function fulfillmentSecrets(api: TestApi, trade: Trade, title = 'Khiếu nại của ta'): Promise<FulfillmentSecrets> {
  const [buys, sells] = [await api.as(trade.manager), await api.as(trade.director)];
  const [receipt] = await api.sql<{ id: string; line: string }>(
    `select r.id, l.id as line from goods_receipt r join goods_receipt_line l on l.receipt_id = r.id where r.shipment_id = $1`,
    [trade.shipmentId],
  );
  const [photo] = await api.sql<{ id: string }>(
    `insert into stored_file (id, org_id, name, mime, byte_length, sha256, visibility, created_by)
     values ($1, $2, 'anh.jpg', 'image/jpeg', 1, 'x', 'PARTIES', $3) returning id`,
    [newId(), trade.buyer.id, trade.manager.userId],
  );
  const claim = await done<{ id: string; version: number; lines: { id: string }[] }>(
    buys,
    'claimOpen',
    'ClaimOpenInput',
    {
      receiptId: receipt!.id,
      note: title,
      lines: [
        { receiptLineId: receipt!.line, qty: '5', reason: 'ROTTEN', wanted: 'CREDIT_NOTE', note: title, photoIds: [photo!.id] },
      ],
    },
    '... on Claim { id version lines { id } }',
  );
  const answered = await done<{ offers: { id: string }[] }>(
    sells,
    'claimOffer',
    'ClaimOfferInput',
    {
      id: claim.id,
      version: claim.version,
      note: title,
      lines: [{ claimLineId: claim.lines[0]!.id, outcome: 'CREDIT_NOTE', qty: '2' }],
    },
    '... on Claim { offers { id } }',
  );
  const claimLine = claim.lines[0]!.id;
  return { receipt: receipt!.id, receiptLine: receipt!.line, claim: claim.id, claimLine, claimOffer: answered.offers[0]!.id };
}
