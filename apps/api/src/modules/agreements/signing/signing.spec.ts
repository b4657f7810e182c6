import { createHash } from 'node:crypto';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { FileStore } from '../../../platform/files/file-store.js';
import { newId } from '../../../platform/ids.js';
import type { Client } from '../../../testing/client.js';
import type { Org } from '../../../testing/given.js';
import { lettersOf } from '../../../testing/letters.js';
import { selfSignedP12 } from '../../../testing/self-signed.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { readZip } from '../../../testing/zip.js';

interface Answer {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly code?: string;
  readonly message?: string;
  readonly rows?: { row: number; field: string; code: string }[];
  readonly signingRounds: {
    roundNo: number;
    state: string;
    reason: string | null;
    paperUrl: string | null;
    turnOrgIds: string[];
  }[];
  readonly signingEvidence: { kind: string; method: string | null }[];
  readonly parties: { signature: { method: string; inspection: Record<string, unknown>[] | null } | null }[];
  readonly obligations: {
    id: string;
    state: string;
    waiting: string | null;
    settledBy: string | null;
    actions: string[];
    events: { fileSha256: string | null }[];
  }[];
}

const MOU = `__typename ... on DomainError { code message } ... on RowsRefused { rows { row field code } }
  ... on Mou { id version status signingRounds { roundNo state reason paperUrl turnOrgIds } signingEvidence { kind method }
    parties { signature { method inspection { signerName coversWholeFile intact startsWithOurs certificateValidThen } } }
    obligations { id state waiting settledBy actions events { fileSha256 } } }`;

describe('a round of signing', () => {
  let api: TestApi;
  let seller: Org;
  let buyer: Org;
  let alliance: Org;
  let director: Client;
  let manager: Client;
  let officer: Client;
  let directorId: string;

  beforeAll(async () => {
    api = await startApi();
    seller = await api.given.cooperative();
    buyer = await api.given.retailer();
    alliance = await api.given.alliance();
    const person = await api.given.member(seller, 'SELLER_DIRECTOR');
    directorId = person.userId;
    director = await api.as(person);
    manager = await api.as(await api.given.member(buyer, 'BUYER_MANAGER'));
    officer = await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER'));
  });
  afterEach(() => api.clock.set(null));
  afterAll(() => api.stop());

  const act = async (client: Client, name: string, type: string, input: Record<string, unknown>): Promise<Answer> =>
    (await client.mutate<Record<string, Answer>>(`mutation($input: ${type}!) { ${name}(input: $input) { ${MOU} } }`, input))[
      name
    ]!;
  const step = (client: Client, name: string, mou: Answer, more: Record<string, unknown> = {}) =>
    act(client, name, name === 'mouSignPdf' ? 'SignWithPdfInput' : 'MouActionInput', {
      id: mou.id,
      version: mou.version,
      ...more,
    });
  const draft = (more: Record<string, unknown> = {}) =>
    act(director, 'mouCreate', 'MouCreateInput', {
      title: 'Ghi nhớ tiêu thụ na',
      pricePrinciple: 'PER_ORDER',
      parties: [
        { orgId: seller.id, role: 'SELLER', mustSign: true },
        { orgId: buyer.id, role: 'BUYER', mustSign: true },
        { orgId: alliance.id, role: 'WITNESS', mustSign: false },
      ],
      lines: [
        {
          description: 'Na',
          baseUnit: 'kg',
          targetQty: '500',
          seasonMonths: [8],
          pricePrinciple: 'FIXED',
          referencePrice: 41_234,
        },
      ],
      ...more,
    });
  const askCode = async (client: Client, id: string): Promise<string> => {
    const before = new Set(lettersOf(api).map(({ text }) => text));
    const input = { document: 'MOU', id };
    const { signingCodeRequest: asked } = await client.mutate<{ signingCodeRequest: { sentTo?: string; code?: string } }>(
      'mutation($input: SigningCodeInput!) { signingCodeRequest(input: $input) { ... on SigningCodeAsked { sentTo } ... on DomainError { code } } }',
      input,
    );
    if (asked.code) return asked.code;
    expect(asked.sentTo).toMatch(/^..…@/);
    await api.drainJobs();
    const letter = lettersOf(api).find(({ text }) => text.includes('SHA-256') && !before.has(text))!;
    return /\b\d{6}\b/.exec(letter.text)![0];
  };
  const keepFile = async (org: Org, userId: string, bytes: Buffer): Promise<string> => {
    const id = newId();
    await api.app.get(FileStore).put(id, bytes);
    await api.sql(
      `insert into stored_file (id, org_id, name, mime, byte_length, sha256, visibility, created_by) values ($1, $2, 'ky.pdf', 'application/pdf', $3, $4, 'PARTIES', $5)`,
      [id, org.id, bytes.length, createHash('sha256').update(bytes).digest('hex'), userId],
    );
    return id;
  };

  it('goes party by party with one-time codes, and comes back as a new round after a refusal', async () => {
    let mou = await step(director, 'mouCirculate', await draft(), {
      signingOrder: 'SEQUENTIAL',
      requireCode: true,
      expiresOn: '2030-01-01',
    });
    expect(mou.signingRounds).toMatchObject([{ roundNo: 1, state: 'OPEN', turnOrgIds: [seller.id, alliance.id] }]);
    expect(await step(manager, 'mouSign', mou)).toMatchObject({ code: 'NOT_YOUR_TURN' });
    expect(await step(director, 'mouSign', mou)).toMatchObject({ code: 'CODE_REQUIRED' });
    expect(await step(director, 'mouSign', mou, { code: '000000' })).toMatchObject({ code: 'CODE_NOT_ASKED' });
    const code = await askCode(director, mou.id);
    const wrong = code === '111111' ? '222222' : '111111';
    expect(await step(director, 'mouSign', mou, { code: wrong })).toMatchObject({ code: 'CODE_WRONG' });
    expect(await api.sql('select tries from signing_code where document_id = $1', [mou.id])).toEqual([{ tries: 1 }]);
    const clientKey = 'sign-once';
    mou = await step(director, 'mouSign', mou, { code, clientKey });
    expect(mou.parties[0]!.signature).toMatchObject({ method: 'ONE_TIME_CODE' });
    expect((await step(director, 'mouSign', { ...mou, version: 2 }, { code, clientKey })).__typename).toBe('Mou');
    expect(mou.signingRounds[0]!.turnOrgIds).toEqual([buyer.id, alliance.id]);
    mou = await step(manager, 'mouRefuse', mou, { reason: 'Chưa thống nhất quy cách.' });
    expect(mou).toMatchObject({ status: 'DRAFT', signingRounds: [{ state: 'REFUSED', reason: 'Chưa thống nhất quy cách.' }] });
    expect(mou.parties.every(({ signature }) => signature === null)).toBe(true);
    mou = await step(director, 'mouCirculate', mou);
    mou = await step(manager, 'mouSign', mou);
    mou = await step(director, 'mouSign', mou);
    expect(mou).toMatchObject({ status: 'IN_FORCE', signingRounds: [{ roundNo: 2, state: 'COMPLETED' }, { roundNo: 1 }] });
    expect(mou.signingEvidence.map(({ kind, method }) => (method ? `${kind} ${method}` : kind))).toEqual([
      'ROUND_OPENED',
      'CODE_ASKED',
      'CODE_SENT',
      'CODE_WRONG',
      'SIGNED ONE_TIME_CODE',
      'REFUSED',
      'VOIDED ONE_TIME_CODE',
      'ROUND_OPENED',
      'SIGNED IN_APP',
      'SIGNED IN_APP',
    ]);
    await expect(api.sql('delete from signature_evidence')).rejects.toThrow(/insert-only/);
  });

  it('takes a code for ten minutes, for five tries and for one text, and never keeps it in the clear', async () => {
    let mou = await step(director, 'mouCirculate', await draft());
    const code = await askCode(director, mou.id);
    const [row] = await api.sql<{ code_hash: string }>('select code_hash from signing_code where document_id = $1', [mou.id]);
    expect(row!.code_hash).not.toContain(code);
    expect(JSON.stringify(await api.sql('select payload from graphile_worker._private_jobs'))).not.toContain(code);
    api.clock.set(new Date(Date.now() + 11 * 60_000));
    expect(await step(director, 'mouSign', mou, { code })).toMatchObject({ code: 'CODE_EXPIRED' });
    api.clock.set(null);
    const wrong = code === '111111' ? '222222' : '111111';
    for (let left = 4; left >= 0; left -= 1) await step(director, 'mouSign', mou, { code: wrong });
    expect(await step(director, 'mouSign', mou, { code })).toMatchObject({ code: 'CODE_TRIES_SPENT' });
    const fresh = await askCode(director, mou.id);
    mou = await step(manager, 'mouRefuse', mou, { reason: 'Sửa tên' });
    mou = await act(director, 'mouUpdate', 'MouUpdateInput', { id: mou.id, version: mou.version, title: 'Tên mới' });
    mou = await step(director, 'mouCirculate', mou);
    expect(await step(director, 'mouSign', mou, { code: fresh })).toMatchObject({ code: 'CODE_OTHER_TEXT' });
  });

  it('takes the paper of the round, signed elsewhere, and describes what it finds', async () => {
    let mou = await step(director, 'mouCirculate', await draft());
    const someFile = await keepFile(seller, directorId, Buffer.from('%PDF-1.4'));
    expect(await step(director, 'mouSignPdf', mou, { fileId: someFile })).toMatchObject({ code: 'PAPER_NOT_READY' });
    await api.drainJobs();
    const again = await director.query<{ mou: Answer }>(`query($id: ID!) { mou(id: $id) { signingRounds { paperUrl } } }`, {
      id: mou.id,
    });
    const paperId = again.mou.signingRounds[0]!.paperUrl!.split('/').at(-1)!;
    const paper = (await api.app.get(FileStore).read(paperId))!;
    expect(await step(director, 'mouSignPdf', mou, { fileId: someFile })).toMatchObject({ code: 'PDF_NOT_SIGNED' });
    const signed = async (pdf: Buffer) => {
      const place = plainAddPlaceholder({ pdfBuffer: pdf, reason: 'Ký', contactInfo: '', name: 'HTX', location: 'Lạng Sơn' });
      return new SignPdf().sign(place, new P12Signer(selfSignedP12('Lý Văn Đường'), { passphrase: 'x' }));
    };
    const elsewhere = (await director.get(`/documents/agreements/${mou.id}.pdf`)).rawPayload;
    const other = await keepFile(seller, directorId, await signed(elsewhere));
    expect(await step(director, 'mouSignPdf', mou, { fileId: other })).toMatchObject({ code: 'PDF_OTHER_DOCUMENT' });
    const fileId = await keepFile(seller, directorId, await signed(paper));
    mou = await step(director, 'mouSignPdf', mou, { fileId });
    expect(mou.parties[0]!.signature).toEqual({
      method: 'SIGNED_PDF',
      inspection: [
        { signerName: 'Lý Văn Đường', coversWholeFile: true, intact: true, startsWithOurs: true, certificateValidThen: true },
      ],
    });
    // It names prices: the witness is a party and reads it, another officer's organization would not.
    expect(await api.sql('select visibility from stored_file where id = any($1)', [[fileId, paperId]])).toEqual([
      { visibility: 'SIDES' },
      { visibility: 'SIDES' },
    ]);
  });

  it('ends on its last day, tells everybody and voids what was signed', async () => {
    let mou = await step(director, 'mouCirculate', await draft(), { expiresOn: '2030-01-01' });
    expect(await step(director, 'mouCirculate', await draft(), { expiresOn: '2020-01-01' })).toMatchObject({
      code: 'ROUND_ENDS_IN_PAST',
    });
    mou = await step(director, 'mouSign', mou);
    api.clock.set(new Date('2029-12-31T01:00:00Z'));
    await api.sql(`select graphile_worker.add_job('agreements.signing-rounds', '{}')`);
    await api.drainJobs();
    api.clock.set(new Date('2030-01-01T18:00:00Z'));
    const late = await act(manager, 'mouSign', 'MouActionInput', { id: mou.id, version: mou.version });
    expect([late.code, late.__typename]).toEqual(['ROUND_OVER', 'Refused']);
    await api.sql(`select graphile_worker.add_job('agreements.signing-rounds', '{}')`);
    await api.drainJobs();
    const { mou: ended } = await manager.query<{ mou: Answer }>(
      'query($id: ID!) { mou(id: $id) { status signingRounds { state } signingEvidence { kind } parties { signature { method } } } }',
      { id: mou.id },
    );
    expect(ended).toMatchObject({ status: 'LAPSED', signingRounds: [{ state: 'LAPSED' }] });
    expect(ended.signingEvidence.map(({ kind }) => kind)).toEqual(['ROUND_OPENED', 'SIGNED', 'REMINDED', 'LAPSED', 'VOIDED']);
  });

  it('keeps duties beside volume: claimed with evidence, disputed, confirmed by the other side, or attested', async () => {
    const duty = (org: Org, title: string) => ({ title, obligedOrgId: org.id, dueOn: '2026-09-30' });
    expect(await draft({ obligations: [duty(alliance, 'Chứng kiến')] })).toMatchObject({
      rows: [{ field: 'obligations.obligedOrgId', code: 'OBLIGED_NOT_A_PARTY' }],
    });
    let mou = await draft({ obligations: [duty(buyer, 'Kệ trưng bày thử'), duty(seller, 'Đổi nhãn mới')] });
    mou = await step(director, 'mouSign', await step(director, 'mouCirculate', mou));
    mou = await step(manager, 'mouSign', mou);
    const [shelf, label] = mou.obligations as [Answer['obligations'][number], Answer['obligations'][number]];
    const say = (client: Client, name: string, id: string, more: Record<string, unknown> = {}) =>
      act(client, name, 'ObligationActInput', { id, ...more });
    expect([shelf.actions, label.actions]).toEqual([['CLAIM'], []]);
    expect(await say(director, 'obligationClaim', label.id, { result: 'MET' })).toMatchObject({ code: 'EVIDENCE_MISSING' });
    expect(await say(manager, 'obligationClaim', label.id, { result: 'MET' })).toMatchObject({ code: 'NOT_THE_OBLIGED_PARTY' });
    const fileId = await keepFile(seller, directorId, Buffer.from('%PDF-1.4 nhãn'));
    mou = await say(director, 'obligationClaim', label.id, { result: 'MET', fileId });
    expect(mou.obligations[1]).toMatchObject({
      state: 'SCHEDULED',
      waiting: 'MET',
      events: [{ fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    expect(await say(director, 'obligationConfirm', label.id)).toMatchObject({ code: 'OWN_CLAIM' });
    expect(await say(manager, 'obligationDispute', label.id)).toMatchObject({ code: 'REASON_MISSING' });
    await say(manager, 'obligationDispute', label.id, { note: 'Nhãn còn sai mã vạch' });
    await say(director, 'obligationClaim', label.id, { result: 'PARTLY_MET', fileId });
    mou = await say(manager, 'obligationConfirm', label.id);
    expect(mou.obligations[1]).toMatchObject({ state: 'PARTLY_MET', waiting: null, settledBy: 'PARTIES' });
    expect(await say(officer, 'obligationAttest', shelf.id, { result: 'MET' })).toMatchObject({ code: 'EVIDENCE_MISSING' });
    await expect(api.sql('update obligation_event set note = null')).rejects.toThrow(/insert-only/);
  });

  it('names a price where the line rests on one, and is given out as a paper with prices for the parties only', async () => {
    const line = { description: 'Hồng', baseUnit: 'kg', seasonMonths: [] };
    expect((await draft({ lines: [{ ...line, pricePrinciple: 'FLOOR' }] })).rows).toEqual([
      { row: 0, field: 'referencePrice', code: 'LINE_PRICE_MISSING' },
    ]);
    expect((await draft({ lines: [{ ...line, pricePrinciple: 'INDEXED' }] })).rows).toMatchObject([
      { code: 'LINE_PRICE_SOURCE_MISSING' },
    ]);
    const mou = await draft();
    const words = async (client: Client, extension: string) => {
      const reply = await client.get(`/documents/agreements/${mou.id}.${extension}`);
      expect(reply.statusCode).toBe(200);
      return (await readZip(reply.rawPayload)).get('word/document.xml')!.toString('utf8');
    };
    const own = await words(director, 'docx');
    expect([own.includes('BIÊN BẢN GHI NHỚ'), own.includes('41.234')]).toEqual([true, true]);
    const stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    expect((await stranger.get(`/documents/agreements/${mou.id}.docx`)).statusCode).toBe(404);
    expect((await director.get(`/documents/agreements/${mou.id}.pdf`)).headers['content-type']).toBe('application/pdf');
  });

  it('reads the scan again and compares it with its fingerprint', async () => {
    const fileId = await keepFile(seller, directorId, Buffer.from('%PDF-1.4 bản chụp'));
    const mou = await draft({ documentFileId: fileId });
    const check = async () =>
      (
        await manager.query<{ mouDocumentCheck: { matches: boolean; byteLength: number } }>(
          'query($id: ID!) { mouDocumentCheck(id: $id) { matches byteLength } }',
          { id: mou.id },
        )
      ).mouDocumentCheck;
    expect((await check()).matches).toBe(true);
    await api.app.get(FileStore).put(fileId, Buffer.from('%PDF-1.4 bản khác'));
    expect((await check()).matches).toBe(false);
  });
});
