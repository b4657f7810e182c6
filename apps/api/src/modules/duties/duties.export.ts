import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../platform/auth/access.js';
import {
  column,
  demoColumn,
  each,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
  labelOf,
  type Labels,
} from '../../platform/spreadsheets/index.js';
import { DistributionQueries, type ReceiptView, type RecipientView } from './distribution.queries.js';
import { DutyQueries, type DutyView } from './duty.queries.js';
import { IndicatorQueries, type IndicatorValueView } from './indicator.queries.js';
import { TrainingQueries, type TrainingView } from './training.queries.js';

const STATE: Labels = {
  UNKNOWN: { vi: 'Chưa có thông tin', en: 'No information yet' },
  IN_PROGRESS: { vi: 'Đang thực hiện', en: 'Under way' },
  DONE: { vi: 'Hoàn thành', en: 'Done' },
  NOT_DONE: { vi: 'Chưa thực hiện', en: 'Not done' },
};
const QUALIFIER: Labels = {
  EXACT: { vi: '', en: '' },
  MORE_THAN: { vi: 'trên', en: 'more than' },
  ABOUT: { vi: 'khoảng', en: 'about' },
};
const UNIT: Labels = {
  COUNT: { vi: 'hợp tác xã', en: 'cooperatives' },
  PEOPLE: { vi: 'người', en: 'people' },
  BILLION_VND: { vi: 'tỷ đồng', en: 'billion đồng' },
  MILLION_VND: { vi: 'triệu đồng', en: 'million đồng' },
};
const METHOD: Labels = {
  PAPER: { vi: 'Bản giấy', en: 'Paper' },
  EMAIL: { vi: 'Thư điện tử', en: 'E-mail' },
  SYSTEM: { vi: 'Trên hệ thống', en: 'In the system' },
};
const KIND: Labels = { TRAINING: { vi: 'Tập huấn', en: 'Training' }, GUIDANCE: { vi: 'Hướng dẫn', en: 'Guidance' } };

const DUTIES: readonly ExportColumn<DutyView>[] = [
  column('Mục', 'Section', 'TEXT', ({ section }) => section),
  column('Nhiệm vụ', 'Duty', 'TEXT', ({ title }) => title, 50),
  column('Người thực hiện', 'Actor', 'TEXT', ({ actorName }) => actorName, 36),
  column('Nay là', 'Today', 'TEXT', ({ actorToday }) => actorToday, 30),
  column('Trước ngày', 'Before', 'DATE', ({ before }) => before),
  column('Trạng thái', 'State', 'TEXT', ({ state }, locale) => labelOf(STATE, state, locale)),
  column('Số lần ghi', 'Entries', 'INTEGER', ({ recordCount }) => recordCount),
  column('Lần gần nhất', 'Last entry', 'DATE', ({ lastOn }) => lastOn),
  column('Bước tiếp theo', 'Next step', 'TEXT', ({ nextMove }) => nextMove, 40),
  column('Xem lại ngày', 'On', 'DATE', ({ nextOn }) => nextOn),
  column('Nguyên văn', 'Word for word', 'TEXT', ({ quote }) => quote, 60),
  demoColumn(),
];

type Receipt = Partial<ReceiptView> & { readonly row: RecipientView };
const RECEIPTS: readonly ExportColumn<Receipt>[] = [
  column('Nơi nhận', 'Recipient', 'TEXT', ({ row }) => row.name, 36),
  column('Giao sao gửi', 'Delegated sender', 'TEXT', ({ row }) => row.senderName, 36),
  column('Nay là', 'Today', 'TEXT', ({ row }) => row.senderToday, 30),
  column('Đơn vị', 'Organization', 'TEXT', ({ organization }) => organization ?? null, 36),
  column('Ngày gửi', 'Sent on', 'DATE', ({ sentOn }) => sentOn ?? null),
  column('Cách gửi', 'Method', 'TEXT', ({ method }, locale) => labelOf(METHOD, method, locale)),
  column('Đơn vị gửi', 'Sent by', 'TEXT', ({ sentBy }) => sentBy ?? null, 30),
  column('Ngày đọc', 'Read on', 'DATE', ({ readOn }) => readOn ?? null),
  column('Căn cứ', 'How it is known', 'TEXT', ({ readNote }) => readNote ?? null, 30),
];

type Value = IndicatorValueView & { readonly name: string; readonly unit: string };
const VALUES: readonly ExportColumn<Value>[] = [
  column('Chỉ tiêu', 'Indicator', 'TEXT', ({ name }) => name, 36),
  column('Kỳ', 'Period', 'TEXT', ({ period }) => period),
  column('Mức độ', 'Qualifier', 'TEXT', ({ qualifier }, locale) => labelOf(QUALIFIER, qualifier, locale)),
  column('Số liệu', 'Value', 'DECIMAL', ({ value }) => value),
  column('Đơn vị tính', 'Unit', 'TEXT', ({ unit }, locale) => labelOf(UNIT, unit, locale)),
  column('Kế hoạch', 'Plan', 'DECIMAL', ({ plan }) => plan),
  column('So với kế hoạch (%)', 'Of the plan (%)', 'DECIMAL', ({ planShareBp }) =>
    planShareBp === null ? null : String(planShareBp / 100),
  ),
  column('Lần sửa', 'Revision', 'INTEGER', ({ revision }) => revision),
  column('Nguồn', 'Source', 'TEXT', ({ source }) => source, 60),
];

const TRAININGS: readonly ExportColumn<TrainingView>[] = [
  column('Ngày', 'Day', 'DATE', ({ heldOn }) => heldOn),
  column('Hình thức', 'Kind', 'TEXT', ({ kind }, locale) => labelOf(KIND, kind, locale)),
  column('Chủ đề', 'Topic', 'TEXT', ({ topic }) => topic, 50),
  column('Nơi', 'Place', 'TEXT', ({ place }) => place, 30),
  column('Đơn vị tổ chức', 'Held by', 'TEXT', ({ organizer }) => organizer, 36),
  column('Nhiệm vụ', 'Duty', 'TEXT', ({ duty }) => duty, 36),
  column('Đơn vị tham dự', 'Attended by', 'TEXT', ({ attendees }) => attendees.join('; '), 60),
  column('Số người', 'People', 'INTEGER', ({ people }) => people),
  demoColumn(),
];

/** Duties, distribution, indicators and trainings as files. */
@Injectable()
export class DutiesExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly duties: DutyQueries,
    private readonly distribution: DistributionQueries,
    private readonly indicators: IndicatorQueries,
    private readonly trainings: TrainingQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'duties', title: { vi: 'Nhiệm vụ của thông báo', en: 'Duties of the notice' }, columns: DUTIES },
      isFor: (actor) => actor !== null && allows(actor, 'duty.record', {}),
      rows: (actor, filter) => each(this.duties.ofEvent(actor!, filter['event'] || null)),
    });
    this.registry.add({
      ...{ name: 'notice-recipients', title: { vi: 'Nơi nhận thông báo', en: 'Distribution' }, columns: RECEIPTS },
      isFor: (actor) => actor !== null && allows(actor, 'notice.send', { ownerOrgId: actor.orgId }),
      rows: (actor, filter) =>
        each(
          this.distribution
            .ofEvent(actor!, filter['event'] || null)
            .then((rows) =>
              rows.flatMap((row): Receipt[] => (row.receipts.length ? row.receipts.map((one) => ({ ...one, row })) : [{ row }])),
            ),
        ),
    });
    this.registry.add({
      ...{ name: 'indicators', title: { vi: 'Chỉ tiêu hợp tác xã', en: 'Indicators of the sector' }, columns: VALUES },
      isFor: () => true,
      rows: (actor) =>
        each(
          this.indicators
            .all(actor?.locale ?? 'vi')
            .then((all) => all.flatMap(({ values, name, unit }) => values.map((value) => ({ ...value, name, unit })))),
        ),
    });
    this.registry.add({
      ...{
        name: 'trainings',
        title: { vi: 'Tập huấn, hướng dẫn', en: 'Training and guidance' },
        columns: TRAININGS,
        isFor: isSignedIn,
      },
      rows: (actor) => everyRow((first, after) => this.trainings.page(actor!, first, after)),
    });
  }
}
