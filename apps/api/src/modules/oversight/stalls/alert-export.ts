import { Injectable, type OnModuleInit } from '@nestjs/common';
import { STALL_LEVELS, STALL_TRANSITIONS } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import {
  column,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  labelOf,
  type Labels,
  oneOf,
} from '../../../platform/spreadsheets/index.js';
import { AlertQueries, type AlertView } from './alert.queries.js';

const LEVEL: Labels = {
  WATCH: { vi: 'Theo dõi', en: 'Watch' },
  RISK: { vi: 'Có nguy cơ', en: 'At risk' },
  STALLED: { vi: 'Đang đứng', en: 'Stalled' },
};
const TRANSITION: Labels = {
  CONTRACT: { vi: 'Ký xong, chưa có hợp đồng', en: 'Signed, no contract yet' },
  CALL_OFF: { vi: 'Có hợp đồng, chưa gọi hàng', en: 'Contract, no call-off yet' },
  DELIVERY: { vi: 'Đã hẹn, chưa giao', en: 'Promised, not delivered' },
  PACE: { vi: 'Chậm so với kế hoạch', en: 'Behind plan' },
  EXPIRY: { vi: 'Sắp hết hạn', en: 'About to expire' },
};
const STATUS: Labels = {
  RAISED: { vi: 'Chờ trả lời', en: 'Waits for an answer' },
  ACKNOWLEDGED: { vi: 'Đã trả lời', en: 'Answered' },
  CLEARED: { vi: 'Đã gỡ', en: 'Cleared' },
};
const ACTOR: Labels = {
  SELLER: { vi: 'Bên bán', en: 'Seller' },
  BUYER: { vi: 'Bên mua', en: 'Buyer' },
  BOTH: { vi: 'Hai bên', en: 'Both sides' },
  ALLIANCE: { vi: 'Liên minh', en: 'Alliance' },
};
const STATES = ['RAISED', 'ACKNOWLEDGED', 'CLEARED'] as const;
const MOVERS = ['SELLER', 'BUYER', 'BOTH'] as const;

interface Row extends AlertView {
  readonly reasonVi: string | null;
  readonly reasonEn: string | null;
}
const percent = (bp: number | null): string | null => (bp === null ? null : (bp / 100).toFixed(2));

const ALERTS: readonly ExportColumn<Row>[] = [
  column('Số đăng ký', 'Register number', 'TEXT', ({ mou }) => mou.registerNo),
  column('Thoả thuận', 'Agreement', 'TEXT', ({ mou }) => mou.title, 44),
  column('Mức', 'Level', 'TEXT', ({ level }, locale) => labelOf(LEVEL, level, locale)),
  column('Đứng ở đâu', 'Where it stands', 'TEXT', ({ transition }, locale) => labelOf(TRANSITION, transition, locale), 28),
  column('Tính từ ngày', 'Counted from', 'DATE', ({ factOn }) => factOn),
  column('Số ngày', 'Days', 'INTEGER', ({ days }) => days),
  column('Ngưỡng (ngày)', 'Threshold (days)', 'INTEGER', ({ limitDays }) => limitDays),
  column('Đã thực hiện (%)', 'Realised (%)', 'DECIMAL', ({ shareBp }) => percent(shareBp)),
  column('Ngưỡng (%)', 'Threshold (%)', 'DECIMAL', ({ limitBp }) => percent(limitBp)),
  column('Chứng từ', 'Document', 'TEXT', ({ factRef }) => factRef),
  column('Đến lượt', 'Next move', 'TEXT', ({ actor }, locale) => labelOf(ACTOR, actor, locale)),
  column('Đơn vị', 'Who', 'TEXT', ({ movers }) => movers.join('; '), 30),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(STATUS, status, locale)),
  column('Lý do đã ghi', 'Reason given', 'TEXT', ({ reasonVi, reasonEn }, locale) => (locale === 'en' ? reasonEn : reasonVi), 30),
  column('Bước tiếp theo', 'Next step', 'TEXT', ({ answers }) => answers[0]?.nextStep, 44),
  column('Xem lại ngày', 'Look again on', 'DATE', ({ followUpOn }) => followUpOn),
  column('Cảnh báo từ', 'Raised', 'INSTANT', ({ raisedAt }) => raisedAt),
  column('Gỡ lúc', 'Cleared', 'INSTANT', ({ clearedAt }) => clearedAt),
];

/** All that stands still, as a file for the Alliance. */
@Injectable()
export class AlertExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly uow: UnitOfWork,
    private readonly alerts: AlertQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add<Row>({
      ...{ name: 'alerts', title: { vi: 'Cảnh báo đứng lại', en: 'Stall alerts' }, columns: ALERTS },
      isFor: (actor) => actor !== null && allows(actor, 'board.view', {}),
      rows: (actor, filter) => this.rows(actor!, filter),
    });
  }

  private async *rows(actor: Actor, filter: Readonly<Record<string, string>>): AsyncGenerator<Row> {
    const reasons = await this.uow.read(actor, (tx) =>
      tx.query<{ code: string; vi: string; en: string }>('select code, name_vi as vi, name_en as en from stall_reason'),
    );
    const question = {
      level: oneOf(STALL_LEVELS, filter['level']),
      transition: oneOf(STALL_TRANSITIONS, filter['transition']),
      actor: oneOf(MOVERS, filter['actor']),
      status: oneOf(STATES, filter['status']),
      reasonCode: filter['reason'] || null,
      eventCode: filter['event'] || null,
    };
    for await (const alert of everyRow((first, after) => this.alerts.page(actor, question, first, after))) {
      const reason = reasons.find(({ code }) => code === alert.reasonCode);
      yield { ...alert, reasonVi: reason?.vi ?? alert.reasonCode, reasonEn: reason?.en ?? alert.reasonCode };
    }
  }
}
