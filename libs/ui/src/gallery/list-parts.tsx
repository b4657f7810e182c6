import { useState } from 'react';
import {
  Button,
  DemoMark,
  DescriptionList,
  EmptyState,
  Figure,
  Figures,
  FilterChips,
  Ladder,
  LoadMore,
  PageHeader,
  SearchInput,
  Section,
  Select,
  Stack,
  StatusMark,
  Table,
  Timeline,
  Toolbar,
  type TableColumn,
  type TableSort,
} from '../index';
import { Part, Sample } from './frame';
import { rungs, stateLabels } from './signature-parts';
import { useWords, type Words } from './words';

interface Deal {
  id: string;
  name: string;
  at: number;
  committed: string;
  accepted: string;
  tone: 'success' | 'warning' | 'danger';
  state: string;
}

const deals = (t: Words): Deal[] => [
  {
    id: '1',
    name: t('Na dai Chi Lăng – Siêu thị Ẩm Thực Việt', 'Chi Lăng custard apple – Ẩm Thực Việt'),
    at: 6,
    committed: '2.000',
    accepted: '861,5',
    tone: 'success',
    state: t('Đúng nhịp', 'On pace'),
  },
  {
    id: '2',
    name: t('Hoa hồi Văn Quan – Công ty Xuất nhập khẩu Đặng Gia', 'Văn Quan star anise – Đặng Gia Trading'),
    at: 3,
    committed: '12.500',
    accepted: '0',
    tone: 'warning',
    state: t('Chờ ký hợp đồng', 'Waiting for the contract'),
  },
  {
    id: '3',
    name: t('Hồng vành khuyên – Chợ đầu mối', 'Persimmon – wholesale market'),
    at: 1,
    committed: '800',
    accepted: '0',
    tone: 'danger',
    state: t('Quá hạn 12 ngày', '12 days overdue'),
  },
];

const columns = (t: Words): TableColumn<Deal>[] => [
  { key: 'name', header: t('Thoả thuận', 'Agreement'), cell: (deal) => deal.name, primary: true, sortable: true },
  {
    key: 'ladder',
    header: t('Thang', 'Ladder'),
    width: 260,
    cell: (deal) => (
      <Ladder size="row" label={t('Thang thực hiện', 'Ladder')} rungs={rungs(t, deal.at)} stateLabels={stateLabels(t)} />
    ),
  },
  {
    key: 'state',
    header: t('Tình trạng', 'State'),
    width: 190,
    cell: (deal) => <StatusMark tone={deal.tone}>{deal.state}</StatusMark>,
  },
  {
    key: 'committed',
    header: t('Cam kết, kg', 'Committed, kg'),
    numeric: true,
    sortable: true,
    cell: (deal) => deal.committed,
    footer: '15.300',
  },
  { key: 'accepted', header: t('Nghiệm thu, kg', 'Accepted, kg'), numeric: true, cell: (deal) => deal.accepted, footer: '861,5' },
];

export function ListParts() {
  const t = useWords();
  const [sort, setSort] = useState<TableSort>({ key: 'committed', direction: 'descending' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['2']));
  const [chips, setChips] = useState<ReadonlySet<string>>(new Set(['ocop']));
  const toggle = (key: string) =>
    setChips((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
  const common = { columns: columns(t), rowKey: (deal: Deal) => deal.id };
  return (
    <Part id="lists" title={t('Trang và danh sách', 'Pages and lists')}>
      <PageHeader
        back={{ href: '#lists', label: t('Thoả thuận', 'Agreements') }}
        mark={<DemoMark text={t('Dữ liệu mẫu', 'Sample data')} />}
        title={t('Na dai Chi Lăng – Hệ thống siêu thị Ẩm Thực Việt', 'Chi Lăng custard apple – Ẩm Thực Việt supermarkets')}
        meta={
          <>
            <StatusMark tone="success">{t('Đang thực hiện', 'In progress')}</StatusMark>
            <span>{t('Ký 25/04/2024, đến 31/12/2026', 'Signed 25/04/2024, until 31/12/2026')}</span>
          </>
        }
        actions={
          <>
            <Button>{t('Xuất Excel', 'Export to Excel')}</Button>
            <Button variant="primary">{t('Đặt hàng', 'Place an order')}</Button>
          </>
        }
      />
      <Stack>
        <Figures>
          <Figure
            label={t('Cam kết', 'Committed')}
            value="15.300"
            unit="kg"
            detail={t('3 thoả thuận', '3 agreements')}
            size="large"
          />
          <Figure label={t('Đã nghiệm thu', 'Accepted')} value="861,5" unit="kg" detail="5,6%" size="large" />
          <Figure
            label={t('Tiền hàng đến hạn', 'Due')}
            value="38.767.500"
            unit="đ"
            detail={t('hạn 15/8', 'by 15 August')}
            size="large"
          />
          <Figure label={t('Sản lượng 2023', 'Output 2023')} value={t('chưa có dữ liệu', 'no data')} unknown size="large" />
        </Figures>
      </Stack>
      <Toolbar label={t('Tìm và lọc', 'Search and filter')}>
        <SearchInput
          label={t('Tìm thoả thuận', 'Search agreements')}
          placeholder={t('Tìm theo tên, không cần dấu', 'Search by name')}
          shortcut="/"
        />
        <Select
          aria-label={t('Năm', 'Year')}
          options={[
            { value: '2026', label: '2026' },
            { value: '2025', label: '2025' },
          ]}
        />
      </Toolbar>
      <FilterChips
        label={t('Lọc nhanh', 'Quick filters')}
        onToggle={toggle}
        onClear={() => setChips(new Set())}
        clearLabel={t('Xoá lọc', 'Clear')}
        chips={[
          { key: 'ocop', label: 'OCOP', count: 12, selected: chips.has('ocop') },
          { key: 'season', label: t('Đang mùa', 'In season'), count: 7, selected: chips.has('season') },
          { key: 'gi', label: t('Chỉ dẫn địa lý', 'Geographical indication'), count: 3, selected: chips.has('gi') },
        ]}
      />
      <Sample label={t('Thoáng, sắp xếp, chọn, dòng là liên kết', 'Comfortable, sortable, selectable, row links')}>
        <Table
          {...common}
          caption={t('Các thoả thuận', 'Agreements')}
          rows={deals(t)}
          rowHref={() => '#lists'}
          rowTone={(deal) => (deal.tone === 'danger' ? 'danger' : undefined)}
          sort={sort}
          onSort={setSort}
          selection={{
            selected,
            onChange: setSelected,
            label: (deal) => t(`Chọn ${deal.name}`, `Select ${deal.name}`),
            allLabel: t('Chọn tất cả', 'Select all'),
          }}
        />
      </Sample>
      <LoadMore
        text={t('Đang xem 3 / 41 thoả thuận', 'Showing 3 of 41 agreements')}
        label={t('Xem thêm', 'Show more')}
        onMore={() => undefined}
      />
      <Sample label={t('Dày', 'Compact')}>
        <Table {...common} density="compact" caption={t('Bảng dày', 'Compact table')} captionHidden rows={deals(t)} />
      </Sample>
      <Sample label={t('Đang tải', 'Loading')}>
        <Table
          {...common}
          caption={t('Bảng đang tải', 'Loading table')}
          captionHidden
          rows={[]}
          loading
          loadingLabel={t('Đang tải', 'Loading')}
        />
      </Sample>
      <Sample label={t('Trống sau khi lọc', 'Empty after filtering')}>
        <Table
          {...common}
          caption={t('Bảng trống', 'Empty table')}
          captionHidden
          rows={[]}
          empty={
            <EmptyState
              title={t('Không có thoả thuận nào khớp bộ lọc', 'No agreement matches the filters')}
              action={<Button>{t('Xoá lọc', 'Clear filters')}</Button>}
            />
          }
        />
      </Sample>
      <Section id="facts" title={t('Thông tin chung', 'Facts')} meta={t('Cập nhật 3/8/2026', 'Updated 3 August 2026')}>
        <DescriptionList
          columns={2}
          items={[
            {
              term: t('Bên bán', 'Seller'),
              detail: t('Hợp tác xã Nông nghiệp Sạch Ẳng Đặng Nguyễn', 'Clean Farming Cooperative Ẳng Đặng Nguyễn'),
            },
            { term: t('Bên mua', 'Buyer'), detail: t('Hệ thống siêu thị Ẩm Thực Việt', 'Ẩm Thực Việt supermarkets') },
            { term: t('Mã số thuế', 'Tax code'), detail: '4900 123 456', numeric: true },
            { term: t('Địa điểm giao', 'Delivery to'), detail: t('Kho Đông Anh, Hà Nội', 'Đông Anh depot, Hà Nội') },
          ]}
        />
      </Section>
      <Section id="diary" title={t('Nhật ký', 'Diary')}>
        <Timeline
          label={t('Nhật ký thoả thuận', 'Agreement diary')}
          entries={[
            {
              id: '1',
              at: '21/07/2026 05:40',
              dateTime: '2026-07-21T05:40:00+07:00',
              who: t('Kho Đông Anh', 'Đông Anh depot'),
              what: t('nghiệm thu 461,5 kg, từ chối 38,5 kg do dập.', 'accepted 461.5 kg and refused 38.5 kg as bruised.'),
              detail: t('4 ảnh, phiếu nhập PN-0214', '4 photos, receipt PN-0214'),
              tone: 'success',
            },
            {
              id: '2',
              at: '20/07/2026 21:10',
              who: 'Nông Thị M.',
              what: t('giao hàng lên xe 12C-041.xx.', 'loaded the lorry 12C-041.xx.'),
            },
            {
              id: '3',
              at: '18/07/2026',
              who: t('Siêu thị', 'Supermarket'),
              what: t('đặt đơn đầu tiên, 500 kg.', 'placed the first order, 500 kg.'),
              tone: 'info',
            },
          ]}
        />
      </Section>
    </Part>
  );
}
