import { DocumentSheet, PrintButton, SheetFacts, SheetHeading, SheetSection, SheetTable } from '../index';
import { Part } from './frame';
import { useWords } from './words';

export function DocumentParts() {
  const t = useWords();
  const rows = [
    {
      id: '1',
      name: t('Na dai Chi Lăng loại 1', 'Chi Lăng custard apple grade 1'),
      sent: '500',
      got: '461,5',
      reason: t('Dập 38,5 kg', '38.5 kg bruised'),
    },
    { id: '2', name: t('Hoa hồi khô', 'Dried star anise'), sent: '50', got: '50', reason: '' },
  ];
  return (
    <Part id="document" title={t('Tờ văn bản', 'The document sheet')}>
      <PrintButton label={t('In', 'Print')} />
      <DocumentSheet
        label={t('Phiếu giao nhận', 'Delivery note')}
        mark={t('Dữ liệu mẫu', 'Sample data')}
        headingLeft={
          <SheetHeading
            main={t('HTX NÔNG NGHIỆP SẠCH ẲNG ĐẶNG NGUYỄN', 'CLEAN FARMING COOPERATIVE')}
            below={t('Số: 0214/PGN', 'No. 0214/PGN')}
          />
        }
        headingRight={
          <SheetHeading
            above={<strong>{t('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'SOCIALIST REPUBLIC OF VIET NAM')}</strong>}
            main={t('Độc lập - Tự do - Hạnh phúc', 'Independence - Freedom - Happiness')}
            below={t('Lạng Sơn, ngày 21 tháng 7 năm 2026', 'Lạng Sơn, 21 July 2026')}
          />
        }
        title={t('PHIẾU GIAO NHẬN HÀNG HOÁ', 'DELIVERY NOTE')}
        subtitle={t('Theo thoả thuận ngày 25 tháng 4 năm 2024', 'Under the agreement of 25 April 2024')}
        signatures={[
          {
            key: 'a',
            role: t('BÊN GIAO', 'DELIVERED BY'),
            note: t('(Ký, ghi rõ họ tên)', '(Signature, full name)'),
            name: 'Nông Thị M.',
            signed: t('Đã ký số 20/07/2026 21:10', 'Signed 20/07/2026 21:10'),
          },
          { key: 'b', role: t('BÊN NHẬN', 'RECEIVED BY'), note: t('(Ký, ghi rõ họ tên)', '(Signature, full name)') },
        ]}
        recipients={
          <>
            <em>
              <strong>{t('Nơi nhận:', 'Copies to:')}</strong>
            </em>
            <p>- {t('Như trên;', 'As above;')}</p>
            <p>- {t('Lưu: VT.', 'File.')}</p>
          </>
        }
        footer={t('Mã tra cứu 7F3K-22QD, bản chụp lúc 21/07/2026 06:00', 'Code 7F3K-22QD, taken on 21/07/2026 06:00')}
      >
        <SheetFacts
          items={[
            { term: t('Bên giao', 'Seller'), detail: t('HTX Nông nghiệp Sạch Ẳng Đặng Nguyễn', 'Clean Farming Cooperative') },
            {
              term: t('Bên nhận', 'Buyer'),
              detail: t('Kho Đông Anh, Hệ thống siêu thị Ẩm Thực Việt', 'Đông Anh depot, Ẩm Thực Việt supermarkets'),
            },
          ]}
        />
        <SheetSection title={t('1. Hàng hoá', '1. Goods')}>
          <SheetTable
            caption={t('Hàng hoá giao nhận', 'Goods delivered')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'n', header: 'TT', center: true, width: '36', cell: (_, index) => index + 1 },
              { key: 'name', header: t('Tên hàng', 'Goods'), cell: (row) => row.name, footer: t('Cộng', 'Total') },
              { key: 'sent', header: t('Giao (kg)', 'Sent (kg)'), numeric: true, cell: (row) => row.sent, footer: '550' },
              { key: 'got', header: t('Nhận (kg)', 'Accepted (kg)'), numeric: true, cell: (row) => row.got, footer: '511,5' },
              { key: 'reason', header: t('Ghi chú', 'Note'), cell: (row) => row.reason },
            ]}
          />
        </SheetSection>
      </DocumentSheet>
    </Part>
  );
}
