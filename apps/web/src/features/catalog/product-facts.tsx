import { DescriptionList, Link, Section, Stack } from '@lienket/ui';
import type { ProductPageFragment } from '../../gql/graphql';
import { useGradeText } from '../../shared/catalog/use-grade-text';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { finding } from '../../shared/messages/vi/finding';
import s from './product-page.module.css';

const words = { ...catalog, ...finding };

/** What a buyer must know before asking: grades with their measures, keeping, origin, story. */
export function ProductFacts({ product }: { product: ProductPageFragment }) {
  const t = useText(words);
  const f = useFormats();
  const gradeText = useGradeText();
  const { storageTempMin: low, storageTempMax: high, traceabilityUrl } = product;
  const origin = [product.origin, product.originCommuneName].filter(Boolean).join(', ');
  const facts = [
    { term: t('product.storage'), detail: t(`storage.${product.storage}`) },
    ...(low != null && high != null
      ? [{ term: t('buy.temperature'), detail: t('buy.temperatureRange', { from: f.count(low), to: f.count(high) }) }]
      : []),
    {
      term: t('product.shelfLife'),
      detail: product.shelfLifeDays ? t('product.days', { count: product.shelfLifeDays }) : t('product.notStated'),
    },
    ...(product.minRemainingDays
      ? [{ term: t('buy.minRemaining'), detail: t('product.days', { count: product.minRemainingDays }) }]
      : []),
    { term: t('buy.origin'), detail: origin || t('product.notStated') },
    ...(product.netContent ? [{ term: t('product.netContent'), detail: product.netContent }] : []),
    { term: t('product.vatClass'), detail: t(`vatClass.${product.vatClass}`) },
    ...(product.hsCode ? [{ term: t('product.hsCode'), detail: product.hsCode }] : []),
    ...(traceabilityUrl?.startsWith('https://')
      ? [{ term: t('buy.trace'), detail: <Link href={traceabilityUrl}>{t('buy.traceOpen')}</Link> }]
      : []),
  ];
  return (
    <Stack gap="large">
      <DescriptionList columns={2} items={facts} />
      {product.grades.length > 0 && (
        <Section title={t('buy.grades')}>
          <ul className={s.specs}>
            {product.grades.map((grade) => (
              <li key={grade.id}>{[grade.name, gradeText(grade.spec)].filter(Boolean).join(': ')}</li>
            ))}
          </ul>
        </Section>
      )}
      {product.story && (
        <Section title={t('buy.story')}>
          <p className={s.long}>{product.story}</p>
        </Section>
      )}
    </Stack>
  );
}
