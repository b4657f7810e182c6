import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { registerOfTheDay, RegisterService, xlsxOf } from '../../../modules/register/index.js';
import { gatherCast } from './cast.js';
import type { Storyteller } from './storyteller.js';

/** The conference that the sample register belongs to: fictional, like all who take part in it. */
export const SAMPLE_EVENT = 'HN-MAU-2025';

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
  await teller.settle();
}
