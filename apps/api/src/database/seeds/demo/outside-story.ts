import type { Actor } from '../../../platform/auth/actor.js';
import type { Answer, Storyteller } from './storyteller.js';

interface Deal {
  readonly director: Actor;
  readonly manager: Actor;
  readonly mouLineId: string;
  readonly unit: string;
  readonly qty: string;
}

type Told = Answer & { readonly outside: { readonly deliveries: { id: string; version: number; state: string }[] } };

/** Two deliveries by telephone: one that both sides and a paper prove, one that waits for the buyer's word. */
export async function tellOutside(
  teller: Storyteller,
  deal: Deal,
  step: (name: string) => string,
  scan: (lines: readonly string[]) => Promise<string>,
): Promise<void> {
  const { director, manager, mouLineId, qty } = deal;
  const record = (name: string, days: number, note: string, fileId: string | null) => {
    teller.on(days, 18);
    return teller.act(
      director,
      step(`outside-${name}`),
      'outsideRecord',
      'OutsideRecordInput',
      'Mou',
      { mouLineId, qty, deliveredOn: teller.date(days), note, fileId },
      'outside { deliveries { id version state } }',
    ) as Promise<Told>;
  };
  teller.on(-18, 17);
  const paper = await scan([`Phiếu giao hàng viết tay: ${qty} ${deal.unit}.`]);
  const first = await record('proven', -18, 'Đặt qua điện thoại, giao kèm phiếu viết tay', paper);
  teller.on(-17, 9);
  const waiting = first.outside.deliveries.find(({ state }) => state === 'WAITING');
  if (waiting) {
    const { id, version } = waiting;
    await teller.act(
      manager,
      step('outside-confirm'),
      'outsideAnswer',
      'OutsideAnswerInput',
      'Mou',
      { id, version, act: 'confirm' },
      '',
    );
  }
  await record('waits', -3, 'Giao thêm theo tin nhắn', null);
}
