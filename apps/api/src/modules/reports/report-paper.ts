import { formatDateVi, type MoveActor, officialDateLine, type ReportFacts } from '@lienket/domain';
import { numberLine, type OfficialBlock, type OfficialDocument, placeOfSender } from '../../platform/documents/index.js';
import type { ReportContent } from './report-making.js';
import { agreementAnnex, creditAnnex, paceTable, rungTable, stallTable, volumeTable } from './report-tables.js';
import { CREDIT_WORDS, dong, groupName, MEASURE_WORDS, MOVER_WORDS, percent, qty, shownMeasure } from './report-words.js';
import type { ReportView } from './report.queries.js';

const p = (words: string): OfficialBlock => ({ kind: 'paragraph', words });
const head = (text: string): OfficialBlock => ({ kind: 'heading', text });
const subhead = (text: string): OfficialBlock => ({ kind: 'heading', text, level: 2 });
/** Lower case inside a sentence, except for the name of an organization. */
const inSentence = (actor: MoveActor): string =>
  actor === 'ALLIANCE' ? MOVER_WORDS.ALLIANCE : MOVER_WORDS[actor].toLocaleLowerCase('vi');

/** A heading without its number, and what stands under it. */
type Part = readonly [title: string, ...blocks: OfficialBlock[]];
const numbered = (parts: readonly Part[]): OfficialBlock[] =>
  parts.flatMap(([title, ...blocks], index) => [subhead(`${index + 1}. ${title}`), ...blocks]);

/** The report in the form of Nghị định 30/2020/NĐ-CP: situation, results, obstacles, corrections, signature, annexes. Prices stand nowhere in it. */
export function reportPaper(report: ReportView, content: ReportContent): OfficialDocument {
  const { facts } = content;
  return {
    issuer: { above: null, name: report.orgName },
    number: report.number,
    place: placeOfSender({ address: report.orgAddress, name: report.orgName }),
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
        'Hàng đã nghiệm thu ghi riêng theo mức chứng cứ. A: nghiệm thu trong hệ thống; B: có chứng từ và bên kia xác nhận; C: một bên khai. Tỷ lệ ghi mức A trước, trong ngoặc là cả ba mức. Vạch dưới tỷ lệ so phần đã nghiệm thu với cam kết: đậm là mức A, vừa là mức B, nhạt là mức C.',
      ),
      ...numbered([
        [
          'Theo nhóm hàng',
          volumeTable(
            'Nhóm hàng',
            facts.groups.map((row) => [groupName(row.group) ?? 'Chưa xếp nhóm', row]),
          ),
        ],
        [
          'Theo huyện, thành phố trước ngày 01/7/2025 (nơi bên bán)',
          volumeTable(
            'Địa bàn',
            facts.districts.map((row) => [row.name ?? 'Chưa rõ', row]),
          ),
        ],
        [
          'Theo xã, phường hiện nay (nơi bên bán)',
          volumeTable(
            'Địa bàn',
            facts.communes.map((row) => [row.name ?? 'Chưa rõ', row]),
          ),
        ],
        ['Theo mức chứng cứ, cộng dồn', gradeTable(facts)],
        // Nothing where too few agreements are quantified.
        ...(facts.pace.length
          ? [['Nhịp thực hiện (cam kết chia đều cho những ngày trong vụ, cộng dồn)', paceTable(facts)] as Part]
          : []),
        ...(facts.credits ? [['Tín dụng', ...creditOf(facts)] as Part] : []),
      ]),
      ...(facts.acceptedValue === null
        ? []
        : [
            p(
              `Giá trị hàng đã nghiệm thu tính theo giá tham chiếu khi ký, cộng chung của từ ${facts.minParties} bên bán và ${facts.minParties} bên mua trở lên: khoảng ${dong(facts.acceptedValue)}.`,
            ),
          ]),
      head('III. VƯỚNG MẮC VÀ VIỆC TIẾP THEO'),
      p(
        `Việc tiếp theo thuộc về: ${facts.movers
          .filter(({ count }) => count > 0)
          .map(({ actor, count }) => `${inSentence(actor)} ${count} biên bản`)
          .join('; ')}.`,
      ),
      ...stallsOf(facts),
      ...blocksOf(facts),
      head('IV. ĐIỀU CHỈNH SỐ LIỆU KỲ TRƯỚC'),
      ...correctionsOf(content),
    ],
    signers: [{ title: 'LÃNH ĐẠO CƠ QUAN', hint: '(Ký, ghi rõ họ tên, đóng dấu)', name: report.issuedByName }],
    recipients: ['UBND tỉnh (để báo cáo)', 'Các sở, ngành liên quan', 'Lưu: VT'],
    annexes: [agreementAnnex(facts), ...creditAnnex(facts)],
    annexOf: `Báo cáo ${numberLine(report.number).replace('Số', 'số').replace(':', '')} ${report.issuedOn ? officialDateLine(report.issuedOn) : 'ngày …… tháng …… năm ………'} của ${report.orgName}`,
    foot: `Mã kiểm tra nội dung (SHA-256): ${report.sha256}`,
    isDemo: report.isDemo,
  };
}

const gradeTable = (facts: ReportFacts): OfficialBlock => ({
  kind: 'table',
  columns: [
    { title: 'Đơn vị tính', percent: 25 },
    { title: 'Mức A', percent: 25, align: 'right' },
    { title: 'Mức A và B', percent: 25, align: 'right' },
    { title: 'Mức A, B và C', percent: 25, align: 'right' },
  ],
  rows: facts.grades.map(({ unit, a, ab, abc }) => [unit, qty(a), qty(ab), qty(abc)]),
});

/** What ended by the cut-off; nothing where nothing did. */
const endedWords = ({ ended, lapsed }: ReportFacts): string =>
  ended === 0 ? '' : ` Đã kết thúc ${ended} biên bản${lapsed > 0 ? `, trong đó ${lapsed} biên bản hết hạn mà chưa ký đủ` : ''}.`;

/** Credit in figures. */
function creditOf({ credits, minParties }: ReportFacts): OfficialBlock[] {
  if (!credits || credits.rows.length === 0) return [p('Chưa ghi nhận thoả thuận tín dụng nào.')];
  const sums =
    credits.amount === null
      ? `Tổng số tiền chỉ ghi khi có từ ${minParties} bên vay trở lên mà số tiền là riêng của hai bên.`
      : `Tổng cam kết của thoả thuận đã lượng hoá: khoảng ${dong(credits.amount)}${credits.disbursed === null ? '' : `; đã giải ngân khoảng ${dong(credits.disbursed)}`}${credits.rateBp === null ? '' : ` (${percent(credits.rateBp)})`}.`;
  return [
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

/** Reports drawn up before this section existed say nothing about it. */
function stallsOf({ stallReasons }: ReportFacts): OfficialBlock[] {
  if (!stallReasons) return [];
  if (stallReasons.length === 0) return [p('Không có biên bản nào bị cảnh báo đứng vào ngày chốt số liệu.')];
  return [p('Lý do biên bản bị đứng (theo lần trả lời cảnh báo gần nhất đến ngày chốt):'), stallTable(stallReasons)];
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
