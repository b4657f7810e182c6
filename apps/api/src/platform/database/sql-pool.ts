import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** Prepared statements straight on the pool, for what needs no transaction: the public catalogue and sessions. */
@Injectable()
export class SqlPool {
  constructor(private readonly dataSource: DataSource) {}

  /** `name` identifies the text for the server's plan cache: one name, one text. */
  async rows<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    const { rows } = await pool.query({ name, text, values: values as unknown[] });
    return rows as Row[];
  }

  /** Planned anew with these very values: for searches, where the best plan for a rare word is the worst for a common one. */
  async planned<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    const { rows } = await pool.query(text, values as unknown[]);
    return rows as Row[];
  }
}
