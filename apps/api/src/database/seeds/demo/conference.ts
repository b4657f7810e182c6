import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { registerOfTheDay, RegisterService, xlsxOf } from '../../../modules/register/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { gatherCast, type Goods } from './cast.js';
import type { Storyteller } from './storyteller.js';

/** The conference that the sample register belongs to: fictional, like all who take part in it. */
export const SAMPLE_EVENT = 'HN-MAU-2025';
const NEXT_EVENT = 'HN-MAU-SAP-TOI';

/** A second conference, and the part of its register that lists people and booths: checked, with mistakes to mend, not yet let in. */
export async function tellConference(teller: Storyteller, app: NestFastifyApplication): Promise<void> {
  const dataSource = app.get(DataSource);
  await dataSource.query(
    `insert into event (id, code, title, held_on, host, source_title, booth_count, is_demo)
     values (gen_random_uuid(), $1, $2, '2025-11-20', 'Liên minh HTX (dữ liệu mẫu)', 'Hội nghị mẫu để thử nhập sổ; không có thật.', 18, true)
     on conflict (code) do nothing`,
    [SAMPLE_EVENT, 'Hội nghị mẫu kết nối vụ đông 2025 (dữ liệu mẫu)'],
  );
  await dataSource.query(`update event set is_demo = true where code = 'MAU-2026'`);
  const { officer } = await gatherCast(dataSource);
  await app
    .get(RegisterService)
    .upload(officer, SAMPLE_EVENT, 'dai-bieu-va-gian-trung-bay.xlsx', await xlsxOf(registerOfTheDay()));
  await tellPress(teller, app);
  await tellNext(teller, app);
  await teller.settle();
}

/** What a paper that does not exist wrote of the demo conference and of goods shown there; its addresses lead nowhere on purpose. */
async function tellPress(teller: Storyteller, app: NestFastifyApplication): Promise<void> {
  const { officer, goods } = await gatherCast(app.get(DataSource));
  const [first, second] = goods as [Goods, Goods];
  const pieces = [
    { slug: 'ngay-hoi', days: -228, title: 'Một ngày ở hội nghị kết nối mẫu (dữ liệu mẫu)' },
    { slug: 'mat-hang-1', days: -190, title: `${first.name} lên kệ siêu thị mẫu (dữ liệu mẫu)`, productId: first.productId },
    { slug: 'mat-hang-2', days: -75, title: `${second.name}: từ vườn tới kho mẫu (dữ liệu mẫu)`, productId: second.productId },
  ];
  for (const { slug, days, title, productId } of pieces) {
    await teller.done(officer, `press ${slug}`, 'mediaAdd', 'MediaAddInput', {
      eventCode: 'MAU-2026',
      outlet: 'Báo Mẫu',
      title,
      url: `https://bao-mau.example/${slug}`,
      publishedOn: teller.date(days),
      productId,
    });
  }
}

/** The next conference, still to come: made by the officer at the desk, with times, tables, a request that waits and slips at a booth. */
async function tellNext(teller: Storyteller, app: NestFastifyApplication): Promise<void> {
  const dataSource = app.get(DataSource);
  const cast = await gatherCast(dataSource);
  const act = (actor: Actor, mutation: string, type: string, input: Record<string, unknown>, key = mutation) =>
    teller.done(actor, `conference ${key}`, mutation, type, input);
  const eventCode = NEXT_EVENT;
  await act(cast.officer, 'eventSave', 'EventSaveInput', {
    code: eventCode,
    title: 'Hội nghị mẫu sắp tới (dữ liệu mẫu)',
    heldOn: teller.date(45),
    host: 'Ban tổ chức mẫu',
    sourceTitle: 'Kế hoạch mẫu để thử; không có thật.',
    boothCount: 18,
    tableCount: 6,
  });
  await dataSource.query('update event set is_demo = true where code = $1', [eventCode]);
  // Those who sell already: a registration that still waits has no booth.
  const [first, second] = [...new Set(cast.goods.map(({ sellerOrgId }) => sellerOrgId))] as [string, string];
  const booth = (position: number, more: object) =>
    act(cast.officer, 'boothSave', 'BoothSaveInput', { eventCode, position, ...more }, `booth ${position}`);
  const talk = (startsAt: number, title: string, orgId?: string) =>
    act(cast.officer, 'talkAdd', 'TalkAddInput', { eventCode, startsAt, title, orgId }, `talk ${startsAt}`);
  const slip = (key: string, more: object) =>
    act(cast.shops[0]!.manager, 'slipLeave', 'SlipLeaveInput', { eventCode, position: 1, ...more }, key);
  await act(cast.officer, 'slotsPlan', 'SlotsPlanInput', { eventCode, startsAt: 13 * 60 + 30, minutes: 20, count: 6 });
  await talk(8 * 60, 'Khai mạc');
  await talk(8 * 60 + 30, 'Một vụ cung ứng cho siêu thị', first);
  await booth(1, { ownerOrgId: first, goods: 'Na, hoa hồi' });
  await booth(2, { ownerUnitCode: '187', title: 'Gian huyện Chi Lăng' });
  await act(cast.officer, 'commendationAdd', 'CommendationAddInput', { eventCode, orgId: second, title: 'Giấy khen mẫu' });
  const wish = 'Nguồn hàng vụ tới, quy cách đóng gói';
  await act(cast.shops[0]!.manager, 'meetingRequest', 'MeetingRequestInput', { eventCode, toOrgId: first, wish });
  await slip('slip 1', { goods: 'Hoa hồi khô', qty: '500', unit: 'kg' });
  await slip('slip 2', { goods: 'Na dai loại 1', note: 'Cần biết lịch thu hoạch' });
}
