import { useQuery } from '@apollo/client/react';
import { assess, formatScore, parseScore } from '@lienket/domain';
import {
  Button,
  EmptyState,
  Field,
  FieldRow,
  Figure,
  Figures,
  NumberInput,
  PageHeader,
  Section,
  Select,
  toast,
} from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import type { OcopSheetFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { ocop as words } from '../../shared/messages/vi/ocop';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { CertificateKindsDocument } from './certificate-operations';
import s from './certificates.module.css';

export const OcopSheetParts = graphql(`
  fragment OcopSheet on OcopSelfAssessment {
    productId
    name
    source
    bands {
      stars
      from
    }
    parts {
      code
      name
      points
      got
      items {
        code
        name
        points
        given
      }
    }
    version
  }
`);

const OcopDocument = graphql(`
  query OcopSelfAssessment($productId: ID!) {
    ocopSelfAssessment(productId: $productId) {
      ...OcopSheet
    }
  }
`);

const AssessDocument = graphql(`
  mutation OcopAssess($input: OcopAssessInput!) {
    ocopAssess(input: $input) {
      ...OcopSheet
      ...RefusalParts
    }
  }
`);

/** A product scored by its own people before they apply: the sum, the band, and where points are left. */
export default function OcopScreen() {
  const t = useText(words);
  const [params, setParams] = useSearchParams();
  const productId = params.get('product') ?? '';
  const { data } = useQuery(CertificateKindsDocument);
  const query = useQuery(OcopDocument, { variables: { productId }, skip: !productId });
  return (
    <>
      <PageTitle>{t('ocop.title')}</PageTitle>
      <PageHeader back={{ href: '/certificates', label: t('ocop.back') }} title={t('ocop.title')} meta={t('ocop.lead')} />
      <Field label={t('ocop.product')} id="product">
        <Select
          value={productId}
          placeholder={t('ocop.choose')}
          options={data?.myProducts.edges.map(({ node }) => ({ value: node.id, label: node.nameVi })) ?? []}
          onChange={(event) => setParams({ product: event.target.value }, { replace: true })}
        />
      </Field>
      {productId ? (
        <AsyncScreen query={query} count={3}>
          {({ ocopSelfAssessment: sheet }) => (
            <Sheet key={`${sheet.productId} ${sheet.version}`} sheet={sheet} onReload={() => void query.refetch()} />
          )}
        </AsyncScreen>
      ) : (
        <EmptyState title={t('ocop.chooseFirst')} />
      )}
    </>
  );
}

const NAMED = 2;

function Sheet({ sheet, onReload }: { sheet: OcopSheetFragment; onReload: () => void }) {
  const t = useText(words);
  const items = sheet.parts.flatMap((part) => part.items);
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(items.map(({ code, given }) => [code, given === 0 ? '' : formatScore(given)])),
  );
  const pointsOf = (code: string): number => {
    const read = parseScore(typed[code] || '0');
    return read.ok ? read.value : 0;
  };
  const result = assess(sheet, Object.fromEntries(items.map(({ code }) => [code, pointsOf(code)])), sheet.bands);
  const form = useMutationForm(AssessDocument, {
    form: `ocop-${sheet.productId}`,
    pick: (data) => data.ocopAssess,
    onDone: () => {
      toast.success(t('ocop.saved'));
      onReload();
    },
  });
  const wrong = ({ code, points }: { code: string; points: number }) => {
    const read = parseScore(typed[code] || '0');
    return read.ok && read.value <= points ? null : t('ocop.notValid', { points: formatScore(points) });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!form.check(Object.fromEntries(items.map((item) => [item.code, wrong(item)])))) return;
    const points = items.map(({ code }) => ({ code, points: pointsOf(code) }));
    void form.submit((clientKey) => ({ input: { clientKey, productId: sheet.productId, version: sheet.version, points } }));
  };
  const nameOf = (code: string) => items.find((item) => item.code === code)!.name;
  return (
    <form className={s.sheet} noValidate onSubmit={save} aria-label={t('ocop.title')}>
      <FormErrors form={form} />
      <Figures>
        <Figure label={t('ocop.total')} value={formatScore(result.total)} />
        <Figure
          label={t('ocop.band', { stars: result.stars })}
          value={
            result.next ? t('ocop.next', { lacking: formatScore(result.next.lacking), stars: result.next.stars }) : t('ocop.top')
          }
        />
      </Figures>
      {result.gaps.length > 0 && (
        <p>
          {t('ocop.gaps', {
            names: result.gaps
              .slice(0, NAMED)
              .map(({ code }) => nameOf(code))
              .join(', '),
          })}
        </p>
      )}
      {sheet.parts.map((part, index) => (
        <Section
          key={part.code}
          title={t('ocop.part', { code: part.code, name: part.name })}
          meta={t('ocop.partPoints', { got: formatScore(result.parts[index]!.got), points: formatScore(part.points) })}
        >
          <FieldRow>
            {part.items.map((item) => (
              <Field
                key={item.code}
                id={item.code}
                label={t('ocop.points', { name: item.name, points: formatScore(item.points) })}
                error={form.errorOf(item.code)}
              >
                <NumberInput
                  value={typed[item.code] ?? ''}
                  onChange={(event) => setTyped((all) => ({ ...all, [item.code]: event.target.value }))}
                />
              </Field>
            ))}
          </FieldRow>
        </Section>
      ))}
      <div className={s.buttons}>
        <Button type="submit" variant="primary" loading={form.busy}>
          {t('ocop.save')}
        </Button>
      </div>
      <p className={s.source}>{t('ocop.source', { source: sheet.source })}</p>
      <ConflictDialog form={form} onReload={onReload} />
    </form>
  );
}
