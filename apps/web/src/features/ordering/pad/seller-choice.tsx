import { useQuery } from '@apollo/client/react';
import { Combobox, Field, LinkButton, PageHeader, Section } from '@lienket/ui';
import { useNavigate } from 'react-router';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { OpenContractsDocument } from './pad.operations';
import { useComboboxLabels } from './use-pad-labels';
import { useSellerOptions } from './use-seller-options';
import s from './pad.module.css';

/** The first step of an order that comes from nowhere: whom to buy from, or which contract to draw on. */
export function SellerChoice() {
  const t = useText(ordering);
  const { date } = useFormats();
  const navigate = useNavigate();
  const labels = useComboboxLabels();
  const contracts = useQuery(OpenContractsDocument);
  const loadSellers = useSellerOptions();
  return (
    <>
      <PageHeader title={t('pad.title')} actions={<LinkButton href="/orders/templates">{t('pad.templates')}</LinkButton>} />
      <div className={s.seller}>
        <Field label={t('pad.chooseSeller')} hint={t('pad.sellerHint')}>
          <Combobox
            value={null}
            placeholder={t('pad.sellerPlaceholder')}
            loadOptions={loadSellers}
            labels={labels}
            onValueChange={(option) => option && void navigate(`/orders/new?seller=${encodeURIComponent(option.value)}`)}
          />
        </Field>
      </div>
      <Section title={t('pad.contracts')}>
        <AsyncScreen
          query={contracts}
          count={3}
          empty={(data) => data.contracts.edges.length === 0 && <p>{t('pad.contractsEmpty')}</p>}
        >
          {(data) => (
            <ul className={s.contracts}>
              {data.contracts.edges.map(({ node }) => (
                <li key={node.id} className={s.contract}>
                  <span>
                    <b>{node.number}</b>{' '}
                    <span className={s.small}>
                      {t('pad.contractUntil', { seller: node.seller.shortName, date: date(node.validTo) })}
                    </span>
                  </span>
                  <LinkButton size="small" href={`/orders/new?seller=${node.seller.id}&contract=${node.id}`}>
                    {t('pad.useContract')}
                  </LinkButton>
                </li>
              ))}
            </ul>
          )}
        </AsyncScreen>
      </Section>
    </>
  );
}
