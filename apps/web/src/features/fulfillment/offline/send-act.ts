import type { ApolloClient } from '@apollo/client';
import { failureOf } from '../../../shared/apollo/errors';
import { uploadFile, UploadError } from '../../../shared/files/upload';
import { type RefusalShape, refusalIn } from '../../../shared/forms/use-mutation-form';
import { DeliveryProofDocument, ReceiptPostDocument } from '../fulfillment.operations';
import { dropAct, type KeptAct, type KeptFile, putAct } from './offline-store';

export type Sent =
  | { readonly state: 'SENT' }
  | { readonly state: 'REFUSED'; readonly refusal: RefusalShape }
  /** No answer came: the act waits, whether the server has it or not. */
  | { readonly state: 'WAITING' }
  | { readonly state: 'FAILED'; readonly message: string };

/** Lists of the cache that a receipt or a hand-over changes. */
const STALE = ['orders', 'order', 'workItems', 'deliveries', 'paymentRequests', 'agreementBoard', 'mou', 'contract', 'shipment'];

/** Sends one act: its pictures first, each remembered as soon as the server has it, then the act under its own key. */
export async function sendAct(client: ApolloClient, given: KeptAct): Promise<Sent> {
  let act = given;
  try {
    for (const [index, file] of act.files.entries()) {
      if (file.id) continue;
      const stored = await uploadFile(new File([file.blob], file.name, { type: file.blob.type }));
      act = { ...act, files: act.files.map((one, at) => (at === index ? { ...one, id: stored.id } : one)) };
      await putAct(act);
    }
    const variables = { input: inputOf(act) as never };
    const answer =
      act.kind === 'receiptPost'
        ? (await client.mutate({ mutation: ReceiptPostDocument, variables })).data?.receiptPost
        : (await client.mutate({ mutation: DeliveryProofDocument, variables })).data?.deliveryProof;
    if (!answer) return { state: 'WAITING' };
    const refusal = refusalIn(answer);
    if (refusal) return { state: 'REFUSED', refusal };
    for (const fieldName of STALE) client.cache.evict({ id: 'ROOT_QUERY', fieldName });
    client.cache.gc();
    return { state: 'SENT' };
  } catch (error) {
    if (error instanceof UploadError) {
      return error.code === 'NETWORK' ? { state: 'WAITING' } : { state: 'FAILED', message: error.message };
    }
    const { kind, message } = failureOf(error);
    // Signed out, or the server is in trouble: neither ends what the receiver counted.
    if (kind === 'network' || kind === 'unexpected') return { state: 'WAITING' };
    return { state: 'FAILED', message: message ?? '' };
  }
}

/** The input with the ids of the pictures in their places. */
export function inputOf(act: KeptAct): Record<string, unknown> {
  const idsOf = (row: number | null, field: KeptFile['field']) =>
    act.files.filter((file) => file.row === row && file.field === field).flatMap(({ id }) => id ?? []);
  const input = { ...act.input, clientKey: act.key };
  if (act.kind === 'deliveryProof') {
    return { ...input, signatureId: idsOf(null, 'signatureId')[0], photoIds: idsOf(null, 'photoIds') };
  }
  const lines = (act.input['lines'] as object[]).map((line, row) => ({ ...line, photoIds: idsOf(row, 'photoIds') }));
  return { ...input, lines };
}

const KEEP_DONE_MS = 3 * 24 * 3_600_000;

/** Sends what waits, oldest first, and stops at the first silence. One tab at a time; the keys make even two harmless. */
export async function sendWaiting(client: ApolloClient, acts: readonly KeptAct[]): Promise<void> {
  const work = async () => {
    for (const act of acts) {
      if (act.state === 'SENT' && act.doneAt && Date.now() - Date.parse(act.doneAt) > KEEP_DONE_MS) await dropAct(act.key);
      if (act.state !== 'WAITING') continue;
      const sent = await sendAct(client, act);
      if (sent.state === 'WAITING') return;
      const doneAt = new Date().toISOString();
      const files = act.files.map((file) => ({ ...file, blob: new Blob() }));
      if (sent.state === 'SENT') await putAct({ ...act, files, state: 'SENT', message: null, doneAt });
      else {
        const message = sent.state === 'REFUSED' ? sent.refusal.message : sent.message;
        await putAct({ ...act, state: 'REFUSED', message, doneAt });
      }
    }
  };
  if (navigator.locks)
    await navigator.locks.request('lienket-outbox', { ifAvailable: true }, async (lock) => (lock ? work() : undefined));
  else await work();
}
