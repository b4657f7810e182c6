import { formatDateVi, type ReportFacts, type ReportMeasure, type ReportVolume } from '@lienket/domain';
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
  NOT_QUANTIFIED,
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
        { header: 'Nội dung', kind: 'TEXT', width: 24, wraps: true },
        { header: 'Các bên', kind: 'TEXT', width: 28, wraps: true },
        { header: 'Bậc thực hiện', kind: 'TEXT', width: 18, wraps: true },
        { header: 'Từ ngày', kind: 'DATE', width: 12 },
        { header: 'Dòng', kind: 'INTEGER', width: 7 },
        { header: 'Hàng hoá', kind: 'TEXT', width: 20, wraps: true },
        { header: 'Đơn vị', kind: 'TEXT', width: 8 },
        { header: 'Cam kết', kind: 'DECIMAL', width: 12 },
        { header: 'Đã gọi hàng', kind: 'DECIMAL', width: 12 },
        { header: 'Đã giao', kind: 'DECIMAL', width: 12 },
        { header: 'Nghiệm thu mức A', kind: 'DECIMAL', width: 13 },
        { header: 'Mức B', kind: 'DECIMAL', width: 11 },
        { header: 'Mức C', kind: 'DECIMAL', width: 11 },
        { header: 'Việc tiếp theo thuộc', kind: 'TEXT', width: 14, wraps: true },
        { header: 'Kết thúc', kind: 'TEXT', width: 12, wraps: true },
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
          line.committed ?? NOT_QUANTIFIED,
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
        { header: 'Đã đạt', kind: 'INTEGER', width: 20, bars: 'COUNT' },
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
        { header: 'Cảnh báo', kind: 'INTEGER', width: 20, bars: 'COUNT' },
        { header: 'Biên bản', kind: 'INTEGER', width: 12 },
      ],
      rows: (facts.stallReasons ?? []).map(({ reason, alerts, agreements }) => [reason?.nameVi ?? NO_REASON, alerts, agreements]),
    },
    {
      name: 'Nhịp thực hiện',
      columns: [
        { header: 'Đến hết ngày', kind: 'DATE', width: 16 },
        { header: 'Theo cam kết, %', kind: 'DECIMAL', width: 24, bars: 'PERCENT' },
        { header: 'Đã nghiệm thu, %', kind: 'DECIMAL', width: 24, bars: 'PERCENT' },
        { header: 'Riêng mức A, %', kind: 'DECIMAL', width: 18 },
      ],
      rows: facts.pace.map(({ month, plannedBp, acceptedBp, acceptedBpA }) => [
        lastDayOf(month),
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
        { header: 'Đã báo cáo', kind: 'DECIMAL', width: 26 },
        { header: 'Nay là', kind: 'DECIMAL', width: 26 },
        { header: 'Đơn vị', kind: 'TEXT', width: 10 },
      ],
      rows: corrections.map(({ registerNo, lineNo, measure, unit, before, now }) => [
        registerNo,
        lineNo || null,
        MEASURE_WORDS[measure],
        isVolume(measure) && before !== null ? before : shownMeasure(measure, before, unit),
        isVolume(measure) && now !== null ? now : shownMeasure(measure, now, unit),
        isVolume(measure) ? unit : null,
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
        ['Số liệu đến hết ngày', formatDateVi(report.asOf)],
        ['Mã kiểm tra (SHA-256)', report.sha256],
        ['Dữ liệu mẫu', report.isDemo ? 'có' : 'không'],
      ],
    },
  ];
}

/** "2026-05" → "2026-05-31". */
const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

const isVolume = (measure: ReportMeasure): boolean => measure !== 'RUNG' && measure !== 'PRESENT';

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
    { header: 'Tỷ lệ A, %', kind: 'DECIMAL', width: 16, bars: 'PERCENT' },
    { header: 'Tỷ lệ A và B, %', kind: 'DECIMAL', width: 16 },
    { header: 'Tỷ lệ cả ba, %', kind: 'DECIMAL', width: 18, bars: 'PERCENT' },
  ],
  rows: rows.map(([label, row]) => [
    label ?? 'Chưa rõ',
    row.unit,
    row.agreements,
    row.committed === '0' ? NOT_QUANTIFIED : row.committed,
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
            { header: 'Số tiền, đồng', kind: 'INTEGER', width: 20 },
            { header: 'Giải ngân', kind: 'TEXT', width: 34 },
            { header: 'Bước', kind: 'TEXT', width: 22 },
            { header: 'Từ ngày', kind: 'DATE', width: 12 },
          ],
          rows: credits.rows.map((row) => [
            row.number,
            row.bank,
            row.borrower,
            row.amount ?? creditAmount(row),
            creditPaid(row),
            CREDIT_WORDS[row.state],
            row.since,
          ]),
        },
      ]
    : [];
