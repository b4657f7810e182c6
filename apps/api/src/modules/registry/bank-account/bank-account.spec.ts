import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../../platform/config.js';
import { hashPassword } from '../../identity/index.js';
import { BankAccountService } from './bank-account.service.js';
import type { Client } from '../../../testing/client.js';
import type { Org, Person } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

const PASSWORD = 'nương hồi trên đồi cao';
const NOW = new Date('2026-08-15T03:00:00Z');
const LATER = new Date('2026-08-16T03:00:01Z');
const ACCOUNT = {
  bankBin: '970405',
  bankName: 'Agribank',
  accountNo: '8400 2150 98765',
  accountName: 'HTX Mẫu',
  reason: 'Đổi ngân hàng',
};

interface Change {
  __typename: string;
  id: string;
  status: string;
  accountNo: string;
  oldAccountNo: string | null;
  holdsUntil: string;
  version: number;
  code?: string;
  field?: string;
}

describe('a change of the bank account', () => {
  let api: TestApi;
  let org: Org;
  let director: Client;
  let directorPerson: Person;
  let staff: Client;
  let officer: Client;
  let passwordHash: string;

  beforeAll(async () => {
    api = await startApi();
    passwordHash = await hashPassword(PASSWORD);
  });
  beforeEach(async () => {
    api.clock.set(NOW);
    org = await api.given.cooperative({ email: 'lien-he-cu@example.vn', bankAccountNo: '1112223334', bankName: 'Vietcombank' });
    directorPerson = await api.given.member(org, 'SELLER_DIRECTOR');
    director = await person(directorPerson);
    staff = await person(await api.given.member(org, 'SELLER_STAFF'));
    officer = await person(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  afterAll(() => api.stop());

  const person = async (who: Person) => {
    await api.sql('update app_user set password_hash = $2 where id = $1', [who.userId, passwordHash]);
    return api.as(who);
  };
  const act = async (client: Client, name: 'Request' | 'Confirm' | 'Cancel', input: Record<string, unknown>): Promise<Change> =>
    (
      await client.mutate<Record<string, Change>>(
        `mutation($input: BankAccountChange${name}Input!) { bankAccountChange${name}(input: $input) { __typename ... on DomainError { code field }
          ... on BankAccountChange { id status accountNo oldAccountNo holdsUntil version } } }`,
        input,
      )
    )[`bankAccountChange${name}`]!;
  const request = (client = director, more: Record<string, unknown> = {}) =>
    act(client, 'Request', { ...ACCOUNT, password: PASSWORD, ...more });
  const confirm = (client: Client, { id, version }: Change, password = PASSWORD) =>
    act(client, 'Confirm', { id, version, password });
  const inForce = async () =>
    (await api.sql<{ no: string }>('select bank_account_no as no from organization where id = $1', [org.id]))[0]!.no;
  const dueJobs = () =>
    api.sql(`update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'registry.bank-change-due' returning j.id`);

  it('asks for the password again, and remembers nothing of it', async () => {
    expect(await request(director, { password: 'sai mật khẩu rồi' })).toMatchObject({
      code: 'PASSWORD_WRONG',
      field: 'password',
    });
    expect(await request()).toMatchObject({ status: 'WAITING', accountNo: '8400215098765', oldAccountNo: '•••• 3334' });
    const traces = await api.sql<{ text: string }>(
      `select data::text as text from audit_event where entity_id = $1 union all select payload::text from graphile_worker._private_jobs`,
      [org.id],
    );
    expect(traces.length).toBeGreaterThan(2);
    expect(traces.filter(({ text }) => text.includes(PASSWORD) || text.includes('8400215098765'))).toEqual([]);
  });

  it('makes the sixth wrong password wait', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await request(director, { password: `sai ${attempt}` });
    expect(await request()).toMatchObject({ code: 'PASSWORD_TRIED_TOO_OFTEN' });
  });

  it('keeps the old account in force until a second person has confirmed and the hold is over', async () => {
    const change = await request();
    expect(new Date(change.holdsUntil).getTime() - NOW.getTime()).toBe(24 * 3_600_000);
    expect(await confirm(director, change)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(await confirm(staff, change, 'sai rồi nhé bạn')).toMatchObject({ code: 'PASSWORD_WRONG' });
    expect(await confirm(staff, change)).toMatchObject({ status: 'CONFIRMED' });
    expect(await inForce()).toBe('1112223334');
    await dueJobs();
    await api.drainJobs();
    expect(await inForce()).toBe('1112223334');
    api.clock.set(LATER);
    await api.app.get(BankAccountService).onDue({ changeId: change.id });
    await api.app.get(BankAccountService).onDue({ changeId: change.id });
    expect(await inForce()).toBe('8400215098765');
    const applied = await api.sql(`select 1 from audit_event where entity_id = $1 and action = 'bank-account.apply'`, [org.id]);
    expect(applied).toHaveLength(1);
  });

  it('is applied at once by a confirmation after the hold, by an officer too', async () => {
    const change = await request();
    api.clock.set(LATER);
    const confirmed = await confirm(officer, change);
    expect(confirmed).toMatchObject({ status: 'APPLIED', accountNo: '•••• 8765' });
    expect(await inForce()).toBe('8400215098765');
  });

  it('is applied once when two people confirm at the same moment', async () => {
    const change = await request();
    api.clock.set(LATER);
    const answers = await Promise.all([confirm(staff, change), confirm(officer, change)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['BankAccountChange', 'VersionConflict']);
  });

  it('can be cancelled by anybody of the organization until it is in force', async () => {
    const change = await request();
    expect(await request()).toMatchObject({ code: 'CHANGE_ALREADY_OPEN' });
    const cancelled = await act(staff, 'Cancel', { id: change.id, version: change.version });
    expect(cancelled).toMatchObject({ status: 'CANCELLED' });
    expect(await confirm(officer, cancelled)).toMatchObject({ code: 'CHANGE_NOT_OPEN' });
    expect(await request()).toMatchObject({ status: 'WAITING' });
  });

  it('tells all people of the organization, the Alliance and the old contact address', async () => {
    const change = await request();
    await api.drainJobs();
    const told = await api.sql<{ kind: string; people: number }>(
      `select kind, count(distinct user_id)::int as people from notification
       where kind = 'bank-account.waits' or (kind = 'bank-account.requested' and org_id = $1) group by kind order by kind`,
      [org.id],
    );
    expect(told[0]).toMatchObject({ kind: 'bank-account.requested', people: 2 });
    expect(told[1]).toMatchObject({ kind: 'bank-account.waits' });
    const folder = join(api.app.get<Config>(CONFIG).dataDir, 'mail');
    const letter = readdirSync(folder).find((name) => name.includes(`bank-change-${change.id}`));
    const text = Buffer.from(readFileSync(join(folder, letter!))).toString('utf8');
    expect(text).toContain('To: lien-he-cu@example.vn');
  });

  it('refuses what is no account, or the one in force', async () => {
    expect(await request(director, { bankBin: '97' })).toMatchObject({ code: 'BANK_BIN_NOT_VALID', field: 'bankBin' });
    expect(await request(director, { accountNo: '12' })).toMatchObject({ code: 'ACCOUNT_NO_NOT_VALID', field: 'accountNo' });
    expect(await request(director, { reason: ' ' })).toMatchObject({ code: 'BANK_REASON_MISSING', field: 'reason' });
    expect(await request(director, { bankBin: '970436', accountNo: '1112223334' })).toMatchObject({ code: 'SAME_ACCOUNT' });
    const forbidden = await staff.send(
      'mutation($input: BankAccountChangeRequestInput!) { bankAccountChangeRequest(input: $input) { __typename } }',
      { input: { clientKey: randomUUID(), ...ACCOUNT, password: PASSWORD } },
    );
    expect(forbidden.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is seen whole by its own people, masked by the Alliance, and not at all by others', async () => {
    const change = await request();
    const own = await staff.query<{ myBankAccountChanges: Change[] }>('{ myBankAccountChanges { id accountNo } }');
    expect(own.myBankAccountChanges[0]).toMatchObject({ accountNo: '8400215098765' });
    const seen = await officer.query<{ bankAccountChangesWaiting: Change[] }>('{ bankAccountChangesWaiting { id accountNo } }');
    expect(seen.bankAccountChangesWaiting.find(({ id }) => id === change.id)).toMatchObject({ accountNo: '•••• 8765' });
    const stranger = await person(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    const tried = await stranger.send(
      'mutation($input: BankAccountChangeConfirmInput!) { bankAccountChangeConfirm(input: $input) { __typename } }',
      { input: { clientKey: randomUUID(), id: change.id, version: 1, password: PASSWORD } },
    );
    expect(tried.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(
      (await stranger.query<{ myBankAccountChanges: Change[] }>('{ myBankAccountChanges { id } }')).myBankAccountChanges,
    ).toEqual([]);
  });
});
