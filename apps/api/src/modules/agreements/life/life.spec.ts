import { localDateOf, quantity } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { anAgreement, type GivenAgreement } from '../../../testing/agreement.js';
import type { Client } from '../../../testing/client.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { readZip } from '../../../testing/zip.js';
import { auditCommitments } from '../audit-commitments.js';
import { CommitmentLedger } from '../commitment-ledger.js';

interface Proposal {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly amendmentNo: number | null;
  readonly code?: string;
  readonly message?: string;
  readonly rows?: { row: number; field: string; code: string }[];
  readonly lines: { before: { target: string | null; unitPrice: number | null }; after: { target: string | null } }[];
}
interface Story {
  readonly status: string;
  readonly version: number;
  readonly outcome: string | null;
  readonly exit: string | null;
  readonly rung: string;
  readonly validTo: string | null;
  readonly realisation: { kind: string; basisPoints: number | null };
  readonly lines: { targetQty: string | null; numbers: { committed: string | null } }[];
  readonly life: {
    proposals: Proposal[];
    versions: { amendmentNo: number; target: string | null }[];
    mayPropose: string[];
    suggestedOutcome: string | null;
    mayRenew: boolean;
  };
}

const PROPOSAL = `__typename ... on DomainError { code message } ... on RowsRefused { rows { row field code } }
  ... on AgreementProposal { id state amendmentNo lines { before { target unitPrice } after { target } } }`;
const STORY = `query($id: ID!) { mou(id: $id) { status version outcome exit rung validTo realisation { kind basisPoints }
  lines { targetQty numbers { committed } } life { mayPropose suggestedOutcome mayRenew versions { amendmentNo target } proposals { id state amendmentNo } } } }`;

describe('the later life of an agreement', () => {
  let api: TestApi;
  let officer: Client;
  let officerOrg: string;
  let officerId: string;

  beforeAll(async () => {
    api = await startApi();
    const alliance = await api.given.alliance();
    const person = await api.given.member(alliance, 'ALLIANCE_OFFICER');
    [officerOrg, officerId] = [alliance.id, person.userId];
    officer = await api.as(person);
  });
  afterEach(() => api.clock.set(null));
  afterAll(async () => {
    const checks = await api.app.get(UnitOfWork).run(SYSTEM, auditCommitments);
    await api.stop();
    expect(checks.filter(({ violations }) => violations > 0)).toEqual([]);
  });

  const story = async (client: Client, { mouId }: GivenAgreement) =>
    (await client.query<{ mou: Story }>(STORY, { id: mouId })).mou;
  const send = async (client: Client, name: string, type: string, input: Record<string, unknown>): Promise<Proposal> =>
    (
      await client.mutate<Record<string, Proposal>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { ${PROPOSAL} } }`,
        input,
      )
    )[name]!;
  const propose = async (client: Client, agreement: GivenAgreement, kind: string, more: Record<string, unknown> = {}) => {
    const { version } = await story(client, agreement);
    const input = { document: 'MOU', id: agreement.mouId, version, kind, reason: 'Vì sương muối', ...more };
    return send(client, 'agreementPropose', 'AgreementProposeInput', input);
  };
  const answer = (client: Client, { id }: Proposal, word: string, reason?: string) =>
    send(client, 'agreementAnswer', 'AgreementAnswerInput', { id, answer: word, reason });
  const accept = (agreement: GivenAgreement, qty: string) =>
    api.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      const line = { contractLineId: agreement.contractLineIds[0]!, mouLineId: agreement.mouLineIds[0]!, qty: quantity(qty) };
      const ledger = api.app.get(CommitmentLedger);
      await ledger.callOff(tx, [{ ...line, source: { type: 'ORDER', id: newId(), lineId: newId() } }]);
      await ledger.accept(tx, [{ ...line, source: { type: 'RECEIPT', id: newId(), lineId: newId() } }]);
    });
  const contractIs = ({ contractId }: GivenAgreement, status: string) =>
    api.sql('update contract set status = $2 where id = $1', [contractId, status]);
  const days = async (count: number) => {
    api.clock.set(new Date(Date.now() + count * 86_400_000));
    await api.sql(`select graphile_worker.add_job('agreements.decide-proposals', '{}')`);
    await api.drainJobs();
  };

  it('is amended by the consent of both, with the original always visible and the ledger adding up', async () => {
    const agreement = await anAgreement(api, { lines: [{ target: '1000' }] });
    await accept(agreement, '500');
    const lines = (targetQty: string | null) => [{ lineId: agreement.mouLineIds[0], targetQty }];
    expect((await propose(agreement.sells, agreement, 'AMEND', { lines: lines('499') })).rows).toMatchObject([
      { code: 'TARGET_BELOW_ACCEPTED' },
    ]);
    expect((await propose(agreement.sells, agreement, 'AMEND', { lines: lines(null) })).rows).toMatchObject([
      { code: 'QUANTITY_WITHDRAWN' },
    ]);
    expect(await propose(agreement.sells, agreement, 'AMEND', {})).toMatchObject({ code: 'NOTHING_AMENDED' });
    const proposal = await propose(agreement.sells, agreement, 'AMEND', { lines: lines('600'), validTo: '2031-06-30' });
    expect(proposal).toMatchObject({ state: 'OPEN', lines: [{ before: { target: '1000' }, after: { target: '600' } }] });
    expect(await propose(agreement.buys, agreement, 'SUSPEND')).toMatchObject({ code: 'PROPOSAL_OPEN_ALREADY' });
    expect((await story(agreement.sells, agreement)).lines[0]!.targetQty).toBe('1000');
    expect(await answer(agreement.sells, proposal, 'CONSENT')).toMatchObject({ code: 'OWN_PROPOSAL' });
    // More was accepted meanwhile: the last consent asks again.
    await accept(agreement, '150');
    expect(await answer(agreement.buys, proposal, 'CONSENT')).toMatchObject({ code: 'TARGET_BELOW_ACCEPTED' });
    await send(agreement.sells, 'agreementWithdraw', 'AgreementWithdrawInput', { id: proposal.id });
    const first = await propose(agreement.sells, agreement, 'AMEND', { lines: lines('700'), validTo: '2031-06-30' });
    expect(await answer(agreement.buys, first, 'CONSENT')).toMatchObject({ state: 'AGREED', amendmentNo: 1 });
    const second = await propose(agreement.buys, agreement, 'AMEND', { lines: lines('1300') });
    expect(await answer(agreement.sells, second, 'CONSENT')).toMatchObject({ state: 'AGREED', amendmentNo: 2 });
    const after = await story(agreement.buys, agreement);
    expect(after).toMatchObject({
      validTo: '2031-06-30',
      realisation: { basisPoints: 5_000 },
      lines: [{ targetQty: '1300', numbers: { committed: '1300' } }],
    });
    expect(after.life.versions).toMatchObject([
      { amendmentNo: 0, target: '1000' },
      { amendmentNo: 1, target: '700' },
      { amendmentNo: 2, target: '1300' },
    ]);
    const xml = await agreement.buys.get(`/documents/amendments/${second.id}.docx`);
    const words = (await readZip(xml.rawPayload)).get('word/document.xml')!.toString('utf8');
    expect([words.includes('PHỤ LỤC SỐ 2'), words.includes('1.300 kg')]).toEqual([true, true]);
    await expect(api.sql('delete from agreement_proposal_line')).rejects.toThrow(/insert-only/);
  });

  it('makes an unquantified line measurable, and then a percentage of it', async () => {
    const agreement = await anAgreement(api, { lines: [{ target: null, max: '1000' }] });
    await accept(agreement, '300');
    expect((await story(agreement.buys, agreement)).realisation.kind).toBe('NOT_QUANTIFIED');
    const proposal = await propose(agreement.buys, agreement, 'AMEND', {
      lines: [{ lineId: agreement.mouLineIds[0], targetQty: '400' }],
    });
    await answer(agreement.sells, proposal, 'CONSENT');
    expect(await story(agreement.buys, agreement)).toMatchObject({
      rung: 'P75',
      realisation: { kind: 'MEASURED', basisPoints: 7_500 },
    });
    expect((await story(agreement.buys, agreement)).life.versions.map(({ target }) => target)).toEqual([null, '400']);
  });

  it('pauses and goes on by both, or by the Alliance on a document', async () => {
    const agreement = await anAgreement(api);
    const declined = await propose(agreement.sells, agreement, 'SUSPEND');
    expect(await answer(agreement.buys, declined, 'OBJECT')).toMatchObject({ code: 'PROPOSAL_REASON_MISSING' });
    expect(await answer(agreement.buys, declined, 'OBJECT', 'Đang có đơn')).toMatchObject({ state: 'DECLINED' });
    expect((await story(officer, agreement)).life.mayPropose).toEqual(['SUSPEND', 'CLOSE']);
    expect(await propose(officer, agreement, 'SUSPEND')).toMatchObject({ code: 'DOCUMENT_MISSING' });
    const fileId = newId();
    await api.sql(
      `insert into stored_file (id, org_id, name, mime, byte_length, sha256, visibility, created_by) values ($1, $2, 'cv.pdf', 'application/pdf', 3, 'abc', 'PARTIES', $3)`,
      [fileId, officerOrg, officerId],
    );
    expect(await propose(officer, agreement, 'SUSPEND', { fileId })).toMatchObject({ state: 'AGREED' });
    expect((await story(agreement.buys, agreement)).status).toBe('SUSPENDED');
    const resumed = await propose(agreement.buys, agreement, 'RESUME');
    expect(await answer(agreement.sells, resumed, 'CONSENT')).toMatchObject({ state: 'AGREED' });
    expect((await story(agreement.buys, agreement)).status).toBe('IN_FORCE');
  });

  it('closes partly for a reason when nobody objected within seven days, and can be carried on', async () => {
    const agreement = await anAgreement(api);
    await accept(agreement, '600');
    expect((await story(officer, agreement)).life.suggestedOutcome).toBe('PARTLY');
    const close = (outcome: string, reasonCodes: string[] = []) => propose(officer, agreement, 'CLOSE', { outcome, reasonCodes });
    expect(await close('FULFILLED')).toMatchObject({ code: 'OUTCOME_NOT_TRUE' });
    expect(await close('UNSUCCESSFUL', ['PRICE'])).toMatchObject({ code: 'OUTCOME_NOT_TRUE' });
    expect(await close('PARTLY')).toMatchObject({ code: 'REASON_CODES_MISSING' });
    // Invariant 8: what is closed takes no call-off, so what still runs below it ends first.
    const refused = await close('PARTLY', ['SUPPLY_SHORT']);
    expect(refused.code).toBe('CONTRACTS_RUNNING');
    expect(refused.message).toMatch(/còn 1 hợp đồng chưa kết thúc \(HD-\d{4}-\d{4}\)/);
    await contractIs(agreement, 'TERMINATED');
    const objected = await close('PARTLY', ['SUPPLY_SHORT']);
    expect(await answer(agreement.buys, objected, 'OBJECT', 'Còn một chuyến')).toMatchObject({ state: 'DECLINED' });
    // A contract signed meanwhile keeps it open when the last day has passed, and the parties hear that nothing happened.
    const overtaken = await close('PARTLY', ['SUPPLY_SHORT']);
    await contractIs(agreement, 'ACTIVE');
    await days(8);
    const held = await story(officer, agreement);
    expect([held.status, held.life.proposals.find(({ id }) => id === overtaken.id)!.state]).toEqual(['IN_FORCE', 'DECLINED']);
    await contractIs(agreement, 'TERMINATED');
    api.clock.set(null);
    const proposal = await close('PARTLY', ['SUPPLY_SHORT', 'CROP_FAILED']);
    await answer(agreement.sells, proposal, 'CONSENT');
    await days(7);
    expect((await story(officer, agreement)).status).toBe('IN_FORCE');
    await days(8);
    const closed = await story(agreement.buys, agreement);
    expect(closed).toMatchObject({ status: 'CLOSED', outcome: 'PARTLY', exit: 'CLOSED_PARTIAL' });
    expect(closed.life.mayPropose).toEqual([]);
    const { mouRenew } = await agreement.sells.mutate<{
      mouRenew: { status: string; renewedFrom: { id: string }; lines: { targetQty: string }[] };
    }>(
      'mutation($input: MouRenewInput!) { mouRenew(input: $input) { ... on Mou { status renewedFrom { id } lines { targetQty } } ... on DomainError { code } } }',
      { id: agreement.mouId },
    );
    expect(mouRenew).toMatchObject({ status: 'DRAFT', renewedFrom: { id: agreement.mouId }, lines: [{ targetQty: '1000' }] });
  });

  it('says once how an expired memorandum ended, and leaves it expired', async () => {
    const agreement = await anAgreement(api, { contract: false });
    await api.sql(`update mou set status = 'EXPIRED' where id = $1`, [agreement.mouId]);
    expect((await story(agreement.sells, agreement)).life.mayPropose).toEqual(['CLOSE']);
    const waits = async () => {
      const { workItems } = await officer.query<{ workItems: { kind: string; entityId: string }[] }>(
        '{ workItems { kind entityId } }',
      );
      return workItems.some(({ kind, entityId }) => kind === 'MOU_OUTCOME' && entityId === agreement.mouId);
    };
    expect(await waits()).toBe(true);
    const proposal = await propose(agreement.sells, agreement, 'CLOSE', { outcome: 'UNSUCCESSFUL', reasonCodes: ['PRICE'] });
    expect(await waits()).toBe(false);
    expect(await answer(agreement.buys, proposal, 'CONSENT')).toMatchObject({ state: 'AGREED' });
    const ended = await story(agreement.buys, agreement);
    expect(ended).toMatchObject({ status: 'EXPIRED', outcome: 'UNSUCCESSFUL', exit: 'CLOSED_UNSUCCESSFUL' });
    expect(ended.life.mayPropose).toEqual([]);
  });

  it('keeps a stranger, and whoever is no party, out', async () => {
    const agreement = await anAgreement(api);
    const stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    const document = `mutation($input: AgreementProposeInput!) { agreementPropose(input: $input) { __typename } }`;
    const input = { clientKey: newId(), document: 'MOU', id: agreement.mouId, version: 1, kind: 'SUSPEND', reason: 'x' };
    expect((await stranger.send(document, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await officer.send(document, { input: { ...input, kind: 'AMEND' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  describe('of a contract', () => {
    const contract = async (client: Client, id: string) =>
      (
        await client.query<{
          contract: {
            status: string;
            version: number;
            validTo: string;
            lines: {
              targetQty: string;
              maxQty: string;
              unitPrice: number | null;
              schedule: unknown[];
              numbers: { committed: string };
            }[];
            life: { proposals: Proposal[] };
          };
        }>(
          `query($id: ID!) { contract(id: $id) { status version validTo lines { targetQty maxQty unitPrice schedule { qty } numbers { committed } }
             life { proposals { state amendmentNo lines { before { target unitPrice } after { target } } } } } }`,
          { id },
        )
      ).contract;
    const change = async (client: Client, agreement: GivenAgreement, kind: string, more: Record<string, unknown> = {}) => {
      const id = agreement.contractId!;
      const { version } = await contract(client, id);
      return send(client, 'agreementPropose', 'AgreementProposeInput', {
        document: 'CONTRACT',
        id,
        version,
        kind,
        reason: 'Giá phân bón tăng',
        ...more,
      });
    };

    it('is amended alike: quantities, price and schedule; never below what was called off; prices for the parties only', async () => {
      const agreement = await anAgreement(api);
      await accept(agreement, '400');
      const line = { lineId: agreement.contractLineIds[0] };
      expect(
        (await change(agreement.buys, agreement, 'AMEND', { lines: [{ ...line, targetQty: '300', maxQty: '300' }] })).rows,
      ).toMatchObject([{ code: 'TARGET_BELOW_ACCEPTED' }]);
      const schedule = [{ from: '2029-08-01', to: '2029-08-31', qty: '500' }];
      const proposal = await change(agreement.sells, agreement, 'AMEND', {
        lines: [{ ...line, targetQty: '500', maxQty: '800', unitPrice: 45_000, schedule }],
      });
      expect(await answer(agreement.buys, proposal, 'CONSENT')).toMatchObject({ state: 'AGREED', amendmentNo: 1 });
      const after = await contract(agreement.buys, agreement.contractId!);
      expect(after.lines).toMatchObject([
        { targetQty: '500', maxQty: '800', unitPrice: 45_000, schedule: [{ qty: '500' }], numbers: { committed: '500' } },
      ]);
      expect(after.life.proposals[0]!.lines[0]!.before.unitPrice).toBe(40_000);
      expect((await contract(officer, agreement.contractId!)).life.proposals[0]!.lines[0]!.before.unitPrice).toBeNull();
      const paper = await agreement.sells.get(`/documents/contracts/${agreement.contractId}.docx`);
      expect((await readZip(paper.rawPayload)).get('word/document.xml')!.toString('utf8').includes('HỢP ĐỒNG NGUYÊN TẮC')).toBe(
        true,
      );
    });

    it('changes its days of payment and its tolerance, within the law and never below what was called off', async () => {
      const agreement = await anAgreement(api, { toleranceBp: 1000 });
      await accept(agreement, '1050');
      const amend = (more: Record<string, unknown>) => change(agreement.buys, agreement, 'AMEND', more);
      expect(await amend({ paymentTermDays: 181 })).toMatchObject({ code: 'AMENDED_DAYS_NOT_VALID' });
      // The limits are the dated parameters that a new contract keeps, and the sentence says them.
      await api.sql(`update legal_parameter set value = '30' where code = 'CONTRACT_PAYMENT_TERM_MAX_DAYS'`);
      expect(await amend({ paymentTermDays: 31 })).toMatchObject({
        code: 'AMENDED_DAYS_NOT_VALID',
        message: expect.stringContaining('30') as string,
      });
      await api.sql(`update legal_parameter set value = '180' where code = 'CONTRACT_PAYMENT_TERM_MAX_DAYS'`);
      expect(await amend({ toleranceBp: 5001 })).toMatchObject({ code: 'AMENDED_TOLERANCE_NOT_VALID' });
      expect(await amend({ toleranceBp: 400 })).toMatchObject({ code: 'TOLERANCE_BELOW_CALLED_OFF' });
      const proposal = await amend({ paymentTermDays: 45, toleranceBp: 500 });
      expect(await answer(agreement.sells, proposal, 'CONSENT')).toMatchObject({ state: 'AGREED', amendmentNo: 1 });
      const [row] = await api.sql<{ days: number; tolerance: number }>(
        'select payment_term_days as days, tolerance_bp as tolerance from contract where id = $1',
        [agreement.contractId],
      );
      expect(row).toEqual({ days: 45, tolerance: 500 });
    });

    it('is given notice of before it starts, and then never starts', async () => {
      const agreement = await anAgreement(api);
      const inDays = (count: number) => localDateOf(new Date(Date.now() + count * 86_400_000));
      const later = (from: number) =>
        api.sql(`update contract set status = 'SIGNED', valid_from = $2, activated_at = null where id = $1`, [
          agreement.contractId,
          inDays(from),
        ]);
      const starts = async () => {
        await api.sql(
          `select graphile_worker.add_job('agreements.enter-into-force', json_build_object('type', 'CONTRACT', 'id', $1::text))`,
          [agreement.contractId],
        );
        await api.drainJobs();
      };
      const planned = () =>
        api.sql(`select 1 from supply_promise where kind = 'SCHEDULE' and source_id = $1`, [agreement.contractId]);
      await later(31);
      expect((await change(agreement.buys, agreement, 'AMEND', { paymentTermDays: 45 })).code).toBe('PROPOSAL_NOT_NOW');
      expect(await change(agreement.sells, agreement, 'TERMINATE')).toMatchObject({ state: 'OPEN' });
      expect(await planned()).not.toHaveLength(0);
      // On its first day the notice is over, whichever of the two jobs of that night comes first.
      api.clock.set(new Date(Date.now() + 31 * 86_400_000));
      await starts();
      expect((await contract(agreement.buys, agreement.contractId!)).status).toBe('SIGNED');
      await days(31);
      await starts();
      expect((await contract(agreement.buys, agreement.contractId!)).status).toBe('TERMINATED');
      const rows = await api.sql(
        `select 1 from commitment_entry where contract_line_id = any($1) and at > now() + interval '1 day'`,
        [agreement.contractLineIds],
      );
      expect([rows.length, (await planned()).length]).toEqual([0, 0]);
    });

    it('ends by one side after its notice, and takes no call-off from then on', async () => {
      const agreement = await anAgreement(api);
      const notice = await change(agreement.buys, agreement, 'TERMINATE');
      expect(notice).toMatchObject({ state: 'OPEN' });
      await days(30);
      expect((await contract(agreement.buys, agreement.contractId!)).status).toBe('ACTIVE');
      await days(32);
      expect((await contract(agreement.buys, agreement.contractId!)).status).toBe('TERMINATED');
      await expect(accept(agreement, '1')).rejects.toThrow();
    });
  });
});
