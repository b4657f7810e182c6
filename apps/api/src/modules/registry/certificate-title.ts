/** SQL of the paper's name for notices and letters: "OCOP 4 sao · Mật ong", "VietGAP". */
export const certificateTitleSql = (alias: string, locale: 'vi' | 'en'): string =>
  `concat_ws(' · ', (select k.name_${locale} from certificate_kind k where k.code = ${alias}.kind) || coalesce(' ' || ${alias}.stars || '${locale === 'vi' ? ' sao' : ' stars'}', ''),
    (select coalesce(p.${locale === 'vi' ? 'name_vi' : 'name_en, p.name_vi'}) from product p where p.id = ${alias}.product_id))`;
