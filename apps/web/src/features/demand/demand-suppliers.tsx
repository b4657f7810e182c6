import { useQuery } from '@apollo/client/react';
import { Checkbox, EmptyState, Link, LinkButton, Section, Table } from '@lienket/ui';
import { useState } from 'react';
import type { DemandPartsFragment, DemandSuggestionsQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { demand } from '../../shared/messages/vi/demand';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { DemandSuggestionsDocument } from './demand.operations';
import s from './demand.module.css';

type Suggestion = DemandSuggestionsQuery['demandSuggestions'][number];

/** Who answered and who else could supply; those ticked go into a request for quotation. */
export function DemandSuppliers({ post }: { post: DemandPartsFragment }) {
  const t = useText(demand);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (orgId: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(orgId);
    else next.delete(orgId);
    setChosen(next);
  };
  const invite = [...chosen].sort().join(',');
  return (
    <>
      {post.status !== 'DRAFT' && <Answers post={post} chosen={chosen} onChange={setChosen} />}
      <Section title={t('demandPage.suggestions')}>
        <p className={s.under}>{t('demandPage.suggestionsMeta')}</p>
        <Suggestions postId={post.id} chosen={chosen} onToggle={toggle} />
      </Section>
      <div className={s.ask}>
        <LinkButton
          variant={post.status === 'DRAFT' ? 'secondary' : 'primary'}
          href={`/rfqs/new?demand=${post.id}${invite && `&invite=${invite}`}`}
        >
          {chosen.size ? t('demandPage.askPriceOf', { count: chosen.size }) : t('demandPage.askPrice')}
        </LinkButton>
      </div>
    </>
  );
}

interface AnswersProps {
  post: DemandPartsFragment;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

function Answers({ post, chosen, onChange }: AnswersProps) {
  const t = useText(demand);
  const f = useFormats();
  const standing = post.answers.filter(({ withdrawnAt }) => !withdrawnAt);
  return (
    <Section title={t('demandPage.answers')} meta={standing.length > 0 ? f.count(standing.length) : undefined}>
      {standing.length === 0 ? (
        <EmptyState title={t('demandPage.noAnswers')} detail={t('demandPage.noAnswersDetail')} />
      ) : (
        <Table
          caption={t('demandPage.answers')}
          captionHidden
          rows={standing}
          rowKey={(row) => row.seller.id}
          selection={{
            selected: chosen,
            onChange,
            label: (row) => t('demandPage.choose', { name: row.seller.shortName }),
            allLabel: t('demandPage.chooseAll'),
          }}
          columns={[
            {
              key: 'seller',
              header: t('demandPage.seller'),
              primary: true,
              cell: (row) => <Link href={`/c/${row.seller.slug}`}>{row.seller.shortName}</Link>,
            },
            {
              key: 'product',
              header: t('demandPage.product'),
              cell: (row) => row.product && <Link href={`/catalog/${row.product.slug}`}>{row.product.nameVi}</Link>,
            },
            {
              key: 'qty',
              header: t('demandPage.offer'),
              numeric: true,
              width: 130,
              cell: (row) => f.quantity(row.weeklyQty, post.baseUnit),
            },
            { key: 'note', header: t('demandPage.note'), cell: (row) => row.note },
            { key: 'at', header: t('demandPage.at'), width: 160, cell: (row) => f.dateTime(row.answeredAt) },
          ]}
        />
      )}
    </Section>
  );
}

interface SuggestionsProps {
  postId: string;
  chosen: ReadonlySet<string>;
  onToggle: (orgId: string, on: boolean) => void;
}

function Suggestions({ postId, chosen, onToggle }: SuggestionsProps) {
  const t = useText(demand);
  const query = useQuery(DemandSuggestionsDocument, { variables: { id: postId } });
  return (
    <AsyncScreen
      query={query}
      count={3}
      empty={(data) => data.demandSuggestions.length === 0 && <EmptyState title={t('demandPage.noSuggestions')} />}
    >
      {({ demandSuggestions }) => (
        <ul className={s.suggestions}>
          {demandSuggestions.map((suggestion) => (
            <SuggestionLine
              key={suggestion.id}
              suggestion={suggestion}
              chosen={chosen.has(suggestion.seller.id)}
              onToggle={(on) => onToggle(suggestion.seller.id, on)}
            />
          ))}
        </ul>
      )}
    </AsyncScreen>
  );
}

interface LineProps {
  suggestion: Suggestion;
  chosen: boolean;
  onToggle: (on: boolean) => void;
}

function SuggestionLine({ suggestion, chosen, onToggle }: LineProps) {
  const t = useText(demand);
  const { seller, product, score, unknown, parts, missing } = suggestion;
  const value = (part: Suggestion['parts'][number]) =>
    part.value == null
      ? t('demandPage.partUnknown', { weight: part.weight })
      : t('demandPage.partOf', { value: part.value, weight: part.weight });
  return (
    <li className={s.suggestion}>
      <Checkbox
        labelHidden
        label={t('demandPage.choose', { name: seller.shortName })}
        checked={chosen}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <div className={s.supplier}>
        <p className={s.name}>
          <Link href={`/c/${seller.slug}`}>{seller.shortName}</Link>
          <Link href={`/catalog/${product.slug}`}>{product.nameVi}</Link>
        </p>
        {missing.length > 0 && <p className={s.missing}>{t('demandPage.missing', { names: missing.join(', ') })}</p>}
        <details className={s.why}>
          <summary>{t('demandPage.why')}</summary>
          <dl className={s.parts}>
            {parts.map((part) => (
              <div key={part.part} className={s.part}>
                <dt>{t(`matchPart.${part.part}`)}</dt>
                <dd>
                  {part.reason}
                  <span className={s.under}>{value(part)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      <p className={s.score}>
        <b>{t('demandPage.score', { score })}</b>
        {unknown > 0 && <span className={s.under}>{t('demandPage.unknown', { unknown })}</span>}
      </p>
    </li>
  );
}
