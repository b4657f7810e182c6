import type { Messages } from '../../platform/graphql/refusal.js';

export type KeptReason = { readonly code: 'CHANGED_SINCE' } | { readonly code: 'STOOD_ON' };

/** Why a row stayed when its import was taken back. */
export const keptMessages: Messages<KeptReason> = {
  CHANGED_SINCE: {
    vi: () => 'Đã được sửa sau khi nhập, nên giữ nguyên bản mới.',
    en: () => 'It was changed after the import, so the newer version stays.',
  },
  STOOD_ON: {
    vi: () => 'Đã có dữ liệu khác dựa vào (đơn hàng, hợp đồng, chứng nhận, ảnh…), nên giữ nguyên.',
    en: () => 'Something else already stands on it (an order, a contract, a certificate, a picture…), so it stays.',
  },
};
