import type { DeliveryDayRefusal } from '@lienket/domain';
import type { Formats } from '../../../shared/i18n/formats';
import type { Text } from '../../../shared/i18n/use-text';
import type { ordering } from '../../../shared/messages/vi/ordering';

/** Why a day will not do, in one sentence; the button beside it names the next that will. */
export function dayText(refusal: DeliveryDayRefusal, t: Text<keyof typeof ordering>, format: Formats): string {
  switch (refusal.code) {
    case 'SELLER_CLOSED':
      return t('pad.say.closed', { from: format.date(refusal.from), to: format.date(refusal.to), message: refusal.message });
    case 'NOT_A_DELIVERY_DAY':
      return t('pad.say.weekday', { days: weekdayNames(refusal.weekdays, t) });
    case 'HOLIDAY':
      return t('pad.say.holiday', { name: refusal.name });
    case 'CUT_OFF_PASSED':
      return t('pad.say.cutoff', { at: format.dateTime(refusal.at.toISOString()) });
  }
}

/** "Thứ Hai, Thứ Năm": 1 = Monday. */
export const weekdayNames = (weekdays: readonly number[], t: Text<keyof typeof ordering>): string =>
  weekdays.map((day) => t(`weekday.${day}` as keyof typeof ordering)).join(', ');
