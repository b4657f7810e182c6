import { createServer } from 'node:net';
import { PlainError } from './project.mjs';

export function isFree(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES')
        reject(
          new PlainError(
            `Không được phép mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên.\nPort ${port} may not be opened. Set PORT to 1024 or more.`,
          ),
        );
      else
        reject(
          new PlainError(
            `Không mở được địa chỉ ${host} (${error.code}). Hãy sửa HOST.\nThe address ${host} cannot be opened (${error.code}). Correct HOST.`,
          ),
        );
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** The port to serve on: PORT exactly as asked, otherwise 3000 or the next free one up to 3020. */
export async function choosePort(host, asked, say) {
  if (asked !== undefined && asked !== '') {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new PlainError(`PORT=${asked} không phải là số cổng (0–65535).\nPORT=${asked} is not a port number (0–65535).`);
    }
    if (await isFree(port, host)) return port;
    throw new PlainError(
      `Cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó hoặc đặt PORT khác, ví dụ PORT=${port + 1} npm start.\n` +
        `Port ${port} is in use by another program. Stop it or choose another, e.g. PORT=${port + 1} npm start.`,
    );
  }
  for (let port = 3000; port <= 3020; port += 1) {
    if (!(await isFree(port, host))) continue;
    if (port !== 3000)
      say(
        `Cổng 3000 đang có chương trình khác dùng, nên Liên Kết mở ở cổng ${port}. (Port 3000 is in use; ${port} is used instead.)`,
      );
    return port;
  }
  throw new PlainError('Các cổng 3000–3020 đều đang được dùng. Hãy đặt PORT.\nPorts 3000–3020 are all in use. Set PORT.');
}
