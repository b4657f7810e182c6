import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import {
  column,
  demoColumn,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  labelOf,
  type Labels,
  namesOf,
} from '../../platform/spreadsheets/index.js';
import { AssistedActQueries } from './assisted-act.queries.js';
import { operationWords } from './assisted-words.js';
import { MandateQueries } from './mandate.queries.js';
import { ASSISTED_ACT_STATES, type AssistedActView, type MandateView } from './mandate.view.js';

const SCOPE: Labels = {
  PRODUCTS: { vi: 'Sản phẩm và vụ thu', en: 'Products and harvest' },
  ORDERS: { vi: 'Trả lời đơn hàng', en: 'Answers to orders' },
  DISPATCH: { vi: 'Giao hàng', en: 'Dispatch' },
};
const WAY: Labels = {
  IN_APP: { vi: 'Trong hệ thống', en: 'In the system' },
  PHONE: { vi: 'Qua điện thoại', en: 'By telephone' },
  PAPER: { vi: 'Bằng giấy', en: 'On paper' },
};
const MANDATE_STATE: Labels = {
  UNCHECKED: { vi: 'Chờ người thứ hai kiểm tra', en: 'Waits for a second person' },
  PLANNED: { vi: 'Chưa đến ngày', en: 'Not yet' },
  LIVE: { vi: 'Đang hiệu lực', en: 'In force' },
  EXPIRED: { vi: 'Đã hết hạn', en: 'Expired' },
  REVOKED: { vi: 'Đã thu hồi', en: 'Revoked' },
};
const ACT_STATE: Labels = {
  WAITING: { vi: 'Chờ xác nhận', en: 'Waits for an answer' },
  CONFIRMED: { vi: 'Đơn vị đã xác nhận', en: 'Confirmed' },
  DENIED: { vi: 'Đơn vị không đồng ý', en: 'Denied' },
  SETTLED: { vi: 'Đã xử lý', en: 'Settled' },
};

const MANDATES: readonly ExportColumn<MandateView & { readonly isDemo: boolean }>[] = [
  column('Đơn vị', 'Organization', 'TEXT', ({ organization }) => organization.name, 36),
  column('Được làm thay', 'Carries', 'TEXT', ({ scopes }, to) => scopes.map((one) => labelOf(SCOPE, one, to)).join('; '), 36),
  column('Từ ngày', 'From', 'DATE', ({ startsOn }) => startsOn),
  column('Đến hết ngày', 'Until', 'DATE', ({ endsOn }) => endsOn),
  column('Tình trạng', 'State', 'TEXT', ({ state }, to) => labelOf(MANDATE_STATE, state, to), 24),
  column('Uỷ quyền bằng cách nào', 'Given', 'TEXT', ({ way }, to) => labelOf(WAY, way, to)),
  column('Người uỷ quyền', 'Given by', 'TEXT', ({ givenBy, recordedBy }) => givenBy ?? recordedBy, 30),
  column('Lý do', 'Reason', 'TEXT', ({ reason }) => reason, 44),
  column('Người ghi', 'Recorded by', 'TEXT', ({ recordedBy }) => recordedBy, 24),
  column('Ghi lúc', 'Recorded', 'INSTANT', ({ createdAt }) => createdAt),
  column('Bằng chứng', 'Evidence', 'TEXT', ({ evidence }) => evidence?.name, 24),
  column('Người kiểm tra', 'Checked by', 'TEXT', ({ checkedBy }) => checkedBy, 24),
  column('Kiểm tra lúc', 'Checked', 'INSTANT', ({ checkedAt }) => checkedAt),
  column('Người thu hồi', 'Revoked by', 'TEXT', ({ revokedBy }) => revokedBy, 24),
  column('Thu hồi lúc', 'Revoked', 'INSTANT', ({ revokedAt }) => revokedAt),
  column('Lý do thu hồi', 'Why revoked', 'TEXT', ({ revokeReason }) => revokeReason, 36),
  column('Số việc đã làm thay', 'Acts', 'INTEGER', ({ acts }) => acts),
  column('Chờ xác nhận', 'Waiting', 'INTEGER', ({ waitingActs }) => waitingActs),
  column('Không đồng ý', 'Denied', 'INTEGER', ({ deniedActs }) => deniedActs),
  demoColumn(),
];

const ACTS: readonly ExportColumn<AssistedActView & { readonly isDemo: boolean }>[] = [
  column('Đơn vị', 'Organization', 'TEXT', ({ organization }) => organization.name, 36),
  column('Lúc', 'At', 'INSTANT', ({ at }) => at),
  column('Việc', 'Act', 'TEXT', ({ operation }, to) => operationWords(operation, to), 30),
  column('Của', 'Document', 'TEXT', ({ title }) => title, 30),
  column('Cán bộ', 'Officer', 'TEXT', ({ officer }) => officer, 24),
  column('Xác nhận', 'State', 'TEXT', ({ state }, to) => labelOf(ACT_STATE, state, to), 24),
  column('Người trả lời', 'Answered by', 'TEXT', ({ answeredBy }) => answeredBy, 24),
  column('Trả lời lúc', 'Answered', 'INSTANT', ({ answeredAt }) => answeredAt),
  column('Lý do không đồng ý', 'Why denied', 'TEXT', ({ reason }) => reason, 44),
  column('Người xử lý', 'Settled by', 'TEXT', ({ settledBy }) => settledBy, 24),
  column('Xử lý lúc', 'Settled', 'INSTANT', ({ settledAt }) => settledAt),
  column('Cách xử lý', 'How it was settled', 'TEXT', ({ settledNote }) => settledNote, 44),
  demoColumn(),
];

const marked = <Row extends { readonly organization: { readonly isDemo: boolean } }>(row: Row) => ({
  ...row,
  isDemo: row.organization.isDemo,
});

/** Mandates and what was done by them: all for the Alliance, its own for an organization, as the screens' queries let through. */
@Injectable()
export class AssistanceExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly mandates: MandateQueries,
    private readonly acts: AssistedActQueries,
  ) {}

  onModuleInit(): void {
    const { mandates, acts } = this;
    // Whoever acts in another's name takes no lists away.
    const isFor = (actor: Actor | null) => actor !== null && !actor.standIn;
    this.registry.add({
      ...{ name: 'mandates', title: { vi: 'Uỷ quyền cho Liên minh', en: 'Mandates' }, columns: MANDATES, isFor },
      rows: async function* (actor) {
        for await (const row of everyRow((first, after) => mandates.page(actor!, null, first, after))) yield marked(row);
      },
    });
    this.registry.add({
      ...{ name: 'assisted-acts', title: { vi: 'Việc đã làm thay', en: 'Acts by mandate' }, columns: ACTS, isFor },
      rows: async function* (actor, filter) {
        const question = { state: namesOf(ASSISTED_ACT_STATES, filter['state']), mandateId: filter['mandate'] ?? null };
        for await (const row of everyRow((first, after) => acts.page(actor!, question, first, after))) yield marked(row);
      },
    });
  }
}
