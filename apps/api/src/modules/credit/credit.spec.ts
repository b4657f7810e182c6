import { evidencePack } from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { contentHash } from '../../platform/content-hash.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Client } from '../../testing/client.js';
import { aCredit, aLender, creditAct, type GivenCredit, type Lender } from '../../testing/credit.js';
import type { Person } from '../../testing/given.js';
import { aPaper } from '../../testing/petition.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { aTrade, done, type Trade } from '../../testing/trade.js';
import { salesFacts } from '../billing/index.js';
import { auditCredit } from './index.js';

const PAGE = `query($id: ID!) { creditAgreement(id: $id) { status stage amount isAmountHidden isQuantified limit disbursed mover dueOn daysLate version
  steps { step by { id } onBehalfOf { id } docNo amount } disbursements { id amount isUndone } availableActions { action allowed reason } } }`;
const REFUSAL = '__typename ... on DomainError { code field } ... on CreditAgreement { id version status }';

interface Page {
  status: string;
  stage: string;
  amount: number | null;
  isAmountHidden: boolean;
  limit: number | null;
  disbursed: number | null;
  mover: string;
  dueOn: string | null;
  daysLate: number;
  version: number;
  steps: { step: string; by: { id: string }; onBehalfOf: { id: string } | null; docNo: string | null; amount: number | null }[];
  disbursements: { id: string; amount: number; isUndone: boolean }[];
  availableActions: { action: string; allowed: boolean; reason: string | null }[];
}

describe('credit agreements', () => {
  let api: TestApi;
  let trade: Trade;
  let bank: Lender;
  let otherBank: Lender;
  let lends: Client;
  let borrows: Client;
  let officer: Client;
  let second: Client;
  let officerPerson: Person;

  beforeAll(async () => {
    api = await startApi();
    trade = await aTrade(api);
    [bank, otherBank] = [await aLender(api, 'Ngân hàng Thử Một'), await aLender(api, 'Ngân hàng Thử Hai')];
    const alliance = await api.given.alliance();
    officerPerson = await api.given.member(alliance, 'ALLIANCE_OFFICER');
    [lends, borrows, officer, second] = (await Promise.all(
      [bank.officer, trade.director, officerPerson, await api.given.member(alliance, 'ALLIANCE_LEADER')].map((person) =>
        api.as(person),
      ),
    )) as [Client, Client, Client, Client];
  });
  afterEach(() => api.clock.set(null));
  afterAll(() => api.stop());

  const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
  const read = async (client: Client, id: string) =>
    (await client.send<{ creditAgreement: Page | null }>(PAGE, { id })).data?.creditAgreement ?? null;
  const refused = async (client: Client, name: string, type: string, input: Record<string, unknown>) => {
    const document = `mutation($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} } }`;
    const answer = await client.send<Record<string, { code?: string }>>(document, {
      input: { clientKey: crypto.randomUUID(), ...input },
    });
    return answer.data?.[name]?.code ?? answer.errors?.[0]?.extensions.code;
  };
  const confirmed = async (more: Record<string, unknown> = {}): Promise<GivenCredit> =>
    creditAct(borrows, 'creditConfirm', 'CreditActInput', at(await aCredit(api, bank, trade.seller, more)));
  const granted = async (limit: number | null, more: Record<string, unknown> = {}): Promise<GivenCredit> => {
    let credit = await creditAct(borrows, 'creditFile', 'CreditStepInput', at(await confirmed(more)));
    for (const decision of ['APPRAISE', 'APPROVE', 'GRANT'])
      credit = await creditAct(lends, 'creditDecide', 'CreditDecideInput', {
        ...at(credit),
        decision,
        ...(decision === 'GRANT' ? { limit } : {}),
      });
    return credit;
  };

  it('go from the paper to the money, which is a sum of payments within the limit and never a typed state', async () => {
    let credit = await granted(300_000_000, { amount: 400_000_000, isSecured: false, signedOn: '2024-04-25' });
    expect(credit).toMatchObject({ status: 'GRANTED', stage: 'NOTHING', mover: 'BANK' });
    const pay = (amount: number) =>
      creditAct(lends, 'creditDisburse', 'CreditDisburseInput', { ...at(credit), amount, docNo: 'GN-1' });
    credit = await pay(100_000_000);
    expect(credit).toMatchObject({ stage: 'PARTLY', disbursed: 100_000_000 });
    expect(await refused(lends, 'creditDisburse', 'CreditDisburseInput', { ...at(credit), amount: 200_000_001 })).toBe(
      'DISBURSEMENT_OVER_LIMIT',
    );
    expect(await refused(lends, 'creditEnd', 'CreditEndInput', { ...at(credit), ending: 'LAPSE', reason: 'NOT_TAKEN_UP' })).toBe(
      'CREDIT_LAPSE_AFTER_MONEY',
    );
    credit = await pay(200_000_000);
    expect(credit).toMatchObject({ stage: 'FULLY' });
    const last = (await read(lends, credit.id))!.disbursements[1]!;
    const undo = { disbursementId: last.id, reason: 'Ghi nhầm số tiền' };
    credit = await creditAct(lends, 'creditUndoDisbursement', 'CreditUndoInput', { ...at(credit), ...undo });
    expect(await refused(lends, 'creditUndoDisbursement', 'CreditUndoInput', { ...at(credit), ...undo })).toBe(
      'DISBURSEMENT_UNDONE',
    );
    const page = (await read(borrows, credit.id))!;
    expect(page).toMatchObject({ stage: 'PARTLY', disbursed: 100_000_000, limit: 300_000_000, amount: 400_000_000 });
    expect(page.disbursements.map(({ amount, isUndone }) => [amount, isUndone])).toEqual([
      [100_000_000, false],
      [200_000_000, true],
      [-200_000_000, true],
    ]);
    await expect(api.sql('delete from credit_disbursement where agreement_id = $1', [credit.id])).rejects.toThrow(/insert-only/);
    credit = await creditAct(lends, 'creditEnd', 'CreditEndInput', { ...at(credit), ending: 'CLOSE', reason: 'REPAID' });
    expect(credit).toMatchObject({ status: 'CLOSED', endReason: 'REPAID', mover: 'NONE' });
    const steps = await api.sql<{ n: number; told: number }>(
      `select (select count(*)::int from credit_step where agreement_id = $1) as n, (select count(*)::int from audit_event where entity_id = $1
         and action = any('{credit.confirm,credit.file,credit.appraise,credit.approve,credit.grant,credit.close}')) as told`,
      [credit.id],
    );
    expect(steps).toEqual([{ n: 6, told: 6 }]);
  });

  it('keep an unknown amount empty: not quantified, never nought', async () => {
    const credit = await granted(null);
    const paid = await creditAct(lends, 'creditDisburse', 'CreditDisburseInput', { ...at(credit), amount: 50_000_000 });
    expect(paid.stage).toBe('UNKNOWN_LIMIT');
    expect(await read(borrows, credit.id)).toMatchObject({
      amount: null,
      isQuantified: false,
      isAmountHidden: false,
      limit: null,
    });
    expect(await refused(lends, 'creditRecord', 'CreditRecordInput', { borrowerOrgId: trade.seller.id, amount: 0 })).toBe(
      'CREDIT_AMOUNT_NOT_POSITIVE',
    );
  });

  it('are confirmed by the other side only, ended by their own side with a reason, and two acts at once have one effect', async () => {
    const record = await aCredit(api, bank, trade.seller);
    expect(await refused(lends, 'creditConfirm', 'CreditActInput', at(record))).toBe('CREDIT_OWN_RECORD');
    const [one, two] = await Promise.all([1, 2].map(() => refused(borrows, 'creditConfirm', 'CreditActInput', at(record))));
    expect([one, two].sort()).toEqual(['VERSION_CONFLICT', undefined]);
    const signed = { id: record.id, version: (await read(borrows, record.id))!.version };
    expect(await refused(lends, 'creditFile', 'CreditStepInput', signed)).toBe('FORBIDDEN');
    expect(await refused(lends, 'creditEnd', 'CreditEndInput', { ...signed, ending: 'WITHDRAW', reason: 'OTHER_LENDER' })).toBe(
      'CREDIT_NOT_YOURS_TO_END',
    );
    expect(await refused(borrows, 'creditEnd', 'CreditEndInput', { ...signed, ending: 'WITHDRAW' })).toBe(
      'CREDIT_REASON_MISSING',
    );
    const filed = await creditAct(borrows, 'creditFile', 'CreditStepInput', signed);
    expect(await refused(lends, 'creditDecide', 'CreditDecideInput', { ...at(filed), decision: 'APPROVE' })).toBe('CREDIT_STATE');
    expect(
      await refused(lends, 'creditDecide', 'CreditDecideInput', { ...at(filed), decision: 'APPRAISE', on: '2020-01-01' }),
    ).toBe('CREDIT_DAY_BEFORE_LAST');
    const refusedByBank = await creditAct(lends, 'creditEnd', 'CreditEndInput', {
      ...at(filed),
      ending: 'REFUSE',
      reason: 'COLLATERAL_LACKING',
    });
    expect(refusedByBank).toMatchObject({ status: 'REFUSED', endReason: 'COLLATERAL_LACKING' });
  });

  it('have clocks from dated rows, and wait for whose move it is', async () => {
    const credit = await confirmed();
    const today = new Date();
    api.clock.set(new Date(today.getTime() + 33 * 86_400_000));
    const page = (await read(borrows, credit.id))!;
    expect(page).toMatchObject({ mover: 'COOPERATIVE', daysLate: 3 });
    const late = await officer.query<{ creditAgreements: { edges: { node: { id: string } }[] } }>(
      '{ creditAgreements(filter: { late: true }, first: 50) { edges { node { id } } } }',
    );
    expect(late.creditAgreements.edges.map(({ node }) => node.id)).toContain(credit.id);
  });

  it('are written by the Alliance for a bank that has nobody here, from a paper, confirmed by a second person', async () => {
    const silent = await api.given.organization('BANK', { name: 'Quỹ Thử Chưa lên sàn' });
    const offLine = await api.given.cooperative({ name: 'HTX Thử Chưa lên sàn' });
    const fileId = await aPaper(api, officerPerson, 'Thoả thuận.pdf');
    const recorded = await creditAct(officer, 'creditRecord', 'CreditRecordInput', {
      bankOrgId: silent.id,
      borrowerOrgId: offLine.id,
      amount: 200_000_000,
      signedOn: '2024-04-25',
    });
    expect(await refused(second, 'creditConfirm', 'CreditActInput', at(recorded))).toBe('CREDIT_PAPER_MISSING');
    const attached = await creditAct(officer, 'creditAttach', 'CreditAttachInput', { ...at(recorded), fileId });
    expect(await refused(officer, 'creditConfirm', 'CreditActInput', at(attached))).toBe('CREDIT_OWN_RECORD');
    let credit = await creditAct(second, 'creditConfirm', 'CreditActInput', at(attached));
    expect(await refused(officer, 'creditFile', 'CreditStepInput', at(credit))).toBe('CREDIT_DOC_MISSING');
    credit = await creditAct(officer, 'creditFile', 'CreditStepInput', { ...at(credit), docNo: '12/GĐN', on: '2024-05-02' });
    expect((await read(officer, credit.id))!.steps.at(-1)).toMatchObject({
      step: 'file',
      onBehalfOf: { id: offLine.id },
      docNo: '12/GĐN',
    });
    const theirs = await confirmed();
    expect(await refused(officer, 'creditFile', 'CreditStepInput', { ...at(theirs), docNo: '1' })).toBe('CREDIT_SIDE_ON_LINE');
  });

  it('show each side its own, the Alliance states and only sums of many, others nothing', async () => {
    const credit = await granted(90_000_000, { amount: 100_000_000 });
    await creditAct(lends, 'creditDisburse', 'CreditDisburseInput', { ...at(credit), amount: 90_000_000 });
    const [otherLends, stranger, buyer] = await Promise.all([
      api.as(otherBank.officer),
      api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR')),
      api.as(trade.manager),
    ]);
    for (const reader of [lends, borrows])
      expect(await read(reader, credit.id)).toMatchObject({ amount: 100_000_000, disbursed: 90_000_000 });
    expect(await read(officer, credit.id)).toMatchObject({
      ...{ status: 'GRANTED', stage: 'FULLY', amount: null, isAmountHidden: true, isQuantified: true },
      ...{ limit: null, disbursed: null, disbursements: [] },
    });
    expect((await read(officer, credit.id))!.steps.every(({ amount }) => amount === null)).toBe(true);
    for (const reader of [otherLends, stranger, buyer]) {
      expect(await read(reader, credit.id)).toBeNull();
      const { creditTotals } = await reader.query<{ creditTotals: { agreements: number } }>('{ creditTotals { agreements } }');
      expect(creditTotals.agreements).toBe(0);
    }
    const acts: [string, string, object][] = [
      ['creditConfirm', 'CreditActInput', {}],
      ['creditFile', 'CreditStepInput', {}],
      ['creditDecide', 'CreditDecideInput', { decision: 'APPROVE' }],
      ['creditDisburse', 'CreditDisburseInput', { amount: 1 }],
      ['creditEnd', 'CreditEndInput', { ending: 'CLOSE', reason: 'REPAID' }],
    ];
    for (const [name, type, more] of acts)
      for (const reader of [otherLends, stranger, buyer])
        expect(['NOT_FOUND', 'FORBIDDEN']).toContain(await refused(reader, name, type, { ...at(credit), ...more }));
    const totals = async (client: Client) =>
      (
        await client.query<{ creditTotals: Record<string, number | null> }>(
          '{ creditTotals { agreements quantified amount rateBp } }',
        )
      ).creditTotals;
    expect(await totals(lends)).toMatchObject({ rateBp: expect.any(Number) });
    expect((await totals(officer))['amount']).toBeNull();
    for (const name of ['HTX A', 'HTX B']) {
      const org = await api.given.cooperative({ name });
      const director = await api.as(await api.given.member(org, 'SELLER_DIRECTOR'));
      await creditAct(director, 'creditConfirm', 'CreditActInput', at(await aCredit(api, otherBank, org, { amount: 1_000_000 })));
    }
    expect((await totals(officer))['amount']).toEqual(expect.any(Number));
    const checks = await api.app.get(UnitOfWork).read(SYSTEM, auditCredit);
    expect(checks.filter(({ violations }) => violations > 0)).toEqual([]);
  });

  describe('evidence', () => {
    const DESK = `... on EvidenceDesk { agreementId mayAsk mayGrant consents { id status isLive isExpired version packs { id sha256 } looks { form } } }`;
    interface Desk {
      mayAsk: boolean;
      mayGrant: boolean;
      consents: {
        id: string;
        status: string;
        isLive: boolean;
        isExpired: boolean;
        version: number;
        packs: { id: string; sha256: string }[];
        looks: { form: string }[];
      }[];
    }
    const desk = async (client: Client, agreementId: string) =>
      (
        await client.send<{ evidenceDesk: Desk | null }>(
          `query($agreementId: ID!) { evidenceDesk(agreementId: $agreementId) { ${DESK} } }`,
          { agreementId },
        )
      ).data?.evidenceDesk ?? null;
    const evidence = (client: Client, name: string, type: string, input: Record<string, unknown>) =>
      done<Desk>(client, name, type, input, DESK);
    const said = async (client: Client, name: string, type: string, input: Record<string, unknown>) => {
      const document = `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on DomainError { code } } }`;
      const answer = await client.send<Record<string, { code?: string }>>(document, {
        input: { clientKey: crypto.randomUUID(), ...input },
      });
      return answer.data?.[name]?.code ?? answer.errors?.[0]?.extensions.code;
    };
    const opened = (client: Client, consentId: string) =>
      done<{
        id: string;
        sha256: string;
        content: { deliveries: { lines: number; value: number } | null; payments: { requests: number; settled: number } | null };
      }>(
        client,
        'evidenceOpen',
        'EvidenceOpenInput',
        { consentId },
        '... on EvidencePack { id sha256 content { deliveries { lines value } payments { requests settled } } }',
      );
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
    const terms = { scopes: ['DELIVERIES', 'PAYMENTS'], periodFrom: '2024-01-01', expiresOn: day(20) };

    it('is asked for, given, looked at with every look written down, and taken back for good', async () => {
      const credit = await confirmed();
      const asked = await evidence(lends, 'evidenceAsk', 'EvidenceAskInput', {
        agreementId: credit.id,
        scopes: ['DELIVERIES'],
        note: 'Thẩm định',
      });
      expect(asked.consents[0]).toMatchObject({ status: 'REQUESTED', isLive: false });
      expect(await said(lends, 'evidenceAsk', 'EvidenceAskInput', { agreementId: credit.id, scopes: ['DELIVERIES'] })).toBe(
        'CONSENT_WAITS',
      );
      const waiting = await borrows.query<{ workItems: { kind: string }[] }>('{ workItems { kind } }');
      expect(waiting.workItems.map(({ kind }) => kind)).toContain('EVIDENCE_ANSWER');
      const grant = (more: object) =>
        said(borrows, 'evidenceGrant', 'EvidenceGrantInput', { agreementId: credit.id, ...terms, ...more });
      expect(await grant({ scopes: [] })).toBe('CONSENT_SCOPE_MISSING');
      expect(await grant({ expiresOn: day(-1) })).toBe('CONSENT_ENDS_IN_PAST');
      expect(await grant({ expiresOn: day(400) })).toBe('CONSENT_TOO_LONG');
      const given = await evidence(borrows, 'evidenceGrant', 'EvidenceGrantInput', { agreementId: credit.id, ...terms });
      const [consent] = given.consents;
      expect(consent).toMatchObject({ status: 'GRANTED', isLive: true });
      expect(await grant({})).toBe('CONSENT_LIVES');
      const pack = await opened(lends, consent!.id);
      expect(pack.content).toMatchObject({
        deliveries: { lines: expect.any(Number) },
        payments: { requests: expect.any(Number) },
      });
      expect(pack.content.deliveries!.value).toBeGreaterThan(0);
      const [pdf, json] = [await lends.get(`/evidence-files/${pack.id}.pdf`), await lends.get(`/evidence-files/${pack.id}.json`)];
      expect([pdf.statusCode, json.statusCode]).toEqual([200, 200]);
      expect(pdf.headers['content-type']).toBe('application/pdf');
      const file = json.json<{ sha256: string; content: unknown }>();
      expect([file.sha256, contentHash(file.content)]).toEqual([pack.sha256, pack.sha256]);
      // What was frozen is what the facts say of the cut-off, also after later facts.
      const [row] = await api.sql<{ cut_off: Date; period: string }>('select cut_off from evidence_pack where id = $1', [
        pack.id,
      ]);
      const again = await api.app.get(UnitOfWork).read(SYSTEM, async (tx) =>
        evidencePack(await salesFacts(tx, trade.seller.id, terms.periodFrom), {
          scopes: ['DELIVERIES', 'PAYMENTS'],
          periodFrom: terms.periodFrom,
          cutOff: row!.cut_off,
        }),
      );
      expect(contentHash(again)).toBe(pack.sha256);
      // The cooperative reads its own without a row; every look of the bank has one.
      await opened(borrows, consent!.id);
      expect((await desk(borrows, credit.id))!.consents[0]!.looks.map(({ form }) => form).sort()).toEqual([
        'JSON',
        'PDF',
        'SCREEN',
      ]);
      const standing = (await desk(borrows, credit.id))!.consents[0]!;
      const revoked = await evidence(borrows, 'evidenceRevoke', 'EvidenceConsentInput', {
        id: standing.id,
        version: standing.version,
      });
      expect(revoked.consents[0]).toMatchObject({ status: 'REVOKED', isLive: false });
      expect(await said(lends, 'evidenceOpen', 'EvidenceOpenInput', { consentId: consent!.id })).toBe('NOT_FOUND');
      expect((await lends.get(`/evidence-files/${pack.id}.pdf`)).statusCode).toBe(404);
      expect((await borrows.get(`/evidence-files/${pack.id}.json`)).statusCode).toBe(200);
    }, 30_000);

    it('runs out by the calendar, and is like missing to every other bank, cooperative, buyer and to the Alliance', async () => {
      const credit = await confirmed();
      const given = await evidence(borrows, 'evidenceGrant', 'EvidenceGrantInput', {
        agreementId: credit.id,
        ...terms,
        expiresOn: day(3),
      });
      const consent = given.consents[0]!;
      const packId = consent.packs[0]!.id;
      const readers = await Promise.all([
        api.as(otherBank.officer),
        api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR')),
        api.as(trade.manager),
        api.as(officerPerson),
      ]);
      for (const reader of readers) {
        expect(await desk(reader, credit.id)).toBeNull();
        expect(['NOT_FOUND', 'FORBIDDEN']).toContain(
          await said(reader, 'evidenceOpen', 'EvidenceOpenInput', { consentId: consent.id }),
        );
        expect((await reader.get(`/evidence-files/${packId}.pdf`)).statusCode).toBe(404);
        expect((await reader.get(`/evidence-files/${packId}.json`)).statusCode).toBe(404);
        expect(['NOT_FOUND', 'FORBIDDEN']).toContain(
          await said(reader, 'evidenceRevoke', 'EvidenceConsentInput', { id: consent.id, version: consent.version }),
        );
      }
      // The borrower's buyer and staff give nothing away; the bank cannot give itself.
      expect(await said(lends, 'evidenceGrant', 'EvidenceGrantInput', { agreementId: credit.id, ...terms })).toBe('FORBIDDEN');
      expect((await opened(lends, consent.id)).id).toBe(packId);
      api.clock.set(new Date(Date.now() + 4 * 86_400_000));
      expect(await said(lends, 'evidenceOpen', 'EvidenceOpenInput', { consentId: consent.id })).toBe('NOT_FOUND');
      expect((await desk(lends, credit.id))!.consents[0]).toMatchObject({ isLive: false, isExpired: true });
      const renewed = await evidence(borrows, 'evidenceGrant', 'EvidenceGrantInput', {
        agreementId: credit.id,
        ...terms,
        expiresOn: day(30),
      });
      expect(renewed.consents.map(({ status, isLive }) => [status, isLive])).toEqual([
        ['GRANTED', true],
        ['GRANTED', false],
      ]);
    });
  });
});
