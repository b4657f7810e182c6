import type { ReportFacts, ReportVolume } from '@lienket/domain';
import type { SheetTable } from '../../platform/spreadsheets/index.js';
import type { ReportContent } from './report-making.js';
import {
  CREDIT_WORDS,
  creditAmount,
  creditPaid,
  ENDING_WORDS,
  groupName,
  MEASURE_WORDS,
  MOVER_WORDS,
  NO_REASON,
  RUNG_WORDS,
  shownMeasure,
} from './report-words.js';
import type { ReportView } from './report.queries.js';

/** The workbook of a report: the annex line by line, the rungs, and what is corrected. No prices. */
export function reportSheets(report: ReportView, { facts, corrections }: ReportContent): SheetTable[] {
  return [
    {
      name: 'Phụ lục',
      columns: [
        { header: 'Số biên bản', kind: 'TEXT', width: 18 },
        { header: 'Nội dung', kind: 'TEXT', width: 40 },
        { header: 'Các bên', kind: 'TEXT', width: 50 },
        { header: 'Bậc thực hiện', kind: 'TEXT', width: 28 },
        { header: 'Từ ngày', kind: 'DATE', width: 12 },
        { header: 'Dòng', kind: 'INTEGER', width: 7 },
        { header: 'Hàng hoá', kind: 'TEXT', width: 30 },
        { header: 'Đơn vị', kind: 'TEXT', width: 10 },
        { header: 'Cam kết', kind: 'DECIMAL', width: 14 },
        { header: 'Đã gọi hàng', kind: 'DECIMAL', width: 14 },
        { header: 'Đã giao', kind: 'DECIMAL', width: 14 },
        { header: 'Nghiệm thu mức A', kind: 'DECIMAL', width: 17 },
        { header: 'Mức B', kind: 'DECIMAL', width: 14 },
        { header: 'Mức C', kind: 'DECIMAL', width: 14 },
        { header: 'Việc tiếp theo thuộc', kind: 'TEXT', width: 20 },
        { header: 'Kết thúc', kind: 'TEXT', width: 20 },
      ],
      rows: facts.annex.flatMap((row) =>
        row.lines.map((line) => [
          row.registerNo,
          row.title,
          row.parties.map(({ name }) => name).join('; '),
          RUNG_WORDS[row.rung],
          row.rungOn,
          line.lineNo,
          line.description,
          line.baseUnit,
          line.committed,
          line.ordered,
          line.shipped,
          line.acceptedA,
          line.acceptedB,
          line.acceptedC,
          MOVER_WORDS[row.nextActor],
          row.ending ? ENDING_WORDS[row.ending.outcome ?? row.ending.status] : null,
        ]),
      ),
    },
    {
      name: 'Bậc thực hiện',
      columns: [
        { header: 'Bậc', kind: 'TEXT', width: 34 },
        { header: 'Đang ở bậc', kind: 'INTEGER', width: 14 },
        { header: 'Đã đạt', kind: 'INTEGER', width: 12 },
        { header: 'Riêng mức A', kind: 'INTEGER', width: 14 },
        { header: 'Trên tổng', kind: 'INTEGER', width: 12 },
      ],
      rows: facts.rungs.map(({ rung, here, reached, reachedA, outOf }) => [
        RUNG_WORDS[rung],
        here,
        reached,
        reachedA ?? null,
        outOf,
      ]),
    },
    volumeSheet(
      'Nhóm hàng',
      facts.groups.map((row) => [groupName(row.group), row]),
    ),
    volumeSheet(
      'Huyện trước 01-7-2025',
      facts.districts.map((row) => [row.name, row]),
    ),
    volumeSheet(
      'Xã, phường',
      facts.communes.map((row) => [row.name, row]),
    ),
    ...creditSheets(facts.credits),
    {
      name: 'Lý do đứng',
      columns: [
        { header: 'Lý do', kind: 'TEXT', width: 36 },
        { header: 'Cảnh báo', kind: 'INTEGER', width: 12 },
        { header: 'Biên bản', kind: 'INTEGER', width: 12 },
      ],
      rows: (facts.stallReasons ?? []).map(({ reason, alerts, agreements }) => [reason?.nameVi ?? NO_REASON, alerts, agreements]),
    },
    {
      name: 'Nhịp thực hiện',
      columns: [
        { header: 'Đến hết tháng', kind: 'TEXT', width: 16 },
        { header: 'Theo cam kết, %', kind: 'DECIMAL', width: 18 },
        { header: 'Đã nghiệm thu, %', kind: 'DECIMAL', width: 18 },
        { header: 'Riêng mức A, %', kind: 'DECIMAL', width: 18 },
      ],
      rows: facts.pace.map(({ month, plannedBp, acceptedBp, acceptedBpA }) => [
        month,
        plannedBp / 100,
        acceptedBp / 100,
        acceptedBpA === undefined ? null : acceptedBpA / 100,
      ]),
    },
    {
      name: 'Điều chỉnh kỳ trước',
      columns: [
        { header: 'Số biên bản', kind: 'TEXT', width: 18 },
        { header: 'Dòng', kind: 'INTEGER', width: 7 },
        { header: 'Số liệu', kind: 'TEXT', width: 24 },
        { header: 'Đã báo cáo', kind: 'TEXT', width: 24 },
        { header: 'Nay là', kind: 'TEXT', width: 24 },
      ],
      rows: corrections.map(({ registerNo, lineNo, measure, unit, before, now }) => [
        registerNo,
        lineNo || null,
        MEASURE_WORDS[measure],
        shownMeasure(measure, before, unit),
        shownMeasure(measure, now, unit),
      ]),
    },
    {
      name: 'Thông tin',
      columns: [
        { header: 'Mục', kind: 'TEXT', width: 24 },
        { header: 'Nội dung', kind: 'TEXT', width: 70 },
      ],
      rows: [
        ['Số', report.number ?? 'dự thảo'],
        ['Số liệu đến hết ngày', report.asOf],
        ['Mã kiểm tra (SHA-256)', report.sha256],
        ['Dữ liệu mẫu', report.isDemo ? 'có' : 'không'],
      ],
    },
  ];
}

const share = (bp: number | null | undefined): number | null => (bp === null || bp === undefined ? null : bp / 100);

/** Volumes by what proves them, never one number for all grades. */
const volumeSheet = (name: string, rows: readonly (readonly [string | null, ReportVolume])[]): SheetTable => ({
  name,
  columns: [
    { header: name, kind: 'TEXT', width: 30 },
    { header: 'Đơn vị', kind: 'TEXT', width: 10 },
    { header: 'Biên bản', kind: 'INTEGER', width: 10 },
    { header: 'Cam kết', kind: 'DECIMAL', width: 14 },
    { header: 'Nghiệm thu mức A', kind: 'DECIMAL', width: 17 },
    { header: 'Mức B', kind: 'DECIMAL', width: 14 },
    { header: 'Mức C', kind: 'DECIMAL', width: 14 },
    { header: 'Tỷ lệ A, %', kind: 'DECIMAL', width: 12 },
    { header: 'Tỷ lệ A và B, %', kind: 'DECIMAL', width: 16 },
    { header: 'Tỷ lệ cả ba, %', kind: 'DECIMAL', width: 16 },
  ],
  rows: rows.map(([label, row]) => [
    label ?? 'Chưa rõ',
    row.unit,
    row.agreements,
    row.committed === '0' ? null : row.committed,
    row.acceptedA ?? null,
    row.acceptedB ?? null,
    row.acceptedC ?? null,
    share(row.rateBpA),
    share(row.rateBpAB),
    share(row.rateBp),
  ]),
});

const creditSheets = (credits: ReportFacts['credits']): SheetTable[] =>
  credits
    ? [
        {
          name: 'Tín dụng',
          columns: [
            { header: 'Số', kind: 'TEXT', width: 18 },
            { header: 'Ngân hàng', kind: 'TEXT', width: 34 },
            { header: 'Bên vay', kind: 'TEXT', width: 34 },
            { header: 'Số tiền', kind: 'TEXT', width: 24 },
            { header: 'Giải ngân', kind: 'TEXT', width: 34 },
            { header: 'Bước', kind: 'TEXT', width: 22 },
            { header: 'Từ ngày', kind: 'DATE', width: 12 },
          ],
          rows: credits.rows.map((row) => [
            row.number,
            row.bank,
            row.borrower,
            creditAmount(row),
            creditPaid(row),
            CREDIT_WORDS[row.state],
            row.since,
          ]),
        },
      ]
    : [];
