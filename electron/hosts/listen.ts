/** Opens and closes a port that only this machine can reach. */
import type { Server } from 'node:http';
import { fail, ok, type Result } from '../../shared/core/result.ts';

export type ListenProblem = { readonly code: 'cong-ban' | 'khong-mo-duoc-cong'; readonly message: string };

/** Listens on 127.0.0.1 and nowhere else. Port 0 takes any free one. Gives the port, or a sentence why not. */
export function listenOnLoopback(server: Server, port: number): Promise<Result<number, ListenProblem>> {
  return new Promise((resolve) => {
    const refused = (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      resolve(
        fail({
          code: busy ? 'cong-ban' : 'khong-mo-duoc-cong',
          message: busy
            ? `Cổng ${port} đang được chương trình khác dùng nên Sổ Việc chưa mở. Hãy chọn cổng khác, ví dụ --port ${port + 1}.`
            : `Máy không cho mở cổng ${port} (${error.code ?? 'không rõ lý do'}) nên Sổ Việc chưa mở. Hãy bỏ --port để máy tự chọn cổng.`,
        }),
      );
    };
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
      resolve(ok(address.port));
    });
  });
}

/** Stops taking requests, lets those under way finish for `grace` milliseconds, then cuts them. */
export function closeServer(server: Server, grace = 2000): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
