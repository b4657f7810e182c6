import { useQuery } from '@apollo/client/react';
import { PageHeader, Section, Stack } from '@lienket/ui';
import { useParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { packs } from '../../shared/messages/vi/packs';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { GradesEditor } from './grades-editor';
import { PacksEditor } from './packs-editor';
import { ProductByIdDocument } from './product-operations';

/** Grades and packs of one product: lists that are saved whole. */
export default function ProductPartsScreen() {
  const { id = '' } = useParams();
  const t = useText(packs);
  const query = useQuery(ProductByIdDocument, { variables: { id } });
  const reload = () => void query.refetch();
  return (
    <AsyncScreen query={query} skeleton="text" missing={(data) => !data.productById}>
      {(data) => {
        const product = data.productById!;
        return (
          <>
            <PageTitle>{`${t('packs.title')} · ${product.nameVi}`}</PageTitle>
            <PageHeader
              back={{ href: `/products/${product.id}/edit`, label: t('packs.back') }}
              title={t('packs.title')}
              meta={product.nameVi}
            />
            <Stack>
              <Section id="packs" title={t('packs.packs')}>
                <p>{t('packs.packsLead')}</p>
                <PacksEditor key={`packs-${product.version}`} product={product} onReload={reload} />
              </Section>
              <Section id="grades" title={t('packs.grades')}>
                <p>{t('packs.gradesLead')}</p>
                <GradesEditor key={`grades-${product.version}`} product={product} onReload={reload} />
              </Section>
            </Stack>
          </>
        );
      }}
    </AsyncScreen>
  );
}
