import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SYSTEM } from '../../platform/auth/actor.js';
import type { Client } from '../../testing/client.js';
import type { Person } from '../../testing/given.js';
import { actOn, aDepartment, aPaper, aPetition, type Department } from '../../testing/petition.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { aTrade, type Trade } from '../../testing/trade.js';
import { PetitionBlocks, PetitionIntake, type RegisteredPetition } from './index.js';

const REFUSAL = '__typename ... on DomainError { code field } ... on Petition { id version status }';
const PAGE = `query($id: ID!) { petition(id: $id) { status content wantedOutcome draft overdue answeredInReport namedDepartment { name }
  department { name } answers { kind docNo onTime summary } assignments { kind reason round } feedbacks { satisfied }
  blocks { title endedAt } availableActions { action allowed } } }`;

describe('petitions', () => {
  let api: TestApi;
  let trade: Trade;
  let finance: Department;
  let farming: Department;
  let sells: Client;
  let officer: Client;
  let alliancePerson: Person;

  beforeAll(async () => {
    api = await startApi();
    trade = await aTrade(api);
    finance = await aDepartment(api, 'Sở Thử Tài chính');
    farming = await aDepartment(api, 'Sở Thử Nông nghiệp');
    alliancePerson = await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER');
    [sells, officer] = [await api.as(trade.director), await api.as(alliancePerson)];
  });
  afterEach(() => api.clock.set(null));
  afterAll(() => api.stop());

  const on = (day: string) => api.clock.set(new Date(`${day}T09:00:00+07:00`));
  const refused = async (client: Client, name: string, type: string, input: Record<string, unknown>) => {
    const answer = await client.mutate<Record<string, { code?: string; field?: string }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} } }`,
      input,
    );
    return answer[name]!.code;
  };
  const read = async (client: Client, id: string) =>
    (await client.send<{ petition: Record<string, never> | null }>(PAGE, { id })).data?.petition ?? null;

  /** Filed, classified and assigned on a day, to be answered before another. */
  const assigned = async (day: string, answerBefore: string, department = finance) => {
    on(day);
    const filed = await aPetition(sells);
    const classified = await actOn(officer, 'petitionClassify', 'PetitionClassifyInput', {
      ...at(filed),
      fieldCodes: ['TD', 'NS'],
    });
    return actOn(officer, 'petitionAssign', 'PetitionAssignInput', {
      ...at(classified),
      departmentId: department.org.id,
      answerBefore,
    });
  };
  const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
  const answered = async (petition: { id: string; version: number }, day: string, docNo: string, department = finance) => {
    on(day);
    const [writes, leads] = [await api.as(department.officer), await api.as(department.leader)];
    const drafted = await actOn(writes, 'petitionDraft', 'PetitionDraftInput', { ...at(petition), text: 'Dự thảo trả lời' });
    return actOn(leads, 'petitionIssue', 'PetitionIssueInput', {
      ...at(drafted),
      docNo,
      docDate: day,
      fileId: await aPaper(api, department.leader),
      summary: 'Đã bố trí vốn',
    });
  };

  it('are late on the very day of "trước ngày", in time the day before, and reopened twice at most', async () => {
    let petition = await assigned('2026-03-02', '2026-03-20');
    petition = await answered(petition, '2026-03-20', '12/STC');
    petition = await actOn(sells, 'petitionFeedback', 'PetitionFeedbackInput', {
      ...at(petition),
      satisfied: false,
      note: 'Chưa rõ hạn',
    });
    petition = await actOn(sells, 'petitionReopen', 'PetitionReopenInput', { ...at(petition), reason: 'Xin nói rõ hạn' });
    expect(petition).toMatchObject({ status: 'ASSIGNED', reopened: 1, reopensLeft: 1 });
    petition = await answered(petition, '2026-03-23', '15/STC');
    const page = await read(sells, petition.id);
    expect(page!['answers']).toMatchObject([
      { kind: 'OFFICIAL', docNo: '12/STC', onTime: false },
      { kind: 'OFFICIAL', docNo: '15/STC', onTime: true },
    ]);
    for (const reason of ['Lần hai', 'Lần ba']) {
      petition = await actOn(sells, 'petitionFeedback', 'PetitionFeedbackInput', {
        ...at(petition),
        satisfied: false,
        note: reason,
      });
      if (reason === 'Lần ba') break;
      petition = await actOn(sells, 'petitionReopen', 'PetitionReopenInput', { ...at(petition), reason });
      petition = await answered(petition, '2026-03-25', '18/STC');
    }
    expect(await refused(sells, 'petitionReopen', 'PetitionReopenInput', { ...at(petition), reason: 'Nữa' })).toBe(
      'REOPENS_USED_UP',
    );
    const told = await api.sql<{ action: string }>('select action from audit_event where entity_id = $1 order by at, id', [
      petition.id,
    ]);
    expect(told.map(({ action }) => action).filter((action) => action === 'petition.issue')).toHaveLength(3);
  });

  it('are overdue by the calendar alone, and an official answer has number, date and file', async () => {
    let petition = await assigned('2026-03-02', '2026-03-20');
    on('2026-03-19');
    expect((await read(officer, petition.id))!['overdue']).toBe(false);
    on('2026-03-20');
    expect((await read(officer, petition.id))!['overdue']).toBe(true);
    const [writes, leads] = [await api.as(finance.officer), await api.as(finance.leader)];
    petition = await actOn(writes, 'petitionDraft', 'PetitionDraftInput', { ...at(petition), text: 'Dự thảo kín' });
    const whole = { docNo: '1/STC', docDate: '2026-03-20', fileId: await aPaper(api, finance.leader) };
    for (const [part, code] of [
      ['docNo', 'DOC_NO_MISSING'],
      ['docDate', 'DOC_DATE_MISSING'],
      ['fileId', 'DOC_FILE_MISSING'],
    ] as const)
      expect(await refused(leads, 'petitionIssue', 'PetitionIssueInput', { ...at(petition), ...whole, [part]: null })).toBe(code);
    const { errors } = await writes.send(
      `mutation($input: PetitionIssueInput!) { petitionIssue(input: $input) { __typename } }`,
      {
        input: { clientKey: 'officer-issues', ...at(petition), ...whole },
      },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await read(writes, petition.id))!['draft']).toBe('Dự thảo kín');
    for (const other of [officer, sells]) expect((await read(other, petition.id))!['draft']).toBeNull();
    await expect(
      api.sql(
        `insert into petition_answer (id, petition_id, round, kind, department_id, at) values (gen_random_uuid(), $1, 0, 'OFFICIAL', $2, now())`,
        [petition.id, finance.org.id],
      ),
    ).rejects.toThrow(/petition_answer_official_whole/);
  });

  it('keep an answer in a report and the official answer apart', async () => {
    let petition = await assigned('2026-03-02', '2026-03-20');
    const writes = await api.as(finance.officer);
    petition = await actOn(writes, 'petitionAnswerInReport', 'PetitionReportAnswerInput', {
      ...at(petition),
      summary: 'Theo báo cáo',
    });
    expect(petition.status).toBe('ANSWERED_IN_REPORT');
    on('2026-03-21');
    expect(await read(officer, petition.id)).toMatchObject({ overdue: true, answeredInReport: true });
    petition = await answered(petition, '2026-03-21', '30/STC');
    petition = await actOn(sells, 'petitionFeedback', 'PetitionFeedbackInput', { ...at(petition), satisfied: true });
    expect(petition.status).toBe('ACCEPTED');
    expect((await read(sells, petition.id))!['answers']).toMatchObject([
      { kind: 'REPORT', onTime: null },
      { kind: 'OFFICIAL', onTime: false },
    ]);
  });

  it('pass to the competent body with the reason, and the first one may read but not answer', async () => {
    const petition = await assigned('2026-03-02', '2026-03-20');
    const [writes, next] = [await api.as(finance.officer), await api.as(farming.officer)];
    expect(await read(next, petition.id)).toBeNull();
    const input = { ...at(petition), departmentId: farming.org.id };
    expect(await refused(writes, 'petitionTransfer', 'PetitionTransferInput', { ...input, reason: ' ' })).toBe(
      'PETITION_REASON_MISSING',
    );
    const passed = await actOn(writes, 'petitionTransfer', 'PetitionTransferInput', {
      ...input,
      reason: 'Thuộc ngành nông nghiệp',
    });
    expect(await read(next, petition.id)).toMatchObject({ department: { name: 'Sở Thử Nông nghiệp' }, status: 'ASSIGNED' });
    expect(await refused(writes, 'petitionDraft', 'PetitionDraftInput', { ...at(passed), text: 'Vẫn trả lời' })).toBe(
      'NOT_THE_DEPARTMENT',
    );
  });

  it('go to the successor of a body that is no more', async () => {
    on('2026-03-02');
    const filed = await aPetition(sells);
    const [planning] = await api.sql<{ id: string }>(`select id from organization where slug = 'so-ke-hoach-va-dau-tu'`);
    const classified = await actOn(officer, 'petitionClassify', 'PetitionClassifyInput', { ...at(filed), fieldCodes: ['NS'] });
    await actOn(officer, 'petitionAssign', 'PetitionAssignInput', { ...at(classified), departmentId: planning!.id });
    const page = await read(officer, filed.id);
    expect(page).toMatchObject({
      department: { name: 'Sở Tài chính tỉnh Lạng Sơn' },
      namedDepartment: { name: 'Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn' },
    });
  });

  it('merge with a duplicate: both petitioners get the answer, but not each other’s words', async () => {
    on('2026-03-02');
    const other = await api.given.cooperative({ name: 'HTX trùng ý' });
    const neighbour = await api.as(await api.given.member(other, 'SELLER_DIRECTOR'));
    const [first, second] = [await aPetition(sells, 'Lời của nhà ta'), await aPetition(neighbour, 'Lời nhà bên')];
    expect(await read(neighbour, first.id)).toBeNull();
    expect(await refused(officer, 'petitionMerge', 'PetitionMergeInput', { ...at(first), intoId: first.id })).toBe(
      'MERGE_WITH_ITSELF',
    );
    const merged = await actOn(officer, 'petitionMerge', 'PetitionMergeInput', { ...at(second), intoId: first.id });
    expect(merged.status).toBe('MERGED');
    expect(await read(neighbour, first.id)).toMatchObject({ content: null, status: 'RECEIVED' });
    expect(await read(sells, first.id)).toMatchObject({ content: 'Lời của nhà ta' });
  });

  it('block agreements until the link is ended, and the front door names them', async () => {
    on('2026-03-02');
    let petition = await aPetition(sells);
    petition = await actOn(officer, 'petitionBlock', 'PetitionBlockInput', {
      ...at(petition),
      mouId: trade.mouId,
      note: 'Thiếu kho',
    });
    expect(await refused(officer, 'petitionBlock', 'PetitionBlockInput', { ...at(petition), mouId: trade.mouId })).toBe(
      'ALREADY_BLOCKING',
    );
    const blocking = () => api.app.get(UnitOfWork).read(SYSTEM, (tx) => api.app.get(PetitionBlocks).blocking(tx, [trade.mouId]));
    expect(await blocking()).toMatchObject([{ petitionId: petition.id, mouId: trade.mouId, status: 'RECEIVED' }]);
    const asked = `query($mouId: ID!) { petitionsBlocking(mouId: $mouId) { id } }`;
    expect(await sells.query(asked, { mouId: trade.mouId })).toEqual({ petitionsBlocking: [{ id: petition.id }] });
    const buys = await api.as(trade.manager);
    expect(await buys.query(asked, { mouId: trade.mouId })).toEqual({ petitionsBlocking: [] });
    await actOn(officer, 'petitionUnblock', 'PetitionUnblockInput', { ...at(petition), mouId: trade.mouId, reason: 'Đã có kho' });
    expect(await blocking()).toEqual([]);
  });

  it('come in from a register by (event, number), again without doubles, and go out while nobody touched them', async () => {
    const [event] = await api.sql<{ id: string }>(`select id from event where code = 'HN-2024-04-25'`);
    const [planning] = await api.sql<{ id: string }>(`select id from organization where slug = 'so-ke-hoach-va-dau-tu'`);
    const item: RegisteredPetition = {
      eventId: event!.id,
      registerNo: '7',
      petitionerOrgId: trade.seller.id,
      petitionerName: null,
      content: null,
      wantedOutcome: null,
      fieldCodes: ['DD'],
      receivedOn: '2024-03-01',
      departmentId: planning!.id,
      answerBefore: '2024-05-10',
      reportAnswer: 'Trả lời tại báo cáo phát ở Hội nghị',
      docNo: null,
      docDate: null,
    };
    const intake = api.app.get(PetitionIntake);
    const system = { ...SYSTEM, userId: alliancePerson.userId, orgId: alliancePerson.org.id, orgKind: 'ALLIANCE' };
    const register = (patch: Partial<RegisteredPetition> = {}) =>
      api.app.get(UnitOfWork).run(system, (tx) => intake.register(tx, system, { ...item, ...patch }));
    const created = await register();
    expect(created).toMatchObject({ ok: true, value: { outcome: 'CREATED' } });
    const id = created.ok ? created.value.id : '';
    expect(await read(officer, id)).toMatchObject({ status: 'ANSWERED_IN_REPORT', overdue: true, content: null });
    expect(await register()).toEqual({ ok: true, value: { id, outcome: 'UNCHANGED' } });
    expect(await register({ fieldCodes: ['không có'] })).toMatchObject({ ok: false, refusal: { code: 'FIELD_UNKNOWN' } });
    const withdraw = () => api.app.get(UnitOfWork).run(system, (tx) => intake.withdraw(tx, [id]));
    expect(await withdraw()).toEqual({ ok: true, value: 1 });
    const again = await register({ registerNo: '8' });
    const secondId = again.ok ? again.value.id : '';
    expect(await register({ registerNo: '8', content: 'Có lời' })).toMatchObject({ value: { outcome: 'UPDATED' } });
    const touched = await api.app.get(UnitOfWork).run(system, (tx) => intake.withdraw(tx, [secondId]));
    expect(touched).toMatchObject({ ok: false, refusal: { code: 'PETITION_STATE' } });
  });
});
