import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, LinkButton, Notice, PageHeader, Section, Stack, Toolbar } from '@lienket/ui';
import { graphql } from '../../gql';
import { CatalogCard } from '../../shared/catalog/catalog-card';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import { CompareBar } from '../../shared/shortlist/compare-bar';
import { CompareButton } from '../../shared/shortlist/keep-button';
import { visitorList } from '../../shared/shortlist/local-list';
import { ShortlistsDocument } from '../../shared/shortlist/use-shortlist';
import { NewList } from './new-list';
import { SavedSearches } from './saved-searches';
import { ShortlistView } from './shortlist-view';
import s from './shortlist.module.css';

const KeptItemsDocument = graphql(`
  query KeptItems($ids: [ID!]!) {
    catalogItems(ids: $ids) {
      ...CatalogCard
    }
  }
`);

export default function ShortlistsScreen() {
  const t = useText(finding);
  const { me, pending } = useSession();
  return (
    <>
      <PageTitle>{t('keep.title')}</PageTitle>
      <PageHeader back={{ href: '/catalog', label: t('keep.toCatalog') }} title={t('keep.title')} />
      {me ? <Lists /> : !pending && <VisitorList />}
      <CompareBar />
    </>
  );
}

const Empty = () => {
  const t = useText(finding);
  return (
    <EmptyState
      title={t('keep.empty')}
      detail={t('keep.emptyDetail')}
      action={<LinkButton href="/catalog">{t('keep.toCatalog')}</LinkButton>}
    />
  );
};

function Lists() {
  const t = useText(finding);
  const query = useQuery(ShortlistsDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Stack gap="large">
      <AsyncScreen query={query} skeleton="text">
        {({ shortlists }) => (
          <Stack gap="large">
            <Toolbar label={t('keep.lists')}>
              <NewList />
            </Toolbar>
            {shortlists.length === 0 ? <Empty /> : shortlists.map((list) => <ShortlistView key={list.id} list={list} />)}
          </Stack>
        )}
      </AsyncScreen>
      <SavedSearches />
    </Stack>
  );
}

function VisitorList() {
  const t = useText(finding);
  const ids = visitorList.useIds();
  const query = useQuery(KeptItemsDocument, { variables: { ids: [...ids] }, skip: ids.length === 0 });
  if (ids.length === 0) return <Empty />;
  return (
    <Stack>
      <Notice
        action={
          <LinkButton size="small" href="/sign-in?next=/shortlists">
            {t('keep.signIn')}
          </LinkButton>
        }
      >
        {t('keep.visitor')}
      </Notice>
      <AsyncScreen query={query} skeleton="cards" empty={(data) => data.catalogItems.length === 0 && <Empty />}>
        {({ catalogItems }) => (
          <Section title={t('keep.title')} meta={t('keep.count', { count: catalogItems.length })}>
            <ul className={s.cards}>
              {catalogItems.map((item) => (
                <li key={item.id}>
                  <CatalogCard
                    item={item}
                    headingLevel={3}
                    actions={
                      <>
                        <Button
                          size="small"
                          variant="quiet"
                          aria-label={t('keep.takeOutNamed', { name: item.nameVi })}
                          onClick={() => visitorList.toggle(item.id)}
                        >
                          {t('keep.takeOut')}
                        </Button>
                        <CompareButton product={{ id: item.id, name: item.nameVi }} />
                      </>
                    }
                  />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </AsyncScreen>
    </Stack>
  );
}
