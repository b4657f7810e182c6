import { Button, DemoMark, DescriptionList, DrawnPlaceholder, Link, SeasonStrip, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { ReviewProductFragment } from '../../gql/graphql';
import { CertificateTable } from '../../shared/catalog/certificate-table';
import { ClaimWarning } from '../../shared/catalog/claim-warning';
import { packLabel } from '../../shared/catalog/pack-label';
import { motifFor, thumbOf } from '../../shared/catalog/product-picture';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { oversight } from '../../shared/messages/vi/oversight';
import { useSeason } from '../../shared/screen/use-season';
import { ReturnDialog } from './return-dialog';
import s from './review.module.css';

const PublishDocument = graphql(`
  mutation ProductPublish($input: ProductActionInput!) {
    productPublish(input: $input) {
      ...ReviewProduct
      ...RefusalParts
    }
  }
`);

/** Lists that a decision on a product changes. */
const AFTER_REVIEW = ['productsToReview', 'workItems', 'catalog', 'catalogFacets'];

interface Props {
  product: ReviewProductFragment;
  onReload: () => void;
}

/** All an officer compares before a product goes on sale, and the two answers. */
export function ReviewedProduct({ product, onReload }: Props) {
  const t = useText(oversight);
  const f = useFormats();
  const season = useSeason();
  const [returning, setReturning] = useState(false);
  const form = useMutationForm(PublishDocument, {
    form: `product-publish-${product.id}`,
    pick: (data) => data.productPublish,
    stale: AFTER_REVIEW,
    onDone: () => toast.success(t('review.published', { name: product.nameVi })),
  });
  const offered = (action: string) => product.availableActions.find((one) => one.action === action);
  const publish = offered('publish');
  const giveBack = offered('return');
  const reason = [publish, giveBack].find((one) => one && !one.allowed)?.reason;
  return (
    <>
      <FormErrors form={form} />
      <div className={s.picture}>
        {product.photoUrl ? (
          <img src={thumbOf(product.photoUrl)} alt={product.nameVi} loading="lazy" />
        ) : (
          <DrawnPlaceholder
            seed={`${product.group} ${product.nameVi}`}
            label={t('card.drawing')}
            motif={motifFor(product.nameVi, product.group)}
          />
        )}
      </div>
      <div className={s.body}>
        {product.isDemo && <DemoMark text={t('demo')} />}
        <h3>
          <Link href={`/catalog/${product.slug}`}>{product.nameVi}</Link>
        </h3>
        <p className={s.soft}>
          <Link href={`/c/${product.cooperative.slug}`}>{product.cooperative.name}</Link>
          {product.cooperative.communeName && `, ${product.cooperative.communeName}`}
        </p>
        {product.description && <p className={s.words}>{product.description}</p>}
        <ClaimWarning text={`${product.nameVi}\n${product.description}`} />
        <DescriptionList
          columns={2}
          items={[
            { term: t('review.group'), detail: t(`group.${product.group}`) },
            { term: t('review.storage'), detail: t(`storage.${product.storage}`) },
            {
              term: t('review.packs'),
              detail: product.packs.map(({ name, sizeBase }) => packLabel(f, name, sizeBase, product.baseUnit)).join('; ') || '—',
            },
            {
              term: t('review.prices'),
              detail:
                product.priceTiers
                  ?.map(({ minQty, unitPrice }) =>
                    t('review.tier', {
                      from: f.quantity(minQty, product.baseUnit),
                      price: f.vnd(unitPrice),
                      unit: product.baseUnit,
                    }),
                  )
                  .join('; ') || t('review.noPrices'),
            },
            {
              term: t('review.shelfLife'),
              detail: product.shelfLifeDays == null ? '—' : t('review.days', { count: product.shelfLifeDays }),
            },
            { term: t('review.season'), detail: <SeasonStrip size="compact" {...season(product.harvestMonths)} /> },
          ]}
        />
        {product.certificates.length > 0 && <CertificateTable certificates={product.certificates} />}
        <div className={s.buttons}>
          {publish?.allowed && (
            <Button
              variant="primary"
              loading={form.busy}
              onClick={() =>
                void form.submit((clientKey) => ({ input: { clientKey, id: product.id, version: product.version } }))
              }
            >
              {t('review.publish')}
            </Button>
          )}
          {giveBack?.allowed && <Button onClick={() => setReturning(true)}>{t('review.return')}</Button>}
          {reason && <p className={s.soft}>{reason}</p>}
        </div>
      </div>
      {returning && <ReturnDialog product={product} onClose={() => setReturning(false)} onReload={onReload} />}
      <ConflictDialog form={form} onReload={onReload} />
    </>
  );
}
