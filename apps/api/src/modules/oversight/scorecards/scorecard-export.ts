import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SCORE_CODES, type ScoreCode, type ScoreFigure } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import {
  column,
  demoColumn,
  each,
  type ExportColumn,
  ExportRegistry,
  labelOf,
  type Labels,
  oneOf,
} from '../../../platform/spreadsheets/index.js';
import { type ScorecardView, ScorecardQueries } from './scorecard.queries.js';

const WORDS: Labels = {
  OTIF_PROMISED: { vi: 'Đúng hẹn và đủ, so với ngày đã hứa', en: 'On time in full, against the promised day' },
  OTIF_REQUESTED: { vi: 'Đúng hẹn và đủ, so với ngày khách cần', en: 'On time in full, against the requested day' },
  ON_TIME: { vi: 'Đúng hẹn', en: 'On time' },
  IN_FULL: { vi: 'Giao đủ', en: 'In full' },
  FILL: { vi: 'Tỷ lệ đáp ứng', en: 'Fill rate' },
  REJECTED: { vi: 'Bị từ chối khi nhận', en: 'Rejected on receipt' },
  ANSWERED_IN_TIME: { vi: 'Trả lời đơn đúng hạn', en: 'Orders answered in time' },
  CALL_OFF_PACE: { vi: 'Gọi hàng so với kế hoạch', en: 'Called off against plan' },
  CANCELLED: { vi: 'Huỷ đơn sau khi đã xác nhận', en: 'Cancelled after confirmation' },
  PAID_ON_TIME: { vi: 'Thanh toán đúng hạn', en: 'Paid on time' },
};
const FEW = { vi: 'chưa đủ dữ liệu', en: 'not enough data' };

interface Row {
  readonly card: ScorecardView;
  readonly figure: ScoreFigure;
  readonly isDemo: boolean;
}

const COLUMNS: readonly ExportColumn<Row>[] = [
  column('Đơn vị', 'Organization', 'TEXT', ({ card }) => card.organization.name, 40),
  column('Chỉ số', 'Figure', 'TEXT', ({ figure }, locale) => labelOf(WORDS, figure.code, locale), 36),
  column('Đơn vị tính', 'Unit', 'TEXT', ({ figure }) => figure.unit),
  column('Tử số', 'Numerator', 'DECIMAL', ({ figure }) => figure.numerator),
  column('Mẫu số', 'Denominator', 'DECIMAL', ({ figure }) => figure.denominator),
  column('Số trường hợp', 'Cases', 'INTEGER', ({ figure }) => figure.cases),
  column('Tỷ lệ', 'Rate', 'TEXT', ({ figure: { rateBp } }, locale) =>
    rateBp === null
      ? FEW[locale]
      : locale === 'vi'
        ? `${(rateBp / 100).toFixed(1).replace('.', ',')} %`
        : `${(rateBp / 100).toFixed(1)}%`,
  ),
  column('Trung vị (giờ hoặc ngày)', 'Median (hours or days)', 'INTEGER', ({ figure }) => figure.median),
  column('Đã hứa (ngày)', 'Promised (days)', 'INTEGER', ({ figure }) => figure.promisedMedian),
  column('Từ ngày', 'From', 'DATE', ({ card }) => card.from),
  column('Đến ngày', 'To', 'DATE', ({ card }) => card.to),
  demoColumn(),
];

/** The Alliance's list as a file: one row per organization and figure, with what it is divided by. No money. */
@Injectable()
export class ScorecardExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly queries: ScorecardQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add<Row>({
      ...{ name: 'scorecards', title: { vi: 'Thẻ điểm', en: 'Scorecards' }, columns: COLUMNS },
      isFor: (actor) => actor !== null && allows(actor, 'board.view', {}),
      rows: (actor, filter) =>
        each(
          this.queries
            .list(actor!, {
              side: filter['side'] === 'BUYER' ? 'BUYER' : 'SELLER',
              months: Number(filter['months']) || 12,
              search: filter['search'] || null,
              sort: oneOf(SCORE_CODES, filter['sort']) as ScoreCode | null,
            })
            .then((cards) =>
              cards.flatMap((card) => card.figures.map((figure) => ({ card, figure, isDemo: card.organization.isDemo }))),
            ),
        ),
    });
  }
}
