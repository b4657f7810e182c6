import { randomUUID } from 'node:crypto';
import type { Client } from '../../../testing/client.js';
import type { Org, Person } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

interface Merge {
  __typename: string;
  id: string;
  status: string;
  version: number;
  membersAdded: number;
  code?: string;
}

describe('one body registered twice', () => {
  let api: TestApi;
  let officer: Client;
  let colleague: Client;
  let third: Client;

  beforeAll(async () => {
    api = await startApi();
    const alliance = await api.given.alliance();
    officer = await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER'));
    colleague = await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER'));
    third = await api.as(await api.given.member(alliance, 'ALLIANCE_LEADER'));
  });
  afterAll(() => api.stop());

  const act = async (client: Client, name: string, input: Record<string, unknown>): Promise<Merge> =>
    (
      await client.mutate<Record<string, Merge>>(
        `mutation($input: ${name === 'mergePropose' ? 'MergeProposeInput' : 'MergeDecideInput'}!) { ${name}(input: $input) { __typename
          ... on DomainError { code } ... on OrganizationMerge { id status version membersAdded } } }`,
        input,
      )
    )[name]!;
  const propose = (duplicate: Org, survivor: Org, client = officer) =>
    act(client, 'mergePropose', { duplicateId: duplicate.id, survivorId: survivor.id, reason: 'Cùng giấy đăng ký' });
  const suggestions = async () => {
    const { organizationDuplicates } = await officer.query<{
      organizationDuplicates: {
        duplicate: { organization: { id: string } };
        survivor: { organization: { id: string } };
        reason: string;
        likeness: number | null;
      }[];
    }>(
      '{ organizationDuplicates(first: 50) { duplicate { organization { id } } survivor { organization { id } } reason likeness } }',
    );
    return organizationDuplicates.map((pair) => ({
      pair: [pair.duplicate.organization.id, pair.survivor.organization.id].sort(),
      reason: pair.reason,
      likeness: pair.likeness,
    }));
  };

  it('is suggested by the digits of the tax code and by nearly the same name, with the reason', async () => {
    const first = await api.given.cooperative({ name: 'Hợp tác xã Thạch đen Tràng Định', taxCode: '4990000019' });
    const alike = await api.given.cooperative({ name: 'HTX Thạch đen Trang Định', status: 'DRAFT' });
    const branch = await api.given.cooperative({ name: 'HTX Hoàn toàn khác', status: 'PENDING', taxCode: '4990000019-001' });
    const other = await api.given.cooperative({ name: 'HTX Hồi Bình Gia' });
    const found = await suggestions();
    const between = (a: Org, b: Org) => found.find(({ pair }) => pair.join() === [a.id, b.id].sort().join());
    expect(between(first, alike)).toMatchObject({ reason: 'SIMILAR_NAME', likeness: 100 });
    expect(between(first, branch)).toMatchObject({ reason: 'SAME_TAX_CODE' });
    expect(between(first, other)).toBeUndefined();
    const proposal = await propose(branch, first);
    await act(colleague, 'mergeRefuse', { id: proposal.id, version: proposal.version, reason: 'Là chi nhánh' });
    expect((await suggestions()).find(({ pair }) => pair.includes(branch.id))).toBeUndefined();
  });

  it('needs a second person, who gives people a seat in the survivor and rewrites no document', async () => {
    const [duplicate, survivor] = [await api.given.cooperative({ name: 'HTX Bản sao' }), await api.given.cooperative()];
    const twin = await api.given.member(duplicate, 'SELLER_DIRECTOR');
    await api.given.member(duplicate, 'SELLER_STAFF');
    const product = await api.given.product(duplicate);
    const proposal = await propose(duplicate, survivor);
    expect(proposal).toMatchObject({ status: 'PROPOSED' });
    expect(await act(officer, 'mergeApprove', proposalOf(proposal))).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(await act(colleague, 'mergeApprove', proposalOf(proposal))).toMatchObject({ status: 'APPROVED', membersAdded: 2 });
    await api.drainJobs();
    const [row] = await api.sql('select status, merged_into_id from organization where id = $1', [duplicate.id]);
    expect(row).toEqual({ status: 'MERGED', merged_into_id: survivor.id });
    expect(await seatsOf(twin)).toEqual([duplicate.id, survivor.id].sort());
    const [owner] = await api.sql('select org_id from product where id = $1', [product.id]);
    expect(owner).toEqual({ org_id: duplicate.id });
    expect(await api.sql('select 1 from catalog_entry where product_id = $1', [product.id])).toEqual([]);
    const { slug } = (await api.sql<{ slug: string }>('select slug from organization where id = $1', [duplicate.id]))[0]!;
    const { organizationPage } = await api.visitor.query<{ organizationPage: { mergedInto: { id: string } } }>(
      'query($slug: String!) { organizationPage(slug: $slug) { mergedInto { id } } }',
      { slug },
    );
    expect(organizationPage.mergedInto.id).toBe(survivor.id);
  });

  it('happens once when two people approve at the same moment', async () => {
    const [duplicate, survivor] = [await api.given.cooperative(), await api.given.cooperative()];
    await api.given.member(duplicate, 'SELLER_DIRECTOR');
    const proposal = await propose(duplicate, survivor);
    const answers = await Promise.all([
      act(colleague, 'mergeApprove', proposalOf(proposal)),
      act(third, 'mergeApprove', proposalOf(proposal)),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['OrganizationMerge', 'VersionConflict']);
    const seats = await api.sql('select 1 from membership where org_id = $1', [survivor.id]);
    expect(seats).toHaveLength(1);
  });

  it('leads straight to the survivor, however many times it was merged', async () => {
    const [a, b, c] = [await api.given.cooperative(), await api.given.cooperative(), await api.given.cooperative()];
    const first = await propose(a, b);
    await act(colleague, 'mergeApprove', proposalOf(first));
    const second = await propose(b, c);
    await act(colleague, 'mergeApprove', proposalOf(second));
    const rows = await api.sql('select merged_into_id from organization where id = any($1)', [[a.id, b.id]]);
    expect(rows).toEqual([{ merged_into_id: c.id }, { merged_into_id: c.id }]);
    expect(await propose(a, c)).toMatchObject({ code: 'MERGE_OF_ENDED' });
  });

  it('is withdrawn only by the one who proposed it, and refused only with a reason', async () => {
    const [a, b] = [await api.given.cooperative(), await api.given.cooperative()];
    const proposal = await propose(a, b);
    expect(await propose(b, a)).toMatchObject({ code: 'MERGE_ALREADY_PROPOSED' });
    const foreign = await colleague.send('mutation($input: MergeDecideInput!) { mergeWithdraw(input: $input) { __typename } }', {
      input: { clientKey: randomUUID(), ...proposalOf(proposal) },
    });
    expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await act(colleague, 'mergeRefuse', proposalOf(proposal))).toMatchObject({ code: 'MERGE_REASON_MISSING' });
    expect(await act(officer, 'mergeWithdraw', proposalOf(proposal))).toMatchObject({ status: 'WITHDRAWN' });
    expect(await propose(a, a)).toMatchObject({ code: 'MERGE_WITH_ITSELF' });
    const sample = await api.given.cooperative({ isDemo: true });
    expect(await propose(sample, a)).toMatchObject({ code: 'MERGE_DEMO_WITH_REAL' });
  });

  it('is seen by the Alliance only', async () => {
    const director = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    for (const query of ['{ organizationDuplicates { reason } }', '{ organizationMerges { id } }']) {
      expect((await director.send(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  const proposalOf = ({ id, version }: Merge) => ({ id, version });
  const seatsOf = async (person: Person) =>
    (await api.sql<{ org_id: string }>('select org_id from membership where user_id = $1 and ended_at is null', [person.userId]))
      .map(({ org_id }) => org_id)
      .sort();
});
