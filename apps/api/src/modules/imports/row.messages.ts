import type { Messages } from '../../platform/graphql/refusal.js';

export type ImportRowRefusal =
  | { readonly code: 'KEY_MISSING' }
  | { readonly code: 'KEY_TWICE'; readonly row: number }
  | { readonly code: 'PRODUCT_UNKNOWN' }
  | { readonly code: 'PRODUCT_HAS_TIERS' }
  | { readonly code: 'CANNOT_CHANGE_LATER' }
  | { readonly code: 'LOT_CODE_MISSING' }
  | { readonly code: 'GRADE_UNKNOWN'; readonly grades: readonly string[] }
  | { readonly code: 'PLACE_UNKNOWN'; readonly places: readonly string[] }
  | { readonly code: 'LOT_FIXED' }
  | { readonly code: 'LOT_QUANTITY_USED'; readonly least: string }
  | { readonly code: 'PAPER_NUMBER_MISSING' }
  | { readonly code: 'PAPER_TWICE'; readonly row: number }
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
  LOT_CODE_MISSING: {
    vi: () => 'Thiếu mã lô. Hãy đặt mã ghi trên sọt, ví dụ NA-261201-1, để lần nhập sau cập nhật đúng lô này.',
    en: () => 'Give the lot the code on its crates, such as NA-261201-1, so that the next file updates this very lot.',
  },
  GRADE_UNKNOWN: {
    vi: ({ grades }) =>
      grades.length
        ? `Sản phẩm không có hạng này. Hãy ghi một trong: ${grades.join('; ')}.`
        : 'Sản phẩm chưa chia hạng. Hãy để trống ô này, hoặc thêm hạng ở trang Quy cách trước.',
    en: ({ grades }) =>
      grades.length
        ? `The product has no such grade. Write one of: ${grades.join('; ')}.`
        : 'The product has no grades. Leave this empty, or add grades on its packs page first.',
  },
  PLACE_UNKNOWN: {
    vi: ({ places }) =>
      places.length
        ? `Đơn vị không có địa điểm này. Hãy ghi một trong: ${places.join('; ')}.`
        : 'Đơn vị chưa khai địa điểm nào. Hãy để trống ô này, hoặc thêm địa điểm ở trang Đơn vị trước.',
    en: ({ places }) =>
      places.length
        ? `Your organization has no such place. Write one of: ${places.join('; ')}.`
        : 'Your organization has no places yet. Leave this empty, or add the place on the organization page first.',
  },
  LOT_FIXED: {
    vi: () => 'Lô này đã có và khác ở ô này. Hãy ghi như cũ hoặc để trống; nếu là lô khác, hãy đặt mã lô khác.',
    en: () => 'This lot exists and says otherwise here. Write the same or nothing; another lot needs another code.',
  },
  LOT_QUANTITY_USED: {
    vi: ({ least }) => `Hàng của lô này đã giữ cho đơn hoặc đã xuất, nên số lượng không nhỏ hơn ${least}.`,
    en: ({ least }) => `Goods of this lot are held or gone, so the quantity cannot be below ${least}.`,
  },
  PAPER_NUMBER_MISSING: {
    vi: () => 'Thiếu số giấy. Hãy ghi số in trên giấy hoặc số quyết định, ví dụ 1234/QĐ-UBND.',
    en: () => 'Write the number printed on the paper or of the decision, such as 1234/QĐ-UBND.',
  },
  PAPER_TWICE: {
    vi: ({ row }) => `Giấy này của cùng sản phẩm đã có ở dòng ${row}. Hãy giữ một dòng và xoá dòng kia.`,
    en: ({ row }) => `The same paper of the same product stands in row ${row}. Keep one row and delete the other.`,
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
