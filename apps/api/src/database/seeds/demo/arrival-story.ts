import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sharp from 'sharp';
import { AutoReceiptJob } from '../../../modules/fulfillment/index.js';
import { FileService } from '../../../modules/registry/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Answer, Storyteller } from './storyteller.js';

/** What happened after goods had arrived: a claim that waits, was settled, or went to the Alliance by its clock; or silence. */
export type Aftermath = 'CLAIM_OPEN' | 'CLAIM_SETTLED' | 'CLAIM_SILENT' | 'SILENCE' | 'HANDED_OVER';

export interface ArrivalPeople {
  readonly director: Actor;
  readonly manager: Actor;
}

/** A hand that signs, drawn: no person's signature is invented. */
const SIGNATURE = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="200"><rect width="480" height="200" fill="#fff"/>
  <path d="M60 130c20-90 60-90 50-20s-30 60 0 0 50-70 55-20 40 20 55-10 30-30 35 5 35 15 60-20 50-20 70 10 30 10 45-5" fill="none" stroke="#14211a" stroke-width="5" stroke-linecap="round"/>
  <text x="60" y="180" font-size="20" fill="#555">chữ ký mẫu</text></svg>`;

export async function keepDemoSignature(app: NestFastifyApplication, actor: Actor): Promise<string> {
  const png = await sharp(Buffer.from(SIGNATURE)).png().toBuffer();
  const kept = await app.get(FileService, { strict: false }).keep(actor, 'chu-ky-mau.png', png);
  if (!kept.ok) throw new Error(`Demo signature: ${kept.refusal.code}`);
  return kept.value.id;
}

export async function handOver(
  teller: Storyteller,
  app: NestFastifyApplication,
  director: Actor,
  step: (name: string) => string,
  shipmentId: string,
): Promise<void> {
  await teller.act(
    director,
    step('hand-over'),
    'deliveryProof',
    'DeliveryProofInput',
    'Shipment',
    {
      shipmentId,
      receiverName: 'Người nhận mẫu',
      signatureId: await keepDemoSignature(app, director),
      photoIds: [],
      note: 'Đủ kiện, kho đang bận nên kiểm sau',
    },
    '',
  );
}

/** Nobody counted: the goods are received in full, marked as such. */
export const letSilencePass = (app: NestFastifyApplication, shipmentId: string): Promise<void> =>
  app.get(AutoReceiptJob, { strict: false }).onSilence({ shipmentId });

/** A claim on the first line of a receipt, by a fifth of a pack or so. */
export async function tellClaim(
  teller: Storyteller,
  people: ArrivalPeople,
  step: (name: string) => string,
  receipt: { readonly id: string; readonly lines: readonly { readonly id: string }[] },
  claimed: { readonly qty: string; readonly until: Aftermath; readonly day: number },
): Promise<void> {
  const claim = await teller.act(
    people.manager,
    step('claim'),
    'claimOpen',
    'ClaimOpenInput',
    'Claim',
    {
      receiptId: receipt.id,
      note: 'Cân lại tại kho thấy thiếu so với phiếu.',
      lines: [
        {
          receiptLineId: receipt.lines[0]!.id,
          qty: claimed.qty,
          reason: 'SHORT_WEIGHT',
          wanted: 'CREDIT_NOTE',
          note: 'Thiếu cân ở các kiện cuối',
          photoIds: [],
        },
      ],
    },
    'lines { id }',
  );
  if (claimed.until !== 'CLAIM_SETTLED') return;
  teller.on(claimed.day, 15);
  const answered = await teller.act(
    people.director,
    step('claim-answer'),
    'claimOffer',
    'ClaimOfferInput',
    'Claim',
    {
      id: claim.id,
      version: claim.version,
      note: 'Hợp tác xã đã kiểm lại và đồng ý giảm trừ.',
      lines: [{ claimLineId: (claim['lines'] as { id: string }[])[0]!.id, outcome: 'CREDIT_NOTE', qty: claimed.qty }],
    },
    'offers { id }',
  );
  await teller.act(
    people.manager,
    step('claim-agree'),
    'claimAgree',
    'ClaimActionInput',
    'Claim',
    { id: claim.id, version: answered.version, offerId: (answered['offers'] as { id: string }[])[0]!.id },
    '',
  );
}

export const receiptOf = (received: Answer) =>
  received['receipt'] as { readonly id: string; readonly lines: readonly { readonly id: string }[] };
