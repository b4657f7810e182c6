import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Client } from '../../testing/client.js';
import { aDepartment, aPaper } from '../../testing/petition.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

const FAILED = '__typename ... on DomainError { code field } ... on VersionConflict { code }';
const DUTY =
  'id state version actorName actorToday before dayHasCome mover nextMove quote recordCount availableActions { action allowed }';
interface Duty {
  code?: string;
  id: string;
  state: string;
  version: number;
  section: string;
  actorToday: string | null;
  dayHasCome: boolean;
  mover: string;
  recordCount: number;
  availableActions: { action: string; allowed: boolean }[];
}

describe('what the notice asks', () => {
  let api: TestApi;
  let officer: Client;
  let coop: Client;
  let stranger: Client;
  let coopId: string;
  let officerPerson: Awaited<ReturnType<TestApi['given']['member']>>;

  beforeAll(async () => {
    api = await startApi();
    officerPerson = await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER');
    officer = await api.as(officerPerson);
    const org = await api.given.cooperative({ name: 'HTX Thử nhận' });
    coopId = org.id;
    coop = await api.as(await api.given.member(org, 'SELLER_DIRECTOR'));
    stranger = await api.as(await api.given.member(await api.given.retailer({ name: 'Người ngoài' }), 'BUYER_MANAGER'));
  });
  afterAll(() => api.stop());

  const act = async <T>(client: Client, name: string, type: string, fields: string, input: Record<string, unknown>): Promise<T> =>
    (
      await client.mutate<Record<string, T>>(
        `mutation($input: ${type}Input!) { ${name}(input: $input) { ${FAILED} ${fields} } }`,
        input,
      )
    )[name]!;
  /** A clerk of a department that the reference data knows. */
  const department = async (slug: string) => {
    const [org] = await api.sql<{ id: string; name: string }>(
      'select id, name from organization where slug like $1 order by slug limit 1',
      [`${slug}%`],
    );
    return api.given.member(org as never, 'DEPARTMENT_OFFICER');
  };
  const duties = async () =>
    (await officer.query<{ duties: Duty[] }>(`{ duties(eventCode: "HN-2024-04-25") { ${DUTY} section } }`)).duties;
  const record = (input: Record<string, unknown>) =>
    act<Duty>(officer, 'dutyRecord', 'DutyRecord', `... on Duty { ${DUTY} }`, {
      text: 'Đã hỏi',
      happenedOn: '2026-01-05',
      ...input,
    });

  it('is known word for word, with today’s successor, and nothing is said of what became of it', async () => {
    const all = await duties();
    expect(all).toHaveLength(17);
    expect(all.every(({ state, version, recordCount }) => state === 'UNKNOWN' && version === 0 && recordCount === 0)).toBe(true);
    const answers = all.find(({ section }) => section === 'I.3')!;
    expect(answers).toMatchObject({
      actorToday: 'Sở Tài chính tỉnh Lạng Sơn',
      before: '2024-05-10',
      dayHasCome: true,
      mover: 'ALLIANCE',
    });
    const { workItems } = await officer.query<{ workItems: { kind: string; entityId: string }[] }>(
      '{ workItems { kind entityId } }',
    );
    expect(workItems.filter(({ kind }) => kind === 'DUTY_FOLLOW_UP').map(({ entityId }) => entityId)).toEqual([answers.id]);
    for (const client of [coop, stranger]) {
      const refused = await client.send('{ duties { id } }');
      expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('is done by evidence, never if it goes on for good, and each entry stays', async () => {
    const plan = (await duties()).find(
      ({ section, availableActions }) => section === 'II.2.b' && availableActions.every((a) => a.allowed),
    )!;
    const endless = (await duties()).find(({ section }) => section === 'II.2.e')!;
    expect(endless.availableActions.find(({ action }) => action === 'complete')).toMatchObject({ allowed: false });
    const at = { id: plan.id, version: 0 };
    expect((await record({ ...at, step: 'complete' })).code).toBe('DUTY_EVIDENCE_MISSING');
    expect((await record({ id: endless.id, version: 0, step: 'complete', docNo: '1', docDate: '2026-01-04' })).code).toBe(
      'DUTY_CONTINUING',
    );
    expect((await record({ ...at, step: 'reopen' })).code).toBe('TRANSITION_NOT_ALLOWED');
    const begun = await record({ ...at, step: 'progress', nextMove: 'Gọi lại', nextOn: '2999-01-01' });
    expect(begun).toMatchObject({ state: 'IN_PROGRESS', version: 1, nextMove: 'Gọi lại', mover: 'ACTOR' });
    expect((await record({ ...at, step: 'progress' })).code).toBe('VERSION_CONFLICT');
    const fileId = await aPaper(api, officerPerson);
    const done = await record({ id: plan.id, version: 1, step: 'complete', fileId });
    expect(done).toMatchObject({ state: 'DONE', recordCount: 2, mover: 'NONE' });
    await expect(api.sql('update duty_record set text = text')).rejects.toThrow(/insert-only/);
    const audit = await api.sql<{ action: string }>('select action from audit_event where entity_id = $1 order by at, id', [
      plan.id,
    ]);
    expect(audit.map(({ action }) => action)).toEqual(['duty.progress', 'duty.complete']);
  });

  it('is told by the department it is laid on, or its successor, and counts when the Alliance confirms', async () => {
    const OWN = 'id state isTakenOver steps words { id version status reason step }';
    interface Own {
      code?: string;
      id: string;
      state: string;
      isTakenOver: boolean;
      steps: string[];
      words: { id: string; version: number; status: string; reason: string | null }[];
    }
    const finance = await department('so-tai-chinh');
    const other = await aDepartment(api, 'Sở Khác');
    const clerk = await api.as(finance);
    const own = async (client: Client) => (await client.query<{ ownDuties: Own[] }>(`{ ownDuties { ${OWN} } }`)).ownDuties;
    const answers = (await duties()).find(({ section }) => section === 'I.3')!;
    const mine = (await own(clerk)).find(({ id }) => id === answers.id)!;
    expect(mine).toMatchObject({ isTakenOver: true, state: 'UNKNOWN', words: [], steps: ['progress', 'complete'] });
    const foreign = await api.as(other.officer);
    expect((await own(foreign)).map(({ id }) => id)).not.toContain(answers.id);
    const waits = async (client: Client) =>
      (await client.query<{ workItems: { kind: string; entityId: string }[] }>('{ workItems { kind entityId } }')).workItems
        .filter(({ entityId }) => entityId === answers.id)
        .map(({ kind }) => kind);
    expect(await waits(clerk)).toEqual(['DUTY_TELL']);
    const tell = (client: Client, input: Record<string, unknown>) =>
      act<Own>(client, 'dutyTell', 'DutyTell', `... on OwnDuty { ${OWN} }`, {
        ...{ dutyId: answers.id, step: 'complete', text: 'Đã trả lời bằng văn bản', happenedOn: '2026-01-05' },
        ...input,
      });
    expect((await tell(clerk, {})).code).toBe('DUTY_EVIDENCE_MISSING');
    const stolen = await foreign.send('mutation($input: DutyTellInput!) { dutyTell(input: $input) { __typename } }', {
      input: { clientKey: 'other', dutyId: answers.id, step: 'progress', text: 'x', happenedOn: '2026-01-05' },
    });
    expect(stolen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const told = await tell(clerk, { fileId: await aPaper(api, finance) });
    expect(told).toMatchObject({ state: 'UNKNOWN', steps: [], words: [{ status: 'WAITING' }] });
    expect((await tell(clerk, { step: 'progress' })).code).toBe('DUTY_WORD_WAITING');
    expect(await waits(officer)).toContain('DUTY_CONFIRM');
    const decide = (name: string, type: string, word: { id: string; version: number }, more: object = {}) =>
      act<Duty & { words: unknown[]; records: { organization: string }[] }>(
        officer,
        name,
        type,
        `... on Duty { ${DUTY} words { id } records { organization file { id } } }`,
        { id: word.id, version: word.version, ...more },
      );
    expect((await decide('dutyWordReturn', 'DutyWordReturn', told.words[0]!, { reason: ' ' })).code).toBe(
      'DUTY_RETURN_REASON_MISSING',
    );
    await decide('dutyWordReturn', 'DutyWordReturn', told.words[0]!, { reason: 'Thiếu danh sách' });
    expect(await waits(clerk)).toEqual(['DUTY_TELL']);
    const again = await tell(clerk, { docNo: '88/STC', docDate: '2026-01-04' });
    expect(again.words.map(({ status, reason }) => [status, reason])).toEqual([
      ['WAITING', null],
      ['RETURNED', 'Thiếu danh sách'],
    ]);
    const done = await decide('dutyWordConfirm', 'DutyWordConfirm', again.words[0]!);
    expect(done).toMatchObject({ state: 'DONE', words: [], records: [{ organization: 'Sở Tài chính tỉnh Lạng Sơn' }] });
    expect((await decide('dutyWordConfirm', 'DutyWordConfirm', again.words[0]!)).code).toBe('DUTY_WORD_DECIDED');
    expect([await waits(clerk), (await own(clerk)).find(({ id }) => id === answers.id)!.steps]).toEqual([[], []]);
    // Handed on once more: the body of today sees that it is done, and one that takes over later does not yet.
    const handOn = (since: string) =>
      api.sql(
        `insert into organization_succession (id, predecessor_id, successor_id, since, source)
         select gen_random_uuid(), o.id, $1, $2, 'Thử' from organization o where o.name = 'Sở Tài chính tỉnh Lạng Sơn'
         on conflict (predecessor_id, successor_id) do update set since = excluded.since`,
        [other.org.id, since],
      );
    const sees = async () => {
      const [row] = await api.app
        .get(UnitOfWork)
        .read({ ...SYSTEM, orgKind: 'DEPARTMENT', orgId: other.org.id }, (tx) =>
          tx.query<{ status: string }>('select status from duty_task where duty_id = $1', [answers.id]),
        );
      return row?.status ?? null;
    };
    await handOn('2999-01-01');
    expect(await sees()).toBeNull();
    await handOn('2025-03-01');
    expect([await sees(), await waits(foreign)]).toEqual(['DONE', []]);
    await api.sql('delete from organization_succession where successor_id = $1', [other.org.id]);
    for (const client of [coop, officer]) {
      const refused = await client.send('{ ownDuties { id } }');
      expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('goes to whom it names, sent on by the two bodies it asks, and whoever got it says so once', async () => {
    const rows = async (client: Client) =>
      (
        await client.query<{
          noticeDistribution: {
            id: string;
            name: string;
            senderName: string | null;
            senderToday: string | null;
            sentCount: number;
            readCount: number;
            maySend: boolean;
            receipts: { id: string; version: number; organization: string }[];
          }[];
        }>(
          '{ noticeDistribution(eventCode: "HN-2024-04-25") { id name senderName senderToday sentCount readCount maySend receipts { id version organization } } }',
        )
      ).noticeDistribution;
    const all = await rows(officer);
    expect(
      all.filter(({ senderName }) => senderName).map(({ name, senderName, senderToday }) => [name, senderName, senderToday]),
    ).toEqual([
      ['Các hợp tác xã dự Hội nghị', 'Liên minh Hợp tác xã tỉnh Lạng Sơn', null],
      ['Các doanh nghiệp dự Hội nghị', 'Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn', 'Sở Tài chính tỉnh Lạng Sơn'],
    ]);
    expect(all.every(({ sentCount }) => sentCount === 0)).toBe(true);
    const coops = all.find(({ name }) => name.startsWith('Các hợp tác xã'))!;
    const send = (client: Client, recipientId: string, orgIds: string[]) =>
      act<{ code?: string; sentCount?: number }>(client, 'noticeSend', 'NoticeSend', '... on NoticeRecipient { sentCount }', {
        ...{ recipientId, orgIds, sentOn: '2026-01-05', method: 'SYSTEM' },
      });
    const office = await aDepartment(api, 'Sở Thử khác');
    const theirs = await api.as(office.officer);
    expect((await rows(theirs)).some(({ maySend }) => maySend)).toBe(false);
    expect(await send(theirs, coops.id, [coopId])).toMatchObject({ code: 'NOT_THE_SENDER' });
    const named = all.find(({ name }) => name === 'Hiệp hội Doanh nghiệp tỉnh')!;
    expect(await send(officer, named.id, [coopId])).toMatchObject({ code: 'RECIPIENT_UNKNOWN' });
    expect(await send(officer, coops.id, [])).toMatchObject({ code: 'RECIPIENTS_MISSING' });
    expect(await send(officer, coops.id, [coopId])).toMatchObject({ sentCount: 1 });
    expect(await send(officer, coops.id, [coopId])).toMatchObject({ sentCount: 1 });
    const { workItems } = await coop.query<{ workItems: { kind: string }[] }>('{ workItems { kind } }');
    expect(workItems.map(({ kind }) => kind)).toContain('NOTICE_READ');
    const own = async (client: Client) =>
      (
        await client.query<{ ownNotices: { id: string; version: number; readOn: string | null }[] }>(
          '{ ownNotices { id version readOn } }',
        )
      ).ownNotices;
    expect(await own(stranger)).toEqual([]);
    const [mine] = await own(coop);
    const confirm = (client: Client, more = {}) =>
      act<{ code?: string; readOn?: string }>(client, 'noticeConfirm', 'NoticeConfirm', '... on OwnNotice { readOn }', {
        ...{ id: mine!.id, version: mine!.version, ...more },
      });
    expect(await confirm(officer)).toMatchObject({ code: 'READ_NOTE_MISSING' });
    const asked = 'mutation($input: NoticeConfirmInput!) { noticeConfirm(input: $input) { __typename } }';
    const foreign = await stranger.send(asked, { input: { clientKey: 'not-mine', id: mine!.id, version: mine!.version } });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await confirm(coop)).readOn).not.toBeNull();
    expect((await confirm(coop, { version: 2 })).code).toBe('ALREADY_READ');
    expect((await rows(officer)).find(({ id }) => id === coops.id)).toMatchObject({ sentCount: 1, readCount: 1 });
    expect((await rows(theirs)).every(({ receipts }) => receipts.length === 0)).toBe(true);
  });

  it('tells the sector’s figures with "trên" and "khoảng", takes the next period, and keeps what a correction replaces', async () => {
    const series = async (client: Client | null, code: string) => {
      const query = `{ sectorIndicators { code values { id period value qualifier planShareBp revision source } replaced { value } } }`;
      const { sectorIndicators } = await (client ?? officer).query<{
        sectorIndicators: {
          code: string;
          values: { period: string; value: string; revision: number }[];
          replaced: { value: string }[];
        }[];
      }>(query);
      return sectorIndicators.find((one) => one.code === code)!;
    };
    expect((await series(coop, 'COOPERATIVES')).values).toMatchObject([
      { period: '2024-04-20', value: '500', qualifier: 'MORE_THAN' },
    ]);
    expect((await series(stranger, 'NEW_COOPERATIVES')).values).toMatchObject([
      { period: '2022', value: '67', planShareBp: null },
      { period: '2023', value: '45', planShareBp: 10_000 },
      { period: '2024-Q1', value: '15', planShareBp: 3330 },
    ]);
    const enter = (input: Record<string, unknown>) =>
      act<{ code?: string; values?: { period: string }[] }>(
        officer,
        'indicatorEnter',
        'IndicatorEnter',
        '... on SectorIndicator { values { period } }',
        { code: 'NEW_COOPERATIVES', qualifier: 'EXACT', source: 'Số thử, không phải số thật', revision: 0, ...input },
      );
    expect((await enter({ period: '2999', value: '1' })).code).toBe('INDICATOR_PERIOD_NOT_OVER');
    expect((await enter({ period: '2024-Q1', value: '16', revision: 1 })).code).toBe('INDICATOR_REASON_MISSING');
    expect((await enter({ period: '2024-Q2', value: '12', plan: '10' })).values).toHaveLength(4);
    const correction = { period: '2024-Q2', value: '13', plan: '10', reason: 'Đếm lại' };
    expect((await enter(correction)).code).toBe('INDICATOR_CHANGED');
    await enter({ ...correction, revision: 1 });
    const corrected = await series(officer, 'NEW_COOPERATIVES');
    expect(corrected.values.at(-1)).toMatchObject({ period: '2024-Q2', value: '13', planShareBp: 13_000, revision: 2 });
    expect(corrected.replaced).toEqual([{ value: '12' }]);
    await expect(api.sql(`update indicator_value set value = 1`)).rejects.toThrow(/insert-only/);
    const input = { clientKey: 'no', code: 'MEMBERS', period: '2025', revision: 0, value: '1', qualifier: 'EXACT', source: 'x' };
    const refused = await coop.send('mutation($input: IndicatorEnterInput!) { indicatorEnter(input: $input) { __typename } }', {
      input,
    });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('keeps a register of trainings: whoever attended sees its own, strangers none; all of it goes out as files', async () => {
    const held = { kind: 'TRAINING', topic: 'Kế toán hợp tác xã', heldOn: '2026-01-04', attendeeOrgIds: [coopId], people: 2 };
    const put = (input: Record<string, unknown>) =>
      act<{ code?: string; id: string }>(officer, 'trainingRecord', 'TrainingRecord', '... on TrainingSession { id }', {
        ...held,
        ...input,
      });
    expect((await put({ people: 0 })).code).toBe('TRAINING_PEOPLE_INVALID');
    expect((await put({ attendeeOrgIds: ['x'] })).code).toBe('DUTY_ORG_UNKNOWN');
    expect((await put({})).id).toBeTruthy();
    const seen = async (client: Client) =>
      (
        await client.query<{ trainings: { edges: { node: { attendees: string[] } }[] } }>(
          '{ trainings { edges { node { attendees } } } }',
        )
      ).trainings.edges;
    expect([(await seen(officer)).length, (await seen(stranger)).length]).toEqual([1, 0]);
    expect((await seen(coop))[0]!.node.attendees).toEqual(['HTX Thử nhận']);
    for (const name of ['duties', 'notice-recipients', 'indicators', 'trainings'])
      expect((await officer.get(`/exports/${name}.csv`)).statusCode).toBe(200);
    for (const name of ['duties', 'notice-recipients']) expect((await coop.get(`/exports/${name}.csv`)).statusCode).toBe(404);
    expect((await coop.get('/exports/indicators.csv')).rawPayload.toString('utf8')).toContain('trên');
  });
});
