import { LinkButton } from '@lienket/ui';
import { FileSpreadsheet } from 'lucide-react';
import { useText } from '../i18n/use-text';
import { imports } from '../messages/vi/imports';

interface ExportButtonProps {
  /** The list's name at /exports. */
  list: string;
  /** The filters as they stand in the screen's address, so that the file holds what is seen. */
  filter?: URLSearchParams | Record<string, string>;
}

/** The list as a spreadsheet, with the same filters. */
export function ExportButton({ list, filter = {} }: ExportButtonProps) {
  const t = useText(imports);
  const query = new URLSearchParams(filter).toString();
  return (
    <LinkButton icon={<FileSpreadsheet />} href={`/exports/${list}.xlsx${query && `?${query}`}`}>
      {t('export.excel')}
    </LinkButton>
  );
}
