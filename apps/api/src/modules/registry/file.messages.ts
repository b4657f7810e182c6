import type { Messages } from '../../platform/graphql/refusal.js';

export type FileRefusal =
  | { readonly code: 'FILE_MISSING' }
  | { readonly code: 'FILE_TOO_LARGE' }
  | { readonly code: 'FILE_KIND_NOT_ALLOWED' }
  | { readonly code: 'PICTURE_NOT_READABLE' };

export const fileMessages: Messages<FileRefusal> = {
  FILE_MISSING: {
    vi: () => 'Hãy chọn một tệp để tải lên.',
    en: () => 'Choose a file to upload.',
    field: 'file',
  },
  FILE_TOO_LARGE: {
    vi: () => 'Tệp lớn quá 10 MB. Hãy chọn ảnh nhỏ hơn hoặc quét lại với độ phân giải thấp hơn.',
    en: () => 'The file is larger than 10 MB. Choose a smaller picture or scan at a lower resolution.',
    field: 'file',
  },
  FILE_KIND_NOT_ALLOWED: {
    vi: () => 'Chỉ nhận ảnh JPEG, PNG, WebP hoặc tệp PDF. Tệp này không phải một trong các loại đó.',
    en: () => 'Only JPEG, PNG and WebP pictures and PDF files are accepted. This file is none of these.',
    field: 'file',
  },
  PICTURE_NOT_READABLE: {
    vi: () => 'Không mở được ảnh này: ảnh hỏng hoặc lớn quá 24 triệu điểm ảnh. Hãy chụp lại hoặc chọn ảnh khác.',
    en: () => 'This picture cannot be opened: it is damaged or larger than 24 megapixels. Take it again or choose another.',
    field: 'file',
  },
};
