import { Trash2 } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Button } from '../button/button';
import { Combobox } from '../combobox/combobox';
import { DateField } from '../date-field/date-field';
import { Field } from '../field/field';
import { NumberInput, TextInput } from '../field/inputs';
import { noChange, patchOf, valueFromText } from './grid-changes';
import { isEditable, optionsOf, textOf, type GridColumn, type GridRowBase, type OrderGridProps } from './grid-types';
import { NearCard } from './near-card';
import { RowMessages } from './row-messages';
import { cellText } from './sheet-row';
import type { GridHistory } from './use-grid-history';
import s from './order-grid.module.css';

const drawnWhole = 40;
const drawDelay = 150;

interface CardsProps<R extends GridRowBase> extends OrderGridProps<R> {
  history: GridHistory<R>;
  remove: (row: R, index: number) => void;
}

/** The same rows on a phone: one card each, with labelled fields. */
export function Cards<R extends GridRowBase>(props: CardsProps<R>) {
  const { label, columns, rows, messages = {}, canRemoveRows, cardTitle, labels, locale, goTo, history, remove } = props;
  const visit = useRef(0);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    const card = [...(list.current?.children ?? [])].find((item) => (item as HTMLElement).dataset.rowId === goTo?.rowId);
    if (!card || !goTo) return;
    card.scrollIntoView?.({ block: 'center' });
    // A card from afar is drawn once it has come into sight.
    const timer = setTimeout(() => card.querySelector<HTMLElement>('[aria-invalid], input')?.focus(), drawDelay);
    return () => clearTimeout(timer);
  }, [goTo]);

  const write = (row: R, fields: Partial<R>, mergeKey?: string) => {
    const patch = patchOf(row, fields);
    if (patch) history.commit({ ...noChange<R>(), patches: [patch] }, 'edit', mergeKey);
  };

  return (
    <ol className={s.cards} aria-label={label} ref={list}>
      {rows.map((row, index) => {
        const said = messages[row.id] ?? [];
        const saidId = `${row.id}-said`;
        return (
          <NearCard key={row.id} rowId={row.id} lazy={rows.length > drawnWhole}>
            {() => (
              <>
                <div className={s.cardHead}>
                  <h3 className={s.cardTitle}>{cardTitle?.(row, index) ?? `${labels.rowNumber} ${index + 1}`}</h3>
                  {canRemoveRows && (
                    <Button
                      variant="quiet"
                      aria-label={labels.removeRow(index + 1)}
                      icon={<Trash2 />}
                      onClick={() => remove(row, index)}
                    />
                  )}
                </div>
                <div className={s.cardFields}>
                  {columns.map((column) => (
                    <CardField
                      key={column.key}
                      column={column}
                      row={row}
                      labels={labels}
                      locale={locale}
                      describedBy={said.length ? saidId : undefined}
                      invalid={said.some((message) => message.columnKey === column.key && message.tone === 'danger')}
                      onEnter={() => (visit.current += 1)}
                      onLive={(fields) => write(row, fields, `${row.id}:${column.key}:${visit.current}`)}
                    />
                  ))}
                </div>
                {said.length > 0 && <RowMessages id={saidId} messages={said} />}
              </>
            )}
          </NearCard>
        );
      })}
    </ol>
  );
}

interface CardFieldProps<R extends GridRowBase> extends Pick<OrderGridProps<R>, 'labels' | 'locale'> {
  column: GridColumn<R>;
  row: R;
  describedBy?: string;
  invalid: boolean;
  onEnter: () => void;
  onLive: (fields: Partial<R>) => void;
}

function CardField<R extends GridRowBase>({
  column,
  row,
  labels,
  locale,
  describedBy,
  invalid,
  onEnter,
  onLive,
}: CardFieldProps<R>) {
  const id = useId();
  const held = textOf(row, column.key);
  if (!isEditable(column, row)) {
    const shown = cellText(column, row);
    return shown ? (
      <div className={s.cardFact}>
        <span className={s.cardTerm}>{column.header}</span>
        <span className={column.kind === 'number' || column.align === 'end' ? s.cardFigure : undefined}>{shown}</span>
      </div>
    ) : null;
  }
  const common = {
    id,
    placeholder: column.placeholder,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    onFocus: onEnter,
  };
  const type = (text: string) => onLive(valueFromText(column, row, text));
  return (
    <Field label={column.header} id={id} className={column.kind === 'number' ? undefined : s.wholeLine}>
      {column.kind === 'combobox' ? (
        <Combobox
          id={id}
          aria-describedby={describedBy}
          placeholder={column.placeholder}
          value={column.selected ? column.selected(row) : held ? { value: held, label: held } : null}
          options={optionsOf(column, row)}
          loadOptions={column.loadOptions}
          labels={labels.combobox}
          onValueChange={(option) =>
            onLive(column.pick ? column.pick(row, option) : ({ [column.key]: option?.value ?? '' } as Partial<R>))
          }
        />
      ) : column.kind === 'date' ? (
        <DateField
          id={id}
          aria-describedby={describedBy}
          value={held}
          onValueChange={(day) => onLive({ [column.key]: day } as Partial<R>)}
          locale={locale}
          labels={labels.date}
        />
      ) : column.kind === 'number' ? (
        <NumberInput {...common} value={held} onChange={(event) => type(event.target.value)} />
      ) : (
        <TextInput {...common} value={held} onChange={(event) => onLive({ [column.key]: event.target.value } as Partial<R>)} />
      )}
    </Field>
  );
}
