import { useQuery } from '@apollo/client/react';
import { Button, Cluster, ConfirmDialog, LinkButton, Notice } from '@lienket/ui';
import { useState } from 'react';
import type { ImportPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { imports } from '../../shared/messages/vi/imports';
import { Counts, Problems } from './check-result';
import { ImportRevertDocument, ImportUndoDocument } from './import-operations';
import s from './imports.module.css';

/** Where one sees what came in. */
const placeOf = {
  PRODUCTS: { href: '/products?status=DRAFT', label: 'imports.seeProducts' },
  PRICES: { href: '/products/prices', label: 'imports.seePrices' },
  LOTS: { href: '/supply#lots', label: 'imports.seeLots' },
  CERTIFICATES: { href: '/certificates', label: 'imports.seeCertificates' },
} as const;

/** What went in, what stayed out, and the way back for a day. */
export function ImportOutcome({ batch }: { batch: ImportPartsFragment }) {
  const t = useText(imports);
  const f = useFormats();
  const [asking, setAsking] = useState(false);
  const form = useMutationForm(ImportRevertDocument, {
    form: `import-revert-${batch.id}`,
    pick: (data) => data.importRevert,
    stale: ['imports', 'myProducts', 'catalog', 'stockLots', 'supplyBoard', 'myCertificates'],
  });
  const revert = batch.availableActions.find(({ action }) => action === 'revert');
  return (
    <>
      <FormErrors form={form} />
      {batch.status === 'REVERTED' ? (
        <Undone id={batch.id} />
      ) : (
        <Notice tone="success" live title={t('imports.committed')}>
          {revert?.allowed && batch.undoUntil
            ? t('imports.undoUntil', { when: f.dateTime(batch.undoUntil) })
            : t('imports.undoOver')}
        </Notice>
      )}
      <Counts batch={batch} />
      {batch.withErrors > 0 && <Problems batch={batch} />}
      <Cluster>
        <LinkButton variant="primary" href={placeOf[batch.kind].href}>
          {t(placeOf[batch.kind].label)}
        </LinkButton>
        <LinkButton href={`/imports?kind=${batch.kind}`}>{t('imports.another')}</LinkButton>
        {revert?.allowed && <Button onClick={() => setAsking(true)}>{t('imports.undo')}</Button>}
      </Cluster>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('imports.undoAsk')}
        description={t('imports.undoAskDetail')}
        confirmLabel={t('imports.undoGo')}
        cancelLabel={t('imports.keep')}
        danger
        loading={form.busy}
        onConfirm={() => {
          void form.submit((clientKey) => ({ input: { clientKey, id: batch.id } })).then(() => setAsking(false));
        }}
      />
    </>
  );
}

function Undone({ id }: { id: string }) {
  const t = useText(imports);
  const f = useFormats();
  const undo = useQuery(ImportUndoDocument, { variables: { id } }).data?.importBatch?.undo;
  if (!undo) return null;
  return (
    <Notice tone={undo.kept.length > 0 ? 'warning' : 'success'} live title={t('imports.undone', { count: f.count(undo.undone) })}>
      {undo.kept.length > 0 && (
        <>
          <p>{t('imports.kept', { count: f.count(undo.kept.length) })}</p>
          <ul className={s.problems}>
            {undo.kept.map(({ row, name, reason }) => (
              <li key={row}>
                <b>{[t('imports.row', { row: String(row) }), name].filter(Boolean).join(' · ')}</b>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
