import { useMutation } from '@apollo/client/react';
import { Button, ConfirmDialog, Link, LinkButton, Section, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { ShortlistPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';
import { ExportButton } from '../../shared/screen/export-button';
import { useSession } from '../../shared/session/session';
import { CompareButton } from '../../shared/shortlist/keep-button';
import { ShortlistsDocument, useShortlist } from '../../shared/shortlist/use-shortlist';
import s from './shortlist.module.css';

const ShortlistNoteDocument = graphql(`
  mutation ShortlistNote($input: ShortlistItemInput!) {
    shortlistNote(input: $input) {
      ...ShortlistParts
      ...RefusalParts
    }
  }
`);

const ShortlistRemoveDocument = graphql(`
  mutation ShortlistRemove($input: ShortlistRemoveInput!) {
    shortlistRemove(input: $input) {
      ... on Removed {
        id
      }
      ...RefusalParts
    }
  }
`);

/** One list: its products with a note each, and what can be done with all of them. */
export function ShortlistView({ list }: { list: ShortlistPartsFragment }) {
  const t = useText(finding);
  const { me } = useSession();
  const [remove] = useMutation(ShortlistRemoveDocument, { refetchQueries: [ShortlistsDocument] });
  const [asking, setAsking] = useState(false);
  const onSale = list.items.flatMap(({ product }) => (product ? [product] : []));
  const sellers = [...new Map(onSale.map(({ cooperative }) => [cooperative.id, cooperative])).values()];
  const ids = onSale.map(({ id }) => id);
  return (
    <Section
      title={list.name}
      meta={t('keep.count', { count: list.items.length })}
      actions={list.items.length > 0 && <ExportButton list="shortlist" filter={{ list: list.id }} />}
    >
      <ul className={s.items}>
        {list.items.map((item) => (
          <Item key={item.productId} item={item} listId={list.id} />
        ))}
      </ul>
      <div className={s.actions}>
        {ids.length > 1 && (
          <LinkButton href={`/compare?ids=${ids.slice(0, 4).join(',')}`}>
            {t('keep.compare', { count: Math.min(4, ids.length) })}
          </LinkButton>
        )}
        {me?.workplace === 'BUYER' && ids.length > 0 && (
          <>
            <LinkButton variant="primary" href={`/rfqs/new?products=${ids.join(',')}`}>
              {t('keep.rfq')}
            </LinkButton>
            {sellers.length > 1 && (
              <LinkButton
                href={`/orders/new?seller=${sellers[0]!.id}&also=${sellers
                  .slice(1, 20)
                  .map(({ id }) => id)
                  .join(',')}&products=${ids.join(',')}`}
              >
                {t('keep.orderAll', { count: sellers.length })}
              </LinkButton>
            )}
            {sellers.map((seller) => (
              <LinkButton
                key={seller.id}
                href={`/orders/new?seller=${seller.id}&products=${onSale
                  .filter(({ cooperative }) => cooperative.id === seller.id)
                  .map(({ id }) => id)
                  .join(',')}`}
              >
                {t('keep.order', { seller: seller.name })}
              </LinkButton>
            ))}
          </>
        )}
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {t('keep.remove')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('keep.removeAsk', { name: list.name })}
        description={t('keep.removeDetail')}
        confirmLabel={t('keep.remove')}
        cancelLabel={t('action.cancel')}
        danger
        onConfirm={() => {
          setAsking(false);
          void remove({ variables: { input: { clientKey: crypto.randomUUID(), id: list.id } } }).catch(() =>
            toast.error(t('error.title')),
          );
        }}
      />
    </Section>
  );
}

function Item({ item, listId }: { item: ShortlistPartsFragment['items'][number]; listId: string }) {
  const t = useText(finding);
  const f = useFormats();
  const { toggle } = useShortlist();
  const [note, setNote] = useState(item.note ?? '');
  const [save] = useMutation(ShortlistNoteDocument);
  const { product } = item;
  const keep = () => {
    if (note.trim() === (item.note ?? '')) return;
    void save({ variables: { input: { clientKey: crypto.randomUUID(), shortlistId: listId, productId: item.productId, note } } })
      .then(({ data }) =>
        data?.shortlistNote.__typename === 'Shortlist'
          ? toast.success(t('keep.noteSaved'))
          : toast.error(data!.shortlistNote.message),
      )
      .catch(() => toast.error(t('error.title')));
  };
  return (
    <li className={s.item}>
      <div>
        <p className={s.name}>{product ? <Link href={`/catalog/${product.slug}`}>{item.productName}</Link> : item.productName}</p>
        <p className={s.quiet}>
          {product
            ? [
                product.cooperative.name,
                product.cooperative.communeName,
                product.priceFrom != null && product.priceTo != null
                  ? `${f.vndRange(product.priceFrom, product.priceTo)} / ${product.baseUnit}`
                  : null,
              ]
                .filter(Boolean)
                .join(' · ')
            : t('keep.gone')}
        </p>
      </div>
      <TextInput
        aria-label={t('keep.note', { name: item.productName })}
        placeholder={t('keep.noteHint')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
        onBlur={keep}
      />
      <div>
        {product && <CompareButton product={{ id: product.id, name: product.nameVi }} />}
        <Button
          size="small"
          variant="quiet"
          aria-label={t('keep.takeOutNamed', { name: item.productName })}
          onClick={() => toggle(item.productId)}
        >
          {t('keep.takeOut')}
        </Button>
      </div>
    </li>
  );
}
