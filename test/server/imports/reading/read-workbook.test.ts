import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { inspectWorkbook, readRows } from '#server/imports/reading/read-workbook.ts';
import { confinement, startReader } from '#server/imports/reading/reader-process.ts';
import { all, fileOf, inline, refusalOf, xlsxParts, zipOf } from '#test/server/imports/reading/workbooks.ts';

const NAME = 'danh-sach.xlsx';
const rows = (count: number) => Array.from({ length: count }, (_, i) => [i + 1, `Nguyễn Văn Mẫu ${i}`]);
const choice = { sheet: 'A', headerRow: 1, columns: [{ index: 1, encoding: 'unicode' as const }] };

describe('a file is read in a process of its own', () => {
  test('found, then its rows in batches', async () => {
    const path = fileOf(await writeXlsx({ sheets: [{ name: 'A', rows: [['STT', 'Họ và tên'], ...rows(1_100)] }] }));
    expect(await inspectWorkbook(path, NAME)).toMatchObject({
      format: 'xlsx',
      sheets: [{ rowCount: 1_100, headerRow: 1 }],
    });
    const batches = await all(readRows(path, NAME, choice));
    expect(batches.map(({ length }) => length)).toEqual([250, 250, 250, 250, 100]);
    expect(batches[4]!.at(-1)).toEqual({ rowNumber: 1_101, cells: [{ kind: 'text', text: 'Nguyễn Văn Mẫu 1099' }] });
  });

  test('leaving early ends it; a sheet that is gone is named', async () => {
    const path = fileOf(await writeXlsx({ sheets: [{ name: 'A', rows: rows(2_000) }] }));
    for await (const batch of readRows(path, NAME, choice)) {
      expect(batch).toHaveLength(250);
      break;
    }
    expect(await refusalOf(all(readRows(path, NAME, { ...choice, sheet: 'B' })))).toEqual({
      code: 'import.sheet-missing',
      facts: { name: NAME, sheet: 'B' },
    });
  });

  test('refusals come over with their facts; other errors mean damage', async () => {
    expect((await refusalOf(inspectWorkbook(fileOf('%PDF-'), NAME))).code).toBe('import.picture-not-table');
    const broken = await zipOf(xlsxParts([{ name: 'A', rows: '<row r="0"><c r="A0"><v>1</v></c></row>' }]));
    expect(await refusalOf(inspectWorkbook(fileOf(broken), NAME))).toEqual({
      code: 'import.damaged',
      facts: { name: NAME },
    });
  });

  test('too much memory and too much time end it', async () => {
    const sheet = Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 1}">${inline(`A${i + 1}`, 'x')}</row>`).join(
      '',
    );
    const path = fileOf(await zipOf(xlsxParts([{ name: 'A', rows: sheet }])));
    const task = { task: 'rows' as const, path, name: NAME, choice: { ...choice, headerRow: 0 }, isWhole: true };
    const heavy = startReader(task, { memoryMb: 1, seconds: 90 });
    heavy.ask();
    expect(await refusalOf(drain(heavy))).toEqual({ code: 'import.too-heavy', facts: { name: NAME, limitCount: 1 } });
    // Nobody asks for rows: it waits, and waiting on our side is its working time.
    const slow = startReader(task, { memoryMb: 800, seconds: 0.3 });
    expect((await refusalOf(slow.next())).code).toBe('import.too-slow');
  });

  test('it reads that file and the code, nothing else; it writes nothing, starts nothing and knows no secret', async () => {
    const [path, other] = [fileOf('may be read'), fileOf('a secret')];
    const { execPath, execArgv, env } = confinement(path);
    const script = `
      const tried = (work) => { try { return String(work()); } catch (error) { return error.code; } };
      const fs = process.getBuiltinModule('fs');
      console.log(JSON.stringify([
        tried(() => fs.readFileSync(process.argv[1])),
        tried(() => fs.readFileSync(process.argv[2])),
        tried(() => fs.writeFileSync(process.argv[1], 'x')),
        tried(() => process.getBuiltinModule('child_process').execSync('true')),
        tried(() => new (process.getBuiltinModule('worker_threads').Worker)('1', { eval: true })),
        Object.keys(process.env).filter((key) => key !== 'TZ' && key !== '__CF_USER_TEXT_ENCODING'),
      ]));`;
    const { stdout } = await promisify(execFile)(execPath, [...execArgv, '-e', script, path, other], { env });
    const denied = 'ERR_ACCESS_DENIED';
    expect(JSON.parse(stdout)).toEqual(['may be read', denied, denied, denied, denied, []]);
  });
});

async function drain(reader: ReturnType<typeof startReader>): Promise<void> {
  for (;;) {
    const answer = await reader.next();
    if (answer.is === 'end') return;
    reader.ask();
  }
}
