import { randomUUID } from 'node:crypto';
import { addDays, addMonths } from '@lienket/domain';
import type { Client } from '../../testing/client.js';
import type { Org, Person } from '../../testing/given.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { CertificateRemindersJob } from './certificate-reminders.job.js';

const TODAY = '2026-08-15';
const FIELDS = `__typename ... on DomainError { code field message }
  ... on Certificate { id kind kindName state expiresOn score issuerLevel returnReason revokeReason supersededBy daysLeft
    availableActions { action allowed reason } }`;

interface Paper {
  __typename: string;
  id: string;
  code?: string;
  field?: string;
  message?: string;
  kindName: string;
  state: string;
  expiresOn: string | null;
  score: string | null;
  issuerLevel: string | null;
  supersededBy: string | null;
  availableActions: { action: string; allowed: boolean }[];
}

describe('a certificate', () => {
  let api: TestApi;
  let farm: Org;
  let person: Person;
  let director: Client;
  let officer: Client;

  const at = (date: string) => api.clock.set(new Date(`${date}T03:00:00Z`));
  const act = async (client: Client, mutation: string, type: string, input: Record<string, unknown>): Promise<Paper> =>
    (
      await client.mutate<Record<string, Paper>>(`mutation($input: ${type}!) { ${mutation}(input: $input) { ${FIELDS} } }`, input)
    )[mutation]!;
  const declare = (input: Record<string, unknown>, client = director) =>
    act(client, 'certificateDeclare', 'CertificateDeclareInput', input);
  const verify = async (id: string, client = officer): Promise<Paper> =>
    (
      await client.query<{ certificateVerify: Paper }>(
        `mutation($key: String!, $id: ID!) { certificateVerify(clientKey: $key, id: $id) { ${FIELDS} } }`,
        { key: randomUUID(), id },
      )
    ).certificateVerify;
  const giveBack = (id: string, reason: string | null) =>
    act(officer, 'certificateReturn', 'CertificateActionInput', { id, reason });
  const revoke = (id: string, reason: string | null) =>
    act(officer, 'certificateRevoke', 'CertificateActionInput', { id, reason });
  const mine = async () =>
    (await director.query<{ myCertificates: Paper[] }>('{ myCertificates { id state supersededBy } }')).myCertificates;
  const shown = async (slug: string) =>
    (
      await api.visitor.query<{ product: { stars: number | null; certificates: { id: string }[] } }>(
        'query($slug: String!) { product(slug: $slug) { stars certificates { id } } }',
        { slug },
      )
    ).product;

  beforeAll(async () => {
    api = await startApi();
    at(TODAY);
    farm = await api.given.cooperative({ name: 'HTX Giấy tờ' });
    person = await api.given.member(farm, 'SELLER_DIRECTOR');
    director = await api.as(person);
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  beforeEach(() => at(TODAY));
  afterAll(() => api.stop());

  it('comes back with a reason, is corrected and verified; each step is offered to the one whose move it is', async () => {
    const { id, availableActions } = await declare({ kind: 'HACCP', issuedOn: '2026-01-01', number: 'Sai số' });
    expect(availableActions.map(({ action }) => action)).toEqual(['correct', 'withdraw']);
    expect(await giveBack(id, '  ')).toMatchObject({ code: 'REASON_MISSING', field: 'reason' });
    expect(await giveBack(id, 'Ảnh mờ, hãy chụp lại.')).toMatchObject({
      state: 'RETURNED',
      returnReason: 'Ảnh mờ, hãy chụp lại.',
    });
    expect(await verify(id)).toMatchObject({ code: 'CERTIFICATE_NOT_WAITING' });
    const corrected = await act(director, 'certificateCorrect', 'CertificateCorrectInput', {
      id,
      kind: 'HACCP',
      issuedOn: '2026-01-02',
      number: 'Đúng số',
    });
    expect(corrected).toMatchObject({ state: 'DECLARED', returnReason: null });
    expect(await verify(id)).toMatchObject({ state: 'VALID', kindName: 'HACCP' });
    expect(
      await act(director, 'certificateCorrect', 'CertificateCorrectInput', { id, kind: 'HACCP', issuedOn: TODAY }),
    ).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
  });

  it('can be withdrawn while it waits, and is then in no list', async () => {
    const { id } = await declare({ kind: 'TRADEMARK', issuedOn: '2026-01-01' });
    expect(await act(director, 'certificateWithdraw', 'CertificateActionInput', { id })).toMatchObject({ state: 'WITHDRAWN' });
    expect((await mine()).map((paper) => paper.id)).not.toContain(id);
    const waiting = await officer.query<{ certificatesToVerify: { id: string }[] }>(
      '{ certificatesToVerify(first: 100) { id } }',
    );
    expect(waiting.certificatesToVerify.map((paper) => paper.id)).not.toContain(id);
  });

  it('is never verified by the person who declared it, in the service nor past it', async () => {
    const alliance = await api.given.alliance();
    const both = await api.given.member(alliance, 'ALLIANCE_OFFICER', 'SELLER_STAFF');
    const { id } = await declare({ kind: 'HACCP', issuedOn: '2026-02-01' }, await api.as(both));
    expect(await verify(id, await api.as(both))).toMatchObject({ code: 'DECLARED_BY_YOURSELF' });
    await expect(
      api.sql(`update certificate set status = 'VERIFIED', verified_by = declared_by, verified_at = now() where id = $1`, [id]),
    ).rejects.toThrow('certificate_two_persons');
    expect(await verify(id)).toMatchObject({ state: 'VALID' });
  });

  it('of OCOP must have the stars its score is worth, and a body that could give them on that day', async () => {
    const { id: productId } = await api.given.product(farm);
    const ocop = { productId, kind: 'OCOP', stars: 4, issuedOn: '2025-01-15' };
    expect(await declare({ ...ocop, score: '69,99' })).toMatchObject({ code: 'SCORE_DISAGREES', field: 'score' });
    expect((await declare({ ...ocop, score: '69,99' })).message).toContain('69,99 điểm ứng với 3 sao');
    expect(await declare({ ...ocop, score: '101' })).toMatchObject({ code: 'SCORE_NOT_VALID', field: 'score' });
    expect(await declare({ ...ocop, score: '70' })).toMatchObject({ state: 'DECLARED', score: '70', issuerLevel: 'PROVINCE' });
    const district = { ...ocop, stars: 3, issuerLevel: 'DISTRICT' };
    expect(await declare(district)).toMatchObject({ issuerLevel: 'DISTRICT' });
    expect(await declare({ ...district, issuedOn: '2025-07-01' })).toMatchObject({ code: 'ISSUER_LEVEL_NOT_POSSIBLE' });
    expect(await declare({ ...ocop, decidedOn: '2025-01-16' })).toMatchObject({
      code: 'DECIDED_AFTER_ISSUE',
      field: 'decidedOn',
    });
  });

  it('holds as long as the data says on its day of issue: fixed terms are computed, usual ones give way to the paper', async () => {
    const { id: productId } = await api.given.product(farm);
    expect(await declare({ productId, kind: 'TEST_REPORT', issuedOn: '2026-03-31', expiresOn: '2030-01-01' })).toMatchObject({
      expiresOn: '2027-03-31',
    });
    expect(await declare({ kind: 'ORGANIC', issuedOn: '2026-01-10' })).toMatchObject({ expiresOn: '2028-01-10' });
    expect(await declare({ kind: 'ORGANIC', issuedOn: '2026-01-10', expiresOn: '2026-12-31' })).toMatchObject({
      expiresOn: '2026-12-31',
    });
    expect(await declare({ kind: 'TEST_REPORT', issuedOn: '2026-03-31' })).toMatchObject({ code: 'CERTIFICATE_NEEDS_PRODUCT' });
    expect(await declare({ productId, kind: 'CHARTER', issuedOn: '2026-03-31' })).toMatchObject({
      code: 'CERTIFICATE_OF_ORGANIZATION',
    });
  });

  it('gives way to a newer one of its kind for the same product, which stays in the history', async () => {
    const { id: productId, slug } = await api.given.product(farm);
    const older = await declare({ productId, kind: 'OCOP', stars: 4, issuedOn: '2024-05-01' });
    await verify(older.id);
    const newer = await declare({ productId, kind: 'OCOP', stars: 3, issuedOn: '2026-05-01' });
    expect((await shown(slug)).stars).toBe(4);
    await verify(newer.id);
    await api.drainJobs();
    expect((await shown(slug)).stars).toBe(3);
    expect((await mine()).filter(({ id }) => [older.id, newer.id].includes(id))).toEqual(
      expect.arrayContaining([
        { id: older.id, state: 'SUPERSEDED', supersededBy: newer.id },
        { id: newer.id, state: 'VALID', supersededBy: null },
      ]),
    );
    const [entry] = await api.sql('select stars from catalog_entry where product_id = $1', [productId]);
    expect(entry).toEqual({ stars: 3 });
  });

  it('stands beside others of kinds that do not replace each other', async () => {
    const [first, second] = [
      await declare({ kind: 'COLLECTIVE_MARK', issuedOn: '2020-01-01' }),
      await declare({ kind: 'COLLECTIVE_MARK', issuedOn: '2021-01-01' }),
    ];
    await verify(first.id);
    await verify(second.id);
    expect((await mine()).filter(({ id }) => [first.id, second.id].includes(id)).map(({ state }) => state)).toEqual([
      'VALID',
      'VALID',
    ]);
  });

  it('takes its star, its badge and the star filter with it when it is revoked', async () => {
    const { id: productId, slug } = await api.given.product(farm);
    const { id } = await declare({ productId, kind: 'OCOP', stars: 5, issuedOn: '2026-01-01' });
    await verify(id);
    await api.drainJobs();
    const found = async () =>
      (
        await api.visitor.query<{ catalog: { edges: { node: { slug: string } }[] } }>(
          '{ catalog(filter: { starsAtLeast: 5 }, first: 100) { edges { node { slug } } } }',
        )
      ).catalog.edges.some(({ node }) => node.slug === slug);
    expect([(await shown(slug)).stars, await found()]).toEqual([5, true]);
    expect(await revoke(id, null)).toMatchObject({ code: 'REASON_MISSING' });
    expect(await revoke(id, 'QĐ thu hồi số 1')).toMatchObject({ state: 'REVOKED', revokeReason: 'QĐ thu hồi số 1' });
    await api.drainJobs();
    expect([await shown(slug), await found()]).toEqual([{ stars: null, certificates: [] }, false]);
    expect(await revoke(id, 'Lần nữa')).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  });

  it('takes the star filter with it on the day after its last, before and after the nightly job', async () => {
    const { id: productId, slug } = await api.given.product(farm);
    const issuedOn = addMonths(TODAY, -30);
    await verify((await declare({ productId, kind: 'OCOP', stars: 4, issuedOn })).id);
    await api.drainJobs();
    const last = addMonths(issuedOn, 36);
    const found = async () =>
      (
        await api.visitor.query<{ catalog: { edges: { node: { slug: string } }[] } }>(
          '{ catalog(filter: { starsAtLeast: 4 }, first: 100) { edges { node { slug } } } }',
        )
      ).catalog.edges.some(({ node }) => node.slug === slug);
    const stored = async () =>
      (await api.sql<{ stars: number | null }>('select stars from catalog_entry where product_id = $1', [productId]))[0]!.stars;
    at(last);
    expect([await found(), (await shown(slug)).stars]).toEqual([true, 4]);
    at(addDays(last, 1));
    expect([await found(), (await shown(slug)).stars, await stored()]).toEqual([false, null, 4]);
    await api.sql(`select graphile_worker.add_job('catalog.stars-ended')`);
    await api.drainJobs();
    expect([await found(), await stored()]).toEqual([false, null]);
  });

  it('shows visitors no paper of the kinds that only buyers ask for', async () => {
    const { id: productId, slug } = await api.given.product(farm);
    await verify((await declare({ productId, kind: 'TEST_REPORT', issuedOn: '2026-06-01' })).id);
    const gap = await declare({ productId, kind: 'VIETGAP', issuedOn: '2026-06-01' });
    await verify(gap.id);
    expect((await shown(slug)).certificates).toEqual([{ id: gap.id }]);
  });

  it('of another organization answers like one that does not exist', async () => {
    const { id } = await declare({ kind: 'HACCP', issuedOn: '2026-01-01' });
    const stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    const send = (certificateId: string) =>
      stranger.send('mutation($input: CertificateActionInput!) { certificateWithdraw(input: $input) { __typename } }', {
        input: { clientKey: randomUUID(), id: certificateId },
      });
    expect(await send(id)).toEqual(await send(randomUUID()));
  });

  describe('that ends', () => {
    const reminders = (id: string) =>
      api.sql<{ days: number }>('select days from certificate_reminder where certificate_id = $1 order by days desc', [id]);
    const told = (id: string) =>
      api.sql<{ payload: { key: string } }>(
        `select payload from graphile_worker._private_jobs where payload ->> 'kind' = 'certificate.expiring' and payload -> 'facts' ->> 'certificateId' = $1`,
        [id],
      );
    const ending = async (days: number) => {
      const { id } = await declare({ kind: 'GLOBALGAP', issuedOn: '2026-01-01', expiresOn: addDays(TODAY, days) });
      await verify(id);
      return id;
    };
    const remind = () => api.app.get(CertificateRemindersJob, { strict: false }).remind();

    it('is told once for each step, by however many workers at once', async () => {
      const id = await ending(90);
      await Promise.all(Array.from({ length: 6 }, remind));
      await remind();
      expect(await reminders(id)).toEqual([{ days: 90 }]);
      expect(await told(id)).toHaveLength(1);
      at(addDays(TODAY, 60));
      await Promise.all([remind(), remind()]);
      expect(await reminders(id)).toEqual([{ days: 90 }, { days: 30 }]);
      expect(await told(id)).toHaveLength(2);
    });

    it('catches up with one letter after days without the job, and hears nothing once over or replaced', async () => {
      const id = await ending(50);
      at(addDays(TODAY, 45));
      await remind();
      expect(await reminders(id)).toEqual([{ days: 7 }]);
      at(addDays(TODAY, 51));
      await remind();
      expect(await told(id)).toHaveLength(1);
      at(TODAY);
      const { id: productId } = await api.given.product(farm);
      const old = await declare({ productId, kind: 'TEST_REPORT', issuedOn: addMonths(TODAY, -11) });
      await verify(old.id);
      await verify((await declare({ productId, kind: 'TEST_REPORT', issuedOn: TODAY })).id);
      await remind();
      expect(await told(old.id)).toEqual([]);
    });

    it('stands in the lists of the Alliance with counts, and among what the holder has to do', async () => {
      const id = await ending(6);
      const { certificateExpiry, certificatesExpiring } = await officer.query<{
        certificateExpiry: { steps: { days: number; count: number }[]; expired: number };
        certificatesExpiring: { totalCount: number; edges: { node: { id: string; daysLeft: number } }[] };
      }>(
        '{ certificateExpiry { steps { days count } expired } certificatesExpiring(days: 7, first: 50) { totalCount edges { node { id daysLeft } } } }',
      );
      expect(certificatesExpiring.edges.map(({ node }) => node)).toContainEqual({ id, daysLeft: 6 });
      expect(certificateExpiry.steps.map(({ days }) => days)).toEqual([90, 30, 7]);
      expect(certificateExpiry.steps[2]!.count).toBe(certificatesExpiring.totalCount);
      const { workItems } = await director.query<{ workItems: { kind: string; entityId: string; title: string }[] }>(
        '{ workItems { kind entityId title } }',
      );
      expect(workItems).toContainEqual({ kind: 'CERTIFICATE_EXPIRING', entityId: id, title: 'GlobalG.A.P.' });
    });
  });
});
