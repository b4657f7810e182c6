import { ClipboardList, Handshake, Package, ShoppingBasket } from 'lucide-react';
import { AppShell, DemoMark, Select, type NavItem } from '../index';
import { Part } from './frame';
import { useWords } from './words';
import s from './gallery.module.css';

/** The frame of the app, on a small stage: its bars are fixed to the stage, not to this page. */
export function ShellParts() {
  const t = useWords();
  const items: NavItem[] = [
    {
      href: '#todo',
      label: t('Việc cần làm', 'To do'),
      icon: <ClipboardList />,
      current: true,
      count: 3,
      countLabel: t('3 việc chờ', '3 waiting'),
    },
    { href: '#products', label: t('Sản phẩm', 'Products'), icon: <Package /> },
    { href: '#orders', label: t('Đơn hàng', 'Orders'), icon: <ShoppingBasket />, count: 12 },
    { href: '#deals', label: t('Thoả thuận', 'Agreements'), icon: <Handshake /> },
  ];
  return (
    <Part id="shell" title={t('Khung ứng dụng', 'The app frame')}>
      <div className={s.stage}>
        <AppShell
          brand="Liên Kết"
          brandHref="#shell"
          contentId="stage-content"
          nav={[
            { key: 'main', items },
            {
              key: 'coop',
              heading: t('Hợp tác xã', 'Cooperative'),
              items: [{ href: '#file', label: t('Hồ sơ nhà cung cấp', 'Supplier file') }],
            },
          ]}
          bottomNav={items}
          orgSwitcher={
            <Select aria-label={t('Đơn vị', 'Organization')} options={[{ value: '1', label: 'HTX Ẳng Đặng Nguyễn' }]} />
          }
          banner={<DemoMark text={t('Dữ liệu mẫu', 'Sample data')} />}
          footer={t('Liên minh Hợp tác xã tỉnh', 'Provincial Cooperative Alliance')}
          labels={{
            skip: t('Đến nội dung', 'Skip to content'),
            nav: t('Các trang', 'Pages'),
            bottomNav: t('Lối tắt', 'Quick pages'),
            openMenu: t('Mở danh mục', 'Open menu'),
            closeMenu: t('Đóng danh mục', 'Close menu'),
          }}
        >
          <h3>{t('Nội dung trang', 'Page content')}</h3>
        </AppShell>
      </div>
    </Part>
  );
}
