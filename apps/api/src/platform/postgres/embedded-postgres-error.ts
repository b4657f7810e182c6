/** A failure the person at the keyboard can mend: Vietnamese first, then English, each naming the place, the reason and what to do. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly vi: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${vi}\n${en}`, options);
    this.name = 'EmbeddedPostgresError';
  }
}

const REASONS: Record<string, { vi: string; en: string }> = {
  EACCES: { vi: 'không có quyền ghi', en: 'no permission to write' },
  EPERM: { vi: 'không có quyền ghi', en: 'no permission to write' },
  EROFS: { vi: 'hệ thống tệp chỉ cho đọc', en: 'the file system is read-only' },
  ENOSPC: { vi: 'ổ đĩa đã hết chỗ', en: 'no space left on the disk' },
  EDQUOT: { vi: 'đã hết hạn mức ổ đĩa', en: 'the disk quota is used up' },
  ENOENT: {
    vi: 'không tạo được (hệ thống tệp chỉ cho đọc hoặc thiếu thư mục cha)',
    en: 'it cannot be made (a read-only file system or a missing parent)',
  },
  ENOTDIR: { vi: 'một phần của đường dẫn là tệp, không phải thư mục', en: 'part of the path is a file, not a folder' },
};

/** Says which folder cannot hold the database, why, and the two ways out. */
export function folderUnusable(folder: string, cause: unknown): EmbeddedPostgresError {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
  const known = REASONS[code];
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new EmbeddedPostgresError(
    `Không dùng được thư mục ${folder} để chứa cơ sở dữ liệu: ${known?.vi ?? detail}. Hãy cấp quyền và chỗ trống cho thư mục này, hoặc đặt DATABASE_URL trỏ tới một PostgreSQL từ bản 15.`,
    `The folder ${folder} cannot hold the database: ${known?.en ?? detail}. Make it writable with space free, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    { cause },
  );
}

/** PostgreSQL itself refused; its last words are the most useful part. */
export function postgresFailed(doing: { vi: string; en: string }, logText: string): EmbeddedPostgresError {
  const words = logText.trim().split('\n').slice(-12).join('\n');
  return new EmbeddedPostgresError(
    `PostgreSQL không ${doing.vi} được. Nhật ký của nó:\n${words}`,
    `PostgreSQL could not ${doing.en}; its log is above. Free what it names, run "npm run reset", or set DATABASE_URL.`,
  );
}
