import { formatDateVi, type MoveActor, type ReportAgreement, type ReportFacts, type ReportVolume } from '@lienket/domain';
import type { OfficialBlock, OfficialDocument } from '../../platform/documents/index.js';
import type { ReportContent } from './report-making.js';
import {
  CREDIT_CLOSED,
  CREDIT_WORDS,
  creditAmount,
  creditPaid,
  dong,
  ENDING_WORDS,
  groupName,
  MEASURE_WORDS,
  MOVER_WORDS,
  NO_REASON,
  percent,
  qty,
  RUNG_WORDS,
  shownMeasure,
} from './report-words.js';
import type { ReportView } from './report.queries.js';

const p = (words: string): OfficialBlock => ({ kind: 'paragraph', words });
const head = (text: string): OfficialBlock => ({ kind: 'heading', text });
const subhead = (text: string): OfficialBlock => ({ kind: 'heading', text, level: 2 });
/** Lower case inside a sentence, except for the name of an organization. */
const inSentence = (actor: MoveActor): string =>
  actor === 'ALLIANCE' ? MOVER_WORDS.ALLIANCE : MOVER_WORDS[actor].toLocaleLowerCase('vi');

/** The report in the form of Nghị định 30/2020/NĐ-CP: situation, results, obstacles, corrections, annex. Prices stand nowhere in it. */
export function reportPaper(report: ReportView, content: ReportContent): OfficialDocument {
  const { facts } = content;
  return {
    issuer: { above: null, name: report.orgName },
    number: report.number,
    place: report.place,
    date: report.issuedOn,
    title: 'BÁO CÁO',
    about: `Tiến độ triển khai biên bản đã ký, số liệu đến hết ngày ${formatDateVi(report.asOf)}`,
    blocks: [
      p(
        `${report.event ? `Thực hiện kết quả ${report.event.title}, ` : ''}${report.orgName} báo cáo tiến độ triển khai các biên bản đã ký, kỳ từ ngày ${formatDateVi(facts.periodFrom)} đến ngày ${formatDateVi(facts.asOf)}. Số liệu tính từ sổ theo dõi theo chứng từ; biên bản chưa ghi số lượng được tính riêng là “chưa lượng hoá”.`,
      ),
      head('I. TÌNH HÌNH CHUNG'),
      p(
        `Sổ có ${facts.agreements} biên bản, trong đó ${facts.signed} biên bản đã ký đủ; ${facts.quantified}/${facts.agreements} biên bản và ${facts.quantifiedLines}/${facts.lines} dòng hàng đã lượng hoá.${endedWords(facts)}`,
      ),
      rungTable(facts),
      p(`Tỷ lệ chỉ ghi khi có từ ${facts.minCases} biên bản trở lên.`),
      head('II. KẾT QUẢ THỰC HIỆN'),
      p(
        'Hàng đã nghiệm thu ghi riêng theo mức chứng cứ. A: nghiệm thu trong hệ thống; B: có chứng từ và bên kia xác nhận; C: một bên khai. Tỷ lệ ghi mức A trước, trong ngoặc là cả ba mức.',
      ),
      subhead('1. Theo nhóm hàng'),
      volumeTable(
        'Nhóm hàng',
        facts.groups.map((row) => [groupName(row.group) ?? 'Chưa xếp nhóm', row]),
      ),
      subhead('2. Theo huyện, thành phố trước ngày 01/7/2025 (nơi bên bán)'),
      volumeTable(
        'Địa bàn',
        facts.districts.map((row) => [row.name ?? 'Chưa rõ', row]),
      ),
      subhead('3. Theo xã, phường hiện nay (nơi bên bán)'),
      volumeTable(
        'Địa bàn',
        facts.communes.map((row) => [row.name ?? 'Chưa rõ', row]),
      ),
      subhead('4. Theo mức chứng cứ, cộng dồn'),
      {
        kind: 'table',
        columns: [
          { title: 'Đơn vị tính', percent: 25 },
          { title: 'Mức A', percent: 25, align: 'right' },
          { title: 'Mức A và B', percent: 25, align: 'right' },
          { title: 'Mức A, B và C', percent: 25, align: 'right' },
        ],
        rows: facts.grades.map(({ unit, a, ab, abc }) => [unit, qty(a), qty(ab), qty(abc)]),
      },
      ...paceOf(facts),
      ...(facts.acceptedValue === null
        ? []
        : [
            p(
              `Giá trị hàng đã nghiệm thu tính theo giá tham chiếu khi ký, cộng chung của từ ${facts.minParties} bên bán và ${facts.minParties} bên mua trở lên: khoảng ${dong(facts.acceptedValue)}.`,
            ),
          ]),
      ...creditOf(facts),
      head('III. VƯỚNG MẮC VÀ VIỆC TIẾP THEO'),
      p(
        `Việc tiếp theo thuộc về: ${facts.movers.map(({ actor, count }) => `${inSentence(actor)} ${count} biên bản`).join('; ')}.`,
      ),
      ...stallsOf(facts),
      ...blocksOf(facts),
      head('IV. ĐIỀU CHỈNH SỐ LIỆU KỲ TRƯỚC'),
      ...correctionsOf(content),
      head(facts.credits ? 'PHỤ LỤC 1. TỪNG BIÊN BẢN' : 'PHỤ LỤC. TỪNG BIÊN BẢN'),
      annexTable(facts),
      ...creditAnnex(facts),
    ],
    signers: [{ title: 'LÃNH ĐẠO CƠ QUAN', hint: '(Ký, ghi rõ họ tên, đóng dấu)', name: report.issuedByName }],
    recipients: ['UBND tỉnh (để báo cáo)', 'Các sở, ngành liên quan', 'Lưu: VT'],
    foot: `Mã kiểm tra nội dung (SHA-256): ${report.sha256}`,
    isDemo: report.isDemo,
  };
}

/** What ended by the cut-off; nothing where nothing did. */
const endedWords = ({ ended, lapsed }: ReportFacts): string =>
  ended === 0 ? '' : ` Đã kết thúc ${ended} biên bản${lapsed > 0 ? `, trong đó ${lapsed} biên bản hết hạn mà chưa ký đủ` : ''}.`;

const rungTable = ({ rungs }: ReportFacts): OfficialBlock => ({
  kind: 'table',
  columns: [
    { title: 'Bậc thực hiện', percent: 40 },
    { title: 'Đang ở bậc', percent: 15, align: 'right' },
    { title: 'Đã đạt', percent: 15, align: 'right' },
    { title: 'Riêng mức A', percent: 15, align: 'right' },
    { title: 'Tỷ lệ', percent: 15, align: 'right' },
  ],
  rows: rungs.map(({ rung, here, reached, reachedA, outOf, rateBp }) => [
    RUNG_WORDS[rung],
    String(here),
    `${reached}/${outOf}`,
    reachedA === undefined ? '–' : `${reachedA}/${outOf}`,
    percent(rateBp),
  ]),
});

/** The last year of months; nothing where too few agreements are quantified. */
const paceOf = ({ pace }: ReportFacts): OfficialBlock[] =>
  pace.length === 0
    ? []
    : [
        subhead('5. Nhịp thực hiện (cam kết chia đều cho những ngày trong vụ, cộng dồn)'),
        {
          kind: 'table',
          columns: [
            { title: 'Đến hết tháng', percent: 28 },
            { title: 'Theo cam kết', percent: 24, align: 'right' },
            { title: 'Nghiệm thu, cả ba mức', percent: 24, align: 'right' },
            { title: 'Riêng mức A', percent: 24, align: 'right' },
          ],
          rows: pace
            .slice(-12)
            .map(({ month, plannedBp, acceptedBp, acceptedBpA }) => [
              `${month.slice(5)}/${month.slice(0, 4)}`,
              percent(plannedBp),
              percent(acceptedBp),
              percent(acceptedBpA ?? null),
            ]),
        },
      ];

const volumeTable = (title: string, rows: readonly (readonly [string, ReportVolume])[]): OfficialBlock => ({
  kind: 'table',
  columns: [
    { title: `${title}, đơn vị`, percent: 19 },
    { title: 'Biên bản', percent: 8, align: 'right' },
    { title: 'Cam kết', percent: 14, align: 'right' },
    { title: 'Nghiệm thu A', percent: 13, align: 'right' },
    { title: 'B', percent: 10, align: 'right' },
    { title: 'C', percent: 10, align: 'right' },
    { title: 'Cả ba mức, trong kỳ', percent: 12, align: 'right' },
    { title: 'Tỷ lệ', percent: 14, align: 'right' },
  ],
  rows: rows.map(([label, row]) => [
    `${label}, ${row.unit}`,
    String(row.agreements),
    // No quantity was promised: never a zero.
    qty(row.committed === '0' ? null : row.committed),
    // Reports drawn up before the grades were kept apart tell their sum.
    row.acceptedA === undefined ? `${qty(row.accepted)} (A, B, C)` : qty(row.acceptedA),
    row.acceptedB === undefined ? '–' : qty(row.acceptedB),
    row.acceptedC === undefined ? '–' : qty(row.acceptedC),
    qty(row.acceptedInPeriod),
    row.rateBp === null ? '–' : `${percent(row.rateBpA ?? null)} (${percent(row.rateBp)})`,
  ]),
});

/** Credit in figures; reports drawn up before this section existed say nothing about it. */
function creditOf({ credits, minParties }: ReportFacts): OfficialBlock[] {
  if (!credits) return [];
  if (credits.rows.length === 0) return [subhead('Tín dụng'), p('Chưa ghi nhận thoả thuận tín dụng nào.')];
  const sums =
    credits.amount === null
      ? `Tổng số tiền chỉ ghi khi có từ ${minParties} bên vay trở lên mà số tiền là riêng của hai bên.`
      : `Tổng cam kết của thoả thuận đã lượng hoá: khoảng ${dong(credits.amount)}${credits.disbursed === null ? '' : `; đã giải ngân khoảng ${dong(credits.disbursed)}`}${credits.rateBp === null ? '' : ` (${percent(credits.rateBp)})`}.`;
  return [
    subhead('Tín dụng'),
    p(
      `Có ${credits.agreements} thoả thuận tín dụng đã ký, ${credits.quantified} thoả thuận ghi số tiền, ${credits.withMoney} thoả thuận đã có giải ngân. ${sums}`,
    ),
    {
      kind: 'table',
      columns: [
        { title: 'Bước', percent: 70 },
        { title: 'Thoả thuận', percent: 30, align: 'right' },
      ],
      rows: credits.states.map(({ state, count }) => [CREDIT_WORDS[state], String(count)]),
    },
  ];
}

const creditAnnex = ({ credits }: ReportFacts): OfficialBlock[] =>
  !credits || credits.rows.length === 0
    ? []
    : [
        head('PHỤ LỤC 2. TỪNG THOẢ THUẬN TÍN DỤNG'),
        {
          kind: 'table',
          columns: [
            { title: 'Số', percent: 17 },
            { title: 'Ngân hàng; bên vay', percent: 31 },
            { title: 'Số tiền', percent: 16, align: 'right' },
            { title: 'Giải ngân', percent: 18 },
            { title: 'Bước, từ ngày', percent: 18 },
          ],
          rows: credits.rows.map((row) => [
            row.number,
            `${row.bank}; ${row.borrower}`,
            creditAmount(row),
            creditPaid(row),
            `${CREDIT_WORDS[row.state]}, ${formatDateVi(row.since)}`,
          ]),
        },
        p(`“${CREDIT_CLOSED}”: số tiền là chuyện riêng của ngân hàng và bên vay, Liên minh không được biết.`),
      ];

/** Reports drawn up before this section existed say nothing about it. */
function stallsOf({ stallReasons }: ReportFacts): OfficialBlock[] {
  if (!stallReasons) return [];
  if (stallReasons.length === 0) return [p('Không có biên bản nào bị cảnh báo đứng vào ngày chốt số liệu.')];
  return [
    p('Lý do biên bản bị đứng (theo lần trả lời cảnh báo gần nhất đến ngày chốt):'),
    {
      kind: 'table',
      columns: [
        { title: 'Lý do', percent: 60 },
        { title: 'Cảnh báo', percent: 20, align: 'right' },
        { title: 'Biên bản', percent: 20, align: 'right' },
      ],
      rows: stallReasons.map(({ reason, alerts, agreements }) => [
        reason?.nameVi ?? NO_REASON,
        String(alerts),
        String(agreements),
      ]),
    },
  ];
}

function blocksOf({ blocks }: ReportFacts): OfficialBlock[] {
  if (blocks.length === 0) return [p('Không có biên bản nào vướng vì kiến nghị chưa được trả lời.')];
  return [
    p('Biên bản vướng vì kiến nghị:'),
    {
      kind: 'bullets',
      items: blocks.map(
        ({ agreement, petition, department, answerBefore }) =>
          `Biên bản ${agreement}: kiến nghị ${petition}${department ? `, ${department}` : ''}${answerBefore ? `, trả lời trước ngày ${formatDateVi(answerBefore)}` : ''}.`,
      ),
    },
  ];
}

function correctionsOf({ previous, corrections }: ReportContent): OfficialBlock[] {
  if (!previous) return [p('Đây là báo cáo đầu tiên, chưa có kỳ trước.')];
  const of = `báo cáo số ${previous.number} (đến ngày ${formatDateVi(previous.asOf)})`;
  if (corrections.length === 0) return [p(`Số liệu của ${of} không thay đổi.`)];
  return [
    p(`Chứng từ ghi thêm sau ${of} làm thay đổi số liệu kỳ đó như sau:`),
    {
      kind: 'table',
      columns: [
        { title: 'Biên bản', percent: 26 },
        { title: 'Số liệu', percent: 24 },
        { title: 'Đã báo cáo', percent: 25, align: 'right' },
        { title: 'Nay là', percent: 25, align: 'right' },
      ],
      rows: corrections.map(({ registerNo, lineNo, measure, unit, before, now }) => [
        lineNo ? `${registerNo}, dòng ${lineNo}` : registerNo,
        MEASURE_WORDS[measure],
        shownMeasure(measure, before, unit),
        shownMeasure(measure, now, unit),
      ]),
    },
  ];
}

const nextWords = ({ ending, nextActor }: ReportAgreement): string =>
  ending ? `đã kết thúc: ${ENDING_WORDS[ending.outcome ?? ending.status]}` : MOVER_WORDS[nextActor];

const annexTable = ({ annex }: ReportFacts): OfficialBlock => ({
  kind: 'table',
  columns: [
    { title: 'Biên bản, các bên', percent: 26 },
    { title: 'Bậc, từ ngày; việc tiếp theo', percent: 20 },
    { title: 'Cam kết', percent: 14, align: 'right' },
    { title: 'Đã gọi', percent: 13, align: 'right' },
    { title: 'Đã giao', percent: 13, align: 'right' },
    { title: 'Nghiệm thu', percent: 14, align: 'right' },
  ],
  rows: annex.flatMap((row) =>
    row.lines.map((line, index) => [
      index === 0
        ? `${row.registerNo}. ${row.parties.map(({ name }) => name).join('; ')}. ${line.description}`
        : line.description,
      index === 0 ? `${RUNG_WORDS[row.rung]}${row.rungOn ? `, ${formatDateVi(row.rungOn)}` : ''}; ${nextWords(row)}` : '',
      qty(line.committed, line.baseUnit),
      qty(line.ordered, line.baseUnit),
      qty(line.shipped, line.baseUnit),
      qty(line.accepted, line.baseUnit),
    ]),
  ),
});
