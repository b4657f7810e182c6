import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { STAND_IN_ROLES } from '@lienket/domain';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/auth/actor.js';
import { actorWith, gatherCast } from './cast.js';
import { keepDemoScan } from './demo-scan.js';
import type { Storyteller } from './storyteller.js';

/** Weeks ahead of what the officer writes down for the cooperative: far enough that no other story leans on it. */
const WEEKS = [70, 77, 84];

/**
 * Between fictional parties: a director without a network lets the Alliance act, confirms one act, denies one and owes a word about
 * the third; and a mandate on paper that waits for a second person.
 */
export async function tellAssistance(teller: Storyteller, app: NestFastifyApplication, dataSource: DataSource): Promise<void> {
  const { officer, goods } = await gatherCast(dataSource);
  const director = await actorWith(dataSource, 'giamdoc.thach@example.vn');
  const paperGiver = await actorWith(dataSource, 'giamdoc.hoi@example.vn');
  const product = goods.find(({ sellerOrgId }) => sellerOrgId === director.orgId);
  if (!product) return;

  teller.on(-6, 8);
  const scopes = ['PRODUCTS', 'ORDERS', 'DISPATCH'] as const;
  const endsOn = teller.date(20);
  const reason = 'Điểm thu mua trên núi chưa có mạng (nội dung mẫu).';
  const terms = { scopes, reason, startsOn: teller.date(-6), endsOn };
  const mandate = await teller.done(director, 'demo:mandate', 'mandateGive', 'MandateGiveInput', terms, '... on Mandate { id }');
  const acting: Actor = {
    ...officer,
    orgId: director.orgId,
    orgKind: director.orgKind,
    roles: STAND_IN_ROLES,
    standIn: { mandateId: mandate.id, homeOrgId: officer.orgId, scopes, endsOn },
  };
  for (const [at, days] of WEEKS.entries()) {
    teller.on(-5 + at, 10);
    const weeks = [{ week: teller.date(days), qty: String(120 + 20 * at), confidence: 'FORECAST' }];
    await teller.done(acting, `demo:assisted-${at}`, 'forecastRecord', 'ForecastRecordInput', {
      productId: product.productId,
      weeks,
    });
  }
  teller.on(-1, 9);
  const { assistedActs } = await teller.read(
    director,
    'query($mandateId: ID!) { assistedActs(filter: { mandateId: $mandateId }, first: 10) { edges { node { id version state } } } }',
    { mandateId: mandate.id },
  );
  const { edges } = assistedActs as unknown as { edges: { node: { id: string; version: number; state: string } }[] };
  const [denied, confirmed] = edges.filter(({ node }) => node.state === 'WAITING').slice(1);
  if (confirmed) {
    await teller.done(director, 'demo:assisted-yes', 'assistedActsConfirm', 'AssistedActsConfirmInput', {
      ids: [confirmed.node.id],
    });
    const { id, version } = denied!.node;
    const no = { id, version, words: 'Tuần đó nghỉ lễ, chỉ thu được một nửa (nội dung mẫu).' };
    await teller.done(director, 'demo:assisted-no', 'assistedActDeny', 'AssistedActWordsInput', no);
  }
  const title = 'Giấy uỷ quyền làm thay (mẫu)';
  const evidenceFileId = await keepDemoScan(
    app,
    officer,
    title,
    ['HTX mẫu uỷ quyền cho Liên minh trả lời đơn hàng trong hai tuần.'],
    'Giấy uỷ quyền',
  );
  const paper = {
    ...{ orgId: paperGiver.orgId, scopes: ['ORDERS'], reason: 'Giám đốc đi chữa bệnh (nội dung mẫu).', way: 'PAPER' },
    ...{ startsOn: teller.date(-1), endsOn: teller.date(13), givenBy: 'Giám đốc hợp tác xã mẫu', evidenceFileId },
  };
  await teller.done(officer, 'demo:mandate-paper', 'mandateRecord', 'MandateRecordInput', paper);
}
