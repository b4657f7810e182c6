import { Plus, Trash2, Truck } from 'lucide-react';
import {
  Badge,
  Button,
  Cluster,
  EmptyState,
  ErrorState,
  IconButton,
  LinkButton,
  Notice,
  Progress,
  Skeleton,
  Stack,
  Stars,
  StatusMark,
  Stepper,
  TabNav,
  Tabs,
  type Tone,
} from '../index';
import { Part, Sample } from './frame';
import { useWords } from './words';
import s from './gallery.module.css';

const inks = [
  'paper',
  'paper-raised',
  'paper-sunk',
  'rule',
  'field-border',
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'leaf',
  'ochre',
  'brick',
  'slate',
];

export function BasicParts() {
  const t = useWords();
  const tones: [Tone, string][] = [
    ['success', t('Đã nghiệm thu', 'Accepted')],
    ['warning', t('Chờ xác nhận', 'Waiting')],
    ['danger', t('Bị từ chối', 'Refused')],
    ['info', t('Đang vận chuyển', 'On the way')],
    ['neutral', t('Bản nháp', 'Draft')],
    ['accent', t('Đến lượt bạn', 'Your move')],
  ];
  return (
    <>
      <Part id="tokens" title={t('Màu và chữ', 'Ink and type')}>
        <div className={s.swatches}>
          {inks.map((ink) => (
            <div key={ink}>
              <div className={s.swatch} style={{ background: `var(--${ink})` }} />
              {ink}
            </div>
          ))}
        </div>
        <div className={s.types}>
          <p className={s.t28}>Ẩm Ắng Ẵng Ặc: Nguyễn Thị Ngọc Ẵm ở Lộc Bình, Đồng Đăng</p>
          <p className={s.t21}>Thang thực hiện: “Hữu Lũng – Chợ đầu mối Ễnh Ương”</p>
          <p className={s.t17}>
            {t('Kỹ thuật trồng hồng vành khuyên được chuyển giao ở Văn Lãng.', 'Persimmon growing was taught in Văn Lãng.')}
          </p>
          <p>
            {t('Còn thiếu 2 giấy tờ; hãy bổ sung trước ngày 10/8.', '2 documents are missing; please add them before 10 August.')}{' '}
            0123456789 1.250,5 kg
          </p>
          <p className={s.t13}>{t('Chữ nhỏ: ghi chú, nhãn, tiêu đề cột.', 'Small: notes, labels, column headings.')}</p>
        </div>
      </Part>
      <Part id="buttons" title={t('Nút', 'Buttons')}>
        <Cluster>
          <Button variant="primary">{t('Xác nhận đơn', 'Confirm order')}</Button>
          <Button>{t('Lưu nháp', 'Save draft')}</Button>
          <Button variant="quiet">{t('Bỏ qua', 'Skip')}</Button>
          <Button variant="danger" icon={<Trash2 />}>
            {t('Huỷ đơn', 'Cancel order')}
          </Button>
          <Button icon={<Plus />}>{t('Thêm', 'Add')}</Button>
          <Button variant="primary" loading>
            {t('Đang gửi', 'Sending')}
          </Button>
          <Button disabled>{t('Chưa thể gửi', 'Cannot send yet')}</Button>
          <LinkButton href="#buttons">{t('Xem chi tiết', 'See details')}</LinkButton>
          <Button asChild size="small">
            <a href="#buttons">{t('Liên kết nhỏ', 'Small link')}</a>
          </Button>
          <IconButton label={t('Xoá', 'Remove')} icon={<Trash2 />} />
        </Cluster>
      </Part>
      <Part id="marks" title={t('Dấu và nhãn', 'Marks')}>
        <Cluster>
          {tones.map(([tone, word]) => (
            <StatusMark key={tone} tone={tone}>
              {word}
            </StatusMark>
          ))}
        </Cluster>
        <Cluster>
          {tones.map(([tone, word]) => (
            <Badge key={tone} tone={tone}>
              {word}
            </Badge>
          ))}
          <Badge icon={<Truck />}>{t('Xe lạnh', 'Reefer')}</Badge>
          <Stars count={5} label={t('OCOP 5 sao', 'OCOP 5 stars')} />
          <Stars
            count={3}
            until={t('đến 12/2027', 'until 12/2027')}
            label={t('OCOP 3 sao, đến 12/2027', 'OCOP 3 stars, until 12/2027')}
          />
        </Cluster>
      </Part>
      <Part id="feedback" title={t('Phản hồi', 'Feedback')}>
        <Stack>
          <Notice>{t('Bảng giá mới có hiệu lực từ 1/9.', 'The new price list applies from 1 September.')}</Notice>
          <Notice tone="success" title={t('Đã gửi phiếu giao hàng', 'Delivery note sent')} />
          <Notice
            tone="warning"
            title={t('Chứng nhận VietGAP hết hạn sau 12 ngày', 'The VietGAP certificate ends in 12 days')}
            action={<Button size="small">{t('Gia hạn', 'Renew')}</Button>}
          >
            {t('Sau ngày đó siêu thị không nhận hàng mới.', 'After that the supermarket takes no new goods.')}
          </Notice>
          <Notice
            tone="danger"
            title={t('Chưa gửi được', 'Not sent')}
            onDismiss={() => undefined}
            dismissLabel={t('Đóng', 'Close')}
          >
            {t(
              'Mất mạng. Bản nháp còn trên máy này, sẽ gửi lại khi có mạng.',
              'You are offline. The draft is kept here and will be sent when you are back.',
            )}
          </Notice>
          <Progress label={t('Tiến độ', 'Progress')} labelHidden={false} value={1250} max={2000} text="1.250 / 2.000 kg (62%)" />
          <Stepper
            label={t('Các bước', 'Steps')}
            stateLabels={{
              done: t('xong', 'done'),
              current: t('đang làm', 'current'),
              ahead: t('chưa tới', 'ahead'),
              error: t('cần sửa', 'to mend'),
            }}
            steps={[
              { key: '1', label: t('Chọn hàng', 'Choose goods'), state: 'done' },
              { key: '2', label: t('Lịch giao', 'Delivery'), state: 'current', detail: t('Bước 2 / 4', 'Step 2 of 4') },
              { key: '3', label: t('Kiểm tra', 'Check'), state: 'error' },
              { key: '4', label: t('Gửi', 'Send'), state: 'ahead' },
            ]}
          />
          <Skeleton label={t('Đang tải', 'Loading')} />
          <EmptyState
            title={t('Chưa có đơn nào', 'No orders yet')}
            detail={t('Đơn đầu tiên bắt đầu từ một sản phẩm.', 'The first order starts from a product.')}
            action={<Button variant="primary">{t('Xem sản phẩm', 'See products')}</Button>}
          />
          <ErrorState
            title={t('Chưa tải được trang này', 'This page could not be loaded')}
            detail={t('Dữ liệu của bạn vẫn nguyên vẹn.', 'Your data is safe.')}
            requestId="01J8Z-4K2F"
            requestIdLabel={t('Mã yêu cầu', 'Request')}
            retryLabel={t('Thử lại', 'Try again')}
            onRetry={() => undefined}
          />
        </Stack>
      </Part>
      <Part id="tabs" title={t('Thẻ mục', 'Tabs')}>
        <Sample label={t('Trong trang', 'In a page')}>
          <Tabs
            label={t('Phần của đơn', 'Parts of the order')}
            items={[
              {
                value: 'lines',
                label: t('Mặt hàng', 'Lines'),
                count: 12,
                content: <p>{t('Danh sách mặt hàng', 'List of lines')}</p>,
              },
              { value: 'ship', label: t('Giao nhận', 'Deliveries'), count: 3, content: <p>{t('Các chuyến', 'Deliveries')}</p> },
              { value: 'money', label: t('Thanh toán', 'Payments'), content: <p>{t('Các khoản', 'Payments')}</p> },
            ]}
          />
        </Sample>
        <Sample label={t('Là địa chỉ', 'As addresses')}>
          <TabNav
            label={t('Trang con', 'Pages')}
            items={[
              { href: '#tabs', label: t('Tất cả', 'All'), current: true },
              { href: '#marks', label: t('Chờ xử lý', 'Waiting'), count: 4 },
            ]}
          />
        </Sample>
      </Part>
    </>
  );
}
