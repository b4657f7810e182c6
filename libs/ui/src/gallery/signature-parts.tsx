import {
  CardGrid,
  FiveNumbers,
  Ladder,
  PaceChart,
  ProductCard,
  SeasonStrip,
  WeekStrip,
  WorkList,
  type LadderRung,
  type RungState,
} from '../index';
import { Part, Sample } from './frame';
import { useWords, monthLabels, type Words } from './words';

const ladderWords = (t: Words): readonly [string, string, string][] => [
  ['L1', t('Ký bản ghi nhớ', 'Memorandum signed'), t('Ký', 'Signed')],
  ['L2', t('Hồ sơ nhà cung cấp đầy đủ', 'Supplier file complete'), t('Hồ sơ', 'File')],
  ['L3', t('Hàng mẫu được chấp nhận', 'Sample accepted'), t('Hàng mẫu', 'Sample')],
  ['L4', t('Hợp đồng cung ứng có hiệu lực', 'Supply contract in force'), t('Hợp đồng', 'Contract')],
  ['L5', t('Đơn đặt hàng đầu tiên', 'First purchase order'), t('Đơn đầu', 'First order')],
  ['L6', t('Chuyến hàng đầu tiên được nghiệm thu', 'First delivery accepted'), t('Nghiệm thu', 'Accepted')],
  ['L7', t('Khoản thanh toán đầu tiên', 'First payment'), t('Thanh toán', 'Paid')],
  ['L8', t('Đạt nhịp cam kết trong một vụ', 'On pace for a season'), t('Đúng nhịp', 'On pace')],
  ['L9', t('Gia hạn hoặc mở rộng cam kết', 'Renewed or widened'), t('Gia hạn', 'Renewed')],
];

export const stateLabels = (t: Words): Record<RungState, string> => ({
  reached: t('đã đạt', 'reached'),
  skipped: t('bỏ qua', 'skipped'),
  current: t('đang ở đây', 'current'),
  ahead: t('chưa tới', 'ahead'),
  unknown: t('chưa có dữ liệu', 'no data'),
});

const weeks = (t: Words) =>
  Array.from({ length: 12 }, (_, index) => {
    const plan = Math.max(0, 1 - Math.abs(index - 4) / 6);
    return {
      key: String(index),
      name: String(30 + index),
      sentence: t(
        `Tuần ${30 + index}: kế hoạch ${Math.round(plan * 900)} kg`,
        `Week ${30 + index}: plan ${Math.round(plan * 900)} kg`,
      ),
      marked: index < 9,
      now: index === 0,
      outer: plan,
      inner: index < 2 ? 0.3 : 0,
      line: plan * 0.6,
    };
  });

const dates = ['25/04/24', '12/05/24', '', '03/07/24', '18/07/24', '21/07/24', '', '', ''];

export function rungs(t: Words, at: number, unknown = false): LadderRung[] {
  return ladderWords(t).map(([code, label, shortLabel], index) => {
    const state: RungState = unknown
      ? index === 0
        ? 'reached'
        : 'unknown'
      : index === at
        ? 'current'
        : index > at
          ? 'ahead'
          : index === 2
            ? 'skipped'
            : 'reached';
    const shown = state === 'reached';
    return {
      code,
      label,
      shortLabel,
      state,
      date: shown ? dates[index] || '30/08/24' : undefined,
      grade: shown ? (index < 2 ? 'B' : 'A') : undefined,
      gradeLabel: shown ? t(`bằng chứng hạng ${index < 2 ? 'B' : 'A'}`, `grade ${index < 2 ? 'B' : 'A'} evidence`) : undefined,
    };
  });
}

const season = (t: Words) => ({
  windows: [
    { from: '07-15', to: '09-20' },
    { from: '11-20', to: '01-10', faint: true },
  ],
  monthLabels,
  label: t(
    'Thu hoạch từ 15/7 đến 20/9, trái vụ từ 20/11 đến 10/1; hôm nay 3/8; 3 chuyến đã hứa',
    'Harvest 15 July to 20 September, off-season 20 November to 10 January; today 3 August; 3 promised deliveries',
  ),
  today: '2026-08-03',
});

export function SignatureParts() {
  const t = useWords();
  return (
    <>
      <Part id="ladder" title={t('Thang thực hiện', 'The ladder')}>
        <Sample label={t('Trên trang, giữa chừng', 'On a page, half way')}>
          <Ladder
            label={t('Thang thực hiện của thoả thuận na Chi Lăng', 'Ladder of the Chi Lăng custard apple agreement')}
            rungs={rungs(t, 6)}
            stateLabels={stateLabels(t)}
            nextLabel={t('Đến lượt: Siêu thị xác nhận khoản thanh toán', 'Next move: the supermarket confirms the payment')}
            justReached="L6"
          />
        </Sample>
        <Sample label={t('Mới ký', 'Just signed')}>
          <Ladder
            label={t('Thang thực hiện mới', 'A new ladder')}
            rungs={rungs(t, 1)}
            stateLabels={stateLabels(t)}
            nextLabel={t(
              'Đến lượt: Hợp tác xã bổ sung 2 giấy tờ còn thiếu',
              'Next move: the cooperative adds 2 missing documents',
            )}
          />
        </Sample>
        <Sample label={t('Chưa có dữ liệu', 'Nothing known')}>
          <Ladder label={t('Thang chưa rõ', 'Unknown ladder')} rungs={rungs(t, 0, true)} stateLabels={stateLabels(t)} />
        </Sample>
        <Sample label={t('Trong dòng bảng', 'In a table row')}>
          <Ladder
            size="row"
            label={t('Thang trong dòng', 'Row ladder')}
            rungs={rungs(t, 4)}
            stateLabels={stateLabels(t)}
            nextLabel={t('Siêu thị đặt đơn', 'Supermarket orders')}
          />
          <Ladder size="row" label={t('Thang đủ chín bậc', 'All nine rungs')} rungs={rungs(t, 9)} stateLabels={stateLabels(t)} />
        </Sample>
        <Sample label={t('Bản in', 'Printed')}>
          <Ladder size="print" label={t('Thang bản in', 'Printed ladder')} rungs={rungs(t, 4)} stateLabels={stateLabels(t)} />
        </Sample>
      </Part>

      <Part id="season" title={t('Dải mùa vụ', 'The season strip')}>
        <Sample label={t('Đầy đủ', 'Full')}>
          <SeasonStrip
            {...season(t)}
            deliveries={[
              { on: '2026-08-07', label: t('7/8: 500 kg', '7 Aug: 500 kg') },
              { on: '2026-08-21', label: t('21/8: 800 kg', '21 Aug: 800 kg') },
              { on: '2026-09-04', label: t('4/9: 500 kg', '4 Sep: 500 kg') },
            ]}
            legend={{
              window: t('Thu hoạch', 'Harvest'),
              today: t('Hôm nay', 'Today'),
              delivery: t('Chuyến đã hứa', 'Promised delivery'),
            }}
          />
        </Sample>
      </Part>

      <Part id="weeks" title={t('Dải tuần', 'The week strip')}>
        <Sample label={t('Đầy đủ', 'Full')}>
          <WeekStrip
            label={t('Sản lượng 12 tuần tới', 'Supply of the next 12 weeks')}
            weeks={weeks(t)}
            legend={{
              inner: t('Có trong kho', 'In stock'),
              outer: t('Kế hoạch', 'Plan'),
              line: t('Chưa hứa', 'Uncommitted'),
              marked: t('Mùa thu hoạch', 'Harvest season'),
            }}
          />
        </Sample>
        <Sample label={t('Gọn, chỉ mùa vụ', 'Compact, season only')}>
          <WeekStrip
            size="compact"
            label={t('Mùa vụ 12 tuần tới', 'Season of the next 12 weeks')}
            weeks={weeks(t).map(({ key, name, sentence, marked, now }) => ({ key, name, sentence, marked, now }))}
          />
        </Sample>
      </Part>

      <Part id="cards" title={t('Thẻ sản phẩm', 'The product card')}>
        <CardGrid>
          {products(t).map((product) => (
            <ProductCard key={product.name} {...product} />
          ))}
        </CardGrid>
      </Part>

      <Part id="work" title={t('Việc cần làm', 'To do')}>
        <WorkList groups={workGroups(t)} empty={{ title: t('Hôm nay không còn việc nào chờ', 'Nothing waits today') }} />
        <WorkList
          groups={[]}
          empty={{
            title: t('Mọi việc đã xong', 'Everything is done'),
            detail: t(
              'Chuyến hàng kế tiếp: thứ Sáu 7/8, 500 kg na loại 1.',
              'Next delivery: Friday 7 August, 500 kg of grade 1.',
            ),
          }}
        />
      </Part>

      <Part id="pace" title={t('Năm con số và nhịp', 'Five numbers and the pace')}>
        <FiveNumbers
          label={t('Na dai Chi Lăng, loại 1', 'Chi Lăng custard apple, grade 1')}
          note={t('Còn 700 kg chưa đặt, hạn 20/9', '700 kg not yet ordered, until 20 September')}
          items={[
            { key: 'a', label: t('Cam kết', 'Committed'), value: 2000, text: '2.000 kg', tone: 'plain' },
            { key: 'b', label: t('Đã đặt', 'Ordered'), value: 1300, text: '1.300 kg' },
            { key: 'c', label: t('Đã giao', 'Shipped'), value: 900, text: '900 kg' },
            { key: 'd', label: t('Nghiệm thu', 'Accepted'), value: 861.5, text: '861,5 kg', tone: 'success' },
            { key: 'e', label: t('Hoá đơn', 'Invoiced'), value: 500, text: '500 kg' },
          ]}
        />
        <PaceChart
          title={t('Luỹ kế, kg', 'Cumulative, kg')}
          todayIndex={4}
          labels={{
            planned: t('Kế hoạch', 'Planned'),
            accepted: t('Nghiệm thu', 'Accepted'),
            today: t('Hôm nay', 'Today'),
            period: t('Tuần', 'Week'),
            showTable: t('Xem dạng bảng', 'Show as a table'),
          }}
          points={[0, 200, 500, 900, 1200, 1500, 1700, 1900, 2000].map((planned, index) => {
            const accepted = [0, 180, 380, 640, 861][index] ?? null;
            return {
              key: String(index),
              label: t(`Tuần ${29 + index}`, `W${29 + index}`),
              planned,
              accepted,
              plannedText: planned.toLocaleString('vi-VN'),
              acceptedText: accepted?.toLocaleString('vi-VN') ?? '',
            };
          })}
        />
      </Part>
    </>
  );
}

const products = (t: Words) => {
  const label = t('Hình vẽ minh hoạ', 'Drawing, not a photo');
  const places = t('xã Chi Lăng, Lạng Sơn', 'Chi Lăng commune, Lạng Sơn');
  const card = (name: string, motif: 'fruit' | 'star' | 'jar' | 'bundle' | 'grain' | 'mushroom' | 'sprig' | 'mountain') => ({
    href: '#cards',
    name,
    place: places,
    placeholder: { seed: name, label, motif },
  });
  return [
    {
      ...card(t('Na dai Chi Lăng loại 1', 'Chi Lăng custard apple, grade 1'), 'fruit'),
      seller: t('HTX Nông nghiệp Sạch Ẳng Đặng Nguyễn', 'Clean Farming Cooperative Ẳng Đặng Nguyễn'),
      stars: {
        count: 4,
        label: t('OCOP 4 sao, đến 12/2027', 'OCOP 4 stars, until 12/2027'),
        until: t('đến 12/2027', 'until 12/2027'),
      },
      season: season(t),
      price: '45.000–52.000 đ',
      priceUnit: '/ kg',
      pack: t('Thùng 10 kg', 'Box of 10 kg'),
      moq: t('đặt từ 200 kg', 'from 200 kg'),
    },
    {
      ...card(t('Hoa hồi khô loại 1 xuất khẩu, sấy lạnh giữ nguyên cánh', 'Dried star anise, export grade, whole'), 'star'),
      seller: t('HTX Hồi Văn Quan', 'Văn Quan Star Anise Cooperative'),
      stars: {
        count: 3,
        label: t('OCOP 3 sao, hết hạn 6/2025', 'OCOP 3 stars, expired 6/2025'),
        until: t('đến 6/2025', 'until 6/2025'),
        expired: true,
      },
      season: {
        ...season(t),
        windows: [
          { from: '07-01', to: '09-30' },
          { from: '11-01', to: '12-31' },
        ],
      },
      price: t('Giá theo báo giá', 'Price on request'),
      pack: t('Bao 25 kg', 'Bag of 25 kg'),
      moq: t('đặt từ 1 tấn', 'from 1 tonne'),
    },
    {
      ...card(t('Mật ong rừng', 'Forest honey'), 'jar'),
      seller: t('Tổ hợp tác Ong Bắc Sơn', 'Bắc Sơn Bees'),
      price: '180.000 đ',
      priceUnit: t('/ chai', '/ bottle'),
      pack: t('Thùng 12 chai', 'Case of 12'),
      moq: t('đặt từ 5 thùng', 'from 5 cases'),
    },
    ...(['bundle', 'grain', 'mushroom', 'sprig', 'mountain'] as const).map((motif) => ({
      ...card(t(`Mẫu hình ${motif}`, `Motif ${motif}`), motif),
      seller: t('HTX mẫu', 'Sample cooperative'),
      price: '12.000 đ',
      priceUnit: '/ kg',
    })),
  ];
};

const workGroups = (t: Words) => [
  {
    id: 'late',
    heading: t('Quá hạn', 'Overdue'),
    items: [
      {
        id: '1',
        sentence: t(
          'Trả lời siêu thị về 38,5 kg na bị từ chối do dập',
          'Answer the supermarket about 38.5 kg refused as bruised',
        ),
        detail: t('Chuyến 21/7, thoả thuận na Chi Lăng', 'Delivery of 21 July, Chi Lăng agreement'),
        due: t('Quá hạn 3 giờ', '3 hours late'),
        dueTone: 'danger' as const,
        action: { label: t('Trả lời', 'Answer'), href: '#work' },
      },
    ],
  },
  {
    id: 'today',
    heading: t('Hôm nay', 'Today'),
    items: [
      {
        id: '2',
        sentence: t('Xác nhận đơn 500 kg giao thứ Sáu', 'Confirm the order of 500 kg for Friday'),
        due: t('Hạn 17:00', 'By 17:00'),
        dueTone: 'warning' as const,
        action: { label: t('Xem và xác nhận', 'Review'), href: '#work' },
      },
      {
        id: '3',
        sentence: t('Còn thiếu 2 giấy tờ trong hồ sơ nhà cung cấp', '2 documents are missing in the supplier file'),
        due: t('Trước 10/8', 'Before 10 August'),
        action: { label: t('Bổ sung giấy tờ', 'Add documents'), href: '#work' },
      },
    ],
  },
];
