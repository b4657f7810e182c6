import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@lienket/domain';
import type { DataSource } from 'typeorm';
import { Membership, User } from '../../../modules/identity/index.js';
import { Organization } from '../../../modules/registry/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { actorWith, gatherCast, pastWalls } from './cast.js';
import { keepDemoScan } from './demo-scan.js';
import type { DemoSignIn } from './load-demo.js';
import type { Answer, Storyteller } from './storyteller.js';

const SLUG = 'so-mau-kinh-te-hop-tac';
const NAME = 'Sở Mẫu Kinh tế hợp tác';
const PEOPLE: readonly { role: Role; title: string; name: string; login: string }[] = [
  { role: 'DEPARTMENT_OFFICER', title: 'Cán bộ sở', name: 'Lương Thị Văn', login: 'canbo.so@example.vn' },
  { role: 'DEPARTMENT_LEADER', title: 'Lãnh đạo sở', name: 'Vi Văn Thư', login: 'lanhdao.so@example.vn' },
];

/** A department that does not exist, with an officer and a leader: no real body is given an answer it never wrote. */
export async function loadDemoDepartment(tx: Tx, passwordHash: string, password: string): Promise<DemoSignIn[]> {
  const orgId = newId();
  await tx.insert(Organization, {
    id: orgId,
    kind: 'DEPARTMENT',
    name: NAME,
    shortName: 'Sở Mẫu',
    slug: SLUG,
    status: 'ACTIVE',
    isDemo: true,
  });
  for (const [index, { role, name, login }] of PEOPLE.entries()) {
    const userId = newId();
    const phone = `+8490000045${index}`;
    await tx.insert(User, { id: userId, email: login, phone, fullName: name, passwordHash, locale: 'vi', isDemo: true });
    await tx.insert(Membership, { id: newId(), userId, orgId, roles: [role] });
  }
  return PEOPLE.map(({ role, name, login }) => ({ role, name, organization: NAME, login, password }));
}

interface PetitionAnswer extends Answer {
  readonly version: number;
}

/** Petitions of fictional cooperatives at every stage: answered late and contested, overdue, just assigned, just filed. */
export async function tellPetitionStory(teller: Storyteller, app: NestFastifyApplication, dataSource: DataSource): Promise<void> {
  const cast = await gatherCast(dataSource);
  const [clerk, leader] = (await Promise.all(PEOPLE.map(({ login }) => actorWith(dataSource, login)))) as [Actor, Actor];
  // Those who sell: a registration that still waits for its papers petitions nobody.
  const sellers = [...new Set(cast.goods.map(({ sellerOrgId }) => sellerOrgId))];
  const [first, second] = sellers.map((orgId) => cast.directors.get(orgId)) as [Actor, Actor];
  const step = (actor: Actor, key: string, mutation: string, input: string, values: Record<string, unknown>) =>
    teller.act(actor, `petition-${key}`, mutation, input, 'Petition', values, 'status') as Promise<PetitionAnswer>;
  const at = ({ id, version }: PetitionAnswer) => ({ id, version });
  const filed = (by: Actor, key: string, content: string) =>
    step(by, `${key}-filed`, 'petitionFile', 'PetitionFileInput', { content, fieldCodes: [], fileIds: [] });
  const assigned = async (petition: PetitionAnswer, key: string, fieldCodes: string[], answerBefore: string) => {
    const classified = await step(cast.officer, `${key}-classified`, 'petitionClassify', 'PetitionClassifyInput', {
      ...at(petition),
      fieldCodes,
    });
    return step(cast.officer, `${key}-assigned`, 'petitionAssign', 'PetitionAssignInput', {
      ...at(classified),
      departmentId: clerk.orgId,
      answerBefore,
    });
  };
  const answered = async (petition: PetitionAnswer, key: string, docNo: string, docDate: string, summary: string) => {
    const drafted = await step(clerk, `${key}-draft`, 'petitionDraft', 'PetitionDraftInput', { ...at(petition), text: summary });
    const fileId = await keepDemoScan(app, leader, `Trả lời kiến nghị ${docNo.replace('/', '-')}`, [summary]);
    return step(leader, `${key}-issued`, 'petitionIssue', 'PetitionIssueInput', {
      ...at(drafted),
      docNo,
      docDate,
      fileId,
      summary,
    });
  };

  teller.on(-45);
  let cold = await filed(
    first,
    'cold',
    'Xin hỗ trợ một phần chi phí kho lạnh nhỏ để giữ hàng sau thu hoạch chờ xe của siêu thị.',
  );
  teller.on(-44);
  cold = await assigned(cold, 'cold', ['NN', 'NS'], teller.date(-24));
  teller.on(-22);
  cold = await answered(cold, 'cold-1', '101/SM', teller.date(-22), 'Đã ghi nhận, sẽ xem xét khi có nguồn vốn.');
  teller.on(-20);
  const contested = { ...at(cold), satisfied: false, note: 'Trả lời chưa nói mức hỗ trợ và thời gian.' };
  cold = await step(first, 'cold-contested', 'petitionFeedback', 'PetitionFeedbackInput', contested);
  const reason = 'Xin nói rõ mức hỗ trợ và nơi nộp hồ sơ.';
  cold = await step(first, 'cold-reopened', 'petitionReopen', 'PetitionReopenInput', { ...at(cold), reason });
  teller.on(-6);
  await answered(cold, 'cold-2', '118/SM', teller.date(-6), 'Hồ sơ nộp tại bộ phận một cửa; mức hỗ trợ theo kế hoạch năm.');

  teller.on(-30);
  const loan = await filed(second, 'loan', 'Đề nghị hướng dẫn vay tín chấp theo đơn hàng đã được siêu thị xác nhận.');
  teller.on(-28);
  await assigned(loan, 'loan', ['TD'], teller.date(-5));
  teller.on(-10);
  const road = await filed(first, 'road', 'Đường vào vùng trồng hẹp, xe lạnh không vào được; đề nghị mở rộng đoạn cuối.');
  await assigned(road, 'road', ['DD', 'KH'], teller.date(12));
  teller.on(-2);
  await filed(second, 'school', 'Đề nghị mở lớp kế toán hợp tác xã tại huyện, ngoài giờ làm.');
  teller.on(-1);
  const [mou] = await pastWalls<{ id: string }>(
    dataSource,
    `select m.id from mou m where m.is_demo and m.status in ('SIGNED', 'IN_FORCE') and m.party_org_ids @> array[$1::uuid] order by m.id limit 1`,
    [first.orgId],
  );
  const [open] = await pastWalls<{ id: string; version: number }>(dataSource, 'select id, version from petition where id = $1', [
    road.id,
  ]);
  if (mou && open)
    await step(cast.officer, 'road-blocks', 'petitionBlock', 'PetitionBlockInput', {
      id: open.id,
      version: open.version,
      mouId: mou.id,
      note: 'Xe lạnh của người mua chưa vào được điểm gom.',
    });
  await teller.settle();
}
