import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { ImportKinds, ImportService } from '../../../modules/imports/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Storyteller } from './storyteller.js';

/** The director who keeps lots of this product brings in two files. */
const KEPT = 'buoi-da-xanh-chi-lang';

interface Cast {
  readonly orgId: string;
  readonly orgKind: string;
  readonly userId: string;
  readonly slug: string;
}

/** One import that went in and can be undone for a day, and one that waits until two of its rows are mended. */
export async function tellImports(teller: Storyteller, app: NestFastifyApplication, dataSource: DataSource): Promise<void> {
  const [cast]: Cast[] = await dataSource.query(
    `select p.org_id as "orgId", o.kind as "orgKind", m.user_id as "userId", p.slug from product p join organization o on o.id = p.org_id
     join membership m on m.org_id = o.id and 'SELLER_DIRECTOR' = any(m.roles) where p.slug = $1 and p.is_demo and p.stock_kept limit 1`,
    [KEPT],
  );
  if (!cast) return;
  const director: Actor = {
    ...{ userId: cast.userId, sessionId: '00000000-0000-0000-0000-000000000000', orgId: cast.orgId, orgKind: cast.orgKind },
    ...{ roles: ['SELLER_DIRECTOR'], locale: 'vi' },
  };
  const upload = async (kind: 'LOTS' | 'CERTIFICATES', name: string, rows: readonly (readonly string[])[]): Promise<string> => {
    const [known]: { id: string }[] = await dataSource.query('select id from import_batch where org_id = $1 and file_name = $2', [
      director.orgId,
      name,
    ]);
    if (known) return known.id;
    const bytes = Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'utf8');
    const opened = await app
      .get(ImportService, { strict: false })
      .upload(director, app.get(ImportKinds, { strict: false }).of(kind), name, bytes);
    if (!opened.ok) throw new Error(`Demo import ${name}: ${opened.refusal.code}`);
    await teller.settle();
    return opened.value;
  };
  const day = teller.date(-1).split('-').reverse().join('/');
  const stem = teller.date(-1).slice(2).replaceAll('-', '');
  teller.on(0, 7);
  const lots = await upload('LOTS', 'lo-hang-hom-qua.csv', [
    ['Mã lô', 'Mã trên Liên Kết', 'Số lượng', 'Ngày thu hoạch', 'Ghi chú'],
    [`VUON-A-${stem}`, cast.slug, '120', day, 'Vườn A (dữ liệu mẫu)'],
    [`VUON-B-${stem}`, cast.slug, '80,5', day, 'Vườn B (dữ liệu mẫu)'],
  ]);
  await teller.act(
    director,
    'demo-import-lots',
    'importCommit',
    'ImportCommitInput',
    'ImportBatch',
    { id: lots, mode: 'VALID_ONLY' },
    'status',
  );
  await teller.settle();
  await upload('CERTIFICATES', 'giay-chung-nhan.csv', [
    [
      'Số giấy hoặc quyết định',
      'Loại giấy',
      'Mã trên Liên Kết',
      'Ngày cấp',
      'Ngày hết hạn',
      'Cơ quan cấp',
      'Sao OCOP',
      'Điểm OCOP',
    ],
    ['MAU-VG-01', 'VietGAP', '', teller.date(-60), teller.date(670), 'Tổ chức chứng nhận mẫu', '', ''],
    ['MAU-KN-02', 'Phiếu kiểm nghiệm', cast.slug, teller.date(3), '', 'Phòng kiểm nghiệm mẫu', '', ''],
    ['MAU-OC-03', 'OCOP', cast.slug, teller.date(-30), '', 'UBND tỉnh (dữ liệu mẫu)', '4', '62'],
  ]);
}
