import { useQuery } from '@apollo/client/react';
import { Link, LinkButton, Section } from '@lienket/ui';
import { graphql } from '../../gql';
import { useText } from '../../shared/i18n/use-text';
import { readiness as words } from '../../shared/messages/vi/readiness';
import { placeOfFact } from '../../shared/readiness/readiness-parts';
import s from './certificates.module.css';

const GapsDocument = graphql(`
  query ReadinessGaps {
    readinessGaps {
      code
      name
      kinds
      fact
      nextMover
      buyers
      products {
        id
        slug
        nameVi
      }
    }
  }
`);

const NAMED = 3;

/** "Còn thiếu 3 mục": what buyers ask for and the cooperative does not have yet, what most of them ask for first. */
export function ReadinessGaps() {
  const t = useText(words);
  const { data } = useQuery(GapsDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return null;
  const gaps = data.readinessGaps;
  const own = gaps.filter(({ nextMover }) => nextMover === 'SELLER').length;
  return (
    <Section title={t('readiness.gapsTitle', { count: own })} meta={gaps.length > 0 ? t('readiness.gapsLead') : undefined}>
      {gaps.length === 0 ? (
        <p>{t('readiness.gapsNone')}</p>
      ) : (
        <ul className={s.gaps}>
          {gaps.map((gap) => {
            const [first] = gap.products;
            const product = gap.products.length === 1 ? `&product=${first!.id}` : '';
            return (
              <li key={gap.code} className={s.gap}>
                <div>
                  <strong>{gap.name}</strong>
                  <span className={s.source}>
                    {t('readiness.gapAsked', { buyers: gap.buyers.join(', '), count: gap.products.length })}
                  </span>
                  <span className={s.source}>
                    {gap.products.slice(0, NAMED).map(({ id, slug, nameVi }, index) => (
                      <span key={id}>
                        {index > 0 && ', '}
                        <Link href={`/catalog/${slug}#readiness`}>{nameVi}</Link>
                      </span>
                    ))}
                    {gap.products.length > NAMED && ` +${gap.products.length - NAMED}`}
                  </span>
                </div>
                {gap.nextMover === 'ALLIANCE' ? (
                  <span className={s.source}>{t('readiness.gapWaits')}</span>
                ) : gap.kinds.length > 0 ? (
                  <LinkButton size="small" href={`/certificates?declare=${gap.kinds[0]}${product}`}>
                    {t('readiness.upload')}
                  </LinkButton>
                ) : (
                  <LinkButton size="small" href={placeOfFact(gap.fact ?? '', first!.id)}>
                    {t('readiness.fill')}
                  </LinkButton>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
