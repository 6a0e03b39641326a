import { spawn } from 'node:child_process';
import { BackupError } from '#db/core/backup.ts';

/**
 * Backs up a PostgreSQL database with PostgreSQL's own tool.
 *
 * @param to path of the file to make (custom format, for pg_restore)
 * @throws BackupError if pg_dump is not installed or fails
 */
export function pgDump(url: string, to: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('pg_dump', ['--format=custom', '--no-owner', `--file=${to}`], {
      env: { ...process.env, ...connectionEnv(url) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.once('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT';
      const message = 'Không tìm thấy pg_dump. Hãy cài bộ công cụ PostgreSQL (postgresql-client) rồi thử lại.';
      reject(new BackupError(missing ? message : error.message));
    });
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new BackupError(`pg_dump không sao lưu được: ${complaint.trim()}`));
    });
  });
}

/** In the environment, not on the command line: every user of a machine can read command lines. */
function connectionEnv(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslmode = searchParams.get('sslmode');
  return {
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(sslmode !== null && { PGSSLMODE: sslmode }),
  };
}
