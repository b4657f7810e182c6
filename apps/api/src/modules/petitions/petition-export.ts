import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PETITION_STATES } from '@lienket/domain';
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
  namesOf,
} from '../../platform/spreadsheets/index.js';
import { type MetricsRow, PetitionMetricsQueries } from './petition-metrics.queries.js';
import { PetitionQueries } from './petition.queries.js';
import type { PetitionSummaryView } from './petition.view.js';

const STATUS: Labels = {
  RECEIVED: { vi: 'Đã tiếp nhận', en: 'Received' },
  CLASSIFIED: { vi: 'Đã phân loại', en: 'Classified' },
  ASSIGNED: { vi: 'Đã giao trả lời', en: 'Assigned' },
  ANSWERED_IN_REPORT: { vi: 'Trả lời trong báo cáo', en: 'Answered in a report' },
  DRAFT_ANSWER: { vi: 'Có dự thảo trả lời', en: 'Draft answer' },
  OFFICIAL_ANSWER: { vi: 'Đã có văn bản trả lời', en: 'Official answer' },
  ACCEPTED: { vi: 'Đồng tình', en: 'Accepted' },
  NOT_SATISFIED: { vi: 'Chưa đồng tình', en: 'Not satisfied' },
  MERGED: { vi: 'Đã gộp', en: 'Merged' },
};

const PETITIONS: readonly ExportColumn<PetitionSummaryView>[] = [
  column('Số', 'Number', 'TEXT', ({ number }) => number),
  column('Số trong sổ', 'Number in the register', 'TEXT', ({ registerNo }) => registerNo),
  column('Ngày tiếp nhận', 'Received on', 'DATE', ({ receivedOn }) => receivedOn),
  column('Người gửi', 'Petitioner', 'TEXT', ({ petitioner, petitionerName }) => petitioner?.name ?? petitionerName, 36),
  column('Nội dung', 'Content', 'TEXT', ({ content }) => content, 60),
  column('Lĩnh vực', 'Fields', 'TEXT', ({ fields }) => fields.map(({ name }) => name).join('; '), 36),
  column('Trạng thái', 'Status', 'TEXT', ({ status }, locale) => labelOf(STATUS, status, locale)),
  column('Cơ quan trả lời', 'Answering body', 'TEXT', ({ department }) => department?.name ?? null, 36),
  column('Nêu trong sổ', 'Named then', 'TEXT', ({ namedDepartment }) => namedDepartment?.name ?? null, 36),
  column('Trước ngày', 'Before', 'DATE', ({ answerBefore }) => answerBefore),
  column('Quá hạn', 'Overdue', 'TEXT', ({ overdue }) => (overdue ? 'x' : null)),
  column('Số lần mở lại', 'Reopened', 'INTEGER', ({ reopened }) => reopened),
  column('Thoả thuận đang chờ', 'Agreements waiting', 'INTEGER', ({ blockedAgreements }) => blockedAgreements),
  demoColumn(),
];

const METRICS: readonly ExportColumn<MetricsRow>[] = [
  column('Mục', 'Item', 'TEXT', ({ name }, locale) => name ?? (locale === 'en' ? 'Not yet' : 'Chưa có'), 44),
  column('Kiến nghị', 'Petitions', 'INTEGER', ({ petitions }) => petitions),
  column('Đang xử lý', 'Open', 'INTEGER', ({ open }) => open),
  column('Quá hạn', 'Overdue', 'INTEGER', ({ overdue }) => overdue),
  column('Lượt đến hạn', 'Rounds due', 'INTEGER', ({ due }) => due),
  column('Đúng hạn', 'On time', 'INTEGER', ({ onTime }) => onTime),
  column('Số ngày trung vị', 'Median days', 'DECIMAL', ({ medianDays }) => (medianDays === null ? null : String(medianDays))),
  column('Lượt có ý kiến', 'Rounds rated', 'INTEGER', ({ rated }) => rated),
  column('Đồng tình', 'Satisfied', 'INTEGER', ({ satisfied }) => satisfied),
  column('Mở lại', 'Reopened', 'INTEGER', ({ reopened }) => reopened),
  column('Thoả thuận đang chờ', 'Agreements waiting', 'INTEGER', ({ waitingAgreements }) => waitingAgreements),
  column('Chờ lâu nhất (ngày)', 'Longest wait (days)', 'INTEGER', ({ oldestDays }) => oldestDays),
];

/** Petitions, and how they are answered, as files. */
@Injectable()
export class PetitionExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly petitions: PetitionQueries,
    private readonly metrics: PetitionMetricsQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'petitions', title: { vi: 'Kiến nghị', en: 'Petitions' }, columns: PETITIONS, isFor: isSignedIn },
      rows: (actor, filter) => {
        const question = {
          search: filter['search'] || null,
          field: filter['field'] || null,
          status: namesOf(PETITION_STATES, filter['status']),
          overdue: filter['overdue'] === 'true' || null,
          blocking: filter['blocking'] === 'true' || null,
        };
        return everyRow((first, after) => this.petitions.page(actor!, question, first, after));
      },
    });
    this.registry.add({
      ...{ name: 'petition-metrics', title: { vi: 'Trả lời kiến nghị', en: 'How petitions are answered' }, columns: METRICS },
      isFor: (actor) => actor !== null && allows(actor, 'petition.manage', {}),
      rows: (actor, filter) =>
        each(
          this.metrics
            .of(actor!, filter['event'] || null)
            .then(({ byField, byDepartment }) => (filter['by'] === 'DEPARTMENT' ? byDepartment : byField)),
        ),
    });
  }
}
