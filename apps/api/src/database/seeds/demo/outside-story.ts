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

/** Three deliveries by telephone: one that both sides and a paper prove, one that waits for the buyer's word, one on the contract's line. */
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
  const { mou } = (await teller.read(director, 'query($id: ID!) { mou(id: $id) { contracts { lines { id mouLineId } } } }', {
    id: first.id,
  })) as unknown as { mou: { contracts: { lines: { id: string; mouLineId: string | null }[] }[] } };
  const line = mou.contracts.flatMap(({ lines }) => lines).find((one) => one.mouLineId === mouLineId);
  if (!line) return;
  teller.on(-2, 18);
  await teller.act(
    director,
    step('outside-contract'),
    'contractOutsideRecord',
    'ContractOutsideRecordInput',
    'Contract',
    { contractLineId: line.id, qty: '10', deliveredOn: teller.date(-2), note: 'Giao bù theo hợp đồng, chưa kịp lập đơn' },
    '',
  );
}
