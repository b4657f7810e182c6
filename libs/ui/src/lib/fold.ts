/** Folds case and Vietnamese marks, so "na dai dong mo" finds "Na dai Đồng Mỏ". */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();
