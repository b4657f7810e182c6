import { type NoticeGroup, type NoticeHours, type NoticeWay, noticeWay, USUAL_HOURS } from '@lienket/domain';

/** One person's preference row as SQL selects it; all null when there is none. */
export interface PreferenceRow {
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  readonly digestAt: number | null;
  readonly ways: Partial<Record<NoticeGroup, NoticeWay>> | null;
}

/** Columns of `notice_preference` under this alias, for a left join. */
export const preferenceSql = (alias: string): string =>
  `${alias}.quiet_from as "quietFrom", ${alias}.quiet_to as "quietTo", ${alias}.digest_at as "digestAt", ${alias}.ways`;

export function hoursOf({ quietFrom, quietTo, digestAt }: PreferenceRow): NoticeHours {
  if (digestAt === null) return USUAL_HOURS;
  return { quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo }, digestAt };
}

export const wayOf = ({ ways }: PreferenceRow, group: NoticeGroup): NoticeWay => noticeWay(group, ways?.[group]);
