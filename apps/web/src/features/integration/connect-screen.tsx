import { PageHeader, TabNav } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { connect } from '../../shared/messages/vi/connect';
import { PageTitle } from '../../shared/screen/page-title';
import { Deliveries } from './deliveries';
import { Endpoints } from './endpoints';
import { PartnerGuide } from './partner-guide';
import { Tokens } from './tokens';

const tabs = ['keys', 'webhooks', 'log', 'guide'] as const;

/** Where an organization lets its own programs in: keys, signed messages out, what became of them, and how to use it all. */
export default function ConnectScreen() {
  const t = useText(connect);
  const [params] = useSearchParams();
  const tab = tabs.find((name) => name === params.get('tab')) ?? 'keys';
  return (
    <>
      <PageTitle>{t('connect.title')}</PageTitle>
      <PageHeader
        back={{ href: '/organization', label: t('connect.back') }}
        title={t('connect.title')}
        meta={t('connect.hint')}
      />
      <TabNav
        label={t('connect.tabs')}
        items={tabs.map((name) => ({
          href: name === 'keys' ? '/connect' : `/connect?tab=${name}`,
          label: t(`connect.tab.${name}`),
          current: name === tab,
        }))}
      />
      {tab === 'keys' && <Tokens />}
      {tab === 'webhooks' && <Endpoints />}
      {tab === 'log' && <Deliveries />}
      {tab === 'guide' && <PartnerGuide />}
    </>
  );
}
