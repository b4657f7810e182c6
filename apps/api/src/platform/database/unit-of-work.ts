import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClientBase, QueryResultRow } from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type QueryDeepPartialEntity } from 'typeorm';
import type { Refusal, Result } from '@lienket/domain';
import { type Actor, scopeOf } from '../auth/actor.js';
import { Clock } from '../clock.js';
import { IdempotencyMismatchError, NotFoundError } from '../errors.js';
import { newId } from '../ids.js';
import { nameOfPrepared, prepared } from './prepared.js';
import { holdMandate, stampAct } from './stand-in.js';
import { AuditEvent } from '../records/audit-event.entity.js';

const WALLS = prepared(
  `select set_config('app.org', $1, true), set_config('app.scope', $2, true), set_config('app.person', $3, true)`,
);
const CLAIM_KEY = prepared(
  `insert into idempotency_key (user_id, key, operation, request_hash) values ($1, $2, $3, $4)
   on conflict (user_id, key) do nothing returning key`,
);
const KEEP_RESULT = prepared('update idempotency_key set result_id = $3 where user_id = $1 and key = $2');
const NEXT_NUMBER = prepared(
  `insert into document_sequence (kind, year, last) values ($1, $2, 1)
   on conflict (kind, year) do update set last = document_sequence.last + 1 returning last`,
);
const ADD_JOB = prepared(
  `select graphile_worker.add_job($1, $2::json, run_at := $3, job_key := $4, job_key_mode := 'preserve_run_at')`,
);

/** Carries a refusal out of the transaction, so that nothing of a refused act is saved. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** What a mutation is told by its caller: the key makes a repeat harmless. */
export interface Command {
  readonly operation: string;
  readonly clientKey: string;
  readonly input: unknown;
}

/** One open transaction. Everything a service reads and writes goes through it. */
export class Tx {
  /** What this transaction wrote into the diary first: the act itself. */
  firstAct: { readonly action: string; readonly entityType: string; readonly entityId: string } | null = null;

  constructor(
    readonly manager: EntityManager,
    readonly actor: Actor | null,
    readonly now: Date,
  ) {}

  /** Business date of this transaction in Việt Nam. */
  get today(): string {
    return new Date(this.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  }

  /** Rows of a parametrised statement; bigint columns are `bigint`, numerics and dates are strings. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const name = nameOfPrepared(sql);
    return name ? this.ofPlan(name, sql, parameters) : this.manager.query(sql, parameters as unknown[]);
  }

  /** Rows that a data-changing statement with `returning` gave back. */
  async change<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const name = nameOfPrepared(sql);
    if (name) return this.ofPlan(name, sql, parameters);
    const answer = await this.manager.query(sql, parameters as unknown[]);
    return Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number'
      ? answer[0]
      : answer;
  }

  private async ofPlan<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    const client: ClientBase = await this.manager.queryRunner!.connect();
    const { rows } = await client.query<Row & QueryResultRow>({ name, text, values: values as unknown[] });
    return rows;
  }

  async one<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row> {
    const [row] = await this.query<Row>(sql, parameters);
    if (!row) throw new NotFoundError();
    return row;
  }

  async insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: Partial<E> | Partial<E>[]): Promise<void> {
    if (Array.isArray(rows) && rows.length === 0) return;
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows as QueryDeepPartialEntity<E>)
      .updateEntity(false)
      .execute();
  }

  /** Compare-and-set on `version`: false when somebody else saved first. */
  async updateVersioned<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    id: string,
    version: number,
    patch: Partial<E>,
  ): Promise<boolean> {
    const result = await this.manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...patch, version: version + 1 } as unknown as QueryDeepPartialEntity<E>)
      .where('id = :id and version = :version', { id, version })
      .execute();
    return result.affected === 1;
  }

  /** The next gap-free number of this kind in this year. */
  async nextNumber(kind: string): Promise<number> {
    const [row] = await this.change<{ last: number }>(NEXT_NUMBER, [kind, Number(this.today.slice(0, 4))]);
    return row!.last;
  }

  async audit(action: string, entityType: string, entityId: string, data: Record<string, unknown> = {}): Promise<void> {
    await this.auditMany(action, entityType, [{ entityId, data }]);
  }

  /** The same act on many things, a thousand to a statement: PostgreSQL takes 65,535 parameters. */
  async auditMany(
    action: string,
    entityType: string,
    rows: readonly { readonly entityId: string; readonly data: Record<string, unknown> }[],
  ): Promise<void> {
    if (rows[0]) this.firstAct ??= { action, entityType, entityId: rows[0].entityId };
    for (let from = 0; from < rows.length; from += 1000) {
      await this.insert(
        AuditEvent,
        rows.slice(from, from + 1000).map(({ entityId, data }) => ({
          id: newId(),
          at: this.now,
          userId: this.actor?.userId ?? null,
          orgId: this.actor?.orgId ?? null,
          action,
          entityType,
          entityId,
          mandateId: this.actor?.standIn?.mandateId ?? null,
          data: JSON.parse(JSON.stringify(data, (_key, value) => (typeof value === 'bigint' ? value.toString() : value))),
        })),
      );
    }
  }

  /**
   * Puts a job into the outbox; it runs only if this transaction commits, and not before `runAt`.
   * A waiting job of the same `jobKey` takes the new payload and keeps its own time.
   */
  async tell(task: string, payload: Record<string, unknown>, runAt?: Date | null, jobKey?: string): Promise<void> {
    await this.query(ADD_JOB, [task, JSON.stringify(payload), runAt ?? null, jobKey ?? null]);
  }
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) => {
    if (typeof inner === 'bigint') return inner.toString();
    if (inner && typeof inner === 'object' && !Array.isArray(inner)) {
      return Object.fromEntries(Object.entries(inner as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return inner;
  });

/** The only way to the database: one act, one transaction, with the reader's identity told to row-level security. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A transaction without idempotency: jobs, seeds, sign-in. */
  async run<T>(actor: Actor | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const tx = new Tx(manager, actor, this.clock.now());
      await tx.query(WALLS, [actor?.orgId ?? '', scopeOf(actor), actor?.userId ?? '']);
      return work(tx);
    });
  }

  /** Reads under the same walls as writes. */
  read<T>(actor: Actor | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(actor, work);
  }

  /**
   * A mutation. `work` locks, asks the policy, decides, saves and tells; it returns the id of what it made or changed.
   * The same client key answers with the same id and no second effect; a refusal rolls everything back and may be tried again.
   */
  async mutate(
    actor: Actor,
    command: Command,
    work: (tx: Tx) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    const requestHash = createHash('sha256').update(canonical(command.input)).digest('hex');
    try {
      const id = await this.run(actor, async (tx) => {
        if (actor.standIn) await holdMandate(tx, actor, actor.standIn);
        const claimed = await tx.change<{ key: string }>(CLAIM_KEY, [
          actor.userId,
          command.clientKey,
          command.operation,
          requestHash,
        ]);
        if (claimed.length === 0) return this.replay(tx, actor, command, requestHash);
        const result = await work(tx);
        if (!result.ok) throw new Refused(result.refusal);
        if (actor.standIn) await stampAct(tx, actor, actor.standIn, { operation: command.operation, resultId: result.value });
        await tx.query(KEEP_RESULT, [actor.userId, command.clientKey, result.value]);
        return result.value;
      });
      return { ok: true, value: id };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      throw error;
    }
  }

  private async replay(tx: Tx, actor: Actor, command: Command, requestHash: string): Promise<string> {
    const row = await tx.one<{ operation: string; request_hash: string; result_id: string }>(
      'select operation, request_hash, result_id from idempotency_key where user_id = $1 and key = $2',
      [actor.userId, command.clientKey],
    );
    if (row.operation !== command.operation || row.request_hash !== requestHash) throw new IdempotencyMismatchError();
    return row.result_id;
  }
}
