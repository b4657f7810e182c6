import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { addDays, today } from '@lienket/domain';
import { graphql, type GraphQLSchema } from 'graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock, type SettableClock } from '../../../platform/clock.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';

const FAILURE = '... on DomainError { code message }';

/** A document after a step: enough to take the next one. */
export type Answer = Record<string, unknown> & { readonly id: string; readonly version: number };

/**
 * Tells demo stories through the API's own mutations, each person acting on a day of the past, so that every stored number is derived.
 * Each step has a key: telling a half-told story again repeats nothing.
 */
export class Storyteller {
  private readonly schema: GraphQLSchema;
  private readonly clock: SettableClock;
  private readonly dataSource: DataSource;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly databaseUrl: string,
    private readonly today: Date,
  ) {
    this.schema = app.get(GraphQLSchemaHost).schema;
    this.clock = app.get(Clock) as SettableClock;
    this.dataSource = app.get(DataSource);
  }

  /** Business date `days` from today. */
  date(days: number): string {
    return addDays(today(this.today), days);
  }

  /** Goes to a day (negative: past), at an hour in Việt Nam. */
  on(days: number, hour = 9): void {
    const at = new Date(`${this.date(days)}T${String(hour).padStart(2, '0')}:00:00+07:00`);
    this.clock.set(at.getTime() > this.today.getTime() ? this.today : at);
  }

  now(): void {
    this.clock.set(null);
  }

  /** What is already in the database for this person's key, or the mutation's answer. */
  async act(
    actor: Actor,
    key: string,
    mutation: string,
    inputType: string,
    type: string,
    input: Record<string, unknown>,
    fields: string,
  ): Promise<Answer> {
    const [told]: { result_id: string }[] = await this.dataSource.query(
      'select result_id from idempotency_key where user_id = $1 and key = $2',
      [actor.userId, key],
    );
    if (told) return this.reread(actor, type, told.result_id, fields);
    const source = `mutation($input: ${inputType}!) { ${mutation}(input: $input) { __typename ${FAILURE} ... on ${type} { id version ${fields} } } }`;
    const answer = (await this.run(actor, source, { input: { clientKey: key, ...input } }))[mutation] as Answer & {
      code?: string;
    };
    if (answer.code) throw new Error(`Demo story ${key}: ${JSON.stringify(answer)}`);
    return answer;
  }

  /** A mutation that nobody reads back: its key alone keeps it from happening twice. */
  async done(
    actor: Actor,
    clientKey: string,
    mutation: string,
    inputType: string,
    input: Record<string, unknown>,
    fields = '',
  ): Promise<Answer> {
    const source = `mutation($input: ${inputType}!) { ${mutation}(input: $input) { __typename ${FAILURE} ${fields} } }`;
    const answer = (await this.run(actor, source, { input: { clientKey, ...input } }))[mutation] as Answer & { code?: string };
    if (answer.code) throw new Error(`Demo story ${clientKey}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async read(actor: Actor, source: string, variables: Record<string, unknown>): Promise<Record<string, never>> {
    return this.run(actor, source, variables) as Promise<Record<string, never>>;
  }

  /** Runs the outbox as it would have run on the story's day. */
  async settle(): Promise<void> {
    await this.app.get(JobRunner).drain(this.databaseUrl);
  }

  private async reread(actor: Actor, type: string, id: string, fields: string): Promise<Answer> {
    const query = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    return (await this.run(actor, `query($id: ID!) { ${query}(id: $id) { id version ${fields} } }`, { id }))[query] as Answer;
  }

  private async run(actor: Actor, source: string, variableValues: Record<string, unknown>): Promise<Record<string, unknown>> {
    const contextValue = { actor, req: { headers: {} }, reply: null };
    const { data, errors } = await graphql({ schema: this.schema, source, variableValues, contextValue });
    if (errors?.length)
      throw new Error(`Demo story: ${errors.map((error) => `${error.message} ${error.originalError?.stack ?? ''}`).join('; ')}`);
    return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  }
}
