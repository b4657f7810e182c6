import type { Messages } from '../../../platform/graphql/refusal.js';
import type { PriceConsentRefusal } from './price-consent.service.js';

export const priceConsentMessages: Messages<PriceConsentRefusal> = {
  CONSENT_END_PAST: {
    vi: () => 'Hãy chọn ngày hết hạn sau hôm nay.',
    en: () => 'Choose an end after today.',
    field: 'expiresOn',
  },
  CONSENT_END_TOO_FAR: {
    vi: ({ months }) => `Đồng ý nhiều nhất ${months} tháng; hết hạn thì cho lại. Hãy chọn ngày sớm hơn.`,
    en: ({ months }) => `Consent lasts ${months} months at most and is given anew then. Choose an earlier day.`,
    field: 'expiresOn',
  },
  CONSENT_GIVEN_ALREADY: {
    vi: () => 'Đơn vị đã đồng ý và còn hạn. Muốn đổi ngày, hãy rút lại rồi đồng ý lại.',
    en: () => 'Your organization has consented and the consent still holds. To change the day, take it back and give it anew.',
  },
  CONSENT_NOT_GIVEN: {
    vi: () => 'Đơn vị chưa đồng ý nên không có gì để rút lại. Hãy tải lại trang.',
    en: () => 'There is no consent to take back. Reload the page.',
  },
};
