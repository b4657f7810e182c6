import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../button/button';
import { Menu, type MenuItem } from './menu';

export interface MoreMenuProps {
  /** What the button says: "Thêm". */
  label: ReactNode;
  items: readonly MenuItem[];
  loading?: boolean;
}

/** The rest of a page's acts behind one button, so that a header shows two at most; nothing where there is nothing to choose. */
export const MoreMenu = ({ label, items, loading }: MoreMenuProps) =>
  items.length === 0 ? null : (
    <Menu
      trigger={
        <Button icon={<Ellipsis />} loading={loading}>
          {label}
        </Button>
      }
      items={items}
    />
  );
