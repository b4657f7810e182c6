import { createContext, useContext } from 'react';
import type { ComboboxLabels } from '../combobox/combobox';
import type { DateFieldLabels } from '../date-field/date-field';

export type Language = 'vi' | 'en';

export const LanguageContext = createContext<Language>('vi');

/** `t('Lưu', 'Save')`: the gallery shows every part in both languages. */
export function useWords() {
  const language = useContext(LanguageContext);
  return (vi: string, en: string) => (language === 'vi' ? vi : en);
}

export type Words = ReturnType<typeof useWords>;

export const comboboxLabels = (t: Words): ComboboxLabels => ({
  empty: t('Không tìm thấy mục nào', 'Nothing found'),
  loading: t('Đang tìm…', 'Searching…'),
  failed: t('Chưa tìm được, vui lòng thử lại', 'The search failed, please try again'),
  clear: t('Xoá lựa chọn', 'Clear choice'),
});

export const dateLabels = (t: Words): DateFieldLabels => ({
  open: t('Mở lịch', 'Open calendar'),
  invalid: t(
    'Ngày này không có trong lịch; hãy nhập theo dạng ngày/tháng/năm.',
    'No such day; please type it as day/month/year.',
  ),
  outOfRange: t('Ngày này nằm ngoài thời hạn của thoả thuận.', 'This day is outside the term of the agreement.'),
  loading: t('Đang mở lịch…', 'Opening the calendar…'),
});

export const monthLabels = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];

export const useLanguage = () => useContext(LanguageContext);
