import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LADDER_RUNGS } from '@lienket/domain';
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
  oneOf,
} from '../../platform/spreadsheets/index.js';
import { allows } from '../../platform/auth/access.js';
import { Clock } from '../../platform/clock.js';
import { AreaReportQueries } from './area-report.queries.js';
import { type AgreementView, BoardQueries } from './board.queries.js';

const RUNG: Labels = {
  RECORDED: { vi: 'Đã ghi vào sổ', en: 'Recorded in the register' },
  SIGNED: { vi: 'Các bên đã ký đủ', en: 'Signed by all parties' },
  CONTRACTED: { vi: 'Có hợp đồng hiệu lực', en: 'A contract is in force' },
  FIRST_CALL_OFF: { vi: 'Đơn đầu tiên được bên bán xác nhận', en: 'First order confirmed by the seller' },
  FIRST_ACCEPTED: { vi: 'Chuyến đầu tiên được nghiệm thu', en: 'First delivery accepted' },
  P25: { vi: 'Thực hiện từ 25 %', en: 'Realised from 25%' },
  P50: { vi: 'Thực hiện từ 50 %', en: 'Realised from 50%' },
  P75: { vi: 'Thực hiện từ 75 %', en: 'Realised from 75%' },
  FULFILLED: { vi: 'Hoàn thành cam kết', en: 'Commitment fulfilled' },
};
const STATUS: Labels = {
  DRAFT: { vi: 'Dự thảo', en: 'Draft' },
  SIGNING: { vi: 'Chờ ký', en: 'Awaiting signatures' },
  SIGNED: { vi: 'Đã ký', en: 'Signed' },
  IN_FORCE: { vi: 'Đang hiệu lực', en: 'In force' },
  SUSPENDED: { vi: 'Tạm dừng', en: 'Suspended' },
  CLOSED: { vi: 'Đã kết thúc', en: 'Closed' },
  EXPIRED: { vi: 'Hết hiệu lực', en: 'Expired' },
  LAPSED: { vi: 'Không ký kết', en: 'Not concluded' },
};
const ACTOR: Labels = {
  ALLIANCE: { vi: 'Liên minh', en: 'the Alliance' },
  BUYER: { vi: 'Bên mua', en: 'the buyer' },
  SELLER: { vi: 'Bên bán', en: 'the seller' },
  BOTH: { vi: 'Hai bên', en: 'both sides' },
  NONE: { vi: 'Không ai', en: 'nobody' },
};

const NOT_QUANTIFIED = { vi: 'chưa lượng hoá', en: 'not quantified' };
const NOT_IN_SEASON = { vi: 'chưa vào vụ', en: 'not in season' };

const partiesOf = ({ parties }: AgreementView, role: string): string =>
  parties
    .filter((party) => party.role === role)
    .map(({ organization }) => organization.name)
    .join('; ');

/** Never 0 % for what was never counted. */
function realised({ realisation }: AgreementView, locale: 'vi' | 'en'): string {
  if (realisation.kind === 'NOT_QUANTIFIED') return NOT_QUANTIFIED[locale];
  if (realisation.kind === 'NOT_IN_SEASON' || realisation.basisPoints === null) return NOT_IN_SEASON[locale];
  const percent = (realisation.basisPoints / 100).toFixed(1);
  return locale === 'vi' ? `${percent.replace('.', ',')} %` : `${percent}%`;
}

const COLUMNS: readonly ExportColumn<AgreementView>[] = [
  column('Số đăng ký', 'Register number', 'TEXT', ({ registerNo }) => registerNo),
  column('Tên thoả thuận', 'Title', 'TEXT', ({ title }) => title, 44),
  column('Bên bán', 'Sellers', 'TEXT', (row) => partiesOf(row, 'SELLER'), 36),
  column('Bên mua', 'Buyers', 'TEXT', (row) => partiesOf(row, 'BUYER'), 36),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(STATUS, status, locale)),
  column('Bậc', 'Rung', 'TEXT', ({ rung }, locale) => labelOf(RUNG, rung, locale), 32),
  column('Thực hiện', 'Realised', 'TEXT', realised),
  column('Đến lượt', 'Next move', 'TEXT', ({ nextMove }, locale) => labelOf(ACTOR, nextMove.actor, locale)),
  column('Chờ từ', 'Waiting since', 'INSTANT', ({ nextMove }) => nextMove.since),
  column('Ngày ký', 'Signed on', 'DATE', ({ signedOn }) => signedOn),
  column('Hiệu lực từ', 'Valid from', 'DATE', ({ validFrom }) => validFrom),
  column('Hiệu lực đến', 'Valid to', 'DATE', ({ validTo }) => validTo),
  column('Hội nghị', 'Event', 'TEXT', ({ eventCode }) => eventCode),
  demoColumn(),
];

type Area = Awaited<ReturnType<AreaReportQueries['report']>>[number];
const AREAS: readonly ExportColumn<Area>[] = [
  column('Mã', 'Code', 'TEXT', ({ code }) => code),
  column('Địa bàn', 'Area', 'TEXT', ({ name }) => name, 36),
  column('Đơn vị', 'Organizations', 'INTEGER', ({ organizations }) => organizations),
  column('Sản phẩm đang bán', 'Products on sale', 'INTEGER', ({ products }) => products),
];

/** The board of agreements and the report by area as files. */
@Injectable()
export class AgreementExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly board: BoardQueries,
    private readonly areas: AreaReportQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'agreements', title: { vi: 'Thoả thuận', en: 'Agreements' }, columns: COLUMNS, isFor: isSignedIn },
      rows: (actor, filter) => {
        const question = {
          eventCode: filter['event'] || null,
          rung: oneOf(LADDER_RUNGS, filter['rung']),
          rungAtLeast: oneOf(LADDER_RUNGS, filter['rungAtLeast']),
          actor: filter['actor'] || null,
          realisation: filter['realisation'] || null,
          search: filter['search'] || null,
        };
        return everyRow((first, after) => this.board.page(actor!, question, first, after));
      },
    });
    this.registry.add({
      ...{ name: 'areas', title: { vi: 'Theo địa bàn', en: 'By area' }, columns: AREAS },
      isFor: (actor) => actor !== null && allows(actor, 'board.view', {}),
      rows: (actor, filter) => {
        const on = /^\d{4}-\d\d-\d\d$/.exec(filter['on'] ?? '')?.[0] ?? this.clock.today();
        return each(this.areas.report(actor!, filter['by'] === 'COMMUNE' ? 'COMMUNE' : 'DISTRICT', on));
      },
    });
  }
}
