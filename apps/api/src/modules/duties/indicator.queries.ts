import { Injectable } from '@nestjs/common';
import { type IndicatorQualifier, latestValues, planShareBp } from '@lienket/domain';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { trimDecimals } from '../../platform/graphql/scalars.js';

export interface IndicatorValueView {
  readonly id: string;
  readonly period: string;
  readonly periodEnd: string;
  readonly value: string;
  readonly qualifier: IndicatorQualifier;
  readonly plan: string | null;
  /** Of the plan; as the source says where it names only the share. */
  readonly planShareBp: number | null;
  readonly source: string;
  readonly revision: number;
  readonly reason: string | null;
  readonly at: string;
}

export interface IndicatorView {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** The last revision of each period, in the order of time. */
  readonly values: IndicatorValueView[];
  /** Revisions that a later one replaced, newest first. */
  readonly replaced: IndicatorValueView[];
}

type Row = Omit<IndicatorValueView, 'planShareBp'> & { readonly toldPlanBp: number | null };

/** The sector's figures: public, with their source, as they were told and corrected. */
@Injectable()
export class IndicatorQueries {
  constructor(private readonly pool: SqlPool) {}

  async all(locale: 'vi' | 'en'): Promise<IndicatorView[]> {
    const rows = await this.pool.rows<Omit<IndicatorView, 'values' | 'replaced'> & { rows: Row[] }>(
      'sector-indicators',
      `select i.code, case when $1 = 'en' then i.name_en else i.name_vi end as name, i.unit,
         coalesce((select json_agg(json_build_object('id', v.id, 'period', v.period, 'periodEnd', v.period_end, 'value', v.value::text,
             'qualifier', v.qualifier, 'plan', v.plan::text, 'toldPlanBp', v.told_plan_bp, 'source', v.source, 'revision', v.revision,
             'reason', v.reason, 'at', v.at) order by v.period_end, v.revision)
           from indicator_value v where v.indicator_code = i.code), '[]') as rows
       from sector_indicator i order by i.position`,
      [locale],
    );
    return rows.map(({ rows: told, ...indicator }) => {
      const views = told.map(({ toldPlanBp, ...row }) => {
        const [value, plan] = [trimDecimals(row.value), row.plan && trimDecimals(row.plan)];
        return { ...row, value, plan, planShareBp: planShareBp(value, plan) ?? toldPlanBp };
      });
      const values = latestValues(views);
      const shown = new Set(values.map(({ id }) => id));
      return { ...indicator, values, replaced: views.filter(({ id }) => !shown.has(id)).reverse() };
    });
  }

  /** The series of one of its values. */
  async ofValue(valueId: string, locale: 'vi' | 'en'): Promise<IndicatorView> {
    const all = await this.all(locale);
    return all.find(({ values, replaced }) => [...values, ...replaced].some(({ id }) => id === valueId))!;
  }
}
