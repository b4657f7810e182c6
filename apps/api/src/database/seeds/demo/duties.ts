import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Refusal, Result } from '@lienket/domain';
import { DataSource } from 'typeorm';
import { DistributionService, DutyService, DutyWordService, TrainingService } from '../../../modules/duties/index.js';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { loadDuties } from '../reference/duties.js';
import { actorWith, gatherCast } from './cast.js';
import { SAMPLE_EVENT } from './conference.js';
import type { Storyteller } from './storyteller.js';

const OFFICE = 'so-mau-kinh-te-hop-tac';
const QUOTE = 'Câu mẫu, không chép từ văn bản nào: ';
const duty = (code: string, actor: string, actorVi: string, titleVi: string, titleEn: string, more: object = {}) => ({
  ...{ event: SAMPLE_EVENT, code, section: `Mẫu ${code}`, actor, actorVi, actorEn: actorVi, titleVi, titleEn },
  ...{ quote: `${QUOTE}${titleVi.toLocaleLowerCase('vi')}.`, before: null, continuing: false, org: null, position: Number(code) },
  ...more,
});

/** Duties of the fictional conference in every state, with its fictional department: nothing is told of a real body. */
export async function tellDuties(teller: Storyteller, app: NestFastifyApplication): Promise<void> {
  const { officer, directors, goods } = await gatherCast(app.get(DataSource));
  const coops = [...new Set(goods.map(({ sellerOrgId }) => sellerOrgId))].slice(0, 3);
  await app.get(UnitOfWork).run(SYSTEM, (tx) =>
    loadDuties(tx.manager, {
      duties: [
        duty('1', 'NAMED', 'Sở Mẫu Kinh tế hợp tác', 'Trả lời kiến nghị mẫu', 'Answer the sample petitions', {
          org: OFFICE,
          before: teller.date(-20),
        }),
        duty('2', 'COOPERATIVES', 'Các hợp tác xã mẫu', 'Cập nhật lịch thu hoạch mẫu', 'Keep the sample harvest calendar', {
          continuing: true,
        }),
        duty('3', 'ENTERPRISES', 'Các doanh nghiệp mẫu', 'Ký hợp đồng từ biên bản mẫu', 'Turn sample memoranda into contracts'),
        duty('5', 'NAMED', 'Sở Mẫu Kinh tế hợp tác', 'Hướng dẫn vay vốn mẫu', 'Guide on sample loans', {
          org: OFFICE,
          before: teller.date(20),
        }),
        duty('4', 'MEDIA', 'Cơ quan báo chí mẫu', 'Đưa tin về sản phẩm mẫu', 'Report on sample products', { continuing: true }),
      ],
      recipients: [
        { event: SAMPLE_EVENT, position: 1, nameVi: 'Sở Mẫu Kinh tế hợp tác', nameEn: 'Sample department', org: OFFICE },
        { event: SAMPLE_EVENT, position: 2, nameVi: 'Các hợp tác xã mẫu', nameEn: 'Sample cooperatives', sender: OFFICE },
      ],
    }),
  );
  const rows = await app.get(UnitOfWork).run(SYSTEM, (tx) =>
    tx.query<{ kind: string; code: string; id: string }>(
      `select 'duty' as kind, d.code, d.id from duty d join event e on e.id = d.event_id where e.code = $1
       union all select 'row', r.position::text, r.id from notice_recipient r join event e on e.id = r.event_id where e.code = $1`,
      [SAMPLE_EVENT],
    ),
  );
  const idOf = (kind: string, code: string) => rows.find((row) => row.kind === kind && row.code === code)!.id;
  const told = async (answer: Promise<Result<string, Refusal>>) => {
    const result = await answer;
    if (!result.ok) throw new Error(`Demo duties: ${JSON.stringify(result.refusal)}`);
    return result.value;
  };
  const [duties, distribution, words] = [app.get(DutyService), app.get(DistributionService), app.get(DutyWordService)];
  const clerk = await actorWith(app.get(DataSource), 'canbo.so@example.vn');
  teller.on(-22);
  await told(
    duties.record(officer, {
      ...{ clientKey: 'demo-duty-1', id: idOf('duty', '1'), version: 0, step: 'complete', happenedOn: teller.date(-22) },
      ...{ text: 'Sở Mẫu đã gửi văn bản trả lời (mẫu).', docNo: '101/SM', docDate: teller.date(-22) },
    }),
  );
  await told(
    duties.record(officer, {
      ...{ clientKey: 'demo-duty-2', id: idOf('duty', '2'), version: 0, step: 'progress', happenedOn: teller.date(-23) },
      ...{ text: 'Ba hợp tác xã mẫu đã ghi lịch thu hoạch.', nextMove: 'Gọi các đơn vị còn lại', nextOn: teller.date(2) },
    }),
  );
  await told(
    duties.record(officer, {
      ...{ clientKey: 'demo-duty-3', id: idOf('duty', '3'), version: 0, step: 'miss', happenedOn: teller.date(-22) },
      text: 'Người mua mẫu nói chưa ký hợp đồng nào.',
    }),
  );
  const send = { recipientId: idOf('row', '2'), orgIds: coops, sentOn: teller.date(-22), method: 'SYSTEM' as const };
  await told(distribution.send(officer, { clientKey: 'demo-notice', ...send }));
  const reader = directors.get(coops[0]!);
  const [receipt] = await app
    .get(UnitOfWork)
    .run(SYSTEM, (tx) =>
      tx.query<{ id: string; version: number }>(
        'select id, version from notice_receipt where recipient_id = $1 and org_id = $2 and read_on is null',
        [send.recipientId, coops[0]],
      ),
    );
  if (reader && receipt) await told(distribution.confirm(reader, { clientKey: 'demo-notice-read', ...receipt }));
  await told(
    app.get(TrainingService).record(officer, {
      ...{ clientKey: 'demo-training', kind: 'TRAINING', topic: 'Đưa sản phẩm lên sàn thương mại điện tử (buổi mẫu)' },
      ...{ heldOn: teller.date(-24), place: 'Hội trường mẫu', dutyId: idOf('duty', '2'), attendeeOrgIds: coops, people: 8 },
    }),
  );
  teller.on(-3);
  await told(
    words.tell(clerk, {
      ...{ clientKey: 'demo-duty-word', dutyId: idOf('duty', '5'), step: 'complete', happenedOn: teller.date(-5) },
      ...{ text: 'Đã ban hành tài liệu hướng dẫn mẫu và gửi các hợp tác xã mẫu.', docNo: '112/SM-HD', docDate: teller.date(-5) },
    }),
  );
  await teller.settle();
}
