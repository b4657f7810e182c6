import { startApi, type TestApi } from '../../testing/start-api.js';

interface Fact {
  kind: string;
  position: number;
  title: string;
  detail: string | null;
  organization: { slug: string } | null;
}
interface Answer {
  event: {
    sourceNumber: string | null;
    sourceSignedOn: string | null;
    attendanceApprox: number;
    boothCount: number;
    signingPartyCount: number;
    heldOn: string;
    facts: Fact[];
    booths: { position: number; title: string | null; owner: unknown; ownerUnitName: string | null }[];
  };
}

const EVENT = `{ event(code: "HN-2024-04-25") { heldOn sourceNumber sourceSignedOn attendanceApprox boothCount signingPartyCount
  facts { kind position title detail organization { slug } } booths { position title owner { id } ownerUnitName } } }`;

describe('the conference of 25/4/2024', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const facts = ({ event }: Answer, kind: string) => event.facts.filter((fact) => fact.kind === kind);

  it('keeps the numbers of the notice, and leaves empty what is blank in it', async () => {
    const { event } = await api.visitor.query<Answer>(EVENT);
    expect(event).toMatchObject({
      heldOn: '2024-04-25',
      sourceNumber: null,
      sourceSignedOn: null,
      attendanceApprox: 100,
      boothCount: 18,
      signingPartyCount: 12,
    });
    expect(event.booths).toHaveLength(18);
    expect(
      event.booths.every(({ title, owner, ownerUnitName }) => title === null && owner === null && ownerUnitName === null),
    ).toBe(true);
  });

  it('names three outside bodies and eight speakers, each line with the words it rests on', async () => {
    const answer = await api.visitor.query<Answer>(EVENT);
    expect(facts(answer, 'OUTSIDE_BODY').map(({ organization }) => organization?.slug)).toEqual([
      'vccu',
      'central-retail',
      'trung-tam-xuc-tien-ha-noi',
    ]);
    const speakers = facts(answer, 'SPEAKER');
    expect(speakers).toHaveLength(8);
    expect(speakers.every(({ detail }) => detail?.startsWith('Chủ đề ghép theo thứ tự trong văn bản: “'))).toBe(true);
    expect(speakers.slice(0, 2).map(({ organization }) => organization)).toEqual([null, null]);
    expect(answer.event.facts.every(({ detail }) => /“.+”/.test(detail ?? ''))).toBe(true);
  });

  it('keeps the qualifiers of figures', async () => {
    const figures = facts(await api.visitor.query<Answer>(EVENT), 'FIGURE').map(({ title }) => title);
    expect(figures).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Trên 500/), expect.stringMatching(/^Khoảng 1\.150/)]),
    );
  });

  it('speaks English to English readers', async () => {
    const reply = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'accept-language': 'en-GB' },
      payload: { query: EVENT },
    });
    const answer = reply.json<{ data: Answer }>().data;
    expect(facts(answer, 'SPEAKER')[5]!.title).toBe('Department of Industry and Trade');
  });

  it('is one of the public events, and unknown codes are nothing', async () => {
    const { events, event } = await api.visitor.query<{ events: { code: string }[]; event: null }>(
      '{ events { code } event(code: "KHONG-CO") { code } }',
    );
    expect(events).toEqual([{ code: 'HN-2024-04-25' }]);
    expect(event).toBeNull();
  });
});
