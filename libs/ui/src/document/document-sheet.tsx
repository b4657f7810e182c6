import type { ReactNode } from 'react';
import s from './document-sheet.module.css';

export interface SheetSignature {
  key: string;
  /** "ĐẠI DIỆN BÊN A" */
  role: string;
  /** "(Ký, ghi rõ họ tên)" */
  note?: string;
  name?: ReactNode;
  /** How and when it was signed, when it was. */
  signed?: ReactNode;
}

export interface DocumentSheetProps {
  /** Name of the sheet for readers; the title is used when absent. */
  label?: string;
  /** Upper left: the issuing body, its superior above it, the number below. */
  headingLeft?: ReactNode;
  /** Upper right: the national name and motto, place and date below. */
  headingRight?: ReactNode;
  title: ReactNode;
  /** Under the title: what it is about. */
  subtitle?: ReactNode;
  children: ReactNode;
  signatures?: readonly SheetSignature[];
  /** Lower left, beside the signatures: receivers. */
  recipients?: ReactNode;
  /** Foot: code and fingerprint for checking. */
  footer?: ReactNode;
  /** Over the sheet: sample or draft. */
  mark?: string;
  landscape?: boolean;
}

/** Paper as an office expects it. Where one stands on a page, printing prints it and nothing else. */
export const DocumentSheet = (props: DocumentSheetProps) => {
  const { label, headingLeft, headingRight, title, subtitle, children, signatures, recipients, footer, mark, landscape } = props;
  return (
    <article className={s.sheet} data-print="alone" data-landscape={landscape || undefined} aria-label={label}>
      {mark && <p className={s.mark}>{mark}</p>}
      {(headingLeft || headingRight) && (
        <div className={s.heading}>
          <div className={s.left}>{headingLeft}</div>
          <div className={s.right}>{headingRight}</div>
        </div>
      )}
      <h2 className={s.title}>{title}</h2>
      {subtitle && <p className={s.subtitle}>{subtitle}</p>}
      <div className={s.body}>{children}</div>
      {(signatures || recipients) && (
        <div className={s.close}>
          {recipients && <div className={s.recipients}>{recipients}</div>}
          {signatures?.map((signature) => (
            <div key={signature.key} className={s.signature}>
              <p className={s.role}>{signature.role}</p>
              {signature.note && <p className={s.note}>{signature.note}</p>}
              <div className={s.space}>{signature.signed}</div>
              {signature.name && <p className={s.name}>{signature.name}</p>}
            </div>
          ))}
        </div>
      )}
      {footer && <footer className={s.footer}>{footer}</footer>}
    </article>
  );
};

/** A corner of an official paper: a plain line, a strong line with the short rule under it, a closing line. */
export const SheetHeading = ({ above, main, below }: { above?: ReactNode; main: ReactNode; below?: ReactNode }) => (
  <>
    {above && <p>{above}</p>}
    <p className={s.headingMain}>
      <span>{main}</span>
    </p>
    {below && <p className={s.headingBelow}>{below}</p>}
  </>
);

export interface SheetTableColumn<R> {
  key: string;
  header: ReactNode;
  cell: (row: R, index: number) => ReactNode;
  numeric?: boolean;
  center?: boolean;
  width?: string;
  footer?: ReactNode;
}

export interface SheetTableProps<R> {
  caption: string;
  columns: readonly SheetTableColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
}

/** A ruled table on a document sheet; its heading repeats on every printed page. */
export function SheetTable<R>({ caption, columns, rows, rowKey }: SheetTableProps<R>) {
  const align = (column: SheetTableColumn<R>) => (column.numeric ? s.numeric : column.center ? s.center : undefined);
  return (
    // On a phone the paper is wider than the screen: the table scrolls, reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={s.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={s.table}>
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} width={column.width} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} className={align(column)}>
                  {column.cell(row, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {columns.some((column) => column.footer !== undefined) && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={align(column)}>
                  {column.footer}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** A numbered or titled part of a document. */
export const SheetSection = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className={s.section}>
    <h2 className={s.sectionTitle}>{title}</h2>
    {children}
  </section>
);

/** "Bên A: …" lines: a name, a colon, what it is. */
export const SheetFacts = ({ items }: { items: readonly { term: string; detail: ReactNode }[] }) => (
  <dl className={s.facts}>
    {items.map((item) => (
      <div key={item.term}>
        <dt>{item.term}:</dt> <dd>{item.detail}</dd>
      </div>
    ))}
  </dl>
);
