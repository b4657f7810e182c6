import { Button, Menu, type MenuItem } from '@lienket/ui';
import { FileSpreadsheet, FileText } from 'lucide-react';
import { useText } from '../i18n/use-text';
import { imports } from '../messages/vi/imports';
import { useSession } from '../session/session';

interface ExportButtonProps {
  /** The list's name at /exports. */
  list: string;
  /** The filters of the screen; what is not chosen is left out, so that the file holds what is seen. */
  /** What the button says, where a screen gives two lists. */
  label?: string;
  filter?: URLSearchParams | Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;
}

/** The two files of a list as items of a menu; none for whoever may not take it away. */
export function useExportItems({ list, filter = {} }: Omit<ExportButtonProps, 'label'>): MenuItem[] {
  const t = useText(imports);
  const { me } = useSession();
  // Whoever acts in another's name takes no lists away: the door is closed there.
  if (me?.standIn) return [];
  const query = (filter instanceof URLSearchParams ? filter : paramsOf(filter)).toString();
  const href = (format: 'xlsx' | 'csv') => `/exports/${list}.${format}${query && `?${query}`}`;
  return [
    { key: 'xlsx', icon: <FileSpreadsheet />, label: t('export.excel'), hint: t('export.excelHint'), href: href('xlsx') },
    { key: 'csv', icon: <FileText />, label: t('export.csv'), hint: t('export.csvHint'), href: href('csv') },
  ];
}

/** The list as a spreadsheet, with the same filters: for Excel, or as plain text for another program. */
export function ExportButton({ label, ...asked }: ExportButtonProps) {
  const t = useText(imports);
  const items = useExportItems(asked);
  if (items.length === 0) return null;
  return <Menu trigger={<Button icon={<FileSpreadsheet />}>{label ?? t('export.file')}</Button>} items={items} />;
}

function paramsOf(filter: Exclude<ExportButtonProps['filter'], URLSearchParams | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    const text = Array.isArray(value) ? value.join(',') : value === null || value === undefined ? '' : String(value);
    if (text) params.set(key, text);
  }
  return params;
}
