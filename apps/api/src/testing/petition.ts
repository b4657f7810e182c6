import type { Client } from './client.js';
import type { Org, Person } from './given.js';
import type { TestApi } from './start-api.js';
import { done } from './trade.js';

export interface GivenPetition {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

const FIELDS = '... on Petition { id version status answerBefore reopened reopensLeft overdue }';

/** A mutation on a petition; answers with its id, version and state. */
export const actOn = (client: Client, name: string, type: string, input: Record<string, unknown>): Promise<GivenPetition> =>
  done<GivenPetition>(client, name, type, input, FIELDS);

/** A petition that a cooperative filed, with words of its own. */
export const aPetition = (sells: Client, content = 'Xin hỗ trợ kho lạnh'): Promise<GivenPetition> =>
  actOn(sells, 'petitionFile', 'PetitionFileInput', { content, fieldCodes: [], fileIds: [] });

export interface Department {
  readonly org: Org;
  readonly officer: Person;
  readonly leader: Person;
}

export async function aDepartment(api: TestApi, name: string): Promise<Department> {
  const org = await api.given.organization('DEPARTMENT', { name });
  return {
    org,
    officer: await api.given.member(org, 'DEPARTMENT_OFFICER'),
    leader: await api.given.member(org, 'DEPARTMENT_LEADER'),
  };
}

/** A row of a kept file, without bytes: enough to be named by a document. */
export async function aPaper(api: TestApi, owner: Person, name = 'Công văn.pdf'): Promise<string> {
  const [row] = await api.sql<{ id: string }>(
    `insert into stored_file (id, org_id, name, mime, byte_length, sha256, visibility, created_by)
     values (gen_random_uuid(), $1, $3, 'application/pdf', 1, 'none', 'PARTIES', $2) returning id`,
    [owner.org.id, owner.userId, name],
  );
  return row!.id;
}
