import { Injectable } from '@nestjs/common';
import {
  instantMs,
  nextState,
  quantity,
  CONTRACT_TRANSITIONS,
  MOU_TRANSITIONS,
  startsAfterNotice,
  type ContractState,
  type MouState,
} from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { JobHandler } from '../../platform/jobs/job-handler.js';
import { asSystem } from '../../platform/database/as-system.js';
import { AvailabilityBook } from '../catalog/index.js';
import { openLines } from './ledger-rows.js';
import { plannedContract } from './planned-contract.js';
import { PoolBook } from './pool/pool-book.js';
import { ProgressKeeper } from './progress-keeper.js';

interface Due {
  readonly type: 'MOU' | 'CONTRACT';
  readonly id: string;
}

/** What happens once everybody has signed: at once, or on the first day of validity. */
@Injectable()
export class EntryIntoForce {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly progress: ProgressKeeper,
    private readonly availability: AvailabilityBook,
    private readonly pools: PoolBook,
  ) {}

  /** The memorandum's quantified lines become commitments; in force now or on its first day. */
  async signedMou(
    tx: Tx,
    mou: { readonly id: string; readonly validFrom: string | null },
    lines: readonly { readonly id: string; readonly targetQty: string | null }[],
  ): Promise<void> {
    await asSystem(tx, async () => {
      await openLines(
        tx,
        'MOU',
        mou.id,
        lines.map(({ id, targetQty }) => ({ id, target: targetQty === null ? null : quantity(targetQty) })),
      );
      await this.nowOrLater(tx, { type: 'MOU', id: mou.id }, mou.validFrom);
      await this.progress.refresh(tx, [mou.id]);
    });
  }

  async signedContract(tx: Tx, contract: { readonly id: string; readonly validFrom: string }): Promise<void> {
    await asSystem(tx, async () => {
      await this.availability.commit(tx, await plannedContract(tx, contract.id));
      await this.nowOrLater(tx, { type: 'CONTRACT', id: contract.id }, contract.validFrom);
    });
  }

  /** The queue holds the job until its day, so the day is not asked again; a repeat finds nothing to do. */
  @JobHandler('agreements.enter-into-force')
  async enterIntoForce(due: Due): Promise<void> {
    await this.uow.run(SYSTEM, (tx) => this.enter(tx, due));
  }

  private async nowOrLater(tx: Tx, due: Due, validFrom: string | null): Promise<void> {
    if (validFrom === null || validFrom <= tx.today) await this.enter(tx, due);
    else await tx.tell('agreements.enter-into-force', { ...due }, new Date(instantMs(validFrom)));
  }

  private enter(tx: Tx, due: Due): Promise<void> {
    return due.type === 'MOU' ? this.enterMou(tx, due.id) : this.enterContract(tx, due.id);
  }

  private async enterMou(tx: Tx, id: string): Promise<void> {
    const { status } = await tx.one<{ status: MouState }>('select status from mou where id = $1 for update', [id]);
    const moved = nextState(MOU_TRANSITIONS, status, 'enterIntoForce');
    if (!moved.ok) return;
    await tx.query('update mou set status = $2, version = version + 1 where id = $1', [id, moved.value]);
    await tx.audit('mou.enter-into-force', 'mou', id);
  }

  private async enterContract(tx: Tx, id: string): Promise<void> {
    const contract = await tx.one<{ status: ContractState; valid_from: string; mou_id: string | null }>(
      'select status, valid_from, mou_id from contract where id = $1 for update',
      [id],
    );
    const moved = nextState(CONTRACT_TRANSITIONS, contract.status, 'activate');
    if (!moved.ok) return;
    // Notice that ran out before the first day: the day's decision ends it, and it never starts.
    const [notice] = await tx.query<{ until: string }>(
      `select until_on as until from agreement_proposal
       where document_type = 'CONTRACT' and document_id = $1 and kind = 'TERMINATE' and state = 'OPEN'`,
      [id],
    );
    if (!startsAfterNotice(contract.valid_from, notice?.until ?? null)) return;
    const activatedAt = new Date(Math.max(tx.now.getTime(), instantMs(contract.valid_from)));
    await tx.query('update contract set status = $2, activated_at = $3, version = version + 1 where id = $1', [
      id,
      moved.value,
      activatedAt,
    ]);
    const lines = await tx.query<{ id: string; target_qty: string }>(
      'select id, target_qty from contract_line where contract_id = $1 order by id',
      [id],
    );
    await openLines(
      tx,
      'CONTRACT',
      id,
      lines.map((line) => ({ id: line.id, target: quantity(line.target_qty) })),
    );
    await tx.audit('contract.activate', 'contract', id);
    await this.pools.attach(tx, id);
    if (contract.mou_id) await this.progress.refresh(tx, [contract.mou_id]);
  }
}
