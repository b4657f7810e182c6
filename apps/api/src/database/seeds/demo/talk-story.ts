import type { DataSource } from 'typeorm';
import { gatherCast, pastWalls } from './cast.js';
import type { Storyteller } from './storyteller.js';

type Side = 'SELLER' | 'BUYER';

interface Talk {
  readonly documentType: string;
  /** id, seller_org_id and buyer_org_id of the newest document of the kind. */
  readonly sql: string;
  readonly said: readonly (readonly [by: Side, body: string])[];
}

const newest = (table: string, status: string) =>
  `select id, seller_org_id, buyer_org_id from ${table} where status = '${status}' order by id desc limit 1`;

const TALKS: readonly Talk[] = [
  {
    documentType: 'ORDER',
    sql: newest('purchase_order', 'COUNTERED'),
    said: [
      [
        'SELLER',
        'Tuần này mưa nên chỉ thu hái được một nửa. Phần còn lại giao được từ thứ Năm tuần sau, mong siêu thị thông cảm.',
      ],
      ['BUYER', 'Cảm ơn HTX đã báo sớm. Siêu thị xem lịch kệ hàng rồi trả lời trong ngày.'],
    ],
  },
  {
    documentType: 'SHIPMENT',
    sql: newest('shipment', 'DISPATCHED'),
    said: [['SELLER', 'Xe đã rời kho. Nhờ kho chừa cửa số 2, xe cao 2,9 m.']],
  },
  {
    documentType: 'CLAIM',
    sql: newest('claim', 'OPEN'),
    said: [
      ['BUYER', 'Cân điện tử của kho mới kiểm định tháng trước. HTX cần ảnh màn hình cân của kiện nào, chúng tôi gửi thêm.'],
    ],
  },
];

/** What the two sides wrote today about papers that wait: said at the real hour, because daily letters go by the clock of the day. */
export async function tellTalks(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const cast = await gatherCast(dataSource);
  for (const { documentType, sql, said } of TALKS) {
    const [found] = await pastWalls<{ id: string; seller_org_id: string; buyer_org_id: string }>(dataSource, sql);
    const seller = found && cast.directors.get(found.seller_org_id);
    const buyer = cast.shops.find(({ orgId }) => orgId === found?.buyer_org_id)?.manager;
    if (!found || !seller || !buyer) continue;
    for (const [index, [by, body]] of said.entries())
      await teller.done(
        by === 'SELLER' ? seller : buyer,
        `demo:talk:${documentType}:${index}`,
        'threadMessageSend',
        'ThreadMessageInput',
        { documentType, documentId: found.id, body, fileIds: [] },
      );
  }
}
