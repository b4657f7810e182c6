import { Ellipsis, FileDown, Search, Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Cluster,
  CommandPalette,
  ConfirmDialog,
  Dialog,
  DialogClose,
  Drawer,
  IconButton,
  Menu,
  ShortcutSheet,
  Tooltip,
  toast,
  useHotkey,
} from '../index';
import { Part } from './frame';
import { useWords } from './words';

export function OverlayParts() {
  const t = useWords();
  const [confirming, setConfirming] = useState(false);
  const [palette, setPalette] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  useHotkey('ctrl+k', () => setPalette(true));
  useHotkey('?', () => setShortcuts(true));
  const close = t('Đóng', 'Close');
  return (
    <Part id="overlays" title={t('Hộp thoại, bảng bên, trình đơn', 'Dialogs, drawers, menus')}>
      <Cluster>
        <Dialog
          trigger={<Button>{t('Mở hộp thoại', 'Open dialog')}</Button>}
          title={t('Xác nhận một phần', 'Confirm in part')}
          description={t(
            'Siêu thị đặt 500 kg; hợp tác xã còn 420 kg.',
            'The supermarket ordered 500 kg; the cooperative has 420 kg.',
          )}
          closeLabel={close}
          footer={
            <>
              <DialogClose>
                <Button variant="quiet">{t('Để sau', 'Later')}</Button>
              </DialogClose>
              <Button variant="primary">{t('Xác nhận 420 kg', 'Confirm 420 kg')}</Button>
            </>
          }
        >
          <p>{t('Phần còn lại 80 kg sẽ hỏi hợp tác xã khác trong nhóm.', 'The other 80 kg will be asked from the group.')}</p>
        </Dialog>
        <Drawer
          trigger={<Button>{t('Mở bảng bên', 'Open drawer')}</Button>}
          title={t('Chi tiết đơn 0214', 'Order 0214')}
          closeLabel={close}
        >
          <p>{t('Danh sách phía sau vẫn ở đó.', 'The list behind stays there.')}</p>
        </Drawer>
        <Button variant="danger" onClick={() => setConfirming(true)}>
          {t('Huỷ đơn', 'Cancel order')}
        </Button>
        <ConfirmDialog
          open={confirming}
          onOpenChange={setConfirming}
          danger
          title={t('Huỷ đơn 0214?', 'Cancel order 0214?')}
          description={t(
            'Hai bên được báo ngay; đơn đã huỷ không mở lại được.',
            'Both sides are told at once; it cannot be reopened.',
          )}
          confirmLabel={t('Huỷ đơn', 'Cancel order')}
          cancelLabel={t('Giữ đơn', 'Keep it')}
          onConfirm={() => setConfirming(false)}
        />
        <Menu
          trigger={<IconButton label={t('Thêm việc', 'More')} icon={<Ellipsis />} />}
          items={[
            { key: 'pdf', label: t('Tải bản PDF', 'Download PDF'), icon: <FileDown />, onSelect: () => undefined },
            { key: 'go', label: t('Mở thoả thuận', 'Open the agreement'), href: '#overlays' },
            {
              key: 'copy',
              label: t('Sao chép đơn', 'Copy order'),
              disabled: true,
              hint: t('Hợp đồng đã hết hạn mức', 'The contract is used up'),
            },
            {
              key: 'cancel',
              label: t('Huỷ đơn', 'Cancel order'),
              icon: <Trash2 />,
              danger: true,
              separated: true,
              onSelect: () => undefined,
            },
          ]}
        />
        <Tooltip text={t('Tính theo khối lượng đã nghiệm thu', 'By accepted weight')}>
          <Button variant="quiet">{t('Cách tính', 'How it is counted')}</Button>
        </Tooltip>
        <Button
          onClick={() =>
            toast.success(t('Đã gửi báo giá', 'Quotation sent'), {
              action: { label: t('Hoàn tác', 'Undo'), onAction: () => undefined },
            })
          }
        >
          {t('Thông báo', 'Toast')}
        </Button>
        <Button
          onClick={() =>
            toast.error(t('Chưa gửi được', 'Not sent'), {
              description: t('Bản nháp còn trên máy này.', 'The draft is kept here.'),
            })
          }
        >
          {t('Thông báo lỗi', 'Error toast')}
        </Button>
        <Button icon={<Search />} onClick={() => setPalette(true)}>
          Ctrl K
        </Button>
        <Button onClick={() => setShortcuts(true)}>{t('Phím tắt', 'Shortcuts')}</Button>
      </Cluster>
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        labels={{
          title: t('Tìm và đi tới', 'Search and go'),
          placeholder: t('Gõ tên trang, sản phẩm, hợp tác xã', 'Type a page, product or cooperative'),
          empty: t('Không tìm thấy', 'Nothing found'),
          loading: t('Đang tìm…', 'Searching…'),
          close,
        }}
        items={[
          { id: '1', label: t('Việc cần làm', 'To do'), group: t('Trang', 'Pages'), keys: ['g', 'v'], onSelect: () => undefined },
          { id: '2', label: t('Sản phẩm', 'Products'), group: t('Trang', 'Pages'), onSelect: () => undefined },
          {
            id: '3',
            label: t('Đặt hàng na Chi Lăng', 'Order Chi Lăng custard apples'),
            group: t('Việc', 'Actions'),
            detail: t('Hợp đồng còn 700 kg', '700 kg left in the contract'),
            onSelect: () => undefined,
          },
        ]}
      />
      <ShortcutSheet
        open={shortcuts}
        onOpenChange={setShortcuts}
        title={t('Phím tắt', 'Shortcuts')}
        closeLabel={close}
        groups={[
          {
            heading: t('Chung', 'Everywhere'),
            items: [
              { keys: ['/'], label: t('Tìm', 'Search') },
              { keys: ['Ctrl', 'K'], label: t('Đi tới', 'Go to') },
              { keys: ['?'], label: t('Bảng này', 'This sheet') },
            ],
          },
          {
            heading: t('Bảng đặt hàng', 'Order pad'),
            items: [
              { keys: ['Ctrl', 'D'], label: t('Điền xuống', 'Fill down') },
              { keys: ['Ctrl', 'Z'], label: t('Hoàn tác', 'Undo') },
            ],
          },
        ]}
      />
    </Part>
  );
}
