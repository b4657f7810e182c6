import { formatDateVi } from '@lienket/domain';
import { declareNotice } from '../../platform/notices/index.js';

export const reportPrepared = declareNotice<{ id: string; asOf: string }>({
  kind: 'report.prepared',
  group: 'AGREEMENTS',
  to: ['ALLIANCE_LEADER'],
  vi: ({ asOf }) => `Dự thảo báo cáo tiến độ đến ${formatDateVi(asOf)} chờ ban hành.`,
  en: ({ asOf }) => `The draft report on progress up to ${formatDateVi(asOf)} waits to be issued.`,
  link: ({ id }) => `/reports/${id}`,
});
