import { Button, Link, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { ReviewChangeFragment, ReviewClaimsFragment } from '../../gql/graphql';
import { useGradeText } from '../../shared/catalog/use-grade-text';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { changes } from '../../shared/messages/vi/changes';
import { DeclineDialog } from './decline-dialog';
import s from './review.module.css';

const ApplyDocument = graphql(`
  mutation ProductChangeApply($input: ProductChangeActionInput!) {
    productChangeApply(input: $input) {
      ... on Product {
        id
        nameVi
      }
      ...RefusalParts
    }
  }
`);

const AFTER_CHANGE = ['productChangesToReview', 'workItems', 'catalog', 'catalogFacets', 'product'];

interface Props {
  change: ReviewChangeFragment;
  onReload: () => void;
}

/** What is on show and what is asked for, field by field, and the two answers. */
export function ReviewedChange({ change, onReload }: Props) {
  const t = useText(changes);
  const f = useFormats();
  const [declining, setDeclining] = useState(false);
  const { product, cooperative } = change;
  const form = useMutationForm(ApplyDocument, {
    form: `product-change-apply-${change.id}`,
    pick: (data) => data.productChangeApply,
    stale: AFTER_CHANGE,
    onDone: () => toast.success(t('changes.applied', { name: product.nameVi })),
  });
  return (
    <>
      <FormErrors form={form} />
      <h3>
        <Link href={`/catalog/${product.slug}`}>{product.nameVi}</Link>
      </h3>
      <p className={s.soft}>
        <Link href={`/c/${cooperative.slug}`}>{cooperative.name}</Link>
        {` · ${t('changes.since', { day: f.date(change.requestedAt) })} · ${t(change.hasPrice ? 'changes.hasPrice' : 'changes.noPrice')}`}
      </p>
      <div className={s.comparison}>
        {change.fields.map((field) => (
          <section key={field} className={s.compared}>
            <h4>{t(`changes.field.${field}` as 'changes.field.nameVi')}</h4>
            <div className={s.sides}>
              <div>
                <p className={s.side}>{t('changes.before')}</p>
                <Claim field={field} claims={change.before} />
              </div>
              <div className={s.asked}>
                <p className={s.side}>{t('changes.after')}</p>
                <Claim field={field} claims={change.after} />
              </div>
            </div>
          </section>
        ))}
      </div>
      <div className={s.buttons}>
        <Button
          variant="primary"
          loading={form.busy}
          onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: change.id, version: change.version } }))}
        >
          {t('changes.apply')}
        </Button>
        <Button onClick={() => setDeclining(true)}>{t('changes.decline')}</Button>
      </div>
      {declining && <DeclineDialog change={change} onClose={() => setDeclining(false)} onReload={onReload} />}
      <ConflictDialog form={form} onReload={onReload} />
    </>
  );
}

function Claim({ field, claims }: { field: string; claims: ReviewClaimsFragment }) {
  const t = useText(changes);
  const gradeText = useGradeText();
  if (field === 'photoUrl') {
    return claims.photoUrl ? (
      <img className={s.photo} src={`${claims.photoUrl}?size=320`} alt={claims.nameVi ?? ''} />
    ) : (
      <p className={s.soft}>{t('changes.noPhoto')}</p>
    );
  }
  if (field === 'grades') {
    return claims.grades.length > 0 ? (
      <ul className={s.grades}>
        {claims.grades.map(({ code, name, spec }) => (
          <li key={code}>
            <b>{name}</b> {gradeText(spec)}
          </li>
        ))}
      </ul>
    ) : (
      <p className={s.soft}>{t('changes.empty')}</p>
    );
  }
  if (field === 'group' && claims.group) return <p>{t(`group.${claims.group}`)}</p>;
  const value = claims[field as 'nameVi'];
  return value ? <p className={s.words}>{value}</p> : <p className={s.soft}>{t('changes.empty')}</p>;
}
