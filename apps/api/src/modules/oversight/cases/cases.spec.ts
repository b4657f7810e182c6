import { anAgreement, type GivenAgreement } from '../../../testing/agreement.js';
import type { Client } from '../../../testing/client.js';
import type { Org, Person } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

interface Case {
  code?: string;
  owner: { name: string } | null;
  nextAction: string | null;
  entries: { kind: string; text: string; promisedFor: string | null; withName: string | null }[];
  tasks: { id: string; title: string; state: string; overdue: boolean; outcome: string | null; version: number }[];
  version: number;
}
const FIELDS = `owner { name } nextAction entries { kind text promisedFor withName } tasks { id title state overdue outcome version } version`;
const day = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

describe('case work on an agreement', () => {
  let api: TestApi;
  let alliance: Org;
  let person: Person;
  let officer: Client;
  let agreement: GivenAgreement;

  beforeAll(async () => {
    api = await startApi();
    alliance = await api.given.alliance();
    person = await api.given.member(alliance, 'ALLIANCE_OFFICER');
    officer = await api.as(person);
    agreement = await anAgreement(api, { title: 'Có hồ sơ' });
  });
  afterAll(() => api.stop());

  const act = async (name: string, input: Record<string, unknown>, client = officer): Promise<Case> =>
    (
      await client.mutate<Record<string, Case>>(
        `mutation($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on DomainError { code } ... on CaseFile { ${FIELDS} } } }`,
        input,
      )
    )[name]!;

  it('has an owner and a next action with its day, saved by one person at a time', async () => {
    const { mouId } = agreement;
    const base = { mouId, version: 0, ownerId: person.userId, nextAction: 'Gọi hai bên', nextActionOn: day(3) };
    expect(await act('caseFileSave', { ...base, nextActionOn: null })).toMatchObject({ code: 'NEXT_ACTION_DAY_MISSING' });
    expect(await act('caseFileSave', { ...base, ownerId: agreement.director.userId })).toMatchObject({
      code: 'CASE_OWNER_UNKNOWN',
    });
    expect(await act('caseFileSave', base)).toMatchObject({ nextAction: 'Gọi hai bên', version: 1 });
    expect(await act('caseFileSave', base)).toMatchObject({ code: 'VERSION_CONFLICT' });
  });

  it('keeps calls, visits and promises for good, with a party of this agreement', async () => {
    const { mouId } = agreement;
    const stranger = await api.given.cooperative();
    const promise = {
      mouId,
      kind: 'PROMISE',
      happenedOn: day(0),
      orgId: agreement.buyer.id,
      text: 'Đặt đơn đầu tiên',
      promisedFor: day(10),
    };
    expect(await act('caseEntryAdd', { ...promise, orgId: stranger.id })).toMatchObject({ code: 'CASE_NOT_A_PARTY' });
    expect(await act('caseEntryAdd', { ...promise, promisedFor: null })).toMatchObject({ code: 'PROMISE_DAY_MISSING' });
    const { entries } = await act('caseEntryAdd', promise);
    expect(entries).toEqual([expect.objectContaining({ kind: 'PROMISE', promisedFor: day(10) })]);
    await expect(api.sql('delete from case_entry')).rejects.toThrow(/insert-only/);
  });

  it('plans tasks with deadlines and ends each once, by evidence', async () => {
    const { mouId } = agreement;
    expect(await act('planTaskAdd', { mouId, text: 'Mã vạch', dueOn: day(-1) })).toMatchObject({ code: 'TASK_DUE_IN_PAST' });
    await act('planTaskAdd', { mouId, text: 'Mã vạch', orgId: agreement.seller.id, dueOn: day(5) });
    const { tasks } = await act('planTaskAdd', { mouId, text: 'Tập huấn', dueOn: day(60) });
    const [task] = tasks;
    const end = { id: task!.id, version: task!.version, done: true };
    expect(await act('planTaskEnd', end)).toMatchObject({ code: 'TASK_EVIDENCE_MISSING' });
    const scan = await act('planTaskEnd', { ...end, outcome: 'Đã có mã GS1' });
    expect(scan.tasks.find(({ id }) => id === task!.id)).toMatchObject({ state: 'DONE', outcome: 'Đã có mã GS1' });
    expect(await act('planTaskEnd', end)).toMatchObject({ code: 'TASK_ENDED' });
    await api.sql(`update plan_task set due_on = current_date - 3 where id = $1`, [tasks[1]!.id]);
  });

  it('is seen in the calendar and the inbox of its owner, and by nobody outside the Alliance', async () => {
    const { caseCalendar } = await officer.query<{ caseCalendar: { kind: string; on: string }[] }>(
      'query($from: LocalDate!, $to: LocalDate!) { caseCalendar(from: $from, to: $to) { kind on mou { id } } }',
      { from: day(-30), to: day(90) },
    );
    expect(caseCalendar.map(({ kind }) => kind).sort()).toEqual(['NEXT_ACTION', 'PROMISE', 'TASK']);
    expect(caseCalendar.map(({ on }) => on)).toEqual(caseCalendar.map(({ on }) => on).sort());
    const inbox = async (client: Client) =>
      (await client.query<{ workItems: { kind: string }[] }>('{ workItems { kind } }')).workItems
        .map(({ kind }) => kind)
        .filter((kind) => ['CASE_NEXT_ACTION', 'PLAN_TASK_DUE'].includes(kind));
    expect((await inbox(officer)).sort()).toEqual(['CASE_NEXT_ACTION', 'PLAN_TASK_DUE']);
    expect(await inbox(await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER')))).toEqual([]);
    const onBoard = async (client: Client) =>
      (
        await client.query<{ agreementBoard: { edges: { node: { id: string; caseWork: unknown } }[] } }>(
          '{ agreementBoard(first: 20) { edges { node { id caseWork { nextAction openTasks overdueTasks } } } } }',
        )
      ).agreementBoard.edges.find(({ node }) => node.id === agreement.mouId)?.node.caseWork;
    expect(await onBoard(officer)).toEqual({ nextAction: 'Gọi hai bên', openTasks: 1, overdueTasks: 1 });
    expect(await onBoard(agreement.sells)).toBeNull();
    const refused = await agreement.sells.send('query($mouId: ID!) { caseFile(mouId: $mouId) { nextAction } }', {
      mouId: agreement.mouId,
    });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
