import { Notice } from '@lienket/ui';
import { graphql } from '../../gql';
import type { AssistedStampPartsFragment } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { assistance } from '../messages/vi/assistance';
import { operationKey } from './operation-key';

export const AssistedStampParts = graphql(`
  fragment AssistedStampParts on AssistedStamp {
    id
    officer
    operation
    at
    state
  }
`);

/** "Do cán bộ Liên minh … làm thay", at the document itself; silent where nobody did. */
export function Stamps({ stamps }: { stamps: readonly AssistedStampPartsFragment[] }) {
  const t = useText(assistance);
  const f = useFormats();
  if (stamps.length === 0) return null;
  return (
    <Notice tone="info" title={t('stamp.title')}>
      {stamps.map(({ id, officer, operation, at, state }) => (
        <span key={id}>
          {t('stamp.line', { officer, operation: t(operationKey(operation)), at: f.dateTime(at) })} ({t(`actState.${state}`)}
          ).{' '}
        </span>
      ))}
    </Notice>
  );
}
