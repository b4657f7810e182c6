import type { CallOffBar } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

/** Why a contract takes no call-off now, and what to do about it. */
export const callOffMessages: Messages<CallOffBar> = {
  CONTRACT_NOT_ACTIVE: {
    vi: () => 'Hợp đồng này chưa hoặc không còn hiệu lực. Hãy chọn hợp đồng đang thực hiện.',
    en: () => 'This contract is not in force. Choose one that is.',
    field: 'contractId',
  },
  AGREEMENT_SUSPENDED: {
    vi: () =>
      'Biên bản ghi nhớ của hợp đồng này đang tạm dừng nên chưa gọi thêm hàng được; đơn đã xác nhận vẫn giao và nhận bình thường. Hãy đề nghị tiếp tục ở trang biên bản.',
    en: () =>
      'The memorandum above this contract is suspended, so nothing new can be called off; confirmed orders run on. Propose to resume on the page of the memorandum.',
    field: 'contractId',
  },
  AGREEMENT_OVER: {
    vi: () => 'Biên bản ghi nhớ của hợp đồng này đã kết thúc nên không gọi thêm hàng được. Hãy lập biên bản tiếp theo.',
    en: () => 'The memorandum above this contract is over, so nothing new can be called off. Carry it on by a new one.',
    field: 'contractId',
  },
};
