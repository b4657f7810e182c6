import type { Client } from '../../testing/client.js';
import type { Org } from '../../testing/given.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

const REFUSED = '... on DomainError { code message field }';
const EVENT = `... on Event { id code version boothCount slots { id startsAt endsAt } booths { position goods ownerUnitName owner { id } }
  programme { talks { title startsAt } commendations { title hasBadge organization { id } } media { title url } } }`;

interface Event {
  id: string;
  code: string;
  version: number;
  slots: { id: string; startsAt: number }[];
  booths: { position: number; goods: string | null; ownerUnitName: string | null; owner: { id: string } | null }[];
  programme: { talks: { title: string }[]; commendations: { title: string; hasBadge: boolean }[]; media: { url: string }[] };
}
type Refused = { code?: string; field?: string };

describe('a conference made without code', () => {
  let api: TestApi;
  let officer: Client;
  let sells: Client;
  let buys: Client;
  let seller: Org;
  let buyer: Org;
  let event: Event;
  beforeAll(async () => {
    api = await startApi();
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    [seller, buyer] = [await api.given.cooperative({ name: 'HTX Gặp' }), await api.given.retailer({ name: 'Siêu thị Gặp' })];
    sells = await api.as(await api.given.member(seller, 'SELLER_DIRECTOR'));
    buys = await api.as(await api.given.member(buyer, 'BUYER_MANAGER', 'BUYER'));
    event = await act<Event>(officer, 'eventSave', 'EventSaveInput', facts(), EVENT);
  });
  afterAll(() => api.stop());

  const facts = (more: object = {}) => ({
    code: 'HN-HAI',
    title: 'Hội nghị thứ hai',
    heldOn: '2099-03-01',
    host: 'Liên minh HTX',
    sourceTitle: 'Kế hoạch thử',
    boothCount: 18,
    tableCount: 2,
    ...more,
  });
  const act = async <T>(
    client: Client,
    name: string,
    type: string,
    input: object,
    fields = '... on Done { id }',
  ): Promise<T & Refused> =>
    (
      await client.mutate<Record<string, T & Refused>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} ${REFUSED} } }`,
        { ...input },
      )
    )[name]!;
  const day = async (client: Client) =>
    (
      await client.query<{
        eventDay: {
          meetings: { id: string; status: string; version: number; actions: string[]; tableNo: number | null }[];
          takenSeats: { tableNo: number }[];
          slips: { id: string; goods: string; qty: string | null; mouId: string | null }[];
        };
      }>(
        `{ eventDay(code: "HN-HAI") { meetings { id status version actions tableNo } takenSeats { tableNo } slips { id goods qty mouId } } }`,
      )
    ).eventDay;
  const ask = (client: Client, toOrgId: string) =>
    act<{ id: string }>(client, 'meetingRequest', 'MeetingRequestInput', { eventCode: 'HN-HAI', toOrgId, wish: 'Bàn về na' });

  it('is made and changed by an officer, with as many booths as it has and no owner invented', async () => {
    expect(event.booths).toHaveLength(18);
    expect(event.booths.every(({ owner, ownerUnitName }) => !owner && !ownerUnitName)).toBe(true);
    expect(await act(officer, 'eventSave', 'EventSaveInput', facts(), EVENT)).toMatchObject({
      code: 'EVENT_CODE_TAKEN',
      field: 'code',
    });
    const stale = await act(officer, 'eventSave', 'EventSaveInput', facts({ id: event.id, version: 99 }), EVENT);
    expect(stale.code).toBe('VERSION_CONFLICT');
    const owned = await act<Event>(
      officer,
      'boothSave',
      'BoothSaveInput',
      { eventCode: 'HN-HAI', position: 18, ownerOrgId: seller.id, goods: 'Na dai' },
      EVENT,
    );
    expect(owned.booths.at(-1)).toMatchObject({ owner: { id: seller.id }, goods: 'Na dai' });
    expect(
      await act(officer, 'eventSave', 'EventSaveInput', facts({ id: event.id, version: event.version, boothCount: 10 }), EVENT),
    ).toMatchObject({
      code: 'BOOTHS_IN_USE',
    });
    const both = { eventCode: 'HN-HAI', position: 1, ownerOrgId: seller.id, ownerUnitCode: '187' };
    expect(await act(officer, 'boothSave', 'BoothSaveInput', both, EVENT)).toMatchObject({ code: 'BOOTH_OF_TWO' });
    const unit = await act<Event>(
      officer,
      'boothSave',
      'BoothSaveInput',
      { eventCode: 'HN-HAI', position: 1, ownerUnitCode: '187' },
      EVENT,
    );
    expect(unit.booths[0]!.ownerUnitName).toBe('Huyện Chi Lăng');
    const director = await sells.send('mutation($input: EventSaveInput!) { eventSave(input: $input) { __typename } }', {
      input: { clientKey: 'khoa-la', ...facts() },
    });
    expect(director.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('keeps its delegates: numbered in turn by twenty hands at once, changed by number, ticked at the door', async () => {
    const asked = Array.from({ length: 20 }, (_, i) => ({
      eventCode: 'HN-HAI',
      fullName: `Đại biểu ${i}`,
      role: 'COOPERATIVE',
      orgId: seller.id,
    }));
    const answers = await Promise.all(asked.map((input) => act(officer, 'delegateSave', 'DelegateSaveInput', input, EVENT)));
    expect(answers.map(({ code }) => code)).toEqual(asked.map(() => 'HN-HAI'));
    const people = async (client: Client) =>
      (
        await client.query<{ eventDay: { delegates: { code: string; fullName: string; attended: boolean | null }[] } }>(
          '{ eventDay(code: "HN-HAI") { delegates { code fullName attended } } }',
        )
      ).eventDay.delegates;
    expect((await people(officer)).map(({ code }) => Number(code))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    const changed = { eventCode: 'HN-HAI', code: '7', fullName: 'Người khác', role: 'PRESS', orgName: 'Báo thử' };
    await act(officer, 'delegateSave', 'DelegateSaveInput', changed, EVENT);
    await act(officer, 'delegateAttended', 'DelegateAttendedInput', { eventCode: 'HN-HAI', code: '7', attended: true }, EVENT);
    expect((await people(officer))[6]).toEqual({ code: '7', fullName: 'Người khác', attended: true });
    expect(await people(sells)).toHaveLength(19);
    expect(await people(buys)).toEqual([]);
    const refused = (name: string, type: string, input: object) =>
      act(officer, name, type, { eventCode: 'HN-HAI', ...input }, EVENT);
    expect(await refused('delegateAttended', 'DelegateAttendedInput', { code: '99', attended: true })).toMatchObject({
      code: 'DELEGATE_UNKNOWN',
    });
    expect(await refused('delegateSave', 'DelegateSaveInput', { fullName: ' ', role: 'OTHER' })).toMatchObject({
      code: 'DELEGATE_NAME_MISSING',
      field: 'fullName',
    });
    expect(await refused('delegateSave', 'DelegateSaveInput', { fullName: 'A', code: '<b>', role: 'OTHER' })).toMatchObject({
      code: 'DELEGATE_CODE_NOT_VALID',
    });
  });

  it('takes out of its programme what was entered by mistake, and the audit keeps it', async () => {
    await act(officer, 'talkAdd', 'TalkAddInput', { eventCode: 'HN-HAI', title: 'Nhầm' }, EVENT);
    const [talk] = await api.sql<{ id: string }>(`select id from event_talk where title = 'Nhầm'`);
    const remove = () =>
      act<Event>(officer, 'programmeRemove', 'ProgrammeRemoveInput', { eventCode: 'HN-HAI', part: 'TALK', id: talk!.id }, EVENT);
    expect((await remove()).programme.talks.map(({ title }) => title)).not.toContain('Nhầm');
    expect(await remove()).toMatchObject({ code: 'PROGRAMME_PART_GONE' });
    const [kept] = await api.sql<{ title: string }>(
      `select data -> 'was' ->> 'title' as title from audit_event where action = 'event.programme-remove'`,
    );
    expect(kept!.title).toBe('Nhầm');
  });

  it('keeps agenda, commendations and press; a badge needs number, day and file of its decision', async () => {
    await act(officer, 'talkAdd', 'TalkAddInput', { eventCode: 'HN-HAI', startsAt: 540, title: 'Khai mạc' }, EVENT);
    const bare = await act<Event>(
      officer,
      'commendationAdd',
      'CommendationAddInput',
      { eventCode: 'HN-HAI', orgId: seller.id, title: 'Giấy khen' },
      EVENT,
    );
    expect(bare.programme.commendations).toMatchObject([{ title: 'Giấy khen', hasBadge: false }]);
    const badges = async () =>
      (
        await api.visitor.query<{ commendationBadges: unknown[] }>(
          'query($id: ID!) { commendationBadges(orgId: $id) { decisionNo } }',
          { id: seller.id },
        )
      ).commendationBadges;
    expect(await badges()).toEqual([]);
    const [alliance] = await api.sql<{ id: string; person: string }>(
      `select o.id, m.user_id as person from organization o join membership m on m.org_id = o.id where o.kind = 'ALLIANCE' limit 1`,
    );
    const [file] = await api.sql<{ id: string }>(
      `insert into stored_file (id, org_id, name, mime, byte_length, sha256, visibility, created_by) values (gen_random_uuid(), $1, 'qd.pdf', 'application/pdf', 1, repeat('a', 64), 'PARTIES', $2) returning id`,
      [alliance!.id, alliance!.person],
    );
    const whole = {
      eventCode: 'HN-HAI',
      orgId: seller.id,
      title: 'Bằng khen',
      decisionNo: '12/QĐ',
      decisionOn: '2026-01-05',
      decisionFileId: file!.id,
    };
    await act(officer, 'commendationAdd', 'CommendationAddInput', whole, EVENT);
    expect(await badges()).toEqual([{ decisionNo: '12/QĐ' }]);
    const piece = {
      eventCode: 'HN-HAI',
      outlet: 'Báo thử',
      title: 'Na vào siêu thị',
      url: 'https://bao.example.vn/na',
      publishedOn: '2026-01-06',
    };
    expect((await act<Event>(officer, 'mediaAdd', 'MediaAddInput', piece, EVENT)).programme.media).toMatchObject([
      { url: piece.url },
    ]);
    expect(await act(officer, 'mediaAdd', 'MediaAddInput', piece, EVENT)).toMatchObject({ code: 'URL_KNOWN' });
    const [first, second] = [await api.given.product(seller), await api.given.product(seller)];
    const about = async (productId: string) =>
      (
        await api.visitor.query<{ productMedia: { url: string; publishedOn: string }[] }>(
          'query($id: ID!) { productMedia(productId: $id) { url publishedOn } }',
          { id: productId },
        )
      ).productMedia;
    for (const [url, publishedOn] of [
      ['https://bao.example.vn/cu', '2026-01-02'],
      ['https://bao.example.vn/moi', '2026-01-05'],
    ])
      await act(officer, 'mediaAdd', 'MediaAddInput', { ...piece, url, publishedOn, productId: first.id }, EVENT);
    // Everybody reads it at the product, the newest first; another product, and the conference's own piece, stay apart.
    expect(await about(first.id)).toEqual([
      { url: 'https://bao.example.vn/moi', publishedOn: '2026-01-05' },
      { url: 'https://bao.example.vn/cu', publishedOn: '2026-01-02' },
    ]);
    expect(await about(second.id)).toEqual([]);
    expect(await act(officer, 'mediaAdd', 'MediaAddInput', { ...piece, url: 'javascript:alert(1)' }, EVENT)).toMatchObject({
      code: 'URL_NOT_VALID',
    });
  });

  it('gives meetings a table and a time, and two that want the same one at once get one between them', async () => {
    const planned = await act<Event>(
      officer,
      'slotsPlan',
      'SlotsPlanInput',
      { eventCode: 'HN-HAI', startsAt: 540, minutes: 20, count: 3 },
      EVENT,
    );
    expect(planned.slots.map(({ startsAt }) => startsAt)).toEqual([540, 560, 580]);
    const [slotId] = planned.slots.map(({ id }) => id);
    const others = await Promise.all(
      [1, 2].map(async (n) => {
        const org = await api.given.cooperative({ name: `HTX Hẹn ${n}` });
        return { org, client: await api.as(await api.given.member(org, 'SELLER_DIRECTOR')) };
      }),
    );
    const shops = await Promise.all(
      [1, 2].map(async (n) => api.as(await api.given.member(await api.given.retailer({ name: `Chợ ${n}` }), 'BUYER_MANAGER'))),
    );
    const meetings = await Promise.all(shops.map((shop, i) => ask(shop, others[i]!.org.id)));
    const [one, two] = await Promise.all(
      others.map(({ client }, i) =>
        act(client, 'meetingAccept', 'MeetingPlaceInput', { id: meetings[i]!.id, version: 1, slotId, tableNo: 1 }),
      ),
    );
    expect([one!.code, two!.code].sort()).toEqual(['TABLE_TAKEN', undefined]);
    expect(await api.sql(`select 1 from meeting where status = 'ACCEPTED'`)).toHaveLength(1);
    const loser = one!.code ? 0 : 1;
    const other = await act(others[loser]!.client, 'meetingAccept', 'MeetingPlaceInput', {
      id: meetings[loser]!.id,
      version: 1,
      slotId,
      tableNo: 2,
    });
    expect(other.code).toBeUndefined();

    // The same side cannot sit at two tables, even when both accept at once.
    const [first, second] = [await ask(buys, others[0]!.org.id), await ask(buys, others[1]!.org.id)];
    const free = planned.slots[1]!.id;
    const answers = await Promise.all([
      act(others[0]!.client, 'meetingAccept', 'MeetingPlaceInput', { id: first.id, version: 1, slotId: free, tableNo: 1 }),
      act(others[1]!.client, 'meetingAccept', 'MeetingPlaceInput', { id: second.id, version: 1, slotId: free, tableNo: 2 }),
    ]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['SIDE_BUSY', undefined]);
    expect((await day(sells)).meetings).toEqual([]);
    expect((await day(sells)).takenSeats).toHaveLength(3);
    expect((await day(officer)).meetings).toHaveLength(4);
  });

  it('lets the asked side answer, either side cancel, and nobody else see or touch it', async () => {
    const asked = await ask(buys, seller.id);
    expect(await ask(sells, buyer.id)).toMatchObject({ code: 'MEETING_ALREADY_ASKED' });
    expect((await day(buys)).meetings.find(({ id }) => id === asked.id)!.actions).toEqual(['cancel']);
    const early = await buys.send('mutation($input: MeetingActionInput!) { meetingDecline(input: $input) { __typename } }', {
      input: { clientKey: 'tu-choi-ho', id: asked.id, version: 1 },
    });
    expect(early.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    const far = await stranger.send('mutation($input: MeetingActionInput!) { meetingCancel(input: $input) { __typename } }', {
      input: { clientKey: 'huy-ho', id: asked.id, version: 1 },
    });
    expect(far.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await act(sells, 'meetingDecline', 'MeetingActionInput', { id: asked.id, version: 1 })).code).toBeUndefined();
    expect(await act(buys, 'meetingCancel', 'MeetingActionInput', { id: asked.id, version: 2 })).toMatchObject({
      code: 'MEETING_DECIDED',
    });
  });

  it('turns a slip left at a booth into one draft memorandum, pressed however often', async () => {
    expect(await act(buys, 'slipLeave', 'SlipLeaveInput', { eventCode: 'HN-HAI', position: 99, goods: 'Na' })).toMatchObject({
      code: 'BOOTH_UNKNOWN',
    });
    expect(await act(sells, 'slipLeave', 'SlipLeaveInput', { eventCode: 'HN-HAI', position: 18, goods: 'Na' })).toMatchObject({
      code: 'OWN_BOOTH',
    });
    await act(buys, 'slipLeave', 'SlipLeaveInput', { eventCode: 'HN-HAI', position: 18, goods: 'Na dai' });
    const [slip] = (await day(sells)).slips;
    expect(slip).toMatchObject({ goods: 'Na dai', qty: null, mouId: null });
    const draft = () =>
      act<{ mouId: string }>(sells, 'slipDraft', 'SlipDraftInput', { id: slip!.id }, '... on SlipDraftMade { mouId }');
    const drafts = await Promise.all([draft(), draft()]);
    expect(new Set(drafts.map(({ mouId }) => mouId).filter(Boolean)).size).toBe(1);
    const lines = await api.sql<{ qty: string | null; status: string; event: string }>(
      `select l.target_qty as qty, m.status, e.code as event from mou m join mou_line l on l.mou_id = m.id join event e on e.id = m.event_id where m.id = $1`,
      [(await day(buys)).slips[0]!.mouId],
    );
    expect(lines).toEqual([{ qty: null, status: 'DRAFT', event: 'HN-HAI' }]);
    expect(await draft()).toMatchObject({ code: 'SLIP_DRAFTED' });
    const pdf = await api.visitor.get('/booth-sheets/HN-HAI.pdf');
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await api.visitor.get('/booth-sheets/KHONG-CO.pdf')).statusCode).toBe(404);
  });

  it('compares conferences by counts with their whole, and gives no percentage of fewer than five', async () => {
    const { eventCohorts } = await officer.query<{
      eventCohorts: {
        code: string;
        agreements: number;
        realisationBp: number | null;
        rungs: { rung: string; share: { count: number; of: number; bp: number | null } }[];
      }[];
    }>('{ eventCohorts { code agreements realisationBp rungs { rung share { count of bp } } } }');
    const cohort = (code: string) => eventCohorts.find((one) => one.code === code)!;
    expect(cohort('HN-2024-04-25')).toMatchObject({ agreements: 0, realisationBp: null });
    expect(cohort('HN-HAI')).toMatchObject({ agreements: 1, realisationBp: null });
    expect(cohort('HN-HAI').rungs.find(({ rung }) => rung === 'SIGNED')!.share).toEqual({ count: 0, of: 1, bp: null });
  });
});
