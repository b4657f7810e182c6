import type { Formats } from '../i18n/formats';

/** "Thùng xốp 10 kg": the size is added unless the pack's own name tells it already. */
export function packLabel(f: Formats, name: string, size: string, unit: string): string {
  const shown = f.quantity(size, unit);
  const number = f.quantity(size);
  return new RegExp(`(^|\\D)${number.replace(/[.]/g, '\\.')}(\\D|$)`).test(name) ? name : `${name} ${shown}`;
}
