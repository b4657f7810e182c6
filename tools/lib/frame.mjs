/** Width on the screen: Vietnamese letters may be written with combining marks. */
const widthOf = (text) => [...text.normalize('NFC')].length;
const padded = (text, width) => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Lines in a box. */
export function frame(lines) {
  const width = Math.max(...lines.map(widthOf));
  const bar = '─'.repeat(width + 2);
  return [`┌${bar}┐`, ...lines.map((line) => `│ ${padded(line, width)} │`), `└${bar}┘`].join('\n');
}

/** The demo sign-ins as a table; nothing when there are none. */
export function signInLines(signIns) {
  if (signIns.length === 0) return [];
  const columns = ['role', 'login', 'password'];
  const rows = [{ role: 'Vai (role)', login: 'Đăng nhập (login)', password: 'Mật khẩu (password)' }, ...signIns];
  const widths = columns.map((column) => Math.max(...rows.map((row) => widthOf(String(row[column] ?? '')))));
  const line = (row) => columns.map((column, index) => padded(String(row[column] ?? ''), widths[index])).join('   ');
  return [...rows.map(line), ''];
}
