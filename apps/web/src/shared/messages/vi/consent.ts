export const consent = {
  'consent.title': 'Ai được xem giá',
  'consent.closed': 'Chỉ các bên của biên bản xem được giá. Liên minh HTX thấy lượng và tiến độ, không thấy giá.',
  'consent.open':
    'Các bên đã đồng ý cho Liên minh HTX xem giá trong biên bản này và hợp đồng của nó. Bên nào rút lại thì hết ngay.',
  'consent.given': 'Đã đồng ý',
  'consent.notGiven': 'Chưa đồng ý',
  'consent.until': 'đồng ý lúc {from}, đến hết {to}',
  'consent.expiresOn': 'Đồng ý đến hết ngày',
  'consent.give': 'Đồng ý cho Liên minh HTX xem giá',
  'consent.revoke': 'Rút lại đồng ý',
  'consent.opened': 'Đã cho Liên minh xem giá của thoả thuận này đến hết {to}, khi bên kia cũng đồng ý.',
  'consent.revoked': 'Đã rút lại: Liên minh không còn xem được giá của thoả thuận này.',
  'consent.plain':
    'Giá chỉ mở khi mọi bên bán và bên mua đều đồng ý. Không đồng ý cũng không ảnh hưởng gì đến mua bán và hỗ trợ.',
};
