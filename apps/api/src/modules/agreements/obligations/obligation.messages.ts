import type { ObligationRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import type { ObligationTermRefusal } from './obligation-terms.js';

export type ObligationActRefusal = ObligationRefusal | { readonly code: 'RESULT_MISSING' };

export const obligationMessages: Messages<ObligationTermRefusal> = {
  OBLIGATION_TITLE_MISSING: {
    vi: () => 'Hãy ghi việc cần làm, tối đa 300 ký tự.',
    en: () => 'Say what is to be done, at most 300 characters.',
  },
  OBLIGED_NOT_A_PARTY: {
    vi: () => 'Việc phải giao cho một bên của biên bản; bên chứng kiến không có nghĩa vụ.',
    en: () => 'A duty binds one of the parties; a witness has none.',
  },
  TOO_MANY_OBLIGATIONS: {
    vi: () => 'Một biên bản có tối đa 50 việc.',
    en: () => 'A memorandum has at most 50 duties.',
  },
};

export const obligationActMessages: Messages<ObligationActRefusal> = {
  RESULT_MISSING: {
    vi: () => 'Hãy chọn kết quả: đạt, đạt một phần hoặc chưa đạt.',
    en: () => 'Choose the result: met, partly met or not met.',
    field: 'result',
  },
  NOT_THE_OBLIGED_PARTY: {
    vi: () => 'Chỉ bên được giao việc báo kết quả.',
    en: () => 'Only the party that has the duty reports on it.',
  },
  OWN_CLAIM: {
    vi: () => 'Bên được giao việc không tự xác nhận. Hãy chờ bên kia.',
    en: () => 'The party that has the duty cannot confirm its own report. Wait for the other side.',
  },
  NOTHING_CLAIMED: {
    vi: () => 'Chưa có báo cáo nào chờ xác nhận.',
    en: () => 'No report is waiting to be confirmed.',
  },
  EVIDENCE_MISSING: {
    vi: () => 'Hãy đính kèm tệp minh chứng: ảnh, biên bản hoặc văn bản.',
    en: () => 'Attach the evidence: a photo, minutes or a letter.',
    field: 'fileId',
  },
  CLAIM_WAITS: {
    vi: () => 'Báo cáo trước còn chờ bên kia xác nhận.',
    en: () => 'The earlier report still waits for the other side.',
  },
};
