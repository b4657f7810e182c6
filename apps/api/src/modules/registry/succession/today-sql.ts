/** Name of the body that has the duties of `org` on the day of the placeholder; null where it is still itself. */
export const successorNameSql = (org: string, today: string): string =>
  `(with recursive line as (
      select s.successor_id as id, 1 as step from organization_succession s where s.predecessor_id = ${org} and s.since <= ${today}::date
      union all
      select s.successor_id, line.step + 1 from line join organization_succession s on s.predecessor_id = line.id and s.since <= ${today}::date where line.step < 10
    ) select o.name from line join organization o on o.id = line.id order by line.step desc limit 1)`;

/** Whether `reader` is `org` or has taken over its duties by that day; null where there is no `org`. The walls ask the same function. */
export const holdsDutiesSql = (org: string, reader: string, today: string): string =>
  `holds_duties(${org}, ${reader}::uuid, ${today}::date)`;
