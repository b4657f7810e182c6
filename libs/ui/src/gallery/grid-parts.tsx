import { useState } from 'react';
import { Button, OrderGrid, type GridColumn, type GridMessage } from '../index';
import { Part, Sample } from './frame';
import { comboboxLabels, dateLabels, useWords, type Words } from './words';

interface Line {
  id: string;
  product: string;
  quantity: string;
  packs: string;
  deliver: string;
  note: string;
}

const catalogue = (t: Words) => [
  { value: 'NA1', label: t('Na dai loại 1', 'Custard apple grade 1'), detail: t('Thùng 10 kg', 'Box of 10 kg') },
  { value: 'NA2', label: t('Na dai loại 2', 'Custard apple grade 2'), detail: t('Thùng 10 kg', 'Box of 10 kg') },
  { value: 'HOI', label: t('Hoa hồi khô', 'Dried star anise'), detail: t('Bao 25 kg', 'Bag of 25 kg') },
  { value: 'MAT', label: t('Mật ong bạc hà', 'Mint honey'), detail: t('Thùng 12 chai', 'Case of 12') },
];

const blank = (): Line => ({ id: crypto.randomUUID(), product: '', quantity: '', packs: '', deliver: '', note: '' });
const start: Line[] = [
  { id: 'r1', product: 'NA1', quantity: '205', packs: '20,5', deliver: '2026-08-07', note: '' },
  { id: 'r2', product: 'HOI', quantity: '50', packs: '2', deliver: '2026-08-07', note: 'Giao kho Đông Anh trước 5 giờ sáng' },
  { id: 'r3', product: '', quantity: 'nhiều', packs: '', deliver: '2026-13-40', note: '' },
];
const many = (): Line[] =>
  Array.from({ length: 1000 }, (_, index) => ({
    id: `m${index}`,
    product: index % 2 ? 'NA1' : 'HOI',
    quantity: String((index % 40) * 10 + 5),
    packs: '',
    deliver: '2026-08-07',
    note: '',
  }));

export function GridParts() {
  const t = useWords();
  const [rows, setRows] = useState(start);
  const [long, setLong] = useState<Line[]>();
  const shared = {
    newRow: blank,
    canRemoveRows: true,
    columns: columns(t),
    labels: gridLabels(t),
    cardTitle: (row: Line, index: number) =>
      catalogue(t).find(({ value }) => value === row.product)?.label ?? t(`Dòng ${index + 1}`, `Row ${index + 1}`),
  };
  const fix = (id: string, quantity: string) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, quantity } : row)));
  return (
    <Part id="grid" title={t('Bảng đặt hàng', 'The order pad')}>
      <Sample label={t('Có lời nhắn từng dòng', 'With messages on rows')}>
        <OrderGrid
          {...shared}
          label={t('Bảng đặt hàng', 'Order pad')}
          rows={rows}
          onRowsChange={setRows}
          messages={messages(t, rows, fix)}
          summary={t(`${rows.length} dòng`, `${rows.length} rows`)}
        />
      </Sample>
      <Sample label={t('Một nghìn dòng', 'A thousand rows')}>
        {long ? (
          <OrderGrid {...shared} label={t('Bảng nghìn dòng', 'Thousand rows')} rows={long} onRowsChange={setLong} />
        ) : (
          <Button onClick={() => setLong(many())}>{t('Mở bảng nghìn dòng', 'Open the thousand rows')}</Button>
        )}
      </Sample>
    </Part>
  );
}

const columns = (t: Words): GridColumn<Line>[] => {
  const products = catalogue(t);
  return [
    {
      key: 'product',
      header: t('Sản phẩm', 'Product'),
      kind: 'combobox',
      options: products,
      placeholder: t('Chọn sản phẩm', 'Choose a product'),
      selected: (row) => products.find(({ value }) => value === row.product) ?? null,
      render: (row) => products.find(({ value }) => value === row.product)?.label ?? row.product,
    },
    { key: 'quantity', header: t('Số lượng, kg', 'Quantity, kg'), kind: 'number', width: 120 },
    { key: 'packs', header: t('Số thùng', 'Packs'), kind: 'readonly', align: 'end', width: 96 },
    { key: 'deliver', header: t('Ngày giao', 'Delivery'), kind: 'date', width: 130 },
    { key: 'note', header: t('Ghi chú', 'Note'), kind: 'text' },
  ];
};

function messages(t: Words, rows: Line[], fix: (id: string, quantity: string) => void) {
  const said: Record<string, GridMessage[]> = {};
  for (const row of rows) {
    const quantity = Number(row.quantity.replace(',', '.'));
    const list: GridMessage[] = [];
    if (row.quantity && Number.isNaN(quantity)) {
      list.push({
        tone: 'danger',
        columnKey: 'quantity',
        text: t('Hãy nhập số lượng bằng số, ví dụ 1.250,5', 'Please type a number, such as 1,250.5'),
      });
    } else if (quantity % 10) {
      const up = String(Math.ceil(quantity / 10) * 10);
      list.push({
        tone: 'warning',
        columnKey: 'quantity',
        text: t(`Không tròn thùng 10 kg`, `Not a whole number of 10 kg boxes`),
        fix: { label: t(`Làm tròn lên ${up} kg`, `Round up to ${up} kg`), onFix: () => fix(row.id, up) },
      });
    }
    if (!row.product && row.quantity)
      list.push({ tone: 'danger', columnKey: 'product', text: t('Chưa chọn sản phẩm', 'No product chosen') });
    if (row.product === 'HOI')
      list.push({ tone: 'info', text: t('Hợp đồng còn cho đặt 1.950 kg', 'The contract still allows 1,950 kg') });
    if (list.length) said[row.id] = list;
  }
  return said;
}

export const gridLabels = (t: Words) => ({
  rowNumber: t('Dòng', 'Row'),
  addRow: t('Thêm dòng', 'Add row'),
  removeRow: (number: number) => t(`Xoá dòng ${number}`, `Remove row ${number}`),
  undo: t('Hoàn tác', 'Undo'),
  redo: t('Làm lại', 'Redo'),
  fillDown: t('Điền xuống', 'Fill down'),
  help: t(
    'Dán từ Excel bằng Ctrl+V, điền xuống Ctrl+D, hoàn tác Ctrl+Z, sửa theo gợi ý Alt+Enter, ra khỏi bảng bằng Esc.',
    'Paste from Excel with Ctrl+V, fill down Ctrl+D, undo Ctrl+Z, apply a suggestion Alt+Enter, leave the sheet with Esc.',
  ),
  pasted: (count: number) => t(`Đã dán ${count} dòng`, `Pasted ${count} rows`),
  undone: t('Đã hoàn tác', 'Undone'),
  redone: t('Đã làm lại', 'Redone'),
  filled: (count: number) => t(`Đã điền ${count} dòng`, `Filled ${count} rows`),
  combobox: comboboxLabels(t),
  date: dateLabels(t),
});
