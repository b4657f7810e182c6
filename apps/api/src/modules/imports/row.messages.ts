import type { Messages } from '../../platform/graphql/refusal.js';

export type ImportRowRefusal =
  | { readonly code: 'KEY_MISSING' }
  | { readonly code: 'KEY_TWICE'; readonly row: number }
  | { readonly code: 'PRODUCT_UNKNOWN' }
  | { readonly code: 'PRODUCT_HAS_TIERS' }
  | { readonly code: 'CANNOT_CHANGE_LATER' }
  | { readonly code: 'BASES_DIFFER' }
  | { readonly code: 'GROUP_HAS_ERRORS'; readonly row: number };

/** What is wrong with a row as such; what is wrong with a value is said by the thing's own rules. */
export const importRowMessages: Messages<ImportRowRefusal> = {
  KEY_MISSING: {
    vi: () => 'Thiếu mã hàng nên không biết dòng này là sản phẩm nào. Hãy đặt cho mỗi sản phẩm một mã, ví dụ NA01.',
    en: () => 'Without a code nobody knows which product this row is. Give each product a code, such as NA01.',
  },
  KEY_TWICE: {
    vi: ({ row }) => `Mã này đã có ở dòng ${row}. Hãy giữ một dòng và xoá dòng kia.`,
    en: ({ row }) => `This code already stands in row ${row}. Keep one row and delete the other.`,
  },
  PRODUCT_UNKNOWN: {
    vi: () => 'Bạn không có sản phẩm nào mang mã này. Hãy kiểm tra lại mã hoặc thêm sản phẩm trước.',
    en: () => 'You have no product with this code. Check the code or add the product first.',
  },
  PRODUCT_HAS_TIERS: {
    vi: () => 'Sản phẩm này có nhiều bậc giá. Hãy để trống ô này và đổi giá bằng tệp "Bảng giá".',
    en: () => 'This product has several price tiers. Leave this empty and change them with the "Prices" file.',
  },
  CANNOT_CHANGE_LATER: {
    vi: () => 'Điều này không đổi được sau khi đã tạo sản phẩm. Hãy để trống ô, hoặc tạo sản phẩm mới với mã khác.',
    en: () => 'This cannot change once the product exists. Leave the cell empty, or add a new product under another code.',
  },
  BASES_DIFFER: {
    vi: () => 'Các bậc giá của một sản phẩm phải giao tại cùng một nơi. Hãy ghi giống nhau ở mọi dòng.',
    en: () => 'The tiers of one product share one basis. Write the same in each row.',
  },
  GROUP_HAS_ERRORS: {
    vi: ({ row }) => `Dòng ${row} của cùng sản phẩm còn lỗi. Hãy sửa dòng đó, giá sẽ được nhập cùng nhau.`,
    en: ({ row }) => `Row ${row} of the same product has an error. Mend it: the prices go in together.`,
  },
};
