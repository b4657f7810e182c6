export const closures = {
  'closures.title': 'Ngày nghỉ',
  'closures.lead':
    'Khi cả hợp tác xã nghỉ, sản phẩm vẫn hiện trong danh mục kèm thông báo; không nhận giao hàng trong những ngày này.',
  'closures.back': 'Sản phẩm của tôi',
  'closures.first': 'Nghỉ từ ngày',
  'closures.last': 'Đến hết ngày',
  'closures.message': 'Lời nhắn cho bên mua',
  'closures.messageHint': 'Ví dụ: Nghỉ Tết Nguyên đán',
  'closures.add': 'Thêm kỳ nghỉ',
  'closures.added': 'Đã thêm kỳ nghỉ.',
  'closures.cancel': 'Hủy kỳ nghỉ',
  'closures.cancelled': 'Đã hủy kỳ nghỉ.',
  'closures.none': 'Chưa có kỳ nghỉ nào sắp tới.',
  'closures.period': '{from} đến {to}',
  'closures.dayMissing': 'Hãy chọn ngày.',
  'closures.messageMissing': 'Hãy viết lý do cho bên mua.',
  'closures.notice': '{name} nghỉ từ {from} đến hết {to}',
} as const;
