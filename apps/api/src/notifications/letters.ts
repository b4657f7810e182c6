interface About {
  readonly number: string;
  readonly counterparty: string;
}

interface Letter {
  readonly to: 'SELLER' | 'BUYER';
  readonly vi: (about: About) => { subject: string; text: string };
  readonly en: (about: About) => { subject: string; text: string };
}

export type LetterKind =
  | 'order.placed'
  | 'order.countered'
  | 'order.counter-accepted'
  | 'order.confirmed'
  | 'order.refused'
  | 'order.cancelled'
  | 'order.short-closed'
  | 'shipment.dispatched'
  | 'receipt.posted'
  | 'payment-request.issued'
  | 'payment.declared'
  | 'payment.confirmed'
  | 'payment.denied';

const letter = (to: Letter['to'], vi: (about: About) => string, en: (about: About) => string): Letter => ({
  to,
  vi: (about) => ({
    subject: `[Liên Kết] Đơn ${about.number}`,
    text: `${vi(about)}\n\nMở Liên Kết, mục "Việc cần làm", để xem và trả lời.\n`,
  }),
  en: (about) => ({
    subject: `[Liên Kết] Order ${about.number}`,
    text: `${en(about)}\n\nOpen Liên Kết, "To do", to see it and answer.\n`,
  }),
});

/** One short letter for each fact that changes whose move it is. */
export const LETTERS: Readonly<Record<LetterKind, Letter>> = {
  'order.placed': letter(
    'SELLER',
    ({ number, counterparty }) => `${counterparty} vừa gửi đơn đặt hàng ${number}. Đến lượt quý đơn vị xác nhận.`,
    ({ number, counterparty }) => `${counterparty} placed order ${number}. It is your turn to acknowledge it.`,
  ),
  'order.countered': letter(
    'BUYER',
    ({ number, counterparty }) =>
      `${counterparty} trả lời đơn ${number} với số lượng hoặc ngày khác. Đến lượt quý đơn vị chấp nhận hoặc hủy.`,
    ({ number, counterparty }) => `${counterparty} answered order ${number} with another quantity or date. Accept it or cancel.`,
  ),
  'order.confirmed': letter(
    'BUYER',
    ({ number, counterparty }) => `${counterparty} đã xác nhận đơn ${number}.`,
    ({ number, counterparty }) => `${counterparty} confirmed order ${number}.`,
  ),
  'order.refused': letter(
    'BUYER',
    ({ number, counterparty }) => `${counterparty} không nhận được đơn ${number}. Lý do ghi ở từng dòng.`,
    ({ number, counterparty }) => `${counterparty} refused order ${number}. The reason stands at each line.`,
  ),
  'order.cancelled': letter(
    'SELLER',
    ({ number, counterparty }) => `${counterparty} đã hủy đơn ${number}.`,
    ({ number, counterparty }) => `${counterparty} cancelled order ${number}.`,
  ),
  'shipment.dispatched': letter(
    'BUYER',
    ({ number, counterparty }) => `${counterparty} đã giao hàng lên xe cho đơn ${number}. Hãy chuẩn bị nhận hàng.`,
    ({ number, counterparty }) => `${counterparty} dispatched goods of order ${number}. Prepare to receive them.`,
  ),
  'receipt.posted': letter(
    'SELLER',
    ({ number, counterparty }) => `${counterparty} đã nhập kho hàng của đơn ${number}. Xem số nghiệm thu và số tiền đến hạn.`,
    ({ number, counterparty }) => `${counterparty} received goods of order ${number}. See what was accepted and what is due.`,
  ),
  'order.counter-accepted': letter(
    'SELLER',
    ({ number, counterparty }) =>
      `${counterparty} đã đồng ý với đề nghị của quý đơn vị cho đơn ${number}. Đến lượt quý đơn vị giao hàng.`,
    ({ number, counterparty }) => `${counterparty} accepted your proposal for order ${number}. It is your turn to deliver.`,
  ),
  'order.short-closed': letter(
    'SELLER',
    ({ number, counterparty }) => `${counterparty} kết thúc đơn ${number}, phần còn lại không giao nữa.`,
    ({ number, counterparty }) => `${counterparty} closed order ${number}; the rest is not to be delivered.`,
  ),
  'payment-request.issued': letter(
    'BUYER',
    ({ number, counterparty }) => `Hàng nghiệm thu của đơn ${number} đã thành đề nghị thanh toán cho ${counterparty}.`,
    ({ number, counterparty }) => `What was accepted of order ${number} is now due to ${counterparty}.`,
  ),
  'payment.declared': letter(
    'SELLER',
    ({ number, counterparty }) => `${counterparty} báo đã chuyển tiền cho đơn ${number}. Hãy xem tài khoản rồi xác nhận.`,
    ({ number, counterparty }) => `${counterparty} says it paid for order ${number}. Check the account, then confirm.`,
  ),
  'payment.confirmed': letter(
    'BUYER',
    ({ number, counterparty }) => `${counterparty} xác nhận đã nhận tiền của đơn ${number}.`,
    ({ number, counterparty }) => `${counterparty} confirmed the money for order ${number}.`,
  ),
  'payment.denied': letter(
    'BUYER',
    ({ number, counterparty }) => `${counterparty} chưa nhận được tiền của đơn ${number}. Lý do ghi ở đề nghị thanh toán.`,
    ({ number, counterparty }) =>
      `${counterparty} has not received the money for order ${number}. The reason stands at the payment request.`,
  ),
};
