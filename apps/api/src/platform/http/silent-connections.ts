import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Browsers open connections in advance. On one that never carried a request Node waits a minute for it, and closing the
 * server waits with it: those are ended at once. What is being answered is answered to its end.
 */
export function silentConnections(server: Server): { end(): void } {
  const silent = new Set<Socket>();
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return {
    end: () => {
      for (const socket of silent) socket.destroy();
    },
  };
}
