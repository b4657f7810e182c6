import { Injectable } from '@nestjs/common';
import { accept, assess, type Locale, type OcopBand, type Refusal, type Result, refuse } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { type Messages, versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { LegalBook } from '../../registry/index.js';
import { OcopSelfAssessment } from './ocop-self-assessment.entity.js';

export interface OcopAssess {
  readonly clientKey: string;
  readonly productId: string;
  readonly version: number;
  readonly points: readonly { readonly code: string; readonly points: number }[];
}

export type OcopRefusal = { readonly code: 'CRITERION_UNKNOWN' } | { readonly code: 'POINTS_NOT_VALID' };

export const ocopMessages: Messages<OcopRefusal> = {
  CRITERION_UNKNOWN: {
    vi: () => 'Bảng chấm đã đổi. Hãy tải lại trang.',
    en: () => 'The table has changed. Reload the page.',
  },
  POINTS_NOT_VALID: {
    vi: () => 'Điểm mỗi mục từ 0 đến điểm tối đa của mục đó.',
    en: () => 'Points of a row are from 0 to what it is worth.',
    field: 'points',
  },
};

interface Named {
  readonly nameVi: string;
  readonly nameEn: string;
}
interface Part extends Named {
  readonly code: string;
  readonly points: number;
  readonly items: readonly (Named & { readonly code: string; readonly points: number })[];
}

interface Criteria extends Named {
  readonly code: string;
  readonly source: string;
  readonly parts: readonly Part[];
}

/** A cooperative scores its own product by a table of data, and sees what is still to win. */
@Injectable()
export class OcopService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly law: LegalBook,
  ) {}

  of(actor: Actor, productId: string) {
    return this.uow.read(actor, async (tx) => {
      const id = idOf(productId);
      await tx.one('select id from product where id = $1 and org_id = $2', [id, actor.orgId]);
      const criteria = await this.criteria(tx);
      const [saved] = await tx.query<{ points: Record<string, number>; version: number }>(
        'select points, version from ocop_self_assessment where product_id = $1 and criteria_code = $2',
        [id, criteria.code],
      );
      const bands = (await this.law.value<OcopBand[]>(tx, 'OCOP_BANDS', tx.today)) ?? [];
      return toView(id, criteria, saved?.points ?? {}, saved?.version ?? 0, bands, actor.locale);
    });
  }

  save(actor: Actor, input: OcopAssess): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'ocopAssess', clientKey: input.clientKey, input }, async (tx) => {
      const { id } = await tx.one<{ id: string }>('select id from product where id = $1 and org_id = $2 for update', [
        idOf(input.productId),
        actor.orgId,
      ]);
      assertMay(actor, 'ocop.assess', { ownerOrgId: actor.orgId });
      const criteria = await this.criteria(tx);
      const worth = new Map(criteria.parts.flatMap(({ items }) => items.map(({ code, points }) => [code, points])));
      if (input.points.some(({ code }) => !worth.has(code))) return no({ code: 'CRITERION_UNKNOWN' });
      if (input.points.some(({ code, points }) => points < 0 || points > worth.get(code)!))
        return no({ code: 'POINTS_NOT_VALID' });
      const [row] = await tx.query<{ id: string; version: number }>(
        'select id, version from ocop_self_assessment where product_id = $1 and criteria_code = $2',
        [id, criteria.code],
      );
      if ((row?.version ?? 0) !== input.version) return versionConflict(row?.version ?? 0);
      const points = Object.fromEntries(input.points.map((one) => [one.code, one.points]));
      const saved = { points, savedBy: actor.userId, savedAt: tx.now };
      if (row) await tx.updateVersioned(OcopSelfAssessment, row.id, row.version, saved);
      else
        await tx.insert(OcopSelfAssessment, {
          id: newId(),
          orgId: actor.orgId,
          productId: id,
          criteriaCode: criteria.code,
          ...saved,
        });
      await tx.audit('ocop.assess', 'product', id, { points });
      return accept(id);
    });
  }

  /** The newest table that is in force. */
  private criteria(tx: Tx): Promise<Criteria> {
    return tx.one<Criteria>(
      `select code, name_vi as "nameVi", name_en as "nameEn", source, parts from ocop_criteria where valid_from <= $1
       order by valid_from desc limit 1`,
      [tx.today],
    );
  }
}

const no = (refusal: OcopRefusal) => refuse(refusal);

function toView(
  productId: string,
  criteria: Criteria,
  points: Record<string, number>,
  version: number,
  bands: readonly OcopBand[],
  locale: Locale,
) {
  const nameOf = ({ nameVi, nameEn }: Named) => (locale === 'en' ? nameEn : nameVi);
  const { total, parts, stars, next, gaps } = assess(criteria, points, bands);
  return {
    productId,
    name: nameOf(criteria),
    source: criteria.source,
    parts: criteria.parts.map((part, index) => ({
      code: part.code,
      name: nameOf(part),
      points: part.points,
      got: parts[index]!.got,
      items: part.items.map((item) => ({
        code: item.code,
        name: nameOf(item),
        points: item.points,
        given: points[item.code] ?? 0,
      })),
    })),
    bands: [...bands],
    total,
    stars,
    nextStars: next?.stars ?? null,
    lacking: next?.lacking ?? null,
    gaps: gaps.map(({ code }) => code),
    version,
  };
}
