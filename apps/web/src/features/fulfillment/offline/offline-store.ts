import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ShipmentPartsFragment } from '../../../gql/graphql';

/** A picture that waits with its act; `id` once the server has it. */
export interface KeptFile {
  readonly field: 'photoIds' | 'signatureId';
  /** Row of the input's lines; null for the act itself. */
  readonly row: number | null;
  readonly name: string;
  readonly blob: Blob;
  readonly id: string | null;
}

type KeptKind = 'receiptPost' | 'deliveryProof';
type KeptState = 'WAITING' | 'SENT' | 'REFUSED';

/** One act of one person, written down before it is sent: its client key makes a second sending harmless. */
export interface KeptAct {
  readonly key: string;
  readonly kind: KeptKind;
  readonly userId: string;
  readonly orgId: string;
  readonly shipmentId: string;
  readonly number: string;
  readonly input: Record<string, unknown>;
  readonly files: readonly KeptFile[];
  readonly madeAt: string;
  readonly state: KeptState;
  /** The server's sentence. */
  readonly message: string | null;
  readonly doneAt: string | null;
}

interface Offline extends DBSchema {
  acts: { key: string; value: KeptAct };
  pages: { key: string; value: { id: string; userId: string; shipment: ShipmentPartsFragment; savedAt: string } };
  lists: { key: string; value: { name: string; userId: string; rows: unknown; savedAt: string } };
}

let opened: Promise<IDBPDatabase<Offline>> | null = null;

const database = () =>
  (opened ??= openDB<Offline>('lienket-offline', 1, {
    upgrade(db) {
      db.createObjectStore('acts', { keyPath: 'key' });
      db.createObjectStore('pages', { keyPath: 'id' });
      db.createObjectStore('lists', { keyPath: 'name' });
    },
  }));

const listeners = new Set<() => void>();
const changed = () => listeners.forEach((listener) => listener());
export const onActsChanged = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A browser without storage (private windows, full disks): the app works on line only. */
const quietly = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await work();
  } catch {
    return otherwise;
  }
};

/** False where the phone keeps nothing: then the act must be sent at once or not at all. */
export const putAct = (act: KeptAct): Promise<boolean> =>
  quietly(async () => {
    await (await database()).put('acts', act);
    changed();
    return true;
  }, false);

export const dropAct = (key: string): Promise<void> =>
  quietly(async () => {
    await (await database()).delete('acts', key);
    changed();
  }, undefined);

/** This person's acts, the oldest first. */
export const actsOf = (userId: string): Promise<KeptAct[]> =>
  quietly(async () => {
    const all = await (await database()).getAll('acts');
    return all.filter((act) => act.userId === userId).sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  }, []);

export const keepShipment = (userId: string, shipment: ShipmentPartsFragment): Promise<void> =>
  quietly(async () => {
    await (await database()).put('pages', { id: shipment.id, userId, shipment, savedAt: new Date().toISOString() });
  }, undefined);

export const keptShipment = (userId: string, id: string): Promise<ShipmentPartsFragment | null> =>
  quietly(async () => {
    const page = await (await database()).get('pages', id);
    return page?.userId === userId ? page.shipment : null;
  }, null);

export const keepList = (userId: string, name: string, rows: unknown): Promise<void> =>
  quietly(async () => {
    await (await database()).put('lists', { name, userId, rows, savedAt: new Date().toISOString() });
  }, undefined);

export const keptList = <Row>(userId: string, name: string): Promise<Row[] | null> =>
  quietly(async () => {
    const list = await (await database()).get('lists', name);
    return list?.userId === userId ? (list.rows as Row[]) : null;
  }, null);

/** On sign-out: pages leave the phone; what was not sent yet stays for its own person to send. */
export const forgetPages = (): Promise<void> =>
  quietly(async () => {
    const db = await database();
    await Promise.all([db.clear('pages'), db.clear('lists')]);
  }, undefined);
