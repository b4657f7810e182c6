import { accept, type Result, refuse } from '@lienket/domain';
import { tidyLine, tidyText } from '../../platform/text.js';
import type { ProductColumns, ProductSheet } from './product-sheet.js';
import type { ProductRefusal } from './product.messages.js';

type Details = Pick<
  ProductColumns,
  | 'subgroup'
  | 'storageTempMin'
  | 'storageTempMax'
  | 'minRemainingDays'
  | 'origin'
  | 'originCommuneCode'
  | 'story'
  | 'traceabilityUrl'
  | 'hsCode'
>;

const no = (refusal: ProductRefusal) => refuse(refusal);

/** What stands behind "Thêm chi tiết": checks and tidies the fields that are given. */
export function detailsOf(sheet: Partial<ProductSheet>): Result<Partial<Details>, ProductRefusal> {
  const details: Partial<Details> = {};
  if (sheet.subgroup !== undefined) {
    details.subgroup = tidyLine(sheet.subgroup);
    if ((details.subgroup?.length ?? 0) > 100) return no({ code: 'SUBGROUP_TOO_LONG' });
  }
  for (const field of ['storageTempMin', 'storageTempMax'] as const) {
    const degrees = sheet[field];
    if (degrees === undefined) continue;
    if (degrees !== null && (degrees < -60 || degrees > 60)) return no({ code: 'TEMPERATURE_NOT_VALID' });
    details[field] = degrees;
  }
  if (sheet.minRemainingDays !== undefined) {
    const days = sheet.minRemainingDays;
    if (days !== null && (days < 1 || days > 3650)) return no({ code: 'REMAINING_LIFE_NOT_VALID' });
    details.minRemainingDays = days;
  }
  if (sheet.origin !== undefined) {
    details.origin = tidyLine(sheet.origin);
    if ((details.origin?.length ?? 0) > 200) return no({ code: 'ORIGIN_TOO_LONG' });
  }
  if (sheet.originCommuneCode !== undefined) details.originCommuneCode = tidyLine(sheet.originCommuneCode);
  if (sheet.story !== undefined) {
    details.story = tidyText(sheet.story);
    if ((details.story?.length ?? 0) > 4000) return no({ code: 'STORY_TOO_LONG' });
  }
  if (sheet.traceabilityUrl !== undefined) {
    details.traceabilityUrl = tidyLine(sheet.traceabilityUrl);
    if (details.traceabilityUrl !== null && !isHttps(details.traceabilityUrl)) return no({ code: 'TRACEABILITY_NOT_HTTPS' });
  }
  if (sheet.hsCode !== undefined) {
    details.hsCode = sheet.hsCode?.replace(/[\s.]/g, '') || null;
    if (details.hsCode !== null && !/^\d{6,8}$/.test(details.hsCode)) return no({ code: 'HS_CODE_NOT_VALID' });
  }
  return accept(details);
}

export type StoredFacts = Pick<ProductColumns, 'storageTempMin' | 'storageTempMax' | 'shelfLifeDays' | 'minRemainingDays'>;

/** Numbers that only make sense together, once the edit is laid over what is stored. */
export function factsAgree(facts: Partial<StoredFacts>): Result<null, ProductRefusal> {
  const { storageTempMin = null, storageTempMax = null, shelfLifeDays = null, minRemainingDays = null } = facts;
  if (storageTempMin !== null && storageTempMax !== null && storageTempMin > storageTempMax) {
    return no({ code: 'TEMPERATURE_NOT_VALID' });
  }
  if (shelfLifeDays !== null && minRemainingDays !== null && minRemainingDays > shelfLifeDays) {
    return no({ code: 'REMAINING_LIFE_NOT_VALID' });
  }
  return accept(null);
}

function isHttps(text: string): boolean {
  if (text.length > 500) return false;
  try {
    const { protocol, hostname, username } = new URL(text);
    return protocol === 'https:' && text.startsWith('https://') && hostname.includes('.') && username === '';
  } catch {
    return false;
  }
}
