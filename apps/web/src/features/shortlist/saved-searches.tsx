import { useMutation, useQuery } from '@apollo/client/react';
import { Badge, Button, Link, Section, toast } from '@lienket/ui';
import { graphql } from '../../gql';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';
import { AsyncScreen } from '../../shared/screen/async-screen';
import s from './shortlist.module.css';

const SavedSearchesDocument = graphql(`
  query SavedSearches {
    savedSearches {
      id
      name
      address
      alert
      newCount
    }
  }
`);

const SavedSearchUpdateDocument = graphql(`
  mutation SavedSearchUpdate($input: SavedSearchUpdateInput!) {
    savedSearchUpdate(input: $input) {
      ... on SavedSearch {
        id
        alert
        newCount
      }
      ...RefusalParts
    }
  }
`);

const SavedSearchRemoveDocument = graphql(`
  mutation SavedSearchRemove($input: ShortlistRemoveInput!) {
    savedSearchRemove(input: $input) {
      ... on Removed {
        id
      }
      ...RefusalParts
    }
  }
`);

/** Searches the organization keeps, with how much is new since somebody last looked. */
export function SavedSearches() {
  const t = useText(finding);
  const query = useQuery(SavedSearchesDocument, { fetchPolicy: 'cache-and-network' });
  const [update] = useMutation(SavedSearchUpdateDocument);
  const [remove] = useMutation(SavedSearchRemoveDocument, { refetchQueries: [SavedSearchesDocument] });
  const failed = () => toast.error(t('error.title'));
  const change = (id: string, patch: { alert?: boolean; seen?: boolean }) =>
    void update({ variables: { input: { clientKey: crypto.randomUUID(), id, ...patch } } }).catch(failed);
  return (
    <Section title={t('searches.title')}>
      <AsyncScreen
        query={query}
        skeleton="text"
        empty={({ savedSearches }) => savedSearches.length === 0 && <p className={s.quiet}>{t('searches.empty')}</p>}
      >
        {({ savedSearches }) => (
          <ul className={s.items}>
            {savedSearches.map((search) => (
              <li key={search.id} className={s.item}>
                <p className={s.name}>
                  <Link href={`/catalog?${search.address}`} onClick={() => change(search.id, { seen: true })}>
                    {search.name}
                  </Link>{' '}
                  {search.newCount > 0 && <Badge>{t('searches.new', { count: search.newCount })}</Badge>}
                </p>
                <p className={s.quiet}>{t(search.alert ? 'searches.alertOn' : 'searches.alertOff')}</p>
                <div>
                  <Button size="small" variant="quiet" onClick={() => change(search.id, { alert: !search.alert })}>
                    {t(search.alert ? 'searches.turnOff' : 'searches.turnOn')}
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`${t('searches.remove')} ${search.name}`}
                    onClick={() =>
                      void remove({ variables: { input: { clientKey: crypto.randomUUID(), id: search.id } } }).catch(failed)
                    }
                  >
                    {t('searches.remove')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </AsyncScreen>
    </Section>
  );
}
