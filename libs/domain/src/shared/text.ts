/** Search key: lower case, no diacritics, đ → d, single spaces. "Na  Chi Lăng" → "na chi lang". */
export function foldVietnamese(text: string): string {
  return stripDiacritics(text).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Address part: "Hồng Bảo Lâm (loại 1)" → "hong-bao-lam-loai-1". Empty when nothing readable is left. */
export function slugify(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Removes accents and keeps case: "Đơn hàng" → "Don hang". */
export function stripDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');
}
