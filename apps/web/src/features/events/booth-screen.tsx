import { useQuery } from '@apollo/client/react';
import { CardGrid, DescriptionList, EmptyState, Link, LinkButton, PageHeader, Section, Stack } from '@lienket/ui';
import { useParams } from 'react-router';
import { graphql } from '../../gql';
import type { BoothQuery } from '../../gql/graphql';
import { CatalogCard } from '../../shared/catalog/catalog-card';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { finding } from '../../shared/messages/vi/finding';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { ShareButton } from '../../shared/screen/share-button';
import { SlipForm } from './slip-form';

const BoothDocument = graphql(`
  query Booth($code: String!) {
    event(code: $code) {
      id
      code
      title
      heldOn
      booths {
        position
        title
        ownerUnitName
        owner {
          id
          slug
          name
        }
      }
    }
  }
`);

const BoothGoodsDocument = graphql(`
  query BoothGoods($slug: String!) {
    organizationPage(slug: $slug) {
      id
      products {
        ...CatalogCard
      }
    }
  }
`);

type Event = NonNullable<BoothQuery['event']>;
const words = { ...events, ...finding };

export default function BoothScreen() {
  const { code = '', position = '' } = useParams();
  const query = useQuery(BoothDocument, { variables: { code } });
  const boothOf = (data: BoothQuery) => data.event?.booths.find((booth) => String(booth.position) === position);
  return (
    <AsyncScreen query={query} skeleton="text" missing={(data) => !boothOf(data)}>
      {(data) => <BoothPage event={data.event!} booth={boothOf(data)!} />}
    </AsyncScreen>
  );
}

/** A place to show goods at the conference; the notice names few who stood there, and an unnamed one says so. */
function BoothPage({ event, booth }: { event: Event; booth: Event['booths'][number] }) {
  const t = useText(words);
  const f = useFormats();
  const title = booth.title ?? t('booth.title', { position: booth.position });
  const beside = (step: number) => event.booths.find(({ position }) => position === booth.position + step);
  const link = (step: number, label: string) => {
    const other = beside(step);
    return other && <LinkButton href={`/events/${event.code}/booths/${other.position}`}>{label}</LinkButton>;
  };
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        back={{ href: `/events/${event.code}`, label: event.title }}
        title={title}
        meta={t('events.heldOn', { day: f.date(event.heldOn) })}
        actions={
          <>
            {link(-1, t('booth.before'))}
            {link(1, t('booth.after'))}
            <ShareButton title={title} />
          </>
        }
      />
      <Stack gap="large">
        {booth.owner || booth.ownerUnitName ? (
          <DescriptionList
            items={[
              {
                term: t('booth.owner'),
                detail: booth.owner ? <Link href={`/c/${booth.owner.slug}`}>{booth.owner.name}</Link> : booth.ownerUnitName,
              },
            ]}
          />
        ) : (
          <EmptyState title={t('booth.unknown')} detail={t('booth.unknownDetail')} />
        )}
        <SlipForm code={event.code} position={booth.position} ownerOrgId={booth.owner?.id ?? null} />
        {booth.owner && <Goods slug={booth.owner.slug} />}
      </Stack>
    </>
  );
}

function Goods({ slug }: { slug: string }) {
  const t = useText(words);
  const query = useQuery(BoothGoodsDocument, { variables: { slug } });
  return (
    <Section title={t('booth.goods')}>
      <AsyncScreen
        query={query}
        skeleton="cards"
        empty={({ organizationPage }) => !organizationPage?.products.length && <p>{t('booth.noGoods')}</p>}
      >
        {({ organizationPage }) => (
          <CardGrid>
            {organizationPage!.products.map((item) => (
              <CatalogCard key={item.id} item={item} />
            ))}
          </CardGrid>
        )}
      </AsyncScreen>
    </Section>
  );
}
