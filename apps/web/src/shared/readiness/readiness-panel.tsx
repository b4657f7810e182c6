import { useQuery } from '@apollo/client/react';
import { LinkButton, Section, Skeleton } from '@lienket/ui';
import type { ReadinessFileFragment } from '../../gql/graphql';
import { useText } from '../i18n/use-text';
import { readiness as words } from '../messages/vi/readiness';
import { useSession } from '../session/session';
import { ReadinessItems } from './readiness-items';
import { ProductReadinessDocument } from './readiness-parts';
import s from './readiness.module.css';

/** The file of one product: for a buyer against its own list, for the cooperative against each buyer's. */
export function ReadinessPanel({ productId, isOwn }: { productId: string; isOwn: boolean }) {
  const t = useText(words);
  const { me } = useSession();
  const query = useQuery(ProductReadinessDocument, { variables: { productId }, fetchPolicy: 'cache-and-network' });
  const files = query.data?.productReadiness;
  const isBuyer = me?.workplace === 'BUYER' && !isOwn;
  if (!files) return <Skeleton label={t('state.loading')} />;
  return (
    <Section id="readiness" title={t(isBuyer ? 'readiness.forYou' : 'readiness.title')}>
      {files.length === 0 &&
        (isBuyer ? (
          <>
            <p>{t('readiness.noList')}</p>
            <LinkButton href="/checklist">{t('readiness.makeList')}</LinkButton>
          </>
        ) : (
          <p>{t('readiness.none')}</p>
        ))}
      {files.map((file) => (
        <details key={file.buyer.id} className={s.file} open={isBuyer || files.length === 1}>
          <summary>
            {!isBuyer && <strong>{file.buyer.shortName}</strong>} <Summary file={file} />
          </summary>
          {file.items.length === 0 ? (
            <p>{t('readiness.nothingAsked')}</p>
          ) : (
            <ReadinessItems file={file} isOwn={isOwn} isBuyer={isBuyer} onChanged={() => void query.refetch()} />
          )}
        </details>
      ))}
    </Section>
  );
}

const NAMED = 2;

/** "5/7 · còn thiếu: Mẫu nhãn, Phiếu kiểm nghiệm" */
function Summary({ file }: { file: ReadinessFileFragment }) {
  const t = useText(words);
  const missing = file.items.filter(({ state }) => state === 'MISSING');
  const { met, required } = file;
  if (missing.length === 0) return <>{t('readiness.complete', { met, required })}</>;
  const first = missing
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
  const names = missing.length > NAMED ? t('readiness.missingMore', { names: first, count: missing.length - NAMED }) : first;
  return <>{t('readiness.missing', { met, required, names })}</>;
}
