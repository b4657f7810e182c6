import type { PaperParty } from '../../platform/documents/index.js';
import { type OrganizationOnPaper, taxCodeOnPaper } from '../registry/index.js';

export { type OrganizationOnPaper, organizationOnPaperSql } from '../registry/index.js';

export const paperParty = (title: string, { kind, ...org }: OrganizationOnPaper): PaperParty => ({
  ...org,
  title,
  taxCode: taxCodeOnPaper({ kind, taxCode: org.taxCode }),
});
