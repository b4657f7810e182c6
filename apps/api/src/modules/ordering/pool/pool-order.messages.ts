import { formatDateVi, formatQuantity, type Quantity } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { orderMessages, type OrderRefusal } from '../order.messages.js';

export type PoolOrderRefusal =
  | { readonly code: 'POOL_NOT_OPEN' }
  | { readonly code: 'POOL_EMPTY'; readonly on: string }
  | { readonly code: 'POOL_SHORT'; readonly shortage: Quantity; readonly found: Quantity; readonly unit: string };

export const poolOrderMessages: Messages<OrderRefusal | PoolOrderRefusal> = {
  ...orderMessages,
  POOL_NOT_OPEN: {
    vi: () =>
      'Nhóm cung ứng chưa gọi hàng được: cần hợp đồng đang hiệu lực và ít nhất một HTX đã nhận phần, được bên mua chấp thuận.',
    en: () => 'The pool cannot be called off yet: it needs a contract in force and a committed member that the buyer agreed to.',
  },
  POOL_EMPTY: {
    vi: ({ on }) => `Không HTX nào trong nhóm giao được ngày ${formatDateVi(on)}. Hãy chọn ngày khác.`,
    en: ({ on }) => `No member of the pool can deliver on ${on}. Choose another day.`,
    field: 'requestedOn',
  },
  POOL_SHORT: {
    vi: ({ shortage, found, unit }) =>
      `Nhóm chỉ đáp ứng ${formatQuantity(found, unit, 'vi')}, thiếu ${formatQuantity(shortage, unit, 'vi')}. Hãy xem lại cách chia rồi gọi hàng.`,
    en: ({ shortage, found, unit }) =>
      `The pool can give ${formatQuantity(found, unit, 'en')}; ${formatQuantity(shortage, unit, 'en')} is missing. Look at the division again before you order.`,
    field: 'qty',
  },
};
