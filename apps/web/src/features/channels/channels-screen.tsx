import { useQuery } from '@apollo/client/react';
import { Button, Dialog, EmptyState, Field, LinkButton, PageHeader, Section, Select, Stack, TextInput, toast } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import type { MyChannelsQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { channels } from '../../shared/messages/vi/channels';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { ChannelCard } from './channel-card';
import { ChannelAddDocument, MyChannelsDocument } from './channels.operations';

/** The cooperative's products on retail platforms. */
export default function ChannelsScreen() {
  const t = useText(channels);
  const [params] = useSearchParams();
  const productId = params.get('product');
  const [adding, setAdding] = useState(false);
  const query = useQuery(MyChannelsDocument, { variables: { productId } });
  const listings = query.data?.myChannels ?? [];
  useDemoMark(listings.some(({ isDemo }) => isDemo));
  const products = [...new Map(listings.map((one) => [one.productId, one.productName]))];
  return (
    <>
      <PageTitle>{t('channels.title')}</PageTitle>
      <PageHeader
        title={t('channels.title')}
        meta={t('channels.meta')}
        actions={
          <>
            <ExportButton list="channels" filter={{ product: productId }} />
            <Button variant="primary" onClick={() => setAdding(true)}>
              {t('channels.add')}
            </Button>
          </>
        }
      />
      {productId && (
        <LinkButton variant="quiet" size="small" href="/channels">
          {t('channels.all')}
        </LinkButton>
      )}
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.myChannels.length === 0 && <EmptyState title={t('channels.empty')} detail={t('channels.emptyDetail')} />
        }
      >
        {({ myChannels }) =>
          products.map(([id, name]) => (
            <Section key={id} title={name}>
              <Stack>
                {myChannels
                  .filter((one) => one.productId === id)
                  .map((listing) => (
                    <ChannelCard key={listing.id} listing={listing} />
                  ))}
              </Stack>
            </Section>
          ))
        }
      </AsyncScreen>
      {query.data && adding && <AddDialog data={query.data} productId={productId} onClose={() => setAdding(false)} />}
    </>
  );
}

interface AddDialogProps {
  data: MyChannelsQuery;
  productId: string | null;
  onClose: () => void;
}

function AddDialog({ data, productId, onClose }: AddDialogProps) {
  const t = useText(channels);
  const [values, setValues] = useState({ productId: productId ?? '', platformCode: '', url: '' });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const form = useMutationForm(ChannelAddDocument, {
    form: 'channel-add',
    pick: (answer) => answer.channelAdd,
    stale: ['myChannels'],
    onDone: () => {
      toast.success(t('channels.added'));
      onClose();
    },
  });
  const required = t('form.required');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { productId: product, platformCode, url } = values;
    if (!form.check({ productId: product ? null : required, platformCode: platformCode ? null : required })) return;
    void form.submit((clientKey) => ({ input: { clientKey, productId: product, platformCode, url: url.trim() || null } }));
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('channels.addTitle')} closeLabel={t('action.close')}>
      <form noValidate onSubmit={send}>
        <Stack>
          <FormErrors form={form} />
          <Field id="productId" label={t('channels.product')} error={form.errorOf('productId')} required>
            <Select
              value={values.productId}
              placeholder={t('channels.chooseProduct')}
              options={data.myProducts.edges.map(({ node }) => ({ value: node.id, label: node.nameVi }))}
              onChange={(event) => set({ productId: event.target.value })}
            />
          </Field>
          <Field id="platformCode" label={t('channels.platform')} error={form.errorOf('platformCode')} required>
            <Select
              value={values.platformCode}
              placeholder={t('channels.choosePlatform')}
              options={data.channelPlatforms.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(event) => set({ platformCode: event.target.value })}
            />
          </Field>
          <Field
            id="url"
            label={t('channels.url')}
            hint={t('channels.urlHint')}
            optionalText={t('state.optional')}
            error={form.errorOf('url')}
          >
            <TextInput
              type="url"
              inputMode="url"
              maxLength={500}
              value={values.url}
              onChange={(event) => set({ url: event.target.value })}
            />
          </Field>
          <div>
            <Button type="submit" variant="primary" loading={form.busy}>
              {t('channels.add')}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
