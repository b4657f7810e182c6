import { creditNotice } from '../credit.notices.js';

/** Words between a bank and a borrower about figures; the Alliance hears nothing of it. */
export const EVIDENCE_NOTICES = {
  asked: creditNotice(
    'evidence.asked',
    ({ number }, from) =>
      `${from} đề nghị xem số liệu bán hàng của quý đơn vị theo thoả thuận ${number}. Quý đơn vị quyết định có cho xem hay không.`,
    ({ number }, from) => `${from} asks to see your sales figures under ${number}. It is for you to decide.`,
  ),
  granted: creditNotice(
    'evidence.granted',
    ({ number }, from) => `${from} cho xem số liệu bán hàng theo thoả thuận ${number}.`,
    ({ number }, from) => `${from} lets you see its sales figures under ${number}.`,
  ),
  declined: creditNotice(
    'evidence.declined',
    ({ number }, from) => `${from} chưa đồng ý cho xem số liệu theo thoả thuận ${number}.`,
    ({ number }, from) => `${from} does not let you see its figures under ${number}.`,
  ),
  revoked: creditNotice(
    'evidence.revoked',
    ({ number }, from) => `${from} đã thu hồi đồng ý xem số liệu theo thoả thuận ${number}.`,
    ({ number }, from) => `${from} took back its consent to see figures under ${number}.`,
  ),
  looked: creditNotice(
    'evidence.looked',
    ({ number }, from) => `${from} vừa xem số liệu bán hàng của quý đơn vị theo thoả thuận ${number}.`,
    ({ number }, from) => `${from} has just looked at your sales figures under ${number}.`,
  ),
};
