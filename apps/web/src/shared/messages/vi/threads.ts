export const threads = {
  'thread.title': 'Trao đổi',
  'thread.readers': 'Chỉ {names} đọc được.',
  'thread.start': 'Viết lời nhắn',
  'thread.earlier': 'Xem lời nhắn trước',
  'thread.write': 'Lời nhắn',
  'thread.files': 'Tệp đính kèm',
  'thread.filesHint': 'PDF hoặc ảnh, tối đa {max} tệp',
  'thread.choose': 'Chọn tệp',
  'thread.remove': 'Bỏ tệp {name}',
  'thread.send': 'Gửi',
  'thread.read': 'Đã đọc',
  'thread.readBy': 'Đã đọc: {names}',
};
