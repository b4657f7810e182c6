import { useQuery } from '@apollo/client/react';
import { DemoMark, DescriptionList, Link, PageHeader, Section, Split, StatusMark, Table } from '@lienket/ui';
import { useParams } from 'react-router';
import type { RfqPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { BuyerPart } from './buyer-part';
import { rfqTone } from './rfq-tone';
import { SellerPart } from './seller-part';
import { RfqDocument } from './sourcing.operations';
import s from './sourcing.module.css';

/** One request: what is asked, and what each side does with it. */
export default function RfqScreen() {
  const t = useText(sourcing);
  const { id = '' } = useParams();
  const query = useQuery(RfqDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{query.data?.rfq?.title ?? t('rfqs.title')}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.rfq}>
        {(data) => <RfqPage rfq={data.rfq!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

function RfqPage({ rfq, reload }: { rfq: RfqPageFragment; reload: () => void }) {
  const t = useText(sourcing);
  const f = useFormats();
  useDemoMark(rfq.isDemo);
  return (
    <>
      <PageHeader
        back={{ href: '/rfqs', label: t('rfq.back') }}
        mark={rfq.isDemo && <DemoMark text={t('demo')} />}
        title={rfq.title}
        meta={
          <>
            <StatusMark tone={rfqTone[rfq.status]}>{t(`rfqStatus.${rfq.status}`)}</StatusMark>
            <span>{rfq.number}</span>
            <span>{t('rfq.meta', { buyer: rfq.buyer.shortName })}</span>
            {rfq.deadlineAt && (
              <b>
                {t('rfq.deadline')} {f.dateTime(rfq.deadlineAt)}
                {rfq.status === 'OPEN' && `, ${f.due(rfq.deadlineAt)}`}
              </b>
            )}
          </>
        }
      />
      {rfq.side === 'BUYER' && <BuyerPart rfq={rfq} reload={reload} />}
      {rfq.side === 'SELLER' && <SellerPart rfq={rfq} reload={reload} />}
      <Split
        main={
          <Section title={t('rfq.lines')}>
            <RfqLines rfq={rfq} />
          </Section>
        }
        side={
          <Section title={t('rfq.facts')}>
            <RfqFacts rfq={rfq} />
          </Section>
        }
      />
    </>
  );
}

function RfqLines({ rfq }: { rfq: RfqPageFragment }) {
  const t = useText(sourcing);
  const f = useFormats();
  const decided = rfq.status === 'AWARDED' && rfq.side !== 'SELLER';
  return (
    <Table
      caption={t('rfq.lines')}
      captionHidden
      rows={rfq.lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'goods',
          header: t('rfqForm.goods'),
          primary: true,
          cell: (line) => (
            <span>
              {line.product ? <Link href={`/catalog/${line.product.slug}`}>{line.description}</Link> : line.description}
              <span className={s.under}>{[line.spec, line.note].filter(Boolean).join(' · ')}</span>
            </span>
          ),
        },
        {
          key: 'asked',
          header: t('rfq.asked'),
          numeric: true,
          cell: (line) => (
            <span>
              {f.quantity(line.askedQty, line.baseUnit)}
              {line.per !== 'TOTAL' && (
                <span className={s.under}>
                  {t(`rfq.rhythm${line.per}`, { qty: f.quantity(line.perQty, line.baseUnit), times: line.times })}
                </span>
              )}
            </span>
          ),
        },
        ...(decided
          ? [
              {
                key: 'awarded',
                header: t('rfq.awarded'),
                numeric: true,
                cell: (line: RfqPageFragment['lines'][number]) => f.quantity(line.awardedQty, line.baseUnit),
              },
            ]
          : []),
      ]}
    />
  );
}

function RfqFacts({ rfq }: { rfq: RfqPageFragment }) {
  const t = useText(sourcing);
  const f = useFormats();
  const items = [
    { term: t('rfq.basis'), detail: t(`rfqBasis.${rfq.basis}`) },
    rfq.deliveryPlace && { term: t('rfq.place'), detail: rfq.deliveryPlace },
    rfq.periodFrom &&
      rfq.periodTo && {
        term: t('rfq.period'),
        detail: t('rfq.periodOf', { from: f.date(rfq.periodFrom), to: f.date(rfq.periodTo) }),
      },
    rfq.note && { term: t('rfq.note'), detail: rfq.note },
    rfq.cancelReason && { term: t('rfq.cancelReason'), detail: rfq.cancelReason },
    rfq.files.length > 0 && {
      term: t('rfq.files'),
      detail: (
        <>
          {rfq.files.map((file) => (
            <Link key={file.id} href={`/files/${file.id}`} className={s.under}>
              {file.name}
            </Link>
          ))}
        </>
      ),
    },
  ].filter(Boolean) as { term: string; detail: string }[];
  return <DescriptionList items={items} />;
}
