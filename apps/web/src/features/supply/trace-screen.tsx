import { useQuery } from '@apollo/client/react';
import { DemoMark, DescriptionList, EmptyState, Link, PageHeader, Section, Timeline } from '@lienket/ui';
import { useParams } from 'react-router';
import type { LotTraceQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { LotTraceDocument } from './supply.operations';
import s from './supply.module.css';

type Trace = NonNullable<LotTraceQuery['lotTrace']>;

/** Behind the QR code on a crate: for anybody, without signing in. */
export default function TraceScreen() {
  const t = useText(supply);
  const { code = '' } = useParams();
  const query = useQuery(LotTraceDocument, { variables: { code } });
  const trace = query.data?.lotTrace;
  return (
    <>
      <PageTitle>{trace ? t('trace.title', { code: trace.lotCode }) : t('supply.trace')}</PageTitle>
      <AsyncScreen
        query={query}
        skeleton="text"
        empty={({ lotTrace }) =>
          !lotTrace && <EmptyState wholePage title={t('trace.unknown')} detail={t('trace.unknownDetail')} />
        }
      >
        {({ lotTrace }) => <TracePage trace={lotTrace!} />}
      </AsyncScreen>
    </>
  );
}

function TracePage({ trace }: { trace: Trace }) {
  const t = useText(supply);
  const f = useFormats();
  useDemoMark(trace.isDemo);
  return (
    <div className={s.page}>
      <PageHeader
        mark={trace.isDemo && <DemoMark text={t('demo')} />}
        title={t('trace.title', { code: trace.lotCode })}
        meta={<span>{t('trace.of', { product: trace.product.nameVi, cooperative: trace.cooperativeName })}</span>}
      />
      {trace.photoUrl && <img className={s.photo} src={trace.photoUrl} alt={trace.product.nameVi} />}
      <DescriptionList
        columns={2}
        items={[
          {
            term: t('supply.product'),
            detail: <Link href={`/catalog/${trace.product.slug}`}>{trace.product.nameVi}</Link>,
          },
          ...(trace.gradeName ? [{ term: t('supply.grade'), detail: trace.gradeName }] : []),
          {
            term: t('trace.cooperative'),
            detail: <Link href={`/c/${trace.cooperativeSlug}`}>{trace.cooperativeName}</Link>,
          },
          { term: t('trace.address'), detail: trace.cooperativeAddress ?? '—' },
          ...(trace.origin ? [{ term: t('trace.origin'), detail: trace.origin }] : []),
          { term: t('trace.harvestedOn'), detail: f.date(trace.harvestedOn) },
          {
            term: t('trace.expiresOn'),
            detail: trace.expiresOn
              ? `${f.date(trace.expiresOn)}${trace.shelfLifeDays ? ` (${t('trace.shelfLife', { days: trace.shelfLifeDays })})` : ''}`
              : t('supply.noExpiry'),
          },
          {
            term: t('trace.standards'),
            detail: trace.standards.length ? trace.standards.join(', ') : t('trace.noStandards'),
          },
          ...(trace.gtin ? [{ term: t('trace.gtin'), detail: trace.gtin }] : []),
        ]}
      />
      <Section title={t('trace.stages')}>
        <Timeline
          label={t('trace.stages')}
          entries={trace.stages.map((stage, index) => ({
            id: `${index}`,
            at: f.date(stage.on),
            dateTime: stage.on,
            what: t(`stage.${stage.stage}`),
            detail: stage.placeCode ? `${stage.place} (${t('trace.placeCode', { code: stage.placeCode })})` : stage.place,
          }))}
        />
      </Section>
      <p className={s.soft}>{t('trace.note')}</p>
    </div>
  );
}
