import { useLazyQuery } from '@apollo/client/react';
import { Button, StatusMark } from '@lienket/ui';
import { graphql } from '../../gql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { signing } from '../../shared/messages/vi/signing';

const CheckDocument = graphql(`
  query MouDocumentCheck($id: ID!) {
    mouDocumentCheck(id: $id) {
      sha256
      matches
      checkedAt
    }
  }
`);

/** Reads the stored scan again and compares it with the fingerprint on record. */
export function DocumentCheck({ mouId }: { mouId: string }) {
  const t = useText(signing);
  const f = useFormats();
  const [check, { data, loading }] = useLazyQuery(CheckDocument, { fetchPolicy: 'network-only' });
  const found = data?.mouDocumentCheck;
  return (
    <div data-print="hide">
      <Button size="small" loading={loading} onClick={() => void check({ variables: { id: mouId } })}>
        {t('check.button')}
      </Button>
      <p role="status">
        {found && (
          <StatusMark tone={found.matches ? 'success' : 'danger'}>
            {found.matches ? t('check.ok', { at: f.dateTime(found.checkedAt) }) : t('check.bad')}
          </StatusMark>
        )}
      </p>
    </div>
  );
}
