import { packLabel } from '../../../shared/catalog/pack-label';
import type { Formats } from '../../../shared/i18n/formats';
import type { Text } from '../../../shared/i18n/use-text';
import type { ordering } from '../../../shared/messages/vi/ordering';
import type { PadItem } from './pad-items';

/** "Loại 1 · Thùng 5 kg, cân thực tế ± 2 %": what is told apart within a product. */
export function variantText(item: PadItem, t: Text<keyof typeof ordering>, format: Formats): string {
  const pack = packLabel(format, item.packName, item.packSize.toDecimalString(), item.unit);
  const weighed = item.catchWeight
    ? t('pad.weighed', { tolerance: format.quantity(String((item.toleranceBp ?? 0) / 100)) })
    : null;
  return [item.gradeName, [pack, weighed].filter(Boolean).join(', ')].filter(Boolean).join(' · ');
}
