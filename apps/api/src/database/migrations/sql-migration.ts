import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration whose text is a plain SQL file beside it. */
export function sqlMigration(name: string, directory: URL, down?: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(readFileSync(new URL(`./${name}.sql`, directory), 'utf8'));
    }

    async down(runner: QueryRunner): Promise<void> {
      if (!down) throw new Error(`Migration ${name} has no way back: restore a backup instead.`);
      await runner.query(down);
    }
  };
}
