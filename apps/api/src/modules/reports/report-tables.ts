import {
  formatDateVi,
  quantity,
  type ReportAgreement,
  type ReportFacts,
  type ReportLine,
  type ReportPacePoint,
  type ReportVolume,
} from '@lienket/domain';
import type { BarCell, OfficialAnnex, OfficialBar, OfficialBlock } from '../../platform/documents/index.js';
import {
  CREDIT_CLOSED,
  CREDIT_WORDS,
  creditAmount,
  creditPaid,
  ENDING_WORDS,
  MOVER_WORDS,
  NO_REASON,
  percent,
  qty,
  RUNG_WORDS,
} from './report-words.js';

/** Bars under a number: shares of one whole, dark to light. */
const barred = (text: string, ...bars: (readonly OfficialBar[])[]): BarCell => ({ text, bars });

/** The ladder as a funnel: how many agreements came at least so far. */
export const rungTable = ({ rungs }: ReportFacts): OfficialBlock => ({
  kind: 'table',
  columns: [
    { title: 'Bậc thực hiện', percent: 36 },
    { title: 'Đang ở bậc', percent: 12, align: 'right' },
    { title: 'Riêng mức A', percent: 13, align: 'right' },
    { title: 'Tỷ lệ', percent: 12, align: 'right' },
    { title: 'Đã đạt', percent: 27, align: 'right' },
  ],
  rows: rungs.map(({ rung, here, reached, reachedA, outOf, rateBp }) => [
    RUNG_WORDS[rung],
    String(here),
    reachedA === undefined ? '–' : `${reachedA}/${outOf}`,
    percent(rateBp),
    barred(`${reached}/${outOf}`, [{ share: outOf ? reached / outOf : 0, tone: 'DARK' }]),
  ]),
});

/** Planned above, accepted below, for the last year of months. */
export const paceTable = ({ pace }: ReportFacts): OfficialBlock => ({
  kind: 'table',
  columns: [
    { title: 'Đến hết tháng', percent: 17 },
    { title: 'Theo cam kết', percent: 16, align: 'right' },
    { title: 'Nghiệm thu, cả ba mức', percent: 17, align: 'right' },
    { title: 'Riêng mức A', percent: 16, align: 'right' },
    { title: 'Nhạt: theo cam kết; đậm: nghiệm thu', percent: 34 },
  ],
  rows: pace
    .slice(-12)
    .map((point) => [
      `${point.month.slice(5)}/${point.month.slice(0, 4)}`,
      percent(point.plannedBp),
      percent(point.acceptedBp),
      percent(point.acceptedBpA ?? null),
      barred('', [{ share: point.plannedBp / 10_000, tone: 'LIGHT' }], acceptedBars(point)),
    ]),
});

const acceptedBars = ({ acceptedBp, acceptedBpA }: ReportPacePoint): OfficialBar[] => [
  { share: (acceptedBpA ?? acceptedBp) / 10_000, tone: 'DARK' },
  { share: (acceptedBp - (acceptedBpA ?? acceptedBp)) / 10_000, tone: 'MIDDLE' },
];

/** What was promised and accepted, by what proves it. */
export const volumeTable = (title: string, rows: readonly (readonly [string, ReportVolume])[]): OfficialBlock => ({
  kind: 'table',
  isDense: true,
  columns: [
    { title, percent: 20 },
    { title: 'ĐVT', percent: 8 },
    { title: 'Biên bản', percent: 8, align: 'right' },
    { title: 'Cam kết', percent: 12, align: 'right' },
    { title: 'A', percent: 11, align: 'right', group: 'Nghiệm thu theo mức' },
    { title: 'B', percent: 9, align: 'right', group: 'Nghiệm thu theo mức' },
    { title: 'C', percent: 9, align: 'right', group: 'Nghiệm thu theo mức' },
    { title: 'Trong kỳ', percent: 10, align: 'right' },
    { title: 'Tỷ lệ', percent: 13, align: 'right' },
  ],
  rows: rows.map(([label, row]) => [
    label,
    row.unit,
    String(row.agreements),
    // No quantity was promised: never a zero.
    qty(isPromised(row) ? row.committed : null),
    // Reports drawn up before the grades were kept apart tell their sum.
    row.acceptedA === undefined ? `${qty(row.accepted)} (A, B, C)` : qty(row.acceptedA),
    row.acceptedB === undefined ? '–' : qty(row.acceptedB),
    row.acceptedC === undefined ? '–' : qty(row.acceptedC),
    qty(row.acceptedInPeriod),
    isPromised(row) ? barred(rateWords(row), volumeBars(row)) : '–',
  ]),
});

const isPromised = ({ committed }: ReportVolume): boolean => quantity(committed).isPositive;
const rateWords = ({ rateBp, rateBpA }: ReportVolume): string =>
  rateBp === null ? '–' : `${percent(rateBpA ?? null)} (${percent(rateBp)})`;

function volumeBars({ committed, accepted, acceptedA, acceptedB, acceptedC }: ReportVolume): OfficialBar[] {
  const share = (value: string | undefined): number => Number(value ?? 0) / Number(committed);
  if (acceptedA === undefined) return [{ share: share(accepted), tone: 'MIDDLE' }];
  return [
    { share: share(acceptedA), tone: 'DARK' },
    { share: share(acceptedB), tone: 'MIDDLE' },
    { share: share(acceptedC), tone: 'LIGHT' },
  ];
}

/** Why agreements stand still, the most frequent reason with the longest bar. */
export function stallTable(reasons: NonNullable<ReportFacts['stallReasons']>): OfficialBlock {
  const most = Math.max(1, ...reasons.map(({ alerts }) => alerts));
  return {
    kind: 'table',
    columns: [
      { title: 'Lý do', percent: 50 },
      { title: 'Biên bản', percent: 16, align: 'right' },
      { title: 'Cảnh báo', percent: 34, align: 'right' },
    ],
    rows: reasons.map(({ reason, alerts, agreements }) => [
      reason?.nameVi ?? NO_REASON,
      String(agreements),
      barred(String(alerts), [{ share: alerts / most, tone: 'DARK' }]),
    ]),
  };
}

const nextWords = ({ ending, nextActor }: ReportAgreement): string =>
  ending ? `Đã kết thúc: ${ENDING_WORDS[ending.outcome ?? ending.status]}` : MOVER_WORDS[nextActor];

const agreementCells = (row: ReportAgreement): string[] => [
  `${row.registerNo}. ${row.parties.map(({ name }) => name).join('; ')}`,
  `${RUNG_WORDS[row.rung]}${row.rungOn ? `, ${formatDateVi(row.rungOn)}` : ''}`,
  nextWords(row),
];
const lineCells = (line: ReportLine): string[] => [
  line.description,
  line.baseUnit,
  ...[line.committed, line.ordered, line.shipped, line.acceptedA, line.acceptedB, line.acceptedC].map((value) => qty(value)),
];

/** Every agreement, a row for each of its lines; what an agreement says of itself stands at its first. */
export const agreementAnnex = ({ annex }: ReportFacts): OfficialAnnex => ({
  title: 'TIẾN ĐỘ TỪNG BIÊN BẢN',
  blocks: [
    {
      kind: 'table',
      isDense: true,
      columns: [
        { title: 'Biên bản, các bên', percent: 22 },
        { title: 'Bậc thực hiện, từ ngày', percent: 14 },
        { title: 'Việc tiếp theo', percent: 8 },
        { title: 'Hàng hoá', percent: 13 },
        { title: 'ĐVT', percent: 5 },
        { title: 'Cam kết', percent: 8, align: 'right' },
        { title: 'Đã gọi', percent: 6, align: 'right' },
        { title: 'Đã giao', percent: 6, align: 'right' },
        { title: 'A', percent: 6, align: 'right', group: 'Nghiệm thu theo mức' },
        { title: 'B', percent: 6, align: 'right', group: 'Nghiệm thu theo mức' },
        { title: 'C', percent: 6, align: 'right', group: 'Nghiệm thu theo mức' },
      ],
      rows: annex.flatMap((row) =>
        row.lines.map((line, index) => [...(index === 0 ? agreementCells(row) : ['', '', '']), ...lineCells(line)]),
      ),
    },
  ],
});

export const creditAnnex = ({ credits }: ReportFacts): OfficialAnnex[] =>
  !credits || credits.rows.length === 0
    ? []
    : [
        {
          title: 'TỪNG THOẢ THUẬN TÍN DỤNG',
          blocks: [
            {
              kind: 'table',
              isDense: true,
              columns: [
                { title: 'Số', percent: 12 },
                { title: 'Ngân hàng', percent: 22 },
                { title: 'Bên vay', percent: 22 },
                { title: 'Số tiền', percent: 13, align: 'right' },
                { title: 'Giải ngân', percent: 16 },
                { title: 'Bước, từ ngày', percent: 15 },
              ],
              rows: credits.rows.map((row) => [
                row.number,
                row.bank,
                row.borrower,
                creditAmount(row),
                creditPaid(row),
                `${CREDIT_WORDS[row.state]}, ${formatDateVi(row.since)}`,
              ]),
            },
            {
              kind: 'paragraph',
              words: `“${CREDIT_CLOSED}”: số tiền là chuyện riêng của ngân hàng và bên vay, Liên minh không được biết.`,
            },
          ],
        },
      ];
