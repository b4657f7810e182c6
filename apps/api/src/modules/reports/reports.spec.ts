import { quantity } from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { contentHash } from '../../platform/content-hash.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { readSpreadsheet } from '../../platform/spreadsheets/index.js';
import { anAgreement, type GivenAgreement } from '../../testing/agreement.js';
import type { Client } from '../../testing/client.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { done } from '../../testing/trade.js';
import { CommitmentLedger } from '../agreements/index.js';

const FIELDS = `id version status number sha256 availableActions { action allowed reason }
  facts { agreements quantified groups { unit committed accepted rateBp } rungs { rung reached outOf rateBp } corrections { registerNo measure before now } }
  annex { id rung lines { committed ordered shipped accepted } }`;
interface Report {
  code?: string;
  id: string;
  version: number;
  number: string | null;
  sha256: string;
  availableActions: { action: string; allowed: boolean }[];
  facts: { agreements: number; groups: { accepted: string }[]; corrections: { measure: string; before: string; now: string }[] };
  annex: { id: string; lines: { accepted: string }[] }[];
}
const DAY = 86_400_000;

describe('the periodic report', () => {
  let api: TestApi;
  let officer: Client;
  let leader: Client;
  let agreement: GivenAgreement;
  let start: number;

  const accepts = (qty: string) =>
    api.app.get(UnitOfWork).run(SYSTEM, (tx) =>
      api.app.get(CommitmentLedger).accept(tx, [
        {
          contractLineId: agreement.contractLineIds[0]!,
          mouLineId: agreement.mouLineIds[0]!,
          qty: quantity(qty),
          source: { type: 'RECEIPT', id: newId(), lineId: newId() },
        },
      ]),
    );
  const day = (days: number) => new Date(start + days * DAY + 7 * 3_600_000).toISOString().slice(0, 10);
  const goTo = (days: number) => api.clock.set(new Date(start + days * DAY));
  const act = async (client: Client, name: string, type: string, input: Record<string, unknown>): Promise<Report> =>
    (
      await client.mutate<Record<string, Report>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on DomainError { code message } ... on ProgressReport { ${FIELDS} } } }`,
        input,
      )
    )[name]!;
  const prepare = (asOf: number) =>
    act(officer, 'reportPrepare', 'ReportPrepareInput', { periodFrom: day(-30), asOf: day(asOf) });
  const issue = (client: Client, { id, version }: Report) => act(client, 'reportIssue', 'ReportActionInput', { id, version });
  const read = async (client: Client, id: string) =>
    (await client.query<{ progressReport: Report }>(`query($id: ID!) { progressReport(id: $id) { ${FIELDS} } }`, { id }))
      .progressReport;

  beforeAll(async () => {
    api = await startApi();
    start = api.clock.now().getTime();
    const alliance = await api.given.alliance();
    officer = await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER', 'ALLIANCE_LEADER'));
    leader = await api.as(await api.given.member(alliance, 'ALLIANCE_LEADER'));
    agreement = await anAgreement(api, { title: 'Na dai Chi Lăng' });
    await accepts('600');
  });
  afterAll(() => api.stop());

  let first: Report;

  it('says what the ledger held at its cut-off, and goes on saying it after later facts', async () => {
    expect((await prepare(0)).code).toBe('REPORT_DAY_NOT_OVER');
    goTo(2);
    first = await prepare(1);
    expect(first.facts.agreements).toBe(1);
    expect(first.annex[0]!.lines[0]!.accepted).toBe('600');
    await accepts('100');
    const again = await read(officer, first.id);
    expect(again.facts).toEqual(first.facts);
    const [{ content }] = (await api.sql<{ content: unknown }>('select content from report_snapshot where report_id = $1', [
      first.id,
    ])) as [{ content: unknown }];
    expect(contentHash(content)).toBe(first.sha256);
    await expect(api.sql(`update report_snapshot set sha256 = sha256`)).rejects.toThrow();
  });

  it('is issued by a second person, with the next number of the year and never again changed', async () => {
    expect((await issue(officer, first)).code).toBe('SECOND_PERSON_NEEDED');
    expect(first.availableActions.find(({ action }) => action === 'issue')!.allowed).toBe(false);
    const issued = await issue(leader, first);
    expect(issued.number).toBe('01/BC-LMHTX');
    expect((await issue(leader, issued)).code).toBe('TRANSITION_NOT_ALLOWED');
    await expect(api.sql(`update progress_report set as_of = as_of where id = $1`, [first.id])).rejects.toThrow();
    expect((await prepare(1)).code).toBe('REPORT_ALREADY_ISSUED');
  });

  it('judges an agreement by the tolerance of the day it was recorded, as the board does: a later rule corrects no report', async () => {
    goTo(3);
    await api.sql(
      `insert into legal_parameter (id, code, variant, value, valid_from, source)
       select gen_random_uuid(), code, variant, '5000', $1, 'Thử' from legal_parameter where code = 'MOU_FULFILMENT_TOLERANCE_BP' limit 1`,
      [day(2)],
    );
    const later = await prepare(2);
    expect([later.annex[0]!.lines[0]!.accepted, later.facts.corrections]).toEqual(['700', []]);
    await act(officer, 'reportWithdraw', 'ReportWithdrawInput', { id: later.id, version: later.version, reason: 'Thử' });
    await api.sql(`delete from legal_parameter where code = 'MOU_FULFILMENT_TOLERANCE_BP' and source = 'Thử'`);
  });

  it('tells in the next report what came late for the one before', async () => {
    goTo(1);
    await accepts('50');
    goTo(5);
    const second = await prepare(4);
    expect(second.annex[0]!.lines[0]!.accepted).toBe('750');
    expect(second.facts.corrections).toEqual([expect.objectContaining({ measure: 'ACCEPTED', before: '600', now: '650' })]);
    const rival = await prepare(3);
    expect((await issue(leader, second)).number).toBe('02/BC-LMHTX');
    expect((await issue(leader, rival)).code).toBe('REPORT_OVERTAKEN');
    const gone = await act(officer, 'reportWithdraw', 'ReportWithdrawInput', {
      id: rival.id,
      version: rival.version,
      reason: 'Cũ',
    });
    expect(gone.code).toBeUndefined();
  });

  it('tells whose move it was at the cut-off, whatever was signed, refused or sold under another group since', async () => {
    const movers = async (asOf: number) => {
      const { reportPreview } = await officer.query<{
        reportPreview: { groups: { label: string }[]; movers: { actor: string; count: number }[] };
      }>(
        'query($from: LocalDate!, $asOf: LocalDate!) { reportPreview(periodFrom: $from, asOf: $asOf) { groups { label } movers { actor count } } }',
        {
          from: day(-30),
          asOf: day(asOf),
        },
      );
      return {
        groups: reportPreview.groups.map(({ label }) => label),
        movers: Object.fromEntries(
          reportPreview.movers.filter(({ count }) => count > 0).map(({ actor, count }) => [actor, count]),
        ),
      };
    };
    goTo(10);
    const unsigned = await anAgreement(api, { title: 'Chưa ký', signed: false });
    const step = async (client: Client, name: string, more: object = {}) => {
      const [{ version }] = (await api.sql<{ version: number }>('select version from mou where id = $1', [unsigned.mouId])) as [
        { version: number },
      ];
      await done(client, name, 'MouActionInput', { id: unsigned.mouId, version, ...more }, '... on Mou { id version }');
    };
    goTo(11);
    await step(unsigned.sells, 'mouCirculate');
    await step(unsigned.sells, 'mouSign');
    goTo(14);
    await step(unsigned.buys, 'mouRefuse', { reason: 'Giá chưa thống nhất' });
    await api.sql(`update product set product_group = 'TEA' where id = any($1)`, [
      [...agreement.products, ...unsigned.products].map(({ id }) => id),
    ]);
    goTo(20);
    const [before, waiting, refused] = [await movers(10), await movers(12), await movers(15)];
    expect(waiting.movers).toEqual({ BOTH: 1, BUYER: 1 });
    expect([before.movers, refused.movers]).toEqual([
      { BOTH: 1, ALLIANCE: 1 },
      { BOTH: 1, ALLIANCE: 1 },
    ]);
    expect(refused.groups).toEqual(before.groups);
  });

  it('goes out as PDF, DOCX and workbook, without prices', async () => {
    const file = (extension: string) => officer.get(`/reports-files/${first.id}.${extension}`);
    const pdf = await file('pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const docx = await file('docx');
    expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const xlsx = await file('xlsx');
    const words: string[] = [];
    for await (const batch of readSpreadsheet(xlsx.rawPayload, { sheets: 'ALL' })) words.push(JSON.stringify(batch));
    expect(words.join()).toContain('600');
    expect(words.join()).toContain('Lý do đứng');
    expect(words.join()).not.toMatch(/[Gg]iá trị|Đơn giá/);
  });

  it('is the Alliance’s own; everybody reads sums without names', async () => {
    for (const client of [agreement.sells, agreement.buys]) {
      const answer = await client.send('query($id: ID!) { progressReport(id: $id) { id } }', { id: first.id });
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await client.get(`/reports-files/${first.id}.pdf`)).statusCode).toBe(404);
      expect((await client.get(`/reports-files/${first.id}.xlsx`)).statusCode).toBe(404);
    }
    const { publicResults } = await agreement.sells.query<{ publicResults: { number: string; groups: unknown[] }[] }>(
      '{ publicResults { number agreements groups { label accepted } } }',
    );
    // One agreement's volume is its parties' own.
    expect(publicResults).toEqual([{ number: '02/BC-LMHTX', agreements: 1, groups: [] }]);
  });
});
