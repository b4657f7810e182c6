import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly field?: string };
  }[];
}

/** One person's browser: sends GraphQL with the session cookie. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookie?: string,
  ) {}

  /** The raw answer, for tests of refusals and walls. */
  async send<Data = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    const response = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(this.cookie ? { cookie: this.cookie } : {}) },
      payload: { query, variables },
    });
    return response.json();
  }

  /** Data, or an error that prints what the API said. */
  async query<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    if (errors?.length || !data) throw new Error(`GraphQL: ${JSON.stringify(errors)}`);
    return data;
  }

  /** A mutation with one `input`; a client key is made unless the input brings one. */
  mutate<Data>(query: string, input: Record<string, unknown>): Promise<Data> {
    return this.query<Data>(query, { input: { clientKey: randomUUID(), ...input } });
  }

  get(url: string, headers: Record<string, string> = {}) {
    return this.app.inject({ method: 'GET', url, headers: { ...headers, ...(this.cookie ? { cookie: this.cookie } : {}) } });
  }

  post(url: string, payload: Buffer, headers: Record<string, string>) {
    return this.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...headers, ...(this.cookie ? { cookie: this.cookie } : {}) },
    });
  }
}
